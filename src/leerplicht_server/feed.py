"""The scoped feed: what one officer may see, in the order it became visible to him.

A record's place is ``max`` of its own ``seq``, those of its links, and those of the grants and revocations of
its dossiers for this officer. So a grant makes everything of a dossier appear without touching it, and a
revocation shows again what is still visible through another dossier. The kind and the id break ties, because
one grant gives many records the same number.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol import gate
from leerplicht_protocol.codec import revision_hash
from leerplicht_protocol.messages import Author, Change, DigestLine, Evict
from leerplicht_protocol.records import OWN_WORK, Entity
from leerplicht_protocol.scan import MAX_VALUES

from .database import Greatest, Octets, head
from .records import MUNICIPALITY, WPG, author_of
from .schema import koppeling, meta, record, toewijzing


@dataclass(frozen=True)
class Content:
    """Fields of a record, the revision of each, no fewer values than both hold, and whose it is."""

    fields: dict[str, Any]
    frev: dict[str, int]
    values: int
    author: Author | None = None


Key = tuple[str, str]
"""Kind and id of a record."""

_MAC_BYTES = 16

PAGE_BYTES = 12 * 1024 * 1024
"""A page holds no more than this, or one record: attachments travel in it."""

PAGE_VALUES = MAX_VALUES // 2
"""Nor more values than this, counted too high: a laptop reads no page of more than twice as many."""

_ROW_VALUES = 48
_CHECKED_FROM = 64 * 1024  # bytes; a smaller record cannot hold too many values


class CursorError(ValueError):
    """A cursor that this server never gave to this officer."""


class EpochError(ValueError):
    """A cursor of another database. ``restored``: of this one, from a future that a backup undid."""

    def __init__(self, restored: bool) -> None:
        super().__init__("epoch")
        self.restored = restored


@dataclass(frozen=True)
class Cursor:
    """A place in the feed; ``entity`` empty means: everything of ``seq`` was seen."""

    seq: int = 0
    entity: str = ""
    id: str = ""


@dataclass(frozen=True)
class Page:
    """A page of the feed and where the next one begins."""

    evict: tuple[Evict, ...]
    changes: tuple[Change, ...]
    next: Cursor
    more: bool
    head: int


def epoch(connection: Connection) -> str:
    """Which database this is."""
    return _meta(connection, "epoch")


def renew_epoch(connection: Connection) -> None:
    """Say to every laptop that these data are others than it knew. Only inside ``Database.write``."""
    statement = sa.update(meta).where(meta.c.naam == "epoch")
    connection.execute(statement.values(waarde=f"e-{uuid.uuid4().hex}"))


def _meta(connection: Connection, name: str) -> str:
    return str(connection.execute(sa.select(meta.c.waarde).where(meta.c.naam == name)).scalar_one())


def seal(connection: Connection, officer: str, cursor: Cursor) -> str:
    """The cursor as text that only this officer can hand back, unchanged."""
    payload = json.dumps([cursor.seq, cursor.entity, cursor.id]).encode()
    own = mac(connection, officer, payload)
    return f"{epoch(connection)}.{_encode(payload)}.{_encode(own)}"


def unseal(connection: Connection, officer: str, text: str) -> Cursor:
    """The cursor in ``text``; empty text is the beginning. Raises CursorError or EpochError."""
    if not text:
        return Cursor()
    parts = text.split(".")
    if len(parts) != 3:
        raise CursorError("shape")
    if parts[0] != epoch(connection):
        raise EpochError(restored=False)
    payload, given = _decode(parts[1]), _decode(parts[2])
    if not hmac.compare_digest(given, mac(connection, officer, payload)):
        raise CursorError("mac")
    seq, entity, record_id = json.loads(payload)
    if seq > head(connection):
        raise EpochError(restored=True)
    return Cursor(seq, entity, record_id)


def mac(connection: Connection, officer: str, payload: bytes) -> bytes:
    """What only this database can put under a text."""
    key = bytes.fromhex(_meta(connection, "cursor"))
    return hmac.new(key, officer.encode() + b"\0" + payload, hashlib.sha256).digest()[:_MAC_BYTES]


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _decode(text: str) -> bytes:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError:
        raise CursorError("base64") from None


def _visible(officer: str) -> sa.CompoundSelect[Any]:
    """Rows (entiteit, id, plaats, levend) of everything this officer sees or has to hear of."""
    live = sa.and_(toewijzing.c.ingetrokken_seq.is_(None), koppeling.c.weg.is_(False))
    # A revocation is news for what stays visible, and silence for the rest: that is evicted with its dossier.
    linked = (
        sa.select(
            koppeling.c.entiteit,
            koppeling.c.id,
            sa.func.max(
                Greatest(
                    koppeling.c.seq,
                    toewijzing.c.gegeven_seq,
                    sa.func.coalesce(toewijzing.c.ingetrokken_seq, 0),
                )
            ).label("plaats"),
            sa.func.max(sa.case((live, 1), else_=0)).label("levend"),
        )
        .join(toewijzing, toewijzing.c.dossier == koppeling.c.dossier)
        .where(toewijzing.c.ambtenaar == officer)
        .group_by(koppeling.c.entiteit, koppeling.c.id)
        # At least one dossier is still his: else there is nothing to say, not even that it went.
        .having(sa.func.max(sa.case((toewijzing.c.ingetrokken_seq.is_(None), 1), else_=0)) == 1)
    )
    everybody = sa.select(
        record.c.entiteit, record.c.id, record.c.seq.label("plaats"), sa.literal(1).label("levend")
    ).where(record.c.entiteit == Entity.SCHOOL.value)
    return sa.union_all(linked, everybody)


def page(connection: Connection, officer: str, cursor: Cursor, limit: int, *, wpg: bool = True) -> Page:
    """What changed for an officer after a cursor, at most ``limit`` records; under the Wpg only if he may."""
    top = head(connection)
    rows, more = _fitting(connection.execute(_lawful(_after(officer, cursor, limit + 1), wpg)).all(), limit)
    contents = _contents(connection, rows)
    rows, more = _readable(rows, contents, more)
    following = Cursor(rows[-1].plaats, rows[-1].entiteit, rows[-1].id) if more else Cursor(top)
    links = _links(connection, officer, rows)
    return Page(
        evict=_evicted(connection, officer, cursor.seq, following.seq) if cursor.seq else (),
        changes=tuple(
            _change(row, contents.get((row.entiteit, row.id)), links.get((row.entiteit, row.id), ()))
            for row in rows
        ),
        next=following,
        more=more,
        head=top,
    )


def _lawful(statement: sa.Select[Any], wpg: bool) -> sa.Select[Any]:
    return statement if wpg else statement.where(record.c.regime != WPG)


def _after(officer: str, cursor: Cursor, limit: int) -> sa.Select[Any]:
    visible = _visible(officer).subquery()
    place = Greatest(visible.c.plaats, record.c.seq)
    kind, key = record.c.entiteit, record.c.id
    later = place > cursor.seq
    if cursor.entity:
        tie = sa.or_(kind > cursor.entity, sa.and_(kind == cursor.entity, key > cursor.id))
        later = sa.or_(later, sa.and_(place == cursor.seq, tie))
    return (
        sa.select(
            kind,
            key,
            record.c.rev,
            record.c.weg,
            Octets(record.c.inhoud).label("grootte"),
            place.label("plaats"),
            visible.c.levend,
        )
        .join(visible, sa.and_(visible.c.entiteit == kind, visible.c.id == key))
        .where(later)
        .order_by(place, kind, key)
        .limit(limit)
    )


def _fitting(rows: Sequence[Row[Any]], limit: int) -> tuple[Sequence[Row[Any]], bool]:
    """The rows of one page, and whether more follow; a single large record still goes alone."""
    size = 0
    for place, row in enumerate(rows):
        size += row.grootte
        if place == limit or (place and size > PAGE_BYTES):
            return rows[:place], True
    return rows, False


def _readable(
    rows: Sequence[Row[Any]], contents: dict[Key, Content], more: bool
) -> tuple[Sequence[Row[Any]], bool]:
    """As many of the rows as hold the values that a laptop reads at once."""
    values = 0
    for place, row in enumerate(rows):
        content = contents.get((row.entiteit, row.id))
        values += _ROW_VALUES + (content.values if content else 0)
        if place and values > PAGE_VALUES:
            return rows[:place], True
    return rows, more


def _contents(connection: Connection, rows: Sequence[Row[Any]]) -> dict[Key, Content]:
    """What the records of a page hold, fetched only for those that go out."""
    wanted = {(row.entiteit, row.id) for row in rows if row.levend and not row.weg}
    statement = sa.select(record.c.entiteit, record.c.id, record.c.inhoud, record.c.veldrev, *_MADE).where(
        record.c.id.in_(sorted({id_ for _, id_ in wanted}))
    )
    return {
        (row.entiteit, row.id): replace(_content(row.entiteit, row.inhoud, row.veldrev), author=_author(row))
        for row in connection.execute(statement)
        if (row.entiteit, row.id) in wanted
    }


_MADE = tuple(
    record.c[name] for name in ("auteur", "auteur_naam", "apparaat", "apparaat_op", "klok_ms", "ontvangen_op")
)


def _author(row: Row[Any]) -> Author | None:
    """Who made a record of the officers' own work; what the office wrote has nobody."""
    made = author_of(row)
    if Entity(row.entiteit) not in OWN_WORK or made.id == MUNICIPALITY:
        return None
    recorded = datetime.fromisoformat(made.recorded_at) if made.recorded_at else None
    return Author(
        officer=made.id,
        name=made.name,
        device=made.device,
        recorded_at=recorded,
        received_at=datetime.fromisoformat(row.ontvangen_op),
        clock_ms=made.clock_ms,
    )


def _content(entity: str, text: str, frev: str) -> Content:
    """A record as it goes out. One from before there were limits goes without its fields: a laptop sets it
    apart and tells us, where it would never get past the whole of it.
    """
    fields = json.loads(text)
    if len(text) > _CHECKED_FROM and gate.heavy(entity, fields):
        return Content({}, {}, 0)
    return Content(fields, json.loads(frev), sum(map(text.count, ",[{")) + frev.count(","))


def _links(connection: Connection, officer: str, rows: Sequence[Row[Any]]) -> dict[Key, tuple[str, ...]]:
    statement = (
        sa.select(koppeling.c.entiteit, koppeling.c.id, koppeling.c.dossier)
        .join(toewijzing, toewijzing.c.dossier == koppeling.c.dossier)
        .where(toewijzing.c.ambtenaar == officer, toewijzing.c.ingetrokken_seq.is_(None))
        .where(koppeling.c.weg.is_(False))
        .where(koppeling.c.id.in_(sorted({row.id for row in rows})))
        .order_by(koppeling.c.dossier)
    )
    out: dict[Key, tuple[str, ...]] = {}
    for row in connection.execute(statement):
        out[row.entiteit, row.id] = (*out.get((row.entiteit, row.id), ()), row.dossier)
    return out


def _change(row: Row[Any], content: Content | None, dossiers: tuple[str, ...]) -> Change:
    return Change(
        entity=Entity(row.entiteit),
        id=row.id,
        dossiers=dossiers,
        rev=row.rev,
        seq=row.plaats,
        deleted=content is None,
        fields=content.fields if content else {},
        frev=content.frev if content else {},
        author=content.author if content else None,
    )


def in_sight(connection: Connection, officer: str, ids: Iterable[str], *, wpg: bool) -> set[str]:
    """Those of these ids that an officer sees now, of whatever kind.

    Without the right to them (``wpg``) none under the Wpg but what he made himself.
    """
    his = sa.or_(record.c.regime != WPG, record.c.auteur == officer)
    statement = (
        sa.select(koppeling.c.id)
        .join(toewijzing, toewijzing.c.dossier == koppeling.c.dossier)
        .join(record, sa.and_(record.c.entiteit == koppeling.c.entiteit, record.c.id == koppeling.c.id))
        .where(sa.true() if wpg else his)
        .where(toewijzing.c.ambtenaar == officer, toewijzing.c.ingetrokken_seq.is_(None))
        .where(koppeling.c.weg.is_(False), koppeling.c.id.in_(sorted(set(ids))))
    )
    return set(connection.execute(statement).scalars())


def _evicted(connection: Connection, officer: str, after: int, until: int) -> tuple[Evict, ...]:
    statement = (
        sa.select(toewijzing.c.dossier, toewijzing.c.reden, toewijzing.c.ingetrokken_seq)
        .where(toewijzing.c.ambtenaar == officer)
        .where(toewijzing.c.ingetrokken_seq > after, toewijzing.c.ingetrokken_seq <= until)
        .order_by(toewijzing.c.ingetrokken_seq)
    )
    return tuple(
        Evict(dossier=row.dossier, reason=row.reden, seq=row.ingetrokken_seq)
        for row in connection.execute(statement)
    )


def digest(connection: Connection, officer: str, *, wpg: bool = True) -> tuple[DigestLine, ...]:
    """Count and hash per kind over everything the officer sees now."""
    visible = _visible(officer).subquery()
    statement = (
        sa.select(record.c.entiteit, record.c.id, record.c.rev)
        .join(visible, sa.and_(visible.c.entiteit == record.c.entiteit, visible.c.id == record.c.id))
        .where(visible.c.levend == 1, record.c.weg.is_(False))
    )
    seen: dict[Entity, list[tuple[str, int]]] = {entity: [] for entity in Entity}
    for row in connection.execute(_lawful(statement, wpg)):
        seen[Entity(row.entiteit)].append((row.id, row.rev))
    return tuple(
        DigestLine(entity=entity, count=len(pairs), hash=revision_hash(pairs))
        for entity, pairs in seen.items()
    )
