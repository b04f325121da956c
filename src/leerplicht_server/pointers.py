"""What a new record names: only what its maker can know of, so that no answer tells what else there is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leerplicht_protocol.messages import Create
from leerplicht_protocol.records import Entity

from . import feed
from .records import dossiers_of, load
from .schema import record

POINTS_AT = {
    "corrigeert": None,
    "taak": Entity.TAAK,
    "bezoek": Entity.DEURBEZOEK,
    "stuk": Entity.STUK,
    "bijlage": Entity.BIJLAGE,
    "aanvulling_op": Entity.STUK,
}
"""Fields that name a record which must be there; None means one of the same kind."""


@dataclass(frozen=True)
class Eyes:
    """What somebody can know of: the dossiers he has, police data with the right to them (``wpg``).

    ``everything`` for what a person lets through who read it himself.
    """

    officer: str
    wpg: bool
    everything: bool = False


def seen(connection: Connection, eyes: Eyes, ids: Collection[str]) -> set[str]:
    """Those of these ids that are there for these eyes; all else is as good as absent."""
    if not ids:
        return set()
    if not eyes.everything:
        return feed.in_sight(connection, eyes.officer, ids, wpg=eyes.wpg)
    there = sa.select(record.c.id).where(record.c.id.in_(sorted(set(ids))), record.c.weg.is_(False))
    return set(connection.execute(there).scalars())


def other_case(connection: Connection, op: Create) -> str:
    """The field in which a version of a procedure leaves the case of the version it goes on from, or joins a
    case without going on from anything; else empty. Asked after ``astray``.
    """
    if op.entity is not Entity.PROCEDURE:
        return ""
    earlier = op.body.get("corrigeert")
    if not isinstance(earlier, str):
        return "" if op.body.get("zaak") == op.id else "zaak"
    found = load(connection, Entity.PROCEDURE, earlier)
    fields = found.fields if found is not None else {}
    return next((one for one in ("zaak", "soort") if fields.get(one) != op.body.get(one)), "")


def astray(connection: Connection, eyes: Eyes, op: Create) -> str:
    """The field that names no record of these dossiers that its maker can know of; else empty."""
    for field, entity in POINTS_AT.items():
        target = op.body.get(field)
        if not isinstance(target, str):
            continue
        kind = entity or op.entity
        if (
            load(connection, kind, target) is None
            or not dossiers_of(connection, kind, target) & set(op.dossiers)
            or target not in seen(connection, eyes, [target])
        ):
            return field
    return ""
