"""Who is asking: officers, codes of practice (kept only as SHA-256), and laptops."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import sqlalchemy as sa
from pydantic import ValidationError
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol.messages import Ambtenaar, Device, DeviceCode
from leerplicht_protocol.session import Refused

from .errors import ServerError, UnknownError
from .rights import OFFICER
from .schema import aanmelding, ambtenaar, apparaat, mandaat, toewijzing

RUNNING = "loopt"
"""Of a mandate: its first day came, its last day did not pass."""

EXPIRES_SECONDS = 600
INTERVAL_SECONDS = 2
_PENDING_LIMIT = 1_000
_LETTERS = "BCDFGHJKLMNPQRSTVWXZ"
_OFFICER_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,78}")


CodeState = Literal["pending", "granted", "expired"]


class BusyError(Exception):
    """Too many sign-ins are under way."""


@dataclass(frozen=True)
class Caller:
    """The officer behind a request, and his laptop.

    ``refused`` is why he may only hand in what was not sent yet, and ``set_aside`` the reason in quarantine.
    """

    ambtenaar: Ambtenaar
    device: Device
    refused: Refused | None = None
    set_aside: str = ""
    roles: frozenset[str] = frozenset({OFFICER})


# -- officers -------------------------------------------------------------------------------------


def make_officer(fields: Mapping[str, str]) -> Ambtenaar:
    """An officer from what the administrator typed. Raises ServerError."""
    if not _OFFICER_ID.fullmatch(fields["id"]):
        raise ServerError(
            "Het kenmerk van een ambtenaar bestaat uit kleine letters, cijfers, punten en streepjes, "
            "bijvoorbeeld n.hendriks."
        )
    if not fields["naam"].strip():
        raise ServerError("Geef de naam van de ambtenaar op, bijvoorbeeld --naam 'N. Hendriks'.")
    try:
        return Ambtenaar.model_validate(fields)
    except ValidationError:
        raise ServerError("Een gegeven van de ambtenaar is langer dan 400 tekens. Kort het in.") from None


def add_officer(connection: Connection, officer: Ambtenaar) -> bool:
    """Add an officer or bring him up to date; says whether anything changed."""
    present = find_officer(connection, officer.id)
    if present == officer:
        return False
    values = officer.model_dump()
    if present is None:
        connection.execute(sa.insert(ambtenaar).values(**values))
    else:
        where = ambtenaar.c.id == officer.id
        if present.naam != officer.naam:
            before = json.loads(connection.execute(sa.select(ambtenaar.c.vroeger).where(where)).scalar_one())
            values["vroeger"] = json.dumps(sorted({*before, present.naam}))
        connection.execute(sa.update(ambtenaar).where(where).values(**values))
    return True


def find_officer(connection: Connection, officer: str) -> Ambtenaar | None:
    """The officer with this id."""
    row = connection.execute(sa.select(ambtenaar).where(ambtenaar.c.id == officer)).one_or_none()
    return _officer(row) if row is not None else None


def officer_named(connection: Connection, officer: str) -> Ambtenaar:
    """The officer with this id. Raises UnknownError."""
    found = find_officer(connection, officer)
    if found is None:
        raise UnknownError(f"Ambtenaar {officer} is niet bekend. Kijk met: leerplicht-server ambtenaren.")
    return found


def officers(connection: Connection) -> Sequence[Ambtenaar]:
    """Every officer, by name."""
    return [_officer(r) for r in connection.execute(sa.select(ambtenaar).order_by(ambtenaar.c.naam))]


def _officer(row: Row[Any]) -> Ambtenaar:
    return Ambtenaar.model_validate(dict(row._mapping))


# -- sign in --------------------------------------------------------------------------------------


def begin_sign_in(connection: Connection, uri: str, approved_for: str | None, thumbprint: str) -> DeviceCode:
    """A code for a laptop; approved at once when a practice server says so. Raises BusyError."""
    connection.execute(sa.delete(aanmelding).where(aanmelding.c.verloopt < int(time.time())))
    if connection.execute(sa.select(sa.func.count()).select_from(aanmelding)).scalar_one() >= _PENDING_LIMIT:
        raise BusyError
    device_code = secrets.token_urlsafe(32)
    user_code = "-".join("".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(2))
    connection.execute(
        sa.insert(aanmelding).values(
            device_code=_hash(device_code),
            user_code=user_code,
            ambtenaar=approved_for,
            verloopt=int(time.time()) + EXPIRES_SECONDS,
            jkt=thumbprint,
        )
    )
    return DeviceCode(
        device_code=device_code,
        user_code=user_code,
        verification_uri=uri,
        expires_in=EXPIRES_SECONDS,
        interval=INTERVAL_SECONDS,
    )


def approve(connection: Connection, user_code: str, officer: str) -> bool:
    """Say who stands behind a code. False when the code is unknown, spent or expired."""
    code = re.sub(r"[^A-Z]", "", user_code.upper())
    statement = (
        sa.update(aanmelding)
        .where(aanmelding.c.user_code == f"{code[:4]}-{code[4:8]}", aanmelding.c.ambtenaar.is_(None))
        .where(aanmelding.c.verloopt >= int(time.time()))
        .values(ambtenaar=officer)
    )
    return connection.execute(statement).rowcount == 1


def approved(connection: Connection, device_code: str, thumbprint: str) -> tuple[CodeState, str]:
    """What became of a code that this key asked for, and for which officer it was approved."""
    mine = (aanmelding.c.device_code == _hash(device_code), aanmelding.c.jkt == thumbprint)
    row = connection.execute(sa.select(aanmelding).where(*mine)).one_or_none()
    if row is None or row.verloopt < int(time.time()):
        return "expired", ""
    return ("granted", row.ambtenaar) if row.ambtenaar is not None else ("pending", "")


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode(errors="surrogatepass")).hexdigest()


# -- laptops --------------------------------------------------------------------------------------


def devices(connection: Connection) -> Sequence[Row[Any]]:
    """Every laptop: id, ambtenaar, naam, ingetrokken, gemaakt_op."""
    return connection.execute(sa.select(apparaat).order_by(apparaat.c.ambtenaar, apparaat.c.gemaakt_op)).all()


def granted(connection: Connection, officer: str, dossiers: Iterable[str]) -> set[str]:
    """Those of these dossiers that an officer has now."""
    statement = sa.select(toewijzing.c.dossier).where(
        toewijzing.c.ambtenaar == officer, toewijzing.c.ingetrokken_seq.is_(None)
    )
    return set(connection.execute(statement.where(toewijzing.c.dossier.in_(sorted(set(dossiers))))).scalars())


def stands_in(connection: Connection, holder: str, of: str) -> bool:
    """Whether somebody works for this officer by mandate now."""
    where = (mandaat.c.aan_wie == holder, mandaat.c.van_wie == of, mandaat.c.stand == RUNNING)
    return connection.execute(sa.select(mandaat.c.id).where(*where).limit(1)).first() is not None
