"""One operation of a laptop: judged, applied once, and answered the same for ever.

Called inside ``Database.write``, one transaction per operation: the record, its links, the answer and, for
a refusal, the quarantine commit together or not at all. What a person decides afterwards of a refused one is
in ``quarantine``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import sqlalchemy as sa
from pydantic import JsonValue, ValidationError
from sqlalchemy.engine import Connection

from leerplicht_protocol import gate
from leerplicht_protocol.codec import canonical, fingerprint
from leerplicht_protocol.messages import (
    Ambtenaar,
    Clock,
    Create,
    FieldConflict,
    Op,
    OpResult,
    OpStatus,
    Patch,
)
from leerplicht_protocol.records import BODY, OWN_WORK, Entity
from leerplicht_protocol.told import TOLD

from . import access, authorship, number_blocks, pointers, regimes
from .allowance import APART_FULL, DAY_FULL, Allowance
from .database import take_place
from .incoming import Incoming
from .pointers import Eyes
from .records import WPG, Author, Stored, change, insert, link, load, now
from .rights import FETCH_WPG, HAND_IN_WPG, MATRIX, OFFICER
from .schema import operatie, quarantaine, veldlog

REPORTED = frozenset({"telefoon", "leerjaar", "afwijkend_adres"})
"""Fields of a dossier that reports fill and an officer may change."""

PATCHABLE = REPORTED | frozenset(TOLD)
"""Fields of a dossier that an officer may change; everything else is the register's or the school's."""


class OpChangedError(Exception):
    """An operation id came again with another content: a fault in the laptop, or an attack."""


@dataclass(frozen=True)
class Sender:
    """Where an operation came from. ``set_aside`` is why all of it goes to quarantine.

    ``released`` is for one that lay there and that a person lets through, whoever has its dossiers by now;
    ``behind_ms`` is how far the laptop's clock was behind when it came in, where that is known already.
    """

    ambtenaar: Ambtenaar
    device: str
    clock: Clock
    set_aside: str = ""
    roles: frozenset[str] = frozenset({OFFICER})
    released: bool = False
    behind_ms: int | None = None

    @property
    def behind(self) -> int:
        """How far the laptop's clock was behind the server's when the operation came in, in milliseconds."""
        if self.behind_ms is not None:
            return self.behind_ms
        return round((datetime.now(UTC) - self.clock.wall).total_seconds() * 1_000)

    @property
    def eyes(self) -> Eyes:
        """What the sender can know of."""
        return Eyes(self.ambtenaar.id, MATRIX.may(self.roles, FETCH_WPG), everything=self.released)


class NotNowError(Exception):
    """An operation that is not done, for good or for now; nothing was changed."""


class RejectedError(NotNowError):
    """The server does not do this. ``reason`` is the word of the answer."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _WaitingError(NotNowError):
    pass


CHANGED = "op_gewijzigd"

IN_PART = "deels"
"""A record about several children, of whom not all are the sender's: kept for those who are."""


def answer(connection: Connection, sender: Sender, one: Incoming, room: Allowance) -> OpResult:
    """The result of one operation as it came, good or bad: nothing of it decides over another."""
    if one.op is not None and not one.objection:
        return apply(connection, sender, one.op, one.raw, room)
    if not one.keepable:  # over the limit of a record, or beyond writing: it stays on the laptop
        return OpResult(op=one.key, status=OpStatus.REJECTED, reason=one.objection)
    known = _known(connection, sender, one.key, fingerprint(one.raw))
    return known or _refuse(connection, sender, one, room)


def apply(
    connection: Connection, sender: Sender, op: Op, raw: JsonValue, room: Allowance | None = None
) -> OpResult:
    """The result of one operation that can be read. ``raw`` is the operation as it came.

    Raises OpChangedError. Without ``room`` what the sender may still leave is counted here.
    """
    known = _known(connection, sender, op.op, fingerprint(raw))
    if known is not None:
        return known
    one = Incoming(op.op, raw, op, "", len(canonical(raw)))
    room = room or Allowance.of(connection, sender.ambtenaar.id, sender.device)
    if room.day_is_full(one.size):
        return OpResult(op=op.op, status=OpStatus.WAITING, reason=DAY_FULL)
    try:
        result = judge(connection, sender, op)
    except _WaitingError:
        return OpResult(op=op.op, status=OpStatus.WAITING)
    except RejectedError as refusal:
        return _refuse(connection, sender, replace(one, objection=refusal.reason), room)
    in_part = result.reason == IN_PART
    if in_part:
        _quarantine(connection, sender, replace(one, objection=IN_PART))
    _remember(connection, sender, one, result)
    room.took(one.size, apart=in_part)
    return result


def _refuse(connection: Connection, sender: Sender, one: Incoming, room: Allowance) -> OpResult:
    """Into quarantine, when there is room for it: else it waits on the laptop."""
    if room.apart_is_full(one.size) or room.day_is_full(one.size):
        return OpResult(op=one.key, status=OpStatus.WAITING, reason=APART_FULL)
    result = OpResult(op=one.key, status=OpStatus.REJECTED, reason=one.objection)
    _quarantine(connection, sender, one)
    _remember(connection, sender, one, result)
    room.took(one.size, apart=True)
    return result


def _known(connection: Connection, sender: Sender, op: str, mark: str) -> OpResult | None:
    row = connection.execute(sa.select(operatie).where(operatie.c.op == op)).one_or_none()
    if row is None:
        return None
    if row.vingerafdruk != mark or row.ambtenaar != sender.ambtenaar.id:
        raise OpChangedError
    return OpResult.model_validate(json.loads(row.resultaat))


def _remember(connection: Connection, sender: Sender, one: Incoming, result: OpResult) -> None:
    take_place(connection)  # also what was refused stands in a commit that a laptop can ask for
    connection.execute(
        sa.insert(operatie).values(
            op=one.key,
            ambtenaar=sender.ambtenaar.id,
            apparaat=sender.device,
            vingerafdruk=fingerprint(one.raw),
            resultaat=canonical(result.model_dump(mode="json")).decode(),
            apparaat_op=(one.op.at if one.op else sender.clock.wall).isoformat(),
            apparaat_afwijking_ms=sender.clock.offset_ms,
            ontvangen_op=now(),
            bytes=one.size,
        )
    )


def _quarantine(connection: Connection, sender: Sender, one: Incoming) -> None:
    connection.execute(
        sa.insert(quarantaine).values(
            op=one.key,
            ambtenaar=sender.ambtenaar.id,
            apparaat=sender.device,
            klok_ms=sender.behind,
            reden=one.objection,
            inhoud=canonical(one.raw).decode(),
            bytes=one.size,
            ontvangen_op=now(),
            onderwerp=one.subject,
        )
    )


def judge(connection: Connection, sender: Sender, op: Op) -> OpResult:
    """Do an operation that was not done before. Raises RejectedError; nothing is changed then."""
    if sender.set_aside:
        raise RejectedError(sender.set_aside)
    mine = _check_scope(connection, sender, op)
    if isinstance(op, Create):
        return _create(connection, sender, op, mine)
    return _patch(connection, sender, op)


def _check_scope(connection: Connection, sender: Sender, op: Op) -> set[str]:
    """The dossiers of an operation that are the sender's: a record about two children is kept for the one
    who is still his. Raises RejectedError.
    """
    mine = (
        set(op.dossiers) if sender.released else access.granted(connection, sender.ambtenaar.id, op.dossiers)
    )
    if not mine or (isinstance(op, Patch) and mine != set(op.dossiers)):
        raise RejectedError("out_of_scope")
    for dossier in sorted(mine):
        found = load(connection, Entity.DOSSIER, dossier)
        if found is None or found.deleted:
            raise RejectedError("dossier_gone")
    return mine


# -- create ---------------------------------------------------------------------------------------


def _create(connection: Connection, sender: Sender, op: Create, mine: set[str]) -> OpResult:
    _check_after(connection, sender, op.after)
    body = _checked_body(op)
    mark = fingerprint({"body": op.body, "dossiers": list[JsonValue](sorted(op.dossiers))})
    present = load(connection, op.entity, op.id)
    if present is not None:
        if present.fingerprint != mark or present.author.id != sender.ambtenaar.id:
            raise RejectedError("immutable")
        if sender.released:
            link(connection, op.entity, op.id, op.dossiers)
        return OpResult(op=op.op, status=OpStatus.APPLIED, rev=present.rev, seq=present.seq)
    _check_author(connection, sender, op)
    _check_number(connection, sender, op)
    if "verbalisant" in BODY[op.entity].model_fields:
        body["verbalisant"] = sender.ambtenaar.naam
    author = replace(_author(sender, op), regime=_regime(connection, sender, op))
    made = insert(connection, op.entity, op.id, body, author=author, mark=mark)
    link(connection, op.entity, op.id, sorted(mine))
    reason = IN_PART if mine != set(op.dossiers) else ""
    return OpResult(op=op.op, status=OpStatus.APPLIED, rev=made.rev, seq=made.seq, reason=reason)


def _author(sender: Sender, op: Op) -> Author:
    """The sender: whoever signed in, at his laptop, with what its clock said and what was wrong with it."""
    who = sender.ambtenaar
    return Author(who.id, who.naam, sender.device, op.at.isoformat(), sender.behind)


def _regime(connection: Connection, sender: Sender, op: Create) -> str:
    """Under which law a record will stand; the scan of a paper goes with its step. Raises RejectedError."""
    known = pointers.seen(connection, sender.eyes, regimes.origins(op.body))
    found = regimes.of(connection, op.entity, op.body, known)
    if found == WPG and not MATRIX.may(sender.roles, HAND_IN_WPG):
        raise RejectedError("recht_wpg")
    if found == WPG and op.entity is Entity.STUKSTAP:
        regimes.take_along(connection, Entity.BIJLAGE, str(op.body.get("bijlage") or ""))
    return found


def _check_author(connection: Connection, sender: Sender, op: Create) -> None:
    claimed = authorship.false_claim(connection, sender.ambtenaar, sender.device, op.body)
    if claimed:
        raise RejectedError(f"auteur: {claimed}"[:400])
    if field := pointers.astray(connection, sender.eyes, op) or pointers.other_case(connection, op):
        raise RejectedError(f"invalid: {field}")
    others = authorship.of_another(connection, sender.ambtenaar, op.entity, op.body)
    if others:
        raise RejectedError(f"andermans: {others}")


def _check_after(connection: Connection, sender: Sender, after: tuple[str, ...]) -> None:
    """The records named in ``after`` must be there, in sight of this officer: what lies outside it is as good
    as absent, for it is nobody's business that it exists. One that was refused will never come.
    """
    if not after:
        return
    missing = set(after) - pointers.seen(connection, sender.eyes, after)
    if not missing:
        return
    refused = sa.select(quarantaine.c.op).where(
        quarantaine.c.ambtenaar == sender.ambtenaar.id, quarantaine.c.onderwerp.in_(sorted(missing))
    )
    if sender.released or connection.execute(refused.limit(1)).first() is not None:
        raise RejectedError("after_rejected")
    raise _WaitingError


def _checked_body(op: Create) -> dict[str, JsonValue]:
    """The body, if an officer may make such a record and it is whole. Unknown fields stay (I14)."""
    if op.entity not in OWN_WORK:
        raise RejectedError("invalid: not the officer's to make")
    try:
        # As strict as the laptops that will pull it: one loose record would stop a colleague's feed.
        model = BODY[op.entity].model_validate_json(canonical(op.body), strict=True)
    except ValidationError as fault:
        where = ", ".join(sorted({str(e["loc"][0]) for e in fault.errors() if e["loc"]}))
        raise RejectedError(f"invalid: {where}"[:400]) from None
    if against := gate.objection(op.entity, op.body, model):
        raise RejectedError(against)
    named = op.body.get("dossiers")
    if not isinstance(named, list) or {str(d) for d in named} != set(op.dossiers):
        raise RejectedError("invalid: dossiers")
    return dict(op.body)


def _check_number(connection: Connection, sender: Sender, op: Create) -> None:
    """A sealed proces-verbaal has a number of this laptop, and no other document of any kind has one."""
    if op.entity is not Entity.STUK:
        return
    number = str(op.body.get("nummer") or "")
    if op.body.get("soort") != "proces_verbaal":
        if number_blocks.holder_of(connection, number.strip().upper()) is not None:
            raise RejectedError("nummer")
        return
    if not number:
        raise RejectedError("invalid: nummer")
    if not number_blocks.is_of(connection, number, sender.device):
        raise RejectedError("nummer_niet_van_laptop")
    if not number_blocks.use(connection, number, op.id):
        raise RejectedError("nummer")


# -- patch ----------------------------------------------------------------------------------------


def _patch(connection: Connection, sender: Sender, op: Patch) -> OpResult:
    if op.entity is not Entity.DOSSIER or not set(op.set) <= PATCHABLE or set(op.dossiers) != {op.id}:
        raise RejectedError("invalid: not the officer's to change")
    old = load(connection, op.entity, op.id)
    if old is None:
        raise RejectedError("dossier_gone")
    _check_values(old, op)
    author = _author(sender, op)
    conflicts = {f: c for f in op.set if (c := _conflict(connection, old, op, f, author)) is not None}
    accepted = {f: c.value for f, c in op.set.items() if f not in conflicts}
    new = change(connection, old, {**accepted, **_mention(old, op, accepted, author)}, author)
    return OpResult(
        op=op.op,
        status=OpStatus.CONFLICT if conflicts else OpStatus.APPLIED,
        rev=new.rev,
        seq=new.seq,
        applied={f: new.frev.get(f, 0) for f in accepted},
        conflicts=conflicts,
    )


def _mention(
    old: Stored, op: Patch, accepted: Mapping[str, JsonValue], author: Author
) -> dict[str, JsonValue]:
    """Who wrote the shared fields that now get another value: colleagues read it beside the value."""
    new = [f for f, value in accepted.items() if f in TOLD and (old.fields.get(f) or "") != value]
    if not new:
        return {}
    before = old.fields.get("vermeld")
    said: JsonValue = {"door": author.name[:400], "op": op.at.isoformat().replace("+00:00", "Z")}
    kept = before if isinstance(before, dict) else {}
    return {"vermeld": {**kept, **dict.fromkeys(new, said)}}


def _check_values(old: Stored, op: Patch) -> None:
    try:
        changed = {**old.fields, **{f: c.value for f, c in op.set.items()}}
        BODY[op.entity].model_validate_json(canonical(changed), strict=True)
    except ValidationError:
        raise RejectedError("invalid: value") from None


def _conflict(
    connection: Connection, old: Stored, op: Patch, field: str, author: Author
) -> FieldConflict | None:
    """What somebody else made of a field since the officer saw it; nobody conflicts with himself (I6).

    What was based on a value that this server never had (a backup was put back) is for a person to decide.
    """
    wanted, here = op.set[field], old.frev.get(field, 0)
    theirs = old.fields.get(field, "")
    if wanted.base == here or wanted.value == theirs:
        return None
    history = sa.select(veldlog).where(
        veldlog.c.entiteit == old.entity.value, veldlog.c.id == old.id, veldlog.c.veld == field
    )
    if wanted.base < here:
        history = history.where(veldlog.c.rev > wanted.base, veldlog.c.door != author.id)
    last = connection.execute(history.order_by(veldlog.c.rev.desc())).first()
    if last is None:
        return FieldConflict(theirs=theirs, rev=here) if wanted.base > here else None
    mine = last.door == author.id
    return None if mine else FieldConflict(theirs=theirs, rev=here, by=last.naam, at=last.op)
