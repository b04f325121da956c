from __future__ import annotations

from pathlib import Path

import pytest

from leerplicht_protocol.records import Entity
from leerplicht_server import records
from leerplicht_server.database import Database
from leerplicht_server.importing import schools
from leerplicht_server.importing.report import Outcome
from tests.server import files
from tests.server.files import write


def _school(**fields: str) -> files.Row:
    return {**files.rows(files.SCHOOLS)[1], **fields}


def test_schools_come_in_once(database: Database) -> None:
    first, second = (schools.import_file(database, files.SCHOOLS) for _ in range(2))
    assert [first.counts[u] for u in Outcome] == [12, 0, 0, 0]
    assert [second.counts[u] for u in Outcome] == [0, 12, 0, 0]
    with database.read() as connection:
        school = records.load(connection, Entity.SCHOOL, "s-98FF00")
    assert school is not None
    assert school.fields["naam"] == "Demo Basisschool 't Venster"
    assert school.fields["plaats"] == "AMSTERDAM"


def test_a_school_that_changed_is_a_new_revision(database: Database, tmp_path: Path) -> None:
    schools.import_file(database, files.SCHOOLS)
    report = schools.import_file(database, write(tmp_path / "s.csv", [_school(TELEFOONNUMMER="070-1")]))
    assert report.text() == "0 nieuw, 0 ongewijzigd, 1 gewijzigd, 0 geweigerd"


def test_duo_writes_a_site_in_two_ways(database: Database, tmp_path: Path) -> None:
    schools.import_file(database, files.SCHOOLS)
    row = _school(VESTIGINGSCODE="98AA01", POSTCODE="2547 AA")
    report = schools.import_file(database, write(tmp_path / "s.csv", [row], ","))
    assert report.counts[Outcome.UNCHANGED] == 1


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"INSTELLINGSCODE": "AA98"}, "brin heeft niet de vorm"),
        ({"INSTELLINGSCODE": ""}, "brin ontbreekt"),
        ({"VESTIGINGSCODE": "x"}, "vestiging heeft geen twee cijfers"),
        ({"VESTIGINGSCODE": ""}, "vestiging heeft geen twee cijfers"),
        ({"VESTIGINGSNAAM": " "}, "VESTIGINGSNAAM ontbreekt"),
        ({"VESTIGINGSNAAM": "x" * 401}, "een veld is langer dan 400 tekens"),
        ({"POSTCODE": "0000AA"}, "POSTCODE heeft niet de vorm"),
    ],
)
def test_a_school_that_cannot_be_is_refused(
    database: Database, tmp_path: Path, fields: dict[str, str], reason: str
) -> None:
    report = schools.import_file(database, write(tmp_path / "s.csv", [_school(), _school(**fields)]))
    assert [(r.line, r.what.startswith(reason)) for r in report.refused] == [(3, True)]
    assert report.counts[Outcome.NEW] == 1


def test_a_site_stands_in_a_file_once(database: Database, tmp_path: Path) -> None:
    report = schools.import_file(database, write(tmp_path / "s.csv", [_school(), _school()]))
    assert report.refused[0].what == "deze vestiging staat ook op regel 2"
