"""Practice is a property of the database: what makes one, what refuses to be one, and who may reach it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa

from leerplicht_protocol.messages import Ambtenaar
from leerplicht_protocol.proof import new_key
from leerplicht_server import access, practice, practice_data, schema
from leerplicht_server.__main__ import main
from leerplicht_server.database import Database, open_database
from leerplicht_server.errors import InputError, ServerError
from leerplicht_server.http.loopback import PRACTICE_HEADER
from leerplicht_server.http.serve import Binding, serve
from leerplicht_server.importing import persons, schools
from leerplicht_server.migrate import migrate
from leerplicht_server.settings import Settings, load
from leerplicht_server.this_machine import is_loopback
from tests.server import files
from tests.server.office import Office, laptop
from tests.server.web import NO_TLS, PRACTICE, Bound, client
from tests.servers import server


def _officer(database: Database) -> None:
    with database.write() as connection:
        access.add_officer(connection, Ambtenaar(id="j.jansen", naam="J. Jansen"))


def _laptop(database: Database) -> None:
    _officer(database)
    with database.write() as connection:
        laptop(connection, "j.jansen")


def _schools(database: Database) -> None:
    schools.import_file(database, files.SCHOOLS)


def _persons(database: Database) -> None:
    persons.import_file(database, files.PEOPLE)


def _dossier(database: Database) -> None:
    Office(database).dossier("d-1")


@pytest.mark.parametrize("fill", [_officer, _laptop, _schools, _persons, _dossier])
def test_a_database_with_anything_in_it_is_never_for_practice(
    real_database: Database, fill: Callable[[Database], None]
) -> None:
    fill(real_database)
    with pytest.raises(InputError, match="lege database"):
        practice_data.seed(real_database)
    with real_database.read() as connection:
        assert not practice.is_practice(connection)


def test_seeding_an_empty_one_makes_it_and_again_changes_nothing(real_database: Database) -> None:
    practice_data.seed(real_database)
    reports = practice_data.seed(real_database)
    assert all(report.whole for _, report in reports)
    with real_database.read() as connection:
        assert practice.is_practice(connection)


# -- no setting opens a real database --------------------------------------------------------------


def test_a_variable_alone_opens_nothing(real_database: Database) -> None:
    _officer(real_database)
    both = {
        "LEERPLICHT_SERVER_DATABASE": "sqlite://",
        "LEERPLICHT_SERVER_OEFENEN": "ja",
        "LEERPLICHT_SERVER_OEFEN_AMBTENAAR": "j.jansen",
    }
    chosen = load(None, both)
    with pytest.raises(ServerError, match="niet om mee te oefenen"):
        serve(real_database, chosen, Binding(port=0))
    with client(real_database, chosen) as http:
        assert http.get("/v1/hello").json()["practice"] is False
        assert http.get("/aanmelden").status_code == 404
        assert http.post("/aanmelden", data={"code": "x", "ambtenaar": "j.jansen"}).status_code == 404
        for path in ("/v1/device-code", "/v1/token"):
            assert http.post(path, json={"device_code": "x"}, auth=Bound(new_key())).status_code == 404


EVERYWHERE = "0.0.0.0"  # noqa: S104 -- what must be refused


@pytest.mark.parametrize("host", [EVERYWHERE, "192.0.2.1", "::", "gemeente.example"])
def test_a_practice_database_is_served_on_this_machine_only(database: Database, host: str) -> None:
    with pytest.raises(ServerError, match="alleen op deze computer zelf"):
        serve(database, Settings(database=""), Binding(host, 0, Path("c.pem"), Path("k.pem")))


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("[::1]", True),
        ("::1", True),
        ("LOCALHOST", True),
        ("127.9.9.9", True),
        (EVERYWHERE, False),
        ("", False),
        ("localhost.evil.example", False),
        ("1270.0.0.1", False),
    ],
)
def test_what_is_this_machine(host: str, here: bool) -> None:
    assert is_loopback(host) is here


ELSEWHERE = (
    {"Host": "oefenen.gemeente.example"},
    {"X-Forwarded-For": "203.0.113.7"},
    {"Forwarded": "for=203.0.113.7"},
    {"X-Real-IP": "203.0.113.7"},
    {"Via": "1.1 proxy"},
)


@pytest.mark.parametrize("headers", ELSEWHERE, ids=lambda headers: next(iter(headers)))
def test_a_practice_server_answers_nobody_from_elsewhere(database: Database, headers: dict[str, str]) -> None:
    with client(database) as http:
        for method, path in (("GET", "/v1/hello"), ("POST", "/v1/device-code"), ("GET", "/aanmelden")):
            answer = http.request(method, path, headers=headers)
            assert (answer.status_code, answer.json()["code"]) == (403, "oefenen_elders")
            assert http.request(method, path, auth=Bound(new_key())).status_code == 200


def test_a_real_server_may_stand_behind_a_proxy(real_database: Database) -> None:
    with client(real_database, replace(PRACTICE, address="https://gemeente.example")) as http:
        answer = http.get("/v1/hello", headers={"Via": "1.1 proxy", "Host": "gemeente.example"})
    assert answer.status_code == 200
    assert PRACTICE_HEADER not in answer.headers


# -- loud ------------------------------------------------------------------------------------------


@pytest.mark.journey
def test_a_practice_server_says_so_in_its_log_and_on_its_page(seeded_url: str, tmp_path: Path) -> None:
    with (
        server(seeded_url, tmp_path) as process,
        httpx.Client(base_url=process.url, timeout=60, verify=NO_TLS) as http,
    ):
        page = http.get("/aanmelden")
        process.stop()
        log = process.log
    assert "Oefenomgeving van Oefengemeente" in page.text
    assert page.headers[PRACTICE_HEADER] == "ja"
    assert "WARNING leerplicht_server OEFENSERVER: iedereen" in log
    assert all(line.endswith(" ms oefenen") for line in log.splitlines() if "GET" in line)


# -- real people stay out --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "path"), [("import-personen", files.PEOPLE), ("import-meldingen", files.REPORTS)]
)
def test_a_real_file_is_kept_out_of_a_practice_database(
    seeded_url: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    path: Path,
) -> None:
    monkeypatch.setenv("LEERPLICHT_SERVER_DATABASE", seeded_url)
    assert main([command, str(path)]) == 2
    assert "Dit is een oefendatabase" in capsys.readouterr().err
    assert main([command, "--verzonnen", str(path)]) == 0


def test_invented_people_are_kept_out_of_a_real_database(
    empty_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LEERPLICHT_SERVER_DATABASE", empty_url)
    assert main(["import-personen", "--verzonnen", str(files.PEOPLE)]) == 2
    assert "Dit is geen oefendatabase" in capsys.readouterr().err
    opened = open_database(empty_url)
    with opened.read() as connection:
        assert connection.execute(sa.select(schema.persoon.c.id).limit(1)).first() is None
        assert connection.execute(sa.select(schema.journaal.c.nr).limit(1)).first() is None
    opened.close()


def test_a_real_database_asks_nothing(empty_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEERPLICHT_SERVER_DATABASE", empty_url)
    assert main(["import-scholen", str(files.SCHOOLS)]) == 0
    opened = open_database(empty_url)
    migrate(opened)
    with opened.read() as connection:
        assert not practice.is_practice(connection)
    opened.close()
