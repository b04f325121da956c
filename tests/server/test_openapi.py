"""The document of the endpoints: checked in, complete, and served by no server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leerplicht_server.cli import run
from leerplicht_server.database import Database
from leerplicht_server.http.app import create_app, endpoints_of
from leerplicht_server.openapi import ENDPOINTS, document
from tests.server.office import Office
from tests.server.web import PRACTICE, client

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "docs" / "openapi.json"


def test_the_document_is_that_of_this_program() -> None:
    """Write it anew with ``leerplicht-server openapi > docs/openapi.json``."""
    assert COMMITTED.read_text("utf-8") == document()


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["openapi"]) == 0
    assert capsys.readouterr().out == document()


def test_every_endpoint_stands_in_it(database: Database) -> None:
    others = {"GET /aanmelden", "POST /aanmelden"}  # which a browser shows
    others |= {"GET /health", "GET /ready", "GET /metrics"}  # which a monitor reads
    told = {f"{one.method.upper()} {one.path}" for one in ENDPOINTS}
    assert told == endpoints_of(create_app(database, PRACTICE)) - others
    named = set(json.loads(document())["components"]["schemas"])
    assert {e.body.__name__ for e in ENDPOINTS if e.body} <= named


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json"])
def test_no_server_serves_it(path: str, database: Database, office: Office) -> None:
    with client(database) as http:
        assert http.get(path).status_code == 404
