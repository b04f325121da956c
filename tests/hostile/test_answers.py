"""What every answer carries, whatever went wrong, and what the Host header cannot do."""

from __future__ import annotations

import asyncio
import socket
import ssl
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from leerplicht_protocol.proof import new_key
from leerplicht_server import schema
from leerplicht_server.database import Database
from leerplicht_server.http.app import create_app
from leerplicht_server.rates import Rate, Rates
from tests.server.office import ANNA, BRAM
from tests.server.web import PRACTICE, Bound, client, sign_in
from tests.servers import server
from tests.sync.certs import authority, server_identity

ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
}


def _dressed(answer: httpx.Response, status: int) -> None:
    assert answer.status_code == status, answer.text
    for name, value in ALWAYS.items():
        assert answer.headers[name] == value
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_every_answer_is_dressed(database: Database) -> None:
    with client(database) as http:
        anna, bram = sign_in(http, ANNA), sign_in(http, BRAM)
        _dressed(http.get("/v1/hello"), 200)
        _dressed(anna.get("/v1/changes"), 200)
        _dressed(http.get("/aanmelden"), 200)
        _dressed(http.get("/v1/digest"), 401)
        asked = {"device": anna.device, "jaar": 2026, "volg": 1}
        _dressed(http.post("/v1/nummers", json=asked, auth=bram.auth), 403)
        _dressed(http.get("/nergens"), 404)
        _dressed(http.put("/v1/hello"), 405)
        _dressed(anna.get("/v1/changes", limit=0), 422)
        _dressed(http.post("/v1/token", content=b"x" * 70_000, auth=Bound(new_key())), 413)
        _dressed(http.get("/v1/hello", headers={"Host": "evil.example"}), 403)


def test_an_answer_under_another_name_is_dressed(real_database: Database) -> None:
    with client(real_database) as http:
        _dressed(http.get("/v1/hello", headers={"Host": "evil.example"}), 421)


def test_an_answer_to_one_request_too_many_is_dressed(database: Database) -> None:
    with client(database, replace(PRACTICE, rates=Rates(stranger=Rate(1, 0.01)))) as http:
        _dressed(http.get("/v1/hello"), 200)
        _dressed(http.get("/v1/hello"), 429)


def test_an_answer_without_a_database_is_dressed(database: Database) -> None:
    with client(database) as http:
        with database.write() as connection:
            connection.exec_driver_sql(f"ALTER TABLE {schema.meta.name} RENAME TO weg")
        _dressed(http.get("/v1/hello"), 503)


def test_an_answer_to_a_fault_of_our_own_is_dressed_and_says_nothing(database: Database) -> None:
    app = create_app(database, PRACTICE)

    def broken() -> None:
        raise ZeroDivisionError("moeder van Olympos")

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as http:
            return await http.get("/stuk")

    app.get("/stuk")(broken)
    answer = asyncio.run(ask())
    _dressed(answer, 500)
    assert answer.json() == {"code": "fout", "bericht": "Er ging iets mis."}


def test_the_page_loads_its_own_style_and_nothing_else(database: Database) -> None:
    with client(database) as http:
        policy = http.get("/aanmelden").headers["content-security-policy"]
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert "style-src 'sha256-" in policy
    assert "form-action 'self'" in policy


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:443", "127.0.0.1.evil.example", "", "[", "127.0.0.1@evil.example", "a b"],
)
def test_the_host_header_decides_nothing(real_database: Database, host: str) -> None:
    with client(real_database, replace(PRACTICE, address="https://leerplicht.gemeente.nl")) as http:
        answer = http.get("/v1/hello", headers={"Host": host})
        assert answer.status_code in {400, 421}
        assert "evil" not in answer.text
        for asked in ("leerplicht.gemeente.nl", "LEERPLICHT.gemeente.nl:443", "127.0.0.1"):
            told = http.get("/v1/hello", headers={"Host": asked, "X-Forwarded-Host": "evil.example"})
            assert told.status_code == 200


def test_the_page_of_a_code_is_never_where_the_host_header_says(database: Database) -> None:
    with client(database) as http:
        asked = {"Host": f"localhost:{http.base_url.port}"}
        told = http.post("/v1/device-code", headers=asked, auth=Bound(new_key()))
        assert told.json()["verification_uri"] == f"http://127.0.0.1:{http.base_url.port}/aanmelden"


def test_the_process_says_nothing_of_itself_and_asks_for_https_for_ever(tmp_path: Path) -> None:
    root = authority("Gemeente")
    pem = str(server_identity(root).write(tmp_path / "server.pem"))
    tls = ("--tls-cert", pem, "--tls-key", pem)
    with server(f"sqlite:///{tmp_path / 'p.db'}", tmp_path, arguments=tls) as process:
        context = ssl.create_default_context(cafile=root.write(tmp_path / "ca.pem"))
        with httpx.Client(base_url=f"https://localhost:{process.port}", verify=context) as http:
            for path, status in (("/v1/hello", 200), ("/nergens", 404)):
                answer = http.get(path)
                _dressed(answer, status)
                assert "server" not in answer.headers
                assert answer.headers["strict-transport-security"] == "max-age=63072000"


def test_plain_http_promises_no_https(database: Database) -> None:
    with client(database) as http:
        assert "strict-transport-security" not in http.get("/v1/hello").headers


def test_a_request_that_is_no_http_gets_no_banner(tmp_path: Path) -> None:
    with (
        server(f"sqlite:///{tmp_path / 'p.db'}", tmp_path) as process,
        socket.create_connection(("127.0.0.1", process.port)) as door,
    ):
        door.sendall(b"geen http\r\n\r\n")
        answer = door.recv(4_096).lower()
    assert b"400" in answer
    assert b"uvicorn" not in answer
