"""Numbers and days that went through a spreadsheet."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from leerplicht_protocol.records import Entity
from leerplicht_server import records, schema
from leerplicht_server.database import Database
from leerplicht_server.importing import fields, meldingen, persons, schools
from leerplicht_server.importing.lo3_values import restored
from leerplicht_server.importing.report import Outcome, RefusedError
from tests.server import files
from tests.server.files import changed, write

EERSTE = date(2026, 9, 1)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-09-01", "2026-9-1", "1-9-2026", "01-09-2026", "1.9.2026", "20260901", "2026/09/01"),
        *("2026-09-01 00:00:00", "2026-09-01T00:00:00Z", "1-9-2026 0:00", "1-9-2026 00:00:00"),
    ],
)
def test_a_day_that_can_be_read_in_one_way_is_read(text: str) -> None:
    assert fields.day_of(text, "begindatum") == EERSTE


def test_a_slash_is_read_where_it_leaves_no_choice() -> None:
    assert fields.day_of("18/09/2026", "d") == fields.day_of("09/18/2026", "d") == date(2026, 9, 18)
    assert fields.day_of("9/9/2026", "d") == date(2026, 9, 9)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("03/04/2026", "twee manieren"),
        ("18-9-26", "jaartal van twee cijfers"),
        ("46283", "rekenprogramma telde de dagen"),
        ("46283.5", "rekenprogramma telde de dagen"),
        ("31-9-2026", "bestaat niet"),
        ("1 sept 2026", "heeft niet de vorm"),
        ("2026-09/01", "heeft niet de vorm"),
    ],
)
def test_a_day_that_must_be_guessed_is_refused_by_name(text: str, word: str) -> None:
    with pytest.raises(RefusedError, match=word):
        fields.day_of(text, "begindatum")


@pytest.mark.parametrize(
    "text", ["012340005", "12340005", "'012340005", '="012340005"', "12340005.0", "0123.40.005"]
)
def test_a_bsn_gets_back_what_a_spreadsheet_took(text: str) -> None:
    assert fields.bsn(text) == "012340005"


@pytest.mark.parametrize("text", ["9,99E+08", "9.9997E+8", "1E9", "1,2340005E+07"])
def test_a_power_of_ten_is_refused_with_what_happened(text: str) -> None:
    for read in (fields.bsn, fields.onderwijsnummer, fields.vestiging):
        with pytest.raises(RefusedError, match="macht van tien"):
            read(text)


@pytest.mark.parametrize(("text", "code"), [("0", "00"), ("1", "01"), ("12", "12"), ("3.0", "03")])
def test_a_site_gets_its_nought_back(text: str, code: str) -> None:
    assert fields.vestiging(text) == code


def test_a_brin_of_three_signs_lost_its_nought() -> None:
    assert fields.brin("5ko") == "05KO"
    for wrong in ("KO", "5K", "123A", "5KOO1"):
        with pytest.raises(RefusedError):
            fields.brin(wrong)


@pytest.mark.parametrize(
    ("column", "value", "kept"),
    [
        ("01.01.20", "12340005", "012340005"),
        ("02.01.20", "12340005", "012340005"),
        ("01.01.20", "12345678", "12345678"),
        ("08.09.10", "518", "0518"),
        ("01.03.20", "3", "0003"),
        ("01.03.20", "Thann", "Thann"),
        ("01.03.20", "", ""),
        ("08.13.10", "0", "0000"),
        ("08.13.10", "6030", "6030"),
        ("01.03.10", "0", "00000000"),
        ("01.03.10", "20120000", "20120000"),
        ("01.03.10", "15-3-2012", "20120315"),
        ("01.03.10", "2012-03-15 00:00:00", "20120315"),
        ("08.83.10", "81100", "081100"),
        ("08.11.60", "2547 aa", "2547AA"),
        ("08.11.60", "onbekend", "onbekend"),
        ("01.83.10", "10240", "010240"),
        ("08.11.20", "503.0", "503"),
        ("08.11.80", "518200000436364", "0518200000436364"),
        ("08.11.80", "5,182E+14", ""),
        ("01.02.40", "1E5", "1E5"),
        ("01.02.10", " '0 ", " '0 "),
        ("08.11.40", "0", "0"),
    ],
)
def test_lo3_gets_back_what_its_fixed_lengths_prove(column: str, value: str, kept: str) -> None:
    assert restored(column, value) == kept


@pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)
def test_a_register_out_of_a_spreadsheet_is_the_same_register(seeded: Database, tmp_path: Path) -> None:
    header, row = files.lo3_person("999990408", lambda person: None)
    codes = {"08.09.10", "01.03.20", "01.03.30"}
    worn = [
        value.lstrip("0") or "0" if name in codes and value.isdigit() else value
        for name, value in zip(header, row, strict=True)
    ]
    assert worn != row
    report = persons.import_file(seeded, files.lo3_file(tmp_path / "p.csv", header, [worn]))
    assert report.counts[Outcome.UNCHANGED] == 1, report.text()


@pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)
def test_a_register_with_powers_of_ten_is_refused(seeded: Database, tmp_path: Path) -> None:
    header, row = files.lo3_person("999990408", lambda person: person.update({"01.01.20": "9,9999E+08"}))
    report = persons.import_file(seeded, files.lo3_file(tmp_path / "p.csv", header, [row]))
    assert "macht van tien" in report.refused[0].what


@pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)
def test_a_bsn_without_its_nought_is_one_person(seeded: Database, tmp_path: Path) -> None:
    for number in ("12340005", "012340005"):
        row = {"01.01.20": number, "01.02.10": "Jet", "01.02.40": "Voorloop", "01.03.10": "20120101"}
        report = persons.import_file(seeded, write(tmp_path / "p.csv", [row]))
    assert report.counts[Outcome.UNCHANGED] == 1
    with seeded.read() as connection:
        where = schema.persoon.c.bsn == "012340005"
        [found] = connection.execute(sa.select(schema.persoon).where(where)).all()
    assert json.loads(found.bron)["bsn"] == "012340005"
    report = meldingen.import_file(
        seeded, write(tmp_path / "m.csv", [changed(bsn="12340005", vestiging="0")])
    )
    assert report.counts[Outcome.NEW] == 1, report.text()


def _contact(database: Database, path: Path, **fields: str) -> tuple[dict[str, Any], list[str]]:
    report = meldingen.import_file(database, write(path / "m.csv", [changed(**fields)]))
    assert report.counts[Outcome.NEW] == 1, report.text()
    with database.read() as connection:
        stored = records.load(connection, Entity.VERZUIMMELDING, "vm-2026900001")
    assert stored is not None
    return stored.fields, [remark.what for remark in report.notices]


@pytest.mark.parametrize(
    ("field", "text", "told"),
    [
        ("melder_telefoon", "06-12345678 (na 16 uur)", "melder_telefoon is geen telefoonnummer alleen"),
        ("melder_telefoon", "via de conciërge", "melder_telefoon is geen telefoonnummer alleen"),
        ("melder_email", "s.bakker at school", "melder_email is geen e-mailadres"),
        ("melder_email", "a@b.nl; c@d.nl", "melder_email is geen e-mailadres"),
        (
            "telefoon_ouder_of_leerling",
            "moeder: 06-1",
            "telefoon_ouder_of_leerling is geen telefoonnummer alleen",
        ),
        ("melder_naam", "x" * 401, "melder_naam is afgekapt op 400 tekens"),
        ("melder_telefoon", "06-12345678", ""),
    ],
)
@pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)
def test_how_to_reach_somebody_never_refuses_a_report(
    seeded: Database, tmp_path: Path, field: str, text: str, told: str
) -> None:
    fields, remarks = _contact(seeded, tmp_path, **{field: text})
    assert fields[field] == text[:400]
    assert remarks == ([told] if told else [])


MBO = {
    "INSTELLINGSCODE": "97BB",
    "INSTELLINGSNAAM": "Demo ROC De Haven",
    "STRAATNAAM": "Kadeweg",
    "POSTCODE": "2564 AA",
    "GEMEENTENUMMER": "518",
    "MBO INSTELLINGSSOORT - CODE": "ROC",
}


@pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)
def test_an_mbo_institution_is_its_own_site(seeded: Database, tmp_path: Path) -> None:
    assert schools.import_file(seeded, write(tmp_path / "s.csv", [MBO])).counts[Outcome.NEW] == 1
    with seeded.read() as connection:
        school = records.load(connection, Entity.SCHOOL, "s-97BB00")
    assert school is not None
    found = {
        name: school.fields[name] for name in ("naam", "vestiging", "gemeentecode", "onderwijsstructuur")
    }
    assert found == {
        "naam": "Demo ROC De Haven",
        "vestiging": "00",
        "gemeentecode": "0518",
        "onderwijsstructuur": "MBO",
    }
    report = meldingen.import_file(seeded, write(tmp_path / "m.csv", [changed(brin="97BB", vestiging="0")]))
    assert report.counts[Outcome.NEW] == 1, report.text()
