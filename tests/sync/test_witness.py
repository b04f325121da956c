"""The laptop as a witness: real server, real vault, and a journal that somebody touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from leerplicht_desktop.casework.problems import BekendProbleem, JournaalAangetast
from leerplicht_server import journal
from tests.sync.real import ANNA, RealLaptop, Town, town


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "gemeente") as made:
        yield made


@pytest.fixture
def laptop(place: Town, tmp_path: Path) -> Iterator[RealLaptop]:
    made = RealLaptop(tmp_path / "laptop", place.enrol(ANNA))
    yield made
    made.sluit()


def _mark(laptop: RealLaptop) -> str:
    return laptop.kluis.doe(lambda work: work.getuige.merk())


def _round(laptop: RealLaptop) -> BekendProbleem | None:
    return laptop.loop.round().problem


def _touch(place: Town, statement: str) -> None:
    with place.office.database.write() as connection:
        for trigger in ("journaal_vast", "journaal_heel"):
            connection.execute(sa.text(f"DROP TRIGGER IF EXISTS {trigger}"))
        connection.execute(sa.text(statement))


def _head(place: Town) -> str:
    with place.office.database.read() as connection:
        last = journal.head(connection)
    assert last is not None
    return f"{last.nr}:{last.hash}"


def test_the_newest_line_is_kept_and_follows(place: Town, laptop: RealLaptop) -> None:
    assert _round(laptop) is None
    first = _mark(laptop)
    assert first != ""
    assert _round(laptop) is None
    assert int(_mark(laptop).split(":")[0]) > int(first.split(":")[0])
    assert _mark(laptop) == _head(place)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM journaal WHERE nr >= (SELECT max(nr) FROM journaal)",
        "DELETE FROM journaal",
        "UPDATE journaal SET hash = printf('%064d', 0)",
    ],
)
def test_a_line_that_went_or_changed_is_told_and_work_goes_on(
    place: Town, laptop: RealLaptop, statement: str
) -> None:
    _round(laptop)
    _round(laptop)
    kept = _mark(laptop)
    _touch(place, statement)
    laptop.noteer("d-0", "dit gaat gewoon door")
    found = laptop.loop.round()
    assert isinstance(found.problem, JournaalAangetast)
    assert kept[:20] in str(found.problem)
    assert found.sent == 1
    assert _mark(laptop) == kept
    assert isinstance(_round(laptop), JournaalAangetast)


def test_data_that_were_put_back_begin_a_new_mark(place: Town, laptop: RealLaptop) -> None:
    _round(laptop)
    _touch(place, "DELETE FROM journaal")
    with place.office.database.write() as connection:
        connection.execute(sa.text("UPDATE meta SET waarde = 'e-terug' WHERE naam = 'epoch'"))
    assert laptop.loop.fetch_again("e-terug").problem is None
    assert _round(laptop) is None


def test_a_renewal_brings_the_newest_line_too(place: Town, laptop: RealLaptop) -> None:
    _round(laptop)
    before = _mark(laptop)
    laptop.loop._wire(laptop.kluis.doe).renew()
    assert int(_mark(laptop).split(":")[0]) > int(before.split(":")[0])


def test_a_renewal_covers_no_line_that_went(place: Town, laptop: RealLaptop) -> None:
    """Lines went and others came in their place: what is kept stays, so that the next round tells."""
    _round(laptop)
    kept = _mark(laptop)
    _touch(place, "DELETE FROM journaal WHERE nr > 1")
    for _ in range(40):
        with place.office.database.write() as connection:
            journal.append(connection, journal.Entry("os:x", journal.What.READ))
    laptop.loop._wire(laptop.kluis.doe).renew()
    assert _mark(laptop) == kept
    assert isinstance(_round(laptop), JournaalAangetast)
