"""Sessions as rows: opened, found by one indexed question, renewed, ended. Secrets are kept as SHA-256."""

from __future__ import annotations

import hashlib
import json
import secrets
import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol.messages import Ambtenaar
from leerplicht_protocol.session import SessionState
from leerplicht_server.schema import ambtenaar, apparaat, sessie, vernieuwing

from .states import BARRED, SUSPENDED

ACCESS_SECONDS = 300
DAY_SECONDS = 10 * 3_600
LOST_ANSWER_SECONDS = 60
MOST_RENEWALS = 1_000
"""Renewals of one session that are kept: a working day takes about a hundred and twenty."""
_KEPT_SECONDS = 30 * 24 * 3_600
_OFFICER = "ambtenaar_"


@dataclass(frozen=True)
class Admission:
    """What a sign-in found out. ``issuer`` is empty for a code of practice."""

    thumbprint: str
    officer: str | None
    issuer: str
    subject: str
    name: str
    login: str
    roles: Collection[str]
    until: int


@dataclass(frozen=True)
class Pair:
    """A new access token and renewal, in the clear this once; ``seconds`` is how long the token is good."""

    token: str
    renewal: str
    seconds: int


@dataclass(frozen=True)
class Live:
    """Who is behind a live session, and what it may do. ``ambtenaar`` is None only while it is NEW."""

    session: str
    thumbprint: str
    issuer: str
    subject: str
    name: str
    login: str
    roles: frozenset[str]
    until: int
    state: SessionState
    ambtenaar: Ambtenaar | None
    device: str


def hashed(secret: str) -> str:
    """How a secret is kept."""
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


def new_session() -> str:
    """The id of a session to open."""
    return f"s-{uuid.uuid4().hex}"


def open_session(connection: Connection, session: str, admission: Admission, source: str, now: int) -> Pair:
    """Open a session; one that this key had ends. ``source`` is the sealed refresh token."""
    _forget_old(connection, now)
    end_of_key(connection, admission.thumbprint, "opvolger")
    pair = _new_pair(admission.until, ACCESS_SECONDS, now)
    connection.execute(
        sa.insert(sessie).values(
            id=session,
            ambtenaar=admission.officer,
            issuer=admission.issuer,
            subject=admission.subject,
            naam=admission.name,
            login=admission.login,
            jkt=admission.thumbprint,
            rollen=json.dumps(sorted(admission.roles)),
            begin=now,
            uiterlijk=admission.until,
            toegang=hashed(pair.token),
            toegang_tot=now + pair.seconds,
            bron=source,
            bron_gezien=now,
        )
    )
    connection.execute(sa.insert(vernieuwing).values(hash=hashed(pair.renewal), sessie=session))
    return pair


def renew_session(
    connection: Connection, row: Row[Any], values: dict[str, object], seconds: int, now: int
) -> Pair | None:
    """Another pair, good for ``seconds``, for a session as it was read in ``row``.

    None when another renewal was there first.
    """
    pair = _new_pair(row.uiterlijk, seconds, now)
    done = connection.execute(
        sa.update(sessie)
        .where(sessie.c.id == row.id, sessie.c.einde.is_(None), sessie.c.bron == row.bron)
        .values(toegang=hashed(pair.token), toegang_tot=now + pair.seconds, **values)
    )
    if done.rowcount != 1:
        return None
    connection.execute(
        sa.update(vernieuwing)
        .where(vernieuwing.c.sessie == row.id, vernieuwing.c.vervangen.is_(None))
        .values(vervangen=now)
    )
    connection.execute(sa.insert(vernieuwing).values(hash=hashed(pair.renewal), sessie=row.id))
    return pair


def behind_renewal(connection: Connection, renewal: str) -> Row[Any] | None:
    """The session that a renewal was given to, with ``vervangen`` of that renewal and its ``device``."""
    statement = (
        sa.select(sessie, vernieuwing.c.vervangen, apparaat.c.id.label("device"))
        .join(vernieuwing, vernieuwing.c.sessie == sessie.c.id)
        .outerjoin(apparaat, apparaat.c.jkt == sessie.c.jkt)
        .where(vernieuwing.c.hash == hashed(renewal))
    )
    return connection.execute(statement).one_or_none()


def renewals(connection: Connection, session: str) -> int:
    """How many renewals a session was given."""
    statement = sa.select(sa.func.count()).where(vernieuwing.c.sessie == session)
    return int(connection.execute(statement).scalar_one())


def find(connection: Connection, token: str, now: int) -> Live | None:
    """The live session behind an access token."""
    live = (sessie.c.toegang == hashed(token), sessie.c.einde.is_(None), sessie.c.toegang_tot > now)
    row = connection.execute(_everything().where(*live)).one_or_none()
    return _live(row) if row is not None else None


def by_id(connection: Connection, session: str) -> Live | None:
    """The session with this id, if it has not ended."""
    row = connection.execute(
        _everything().where(sessie.c.id == session, sessie.c.einde.is_(None))
    ).one_or_none()
    return _live(row) if row is not None else None


def row_of(connection: Connection, session: str) -> Row[Any]:
    """A session of a browser as it is kept; it has no ``device``."""
    statement = sa.select(sessie, sa.literal("").label("device"))
    return connection.execute(statement.where(sessie.c.id == session)).one()


def keep_open(
    connection: Connection, session: str, until: int, values: Mapping[str, object] | None = None
) -> None:
    """Its token is good until then; ``values`` are what the provider said meanwhile."""
    where = (sessie.c.id == session, sessie.c.einde.is_(None))
    connection.execute(sa.update(sessie).where(*where).values(**(values or {}), toegang_tot=until))


def _everything() -> sa.Select[Any]:
    officer = [column.label(f"{_OFFICER}{column.name}") for column in ambtenaar.c]
    device = (apparaat.c.id.label("device"), apparaat.c.ingetrokken, apparaat.c.ambtenaar.label("device_of"))
    owner = ambtenaar.alias("eigenaar")
    return (
        sa.select(sessie, *officer, *device, owner.c.subject.label("owner_subject"))
        .outerjoin(ambtenaar, ambtenaar.c.id == sessie.c.ambtenaar)
        .outerjoin(apparaat, apparaat.c.jkt == sessie.c.jkt)
        .outerjoin(owner, owner.c.id == apparaat.c.ambtenaar)
    )


def _live(row: Row[Any]) -> Live | None:
    state = _state(row)
    if state is None:
        return None
    values = row._mapping
    officer = {k.removeprefix(_OFFICER): v for k, v in values.items() if k.startswith(_OFFICER)}
    return Live(
        session=row.id,
        thumbprint=row.jkt,
        issuer=row.issuer,
        subject=row.subject,
        name=row.naam,
        login=row.login,
        roles=frozenset(json.loads(row.rollen)),
        until=row.uiterlijk,
        state=state,
        ambtenaar=Ambtenaar.model_validate(officer) if row.ambtenaar is not None else None,
        device=row.device if row.device and state is not SessionState.NEW else "",
    )


def _state(row: Row[Any]) -> SessionState | None:
    officer = row.ambtenaar_toestand
    if officer == BARRED:
        return None
    if row.device is None:
        return SessionState.NEW if officer != SUSPENDED else None
    if row.ambtenaar is None:
        # The account of whose laptop this is was let go: a right may tie this one in its place.
        return SessionState.NEW if row.owner_subject is None and not row.ingetrokken else None
    if row.device_of != row.ambtenaar:
        return None
    if row.ingetrokken:
        return SessionState.REVOKED
    return SessionState.SUSPENDED if officer == SUSPENDED else SessionState.ACTIVE


def end_session(connection: Connection, session: str, why: str) -> bool:
    """It is over, for whoever has its token or its renewal; says whether it still went on."""
    return _end(connection, sessie.c.id == session, why) > 0


def end_of_key(connection: Connection, thumbprint: str, why: str) -> None:
    """End what this key has open."""
    _end(connection, sessie.c.jkt == thumbprint, why)


def end_of_officer(connection: Connection, officer: str, why: str) -> None:
    """End what this officer has open, on every laptop."""
    _end(connection, sessie.c.ambtenaar == officer, why)


def end_all(connection: Connection, why: str) -> None:
    """End every session there is."""
    _end(connection, sa.true(), why)


def _end(connection: Connection, which: sa.ColumnElement[bool], why: str) -> int:
    over = sa.update(sessie).where(which, sessie.c.einde.is_(None)).values(einde=why, bron="")
    return connection.execute(over).rowcount


def _forget_old(connection: Connection, now: int) -> None:
    old = sa.select(sessie.c.id).where(sessie.c.uiterlijk < now - _KEPT_SECONDS)
    connection.execute(sa.delete(vernieuwing).where(vernieuwing.c.sessie.in_(old)))
    connection.execute(sa.delete(sessie).where(sessie.c.uiterlijk < now - _KEPT_SECONDS))


def _new_pair(until: int, seconds: int, now: int) -> Pair:
    good = max(1, min(seconds, until - now))
    return Pair(secrets.token_urlsafe(32), secrets.token_urlsafe(32), good)
