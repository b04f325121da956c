"""A municipal server with the practice caseload, and the network in front of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.journeys.person import Person
from tests.journeys.proxy import Network, network
from tests.servers import ServerProcess, _seeded_file, _seeded_postgres, postgres_server, seeded_url

__all__ = [
    "Start",
    "_seeded_file",
    "_seeded_postgres",
    "municipality",
    "postgres_server",
    "seeded_url",
    "start",
]

Start = Callable[[], Person]

OFFICER = "n.hendriks"


@dataclass
class Municipality:
    """The real server process, and the address under which a laptop finds it."""

    server: ServerProcess
    network: Network
    address: str

    def show(self, dossier: str) -> str:
        """What the server knows of a dossier."""
        shown = self.server.command("toon", dossier)
        assert shown.returncode == 0, shown.stderr
        return shown.stdout


@pytest.fixture
def municipality(seeded_url: str, tmp_path: Path) -> Iterator[Municipality]:
    """With the practice data and running; each test runs on SQLite and on PostgreSQL."""
    folder = tmp_path / "gemeente"
    folder.mkdir()
    server = ServerProcess(seeded_url, folder, {"LEERPLICHT_SERVER_OEFEN_AMBTENAAR": OFFICER})
    server.start()
    try:
        with network(server.url) as (between, address):
            server.stop()  # proofs are judged by the address that a laptop uses, which is known only now
            server.environment = {**server.environment, "LEERPLICHT_SERVER_ADRES": address}
            server.start()
            yield Municipality(server, between, address)
    finally:
        server.kill()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the program on one laptop; whatever still runs at the end is killed."""
    begun: list[Person] = []

    def begin() -> Person:
        person = Person(tmp_path / "laptop")
        begun.append(person)
        return person

    yield begin
    for person in begun:
        person.kill()
