"""Fields that name a case, a number or a reason: what a colleague may put in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa

from leerplicht_protocol.messages import OpResult, OpStatus
from leerplicht_protocol.numbers import BLOCK_SIZE
from leerplicht_server import number_blocks, restored, schema
from leerplicht_server.database import Database
from tests.server.identity.conftest import Hands, Town
from tests.server.identity.laptop import Laptop
from tests.server.office import ANNA, BRAM, MOMENT, Office
from tests.server.test_author import PAPER
from tests.server.web import client

CASE: dict[str, Any] = {
    "soort": "halt",
    "begonnen_op": MOMENT,
    "antwoorden": {"aanbod": "2026-11-02"},
    "regime": "wpg",
    "vastgelegd_op": MOMENT,
}


def _push(office: Office, officer: str, entity: str, id_: str, body: dict[str, Any]) -> OpResult:
    op = office.note("d-1", entity=entity, id=id_)
    op["body"] = {"dossiers": ["d-1"], **body}
    return office.push(officer, json.loads(json.dumps(op)))


@pytest.fixture
def shared(office: Office) -> Office:
    """A dossier of both, with a procedure of Anna in it and one in a dossier that Bram has not."""
    office.dossier("d-1", ANNA, BRAM)
    assert _push(office, ANNA, "procedure", "p-1", {**CASE, "zaak": "p-1"}).status is OpStatus.APPLIED
    return office


@pytest.mark.parametrize("case", ["p-1", "never-used", "d-1"])
def test_nobody_joins_a_case_without_going_on_from_it(case: str, shared: Office) -> None:
    """Under the AVG it would have stood as the newest word in a case of police data."""
    result = _push(shared, BRAM, "procedure", "p-2", {**CASE, "regime": "avg", "zaak": case})
    assert (result.status, result.reason) == (OpStatus.REJECTED, "invalid: zaak")


@pytest.mark.parametrize(("field", "value"), [("zaak", "p-2"), ("zaak", "p-9"), ("soort", "verlof")])
def test_a_version_stays_in_its_case(field: str, value: str, shared: Office) -> None:
    later = {**CASE, "zaak": "p-1", "corrigeert": "p-1", "reden_correctie": "nieuw"}
    result = _push(shared, BRAM, "procedure", "p-2", {**later, field: value})
    assert (result.status, result.reason) == (OpStatus.REJECTED, f"invalid: {field}")
    assert _push(shared, BRAM, "procedure", "p-3", later).status is OpStatus.APPLIED
    with shared.database.read() as connection:
        where = schema.record.c.id == "p-3"
        assert connection.execute(sa.select(schema.record.c.regime).where(where)).scalar_one() == "wpg"


# -- numbers after a backup was put back -----------------------------------------------------------


def _paper(office: Office, number: str) -> str:
    body = {**PAPER, "soort": "proces_verbaal", "regime": "wpg", "nummer": number}
    return _push(office, BRAM, "stuk", f"s-{number}", body).reason


def test_after_a_restore_only_numbers_that_can_have_been_given_are_believed(office: Office) -> None:
    office.dossier("d-1", BRAM)
    office.numbers(ANNA)
    office.laptop(BRAM)
    assert _paper(office, "OEF-2026-000021") == "nummer_niet_van_laptop"
    with office.database.write() as connection:
        restored.skip_numbers(connection)
    last = (1 + restored.PV_BLOCKS) * BLOCK_SIZE
    for number, reason in (
        ("OEF-2026-000021", ""),
        (f"OEF-2026-{last:06}", ""),
        (f"OEF-2026-{last + 1:06}", "nummer_niet_van_laptop"),
        ("OEF-2026-000001", "nummer_niet_van_laptop"),  # Anna's
        ("OEF-2026-000000", "nummer_niet_van_laptop"),
        ("OEF-2999-000021", "nummer_niet_van_laptop"),
        ("XYZ-2026-000021", "nummer_niet_van_laptop"),
    ):
        assert _paper(office, number) == reason, number


def test_numbers_of_a_year_that_the_backup_does_not_know_are_skipped_too(office: Office) -> None:
    """A backup of before New Year: the first numbers of the year are on laptops already."""
    office.numbers(ANNA, 2020)
    with office.database.write() as connection:
        restored.skip_numbers(connection)
        year = int(number_blocks.restored_at(connection)[:4])
        for new in (year, year + 1):
            block = number_blocks.reserve(connection, "dev-anna", "OEF", new, 1)
            assert block.van == 1 + restored.PV_BLOCKS * BLOCK_SIZE


# -- words that go into the journal ----------------------------------------------------------------


@pytest.fixture
def reader(database: Database, office: Office) -> Iterator[Laptop]:
    """Bram, as privacy officer."""
    office.dossier("d-1", ANNA)
    clock = Hands()
    with client(database, clock=clock) as http:
        laptop = Town(office, clock, http).laptop()
        laptop.sign_in_by_code(BRAM)
        with database.write() as connection:
            connection.execute(sa.update(schema.sessie).values(rollen=json.dumps(["privacy"])))
        yield laptop


@pytest.mark.parametrize("sign", ["%00", "a%00b", "%E2%80%AE", "%1B%5B31m"])
def test_a_filter_of_the_journal_that_steers_is_refused(sign: str, reader: Laptop) -> None:
    """PostgreSQL keeps no NUL: the answer was that the database was away."""
    for name in ("wie", "wat", "over", "van", "tot"):
        assert reader.call("GET", f"/v1/journaal?{name}={sign}").status_code == 422, name
    assert reader.call("GET", "/v1/journaal?wie=bram").status_code == 200


@pytest.mark.parametrize("sign", ["a\0bc", "\u202ereden", "re\u2066den", "\x1b[31mrood", "a"])
@pytest.mark.parametrize("field", ["reden", "weigeren", "dossier"])
def test_a_reason_that_steers_comes_in_no_journal(field: str, sign: str, reader: Laptop) -> None:
    asked = {"dossier": "d-1", "van": "jongere", "regime": "wpg", "reden": "verzoek 12", field: sign}
    answer = reader.call("POST", "/v1/inzage", asked)
    assert answer.status_code == 422 or (sign == "a" and field != "reden"), answer.text
