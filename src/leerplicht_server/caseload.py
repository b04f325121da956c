"""Who has which dossier. A grant and a revocation are data with a place in the feed."""

from __future__ import annotations

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leerplicht_protocol.records import Entity

from . import returned
from .database import next_seq
from .records import change, load
from .schema import ambtenaar, toewijzing


def grant(connection: Connection, officer: str, dossiers: Iterable[str]) -> int:
    """Give dossiers to an officer; how many he did not have yet."""
    count = 0
    for dossier in dossiers:
        where = (toewijzing.c.ambtenaar == officer, toewijzing.c.dossier == dossier)
        row = connection.execute(sa.select(toewijzing).where(*where)).one_or_none()
        if row is not None and row.ingetrokken_seq is None:
            continue
        values = {"gegeven_seq": next_seq(connection), "ingetrokken_seq": None, "reden": ""}
        if row is None:
            connection.execute(sa.insert(toewijzing).values(ambtenaar=officer, dossier=dossier, **values))
        else:
            connection.execute(sa.update(toewijzing).where(*where).values(**values))
        _name_holders(connection, dossier)
        count += 1
    if count:
        returned.judge_again(connection, officer)
    return count


def revoke(connection: Connection, officer: str, dossiers: Iterable[str], reason: str) -> int:
    """Take dossiers from an officer; how many he had."""
    count = 0
    for dossier in dossiers:
        where = (toewijzing.c.ambtenaar == officer, toewijzing.c.dossier == dossier)
        statement = sa.select(toewijzing).where(*where, toewijzing.c.ingetrokken_seq.is_(None))
        if connection.execute(statement).one_or_none() is None:
            continue
        values = {"ingetrokken_seq": next_seq(connection), "reden": reason}
        connection.execute(sa.update(toewijzing).where(*where).values(**values))
        _name_holders(connection, dossier)
        count += 1
    return count


def holders(connection: Connection, dossier: str) -> list[str]:
    """Names of the officers who have a dossier."""
    statement = (
        sa.select(ambtenaar.c.naam)
        .join(toewijzing, toewijzing.c.ambtenaar == ambtenaar.c.id)
        .where(toewijzing.c.dossier == dossier, toewijzing.c.ingetrokken_seq.is_(None))
        .order_by(ambtenaar.c.naam)
    )
    return list(connection.execute(statement).scalars())


def _name_holders(connection: Connection, dossier: str) -> None:
    found = load(connection, Entity.DOSSIER, dossier)
    if found is not None:
        change(connection, found, {"ambtenaar": ", ".join(holders(connection, dossier))[:400]})
