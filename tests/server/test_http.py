from __future__ import annotations

import gzip
import logging
import re
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from leerplicht_protocol.codec import MAX_BYTES, canonical
from leerplicht_protocol.messages import DeviceState, Digest, OpStatus, Problem
from leerplicht_protocol.proof import new_key
from leerplicht_server import schema
from leerplicht_server.database import Database
from leerplicht_server.settings import Settings
from tests.server.office import ANNA, BRAM, MOMENT, Office
from tests.server.web import PRACTICE, Bound, Signed, client, sign_in


@pytest.fixture
def http(office: Office) -> Iterator[httpx.Client]:
    with client(office.database) as opened:
        yield opened


@pytest.fixture
def anna(http: httpx.Client) -> Signed:
    return sign_in(http, ANNA)


def _code(answer: object) -> str:
    content = getattr(answer, "content", b"")
    return Problem.model_validate_json(content, strict=True).code


def test_work_goes_up_and_comes_back(office: Office, anna: Signed) -> None:
    office.dossier("d-1", ANNA)
    answer = anna.pushed(office.note("d-1", body={"tekst": "x"}), office.note("d-1"))
    assert [r.status for r in answer.results] == [OpStatus.APPLIED] * 2
    page = anna.changes()
    assert {c.entity.value for c in page.changes} == {"dossier", "gespreksnotitie"}
    assert page.device_state is DeviceState.ACTIVE
    assert (page.epoch, page.head, page.more) == (anna.epoch, answer.head, False)
    digest = Digest.model_validate_json(anna.get("/v1/digest", cursor=page.next).content, strict=True)
    assert {line.entity.value: line.count for line in digest.lines if line.count} == {
        "dossier": 1,
        "gespreksnotitie": 2,
    }


def test_a_packed_request_says_the_same(office: Office, anna: Signed) -> None:
    office.dossier("d-1", ANNA)
    op = office.note("d-1", body={"tekst": "x" * 50_000})
    packed, plain = anna.push(op, packed=True), anna.push(op)
    assert packed.json()["results"] == plain.json()["results"]


def test_a_long_answer_is_packed(office: Office, anna: Signed) -> None:
    office.dossier("d-1", ANNA)
    anna.pushed(office.note("d-1", body={"tekst": "x" * 50_000}))
    answer = anna.get("/v1/changes")
    assert answer.headers["content-encoding"] == "gzip"
    assert int(answer.headers["content-length"]) < 5_000


def test_an_operation_that_changed_is_refused_and_the_others_stay(office: Office, anna: Signed) -> None:
    office.dossier("d-1", ANNA)
    first, second, third = office.note("d-1"), office.note("d-1"), office.note("d-1")
    before = anna.pushed(first).results[0]
    answer = anna.pushed(second, {**first, "at": "2026-11-20T13:08:00Z"}, third)
    told = [(result.op, result.status, result.reason) for result in answer.results]
    assert told == [
        (second["op"], OpStatus.APPLIED, ""),
        (first["op"], OpStatus.REJECTED, "op_gewijzigd"),
        (third["op"], OpStatus.APPLIED, ""),
    ]
    assert anna.pushed(first).results[0] == before
    assert len(anna.changes().changes) == 4


def _broken(office: Office) -> dict[str, Any]:
    """Everything that can be wrong with one operation, by why it is refused."""
    note = office.note
    return {
        "vorm: body": {**note("d-1"), "body": "x"},
        "vorm: dossiers": note("d-1", dossiers=[]),
        "vorm: at": note("d-1", at="gisteren"),
        "vorm: id": note("d-1", id="een naam met spaties"),
        "vorm: entity": note("d-1", entity="vogel"),
        "vorm: n": note("d-1", n=-1),
        "vorm": note("d-1", kind="delete"),
        "te_groot": note("d-1", body={"tekst": "x" * 2_600_000}),
    }


def test_each_operation_answers_alone(office: Office, anna: Signed) -> None:
    office.dossier("d-1", ANNA)
    broken = _broken(office)
    nameless: list[Any] = [3, None, [], {}, {**office.note("d-1"), "op": "met spatie"}]
    good = office.note("d-1")
    answer = anna.pushed(*broken.values(), *nameless, good)
    told = [result.reason for result in answer.results]
    assert told[: len(broken)] == list(broken)
    assert all(reason.startswith("vorm") for reason in told[len(broken) : -1])
    assert answer.results[-1].status is OpStatus.APPLIED
    kept = len(broken) - 1 + len(nameless)  # what is too large stays on the laptop
    assert office.count(schema.quarantaine) == kept
    assert anna.pushed(*broken.values(), *nameless, good).results == answer.results
    assert office.count(schema.quarantaine) == kept


def test_what_nobody_can_write_down_is_refused_and_not_kept(office: Office, anna: Signed) -> None:
    office.dossier("d-1", ANNA)
    bad, good = office.note("d-1"), office.note("d-1")
    for value in ('"\\ud800"', "1e999", str(2**63)):
        raw = canonical({**bad, "body": {"x": "@@"}}).decode().replace('"@@"', value)
        body = f'{{"device":"{anna.device}","incarnation":"i-1","protocol":1,"epoch":"{anna.epoch}",'
        body += f'"clock":{{"wall":"{MOMENT}"}},"ops":[{raw},{canonical(good).decode()}]}}'
        answer = anna.http.post("/v1/ops", content=body.encode(), auth=anna.auth)
        results = answer.json()["results"]
        assert [(r["op"], r["status"], r["reason"]) for r in results] == [
            (bad["op"], "rejected", "vorm"),
            (good["op"], "applied", ""),
        ]
    assert office.count(schema.quarantaine) == 0


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"epoch": "e-anders"}, 410, "epoch"),
        ({"protocol": 99}, 426, "protocol"),
        ({"device": "dev-anders"}, 403, "apparaat"),
        ({"ops": []}, 422, "vorm"),
        ({"ops": "x"}, 422, "vorm"),
        ({"clock": {"wall": "0001-01-01T00:00:00+14:00"}}, 422, "vorm"),
    ],
)
def test_a_push_that_cannot_be_taken(
    office: Office, anna: Signed, changes: dict[str, Any], status: int, code: str
) -> None:
    office.dossier("d-1", ANNA)
    answer = anna.push(office.note("d-1"), **changes)
    assert (answer.status_code, _code(answer)) == (status, code)
    assert office.count(schema.operatie) == 0


def test_no_more_than_two_hundred_at_once(office: Office, anna: Signed) -> None:
    office.dossier("d-1", ANNA)
    assert anna.push(*[office.note("d-1") for _ in range(201)]).status_code == 422
    assert office.count(schema.operatie) == 0


def test_only_who_signed_in_gets_in(http: httpx.Client, anna: Signed) -> None:
    for headers in ({}, {"Authorization": "Bearer nee"}, {"Authorization": f"Basic {anna.token}"}):
        answer = http.get("/v1/changes", headers=headers)
        assert (answer.status_code, _code(answer)) == (401, "aanmelden")


def test_a_laptop_speaks_for_no_other(office: Office, http: httpx.Client, anna: Signed) -> None:
    bram = sign_in(http, BRAM)
    for device in (anna.device, "dev-onbekend"):
        answer = bram.push(office.note("d-1"), device=device)
        assert (answer.status_code, _code(answer)) == (403, "apparaat")


def test_another_vault_is_another_device(http: httpx.Client, anna: Signed) -> None:
    assert sign_in(http, ANNA, "i-2").device != anna.device


def test_a_cursor_tells_where_it_is_from(office: Office, anna: Signed) -> None:
    office.dossier("d-1", ANNA)
    cursor = anna.changes().next
    wrong = cursor[:-3] + ("AAA" if not cursor.endswith("AAA") else "BBB")
    assert anna.get("/v1/changes", cursor=wrong).status_code == 400
    answer = anna.get("/v1/changes", cursor="e-anders" + cursor[8:])
    assert (answer.status_code, _code(answer)) == (410, "epoch")


def test_a_restored_database_shows_another_epoch(office: Office, anna: Signed) -> None:
    for number in range(5):
        office.dossier(f"d-{number}", ANNA)
    cursor = anna.changes().next
    with office.database.write() as connection:
        connection.execute(sa.update(schema.teller).values(stand=1))
    assert anna.get("/v1/changes", cursor=cursor).status_code == 410
    assert anna.http.get("/v1/hello").json()["epoch"] != anna.epoch
    assert anna.push(office.note("d-1")).status_code == 410
    assert anna.changes("").epoch != anna.epoch


def test_a_session_that_got_lost_on_the_way_is_given_again(http: httpx.Client) -> None:
    key = new_key()
    stranger = Bound(key)
    code = http.post("/v1/device-code", auth=stranger).json()
    http.post("/aanmelden", data={"code": code["user_code"], "ambtenaar": ANNA})
    asked = {"device_code": code["device_code"]}
    tokens = [http.post("/v1/token", json=asked, auth=stranger).json()["session"]["token"] for _ in range(2)]
    enrol = {"name": "x", "incarnation": "i"}
    answers = [http.post("/v1/devices", json=enrol, auth=Bound(key, one)).status_code for one in tokens]
    assert answers == [401, 200]


def test_a_code_is_good_once_and_not_for_ever(office: Office, http: httpx.Client) -> None:
    stranger = Bound(new_key())
    code = http.post("/v1/device-code", auth=stranger).json()
    form = {"code": code["user_code"], "ambtenaar": ANNA}
    assert http.post("/aanmelden", data=form).status_code == 200
    assert http.post("/aanmelden", data={**form, "ambtenaar": BRAM}).status_code == 400
    with office.database.write() as connection:
        connection.execute(sa.update(schema.aanmelding).values(verloopt=int(time.time()) - 1))
    for device_code in (code["device_code"], "verzonnen"):
        asked = {"device_code": device_code}
        assert http.post("/v1/token", json=asked, auth=stranger).json()["state"] == "expired"


def test_a_practice_server_may_approve_at_once(office: Office) -> None:
    settings = Settings(database="", practice_officer=BRAM)
    stranger = Bound(new_key())
    with client(office.database, settings) as http:
        code = http.post("/v1/device-code", auth=stranger).json()
        token = http.post("/v1/token", json={"device_code": code["device_code"]}, auth=stranger).json()
    assert token["ambtenaar"]["id"] == BRAM


def test_a_real_server_has_no_door_without_a_password(real_database: Database) -> None:
    Office(real_database)
    settings = Settings(database="", practice_officer=BRAM, expect_practice=True)
    with client(real_database, settings) as http:
        assert http.get("/aanmelden").status_code == 404
        hello = http.get("/v1/hello").json()
        assert (hello["practice"], hello["sign_in"]) == (False, "provider")
        for path in ("/v1/device-code", "/v1/token"):
            assert http.post(path, json={"device_code": "x"}, auth=Bound(new_key())).status_code == 404


def test_the_page_can_be_used_by_everybody_and_by_nobody_else(http: httpx.Client) -> None:
    page = http.get("/aanmelden", params={"code": '"><script>x</script>'})
    assert page.status_code == 200
    assert "<script>x" not in page.text
    assert 'lang="nl"' in page.text
    for field in re.findall(r'<(?:input|select) id="(\w+)"', page.text):
        assert f'<label for="{field}">' in page.text
    refused = http.post("/aanmelden", data={"code": "", "ambtenaar": "<b>"})
    assert refused.status_code in {400, 422}
    assert "<b>" not in refused.text


def test_too_many_codes_at_once_are_refused(office: Office, http: httpx.Client) -> None:
    later = int(time.time()) + 500
    rows = [{"device_code": f"h{n}", "user_code": f"C{n}", "verloopt": later} for n in range(1_000)]
    with office.database.write() as connection:
        connection.execute(sa.insert(schema.aanmelding), rows)
    answer = http.post("/v1/device-code", auth=Bound(new_key()))
    assert (answer.status_code, _code(answer)) == (429, "druk")


SECRET = "Geheim-999990408"


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"", {}, 422),
        (b"{", {}, 422),
        (f'{{"device_code":["{SECRET}"]}}'.encode(), {}, 422),
        (f'{{"{SECRET}":NaN}}'.encode(), {}, 422),
        (b'{"device_code":"\\ud800"}', {}, 422),
        (b"[" * 50_000, {}, 422),
        (b"x", {"Content-Encoding": "br"}, 415),
        (b"geen gzip", {"Content-Encoding": "gzip"}, 422),
        (gzip.compress(b"{}")[:-4], {"Content-Encoding": "gzip"}, 422),
        (gzip.compress(b" " * (MAX_BYTES + 1)), {"Content-Encoding": "gzip"}, 413),
        (b" " * (MAX_BYTES + 1), {}, 413),
    ],
    ids=range(11),
)
def test_a_body_that_is_not_as_agreed(
    http: httpx.Client, body: bytes, headers: dict[str, str], status: int
) -> None:
    answer = http.post("/v1/token", content=body, headers=headers, auth=Bound(new_key()))
    assert answer.status_code == status
    assert SECRET not in answer.text
    assert _code(answer) in {"vorm", "codering", "te_groot"}


def test_every_wrong_question_gets_a_problem(http: httpx.Client, anna: Signed) -> None:
    assert _code(http.get("/v1/nergens")) == "http"
    assert _code(http.put("/v1/hello")) == "http"
    assert anna.get("/v1/changes", limit=0).status_code == 422
    assert anna.get("/v1/changes", limit=5_000).status_code == 422
    assert anna.get("/v1/changes", limit=f"{SECRET}").status_code == 422
    assert SECRET not in anna.get("/v1/changes", limit=f"{SECRET}").text


def test_the_log_holds_nobody(office: Office, anna: Signed, caplog: pytest.LogCaptureFixture) -> None:
    office.dossier("d-1", ANNA)
    with caplog.at_level(logging.DEBUG, logger="leerplicht_server"):
        op = office.note("d-1", body={"tekst": SECRET})
        anna.push(op)
        anna.push({**op, "at": "2026-11-20T13:08:00Z"})
        anna.push(office.note("d-1", body={"hoe": SECRET}))
        anna.get("/v1/changes", cursor=SECRET)
    logged = "\n".join(r.getMessage() for r in caplog.records if r.name == "leerplicht_server")
    assert "POST /v1/ops 200" in logged
    for word in (SECRET, anna.token, anna.device, "d-1", op["id"]):
        assert word not in logged


def test_the_practice_settings_are_those_of_the_fixture(http: httpx.Client) -> None:
    hello = http.get("/v1/hello").json()
    assert (hello["municipality"], hello["practice"]) == (PRACTICE.municipality, True)
    assert hello["max_ops"] == 200
