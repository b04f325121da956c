"""A column that is not in a file says nothing; an empty cell in one that is there may clear."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from leerplicht_protocol.records import Entity
from leerplicht_server import records, schema
from leerplicht_server.database import Database
from leerplicht_server.importing import lo3, melding_line, meldingen, other_address, persons, schools
from leerplicht_server.importing.delimited import DelimitedFile
from leerplicht_server.importing.lo3_merge import completed
from leerplicht_server.importing.report import Outcome, Report
from tests.server import files
from tests.server.files import Row, changed, write

SQLITE = pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)

FULL = {
    "einddatum": "2026-10-01",
    "reden": "Weigert gymlessen",
    "alle_lessen_gemist": "J",
    "ondernomen_actie": "Gesprek",
    "actie_gemeente_gewenst": "N",
    "toelichting_geen_actie": "Eerst zelf",
    "naam_leslocatie": "Gymzaal",
    "melder_naam": "S. Bakker",
    "melder_functie": "mentor",
    "melder_telefoon": "06-00000011",
    "melder_email": "melder@school.example",
    "telefoon_ouder_of_leerling": "06-00001001",
    "afwijkend_straat": "Vrijthof",
    "afwijkend_huisnummer": "31",
    "afwijkend_huisletter": "B",
    "afwijkend_toevoeging": "hs",
    "afwijkend_postcode": "6211LE",
    "afwijkend_locatie": "achterhuis",
    "afwijkend_plaats": "Maastricht",
    "leerjaar": "leerjaar 6",
    "school_kondigde_melding_aan": "per brief",
    "status": "in behandeling",
    "status_toelichting": "gezien",
}


def _report(database: Database, number: str = "2026900001") -> dict[str, Any]:
    with database.read() as connection:
        stored = records.load(connection, Entity.VERZUIMMELDING, f"vm-{number}")
    assert stored is not None
    return stored.fields


def _read(database: Database, path: Path, *rows: Row) -> Report:
    return meldingen.import_file(database, write(path / "m.csv", rows))


def _without(row: Row, *columns: str) -> Row:
    return {name: value for name, value in row.items() if name not in columns}


def test_the_full_row_fills_every_optional_column() -> None:
    assert set(FULL) | {"onderwijsnummer"} == set(melding_line.OPTIONAL)


@pytest.mark.parametrize("column", [*FULL, "onderwijsnummer"])
@SQLITE
def test_a_report_without_an_optional_column_is_unchanged(
    seeded: Database, tmp_path: Path, column: str
) -> None:
    full = changed(**FULL)
    assert _read(seeded, tmp_path, full).counts[Outcome.NEW] == 1
    before = _report(seeded)
    assert _read(seeded, tmp_path, _without(full, column)).counts[Outcome.UNCHANGED] == 1
    assert _report(seeded) == before


@SQLITE
def test_a_report_with_required_columns_only_is_unchanged(seeded: Database, tmp_path: Path) -> None:
    full = changed(**FULL)
    _read(seeded, tmp_path, full)
    before = _report(seeded)
    bare = {name: full[name] for name in melding_line.REQUIRED}
    assert _read(seeded, tmp_path, bare).counts[Outcome.UNCHANGED] == 1
    assert _report(seeded) == before


@pytest.mark.parametrize("column", [c for c in FULL if c not in other_address.COLUMNS])
@SQLITE
def test_an_empty_cell_clears_or_gives_the_usual_value(seeded: Database, tmp_path: Path, column: str) -> None:
    full = changed(**FULL)
    _read(seeded, tmp_path, full)
    before = _report(seeded)
    assert _read(seeded, tmp_path, {**full, column: ""}).counts[Outcome.CHANGED] == 1
    after = _report(seeded)
    different = {name for name in after if after[name] != before[name]}
    assert different == {"leslocatie" if column == "naam_leslocatie" else column}
    usual = {"alle_lessen_gemist": False, "actie_gemeente_gewenst": True, "status": "geregistreerd"}
    assert after[different.pop()] == usual.get(column, None if column == "einddatum" else "")


@SQLITE
def test_other_absent_columns_of_an_address_do_not_keep_one_that_ended(
    seeded: Database, tmp_path: Path
) -> None:
    full = changed(**FULL)
    _read(seeded, tmp_path, full)
    line = "Vrijthof 31B hs, achterhuis, 6211 LE Maastricht"
    assert _report(seeded)["afwijkend_adres"] == line
    short = _without(full, "afwijkend_locatie", "afwijkend_toevoeging")
    _read(seeded, tmp_path, short)
    assert _report(seeded)["afwijkend_adres"] == line
    _read(seeded, tmp_path, {**short, "afwijkend_straat": "", "afwijkend_huisnummer": ""})
    assert _report(seeded)["afwijkend_adres"] == "B, 6211 LE Maastricht"
    _read(seeded, tmp_path, {**short, "afwijkend_straat": "Markt"})
    assert _report(seeded)["afwijkend_adres"] == "Markt 31B, 6211 LE Maastricht"


@SQLITE
def test_a_kept_end_still_bounds_the_days(seeded: Database, tmp_path: Path) -> None:
    ended = changed(einddatum="2026-09-18", verzuimspecificatie="2026-09-14=5")
    _read(seeded, tmp_path, ended)
    later = _without({**ended, "verzuimspecificatie": "2026-09-21=5"}, "einddatum")
    assert [r.what for r in _read(seeded, tmp_path, later).refused] == [
        "verzuimspecificatie buiten de periode"
    ]
    assert _report(seeded)["einddatum"] == "2026-09-18"


@SQLITE
def test_a_report_from_before_there_was_a_status_is_unchanged(seeded: Database, tmp_path: Path) -> None:
    _read(seeded, tmp_path, changed(**{**FULL, "status": "", "status_toelichting": ""}))
    where = schema.record.c.id == "vm-2026900001"
    with seeded.write() as connection:
        row = connection.execute(sa.select(schema.record).where(where)).one()
        old = {k: v for k, v in json.loads(row.inhoud).items() if not k.startswith("status")}
        connection.execute(sa.update(schema.record).where(where).values(inhoud=json.dumps(old)))
    again = changed(**{**FULL, "status": "", "status_toelichting": ""})
    assert _read(seeded, tmp_path, again).counts[Outcome.UNCHANGED] == 1


@pytest.mark.parametrize(
    "column",
    [
        c
        for c in files.rows(files.SCHOOLS)[0]
        if c not in {"INSTELLINGSCODE", "VESTIGINGSCODE", "VESTIGINGSNAAM"}
    ],
)
@SQLITE
def test_schools_without_an_optional_column_are_unchanged(
    seeded: Database, tmp_path: Path, column: str
) -> None:
    rows = [_without(row, column) for row in files.rows(files.SCHOOLS)]
    report = schools.import_file(seeded, write(tmp_path / "s.csv", rows))
    assert report.counts[Outcome.UNCHANGED] == 12


@SQLITE
def test_an_empty_cell_clears_the_telephone_of_a_school(seeded: Database, tmp_path: Path) -> None:
    rows = [{**files.rows(files.SCHOOLS)[0], "TELEFOONNUMMER": ""}]
    assert schools.import_file(seeded, write(tmp_path / "s.csv", rows)).counts[Outcome.CHANGED] == 1


def _bron(database: Database) -> dict[str, Any]:
    with database.read() as connection:
        return {r.id: json.loads(r.bron) for r in connection.execute(sa.select(schema.persoon))}


def _drop(path: Path, lost: str, rows: int = 3_000) -> Path:
    """The first rows of the register without a column, or without a whole category."""
    header, data = files.lo3_rows()
    kept = [place for place, name in enumerate(header) if name != lost and not name.startswith(f"{lost}.")]
    return files.lo3_file(path, [header[p] for p in kept], [[row[p] for p in kept] for row in data[:rows]])


def _people(path: Path) -> tuple[DelimitedFile, list[dict[str, Any]]]:
    bestand = DelimitedFile(path, lo3.REQUIRED, lo3.KNOWN)
    return bestand, [lo3.as_json(lo3.read_person(bestand, found)) for found in lo3.person_lists(bestand)]


def test_people_of_whom_a_column_or_a_category_is_absent_are_unchanged(tmp_path: Path) -> None:
    header, _ = files.lo3_rows()
    _, before = _people(_drop(tmp_path / "all.csv", "none", 24))
    columns = [name for name in header if name[:2] in {"01", "02", "05", "07", "08"}]
    lost_ones = [*columns, "02", "03", "05", "06", "08", "11"]
    for lost in lost_ones:
        if lost in lo3.REQUIRED or lost == "01.H":
            continue
        bestand, said = _people(_drop(tmp_path / "some.csv", lost, 24))
        after = [completed(new, old, bestand.has) for new, old in zip(said, before, strict=True)]
        assert after == before, lost


@SQLITE
@pytest.mark.parametrize(("lost", "refused"), [("08", 0), ("07.70.10", 0), ("01.01.10", 12)])
def test_a_register_without_a_column_changes_nobody(
    seeded: Database, tmp_path: Path, lost: str, refused: int
) -> None:
    """Without A-numbers, people without a BSN or with the BSN of another cannot be known again."""
    before = _bron(seeded)
    report = persons.import_file(seeded, _drop(tmp_path / "p.csv", lost))
    assert [report.counts[u] for u in Outcome] == [0, 687 - refused, 0, refused]
    assert _bron(seeded) == before


def _person(**changes: Any) -> dict[str, Any]:
    person = {
        "a_nummer": "1234567890",
        "bsn": "999970021",
        "lo3": {"02.10": "Bram", "02.30": "van", "02.40": "Dijk", "70.10": "1"},
        "partners": [],
        "adres": {"09.10": "0518", "11.10": "Laan", "11.20": "5", "11.40": "hs", "11.60": "2564AA"},
        "adres_sleutel": "x",
        "geboortedatum": "20120101",
        "geslacht": "M",
        "geheimhouding": 1,
        "overleden_op": None,
        "opgeschort": None,
        "opgeschort_op": None,
        "ouders": [{"bsn": "999990408", "naam": "Els Dijk"}, None],
        "gezag": "1",
        "naam": "Bram van Dijk",
    }
    return {**person, **changes}


def _lacks(*columns: str) -> Callable[[str], bool]:
    return lambda column: column not in columns


def test_who_moved_takes_no_part_of_the_old_address_along() -> None:
    moved = {"09.10": "0518", "11.10": "Kade", "11.20": "9", "11.60": "2564BB"}
    found = completed(_person(adres=moved), _person(), _lacks("08.11.40"))
    assert found["adres"] == moved
    assert found["adres_sleutel"] == lo3.address_key(moved)


def test_a_parent_with_another_number_takes_no_old_name_along() -> None:
    other = {"bsn": "999997610", "naam": ""}
    lacks = _lacks("02.02.10", "02.02.30", "02.02.40")
    assert completed(_person(ouders=[other, None]), _person(), lacks)["ouders"] == [other, None]
    same = {"bsn": "999990408", "naam": "onbekend"}
    kept = completed(_person(ouders=[same, None]), _person(), lacks)["ouders"][0]
    assert kept == {"bsn": "999990408", "naam": "Els Dijk"}


def test_a_secret_address_stays_secret_when_the_column_is_gone() -> None:
    open_now = _person(geheimhouding=0, lo3={"02.10": "Bram", "02.30": "van", "02.40": "Dijk", "70.10": "0"})
    found = completed(open_now, _person(), _lacks("07.70.10"))
    assert (found["geheimhouding"], found["lo3"]["70.10"]) == (1, "1")
    told = completed(open_now, _person(), _lacks())
    assert (told["geheimhouding"], told["lo3"]["70.10"]) == (0, "0")
