"""Anything may come in: every answer is an agreed status with a Problem that quotes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import JsonValue

from leerplicht_protocol.codec import canonical
from leerplicht_protocol.messages import Problem
from leerplicht_server import practice
from leerplicht_server.rates import Rate, Rates
from tests.protocol.test_codec import VALUES
from tests.server.office import ANNA, MOMENT, NOTE, Office
from tests.server.web import PRACTICE, Signed, client, sign_in
from tests.servers import bare_database

PATHS = st.sampled_from(["/v1/ops", "/v1/token", "/v1/devices", "/v1/device-code"])
FINE = {200, 400, 401, 403, 404, 405, 410, 413, 415, 422, 426, 429}


@pytest.fixture(scope="module")
def anna(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Signed]:
    path: Path = tmp_path_factory.mktemp("fuzz") / "g.db"
    database = bare_database(path)
    with database.write() as connection:
        practice.claim(connection)
    office = Office(database)
    office.dossier("d-1", ANNA)
    # one source asks all of it: what a stranger may ask is tried in tests/hostile
    wide = Rates(begin=Rate(1e6, 1e3), stranger=Rate(1e6, 1e3), person=Rate(1e6, 1e3))
    with client(database, replace(PRACTICE, rates=wide)) as http:
        yield sign_in(http, ANNA)
    database.close()


def _agreed(status: int, content: bytes) -> None:
    assert status in FINE
    if status != 200:
        assert Problem.model_validate_json(content, strict=True).bericht


MODEST = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@MODEST
@given(PATHS, st.binary(max_size=60) | VALUES.map(canonical), st.sampled_from(["", "gzip", "br"]))
def test_any_body(anna: Signed, path: str, body: bytes, coding: str) -> None:
    answer = anna.http.post(path, content=body, headers={"Content-Encoding": coding}, auth=anna.auth)
    _agreed(answer.status_code, answer.content)


@MODEST
@given(st.sampled_from(["/v1/changes", "/v1/digest", "/v1/hello"]), st.text(max_size=60), st.text(max_size=8))
def test_any_question(anna: Signed, path: str, cursor: str, limit: str) -> None:
    answer = anna.get(
        path,
        cursor=cursor.encode("utf-8", "replace").decode(),
        limit=limit.encode("utf-8", "replace").decode(),
    )
    _agreed(answer.status_code, answer.content)


@MODEST
@given(
    st.binary(max_size=80),
    st.sampled_from(["application/x-www-form-urlencoded", "multipart/form-data; boundary=b"]),
)
def test_any_form(anna: Signed, body: bytes, kind: str) -> None:
    content = b"ambtenaar=%61%00&code=%ED%A0%80" + body if kind.endswith("encoded") else b"--b\r\n" + body
    answer = anna.http.post("/aanmelden", content=content, headers={"Content-Type": kind})
    assert answer.status_code in {400, 422}


OP: dict[str, JsonValue] = {
    "kind": "create",
    "op": "op-fuzz",
    "n": 1,
    "entity": "gespreksnotitie",
    "id": "g-fuzz",
    "dossiers": ["d-1"],
    "body": {**NOTE, "dossiers": ["d-1"]},
    "at": MOMENT,
    "after": [],
}


@MODEST
@given(st.sampled_from([*OP, "body.tekst", "body.afspraken", "body.dossiers", "set"]), VALUES)
def test_an_operation_with_one_thing_wrong(anna: Signed, field: str, value: JsonValue) -> None:
    op = {**OP, "op": f"op-{abs(hash(canonical([field, value])))}"}
    outer, _, inner = field.partition(".")
    body = op["body"]
    assert isinstance(body, dict)
    op[outer] = {**body, inner: value} if inner else value
    answer = anna.push(op)
    _agreed(answer.status_code, answer.content)
    anna.changes()


def test_the_server_still_works_afterwards(anna: Signed) -> None:
    assert isinstance(anna.http, httpx.Client)
    assert anna.get("/v1/digest").status_code == 200
