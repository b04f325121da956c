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

from . import cijfers, velden
from .delen import read_in_parts
from .regels import Bestand, Regel
from .verslag import GeweigerdError, Uitkomst, Verslag

_VERPLICHT = ("INSTELLINGSCODE", "VESTIGINGSCODE", "VESTIGINGSNAAM")
_INSTELLING = ("INSTELLINGSCODE", "INSTELLINGSNAAM")
_HOOFDVESTIGING = "00"
_MBO_SOORT = "MBO INSTELLINGSSOORT - CODE"
_KOLOM = {
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


def importeer(
    database: Database, path: Path, *, verslag: Verslag | None = None, charset: str = ""
) -> Verslag:
    """Read a file of school sites. Raises InvoerError, DatabaseError."""
    known = (*_KOLOM.values(), "POSTCODE", "INSTELLINGSNAAM", _MBO_SOORT)
    bestand = Bestand(path, _VERPLICHT, known, anders=(_INSTELLING,), charset=charset)
    gezien: dict[str, int] = {}

    def keep(connection: Connection, regels: Sequence[Regel], told: Verslag) -> None:
        for regel in regels:
            try:
                told.tel(_bewaar(connection, bestand, regel, gezien))
            except GeweigerdError as fault:
                told.weiger(regel.nummer, fault.fout, fault.herstel)

    return read_in_parts(
        database, bestand, bestand.regels(), lambda regel: regel.nummer, keep, verslag or Verslag()
    )


def _bewaar(connection: Connection, bestand: Bestand, regel: Regel, gezien: dict[str, int]) -> Uitkomst:
    if regel.fout:
        raise GeweigerdError(regel.fout, regel.herstel)
    said = _read(bestand, regel)
    key = school_id(said["brin"], said["vestiging"])
    known = records.load(connection, Entity.SCHOOL, key)
    before = School.model_validate(known.fields) if known is not None else None
    try:
        # What the file has no column for stays as it was.
        school = School(**{**(before.model_dump() if before else {}), **said})
    except ValidationError:
        raise GeweigerdError("een veld is langer dan 400 tekens", "Kort de tekst in.") from None
    if key in gezien:
        raise GeweigerdError(f"deze vestiging staat ook op regel {gezien[key]}", "Laat één van de twee weg.")
    gezien[key] = regel.nummer
    if school == before:
        return Uitkomst.ONGEWIJZIGD
    records.put(connection, Entity.SCHOOL, key, school.model_dump(mode="json"))
    return Uitkomst.NIEUW if known is None else Uitkomst.GEWIJZIGD


def _read(bestand: Bestand, regel: Regel) -> dict[str, Any]:
    """What a line says: a field for each column that the file has."""

    def waarde(kolom: str) -> str:
        return bestand.waarde(regel, kolom).strip()

    brin = velden.brin(waarde("INSTELLINGSCODE"))
    said = {
        "brin": brin,
        "vestiging": _vestiging(bestand, waarde("VESTIGINGSCODE").upper(), brin),
        **{veld: waarde(kolom) for veld, kolom in _KOLOM.items() if bestand.heeft(kolom)},
    }
    naamkolom = "VESTIGINGSNAAM" if bestand.heeft("VESTIGINGSNAAM") else "INSTELLINGSNAAM"
    said["naam"] = waarde(naamkolom)
    if not said["naam"]:
        raise GeweigerdError(f"{naamkolom} ontbreekt", "Vul de naam van de school in.")
    if bestand.heeft("POSTCODE"):
        said["postcode"] = velden.postcode(waarde("POSTCODE"), "POSTCODE")
    if "gemeentecode" in said:
        said["gemeentecode"] = cijfers.padded(cijfers.plain(said["gemeentecode"], "GEMEENTENUMMER"), 4)
    if bestand.heeft(_MBO_SOORT):
        said.setdefault("onderwijsstructuur", "MBO")
    return said


def _vestiging(bestand: Bestand, code: str, brin: str) -> str:
    if not bestand.heeft("VESTIGINGSCODE"):
        return _HOOFDVESTIGING
    # DUO writes the code of a site as 00 in one file and as 05KO00 in another.
    return velden.vestiging(code[4:] if code.startswith(brin) else code)
