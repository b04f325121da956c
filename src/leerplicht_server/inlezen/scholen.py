"""School sites in the layout of DUO's open data "alle vestigingen"."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError
from sqlalchemy.engine import Connection

from leerplicht_protocol.records import Entity, School
from leerplicht_server import records
from leerplicht_server.database import Database

from . import velden
from .regels import Bestand, Regel
from .verslag import GeweigerdError, Uitkomst, Verslag

_VERPLICHT = ("INSTELLINGSCODE", "VESTIGINGSCODE", "VESTIGINGSNAAM")
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


def importeer(database: Database, path: Path) -> Verslag:
    """Read a file of school sites. Raises InvoerError, DatabaseError."""
    bestand = Bestand(path, _VERPLICHT, tuple(_KOLOM.values()))
    verslag = Verslag()
    gezien: dict[str, int] = {}
    with database.write() as connection:
        for regel in bestand.regels():
            try:
                with connection.begin_nested():
                    uitkomst = _bewaar(connection, bestand, regel, gezien)
            except GeweigerdError as fault:
                verslag.weiger(regel.nummer, fault.fout, fault.herstel)
            else:
                verslag.tel(uitkomst)
    return verslag


def _bewaar(connection: Connection, bestand: Bestand, regel: Regel, gezien: dict[str, int]) -> Uitkomst:
    if regel.fout:
        raise GeweigerdError(regel.fout, regel.herstel)
    school = _school(bestand, regel)
    key = school_id(school.brin, school.vestiging)
    if key in gezien:
        raise GeweigerdError(f"deze vestiging staat ook op regel {gezien[key]}", "Laat één van de twee weg.")
    gezien[key] = regel.nummer
    known = records.load(connection, Entity.SCHOOL, key)
    _, changed = records.put(connection, Entity.SCHOOL, key, school.model_dump(mode="json"))
    if known is None:
        return Uitkomst.NIEUW
    return Uitkomst.GEWIJZIGD if changed else Uitkomst.ONGEWIJZIGD


def _school(bestand: Bestand, regel: Regel) -> School:
    def waarde(kolom: str) -> str:
        return bestand.waarde(regel, kolom).strip()

    brin = velden.brin(waarde("INSTELLINGSCODE"))
    code = waarde("VESTIGINGSCODE").upper()
    # DUO writes the code of a site as 00 in one file and as 05KO00 in another.
    vestiging = velden.vestiging(code[4:] if code.startswith(brin) else code)
    naam = waarde("VESTIGINGSNAAM")
    if not naam:
        raise GeweigerdError("VESTIGINGSNAAM ontbreekt", "Vul de naam van de school in.")
    try:
        return School(
            brin=brin,
            vestiging=vestiging,
            naam=naam,
            postcode=velden.postcode(waarde("POSTCODE"), "POSTCODE"),
            **{veld: waarde(kolom) for veld, kolom in _KOLOM.items()},
        )
    except ValidationError:
        raise GeweigerdError("een veld is langer dan 400 tekens", "Kort de tekst in.") from None
