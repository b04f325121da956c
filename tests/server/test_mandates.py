"""A mandate: a colleague's dossiers for a while, and not a day longer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_protocol.messages import OpStatus
from leerplicht_server import access, caseload, journal, mandates, schema
from leerplicht_server.errors import ServerError, UnknownError
from leerplicht_server.identity import officers
from leerplicht_server.identity.states import SUSPENDED
from leerplicht_server.mandates import Mandate, Stand
from tests.server.office import ANNA, BRAM, Laptop, Office

FIRST, LAST = date(2026, 12, 1), date(2026, 12, 12)
WANTED = Mandate(ANNA, BRAM, FIRST, LAST, "vakantie")


@pytest.fixture
def town(office: Office) -> Office:
    """Anna has two dossiers, Bram has one of his own."""
    office.dossier("d-1", ANNA)
    office.dossier("d-2", ANNA)
    office.dossier("d-3", BRAM)
    return office


def _give(office: Office, wanted: Mandate = WANTED, day: date = FIRST) -> str:
    with office.database.write() as connection:
        return mandates.give(connection, wanted, day)


def _mine(office: Office, officer: str) -> set[str]:
    laptop = Laptop(office.database, officer)
    laptop.pull()
    return {id_ for kind, id_ in laptop.records if kind == "dossier"}


def test_a_mandate_begins_and_ends_by_itself(town: Office) -> None:
    _give(town, day=FIRST - timedelta(days=3))
    assert _mine(town, BRAM) == {"d-3"}
    for day, mine in (
        (FIRST - timedelta(days=1), {"d-3"}),
        (FIRST, {"d-1", "d-2", "d-3"}),
        (LAST, {"d-1", "d-2", "d-3"}),
        (LAST + timedelta(days=1), {"d-3"}),
    ):
        mandates.keep_time(town.database, day)
        assert _mine(town, BRAM) == mine
    assert _mine(town, ANNA) == {"d-1", "d-2"}


def test_what_the_owner_gets_or_loses_meanwhile_follows(town: Office) -> None:
    _give(town)
    town.dossier("d-4", ANNA)
    assert _mine(town, BRAM) == {"d-1", "d-2", "d-3", "d-4"}
    town.revoke(ANNA, "d-1")
    assert _mine(town, BRAM) == {"d-2", "d-3", "d-4"}
    mandates.keep_time(town.database, LAST + timedelta(days=1))
    assert _mine(town, BRAM) == {"d-3"}


def test_what_he_has_himself_too_stays_when_it_ends(town: Office) -> None:
    town.grant(BRAM, "d-1")
    _give(town)
    mandates.keep_time(town.database, LAST + timedelta(days=1))
    assert _mine(town, BRAM) == {"d-1", "d-3"}


def test_a_mandate_is_not_passed_on(town: Office) -> None:
    with town.database.write() as connection:
        access.add_officer(
            connection, access.officer_named(connection, BRAM).model_copy(update={"id": "cas"})
        )
    _give(town)
    _give(town, replace(WANTED, of=BRAM, to="cas"))
    assert _mine(town, "cas") == {"d-3"}


def test_the_owner_stays_the_officer_of_the_dossier(town: Office) -> None:
    _give(town)
    with town.database.read() as connection:
        assert caseload.holders(connection, "d-1") == ["Anna"]


def test_it_can_be_withdrawn_and_stands_in_the_journal(town: Office) -> None:
    id_ = _give(town)
    with town.database.write() as connection:
        mandates.withdraw(connection, id_, "eerder terug")
    assert _mine(town, BRAM) == {"d-3"}
    with town.database.write() as connection:
        lines = [row.wat for row in connection.execute(sa.select(schema.journaal)).all()]
        with pytest.raises(ServerError, match="al voorbij"):
            mandates.withdraw(connection, id_, "nog eens")
        with pytest.raises(UnknownError, match="niet bekend"):
            mandates.withdraw(connection, "m-9", "x")
    assert lines[-2:] == [journal.What.MANDATE_BEGAN, journal.What.MANDATE_ENDED]


def test_a_paper_of_the_owner_is_gone_on_with_by_mandate_only(town: Office) -> None:
    town.numbers(ANNA)
    note = town.note("d-1")
    assert town.push(ANNA, note).status is OpStatus.APPLIED
    with town.database.read() as connection:
        assert not access.stands_in(connection, BRAM, ANNA)
    _give(town)
    with town.database.read() as connection:
        assert access.stands_in(connection, BRAM, ANNA)
        assert not access.stands_in(connection, ANNA, BRAM)
    assert town.push(BRAM, town.note("d-1")).status is OpStatus.APPLIED
    mandates.keep_time(town.database, LAST + timedelta(days=1))
    assert town.push(BRAM, town.note("d-1")).status is OpStatus.REJECTED


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (replace(WANTED, to=ANNA), "aan een ander"),
        (replace(WANTED, to="niemand"), "niet bekend"),
        (replace(WANTED, reason="  "), "--reden"),
        (replace(WANTED, last=FIRST - timedelta(days=1)), "voor de eerste"),
        (replace(WANTED, first=FIRST - timedelta(days=9), last=FIRST - timedelta(days=1)), "al voorbij"),
        (replace(WANTED, last=FIRST + timedelta(days=400)), "hoogstens een jaar"),
    ],
)
def test_what_cannot_be_is_named(town: Office, wanted: Mandate, said: str) -> None:
    with pytest.raises(ServerError, match=said):
        _give(town, wanted)
    assert town.count(schema.mandaat) == 0


def test_nobody_stands_in_who_may_not_sign_in(town: Office) -> None:
    with town.database.write() as connection:
        officers.set_state(connection, BRAM, SUSPENDED)
    with pytest.raises(ServerError, match="Herstel hem eerst"):
        _give(town)


@given(
    first=st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    days=st.integers(0, 30),
    offset=st.integers(-40, 40),
)
def test_on_any_day_it_stands_as_its_days_say(first: date, days: int, offset: int) -> None:
    """The three stands by the days alone, as a list of the administrator shows them."""
    last, day = first + timedelta(days=days), first + timedelta(days=offset)
    expected = Stand.COMING if day < first else Stand.PAST if day > last else Stand.RUNNING
    assert mandates.stand_on(first.isoformat(), last.isoformat(), day) == expected
