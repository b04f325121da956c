"""The practice server starts, is found again after a crash on the same port, and ends."""

from __future__ import annotations

import urllib.request
from pathlib import Path

import pytest

from leerplicht_desktop.practice.server import Oefenserver


@pytest.mark.journey
def test_start_find_and_stop(tmp_path: Path) -> None:
    first = Oefenserver(tmp_path)
    assert first.adres() is None
    address = first.start()
    try:
        with urllib.request.urlopen(f"{address}/v1/hello", timeout=5) as answer:  # noqa: S310 - loopback
            assert answer.status == 200
        later = Oefenserver(tmp_path)
        assert later.adres() == address
        assert later.start() == address
    finally:
        first.stop()
    assert first.adres() is None
    again = Oefenserver(tmp_path)
    try:
        assert again.start() == address
    finally:
        again.stop()
