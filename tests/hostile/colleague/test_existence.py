"""No answer tells that police data exist: to who may not have them a known id is as good as none."""

from __future__ import annotations

import json
from typing import Any

import pytest
import sqlalchemy as sa

from leerplicht_protocol.messages import OpResult, OpStatus
from leerplicht_server import schema
from tests.server.office import ANNA, BRAM, MOMENT, NOTE, Office
from tests.server.test_author import ANNEX, PAPER, REPORT, STEP, TASK, VISIT

NO_WPG = frozenset({"teamleider"})
NOWHERE = "never-used"
LETTER = {**PAPER, "soort": "waarschuwing", "regime": "avg"}
SECRET = {
    "deurbezoek": {**VISIT, "modus": "opsporing"},
    "stuk": {**PAPER, "regime": "wpg"},
}
ENDED = {"hoe": "gedaan", "afgehandeld_op": MOMENT}
PROBES: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "a correction of a visit": (
        "deurbezoek",
        {**VISIT, "reden_correctie": "tijd"},
        "corrigeert",
        "deurbezoek",
    ),
    "a step on a paper": ("stukstap", STEP, "stuk", "stuk"),
    "an addition to a paper": ("stuk", LETTER, "aanvulling_op", "stuk"),
    "what came back of a visit": ("terugmelding", REPORT, "bezoek", "deurbezoek"),
    "the end of a task": ("taakafhandeling", ENDED, "taak", "taak"),
    "a task out of a visit": ("taak", TASK, "herkomst", "deurbezoek"),
    "a task out of a paper": ("taak", TASK, "herkomst", "stuk"),
    "a task out of a task": ("taak", TASK, "herkomst", "taak"),
}


def _push(
    office: Office, officer: str, entity: str, body: dict[str, Any], **more: Any
) -> tuple[str, OpResult]:
    roles = more.pop("roles", None)
    op = office.note("d-1", entity=entity, **more)
    op["body"] = {"dossiers": ["d-1"], **body}
    raw = json.loads(json.dumps(op))
    return str(op["id"]), office.push(officer, raw, **({"roles": roles} if roles else {}))


@pytest.fixture
def secrets(office: Office) -> dict[str, str]:
    """Police data of Anna in a dossier that Bram has too: kind -> id."""
    office.dossier("d-1", ANNA, BRAM)
    made = {}
    for kind in ("deurbezoek", "stuk"):
        made[kind], result = _push(office, ANNA, kind, {**SECRET[kind]})
        assert result.status is OpStatus.APPLIED, result
    made["taak"], result = _push(office, ANNA, "taak", {**TASK, "herkomst": made["deurbezoek"]})
    assert result.status is OpStatus.APPLIED, result
    return made


def _law(office: Office, id_: str) -> str | None:
    with office.database.read() as connection:
        statement = sa.select(schema.record.c.regime).where(schema.record.c.id == id_)
        law: str | None = connection.execute(statement).scalar_one_or_none()
    return law


@pytest.mark.parametrize("probe", PROBES)
def test_by_what_a_record_names(probe: str, office: Office, secrets: dict[str, str]) -> None:
    entity, body, field, kind = PROBES[probe]
    answers = []
    for target in (secrets[kind], NOWHERE):
        id_, result = _push(office, BRAM, entity, {**body, field: target}, roles=NO_WPG)
        answers.append((result.status, result.reason, _law(office, id_)))
    assert answers[0] == answers[1]


@pytest.mark.parametrize("kind", ["deurbezoek", "stuk", "taak"])
def test_by_what_it_waits_for(kind: str, office: Office, secrets: dict[str, str]) -> None:
    for name in (secrets[kind], NOWHERE):
        _, result = _push(office, BRAM, "gespreksnotitie", NOTE, after=[name], roles=NO_WPG)
        assert result.status is OpStatus.WAITING


@pytest.mark.parametrize("kind", ["deurbezoek", "stuk", "taak"])
def test_who_may_have_them_goes_on_from_them(kind: str, office: Office, secrets: dict[str, str]) -> None:
    """The same with the right: it is there, and what stems from it stands under the Wpg too."""
    id_, result = _push(office, BRAM, "taak", {**TASK, "herkomst": secrets[kind]}, after=[secrets[kind]])
    assert result.status is OpStatus.APPLIED
    assert _law(office, id_) == "wpg"


def test_ones_own_is_known_whatever_became_of_the_right(office: Office, secrets: dict[str, str]) -> None:
    """Anna lost the right after her visit: a task out of it is no task under the AVG, and she hears why."""
    _, result = _push(office, ANNA, "taak", {**TASK, "herkomst": secrets["deurbezoek"]}, roles=NO_WPG)
    assert (result.status, result.reason) == (OpStatus.REJECTED, "recht_wpg")


def test_a_photo_of_another_dossier_is_not_taken_along(office: Office, secrets: dict[str, str]) -> None:
    office.dossier("d-secret", ANNA)
    op = office.note("d-secret", entity="bijlage")
    op["body"] = {"dossiers": ["d-secret"], **ANNEX}
    assert office.push(ANNA, json.loads(json.dumps(op))).status is OpStatus.APPLIED
    for target in (op["id"], NOWHERE):
        body = {**STEP, "stuk": secrets["stuk"], "bijlage": target}
        _, result = _push(office, ANNA, "stukstap", body)
        assert (result.status, result.reason) == (OpStatus.REJECTED, "invalid: bijlage")
    assert _law(office, str(op["id"])) == "avg"
