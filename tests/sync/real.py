"""The whole road with nothing left out: a server process, SQLCipher files, loopback, and trouble."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import httpx
import sqlalchemy as sa

from leerplicht_desktop.casework.gesprek.notitie_schrijven import (
    gespreksnotitie_bijhouden,
    gespreksnotitie_starten,
    gespreksnotitie_vastleggen,
    gespreksnotitie_verbeteren,
)
from leerplicht_desktop.casework.ports.brievenbus import Koppeling, Laptopsleutel
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.werk import Verzending
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_desktop.sync.loop import SyncLoop
from leerplicht_desktop.sync.refusals import Busy
from leerplicht_desktop.sync.sign_in import SignInRoad
from leerplicht_server import access, practice, schema
from tests.server.office import ANNA, BRAM, Office
from tests.servers import ServerProcess, bare_database
from tests.store.mould import opened_vault
from tests.store.world import WACHTZIN, StilleKlok, vault

from .faults import Omweg, Storing

T = TypeVar("T")

Band = tuple[Koppeling, Laptopsleutel]
"""How a laptop is tied, and the key that proves it."""

__all__ = ["ANNA", "BRAM", "RealLaptop", "Town", "town", "wait_for"]


class Town:
    """A server process, and the office on its database."""

    def __init__(self, server: ServerProcess, office: Office) -> None:
        self.server, self.office = server, office

    def start(self) -> None:
        """Start the server, and wait until it takes a connection."""
        self.server.start()
        wait_for(self.server.port)

    def enrol(self, officer: str, again: Band | None = None) -> Band:
        """Sign in as the officer would, with the key of before if any; the office approves the code."""
        koppeling, sleutel = again or (None, None)
        aanmelding = SignInRoad()
        code = patient(lambda: aanmelding.begin(self.server.url, sleutel, koppeling))
        assert aanmelding.aangemeld() is None
        with self.office.database.write() as connection:
            assert access.approve(connection, code.code, officer)
        assert aanmelding.aangemeld() is not None
        tied = patient(lambda: aanmelding.koppel(f"laptop van {officer}"))
        band = tied, aanmelding.laptopsleutel()
        aanmelding.sluit()
        return band

    def notes(self) -> set[str]:
        """The id of every note that the municipality holds."""
        statement = sa.select(schema.record.c.id).where(schema.record.c.entiteit == "gespreksnotitie")
        with self.office.database.read() as connection:
            return set(connection.execute(statement).scalars())

    def expected(self, officer: str) -> dict[tuple[str, str], int]:
        """What the officer's laptop ought to hold, with revisions."""
        return {key: rev for key, (rev, _) in self.office.visible(officer).items()}


def patient(ask: Callable[[], T]) -> T:
    """What a laptop is told, when the server lets it wait: many sign in from the one address of the tests."""
    for _ in range(30):
        try:
            return ask()
        except Busy as busy:
            if not busy.wait:
                raise
            time.sleep(busy.wait)
    return ask()


def wait_for(port: int) -> None:
    """Until somebody on this machine listens at ``port``."""
    deadline = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except ConnectionRefusedError:
            assert time.monotonic() < deadline, "nobody listens"
            time.sleep(0.01)
        else:
            return


@contextmanager
def town(folder: Path) -> Iterator[Town]:
    """A municipality with two officers who both have three dossiers."""
    folder.mkdir()
    url = f"sqlite:///{folder / 'gemeente.db'}"
    database = bare_database(folder / "gemeente.db")
    with database.write() as connection:
        practice.claim(connection)  # where a code signs in
    office = Office(database)
    for number in range(3):
        office.dossier(f"d-{number}", ANNA, BRAM)
    server = ServerProcess(url, folder)
    made = Town(server, office)
    made.start()
    try:
        yield made
    finally:
        server.kill()
        database.close()


class RealLaptop:
    """A vault on disk with its loop. ``plan`` decides what goes wrong; ``punt`` may kill the program."""

    def __init__(self, folder: Path, band: Band) -> None:
        self.folder = folder
        self.klok = StilleKlok()
        self.plan: Callable[[httpx.Request], Omweg | None] = lambda request: None
        self.punt: Callable[[str], None] = lambda naam: None
        self.kluis: SqlKluis = opened_vault(folder, self.klok)
        self.bind(band)
        self.loop = self._loop()

    def bind(self, band: Band) -> None:
        """Keep the tie and the key, as the end of a sign-in does."""

        def act(work: Work) -> None:
            work.brievenbus.bewaar_koppeling(band[0])
            work.brievenbus.bewaar_laptopsleutel(band[1])

        self.kluis.doe(act)

    def _loop(self) -> SyncLoop:
        self._kabel = Storing(httpx.HTTPTransport(), lambda request: self.plan(request))
        return SyncLoop(self._doe, self.klok, transport=self._kabel)

    def _doe(self, act: Callable[[Work], T], /) -> T:
        def met_punt(work: Work) -> T:
            uit = act(work)
            self.punt("voor_commit")
            return uit

        uit = self.kluis.doe(met_punt)
        self.punt("na_commit")
        return uit

    def herstart(self) -> None:
        """Another process on the same disk: what was not committed is gone."""
        self.sluit()
        self.kluis = vault(self.folder, self.klok)
        self.kluis.ontgrendel(WACHTZIN)
        self.loop = self._loop()

    def sluit(self) -> None:
        """Close the file and the connection."""
        self.loop.close()
        self._kabel.close()
        self.kluis.sluit()

    def noteer(self, dossier: str, tekst: str) -> str:
        """A note, vastgelegd by casework; returns its id."""

        def act(work: Work) -> str:
            id_ = gespreksnotitie_starten(work, self.klok, (dossier,))
            concept = work.notities.laad(id_)
            gespreksnotitie_bijhouden(work, replace(concept, met_wie="moeder", tekst=tekst))
            gespreksnotitie_vastleggen(work, self.klok, id_)
            return id_

        return self.kluis.doe(act)

    def verbeter(self, notitie: str, tekst: str) -> str:
        """A correction of a note; returns its id."""

        def act(work: Work) -> str:
            id_ = gespreksnotitie_verbeteren(work, self.klok, notitie)
            concept = replace(work.notities.laad(id_), tekst=tekst, reden_correctie="verschreven")
            gespreksnotitie_bijhouden(work, concept)
            gespreksnotitie_vastleggen(work, self.klok, id_)
            return id_

        return self.kluis.doe(act)

    @property
    def open(self) -> tuple[Verzending, ...]:
        """What waits."""
        return self.kluis.doe(lambda work: work.brievenbus.openstaand(1_000))

    @property
    def spiegel(self) -> dict[tuple[str, str], int]:
        """What the laptop holds, with revisions."""
        revisies = self.kluis.doe(lambda work: work.brievenbus.revisies())
        return {(entity, id_): rev for entity, paren in revisies.items() for id_, rev in paren}

    @property
    def koppeling(self) -> Koppeling:
        """The tie in the vault."""
        return self.band[0]

    @property
    def band(self) -> Band:
        """Tie and key in the vault."""
        koppeling, sleutel = self.kluis.doe(
            lambda work: (work.brievenbus.koppeling(), work.brievenbus.laptopsleutel())
        )
        assert koppeling is not None
        assert sleutel is not None
        return koppeling, sleutel
