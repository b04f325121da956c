from __future__ import annotations

import json

import pytest
import sqlalchemy as sa
from pydantic import JsonValue

from leerplicht_protocol.messages import OpStatus
from leerplicht_protocol.records import Dossier, Entity
from leerplicht_server import push, records, schema
from tests.server.office import ANNA, BRAM, Laptop, Office

APPLIED, REJECTED, WAITING = OpStatus.APPLIED, OpStatus.REJECTED, OpStatus.WAITING


def _stored(office: Office, entity: Entity, record_id: str) -> dict[str, JsonValue]:
    with office.database.read() as connection:
        found = records.load(connection, entity, record_id)
    assert found is not None
    return found.fields


def test_a_note_arrives_once_however_often_it_is_sent(office: Office) -> None:
    office.dossier("d-1", ANNA)
    op = office.note("d-1", body={"tekst": "Zó'n “gesprek” – 日本 🙂"})
    first = office.push(ANNA, op)
    assert first.status is APPLIED
    assert [office.push(ANNA, op) for _ in range(3)] == [first] * 3
    anna = Laptop(office.database, ANNA)
    anna.pull()
    note = anna.records["gespreksnotitie", op["id"]]
    assert note.fields["tekst"] == "Zó'n “gesprek” – 日本 🙂"
    assert (note.rev, note.dossiers) == (first.rev, ("d-1",))
    assert note.seq >= first.seq
    assert office.count(schema.operatie) == 1


def test_the_author_comes_from_the_token_when_it_is_empty(office: Office) -> None:
    office.dossier("d-1", ANNA)
    office.push(ANNA, office.note("d-1"))
    assert _stored(office, Entity.GESPREKSNOTITIE, "g-1")["verbalisant"] == "Anna"


def test_fields_of_a_later_program_stay(office: Office) -> None:
    office.dossier("d-1", ANNA)
    office.push(ANNA, office.note("d-1", body={"uit_de_toekomst": {"a": [1.5, None]}}))
    assert _stored(office, Entity.GESPREKSNOTITIE, "g-1")["uit_de_toekomst"] == {"a": [1.5, None]}


def test_the_same_operation_with_another_content_is_an_alarm(office: Office) -> None:
    office.dossier("d-1", ANNA, BRAM)
    op = office.note("d-1")
    office.push(ANNA, op)
    with pytest.raises(push.OpChangedError):
        office.push(ANNA, {**op, "at": "2026-11-20T13:08:00Z"})
    with pytest.raises(push.OpChangedError):
        office.push(BRAM, op)
    assert office.count(schema.quarantaine) == 0


def test_work_for_a_dossier_that_is_not_hers_is_kept_in_quarantine(office: Office) -> None:
    office.dossier("d-1", BRAM)
    office.dossier("d-2", ANNA)
    op = office.note("d-1", body={"tekst": "niet kwijt"})
    result = office.push(ANNA, op)
    assert (result.status, result.reason) == (REJECTED, "out_of_scope")
    assert office.push(ANNA, op) == result
    with office.database.read() as connection:
        row = connection.execute(sa.select(schema.quarantaine)).one()
        assert records.load(connection, Entity.GESPREKSNOTITIE, op["id"]) is None
    assert json.loads(row.inhoud) == op
    assert (row.ambtenaar, row.reden) == (ANNA, "out_of_scope")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"entity": "dossier"}, "invalid: not"),
        ({"entity": "persoon"}, "invalid: not"),
        ({"body": {"hoe": "per duif"}}, "invalid: hoe"),
        ({"body": {"tekst": 3}}, "invalid: tekst"),
        ({"body": {"dossiers": ["d-2"]}}, "invalid: dossiers"),
        ({"body": {"dossiers": []}}, "invalid: dossiers"),
        ({"body": {"corrigeert": "g-99"}}, "invalid: corrigeert"),
        ({"body": {"vastgelegd_op": "2026-11-20T13:07:00"}}, "invalid: vastgelegd_op"),
    ],
)
def test_a_record_that_is_not_whole_is_refused_and_kept(
    office: Office, changes: dict[str, JsonValue], reason: str
) -> None:
    office.dossier("d-1", ANNA)
    result = office.push(ANNA, office.note("d-1", **changes))
    assert result.status is REJECTED
    assert result.reason.startswith(reason)
    assert office.count(schema.quarantaine) == 1
    assert office.count(schema.record) == 1


def test_what_was_written_down_is_never_written_over(office: Office) -> None:
    office.dossier("d-1", ANNA, BRAM)
    first = office.note("d-1", body={"tekst": "een"})
    again = office.note("d-1", id=first["id"], body={"tekst": "een"})
    other = office.note("d-1", id=first["id"], body={"tekst": "twee"})
    done = office.push(ANNA, first)
    repeated = office.push(ANNA, again)
    assert (repeated.status, repeated.rev, repeated.seq) == (APPLIED, done.rev, done.seq)
    assert office.push(ANNA, other).reason == "immutable"
    assert office.push(BRAM, office.note("d-1", id=first["id"], body={"tekst": "een"})).reason == "immutable"
    assert _stored(office, Entity.GESPREKSNOTITIE, first["id"])["tekst"] == "een"


def test_a_correction_points_to_what_it_corrects(office: Office) -> None:
    office.dossier("d-1", ANNA)
    office.dossier("d-2", ANNA)
    first = office.note("d-1")
    office.push(ANNA, first)
    assert office.push(ANNA, office.note("d-1", body={"corrigeert": first["id"]})).status is APPLIED
    elsewhere = office.push(ANNA, office.note("d-2", body={"corrigeert": first["id"]}))
    assert elsewhere.reason == "invalid: corrigeert"


def test_an_operation_waits_for_the_record_it_builds_on(office: Office) -> None:
    office.dossier("d-1", ANNA)
    first = office.note("d-1")
    second = office.note("d-1", after=[first["id"]])
    assert office.push(ANNA, second).status is WAITING
    assert office.count(schema.operatie) == 0
    office.push(ANNA, first)
    assert office.push(ANNA, second).status is APPLIED


def test_what_builds_on_a_refused_record_is_refused_too(office: Office) -> None:
    office.dossier("d-1", ANNA)
    first = office.note("d-9")
    assert office.push(ANNA, first).reason == "out_of_scope"
    follower = office.note("d-1", after=[first["id"]])
    assert office.push(ANNA, follower).reason == "after_rejected"


def test_a_task_is_ended_by_a_record_of_its_own(office: Office) -> None:
    office.dossier("d-1", ANNA)
    moment = "2026-11-20T13:07:00Z"
    taak = {"dossiers": ["d-1"], "wat": "bellen", "uiterlijk": "2026-12-01", "gemaakt_op": moment}
    einde = {"dossiers": ["d-1"], "taak": "t-1", "hoe": "gedaan", "afgehandeld_op": moment}
    end = office.note("d-1", entity="taakafhandeling", id="te-1")
    end["body"] = einde
    assert office.push(ANNA, end).reason == "invalid: taak"
    begin = office.note("d-1", entity="taak", id="t-1")
    begin["body"] = taak
    assert office.push(ANNA, begin).status is APPLIED
    assert office.push(ANNA, {**end, "op": "op-later"}).status is APPLIED


def test_a_patch_on_the_value_the_officer_saw_is_taken(office: Office) -> None:
    office.dossier("d-1", ANNA)
    result = office.push(ANNA, office.patch("d-1", telefoon=("06-1", 1), leerjaar=("groep 4", 1)))
    assert result.status is APPLIED
    assert result.applied == {"telefoon": result.rev, "leerjaar": result.rev}
    assert _stored(office, Entity.DOSSIER, "d-1")["telefoon"] == "06-1"


def test_a_patch_on_an_older_value_is_a_conflict_for_that_field_only(office: Office) -> None:
    office.dossier("d-1", ANNA, BRAM)
    office.push(BRAM, office.patch("d-1", telefoon=("06-bram", 1)))
    result = office.push(ANNA, office.patch("d-1", telefoon=("06-anna", 1), leerjaar=("groep 4", 1)))
    assert result.status is OpStatus.CONFLICT
    assert set(result.applied) == {"leerjaar"}
    conflict = result.conflicts["telefoon"]
    assert (conflict.theirs, conflict.by) == ("06-bram", "Bram")
    assert conflict.at is not None
    resolved = office.push(ANNA, office.patch("d-1", telefoon=("06-anna", conflict.rev)))
    assert resolved.status is APPLIED
    assert _stored(office, Entity.DOSSIER, "d-1")["telefoon"] == "06-anna"


def test_an_officer_never_conflicts_with_herself(office: Office) -> None:
    office.dossier("d-1", ANNA)
    office.push(ANNA, office.patch("d-1", telefoon=("06-1", 1)))
    assert office.push(ANNA, office.patch("d-1", telefoon=("06-2", 1))).status is APPLIED
    office.edit("d-1", telefoon="06-kantoor")
    assert office.push(ANNA, office.patch("d-1", telefoon=("06-3", 1))).status is OpStatus.CONFLICT


def test_two_people_who_write_the_same_do_not_conflict(office: Office) -> None:
    office.dossier("d-1", ANNA, BRAM)
    office.push(BRAM, office.patch("d-1", telefoon=("06-1", 1)))
    assert office.push(ANNA, office.patch("d-1", telefoon=("06-1", 1))).status is APPLIED


def test_a_patch_on_a_value_that_was_never_here_is_for_a_person_to_decide(office: Office) -> None:
    office.dossier("d-1", ANNA, BRAM)
    lost = office.push(ANNA, office.patch("d-1", tolk=("Turks", 7)))
    assert lost.status is OpStatus.CONFLICT
    assert (lost.conflicts["tolk"].theirs, lost.conflicts["tolk"].by) == ("", "")
    decided = office.push(ANNA, office.patch("d-1", tolk=("Turks", lost.conflicts["tolk"].rev)))
    assert decided.status is APPLIED
    again = office.push(BRAM, office.patch("d-1", tolk=("Koerdisch", 90)))
    assert again.conflicts["tolk"].by == "Anna"
    assert office.push(BRAM, office.patch("d-1", tolk=("Turks", 90))).status is APPLIED


def test_who_wrote_a_shared_field_stands_beside_it(office: Office) -> None:
    office.dossier("d-1", ANNA, BRAM)
    first = office.patch("d-1", tolk=("Turks", 0), taal=("Turks", 0), leerjaar=("groep 4", 1))
    at = office.push(ANNA, first).applied["tolk"]
    assert (
        office.push(BRAM, office.patch("d-1", tolk=("Koerdisch", at), taal=("Turks", at))).status is APPLIED
    )
    found = Dossier.model_validate_json(json.dumps(_stored(office, Entity.DOSSIER, "d-1")), strict=True)
    assert {name: said.door for name, said in found.vermeld.items()} == {"tolk": "Bram", "taal": "Anna"}


@pytest.mark.parametrize(
    "fields",
    [
        {"nummer": ("2026-9999", 1)},
        {"telefoon": (6, 1)},
        {"telefoon": ("x" * 401, 1)},
        {"tolk": ("x" * 121, 0)},
    ],
)
def test_a_patch_that_cannot_be_is_refused(office: Office, fields: dict[str, tuple[JsonValue, int]]) -> None:
    office.dossier("d-1", ANNA)
    result = office.push(ANNA, office.patch("d-1", **fields))
    assert result.status is REJECTED
    assert result.reason.startswith("invalid")


def test_both_clocks_are_kept(office: Office) -> None:
    office.dossier("d-1", ANNA)
    office.push(ANNA, office.note("d-1"))
    with office.database.read() as connection:
        row = connection.execute(sa.select(schema.operatie)).one()
    assert row.apparaat_op == "2026-11-20T13:07:00+00:00"
    assert row.apparaat_afwijking_ms == -840
    assert row.ontvangen_op > row.apparaat_op
