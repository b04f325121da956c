"""The practice server starts, is found again after a crash on the same port, and ends."""

from __future__ import annotations

import urllib.request
from pathlib import Path

import pytest

from leerplicht_desktop.practice.server import PracticeServer


@pytest.mark.journey
def test_start_find_and_stop(tmp_path: Path) -> None:
    first = PracticeServer(tmp_path)
    assert first.address() is None
    address = first.start()
    try:
        with urllib.request.urlopen(f"{address}/v1/hello", timeout=5) as answer:  # noqa: S310 - loopback
            assert answer.status == 200
        later = PracticeServer(tmp_path)
        assert later.address() == address
        assert later.start() == address
    finally:
        first.stop()
    assert first.address() is None
    again = PracticeServer(tmp_path)
    try:
        assert again.start() == address
    finally:
        again.stop()
