"""Records and their links: every change takes a new ``seq`` and keeps who changed which field.

All functions that write expect a connection of ``Database.write``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from pydantic import JsonValue
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol.codec import canonical, fingerprint
from leerplicht_protocol.records import Entity

from .database import next_seq, next_seqs
from .schema import koppeling, record, veldlog

MUNICIPALITY = "gemeente"
"""Author of what an import or the office wrote."""

SHARED = frozenset({Entity.DOSSIER})
"""Entities whose fields more than one party may change, and whose history is kept per field."""


AVG, WPG = "avg", "wpg"
"""Under which law a record stands."""


@dataclass(frozen=True)
class Author:
    """Who makes or changes a record: an officer at a laptop, or the office itself.

    ``recorded_at`` is the moment as the officer's clock gave it, ISO 8601; ``clock_ms`` how far that clock
    was behind the server's when the record came in; ``regime`` the law under which it was written.
    """

    id: str = MUNICIPALITY
    name: str = "gemeente"
    device: str = ""
    recorded_at: str = ""
    clock_ms: int = 0
    regime: str = AVG


@dataclass(frozen=True)
class Stored:
    """A record as it stands in the database."""

    entity: Entity
    id: str
    rev: int
    seq: int
    deleted: bool
    fields: dict[str, JsonValue]
    frev: dict[str, int]
    fingerprint: str
    author: Author
    received_at: str
    regime: str = AVG


def now() -> str:
    """This moment in UTC, as text."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def load(connection: Connection, entity: Entity, record_id: str) -> Stored | None:
    """One record, or None when there never was one."""
    statement = sa.select(record).where(record.c.entiteit == entity.value, record.c.id == record_id)
    row = connection.execute(statement).one_or_none()
    return stored(row) if row is not None else None


def load_many(connection: Connection, entity: Entity, ids: Iterable[str]) -> dict[str, Stored]:
    """The records there are of these, by id; for as many as go into one statement."""
    wanted = sorted(set(ids))
    if not wanted:
        return {}
    statement = sa.select(record).where(record.c.entiteit == entity.value, record.c.id.in_(wanted))
    return {row.id: stored(row) for row in connection.execute(statement)}


def stored(row: Row[Any]) -> Stored:
    """A row of the record table as a value."""
    return Stored(
        entity=Entity(row.entiteit),
        id=row.id,
        rev=row.rev,
        seq=row.seq,
        deleted=row.weg,
        fields=json.loads(row.inhoud),
        frev=json.loads(row.veldrev),
        fingerprint=row.vingerafdruk,
        author=author_of(row),
        received_at=row.ontvangen_op,
        regime=row.regime,
    )


def author_of(row: Row[Any]) -> Author:
    """Who made a record, of a row with the columns that say so."""
    return Author(row.auteur or MUNICIPALITY, row.auteur_naam, row.apparaat, row.apparaat_op, row.klok_ms)


def insert(
    connection: Connection,
    entity: Entity,
    record_id: str,
    fields: Mapping[str, JsonValue],
    *,
    author: Author | None = None,
    mark: str = "",
) -> Stored:
    """A new record at revision 1. ``mark`` is the fingerprint of what came in, if that differs."""
    author = author or Author()
    body = dict(fields)
    fresh = Stored(
        entity=entity,
        id=record_id,
        rev=1,
        seq=next_seq(connection),
        deleted=False,
        fields=body,
        frev=dict.fromkeys(body, 1),
        fingerprint=mark or fingerprint(body),
        author=author,
        received_at=now(),
        regime=author.regime,
    )
    connection.execute(sa.insert(record).values(_row(fresh)))
    _log(connection, fresh, body, author)
    return fresh


def insert_many(
    connection: Connection, entity: Entity, bodies: Sequence[tuple[str, str, Mapping[str, JsonValue]]]
) -> None:
    """New records of the municipality's own, as (id, dossier, fields), each linked to its one dossier.

    Only for an entity without a history per field: it would not be kept here.
    """
    if not bodies:
        return
    seqs = next_seqs(connection, 2 * len(bodies))
    moment = now()
    rows, links = [], []
    for (record_id, dossier, fields), seq, link_seq in zip(bodies, seqs[::2], seqs[1::2], strict=True):
        body = dict(fields)
        fresh = Stored(
            entity=entity,
            id=record_id,
            rev=1,
            seq=seq,
            deleted=False,
            fields=body,
            frev=dict.fromkeys(body, 1),
            fingerprint=fingerprint(body),
            author=Author(),
            received_at=moment,
        )
        rows.append(_row(fresh))
        key = {"entiteit": entity.value, "id": record_id, "dossier": dossier}
        links.append({**key, "seq": link_seq, "weg": False})
    connection.execute(sa.insert(record), rows)
    connection.execute(sa.insert(koppeling), links)


def change(
    connection: Connection, old: Stored, changed: Mapping[str, JsonValue], author: Author | None = None
) -> Stored:
    """The record with some fields replaced, one revision on. Unchanged when nothing differs."""
    author = author or Author()
    different = {f: v for f, v in changed.items() if f not in old.fields or old.fields[f] != v}
    if not different and not old.deleted:
        return old
    body = {**old.fields, **different}
    rev = old.rev + 1
    new = Stored(
        entity=old.entity,
        id=old.id,
        rev=rev,
        seq=next_seq(connection),
        deleted=False,
        fields=body,
        frev={**old.frev, **dict.fromkeys(different, rev)},
        fingerprint=fingerprint(body),
        author=old.author,
        received_at=old.received_at,
        regime=old.regime,
    )
    where = (record.c.entiteit == old.entity.value, record.c.id == old.id)
    connection.execute(sa.update(record).where(*where).values(_row(new)))
    _log(connection, new, different, author)
    return new


def put(
    connection: Connection, entity: Entity, record_id: str, fields: Mapping[str, JsonValue]
) -> tuple[Stored, bool]:
    """The municipality's own record, made or brought up to date. Says whether anything changed."""
    old = load(connection, entity, record_id)
    if old is None:
        return insert(connection, entity, record_id, fields), True
    new = change(connection, old, fields)
    return new, new.rev != old.rev


def link(connection: Connection, entity: Entity, record_id: str, dossiers: Iterable[str]) -> None:
    """Make exactly these dossiers the ones a record belongs to; only differences take a ``seq``."""
    wanted = set(dossiers)
    where = (koppeling.c.entiteit == entity.value, koppeling.c.id == record_id)
    rows = connection.execute(sa.select(koppeling.c.dossier, koppeling.c.weg).where(*where)).all()
    present = {row.dossier: row.weg for row in rows}
    for dossier in sorted(wanted - set(present)):
        values = {"entiteit": entity.value, "id": record_id, "dossier": dossier, "weg": False}
        connection.execute(sa.insert(koppeling).values(seq=next_seq(connection), **values))
    turned = {d for d, gone in present.items() if gone == (d in wanted)}
    for dossier in sorted(turned):
        statement = sa.update(koppeling).where(*where, koppeling.c.dossier == dossier)
        connection.execute(statement.values(seq=next_seq(connection), weg=dossier not in wanted))


def dossiers_of(connection: Connection, entity: Entity, record_id: str) -> set[str]:
    """The dossiers a record belongs to now."""
    statement = sa.select(koppeling.c.dossier).where(
        koppeling.c.entiteit == entity.value, koppeling.c.id == record_id, koppeling.c.weg.is_(False)
    )
    return set(connection.execute(statement).scalars())


def dossiers_of_many(connection: Connection, entity: Entity, ids: Iterable[str]) -> dict[str, set[str]]:
    """The dossiers each of these records belongs to now; for as many as go into one statement."""
    wanted = sorted(set(ids))
    found: dict[str, set[str]] = {record_id: set() for record_id in wanted}
    statement = sa.select(koppeling.c.id, koppeling.c.dossier).where(
        koppeling.c.entiteit == entity.value, koppeling.c.id.in_(wanted), koppeling.c.weg.is_(False)
    )
    for row in connection.execute(statement) if wanted else ():
        found[row.id].add(row.dossier)
    return found


def records_of(connection: Connection, dossier: str, entity: Entity) -> list[Stored]:
    """What a dossier holds of one kind, in the order it came."""
    statement = (
        sa.select(record)
        .join(koppeling, sa.and_(koppeling.c.entiteit == record.c.entiteit, koppeling.c.id == record.c.id))
        .where(koppeling.c.dossier == dossier, koppeling.c.weg.is_(False))
        .where(record.c.entiteit == entity.value, record.c.weg.is_(False))
        .order_by(record.c.seq, record.c.id)
    )
    return [stored(row) for row in connection.execute(statement)]


def _row(value: Stored) -> dict[str, object]:
    return {
        "entiteit": value.entity.value,
        "id": value.id,
        "rev": value.rev,
        "seq": value.seq,
        "weg": value.deleted,
        "inhoud": canonical(value.fields).decode(),
        "veldrev": canonical(dict(value.frev)).decode(),
        "vingerafdruk": value.fingerprint,
        "auteur": value.author.id,
        "auteur_naam": value.author.name,
        "apparaat": value.author.device,
        "apparaat_op": value.author.recorded_at,
        "klok_ms": value.author.clock_ms,
        "ontvangen_op": value.received_at,
        "regime": value.regime,
    }


def _log(connection: Connection, value: Stored, changed: Mapping[str, JsonValue], author: Author) -> None:
    if value.entity not in SHARED or not changed:
        return
    common = {"entiteit": value.entity.value, "id": value.id, "rev": value.rev, "op": now()}
    rows = [
        {**common, "veld": f, "waarde": canonical(v).decode(), "door": author.id, "naam": author.name}
        for f, v in changed.items()
    ]
    connection.execute(sa.insert(veldlog), rows)
