"""A server that trickles: a letter asked for right after the round began comes at once."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.clock import SystemClock
from leerplicht_desktop.bootstrap.lanes import Homecoming, ThreadLane
from leerplicht_desktop.bootstrap.sync_wiring import wire_sync
from leerplicht_desktop.casework.ports.brievenbus import Geheim, Laptopsleutel
from leerplicht_desktop.casework.ports.gemeente import SyncFase
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_desktop.ui.scherm.context import Bulletin
from leerplicht_protocol.proof import new_key
from tests.store.mould import opened_vault
from tests.store.world import StilleKlok
from tests.sync.fake_kluis import koppeling


@pytest.fixture
def trickler() -> Iterator[str]:
    """Answers every connection with a byte per five seconds, until the test is over."""
    over = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(0.1)

        def trickle(connection: socket.socket) -> None:
            with connection:
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
                while not over.wait(5):
                    connection.sendall(b" ")

        def listen() -> None:
            while not over.is_set():
                try:
                    connection, _ = listener.accept()
                except TimeoutError:
                    continue
                threading.Thread(target=trickle, args=(connection,), daemon=True).start()

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        over.set()
        thread.join()


def _tied(folder: Path, server: str) -> SqlKluis:
    kluis = opened_vault(folder, StilleKlok())
    kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(koppeling(server=server)))
    key = Laptopsleutel(Geheim(new_key()), Geheim("vernieuw-0"))
    kluis.doe(lambda work: work.brievenbus.bewaar_laptopsleutel(key))
    return kluis


def test_a_letter_does_not_wait_for_a_server_that_trickles(
    trickler: str, tmp_path: Path, qtbot: QtBot
) -> None:
    home, opened, came = Homecoming(), list[SqlKluis](), list[float]()
    store, side, net = (ThreadLane(name, home, lambda fault: None) for name in ("store", "side", "net"))
    # The vault is opened, used and closed on its own lane.
    store.submit(lambda: _tied(tmp_path / "kluis", trickler), opened.append)
    qtbot.waitUntil(lambda: bool(opened), timeout=30_000)
    service = wire_sync(opened[0], (store, net), Bulletin(), SystemClock(), home)
    service.begin()
    qtbot.waitUntil(lambda: service.weergave.fase is SyncFase.BEZIG)
    asked = time.monotonic()
    side.submit(time.monotonic, came.append)
    qtbot.waitUntil(lambda: bool(came))
    assert came[0] - asked < 2
    qtbot.wait(300)
    assert service.weergave.fase is SyncFase.BEZIG
    service.close()
    store.close(opened[0].sluit)
    home.close()


def test_the_program_gives_paper_and_network_lanes_of_their_own() -> None:
    """What the screens call ``zij`` is not the lane that a round runs on."""
    source = (Path(__file__).parents[3] / "src/leerplicht_desktop/bootstrap/program.py").read_text("utf-8")
    assert "zij=self._side_lane" in source
    assert source.count("self._side_lane") == 2  # made, and given to the screens
