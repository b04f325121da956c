"""The area of an officer: rules by school or postcode, applied again to every dossier that changes.

Functions that write expect ``Database.write``.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from . import caseload, search
from .errors import ServerError, UnknownError
from .schema import dossier, gebied, persoon, toewijzingsgrond

_POSTCODE = re.compile(r"([1-9][0-9]{0,3})\s*([A-Z]{0,2})")
MOVED = "valt niet meer in dit gebied"
"""Why a dossier goes that a rule gave."""


class Kind(StrEnum):
    """What a rule looks at."""

    SCHOOL = "school"
    POSTCODE = "postcode"


def add(connection: Connection, officer: str, kind: Kind, value: str) -> tuple[str, int]:
    """Give an officer a school (BRIN, BRINVV) or the beginning of a postcode. Raises ServerError.

    The rule as it is kept, and how many dossiers came with it.
    """
    chosen = _written(connection, kind, value)
    where = (gebied.c.ambtenaar == officer, gebied.c.soort == kind.value, gebied.c.waarde == chosen)
    if connection.execute(sa.select(gebied.c.id).where(*where)).first() is not None:
        raise ServerError(f"{kind.value.capitalize()} {chosen} is al van {officer}. Er is niets veranderd.")
    id_ = uuid.uuid4().hex
    connection.execute(sa.insert(gebied).values(id=id_, ambtenaar=officer, soort=kind.value, waarde=chosen))
    found = _ids(connection, _falling(kind, chosen))
    return chosen, caseload.grant(connection, officer, found, f"{caseload.AREA}{id_}")


def remove(connection: Connection, officer: str, kind: Kind, value: str, reason: str) -> int:
    """Take a rule back; how many dossiers the officer has no more. Raises UnknownError."""
    chosen = _written(connection, kind, value)
    where = (gebied.c.ambtenaar == officer, gebied.c.soort == kind.value, gebied.c.waarde == chosen)
    id_ = connection.execute(sa.select(gebied.c.id).where(*where)).scalar_one_or_none()
    if id_ is None:
        raise UnknownError(
            f"{kind.value.capitalize()} {chosen} hoort niet bij het gebied van {officer}. "
            "Kijk met: leerplicht-server gebied."
        )
    ground = f"{caseload.AREA}{id_}"
    had = caseload.on_ground(connection, officer, ground)
    gone = caseload.revoke(connection, officer, had, reason, ground)
    connection.execute(sa.delete(gebied).where(*where))
    return gone


def listed(connection: Connection) -> Sequence[Row[Any]]:
    """Every rule: ambtenaar, soort, waarde, and how many dossiers it gives now."""
    ground = sa.literal(caseload.AREA).concat(gebied.c.id)
    count = sa.select(sa.func.count()).where(toewijzingsgrond.c.grond == ground).scalar_subquery()
    columns = (gebied.c.ambtenaar, gebied.c.soort, gebied.c.waarde, count.label("dossiers"))
    statement: sa.Select[Any] = sa.select(*columns)
    return connection.execute(statement.order_by(*columns[:3])).all()


def settle(connection: Connection, dossiers: Iterable[str]) -> None:
    """Apply every rule again to these dossiers: a child changed school or moved, or is new."""
    rules = connection.execute(sa.select(gebied).order_by(gebied.c.ambtenaar, gebied.c.id)).all()
    if not rules:
        return
    for part in caseload.parts(sorted(set(dossiers))):
        for rule in rules:
            _settle(connection, rule, part)


def _settle(connection: Connection, rule: Row[Any], dossiers: Collection[str]) -> None:
    ground = f"{caseload.AREA}{rule.id}"
    falling = _falling(Kind(rule.soort), rule.waarde).where(dossier.c.id.in_(dossiers))
    now = set(_ids(connection, falling))
    held = sa.select(toewijzingsgrond.c.dossier).where(
        toewijzingsgrond.c.grond == ground, toewijzingsgrond.c.dossier.in_(dossiers)
    )
    before = set(connection.execute(held).scalars())
    if now - before:
        caseload.grant(connection, rule.ambtenaar, sorted(now - before), ground)
    if before - now:
        caseload.revoke(connection, rule.ambtenaar, sorted(before - now), MOVED, ground)


def _ids(connection: Connection, statement: sa.Select[Any]) -> list[str]:
    return [str(row.id) for row in connection.execute(statement)]


def _falling(kind: Kind, value: str) -> sa.Select[Any]:
    """The dossiers that fall under a rule."""
    statement = sa.select(dossier.c.id).order_by(dossier.c.nummer)
    if kind is Kind.SCHOOL:
        return statement.where(search.of_school(value))
    joined = statement.join(persoon, persoon.c.id == dossier.c.persoon)
    return joined.where(persoon.c.postcode.startswith(value, autoescape=True))


def _written(connection: Connection, kind: Kind, value: str) -> str:
    """The value of a rule in the one way it is kept. Raises ServerError."""
    if kind is Kind.SCHOOL:
        search.by_school(connection, value)  # refuses what is no school that is known
        return value.strip().upper()
    match = _POSTCODE.fullmatch(value.strip().upper())
    if match is None or (match[2] and len(match[1]) < 4):
        raise ServerError("Schrijf een postcode of het begin ervan, zoals 2564, 25 of 2564AA.")
    return match[1] + match[2]
