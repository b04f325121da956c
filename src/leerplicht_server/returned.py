"""Access returned to an officer: what was refused for lack of it is judged again, its corrections after it.

It lies whole in quarantine, so the laptop need not send it once more: it hears the new answer when it asks.
Functions that write expect ``Database.write``.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol.messages import Create, Op, OpResult

from . import access, journal, push, quarantine, records
from .errors import ServerError
from .journal import Entry, What
from .schema import quarantaine

AGAIN = "toegang_terug"
"""Begins the reason of an operation that came in after all."""

_FOR_SCOPE = ("out_of_scope", "after_rejected", push.IN_PART)


def judge_again(connection: Connection, officer: str) -> int:
    """Judge what lies there of an officer for lack of access, in the order it was made; how many came in."""
    waiting = sa.select(quarantaine).where(
        quarantaine.c.ambtenaar == officer,
        quarantaine.c.besluit == "",
        quarantaine.c.reden.in_(_FOR_SCOPE),
    )
    readable = []
    for row in connection.execute(waiting.order_by(quarantaine.c.ontvangen_op, quarantaine.c.op)).all():
        try:
            readable.append((row, quarantine.operation(row)))
        except ServerError:  # not of the agreed form: a person decides
            continue
    readable.sort(key=lambda pair: (pair[0].apparaat, pair[1].n))
    return sum(_again(connection, row, wanted) for row, wanted in readable)


def _again(connection: Connection, row: Row[object], wanted: Op) -> bool:
    mine = access.granted(connection, row.ambtenaar, wanted.dossiers)
    if row.reden == push.IN_PART and mine != set(wanted.dossiers):
        return False
    result = _judged(connection, row, wanted)
    if result is None:
        return False
    if row.reden == push.IN_PART:
        records.link(connection, wanted.entity, wanted.id, wanted.dossiers)
    whole = mine == set(wanted.dossiers)
    quarantine.came_in(connection, row, result, AGAIN if whole else push.IN_PART)
    about = (row.op, row.ambtenaar, *sorted(mine))
    journal.append(connection, Entry(row.ambtenaar, What.TAKEN_AFTER, about, "", row.apparaat))
    return True


def _judged(connection: Connection, row: Row[object], wanted: Op) -> OpResult | None:
    """The answer, or None where it stays as it is; nothing is changed then."""
    officer = access.find_officer(connection, str(row.ambtenaar))
    if officer is None:
        return None
    try:
        with connection.begin_nested():
            result = push.judge(connection, quarantine.sender_of(officer, row, wanted), wanted)
            if isinstance(wanted, Create):
                quarantine.keep_moment(connection, row, wanted)
    except push.NotNowError:
        return None
    return result
