"""A laptop enrolled: only with a one-time right that names the officer, for the key that signed in."""

from __future__ import annotations

import re
import secrets
import unicodedata
import uuid
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol.messages import Ambtenaar, DeviceState, Enrol
from leerplicht_protocol.session import Enrolled, Refused, SessionState
from leerplicht_server.records import now as wall_clock
from leerplicht_server.schema import ambtenaar, apparaat, inschrijfrecht, sessie

from .faults import SignInError
from .sessions import Live, hashed
from .states import ACTIVE, BARRED

_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_GROUPS = 4
DAY = 24 * 3_600


def give_right(connection: Connection, officer: str, now: int, days: int) -> str:
    """A one-time right for this officer, in the clear this once: four groups of four letters (69 bits)."""
    right = "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(_GROUPS))
    connection.execute(sa.delete(inschrijfrecht).where(inschrijfrecht.c.verloopt < now - 30 * DAY))
    connection.execute(
        sa.insert(inschrijfrecht).values(
            hash=hashed(_plain(right)), ambtenaar=officer, verloopt=now + days * DAY
        )
    )
    return right


def give_right_to_key(connection: Connection, officer: str, thumbprint: str, until: int) -> None:
    """A right that only this key can use: somebody approved the code that it showed."""
    mine = (inschrijfrecht.c.jkt == thumbprint, inschrijfrecht.c.apparaat.is_(None))
    connection.execute(sa.delete(inschrijfrecht).where(*mine))
    connection.execute(
        sa.insert(inschrijfrecht).values(
            hash=hashed(secrets.token_urlsafe(32)), ambtenaar=officer, verloopt=until, jkt=thumbprint
        )
    )


def enrolled_before(live: Live) -> Enrolled | None:
    """The answer when the laptop of this session is enrolled already; None when it is not."""
    if not live.device or live.ambtenaar is None:
        return None
    state = DeviceState.REVOKED if live.state is SessionState.REVOKED else DeviceState.ACTIVE
    return Enrolled(device=live.device, state=state, ambtenaar=live.ambtenaar)


def enrol(connection: Connection, live: Live, request: Enrol, now: int) -> Enrolled:
    """Register the laptop of this session.

    A right is spent by one update that only one can win. Raises SignInError; nothing is changed then.
    """
    right = _right(connection, live, request.right, now)
    officer = _officer_of(connection, live, right.ambtenaar)
    device = _device_for(connection, live, request, officer.id)
    spent = connection.execute(
        sa.update(inschrijfrecht)
        .where(inschrijfrecht.c.hash == right.hash, inschrijfrecht.c.apparaat.is_(None))
        .values(jkt=live.thumbprint, apparaat=device)
    )
    if spent.rowcount != 1:
        raise SignInError(Refused.RIGHT, "spent meanwhile")
    connection.execute(sa.update(sessie).where(sessie.c.id == live.session).values(ambtenaar=officer.id))
    return Enrolled(
        device=device, state=DeviceState.ACTIVE, ambtenaar=Ambtenaar.model_validate(dict(officer._mapping))
    )


def _right(connection: Connection, live: Live, given: str, now: int) -> Row[Any]:
    own = inschrijfrecht.c.jkt == live.thumbprint
    which = (
        sa.and_(inschrijfrecht.c.hash == hashed(_plain(given)), inschrijfrecht.c.jkt.is_(None))
        if given.strip()
        else own
    )
    usable = (inschrijfrecht.c.apparaat.is_(None), inschrijfrecht.c.verloopt > now)
    row = connection.execute(sa.select(inschrijfrecht).where(which, *usable)).one_or_none()
    if row is None:
        raise SignInError(Refused.RIGHT, "no such right")
    return row


def _plain(right: str) -> str:
    """What somebody typed, whatever he put between the letters."""
    return re.sub(r"[^A-Z]", "", right.upper())


def _officer_of(connection: Connection, live: Live, officer: str) -> Row[Any]:
    """The officer that a right names, tied to the account of this session. Raises SignInError."""
    row = connection.execute(sa.select(ambtenaar).where(ambtenaar.c.id == officer)).one()
    if live.ambtenaar is not None and live.ambtenaar.id != officer:
        raise SignInError(Refused.OTHER_OFFICER, "right of another officer")
    if row.toestand != ACTIVE:
        raise SignInError(Refused.BARRED if row.toestand == BARRED else Refused.SUSPENDED, row.toestand)
    if not live.issuer or (row.issuer, row.subject) == (live.issuer, live.subject):
        return row
    taken = (ambtenaar.c.issuer == live.issuer, ambtenaar.c.subject == live.subject)
    if row.issuer is not None or connection.execute(sa.select(ambtenaar.c.id).where(*taken)).first():
        raise SignInError(Refused.OTHER_OFFICER, "another account")
    tied = {"issuer": live.issuer, "subject": live.subject, "login": live.login}
    connection.execute(sa.update(ambtenaar).where(ambtenaar.c.id == officer).values(**tied))
    return row


def _device_for(connection: Connection, live: Live, request: Enrol, officer: str) -> str:
    """The id of the laptop. One that was enrolled before it had a key, or under an account that was let go,
    keeps its id and its numbers.
    """
    mine = connection.execute(sa.select(apparaat).where(apparaat.c.jkt == live.thumbprint)).one_or_none()
    if mine is not None and mine.ambtenaar != officer:
        raise SignInError(Refused.OTHER_OFFICER, "laptop of another officer")
    if mine is not None and not mine.ingetrokken:
        return str(mine.id)
    same = (apparaat.c.ambtenaar == officer, apparaat.c.incarnatie == request.incarnation)
    row = connection.execute(sa.select(apparaat).where(*same)).one_or_none()
    if row is None:
        device = f"dev-{uuid.uuid4().hex}"
        connection.execute(
            sa.insert(apparaat).values(
                id=device,
                ambtenaar=officer,
                naam="".join(c for c in request.name if unicodedata.category(c) != "Cc"),
                incarnatie=request.incarnation,
                ingetrokken=False,
                gemaakt_op=wall_clock(),
                jkt=live.thumbprint,
            )
        )
        return device
    if row.ingetrokken:
        raise SignInError(Refused.REVOKED, "this vault was revoked")
    if row.jkt is not None:
        raise SignInError(Refused.OTHER_KEY, "this vault has another key", 403)
    connection.execute(sa.update(apparaat).where(apparaat.c.id == row.id).values(jkt=live.thumbprint))
    return str(row.id)
