"""The municipality's extract of the register, in LO3 columns."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol.codec import canonical, fingerprint
from leerplicht_server import dossiers
from leerplicht_server.database import Database
from leerplicht_server.schema import persoon

from . import lo3
from .delen import read_in_parts
from .lo3samen import completed
from .regels import Bestand
from .verslag import GeweigerdError, Opmerking, Uitkomst, Verslag

_HIER = ZoneInfo("Europe/Amsterdam")


def importeer(
    database: Database, path: Path, *, verslag: Verslag | None = None, charset: str = ""
) -> Verslag:
    """Read an extract of the register, in parts. Raises InvoerError, DatabaseError."""
    bestand = Bestand(path, lo3.VERPLICHT, lo3.BEKEND, charset=charset)
    gezien: dict[str, int] = {}

    def keep(connection: Connection, lists: Sequence[lo3.Lijst], told: Verslag) -> None:
        _bewaar_alle(connection, bestand, lists, told, gezien)

    lists = lo3.lijsten(bestand)
    return read_in_parts(database, bestand, lists, lo3.last_line, keep, verslag or Verslag())


def _bewaar_alle(
    connection: Connection,
    bestand: Bestand,
    lists: Iterable[lo3.Lijst],
    verslag: Verslag,
    gezien: dict[str, int],
) -> None:
    touched: set[str] = set()
    for lijst in lists:
        number = lijst.regel.nummer
        try:
            bron = lo3.lees(bestand, lijst)
            key = bron.a_nummer or bron.bsn
            if key in gezien:
                raise GeweigerdError(
                    f"deze persoon staat ook op regel {gezien[key]}", "Laat één van de twee weg."
                )
            uitkomst = _bewaar(connection, bron, bestand.heeft, touched)
        except GeweigerdError as fault:
            verslag.weiger(number, fault.fout, fault.herstel)
            continue
        gezien[key] = number
        verslag.tel(uitkomst)
        for remark in bron.let_op:
            verslag.let_op.append(Opmerking(number, remark, "Laat het nakijken in de BRP."))
    dossiers.derive(connection, touched)


def _known(connection: Connection, bron: lo3.Bron) -> Row[Any] | None:
    """The person as he was stored: by A-nummer, or by BSN when one of the two has no A-nummer."""
    where = sa.select(persoon).where(persoon.c.sleutel.in_([n for n in (bron.a_nummer, bron.bsn) if n]))
    rows = {row.sleutel: row for row in connection.execute(where)}
    found = rows.get(bron.a_nummer) or rows.get(bron.bsn)
    if found is not None or bron.a_nummer or not bron.bsn:
        return found
    same = connection.execute(sa.select(persoon).where(persoon.c.bsn == bron.bsn)).all()
    if len(same) > 1:
        raise GeweigerdError("bsn staat bij meer dan één persoon", "Lever het A-nummer (01.01.10) mee.")
    return same[0] if same else None


def _bewaar(
    connection: Connection, bron: lo3.Bron, heeft: Callable[[str], bool], touched: set[str]
) -> Uitkomst:
    row = _known(connection, bron)
    content = lo3.as_json(bron)
    if row is not None:
        content = completed(content, json.loads(row.bron), heeft)
    mark = fingerprint(content)
    if row is not None and row.vingerafdruk == mark:
        return Uitkomst.ONGEWIJZIGD
    before = dossiers.touched_by(connection, [dossiers.mens(row)]) if row is not None else set()
    values = _columns(content, row.sleutel if row is not None else "")
    person_id = row.id if row is not None else f"p-{uuid.uuid4().hex}"
    if row is None:
        connection.execute(sa.insert(persoon).values(id=person_id, **values))
    else:
        connection.execute(sa.update(persoon).where(persoon.c.id == person_id).values(**values))
    now = dossiers.Mens(person_id, values["bsn"] or "", values["adres_sleutel"], json.loads(values["bron"]))
    touched |= before | dossiers.touched_by(connection, [now])
    return Uitkomst.NIEUW if row is None else Uitkomst.GEWIJZIGD


def _columns(content: Mapping[str, Any], key: str) -> dict[str, Any]:
    """A person as a row; ``key`` is what he was found by, for somebody without an A-nummer."""
    mother, father = content["ouders"]
    adres = content["adres"]
    return {
        "sleutel": content["a_nummer"] or key or content["bsn"],
        "bsn": content["bsn"] or None,
        "ouder1_bsn": (mother["bsn"] or None) if mother else None,
        "ouder2_bsn": (father["bsn"] or None) if father else None,
        "adres_sleutel": content["adres_sleutel"],
        "postcode": adres.get("11.60", "").strip()[:6] or None,
        "huisnummer": adres.get("11.20", "").strip().lstrip("0")[:20] or None,
        # The day stands apart from the fingerprint: the same list tomorrow is the same list.
        "bron": canonical({**content, "gelezen_op": datetime.now(_HIER).date().isoformat()}).decode(),
        "vingerafdruk": fingerprint(dict(content)),
    }
