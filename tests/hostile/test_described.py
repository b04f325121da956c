"""The description of the endpoints against the server: whatever it allows or forbids is answered as it says.

schemathesis makes the requests, good ones and bad ones, from the document itself; a signed-in laptop
sends them, once as they came and once with its own device, epoch and place, to get past the first question.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode

from leerplicht_protocol.messages import Problem
from leerplicht_protocol.session import SIGN_OUT
from leerplicht_server import openapi, practice
from leerplicht_server.openapi import ENDPOINTS, Endpoint
from leerplicht_server.rates import Rate, Rates
from leerplicht_server.settings import Settings
from tests.server.office import ANNA, Office
from tests.server.web import Signed, client, sign_in
from tests.servers import bare_database

MANY = int(os.environ.get("LEERPLICHT_VERZOEKEN", "12"))
"""Requests of each kind per endpoint; ``make duur`` makes more of them."""

_ALL = Rate(1e9, 1e9)
SETTINGS = Settings(database="", municipality="Testgemeente", rates=Rates(_ALL, _ALL, _ALL))
DESCRIBED = schemathesis.openapi.from_dict(json.loads(openapi.document()))
BOUNDED = settings(
    max_examples=MANY,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def anna(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Signed]:
    """A laptop at work, with a dossier."""
    database = bare_database(tmp_path_factory.mktemp("beschreven") / "g.db")
    with database.write() as connection:
        practice.claim(connection)
    Office(database).dossier("d-1", ANNA)
    with client(database, SETTINGS) as http:
        yield sign_in(http, ANNA)
    database.close()


def _own(anna: Signed, body: object) -> object:
    """The same body as this laptop would say it."""
    if not isinstance(body, dict):
        return body
    mine = {"device": anna.device, "epoch": anna.epoch, "protocol": 1, "seen": "", "at": ""}
    return {name: mine.get(name, value) for name, value in body.items()}


def _agreed(endpoint: Endpoint, answer: httpx.Response) -> None:
    assert answer.status_code < 500, answer.text
    assert answer.headers["content-type"].startswith("application/json"), answer.headers
    if answer.status_code != 200:
        Problem.model_validate_json(answer.content, strict=True)
    elif endpoint.answer is not None:
        endpoint.answer.model_validate_json(answer.content, strict=True)


def _content(body: object) -> bytes:
    return body if isinstance(body, bytes) else json.dumps(body).encode("utf-8", "replace")


_PAIRS = [
    (endpoint, mode)
    for endpoint in ENDPOINTS
    for mode in GenerationMode
    if endpoint.path != SIGN_OUT  # the session of the laptop that asks must live
    and (mode is GenerationMode.POSITIVE or endpoint.body is not None)  # any text may stand in a query
]
# What a laptop at work is given when it asks well; the rest needs a code, a right or another role.
_GIVEN = {
    "/v1/hello",
    "/v1/changes",
    "/v1/digest",
    "/v1/ops",
    "/v1/receipts",
    "/v1/unreadable",
    "/v1/nummers",
}


@pytest.mark.parametrize(
    ("endpoint", "mode"), _PAIRS, ids=[f"{one.method} {one.path} {mode.value}" for one, mode in _PAIRS]
)
def test_what_is_described_is_what_is_answered(endpoint: Endpoint, mode: Any, anna: Signed) -> None:
    described = DESCRIBED[endpoint.path][endpoint.method.upper()]
    seen: set[int] = set()

    @BOUNDED
    @given(case=described.as_strategy(generation_mode=mode))
    def ask(case: Any) -> None:
        query = f"?{urlencode(case.query, errors='replace')}" if case.query else ""
        bodies = [case.body, _own(anna, case.body)] if endpoint.body is not None else [b""]
        for body in bodies:
            where = endpoint.path + query
            answer = anna.http.request(endpoint.method, where, content=_content(body), auth=anna.auth)
            _agreed(endpoint, answer)
            seen.add(answer.status_code)

    ask()
    if mode is GenerationMode.POSITIVE and endpoint.path in _GIVEN:
        assert 200 in seen, seen


def test_the_laptop_still_works_after_all_that(anna: Signed) -> None:
    assert anna.get("/v1/digest").status_code == 200
    anna.changes()
