"""School sites in the layouts of DUO's open data: "alle vestigingen", and the mbo institutions.

The list of mbo institutions knows no sites: an institution is its own site 00, under its own name.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from sqlalchemy.engine import Connection

from leerplicht_protocol.records import Entity, School
from leerplicht_server import records
from leerplicht_server.database import Database

from . import fields, spreadsheet
from .delimited import DelimitedFile, Row
from .in_parts import read_in_parts
from .report import Outcome, RefusedError, Report

_REQUIRED = ("INSTELLINGSCODE", "VESTIGINGSCODE", "VESTIGINGSNAAM")
_INSTITUTION = ("INSTELLINGSCODE", "INSTELLINGSNAAM")
_MAIN_SITE = "00"
_MBO_KIND = "MBO INSTELLINGSSOORT - CODE"
_COLUMN = {
    "straat": "STRAATNAAM",
    "huisnummer": "HUISNUMMER-TOEVOEGING",
    "plaats": "PLAATSNAAM",
    "gemeentecode": "GEMEENTENUMMER",
    "denominatie": "DENOMINATIE",
    "telefoon": "TELEFOONNUMMER",
    "website": "INTERNETADRES",
    "onderwijsstructuur": "ONDERWIJSSTRUCTUUR",
}


def school_id(brin: str, vestiging: str) -> str:
    """The record of a school site."""
    return f"s-{brin}{vestiging}"


def import_file(database: Database, path: Path, *, report: Report | None = None, charset: str = "") -> Report:
    """Read a file of school sites. Raises InputError, DatabaseError."""
    known = (*_COLUMN.values(), "POSTCODE", "INSTELLINGSNAAM", _MBO_KIND)
    file = DelimitedFile(path, _REQUIRED, known, layouts=(_INSTITUTION,), charset=charset)
    seen: dict[str, int] = {}

    def keep(connection: Connection, rows: Sequence[Row], told: Report) -> None:
        for row in rows:
            try:
                told.count(_keep(connection, file, row, seen))
            except RefusedError as fault:
                told.refuse(row.number, fault.fault, fault.remedy)

    return read_in_parts(database, file, file.rows(), lambda row: row.number, keep, report or Report())


def _keep(connection: Connection, file: DelimitedFile, row: Row, seen: dict[str, int]) -> Outcome:
    if row.fault:
        raise RefusedError(row.fault, row.remedy)
    said = _read(file, row)
    key = school_id(said["brin"], said["vestiging"])
    known = records.load(connection, Entity.SCHOOL, key)
    before = School.model_validate(known.fields) if known is not None else None
    try:
        # What the file has no column for stays as it was.
        school = School(**{**(before.model_dump() if before else {}), **said})
    except ValidationError:
        raise RefusedError("een veld is langer dan 400 tekens", "Kort de tekst in.") from None
    if key in seen:
        raise RefusedError(f"deze vestiging staat ook op regel {seen[key]}", "Laat één van de twee weg.")
    seen[key] = row.number
    if school == before:
        return Outcome.UNCHANGED
    records.put(connection, Entity.SCHOOL, key, school.model_dump(mode="json"))
    return Outcome.NEW if known is None else Outcome.CHANGED


def _read(file: DelimitedFile, row: Row) -> dict[str, Any]:
    """What a line says: a field for each column that the file has."""

    def value(column: str) -> str:
        return file.value(row, column).strip()

    brin = fields.brin(value("INSTELLINGSCODE"))
    said = {
        "brin": brin,
        "vestiging": _vestiging(file, value("VESTIGINGSCODE").upper(), brin),
        **{field: value(column) for field, column in _COLUMN.items() if file.has(column)},
    }
    name_column = "VESTIGINGSNAAM" if file.has("VESTIGINGSNAAM") else "INSTELLINGSNAAM"
    said["naam"] = value(name_column)
    if not said["naam"]:
        raise RefusedError(f"{name_column} ontbreekt", "Vul de naam van de school in.")
    if file.has("POSTCODE"):
        said["postcode"] = fields.postcode(value("POSTCODE"), "POSTCODE")
    if "gemeentecode" in said:
        code = spreadsheet.plain(said["gemeentecode"], "GEMEENTENUMMER")
        said["gemeentecode"] = spreadsheet.padded(code, 4)
    if file.has(_MBO_KIND):
        said.setdefault("onderwijsstructuur", "MBO")
    return said


def _vestiging(file: DelimitedFile, code: str, brin: str) -> str:
    if not file.has("VESTIGINGSCODE"):
        return _MAIN_SITE
    # DUO writes the code of a site as 00 in one file and as 05KO00 in another.
    return fields.vestiging(code[4:] if code.startswith(brin) else code)
