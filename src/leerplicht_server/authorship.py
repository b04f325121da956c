"""Whose a record is: the session says so, and a body that says otherwise is refused, kind by kind.

A laptop may leave its author out, and that of this program does. What it names must be true: itself. A former
name of the officer counts too, for work may wait in an outbox while the municipality changes it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

import sqlalchemy as sa
from pydantic import JsonValue
from sqlalchemy.engine import Connection

from leerplicht_protocol.messages import Ambtenaar
from leerplicht_protocol.records import Entity

from . import access, records
from .schema import ambtenaar, toewijzing

_AUTHORS = frozenset({"verbalisant", "door", "auteur", "author", "officer", "ambtenaar", "opgesteld_door"})
_DEVICES = frozenset({"device", "apparaat", "laptop", "incarnation"})
_RECEIPTS = frozenset({"received_at", "ontvangen_op", "clock_ms"})

_OWN_ONLY = {
    Entity.DEURBEZOEK: "corrigeert",
    Entity.GESPREKSNOTITIE: "corrigeert",
    Entity.TERUGMELDING: "bezoek",
}
"""The field that names a record which only its author goes on from: a correction, what he saw at a door."""

_PAPERS = {Entity.STUKSTAP: "stuk", Entity.STUK: "aanvulling_op"}
"""The field that names a paper: of another's, only with the right to it."""


def false_claim(connection: Connection, sender: Ambtenaar, device: str, body: Mapping[str, JsonValue]) -> str:
    """The field in which a body names another author, laptop or receipt than the true one; else empty."""
    for field, value in body.items():
        if value in ("", None):
            continue
        if field in _RECEIPTS or (field in _DEVICES and value != device):
            return field
        if field in _AUTHORS and value not in (sender.id, sender.naam, *_former(connection, sender.id)):
            return field
    return ""


def _former(connection: Connection, officer: str) -> list[str]:
    statement = sa.select(ambtenaar.c.vroeger).where(ambtenaar.c.id == officer)
    names: list[str] = json.loads(connection.execute(statement).scalar_one_or_none() or "[]")
    return names


def of_another(
    connection: Connection, sender: Ambtenaar, entity: Entity, body: Mapping[str, JsonValue]
) -> str:
    """The field in which a body goes on from another officer's record without the right to it; else empty."""
    field = _OWN_ONLY.get(entity) or _PAPERS.get(entity, "")
    target = body.get(field)
    if not isinstance(target, str):
        return ""
    found = records.load(connection, Entity.STUK if entity in _PAPERS else _kind(entity), target)
    if found is None or found.author.id == sender.id:
        return ""
    return "" if entity in _PAPERS and may_continue(connection, sender.id, found) else field


def may_continue(connection: Connection, sender: str, paper: records.Stored) -> bool:
    """Whether another than its author may take the next step of a paper.

    He may by a mandate of the author, or when the author has none of its dossiers any more: then they were
    handed over.
    """
    if access.stands_in(connection, sender, paper.author.id):
        return True
    dossiers = records.dossiers_of(connection, paper.entity, paper.id)
    statement = sa.select(toewijzing.c.dossier).where(
        toewijzing.c.ambtenaar == paper.author.id,
        toewijzing.c.ingetrokken_seq.is_(None),
        toewijzing.c.dossier.in_(dossiers),
    )
    return connection.execute(statement.limit(1)).first() is None


def _kind(entity: Entity) -> Entity:
    return Entity.DEURBEZOEK if entity is Entity.TERUGMELDING else entity
