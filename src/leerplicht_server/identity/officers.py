"""Officers as the administrator sees them: listed, suspended, barred, restored; and laptops revoked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from leerplicht_server.errors import UnknownError
from leerplicht_server.schema import ambtenaar, apparaat, inschrijfrecht

from .sessions import end_of_key, end_of_officer
from .states import ACTIVE


def set_state(connection: Connection, officer: str, state: str) -> bool:
    """Suspend, bar or restore; says whether anything changed. Open sessions end unless he is restored."""
    if state_of(connection, officer) == state:
        return False
    connection.execute(sa.update(ambtenaar).where(ambtenaar.c.id == officer).values(toestand=state))
    if state != ACTIVE:
        end_of_officer(connection, officer, state)
        unused = (inschrijfrecht.c.ambtenaar == officer, inschrijfrecht.c.apparaat.is_(None))
        connection.execute(sa.delete(inschrijfrecht).where(*unused))
    return True


def state_of(connection: Connection, officer: str) -> str:
    """Whether an officer is active, suspended or barred."""
    return str(
        connection.execute(sa.select(ambtenaar.c.toestand).where(ambtenaar.c.id == officer)).scalar_one()
    )


def untie(connection: Connection, officer: str) -> bool:
    """Let an officer's account go, so that a right ties another; says whether he had one. Sessions end.

    His laptops stay his: the same key enrols again under the account that takes this one's place.
    """
    tied = (ambtenaar.c.id == officer, ambtenaar.c.subject.is_not(None))
    loose = {"issuer": None, "subject": None, "login": ""}
    done = connection.execute(sa.update(ambtenaar).where(*tied).values(**loose)).rowcount > 0
    if done:
        end_of_officer(connection, officer, "losgemaakt")
    return done


def listed(connection: Connection) -> Sequence[Row[Any]]:
    """Every officer by name: id, naam, toestand, login, laptops (how many are not revoked)."""
    mine = sa.and_(apparaat.c.ambtenaar == ambtenaar.c.id, apparaat.c.ingetrokken.is_(False))
    laptops = sa.select(sa.func.count()).select_from(apparaat).where(mine).scalar_subquery()
    columns = (ambtenaar.c.id, ambtenaar.c.naam, ambtenaar.c.toestand, ambtenaar.c.login)
    statement: sa.Select[Any] = sa.select(*columns, laptops.label("laptops"))
    return connection.execute(statement.order_by(ambtenaar.c.naam, ambtenaar.c.id)).all()


def revoke_device(connection: Connection, device: str) -> None:
    """A laptop is lost: it gets nothing any more, from the next request. Raises UnknownError."""
    statement = (
        sa.update(apparaat).where(apparaat.c.id == device).values(ingetrokken=True).returning(apparaat.c.jkt)
    )
    row = connection.execute(statement).one_or_none()
    if row is None:
        raise UnknownError(f"Laptop {device} is niet bekend. Kijk met: leerplicht-server apparaten.")
    if row.jkt is not None:
        end_of_key(connection, row.jkt, "ingetrokken")
