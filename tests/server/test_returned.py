"""What was refused for lack of access comes in when access returns; of two children the one is kept."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from leerplicht_protocol.messages import OpResult, OpStatus
from leerplicht_protocol.records import Entity
from leerplicht_server import quarantine, records, schema
from leerplicht_server.journal import What
from leerplicht_server.push import IN_PART
from leerplicht_server.quarantine import Decision
from leerplicht_server.returned import AGAIN
from tests.server.office import ANNA, Office

NOTE = Entity.GESPREKSNOTITIE


@pytest.fixture
def shared(office: Office) -> Office:
    """Two dossiers, of which Anna has one."""
    office.dossier("d-1", ANNA)
    office.dossier("d-2")
    return office


def _now(office: Office, op: str) -> OpResult:
    with office.database.read() as connection:
        (answer,) = quarantine.receipts(connection, ANNA, (op,))
    return answer


def _links(office: Office, note: str) -> set[str]:
    with office.database.read() as connection:
        return records.dossiers_of(connection, NOTE, note)


def test_what_was_refused_comes_in_with_its_correction_after_it(shared: Office) -> None:
    first = shared.note("d-2")
    second = shared.note("d-2", after=[first["id"]], body={"tekst": "verbeterd"})
    for op in (first, second):
        assert shared.push(ANNA, op).status is OpStatus.REJECTED
    came = {row.op: row.ontvangen_op for row in _lying(shared)}
    shared.grant(ANNA, "d-2")
    for op in (first, second):
        answer = _now(shared, op["op"])
        assert (answer.status, answer.reason) == (OpStatus.APPLIED, AGAIN)
        assert _links(shared, op["id"]) == {"d-2"}
        with shared.database.read() as connection:
            found = records.load(connection, NOTE, op["id"])
            received = connection.execute(
                sa.select(schema.record.c.ontvangen_op).where(schema.record.c.id == op["id"])
            ).scalar_one()
        assert found is not None
        assert (found.author.id, found.author.device) == (ANNA, f"dev-{ANNA}")
        assert received == came[op["op"]]
        assert shared.push(ANNA, op) == answer  # and a repeat gets the answer of now
    assert ANNA in {officer for officer, key in _sees(shared) if key == first["id"]}
    assert _told(shared) == 2


def test_what_a_person_decided_or_is_refused_for_another_reason_stays(shared: Office) -> None:
    for op in (judged := shared.note("d-2"), other := shared.note("d-9")):
        assert shared.push(ANNA, op).status is OpStatus.REJECTED
    with shared.database.write() as connection:
        quarantine.refuse(connection, judged["op"], Decision("os:x", "hoort hier niet"))
    shared.grant(ANNA, "d-2")
    assert _now(shared, judged["op"]).reason.startswith("afgewezen")
    assert _now(shared, other["op"]).status is OpStatus.REJECTED
    assert _links(shared, judged["id"]) == set()


def test_another_officers_access_lets_nothing_of_mine_in(shared: Office) -> None:
    op = shared.note("d-2")
    shared.push(ANNA, op)
    shared.grant("bram", "d-2")
    assert _now(shared, op["op"]).status is OpStatus.REJECTED
    assert _links(shared, op["id"]) == set()


def test_a_record_about_two_children_is_kept_for_the_one_and_then_for_both(shared: Office) -> None:
    op = shared.note("d-1", "d-2")
    answer = shared.push(ANNA, op)
    assert (answer.status, answer.reason) == (OpStatus.APPLIED, IN_PART)
    assert _links(shared, op["id"]) == {"d-1"}
    assert [row.reden for row in _lying(shared)] == [IN_PART]
    assert shared.push(ANNA, op) == answer
    shared.grant(ANNA, "d-2")
    assert (_now(shared, op["op"]).status, _now(shared, op["op"]).reason) == (OpStatus.APPLIED, AGAIN)
    assert _links(shared, op["id"]) == {"d-1", "d-2"}


def test_of_two_children_that_were_gone_each_comes_when_he_comes(shared: Office) -> None:
    shared.revoke(ANNA, "d-1")
    op = shared.note("d-1", "d-2")
    assert shared.push(ANNA, op).reason == "out_of_scope"
    shared.grant(ANNA, "d-1")
    assert (_now(shared, op["op"]).status, _now(shared, op["op"]).reason) == (OpStatus.APPLIED, IN_PART)
    assert _links(shared, op["id"]) == {"d-1"}
    shared.grant(ANNA, "d-2")
    assert _now(shared, op["op"]).reason == AGAIN
    assert _links(shared, op["id"]) == {"d-1", "d-2"}


def test_a_person_may_let_the_other_child_in(shared: Office) -> None:
    op = shared.note("d-1", "d-2")
    shared.push(ANNA, op)
    with shared.database.write() as connection:
        quarantine.release(connection, op["op"], Decision("os:x"))
    assert _links(shared, op["id"]) == {"d-1", "d-2"}
    assert _now(shared, op["op"]).reason.startswith("vrijgegeven")


def test_a_change_of_a_shared_field_waits_for_the_whole_of_its_access(shared: Office) -> None:
    op = shared.patch("d-2", telefoon=("0612345678", 1))
    assert shared.push(ANNA, op).reason == "out_of_scope"
    shared.grant(ANNA, "d-2")
    assert _now(shared, op["op"]).status is OpStatus.APPLIED


def _lying(office: Office) -> list[sa.Row[tuple[object, ...]]]:
    with office.database.read() as connection:
        return list(connection.execute(sa.select(schema.quarantaine).order_by(schema.quarantaine.c.op)))


def _sees(office: Office) -> set[tuple[str, str]]:
    return {(ANNA, id_) for _, id_ in office.visible(ANNA)}


def _told(office: Office) -> int:
    kind = schema.journaal.c.wat == What.TAKEN_AFTER.value
    with office.database.read() as connection:
        return int(connection.execute(sa.select(sa.func.count()).where(kind)).scalar_one())
