"""Under which law a record stands: what belongs to opsporing under the Wpg, all else under the AVG.

What stems from a record under the Wpg stands under it too: a step on its paper, a new version, a task out of
it. So who has no right to the one does not get the other, and no record points at one that he cannot have.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping

import sqlalchemy as sa
from pydantic import JsonValue
from sqlalchemy.engine import Connection

from leerplicht_protocol.records import Entity

from .records import AVG, WPG
from .schema import quarantaine, record

STEMS_FROM = ("stuk", "corrigeert", "aanvulling_op", "bezoek", "taak", "herkomst")
"""Fields that name the record from which this one stems."""


def of(
    connection: Connection,
    entity: Entity,
    body: Mapping[str, JsonValue],
    known: Collection[str] | None = None,
) -> str:
    """The law under which a new record will stand.

    ``known`` are those of its origins that its maker can know of: one outside his sight counts as absent, or
    the answer would tell that it is there. None for all.
    """
    if entity is Entity.VERHOOR or _of_itself(entity, body):
        return WPG
    from_ = [one for one in origins(body) if known is None or one in known]
    above = sa.select(record.c.id).where(record.c.id.in_(from_), record.c.regime == WPG)
    return WPG if from_ and connection.execute(above.limit(1)).first() is not None else AVG


def origins(body: Mapping[str, JsonValue]) -> list[str]:
    """The ids of the records from which this one stems."""
    return [value for name in STEMS_FROM if isinstance(value := body.get(name), str)]


def _of_itself(entity: Entity, body: Mapping[str, JsonValue]) -> bool:
    """Whether a record is of opsporing by what it says, or by what it is whatever it says."""
    if body.get("regime") == WPG or body.get("modus") == "opsporing":
        return True
    if entity is Entity.STUK:
        return body.get("soort") == "proces_verbaal"
    ticks = body.get("vinkjes") if entity is Entity.DEURBEZOEK else ()
    return isinstance(ticks, list) and any(isinstance(t, dict) and t.get("soort") == "cautie" for t in ticks)


def of_waiting(connection: Connection, raw: JsonValue) -> str:
    """The law under which work stands that was set aside; what cannot be read counts as under the Wpg.

    What it goes on from may lie there too, and that from something else again.
    """
    seen: set[str] = set()
    waiting = [raw]
    while waiting:
        one = waiting.pop()
        if _law_alone(connection, one) == WPG:
            return WPG
        body = one.get("body") if isinstance(one, dict) else None
        more = [id_ for id_ in origins(body if isinstance(body, dict) else {}) if id_ not in seen]
        seen.update(more)
        if more:
            held = sa.select(quarantaine.c.inhoud).where(quarantaine.c.onderwerp.in_(more))
            waiting += [json.loads(text) for text in connection.execute(held).scalars()]
    return AVG


def _law_alone(connection: Connection, raw: JsonValue) -> str:
    """By what it says itself, and by what already stands in a file."""
    if not isinstance(raw, dict):
        return WPG
    if raw.get("kind") == "patch":
        return AVG  # only what the municipality shares can be changed so
    entity, body = raw.get("entity"), raw.get("body")
    if not isinstance(entity, str) or entity not in Entity._value2member_map_ or not isinstance(body, dict):
        return WPG
    return of(connection, Entity(entity), body)


def take_along(connection: Connection, entity: Entity, record_id: str) -> None:
    """Bring a record that came before under the Wpg as well."""
    which = (record.c.entiteit == entity.value, record.c.id == record_id, record.c.regime == AVG)
    connection.execute(sa.update(record).where(*which).values(regime=WPG))
