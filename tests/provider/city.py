"""A municipality whose officers have an account at a provider: the real server process on a real database."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from leerplicht_desktop.casework.ports.brievenbus import Koppeling, Laptopsleutel
from leerplicht_desktop.sync.sign_in import SignInRoad
from leerplicht_protocol.messages import Ambtenaar
from leerplicht_server import access
from leerplicht_server.database import open_database
from leerplicht_server.identity import officers
from leerplicht_server.identity.enrolment import give_right
from leerplicht_server.migrate import migrate
from tests.server.office import Office
from tests.servers import ServerProcess

from .hands import PlainBrowser, Provider

NORA, KARIM, ZOE = "n.hendriks", "k.bakker", "z.groep"

Band = tuple[Koppeling, Laptopsleutel]
"""How a laptop is tied, and the key that proves it."""


@dataclass
class City:
    """Acts of the administrator, and of officers with a browser."""

    server: ServerProcess
    office: Office
    provider: Provider
    config: Path
    _begun: list[SignInRoad] = field(default_factory=list)

    def right(self, officer: str) -> str:
        """A one-time right, as the administrator gives it out."""
        with self.office.database.write() as connection:
            return give_right(connection, officer, int(time.time()), 3)

    def set_state(self, officer: str, state: str) -> None:
        """Suspend, bar or restore."""
        with self.office.database.write() as connection:
            officers.set_state(connection, officer, state)

    def revoke(self, device: str) -> None:
        """A laptop is lost."""
        assert self.server.command("apparaten", "--intrekken", device).returncode == 0

    def begin(self, login: str, band: Band | None = None) -> SignInRoad:
        """Begin, and let somebody sign in in a browser of his own."""
        koppeling, sleutel = band or (None, None)
        road = SignInRoad()
        self._begun.append(road)
        page = road.begin(self.server.url, sleutel, koppeling)
        browser = PlainBrowser(login)
        browser.open(page.adres)
        browser.close()
        return road

    def enrol(self, officer: str) -> Band:
        """The whole road of a first set-up."""
        road = self.begin(officer)
        wie = road.aangemeld()
        assert wie is not None
        assert wie.inschrijfcode
        return road.koppel("laptop", self.right(officer)), road.laptopsleutel()

    def close(self) -> None:
        """Let go of every connection."""
        for road in self._begun:
            road.sluit()


@contextmanager
def city(folder: Path, provider: Provider) -> Iterator[City]:
    """A running municipality; its database is no practice one, so a code lets nobody in."""
    folder.mkdir()
    config = folder / "server.toml"
    text = f'sleutelbestand = "{folder / "sleutel"}"\ngemeente = "Gemeente Demostad"\n'
    config.write_text(f"{text}{provider.settings()}", encoding="utf-8")
    url = f"sqlite:///{folder / 'gemeente.db'}"
    database = open_database(url)
    migrate(database)
    server = ServerProcess(url, folder, {"LEERPLICHT_SERVER_CONFIG": str(config)})
    server.start()
    office = Office(database)
    with database.write() as connection:
        for officer, name in ((NORA, "N. Hendriks"), (KARIM, "K. Bakker")):
            access.add_officer(connection, Ambtenaar(id=officer, naam=name))
    for number in range(3):
        office.dossier(f"d-{number}", NORA, KARIM)
    made = City(server, office, provider, config)
    try:
        yield made
    finally:
        made.close()
        server.kill()
        database.close()
