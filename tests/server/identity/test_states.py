"""A laptop reported lost, an officer suspended or barred: what each endpoint still gives them."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from leerplicht_server import mandates, quarantine, schema
from leerplicht_server.identity import officers
from leerplicht_server.identity.states import BARRED, SUSPENDED
from leerplicht_server.mandates import Mandate
from leerplicht_server.quarantine import Filter
from leerplicht_server.rights import MATRIX, NOBODY
from tests.server.office import ANNA, BRAM
from tests.server.test_own_data import make_case

from .conftest import Town
from .laptop import Laptop, RefusedError, code_of
from .test_matrix import _ask, _give

HANDS_IN = {"POST /v1/ops", "POST /v1/receipts", "POST /v1/unreadable"}
ENROLS = "POST /v1/devices"
WAYS = [way for way, right in MATRIX.endpoints.items() if right != NOBODY and way != "POST /v1/sign-out"]


def _strike(town: Town, laptop: Laptop, state: str) -> None:
    with town.office.database.write() as connection:
        if state == "ingetrokken":
            officers.revoke_device(connection, laptop.live.device)
        else:
            officers.set_state(connection, ANNA, SUSPENDED if state == "geschorst" else BARRED)


@pytest.mark.parametrize("state", ["ingetrokken", "geschorst"])
def test_who_signs_in_after_it_hands_in_and_gets_nothing(town: Town, state: str) -> None:
    """With every role there is, so that it is the state that decides."""
    make_case(town.office)
    anna = town.working(ANNA)
    _strike(town, anna, state)
    assert {code_of(_ask(anna, way)) for way in WAYS} == {"aanmelden"}  # what was open ended
    anna.sign_in_by_code(ANNA)
    _give(town, anna, MATRIX.groups)
    for way in WAYS:
        answer = _ask(anna, way)
        if way in HANDS_IN:
            assert answer.status_code == 200, (way, answer.text)
            assert all(one["status"] == "rejected" for one in answer.json().get("results", ()))
        elif way == ENROLS:
            assert answer.status_code != 200, answer.text
        else:
            assert answer.status_code == 403, (way, answer.text)
            assert code_of(answer) in {"apparaat_ingetrokken", "suspended"}, (way, answer.text)
    assert town.office.count(schema.apparaat) == 1


def test_who_is_barred_gets_nothing_at_all(town: Town) -> None:
    make_case(town.office)
    anna = town.working(ANNA)
    _strike(town, anna, "uitgesloten")
    with pytest.raises((RefusedError, AssertionError)):
        anna.sign_in_by_code(ANNA)
    assert {code_of(_ask(anna, way)) for way in WAYS} == {"aanmelden"}


# -- who works for a colleague ----------------------------------------------------------------------


def _mandate(town: Town, of: str, to: str) -> str:
    day = mandates.today(town.clock())
    with town.office.database.write() as connection:
        return mandates.give(connection, Mandate(of, to, day, day + timedelta(days=9), "verlof"), day)


def _pushed(laptop: Laptop, op: dict[str, Any]) -> tuple[str, str]:
    (result,) = laptop.push(op).json()["results"]
    return result["status"], result["reason"]


def test_a_stand_in_writes_under_his_own_name_and_corrects_nothing_of_hers(town: Town) -> None:
    town.office.dossier("d-1", ANNA)
    anna, bram = town.working(ANNA), town.working(BRAM, "i-2")
    assert _pushed(anna, town.office.note("d-1", id="n-1")) == ("applied", "")
    _mandate(town, ANNA, BRAM)
    for name in ("Anna", ANNA):
        claimed = town.office.note("d-1", body={"verbalisant": name})
        assert _pushed(bram, claimed) == ("rejected", "auteur: verbalisant")
    hers = town.office.note("d-1", body={"corrigeert": "n-1", "reden_correctie": "x"})
    assert _pushed(bram, hers) == ("rejected", "andermans: corrigeert")
    assert _pushed(bram, town.office.note("d-1", id="n-2")) == ("applied", "")
    made = anna.call("GET", "/v1/changes").json()["changes"]
    authors = {one["id"]: one["author"]["officer"] for one in made if one["author"]}
    assert authors == {"n-1": ANNA, "n-2": BRAM}


@pytest.mark.parametrize("state", ["ingetrokken", "geschorst"])
def test_a_stand_in_who_is_stopped_hands_in_for_her_too_but_into_quarantine(town: Town, state: str) -> None:
    town.office.dossier("d-1", BRAM)
    anna = town.working(ANNA)
    _mandate(town, BRAM, ANNA)
    _strike(town, anna, state)
    anna.sign_in_by_code(ANNA)
    assert _pushed(anna, town.office.note("d-1"))[0] == "rejected"
    assert anna.call("GET", "/v1/changes").status_code == 403
    with town.office.database.read() as connection:
        (row,) = quarantine.listed(connection, Filter(), 9)
    why = {"ingetrokken": "na_intrekking", "geschorst": "na_schorsing"}[state]
    assert (row.ambtenaar, row.reden) == (ANNA, why)
    assert json.loads(row.inhoud)["dossiers"] == ["d-1"]
