"""A mandate: an officer works in the dossiers of a colleague for a while, from the first to the last day.

Time ends it by itself: it is judged at each request of either of them. Functions that write expect
``Database.write``.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from . import access, caseload, journal
from .database import Database
from .errors import ServerError, UnknownError
from .identity import officers
from .identity.states import ACTIVE
from .journal import Entry, What
from .schema import mandaat

MOST_DAYS = 366
_HERE = ZoneInfo("Europe/Amsterdam")


class Stand(StrEnum):
    """Where a mandate stands."""

    COMING = "komt"
    RUNNING = access.RUNNING
    PAST = "voorbij"


def today(seconds: float) -> date:
    """The day in the Netherlands, of seconds since 1970."""
    return datetime.fromtimestamp(seconds, _HERE).date()


@dataclass(frozen=True)
class Mandate:
    """What is asked: ``to`` works for ``of`` from ``first`` to ``last``, both days included."""

    of: str
    to: str
    first: date
    last: date
    reason: str


def give(connection: Connection, wanted: Mandate, day: date) -> str:
    """Give a mandate and begin it when its first day is there; its id. Raises ServerError, UnknownError."""
    owner, holder = access.officer_named(connection, wanted.of), access.officer_named(connection, wanted.to)
    if owner.id == holder.id:
        raise ServerError("Een mandaat geef je aan een ander. Er is niets veranderd.")
    if officers.state_of(connection, holder.id) != ACTIVE:
        raise ServerError(f"{holder.naam} kan nu niet aanmelden. Herstel hem eerst, of kies een ander.")
    _check(wanted, day)
    id_ = uuid.uuid4().hex[:12]
    days = {"vanaf": wanted.first.isoformat(), "tot": wanted.last.isoformat()}
    row = {"id": id_, "van_wie": owner.id, "aan_wie": holder.id, "stand": Stand.COMING}
    connection.execute(sa.insert(mandaat).values(**row, **days, reden=wanted.reason.strip()))
    settle(connection, day)
    return id_


def _check(wanted: Mandate, day: date) -> None:
    if not wanted.reason.strip():
        raise ServerError("Zeg met --reden waarom het mandaat er is. Dat komt in het journaal.")
    if wanted.last < wanted.first:
        raise ServerError("De laatste dag ligt voor de eerste. Kies --tot op of na --vanaf.")
    if wanted.last < day:
        raise ServerError("De laatste dag is al voorbij. Kies een dag vanaf vandaag.")
    if (wanted.last - wanted.first).days >= MOST_DAYS:
        raise ServerError("Een mandaat duurt hoogstens een jaar. Kies een eerdere laatste dag.")


def withdraw(connection: Connection, id_: str, reason: str) -> Row[Any]:
    """End a mandate now. Raises UnknownError, ServerError."""
    row = connection.execute(sa.select(mandaat).where(mandaat.c.id == id_)).one_or_none()
    if row is None:
        raise UnknownError(f"Mandaat {id_} is niet bekend. Kijk met: leerplicht-server mandaat.")
    if row.stand == Stand.PAST:
        raise ServerError(f"Mandaat {id_} is al voorbij. Er is niets veranderd.")
    _end(connection, row, reason)
    return row


def listed(connection: Connection) -> Sequence[Row[Any]]:
    """Every mandate, what runs first."""
    past = sa.case((mandaat.c.stand == Stand.PAST, 1), else_=0)
    return connection.execute(sa.select(mandaat).order_by(past, mandaat.c.vanaf, mandaat.c.id)).all()


def keep_time(database: Database, day: date) -> None:
    """Begin and end what is due; a request after the last day finds nothing of the mandate any more."""
    with database.read() as connection:
        due = connection.execute(_due(day).limit(1)).first() is not None
    if due:
        with database.write() as connection:
            settle(connection, day)


def stand_on(first: str, last: str, day: date) -> Stand:
    """Where a mandate of these days (ISO, both included) stands on a day."""
    now = day.isoformat()
    if now > last:
        return Stand.PAST
    return Stand.RUNNING if first <= now else Stand.COMING


def settle(connection: Connection, day: date) -> None:
    """Begin and end what is due on this day."""
    for row in connection.execute(_due(day)).all():
        if stand_on(row.vanaf, row.tot, day) is Stand.PAST:
            _end(connection, row, "het mandaat is afgelopen")
            continue
        values = {"stand": Stand.RUNNING}
        connection.execute(sa.update(mandaat).where(mandaat.c.id == row.id).values(**values))
        caseload.grant(connection, row.aan_wie, caseload.own(connection, row.van_wie), _ground(row))
        journal.append(connection, Entry("server", What.MANDATE_BEGAN, (row.aan_wie, row.van_wie), row.id))


def _due(day: date) -> sa.Select[Any]:
    now = day.isoformat()
    begins = sa.and_(mandaat.c.stand == Stand.COMING, mandaat.c.vanaf <= now)
    ends = sa.and_(mandaat.c.stand != Stand.PAST, mandaat.c.tot < now)
    return sa.select(mandaat).where(sa.or_(begins, ends)).order_by(mandaat.c.vanaf, mandaat.c.id)


def _end(connection: Connection, row: Row[Any], reason: str) -> None:
    values = {"stand": Stand.PAST}
    connection.execute(sa.update(mandaat).where(mandaat.c.id == row.id).values(**values))
    had = caseload.on_ground(connection, row.aan_wie, _ground(row))
    caseload.revoke(connection, row.aan_wie, had, reason, _ground(row))
    if row.stand == Stand.RUNNING:
        journal.append(connection, Entry("server", What.MANDATE_ENDED, (row.aan_wie, row.van_wie), row.id))


def _ground(row: Row[Any]) -> str:
    return f"{caseload.MANDATE}{row.id}"
