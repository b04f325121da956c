"""What was set aside, and what a person makes of it: in the file, to a colleague, or refused for good.

A decision is final, and the operation's answer is written anew with it: so the laptop that sent it hears what
became of it, by the same id, whenever it asks. All that is written stays its author's, with the laptop, the
clock and the moment of receipt of when it came in. Functions that write expect ``Database.write``.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from pydantic import JsonValue
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol.codec import canonical
from leerplicht_protocol.messages import Ambtenaar, Clock, Create, Op, OpResult, OpStatus
from leerplicht_protocol.plain_text import plain
from leerplicht_protocol.records import Entity, Taak

from . import access, push, quarantine_words, records
from .database import take_place
from .dossier_lines import today
from .errors import ServerError, UnknownError
from .identity.states import ACTIVE
from .incoming import read_operation
from .schema import ambtenaar, apparaat, operatie, quarantaine, record, toewijzing

RELEASED = "vrijgegeven"
HANDED_OVER = "overgedragen"
REFUSED = "afgewezen"

TASK_DAYS = 14
"""Days that a colleague has to look at what was handed over to him."""

_REASON = 400


@dataclass(frozen=True)
class Filter:
    """Which operations are asked for; empty = all. ``judged``: those of which somebody decided."""

    officer: str = ""
    device: str = ""
    judged: bool = False


@dataclass(frozen=True)
class Decision:
    """Who decides, and why; the reason goes to the author."""

    by: str
    why: str = ""


@dataclass(frozen=True)
class _Verdict:
    """What was decided, by whom, and to which colleague it went."""

    what: str
    decision: Decision
    to: str = ""
    to_name: str = ""


def listed(connection: Connection, wanted: Filter, limit: int) -> list[Row[Any]]:
    """The oldest first: all columns, and ``naam`` of the author and ``laptop``, its name."""
    statement = _named().order_by(quarantaine.c.ontvangen_op, quarantaine.c.op).limit(limit)
    judged = quarantaine.c.besluit != ""
    statement = statement.where(judged if wanted.judged else sa.not_(judged))
    for column, value in ((quarantaine.c.ambtenaar, wanted.officer), (quarantaine.c.apparaat, wanted.device)):
        if value:
            statement = statement.where(column == value)
    return list(connection.execute(statement))


def count(connection: Connection) -> int:
    """How many wait for somebody."""
    statement = sa.select(sa.func.count()).select_from(quarantaine).where(quarantaine.c.besluit == "")
    return int(connection.execute(statement).scalar_one())


def one(connection: Connection, op: str) -> Row[Any]:
    """One of them, judged or not. Raises UnknownError."""
    row = connection.execute(_named().where(quarantaine.c.op == op)).one_or_none()
    if row is None:
        raise UnknownError(f"In de quarantaine ligt geen {op}. Kijk met: leerplicht-server quarantaine.")
    return row


def content(row: Row[Any]) -> JsonValue:
    """The operation as it came."""
    value: JsonValue = json.loads(row.inhoud)
    return value


def _named() -> sa.Select[Any]:
    return (
        sa.select(quarantaine, ambtenaar.c.naam, apparaat.c.naam.label("laptop"))
        .outerjoin(ambtenaar, ambtenaar.c.id == quarantaine.c.ambtenaar)
        .outerjoin(apparaat, apparaat.c.id == quarantaine.c.apparaat)
    )


def _waiting(connection: Connection, op: str) -> Row[Any]:
    row = one(connection, op)
    if row.besluit:
        raise ServerError(
            f"Over {op} is al beslist ({row.besluit}). Een besluit blijft staan; er is niets veranderd."
        )
    return row


# -- what a person decides ------------------------------------------------------------------------


def release(connection: Connection, op: str, decision: Decision) -> OpResult:
    """Put it in the file after all, as its author. Raises ServerError when that cannot be."""
    row = _waiting(connection, op)
    result = _apply(connection, row)
    return _settle(connection, row, result, _Verdict(RELEASED, decision))


def hand_over(connection: Connection, op: str, to: str, decision: Decision) -> OpResult:
    """Put it in the file as its author's, with a task for a colleague who has those dossiers.

    Raises ServerError when he cannot be the one.
    """
    row = _waiting(connection, op)
    colleague = access.officer_named(connection, to)
    wanted = operation(row)
    _check_colleague(connection, colleague.id, row.ambtenaar, wanted.dossiers)
    result = _apply(connection, row)
    made = records.now()
    task = Taak(
        dossiers=wanted.dossiers,
        wat=_short(f"Lees wat {row.naam or row.ambtenaar} inleverde en ga ermee verder. {decision.why}"),
        wie=colleague.naam,
        uiterlijk=today() + timedelta(days=TASK_DAYS),
        herkomst=wanted.id if wanted.entity in {Entity.DEURBEZOEK, Entity.GESPREKSNOTITIE} else None,
        gemaakt_op=datetime.fromisoformat(made),
    )
    task_id = f"t-{uuid.uuid4().hex}"
    records.insert(connection, Entity.TAAK, task_id, task.model_dump(mode="json"))
    records.link(connection, Entity.TAAK, task_id, wanted.dossiers)
    return _settle(connection, row, result, _Verdict(HANDED_OVER, decision, colleague.id, colleague.naam))


def refuse(connection: Connection, op: str, decision: Decision) -> OpResult:
    """It never comes in a file. Its content stays here and on the laptop. Raises ServerError."""
    row = _waiting(connection, op)
    result = OpResult(op=op, status=OpStatus.REJECTED)
    return _settle(connection, row, result, _Verdict(REFUSED, decision))


def followers(connection: Connection, op: str) -> Sequence[str]:
    """Operations that were refused because they go on from this one, and wait still."""
    subject = one(connection, op).onderwerp
    waiting = sa.select(quarantaine.c.op, quarantaine.c.inhoud).where(
        quarantaine.c.besluit == "", quarantaine.c.reden == "after_rejected"
    )
    rows = connection.execute(waiting.order_by(quarantaine.c.ontvangen_op))
    return [row.op for row in rows if subject and subject in (json.loads(row.inhoud).get("after") or ())]


def operation(row: Row[Any]) -> Op:
    """The operation, read. Raises ServerError when it is none."""
    try:
        return read_operation(content(row))
    except ValueError:
        raise ServerError(
            f"{row.op} heeft niet de afgesproken vorm en kan dus niet in een dossier. Bekijk het met --toon "
            "en --inhoud, en wijs het af met --afwijzen en een reden."
        ) from None


def _apply(connection: Connection, row: Row[Any]) -> OpResult:
    wanted = operation(row)
    officer = access.find_officer(connection, row.ambtenaar)
    if officer is None:
        raise UnknownError(f"Ambtenaar {row.ambtenaar} is niet meer bekend. Voeg hem eerst weer toe.")
    try:
        result = push.judge(connection, replace(sender_of(officer, row, wanted), released=True), wanted)
    except push.RejectedError as refusal:
        raise ServerError(
            f"{row.op} kan niet in het dossier: {quarantine_words.why(refusal.reason)}. Er is niets "
            "veranderd."
        ) from None
    if isinstance(wanted, Create):
        keep_moment(connection, row, wanted)
    return result


def sender_of(officer: Ambtenaar, row: Row[Any], wanted: Op) -> push.Sender:
    """Who sent it, from which laptop, with the clock of when it came in."""
    return push.Sender(officer, row.apparaat, Clock(wall=wanted.at), behind_ms=row.klok_ms)


def keep_moment(connection: Connection, row: Row[Any], wanted: Create) -> None:
    """The record was received when it came in, not when it was let through."""
    where = (record.c.entiteit == wanted.entity.value, record.c.id == wanted.id)
    mine = (record.c.rev == 1, record.c.auteur == row.ambtenaar)
    connection.execute(sa.update(record).where(*where, *mine).values(ontvangen_op=row.ontvangen_op))


def came_in(connection: Connection, row: Row[Any], result: OpResult, reason: str) -> None:
    """Nobody had to decide: access returned, whole or in part."""
    if reason == push.IN_PART:
        where = quarantaine.c.op == row.op
        connection.execute(sa.update(quarantaine).where(where).values(reden=reason))
        _answer(connection, row.op, result.model_copy(update={"reason": reason}))
    else:
        _settle(connection, row, result, _Verdict(reason, Decision("vanzelf")))


def _check_colleague(connection: Connection, to: str, author: str, dossiers: Sequence[str]) -> None:
    if to == author:
        raise ServerError("Dit is zijn eigen werk. Geef het vrij met --vrijgeven, of kies een ander.")
    state = connection.execute(sa.select(ambtenaar.c.toestand).where(ambtenaar.c.id == to)).scalar_one()
    if state != ACTIVE:
        raise ServerError(f"Ambtenaar {to} is {state}. Kies iemand die nu werkt.")
    his = sa.select(toewijzing.c.dossier).where(
        toewijzing.c.ambtenaar == to, toewijzing.c.ingetrokken_seq.is_(None)
    )
    missing = set(dossiers) - set(connection.execute(his.where(toewijzing.c.dossier.in_(dossiers))).scalars())
    if missing:
        numbers = ", ".join(quarantine_words.dossier_numbers(connection, sorted(missing)))
        raise ServerError(
            f"Ambtenaar {to} heeft dossier {numbers} niet, en zou dit dus niet zien. Wijs het eerst toe: "
            f"leerplicht-server toewijzen {to} --dossier {numbers.replace(',', '')}."
        )


def _settle(connection: Connection, row: Row[Any], result: OpResult, verdict: _Verdict) -> OpResult:
    """Write the decision, and the answer that the laptop hears from now on."""
    decision = verdict.decision
    because = ". ".join(filter(None, (verdict.to_name, decision.why)))
    told = ": ".join(filter(None, (verdict.what, because)))
    final = result.model_copy(update={"reason": _short(told)})
    connection.execute(
        sa.update(quarantaine)
        .where(quarantaine.c.op == row.op)
        .values(
            besluit=verdict.what,
            besluit_op=datetime.now(UTC).isoformat(timespec="milliseconds"),
            besluit_door=decision.by,
            besluit_aan=verdict.to,
            besluit_reden=decision.why,
        )
    )
    _answer(connection, row.op, final)
    return final


def _answer(connection: Connection, op: str, final: OpResult) -> None:
    take_place(connection)
    answer = canonical(final.model_dump(mode="json")).decode()
    connection.execute(sa.update(operatie).where(operatie.c.op == op).values(resultaat=answer))


def _short(text: str) -> str:
    """One line that every side takes."""
    return " ".join(plain(text).split())[:_REASON]


def receipts(connection: Connection, officer: str, ops: Sequence[str]) -> tuple[OpResult, ...]:
    """The answers to these operations of an officer, as they are now; unknown ones are left out."""
    rows = connection.execute(
        sa.select(operatie.c.op, operatie.c.resultaat).where(
            operatie.c.ambtenaar == officer, operatie.c.op.in_(sorted(set(ops)))
        )
    )
    found = {row.op: OpResult.model_validate(json.loads(row.resultaat)) for row in rows}
    return tuple(found[op] for op in dict.fromkeys(ops) if op in found)
