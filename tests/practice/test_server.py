"""The practice server starts, is found again after a crash on the same port, and ends."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from leerplicht_desktop.casework.problems import GeenVerbinding
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


@pytest.mark.journey
def test_a_stop_while_it_fills_its_register_is_for_good(tmp_path: Path) -> None:
    server = PracticeServer(tmp_path)
    with ThreadPoolExecutor(1) as lane:
        started = lane.submit(server.start)
        end = time.monotonic() + 60
        while not (tmp_path / "gemeente.db").exists():
            assert time.monotonic() < end
            time.sleep(0.02)
        assert not started.done()
        server.stop()
        with pytest.raises(GeenVerbinding):
            started.result(timeout=60)
    assert not (tmp_path / "poort").exists()
    with pytest.raises(GeenVerbinding):
        server.start()
    again = PracticeServer(tmp_path)
    try:
        assert again.start() == again.address()  # half a register is no obstacle for the next start
    finally:
        again.stop()


def test_a_stranger_on_the_port_of_a_server_that_died_is_left_alone(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as stranger:
        died = subprocess.Popen([sys.executable, "-c", ""])
        died.wait()
        place = {"port": stranger.getsockname()[1], "pid": died.pid}
        (tmp_path / "server.json").write_text(json.dumps(place), encoding="utf-8")
        PracticeServer(tmp_path).stop()
