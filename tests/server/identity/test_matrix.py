"""Every endpoint with every role, out of ``rechten.toml``; and its page in the manual says the same."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from fastapi import FastAPI

from leerplicht_server import journal, schema
from leerplicht_server.errors import ServerError
from leerplicht_server.http.app import create_app, endpoints_of
from leerplicht_server.identity import officers
from leerplicht_server.identity.states import SUSPENDED
from leerplicht_server.journal import Filter, What
from leerplicht_server.rights import BEARER, MATRIX, NOBODY
from tests.server.office import ANNA, BRAM
from tests.server.test_own_data import make_case
from tests.server.web import PRACTICE

from .conftest import Town
from .laptop import Laptop, code_of

PAGE = Path(__file__).parents[3] / "docs" / "beheer" / "rechten.md"
ROLES = (*MATRIX.groups, "")
ASKED = {way: right for way, right in MATRIX.endpoints.items() if right not in {NOBODY, BEARER}}
_SUPERVISES = {"journaal_lezen", "inzage_geven"}
OPEN = [way for way, right in MATRIX.endpoints.items() if right == NOBODY]


def _give(town: Town, laptop: Laptop, roles: Iterable[str]) -> None:
    """The roles of a session, as the provider would have said them."""
    with town.office.database.write() as connection:
        where = schema.sessie.c.jkt == laptop.prover.thumbprint
        connection.execute(sa.update(schema.sessie).where(where).values(rollen=json.dumps(sorted(roles))))


def _ask(laptop: Laptop, way: str) -> httpx.Response:
    method, path = way.split()
    device = laptop.session.device if laptop.session else ""
    value: dict[str, Any] = {"device": device or "dev-x", "jaar": 2026, "volg": 1, "records": []}
    if path == "/v1/ops":
        value = {
            **value,
            "incarnation": "i-1",
            "protocol": 1,
            "epoch": laptop.http.get("/v1/hello").json()["epoch"],
        }
        note = {"op": "op-1", "n": 1, "entity": "taak", "id": "t-1", "dossiers": ["d-1"], "body": {}}
        value |= {"clock": {"wall": "2026-11-20T14:03:11Z"}}
        value |= {"ops": [{"kind": "create", "at": "2026-11-20T14:03:11Z", **note}]}
    if path == "/v1/inzage":
        value = {"dossier": "d-1", "van": "jongere", "regime": "avg", "reden": "verzoek van 20 november"}
    if path == "/v1/receipts":
        value["ops"] = ["op-1"]
    body = value if method == "POST" else None
    return laptop.call(method, path, body) if laptop.session else laptop.ask(method, path, body)


def _refusals(town: Town) -> list[str]:
    with town.office.database.read() as connection:
        return [row.waarom for row in journal.lines(connection, Filter(what=What.REFUSED.value), 50)]


@pytest.mark.parametrize("way", ASKED)
def test_every_role_at_every_endpoint(town: Town, way: str) -> None:
    make_case(town.office)
    laptop = town.working(ANNA)
    for role in ROLES:
        _give(town, laptop, [role] if role else [])
        answer = _ask(laptop, way)
        if role in MATRIX.rights[ASKED[way]]:
            assert answer.status_code == 200, (role, answer.text)
        else:
            assert (answer.status_code, code_of(answer)) == (403, "recht"), role
            assert _refusals(town)[0] == "403 recht"


@pytest.mark.parametrize("way", ASKED)
def test_without_a_session_not_enrolled_and_revoked(town: Town, way: str) -> None:
    assert code_of(_ask(town.laptop(), way)) == "aanmelden"
    fresh = town.laptop()
    fresh.sign_in_by_code(BRAM)
    _give(town, fresh, MATRIX.groups)
    lost = town.working(ANNA)
    make_case(town.office)
    with town.office.database.write() as connection:
        officers.revoke_device(connection, lost.live.device)
    assert code_of(_ask(lost, way)) == "aanmelden"
    # Who supervises the journal has no laptop to enrol; everybody else does.
    assert code_of(_ask(fresh, way)) == ("" if ASKED[way] in _SUPERVISES else "apparaat")


@pytest.mark.parametrize("way", OPEN)
def test_what_is_open_asks_for_no_role(town: Town, way: str) -> None:
    method, path = way.split()
    answer = town.laptop().ask(method, path, {} if method == "POST" else None) if "/v1/" in path else None
    assert answer is None or code_of(answer) != "recht"


def test_every_endpoint_has_its_right(town: Town) -> None:
    app = create_app(town.office.database, PRACTICE)
    assert endpoints_of(app) == set(MATRIX.endpoints)
    known = {NOBODY, BEARER, *MATRIX.rights}
    assert set(MATRIX.endpoints.values()) <= known
    assert set().union(*MATRIX.rights.values()) <= set(MATRIX.groups)


def test_an_endpoint_that_nobody_wrote_down_keeps_the_server_from_starting() -> None:
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    app.get("/v1/nieuw")(lambda: None)
    with pytest.raises(ServerError, match="GET /v1/nieuw"):
        MATRIX.demand_whole(endpoints_of(app))


# -- the Wpg apart ---------------------------------------------------------------------------------

VISIT = {"begonnen_op": "2026-11-20T13:07:00Z", "geeindigd_op": "2026-11-20T13:17:00Z", "adres": "Laan 1"}


def _work(town: Town, id_: str, *, wpg: bool) -> dict[str, object]:
    modus = {"modus": "opsporing" if wpg else "toezicht", "uitkomst": "niet_thuis"}
    body = {**VISIT, **modus, "vastgelegd_op": "2026-11-20T13:20:00Z", "dossiers": ["d-1"]}
    return {**town.office.note("d-1"), "entity": "deurbezoek", "id": id_, "body": body}


def _seen(laptop: Laptop) -> set[str]:
    changes = laptop.call("GET", "/v1/changes").json()["changes"]
    return {change["id"] for change in changes if change["entity"] == "deurbezoek"}


def test_who_has_no_right_under_the_wpg_neither_gets_nor_makes_it(town: Town) -> None:
    town.office.dossier("d-1", ANNA, BRAM)
    anna, bram = town.working(ANNA), town.working(BRAM, "i-2")
    for number, wpg in enumerate((True, False)):
        assert anna.push(_work(town, f"v-{number}", wpg=wpg)).json()["results"][0]["status"] == "applied"
    assert _seen(bram) == {"v-0", "v-1"}
    _give(town, bram, ["teamleider"])
    assert _seen(bram) == {"v-1"}
    lines = bram.call("GET", "/v1/digest").json()["lines"]
    assert next(line["count"] for line in lines if line["entity"] == "deurbezoek") == 1
    refused = bram.push(_work(town, "v-2", wpg=True)).json()["results"][0]
    assert (refused["status"], refused["reason"]) == ("rejected", "recht_wpg")
    assert bram.push(_work(town, "v-3", wpg=False)).json()["results"][0]["status"] == "applied"


def test_what_stems_from_the_wpg_stands_under_it(town: Town) -> None:
    town.office.dossier("d-1", ANNA, BRAM)
    anna, bram = town.working(ANNA), town.working(BRAM, "i-2")
    better = _work(town, "v-1", wpg=False)
    moment = "2026-11-20T13:20:00Z"
    body = {**VISIT, "uitkomst": "niet_thuis", "corrigeert": "v-0", "reden_correctie": "tijd"}
    better["body"] = {**body, "vastgelegd_op": moment, "dossiers": ["d-1"]}
    task = {"wat": "Bel terug", "uiterlijk": "2026-11-27", "gemaakt_op": moment, "herkomst": "v-0"}
    stems = [better, {**town.office.note("d-1"), "entity": "taak", "id": "t-1"}]
    stems[1]["body"] = {**task, "dossiers": ["d-1"]}
    for op in (_work(town, "v-0", wpg=True), *stems):
        assert anna.push(op).json()["results"][0]["status"] == "applied"
    _give(town, bram, ["teamleider"])
    ids = {change["id"] for change in bram.call("GET", "/v1/changes").json()["changes"]}
    assert ids.isdisjoint({"v-0", "v-1", "t-1"})


# -- the page --------------------------------------------------------------------------------------


def _table() -> str:
    roles = list(MATRIX.groups)
    lines = [f"| recht | {' | '.join(roles)} |", f"|---|{'---|' * len(roles)}"]
    for right, having in MATRIX.rights.items():
        lines.append(f"| `{right}` | {' | '.join('ja' if role in having else '' for role in roles)} |")
    lines += ["", "| verzoek | recht |", "|---|---|"]
    lines += [f"| `{way}` | {right} |" for way, right in MATRIX.endpoints.items()]
    lines += ["", "| blad van het bureau | recht |", "|---|---|"]
    lines += [f"| `{way}` | {right} |" for way, right in MATRIX.pages.items()]
    lines += ["", "| rol | groep, als de instellingen niets anders zeggen |", "|---|---|"]
    return "\n".join([*lines, *(f"| {role} | `{group}` |" for role, group in MATRIX.groups.items())]) + "\n"


def test_the_manual_says_the_same() -> None:
    assert PAGE.read_text("utf-8").partition("<!-- tabel -->\n")[2] == _table()


# -- who supervises --------------------------------------------------------------------------------


def test_an_auditor_reads_the_journal_without_contents(town: Town) -> None:
    town.office.dossier("d-1", ANNA)
    anna = town.working(ANNA)
    anna.push(town.office.note("d-1", body={"tekst": "GEHEIM"}))
    anna.call("GET", "/v1/changes")
    auditor = town.laptop()
    auditor.sign_in_by_code(BRAM)
    _give(town, auditor, ["controleur"])
    page = auditor.call("GET", "/v1/journaal?over=d-1").json()
    assert page["wrong"] == ""
    assert [(line["wie"], line["wat"], line["waarop"]) for line in page["lines"]] == [
        (ANNA, "verstrekt", ["d-1"])
    ]
    whole = auditor.call("GET", "/v1/journaal")
    assert "GEHEIM" not in whole.text
    assert (whole.json()["lines"][0]["wie"], whole.json()["lines"][0]["wat"]) == (BRAM, "journaal gelezen")
    assert auditor.call("GET", "/v1/journaal?van=gisteren").status_code == 422


@pytest.mark.parametrize("state", ["geschorst", "ingetrokken"])
def test_who_may_only_hand_in_reads_no_journal(town: Town, state: str) -> None:
    anna = town.working(ANNA)
    with town.office.database.write() as connection:
        if state == "geschorst":
            officers.set_state(connection, ANNA, SUSPENDED)
        else:
            officers.revoke_device(connection, anna.live.device)
    anna.sign_in_by_code(ANNA)
    _give(town, anna, ["controleur"])
    answer = anna.call("GET", "/v1/journaal")
    assert answer.status_code == 403
    assert code_of(answer) in {"suspended", "apparaat_ingetrokken"}, answer.text


# -- who gives a citizen his data ------------------------------------------------------------------


def test_the_privacy_officer_gives_only_what_is_of_who_asks(town: Town) -> None:
    make_case(town.office)
    privacy = town.laptop()
    privacy.sign_in_by_code(BRAM)
    _give(town, privacy, ["privacy"])
    asked = {"dossier": "d-1", "van": "ouder1", "regime": "avg", "reden": "verzoek 12"}
    answer = privacy.call("POST", "/v1/inzage", asked)
    assert answer.status_code == 200
    assert answer.json()["gegevens"]["van"]["rol"] == "een ouder"
    assert base64.b64decode(answer.json()["pdf"]).startswith(b"%PDF")
    assert "Karel" not in answer.text
    with town.office.database.read() as connection:
        (line,) = journal.lines(connection, Filter(what=What.GIVEN.value), 9)
    assert (line.wie, json.loads(line.waarop), line.waarom) == (BRAM, ["d-1"], "avg, ouder1; verzoek 12")
    assert privacy.call("GET", "/v1/changes").status_code == 403  # of files only these passages
    for wrong, status, code in (
        ({"dossier": "d-9"}, 404, "onbekend"),
        ({"van": "verzorger"}, 404, "onbekend"),
        ({"reden": "  "}, 422, "vorm"),
        ({"weigeren": "onderzoek loopt"}, 422, "vorm"),
    ):
        refused = privacy.call("POST", "/v1/inzage", asked | wrong)
        assert (refused.status_code, code_of(refused)) == (status, code), wrong
