"""Numbers for a proces-verbaal: blocks per laptop, never given twice, never put on two documents.

All functions that write expect a connection of ``Database.write``, which lets one writer in at a time.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leerplicht_protocol.numbers import BLOCK_SIZE, Nummerblok

from .database import next_number
from .records import now
from .schema import nummer, nummerblok


def reserve(connection: Connection, device: str, organisatie: str, jaar: int, volg: int) -> Nummerblok:
    """The ``volg``-th block of a laptop in a year; the same question gives the same block.

    ``organisatie`` is the code of the municipality as it stands in the number.
    """
    where = (nummerblok.c.apparaat == device, nummerblok.c.jaar == jaar, nummerblok.c.volg == volg)
    row = connection.execute(sa.select(nummerblok).where(*where)).one_or_none()
    if row is None:
        first = _free_block(connection, organisatie, jaar)
        connection.execute(
            sa.insert(nummerblok).values(
                apparaat=device,
                jaar=jaar,
                volg=volg,
                organisatie=organisatie,
                van=first,
                tot=first + BLOCK_SIZE - 1,
                gereserveerd_op=now(),
            )
        )
        row = connection.execute(sa.select(nummerblok).where(*where)).one()
    return Nummerblok(organisatie=row.organisatie, jaar=row.jaar, volg=row.volg, van=row.van, tot=row.tot)


def _free_block(connection: Connection, organisatie: str, jaar: int) -> int:
    """The first number of a block of which nothing was used or given.

    After a backup was put back the counter may lie behind the documents that laptops hand in again.
    """
    while True:
        first = (next_number(connection, f"pv-{organisatie}-{jaar}") - 1) * BLOCK_SIZE + 1
        numbers = [written(organisatie, jaar, n) for n in range(first, first + BLOCK_SIZE)]
        used = sa.select(nummer.c.nummer).where(nummer.c.nummer.in_(numbers))
        if connection.execute(used).first() is None:
            return first


def written(organisatie: str, jaar: int, n: int) -> str:
    """A number as it is printed: ``OEF-2026-000101``."""
    return f"{organisatie}-{jaar}-{n:06d}"


def use(connection: Connection, number: str, stuk: str) -> bool:
    """Write down which document bears a number. False when another one bears it."""
    statement = sa.select(nummer.c.stuk).where(nummer.c.nummer == number)
    present = connection.execute(statement).scalar_one_or_none()
    if present is None:
        connection.execute(sa.insert(nummer).values(nummer=number, stuk=stuk))
    return present is None or present == stuk
