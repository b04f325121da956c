"""A backup of the municipality is put back, with a real server process and real vaults: nothing is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from leerplicht_desktop.casework.ports.zaakstukken import Nummerblok
from leerplicht_desktop.casework.problems import GeenVerbinding, GegevensTeruggezet, WerkAangevuld
from leerplicht_desktop.sync.held import WEEK
from leerplicht_server import schema

from .faults import eenmaal, heen_kwijt
from .real import ANNA, BRAM, RealLaptop, Town, town


@pytest.fixture
def stad(tmp_path: Path) -> Iterator[Town]:
    """A municipality of its own for each test: what is put back is the whole of it."""
    with town(tmp_path / "gemeente") as running:
        yield running


@pytest.fixture
def laptop(stad: Town, tmp_path: Path) -> Iterator[RealLaptop]:
    """A laptop of Anna that was filled."""
    made = RealLaptop(tmp_path / "kluis-a", stad.enrol(ANNA))
    assert made.loop.round().problem is None
    yield made
    made.sluit()


def _backup(stad: Town, tmp_path: Path) -> Callable[[], None]:
    """Copy the file of the database; what comes back puts it back while the server stands still."""
    source, copy = tmp_path / "gemeente" / "gemeente.db", tmp_path / "back-up.db"
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(copy)) as kept:
        live.backup(kept)

    def back() -> None:
        stad.server.stop()
        stad.office.database.close()
        for log in ("-wal", "-shm"):
            source.with_name(source.name + log).unlink(missing_ok=True)
        os.replace(shutil.copy(copy, tmp_path / "terug.db"), source)
        stad.start()

    return back


def _history(laptop: RealLaptop) -> list[str]:
    return [ronde.uitkomst for ronde in laptop.kluis.lees(lambda caseload: caseload.rondes(50))]


@pytest.mark.parametrize("meanwhile", [0, 5, 12])
def test_acknowledged_work_comes_back_once_and_the_officer_is_told(
    stad: Town, laptop: RealLaptop, tmp_path: Path, meanwhile: int
) -> None:
    before = laptop.noteer("d-0", "van voor de back-up")
    assert laptop.loop.round().problem is None
    back = _backup(stad, tmp_path)
    lost = {laptop.noteer("d-0", f"gesprek {nummer}") for nummer in range(5)}
    assert laptop.loop.round().problem is None
    back()
    for nummer in range(meanwhile):  # the places are given out again, up to the same one and far beyond
        stad.office.edit("d-1", telefoon=f"06{nummer}")
    assert stad.notes() == {before}
    fresh = {laptop.noteer("d-1", f"na die tijd {nummer}") for nummer in range(6)}
    uitslag = laptop.loop.round()
    assert isinstance(uitslag.problem, GegevensTeruggezet)
    assert uitslag.sent == 11
    assert "5 dingen die jij had ingeleverd" in uitslag.problem.bericht
    assert stad.notes() == {before} | lost | fresh
    assert laptop.spiegel == stad.expected(ANNA)
    assert _history(laptop)[0] == "GegevensTeruggezet"
    assert laptop.loop.round().problem is None
    assert _history(laptop)[:2] == ["goed", "GegevensTeruggezet"]
    assert stad.notes() == {before} | lost | fresh


def test_a_laptop_that_lost_nothing_hears_nothing(stad: Town, laptop: RealLaptop, tmp_path: Path) -> None:
    kept = laptop.noteer("d-0", "van voor de back-up")
    assert laptop.loop.round().problem is None
    back = _backup(stad, tmp_path)
    stad.office.edit("d-0", telefoon="06")
    back()
    laptop.noteer("d-0", "daarna")
    uitslag = laptop.loop.round()
    assert (uitslag.problem, uitslag.sent) == (None, 1)
    assert kept in stad.notes()


def test_a_draft_and_what_waits_are_left_alone(stad: Town, laptop: RealLaptop, tmp_path: Path) -> None:
    back = _backup(stad, tmp_path)
    first = laptop.noteer("d-0", "ingeleverd")
    assert laptop.loop.round().problem is None
    back()
    waits = laptop.noteer("d-0", "wacht nog")
    laptop.plan = eenmaal("/v1/receipts", heen_kwijt)
    assert isinstance(laptop.loop.round().problem, GeenVerbinding)  # before anything was compared
    assert [one.id for one in laptop.open] == [waits]
    assert isinstance(laptop.loop.round().problem, GegevensTeruggezet)
    assert stad.notes() == {first, waits}


def test_breaking_off_after_the_comparison_loses_nothing(
    stad: Town, laptop: RealLaptop, tmp_path: Path
) -> None:
    back = _backup(stad, tmp_path)
    ids = {laptop.noteer("d-0", "een"), laptop.noteer("d-1", "twee")}
    assert laptop.loop.round().problem is None
    back()
    ids.add(laptop.noteer("d-1", "drie"))  # so that it shows before the feed is asked for
    laptop.plan = eenmaal("/v1/changes", heen_kwijt)
    assert isinstance(laptop.loop.round().problem, GeenVerbinding)
    assert "GegevensTeruggezet" in _history(laptop)
    laptop.herstart()
    assert laptop.loop.round().problem is None
    assert stad.notes() == ids
    assert laptop.spiegel == stad.expected(ANNA)


def test_numbers_of_a_laptop_stay_its_own(stad: Town, laptop: RealLaptop, tmp_path: Path) -> None:
    jaar = laptop.klok.vandaag().year

    def blocks(of: RealLaptop) -> tuple[Nummerblok, ...]:
        return of.kluis.doe(lambda work: work.zaakstukken.nummers.reeks(jaar))

    with stad.office.database.write() as connection:
        connection.execute(sa.delete(schema.nummerblok))
    back = _backup(stad, tmp_path)
    mine = blocks(laptop)
    assert mine
    laptop.noteer("d-0", "ingeleverd")
    assert laptop.loop.round().problem is None
    back()
    assert isinstance(laptop.loop.round().problem, GegevensTeruggezet)
    assert blocks(laptop) == mine
    with stad.office.database.read() as connection:
        holders = connection.execute(sa.select(schema.nummerblok.c.apparaat, schema.nummerblok.c.van)).all()
    assert {(laptop.koppeling.device, block.van) for block in mine} <= {tuple(row) for row in holders}
    other = RealLaptop(tmp_path / "kluis-b", stad.enrol(BRAM))
    assert other.loop.round().problem is None
    assert not {block.van for block in blocks(other)} & {block.van for block in mine}
    other.sluit()


def test_herstel_makes_every_laptop_compare(stad: Town, laptop: RealLaptop) -> None:
    kept = laptop.noteer("d-0", "ingeleverd")
    assert laptop.loop.round().problem is None
    without = stad.server.command("herstel")
    assert (without.returncode, "--reden" in without.stderr) == (2, True)
    with stad.office.database.write() as connection:  # one table was put back by hand
        for table in (schema.record, schema.koppeling):
            connection.execute(sa.delete(table).where(table.c.entiteit == "gespreksnotitie"))
        connection.execute(sa.delete(schema.operatie))
    done = stad.server.command("herstel", "--reden", "schijf stuk")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Elke laptop vergelijkt" in done.stdout
    uitslag = laptop.loop.round()
    assert isinstance(uitslag.problem, GegevensTeruggezet)
    assert "Eén ding dat jij had ingeleverd" in uitslag.problem.bericht
    assert stad.notes() == {kept}


def test_once_a_week_the_laptop_asks_what_is_held(stad: Town, laptop: RealLaptop) -> None:
    kept = laptop.noteer("d-0", "ingeleverd")
    assert laptop.loop.round().problem is None
    with stad.office.database.write() as connection:  # nothing that a mark could show
        for table in (schema.record, schema.koppeling):
            connection.execute(sa.delete(table).where(table.c.entiteit == "gespreksnotitie"))
        connection.execute(sa.delete(schema.operatie))
    laptop.loop.round()
    assert stad.notes() == set()
    laptop.klok.verder((WEEK + timedelta(hours=1)).total_seconds())
    uitslag = laptop.loop.round()
    assert isinstance(uitslag.problem, WerkAangevuld)
    assert "Eén ding dat jij had ingeleverd" in uitslag.problem.bericht
    assert stad.notes() == {kept}
    assert laptop.loop.round().problem is None
