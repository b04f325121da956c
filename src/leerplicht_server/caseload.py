"""Who has which dossier, and why. A grant and a revocation are data with a place in the feed.

A dossier can be somebody's for more than one reason: given by name, in his area, for a colleague by mandate.
He has it while one of them stands; only the first and the last are news for his laptop.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leerplicht_protocol.records import Entity

from . import returned
from .access import RUNNING
from .database import next_seq
from .records import change, load
from .schema import ambtenaar, mandaat, toewijzing, toewijzingsgrond

OWN = "zelf"
"""The ground of a dossier that was given by name."""

MANDATE = "mandaat:"
AREA = "gebied:"

_AT_ONCE = 500
_GROUND = toewijzingsgrond.c


def grant(connection: Connection, officer: str, dossiers: Iterable[str], ground: str = OWN) -> int:
    """Give dossiers to an officer on a ground; how many he did not have yet."""
    wanted = list(dict.fromkeys(dossiers))
    _add_ground(connection, officer, wanted, ground)
    count = 0
    for dossier in wanted:
        where = (toewijzing.c.ambtenaar == officer, toewijzing.c.dossier == dossier)
        row = connection.execute(sa.select(toewijzing).where(*where)).one_or_none()
        if row is not None and row.ingetrokken_seq is None:
            continue
        values = {"gegeven_seq": next_seq(connection), "ingetrokken_seq": None, "reden": ""}
        if row is None:
            connection.execute(sa.insert(toewijzing).values(ambtenaar=officer, dossier=dossier, **values))
        else:
            connection.execute(sa.update(toewijzing).where(*where).values(**values))
        count += 1
    if not ground.startswith(MANDATE):
        for dossier in wanted:
            _name_holders(connection, dossier)
        for holder, mandate in _stand_ins(connection, officer):
            grant(connection, holder, wanted, mandate)
    if count:
        returned.judge_again(connection, officer)
    return count


def revoke(
    connection: Connection, officer: str, dossiers: Iterable[str], reason: str, ground: str = OWN
) -> int:
    """Take a ground from an officer; how many dossiers he has no more.

    Whoever stood in for him loses with him what he has no ground of his own for any more.
    """
    wanted = list(dict.fromkeys(dossiers))
    _drop_ground(connection, officer, wanted, ground)
    kept = _with_ground(connection, officer, wanted, mandates=True)
    count = sum(_close(connection, officer, dossier, reason) for dossier in wanted if dossier not in kept)
    if not ground.startswith(MANDATE):
        for dossier in wanted:
            _name_holders(connection, dossier)
        still = _with_ground(connection, officer, wanted, mandates=False)
        gone = [dossier for dossier in wanted if dossier not in still]
        for holder, mandate in _stand_ins(connection, officer):
            revoke(connection, holder, gone, reason, mandate)
    return count


def drop(connection: Connection, dossier: str, reason: str) -> None:
    """Take a dossier from everybody, on whatever ground: it is gone."""
    connection.execute(sa.delete(toewijzingsgrond).where(_GROUND.dossier == dossier))
    held = sa.select(toewijzing.c.ambtenaar).where(toewijzing.c.dossier == dossier)
    for officer in connection.execute(held).scalars().all():
        _close(connection, officer, dossier, reason)
    _name_holders(connection, dossier)


def on_ground(connection: Connection, officer: str, ground: str) -> list[str]:
    """The dossiers that an officer has on this ground."""
    where = (_GROUND.ambtenaar == officer, _GROUND.grond == ground)
    return list(connection.execute(sa.select(_GROUND.dossier).where(*where)).scalars())


def own(connection: Connection, officer: str) -> list[str]:
    """The dossiers that an officer has himself: by name or by area, not for a colleague."""
    where = (_GROUND.ambtenaar == officer, ~_GROUND.grond.startswith(MANDATE))
    return list(connection.execute(sa.select(_GROUND.dossier).where(*where).distinct()).scalars())


def holders(connection: Connection, dossier: str) -> list[str]:
    """Names of the officers whose dossier it is; who only stands in for one of them is not named."""
    statement = (
        sa.select(ambtenaar.c.naam)
        .join(toewijzingsgrond, _GROUND.ambtenaar == ambtenaar.c.id)
        .where(_GROUND.dossier == dossier, ~_GROUND.grond.startswith(MANDATE))
        .distinct()
        .order_by(ambtenaar.c.naam)
    )
    return list(connection.execute(statement).scalars())


def _stand_ins(connection: Connection, officer: str) -> list[tuple[str, str]]:
    """(who, ground) of the running mandates of an officer."""
    running = (mandaat.c.van_wie == officer, mandaat.c.stand == RUNNING)
    rows = connection.execute(sa.select(mandaat.c.aan_wie, mandaat.c.id).where(*running)).all()
    return [(row.aan_wie, f"{MANDATE}{row.id}") for row in rows]


def _add_ground(connection: Connection, officer: str, dossiers: list[str], ground: str) -> None:
    there = set(on_ground(connection, officer, ground))
    rows = [
        {"ambtenaar": officer, "dossier": dossier, "grond": ground}
        for dossier in dossiers
        if dossier not in there
    ]
    if rows:
        connection.execute(sa.insert(toewijzingsgrond), rows)


def _drop_ground(connection: Connection, officer: str, dossiers: list[str], ground: str) -> None:
    for part in parts(dossiers):
        where = (_GROUND.ambtenaar == officer, _GROUND.grond == ground, _GROUND.dossier.in_(part))
        connection.execute(sa.delete(toewijzingsgrond).where(*where))


def _with_ground(connection: Connection, officer: str, dossiers: list[str], *, mandates: bool) -> set[str]:
    found: set[str] = set()
    for part in parts(dossiers):
        statement = sa.select(_GROUND.dossier).where(_GROUND.ambtenaar == officer, _GROUND.dossier.in_(part))
        if not mandates:
            statement = statement.where(~_GROUND.grond.startswith(MANDATE))
        found.update(connection.execute(statement).scalars())
    return found


def parts(dossiers: Iterable[str]) -> Iterator[list[str]]:
    """As many at once as go into one statement."""
    wanted = list(dossiers)
    return (wanted[at : at + _AT_ONCE] for at in range(0, len(wanted), _AT_ONCE))


def _close(connection: Connection, officer: str, dossier: str, reason: str) -> bool:
    where = (toewijzing.c.ambtenaar == officer, toewijzing.c.dossier == dossier)
    statement = sa.select(toewijzing).where(*where, toewijzing.c.ingetrokken_seq.is_(None))
    if connection.execute(statement).one_or_none() is None:
        return False
    values = {"ingetrokken_seq": next_seq(connection), "reden": reason}
    connection.execute(sa.update(toewijzing).where(*where).values(**values))
    return True


def _name_holders(connection: Connection, dossier: str) -> None:
    found = load(connection, Entity.DOSSIER, dossier)
    if found is not None:
        change(connection, found, {"ambtenaar": ", ".join(holders(connection, dossier))[:400]})
