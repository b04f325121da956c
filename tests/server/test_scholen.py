from __future__ import annotations

from pathlib import Path

import pytest

from leerplicht_protocol.records import Entity
from leerplicht_server import records
from leerplicht_server.database import Database
from leerplicht_server.inlezen import scholen
from leerplicht_server.inlezen.verslag import Uitkomst
from tests.server import files
from tests.server.files import write


def _school(**fields: str) -> files.Row:
    return {**files.rows(files.SCHOOLS)[1], **fields}


def test_schools_come_in_once(database: Database) -> None:
    first, second = (scholen.importeer(database, files.SCHOOLS) for _ in range(2))
    assert [first.aantal[u] for u in Uitkomst] == [12, 0, 0, 0]
    assert [second.aantal[u] for u in Uitkomst] == [0, 12, 0, 0]
    with database.read() as connection:
        school = records.load(connection, Entity.SCHOOL, "s-98FF00")
    assert school is not None
    assert school.fields["naam"] == "Demo Basisschool 't Venster"
    assert school.fields["plaats"] == "AMSTERDAM"


def test_a_school_that_changed_is_a_new_revision(database: Database, tmp_path: Path) -> None:
    scholen.importeer(database, files.SCHOOLS)
    report = scholen.importeer(database, write(tmp_path / "s.csv", [_school(TELEFOONNUMMER="070-1")]))
    assert report.tekst() == "0 nieuw, 0 ongewijzigd, 1 gewijzigd, 0 geweigerd"


def test_duo_writes_a_site_in_two_ways(database: Database, tmp_path: Path) -> None:
    scholen.importeer(database, files.SCHOOLS)
    row = _school(VESTIGINGSCODE="98AA01", POSTCODE="2547 AA")
    report = scholen.importeer(database, write(tmp_path / "s.csv", [row], ","))
    assert report.aantal[Uitkomst.ONGEWIJZIGD] == 1


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
    report = scholen.importeer(database, write(tmp_path / "s.csv", [_school(), _school(**fields)]))
    assert [(r.regel, r.wat.startswith(reason)) for r in report.geweigerd] == [(3, True)]
    assert report.aantal[Uitkomst.NIEUW] == 1


def test_a_site_stands_in_a_file_once(database: Database, tmp_path: Path) -> None:
    report = scholen.importeer(database, write(tmp_path / "s.csv", [_school(), _school()]))
    assert report.geweigerd[0].wat == "deze vestiging staat ook op regel 2"
