"""The custodians: of whom two together can open the vault of an officer who cannot any more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol.recovery import MOST_CUSTODIANS, Custodian

from .errors import ServerError, UnknownError
from .records import now
from .schema import bewaarder


def current(connection: Connection) -> tuple[Custodian, ...]:
    """Those who hold a key now, by name."""
    return tuple(Custodian(id=row.id, key=row.sleutel) for row in listed(connection) if not row.tot)


def listed(connection: Connection) -> Sequence[Row[Any]]:
    """Everybody who ever was one: id, sleutel, sinds, tot."""
    return connection.execute(sa.select(bewaarder).order_by(bewaarder.c.id)).all()


def add(connection: Connection, custodian: Custodian) -> None:
    """One more. Raises ServerError for a name or key that was given before, and for one too many."""
    known = listed(connection)
    if any(custodian.id == row.id or custodian.key == row.sleutel for row in known):
        raise ServerError(
            f"De naam {custodian.id} of deze sleutel is al eens gebruikt. Een naam en een sleutel horen voor "
            "altijd bij elkaar: maak een nieuwe sleutel met een andere naam."
        )
    if len([row for row in known if not row.tot]) >= MOST_CUSTODIANS:
        raise ServerError(f"Er zijn al {MOST_CUSTODIANS} bewaarders. Neem er eerst een weg.")
    connection.execute(
        sa.insert(bewaarder).values(id=custodian.id, sleutel=custodian.key, sinds=now(), tot="")
    )


def take_away(connection: Connection, name: str) -> None:
    """He is one no more; vaults that were sealed to him still open with him until their laptop was here.

    Raises UnknownError.
    """
    statement = sa.update(bewaarder).where(bewaarder.c.id == name, bewaarder.c.tot == "").values(tot=now())
    if not connection.execute(statement).rowcount:
        raise UnknownError(f"Er is geen bewaarder {name}. Kijk met: leerplicht-server bewaarders.")


def of_key(connection: Connection, key: str) -> str:
    """Whose key this is, also of before. Raises UnknownError."""
    name = connection.execute(
        sa.select(bewaarder.c.id).where(bewaarder.c.sleutel == key)
    ).scalar_one_or_none()
    if name is None:
        raise UnknownError(
            "Deze sleutel is van geen bewaarder van deze gemeente. Kijk met: leerplicht-server bewaarders."
        )
    return str(name)
