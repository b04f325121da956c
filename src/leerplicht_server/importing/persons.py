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
from .delimited import DelimitedFile
from .in_parts import read_in_parts
from .lo3_merge import completed
from .report import Outcome, RefusedError, Remark, Report

_HERE = ZoneInfo("Europe/Amsterdam")


def import_file(database: Database, path: Path, *, report: Report | None = None, charset: str = "") -> Report:
    """Read an extract of the register, in parts. Raises InputError, DatabaseError."""
    file = DelimitedFile(path, lo3.REQUIRED, lo3.KNOWN, charset=charset)
    seen: dict[str, int] = {}

    def keep(connection: Connection, lists: Sequence[lo3.PersonList], told: Report) -> None:
        _keep_all(connection, file, lists, told, seen)

    lists = lo3.person_lists(file)
    return read_in_parts(database, file, lists, lo3.last_line, keep, report or Report())


def _keep_all(
    connection: Connection,
    file: DelimitedFile,
    lists: Iterable[lo3.PersonList],
    report: Report,
    seen: dict[str, int],
) -> None:
    touched: set[str] = set()
    for list_ in lists:
        number = list_.row.number
        try:
            source = lo3.read_person(file, list_)
            key = source.a_nummer or source.bsn
            if key in seen:
                raise RefusedError(
                    f"deze persoon staat ook op regel {seen[key]}", "Laat één van de twee weg."
                )
            outcome = _keep(connection, source, file.has, touched)
        except RefusedError as fault:
            report.refuse(number, fault.fault, fault.remedy)
            continue
        seen[key] = number
        report.count(outcome)
        for remark in source.remarks:
            report.notices.append(Remark(number, remark, "Laat het nakijken in de BRP."))
    dossiers.derive(connection, touched)


def _known(connection: Connection, source: lo3.Source) -> Row[Any] | None:
    """The person as he was stored: by A-nummer, or by BSN when one of the two has no A-nummer."""
    where = sa.select(persoon).where(persoon.c.sleutel.in_([n for n in (source.a_nummer, source.bsn) if n]))
    rows = {row.sleutel: row for row in connection.execute(where)}
    found = rows.get(source.a_nummer) or rows.get(source.bsn)
    if found is not None or source.a_nummer or not source.bsn:
        return found
    same = connection.execute(sa.select(persoon).where(persoon.c.bsn == source.bsn)).all()
    if len(same) > 1:
        raise RefusedError("bsn staat bij meer dan één persoon", "Lever het A-nummer (01.01.10) mee.")
    return same[0] if same else None


def _keep(
    connection: Connection, source: lo3.Source, has: Callable[[str], bool], touched: set[str]
) -> Outcome:
    row = _known(connection, source)
    content = lo3.as_json(source)
    if row is not None:
        content = completed(content, json.loads(row.bron), has)
    mark = fingerprint(content)
    if row is not None and row.vingerafdruk == mark:
        return Outcome.UNCHANGED
    before = dossiers.touched_by(connection, [dossiers.person(row)]) if row is not None else set()
    values = _columns(content, row.sleutel if row is not None else "")
    person_id = row.id if row is not None else f"p-{uuid.uuid4().hex}"
    if row is None:
        connection.execute(sa.insert(persoon).values(id=person_id, **values))
    else:
        connection.execute(sa.update(persoon).where(persoon.c.id == person_id).values(**values))
    now = dossiers.Person(person_id, values["bsn"] or "", values["adres_sleutel"], json.loads(values["bron"]))
    touched |= before | dossiers.touched_by(connection, [now])
    return Outcome.NEW if row is None else Outcome.CHANGED


def _columns(content: Mapping[str, Any], key: str) -> dict[str, Any]:
    """A person as a row; ``key`` is what he was found by, for somebody without an A-nummer."""
    mother, father = content["ouders"]
    address = content["adres"]
    return {
        "sleutel": content["a_nummer"] or key or content["bsn"],
        "bsn": content["bsn"] or None,
        "ouder1_bsn": (mother["bsn"] or None) if mother else None,
        "ouder2_bsn": (father["bsn"] or None) if father else None,
        "adres_sleutel": content["adres_sleutel"],
        "postcode": address.get("11.60", "").strip()[:6] or None,
        "huisnummer": address.get("11.20", "").strip().lstrip("0")[:20] or None,
        # The day stands apart from the fingerprint: the same list tomorrow is the same list.
        "bron": canonical({**content, "gelezen_op": datetime.now(_HERE).date().isoformat()}).decode(),
        "vingerafdruk": fingerprint(dict(content)),
    }
