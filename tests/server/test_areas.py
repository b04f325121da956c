"""The area of an officer: dossiers come and go by themselves with school and address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from leerplicht_server import areas, caseload, dossiers, schema
from leerplicht_server.areas import Kind
from leerplicht_server.database import Database, open_database
from leerplicht_server.errors import ServerError, UnknownError


@pytest.fixture
def town(seeded_url: str) -> Iterator[Database]:
    """The practice municipality, whose dossiers nobody has."""
    database = open_database(seeded_url)
    with database.write() as connection:
        for officer in connection.execute(sa.select(schema.ambtenaar.c.id)).scalars().all():
            caseload.revoke(connection, officer, caseload.own(connection, officer), "leeg")
    yield database
    database.close()


def _has(database: Database, officer: str) -> set[str]:
    with database.read() as connection:
        rows = connection.execute(sa.select(schema.toewijzing)).all()
    return {row.dossier for row in rows if row.ambtenaar == officer and row.ingetrokken_seq is None}


def _officers(database: Database) -> tuple[str, str]:
    with database.read() as connection:
        first, second, *_ = connection.execute(sa.select(schema.ambtenaar.c.id).order_by("id")).scalars()
    return first, second


def _of_school(database: Database, school: str) -> set[str]:
    with database.read() as connection:
        found = connection.execute(sa.select(schema.dossier.c.id).where(schema.dossier.c.school == school))
        return set(found.scalars())


def _a_school(database: Database) -> tuple[str, str]:
    """A school with dossiers: its id, and how it is written."""
    with database.read() as connection:
        found = connection.execute(
            sa.select(schema.dossier.c.school)
            .where(schema.dossier.c.school.is_not(None))
            .group_by(schema.dossier.c.school)
            .order_by(sa.func.count().desc())
        ).scalars()
        school = str(found.first())
    return school, school.removeprefix("s-")


def test_a_school_is_given_and_taken_back(town: Database) -> None:
    anna, _ = _officers(town)
    school, written = _a_school(town)
    with town.write() as connection:
        kept, count = areas.add(connection, anna, Kind.SCHOOL, written.lower())
    assert kept == written.upper()
    assert _has(town, anna) == _of_school(town, school)
    assert count == len(_of_school(town, school)) > 0
    with town.write() as connection:
        assert areas.remove(connection, anna, Kind.SCHOOL, written, "ander gebied") == count
    assert _has(town, anna) == set()


def test_a_child_that_changes_school_changes_officer(town: Database) -> None:
    anna, bram = _officers(town)
    school, written = _a_school(town)
    with town.write() as connection:
        areas.add(connection, anna, Kind.SCHOOL, written)
    moved = min(_of_school(town, school))
    with town.write() as connection:
        change = sa.update(schema.dossier).where(schema.dossier.c.id == moved)
        connection.execute(change.values(school="ergens-anders"))
        areas.settle(connection, [moved])
    assert moved not in _has(town, anna)
    assert _has(town, anna) == _of_school(town, school)
    assert _has(town, bram) == set()


def test_the_import_applies_the_rules(town: Database) -> None:
    """``derive`` is what every import ends with."""
    anna, _ = _officers(town)
    school, written = _a_school(town)
    with town.write() as connection:
        areas.add(connection, anna, Kind.SCHOOL, written)
        lost = min(_of_school(town, school))
        ground = f"{caseload.AREA}{connection.execute(sa.select(schema.gebied.c.id)).scalar_one()}"
        caseload.revoke(connection, anna, [lost], "even weg", ground)
    assert lost not in _has(town, anna)
    with town.write() as connection:
        dossiers.derive(connection, [lost])
    assert lost in _has(town, anna)


def test_what_was_given_by_name_stays_when_the_area_goes(town: Database) -> None:
    anna, _ = _officers(town)
    school, written = _a_school(town)
    one = min(_of_school(town, school))
    with town.write() as connection:
        caseload.grant(connection, anna, [one])
        areas.add(connection, anna, Kind.SCHOOL, written)
        assert caseload.revoke(connection, anna, [one], "teruggenomen") == 0
        caseload.grant(connection, anna, [one])
        areas.remove(connection, anna, Kind.SCHOOL, written, "ander gebied")
    assert _has(town, anna) == {one}


def test_a_postcode_holds_from_the_first_figure_on(town: Database) -> None:
    anna, bram = _officers(town)
    with town.write() as connection:
        rows = connection.execute(
            sa.select(schema.dossier.c.id, schema.persoon.c.postcode)
            .join(schema.persoon, schema.persoon.c.id == schema.dossier.c.persoon)
            .where(schema.persoon.c.postcode.is_not(None))
        ).all()
        postcode = min(row.postcode for row in rows)
        areas.add(connection, anna, Kind.POSTCODE, postcode[:2])
        areas.add(connection, bram, Kind.POSTCODE, f"{postcode[:4]} {postcode[4:].lower()}")
    assert _has(town, anna) == {row.id for row in rows if row.postcode.startswith(postcode[:2])}
    assert _has(town, bram) == {row.id for row in rows if row.postcode == postcode}


@pytest.mark.parametrize("value", ["", "A", "25A", "2564A A", "25644", "%", "_", "0123"])
def test_a_postcode_that_is_none_is_named(town: Database, value: str) -> None:
    anna, _ = _officers(town)
    with town.write() as connection, pytest.raises(ServerError, match="postcode"):
        areas.add(connection, anna, Kind.POSTCODE, value)


def test_twice_and_never_are_named(town: Database) -> None:
    anna, _ = _officers(town)
    _, written = _a_school(town)
    with town.write() as connection:
        areas.add(connection, anna, Kind.SCHOOL, written)
        with pytest.raises(ServerError, match="al van"):
            areas.add(connection, anna, Kind.SCHOOL, written)
        with pytest.raises(UnknownError, match="hoort niet bij"):
            areas.remove(connection, anna, Kind.POSTCODE, "2564", "x")
