"""The municipality's extract of the register, in LO3 columns."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leerplicht_protocol.codec import canonical, fingerprint
from leerplicht_server import dossiers
from leerplicht_server.database import Database
from leerplicht_server.schema import persoon

from . import lo3
from .regels import Bestand
from .verslag import GeweigerdError, Opmerking, Uitkomst, Verslag

_HIER = ZoneInfo("Europe/Amsterdam")
_CHUNK = 500
"""Persons per transaction: short enough to let laptops in between."""


def importeer(database: Database, path: Path) -> Verslag:
    """Read an extract of the register. Raises InvoerError, DatabaseError."""
    bestand = Bestand(path, lo3.VERPLICHT, lo3.BEKEND)
    verslag = Verslag()
    gezien: dict[str, int] = {}
    for chunk in _chunks(lo3.lijsten(bestand)):
        with database.write() as connection:
            _bewaar_alle(connection, bestand, chunk, verslag, gezien)
    return verslag


def _chunks(lists: Iterator[lo3.Lijst]) -> Iterator[list[lo3.Lijst]]:
    while chunk := list(islice(lists, _CHUNK)):
        yield chunk


def _bewaar_alle(
    connection: Connection,
    bestand: Bestand,
    lists: Iterable[lo3.Lijst],
    verslag: Verslag,
    gezien: dict[str, int],
) -> None:
    touched: set[str] = set()
    for lijst in lists:
        try:
            bron = lo3.lees(bestand, lijst)
            with connection.begin_nested():
                uitkomst = _bewaar(connection, bron, lijst.regel.nummer, gezien, touched)
        except GeweigerdError as fault:
            verslag.weiger(lijst.regel.nummer, fault.fout, fault.herstel)
            continue
        verslag.tel(uitkomst)
        for remark in bron.let_op:
            verslag.let_op.append(Opmerking(lijst.regel.nummer, remark, "Laat het nakijken in de BRP."))
    dossiers.derive(connection, touched)


def _bewaar(
    connection: Connection, bron: lo3.Bron, nummer: int, gezien: dict[str, int], touched: set[str]
) -> Uitkomst:
    key = bron.a_nummer or bron.bsn
    if key in gezien:
        raise GeweigerdError(f"deze persoon staat ook op regel {gezien[key]}", "Laat één van de twee weg.")
    gezien[key] = nummer
    content = lo3.as_json(bron)
    mark = fingerprint(content)
    row = connection.execute(sa.select(persoon).where(persoon.c.sleutel == key)).one_or_none()
    if row is not None and row.vingerafdruk == mark:
        return Uitkomst.ONGEWIJZIGD
    before = dossiers.touched_by(connection, [dossiers.mens(row)]) if row is not None else set()
    values = {
        "sleutel": key,
        "bsn": bron.bsn or None,
        "ouder1_bsn": (bron.ouder1.bsn or None) if bron.ouder1 else None,
        "ouder2_bsn": (bron.ouder2.bsn or None) if bron.ouder2 else None,
        "adres_sleutel": bron.adres_sleutel,
        "postcode": bron.adres.get("11.60", "").strip()[:6] or None,
        "huisnummer": bron.adres.get("11.20", "").strip().lstrip("0")[:20] or None,
        # The day stands apart from the fingerprint: the same list tomorrow is the same list.
        "bron": canonical({**content, "gelezen_op": datetime.now(_HIER).date().isoformat()}).decode(),
        "vingerafdruk": mark,
    }
    person_id = row.id if row is not None else f"p-{uuid.uuid4().hex}"
    if row is None:
        connection.execute(sa.insert(persoon).values(id=person_id, **values))
    else:
        connection.execute(sa.update(persoon).where(persoon.c.id == person_id).values(**values))
    now = dossiers.Mens(person_id, bron.bsn, bron.adres_sleutel, json.loads(str(values["bron"])))
    touched |= before | dossiers.touched_by(connection, [now])
    return Uitkomst.NIEUW if row is None else Uitkomst.GEWIJZIGD
