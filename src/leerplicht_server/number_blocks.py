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


def reserve(connection: Connection, device: str, organisation: str, year: int, sequence: int) -> Nummerblok:
    """The ``sequence``-th block of a laptop in a year; the same question gives the same block.

    ``organisation`` is the code of the municipality as it stands in the number.
    """
    where = (nummerblok.c.apparaat == device, nummerblok.c.jaar == year, nummerblok.c.volg == sequence)
    row = connection.execute(sa.select(nummerblok).where(*where)).one_or_none()
    if row is None:
        first = _free_block(connection, organisation, year)
        connection.execute(
            sa.insert(nummerblok).values(
                apparaat=device,
                jaar=year,
                volg=sequence,
                organisatie=organisation,
                van=first,
                tot=first + BLOCK_SIZE - 1,
                gereserveerd_op=now(),
            )
        )
        row = connection.execute(sa.select(nummerblok).where(*where)).one()
    return Nummerblok(organisatie=row.organisatie, jaar=row.jaar, volg=row.volg, van=row.van, tot=row.tot)


def _free_block(connection: Connection, organisation: str, year: int) -> int:
    """The first number of a block of which nothing was used or given.

    After a backup was put back the counter may lie behind the documents that laptops hand in again.
    """
    while True:
        first = (next_number(connection, f"pv-{organisation}-{year}") - 1) * BLOCK_SIZE + 1
        numbers = [written(organisation, year, n) for n in range(first, first + BLOCK_SIZE)]
        used = sa.select(nummer.c.nummer).where(nummer.c.nummer.in_(numbers))
        if connection.execute(used).first() is None:
            return first


def written(organisation: str, year: int, n: int) -> str:
    """A number as it is printed: ``OEF-2026-000101``."""
    return f"{organisation}-{year}-{n:06d}"


def use(connection: Connection, number: str, stuk: str) -> bool:
    """Write down which document bears a number. False when another one bears it."""
    statement = sa.select(nummer.c.stuk).where(nummer.c.nummer == number)
    present = connection.execute(statement).scalar_one_or_none()
    if present is None:
        connection.execute(sa.insert(nummer).values(nummer=number, stuk=stuk))
    return present is None or present == stuk
