"""Numbers of a proces-verbaal on one laptop: each once, in order, only of this municipality (R27)."""

from __future__ import annotations

import tempfile
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.ports.zaakstukken import Nummerblok
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.nederlandsetijd import nederlands
from leerplicht_desktop.store.kluis.connection import Role
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_server import number_blocks as server_nummers
from leerplicht_server.database import Database, open_database
from leerplicht_server.migrate import migrate
from tests.casework.zaak import KOPPELING
from tests.server.office import ANNA, BRAM, Office, laptop
from tests.store.mould import opened_vault
from tests.store.world import StilleKlok, pull, record

OP = nederlands(date(2026, 11, 21), time(14, 0))


@pytest.fixture
def gekoppeld(kluis: SqlKluis) -> SqlKluis:
    """A vault that is tied to a municipality."""
    kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(KOPPELING))
    return kluis


def _blok(kluis: SqlKluis, jaar: int, van: int, tot: int) -> None:
    kluis.doe(lambda work: work.zaakstukken.nummers.bewaar(Nummerblok("OEF", jaar, van, tot), OP))


def _volgende(kluis: SqlKluis, jaar: int = 2026) -> str | None:
    return kluis.doe(lambda work: work.zaakstukken.nummers.volgende(jaar))


def _gebruik(kluis: SqlKluis, nummer: str) -> None:
    kluis.doe(lambda work: work.zaakstukken.nummers.gebruik(nummer, f"stuk-{nummer}"))


def test_numbers_go_in_order_and_each_once(gekoppeld: SqlKluis) -> None:
    assert _volgende(gekoppeld) is None
    _blok(gekoppeld, 2026, 101, 102)
    _blok(gekoppeld, 2026, 141, 141)
    gegeven = []
    while (nummer := _volgende(gekoppeld)) is not None:
        gegeven.append(nummer)
        _gebruik(gekoppeld, nummer)
        with pytest.raises(DomainError):
            _gebruik(gekoppeld, nummer)
    assert gegeven == ["OEF-2026-000101", "OEF-2026-000102", "OEF-2026-000141"]


def test_an_older_year_serves_when_the_new_one_has_none(gekoppeld: SqlKluis) -> None:
    _blok(gekoppeld, 2026, 101, 101)
    assert _volgende(gekoppeld, 2027) == "OEF-2026-000101"
    _blok(gekoppeld, 2027, 1, 20)
    assert _volgende(gekoppeld, 2027) == "OEF-2027-000001"
    assert _volgende(gekoppeld, 2026) == "OEF-2026-000101"
    assert gekoppeld.doe(lambda work: work.zaakstukken.nummers.over(2027)) == 20
    assert gekoppeld.doe(lambda work: work.zaakstukken.nummers.blokken(2026)) == 1


def test_a_number_that_came_back_is_not_given_again(gekoppeld: SqlKluis) -> None:
    """A vault that was put back from a copy forgot what it used since."""
    _blok(gekoppeld, 2026, 101, 102)
    pull(gekoppeld, record("stuk", "s-1", ("d-1",), {"nummer": "OEF-2026-000101", "dossiers": ["d-1"]}))
    assert _volgende(gekoppeld) == "OEF-2026-000102"


def test_another_epoch_gives_its_own_numbers(gekoppeld: SqlKluis) -> None:
    _blok(gekoppeld, 2026, 101, 120)
    gekoppeld.doe(lambda work: work.brievenbus.begin_opnieuw("e-2"))
    assert _volgende(gekoppeld) is None
    assert gekoppeld.doe(lambda work: work.zaakstukken.nummers.blokken(2026)) == 0


@pytest.mark.parametrize("sql", ["DELETE FROM nummerblok", "UPDATE nummerblok SET tot = 999"])
def test_a_block_never_changes(gekoppeld: SqlKluis, sql: str) -> None:
    _blok(gekoppeld, 2026, 101, 120)
    access = gekoppeld._here().session.access(Role.PUSH)
    with pytest.raises(DomainError):
        gekoppeld.doe(lambda work: access.run(sql))
    casework = gekoppeld._here().session.access(Role.CASEWORK)
    with pytest.raises(dbapi2.DatabaseError):  # another text, for SQLite asks once per text
        gekoppeld.doe(lambda work: casework.run(f"{sql} WHERE 1 = 1"))


class _Laptop:
    """A vault that asks a real municipal database for its numbers."""

    def __init__(self, map_: Path, database: Database, officer: str) -> None:
        self._database = database
        self.kluis = opened_vault(map_, StilleKlok())
        self.kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(KOPPELING))
        with database.write() as connection:
            self.device = laptop(connection, officer)
        self.gegeven: list[str] = []

    def vul(self, *, antwoord_kwijt: bool) -> None:
        """Ask for a block; a lost answer leaves it with the municipality."""
        volg = self.kluis.doe(lambda work: work.zaakstukken.nummers.blokken(2026)) + 1
        with self._database.write() as connection:
            blok = server_nummers.reserve(connection, self.device, "OEF", 2026, volg)
        if not antwoord_kwijt:
            _blok(self.kluis, blok.jaar, blok.van, blok.tot)

    def verzegel(self) -> None:
        """Use the next number, if there is one."""
        nummer = _volgende(self.kluis)
        if nummer is not None:
            _gebruik(self.kluis, nummer)
            self.gegeven.append(nummer)


@settings(max_examples=8)
@given(
    st.lists(
        st.tuples(st.integers(0, 1), st.sampled_from(["vul", "kwijt", "verzegel", "verzegel"])), max_size=60
    )
)
def test_two_laptops_never_share_a_number(stappen: list[tuple[int, str]]) -> None:
    """R27: in any order of asking, losing answers and sealing."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{folder}/gemeente.db")
        migrate(database)
        Office(database).dossier("d-1", ANNA, BRAM)
        laptops = [
            _Laptop(Path(folder) / str(n), database, officer) for n, officer in enumerate((ANNA, BRAM))
        ]
        for wie, wat in stappen:
            if wat == "verzegel":
                laptops[wie].verzegel()
            else:
                laptops[wie].vul(antwoord_kwijt=wat == "kwijt")
        alle = [nummer for laptop in laptops for nummer in laptop.gegeven]
        assert len(alle) == len(set(alle))
        for laptop in laptops:
            assert laptop.gegeven == sorted(laptop.gegeven)
            laptop.kluis.sluit()
        database.close()
