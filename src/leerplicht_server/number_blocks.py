"""Numbers for a proces-verbaal: blocks per laptop, never given twice, never put on two documents.

All functions that write expect a connection of ``Database.write``, which lets one writer in at a time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from leerplicht_protocol.numbers import BLOCK_SIZE, Nummerblok

from .database import next_number, take_place
from .records import now
from .schema import meta, nummer, nummerblok, teller

BLOCKS_A_DAY = 10
"""Most blocks that a laptop gets in a day: two hundred numbers, more than an officer seals in a year."""

_NUMBER = re.compile(r"([A-Z0-9]{2,8})-(\d{4})-(\d{6,9})")
_RESTORED = "teruggezet"


class TooManyError(Exception):
    """This laptop had its blocks for today."""


def reserve(connection: Connection, device: str, organisation: str, year: int, sequence: int) -> Nummerblok:
    """The ``sequence``-th block of a laptop in a year; the same question gives the same block.

    ``organisation`` is the code of the municipality as it stands in the number. Raises TooManyError.
    """
    where = (nummerblok.c.apparaat == device, nummerblok.c.jaar == year, nummerblok.c.volg == sequence)
    row = connection.execute(sa.select(nummerblok).where(*where)).one_or_none()
    if row is None:
        if _full_day(connection, device):
            raise TooManyError
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
        take_place(connection)
        row = connection.execute(sa.select(nummerblok).where(*where)).one()
    return Nummerblok(organisatie=row.organisatie, jaar=row.jaar, volg=row.volg, van=row.van, tot=row.tot)


def given(connection: Connection, device: str) -> int:
    """How many blocks a laptop has."""
    statement = sa.select(sa.func.count()).where(nummerblok.c.apparaat == device)
    return int(connection.execute(statement).scalar_one())


def _full_day(connection: Connection, device: str) -> bool:
    """Whether a laptop had all it gets in a day (UTC)."""
    statement = sa.select(sa.func.count()).where(
        nummerblok.c.apparaat == device, nummerblok.c.gereserveerd_op >= now()[: len("2026-11-20")]
    )
    return int(connection.execute(statement).scalar_one()) >= BLOCKS_A_DAY


def _free_block(connection: Connection, organisation: str, year: int) -> int:
    """The first number of a block of which nothing was used or given.

    After a backup was put back the counter may lie behind the documents that laptops hand in again.
    """
    while True:
        first = (next_number(connection, counter_of(organisation, year)) - 1) * BLOCK_SIZE + 1
        numbers = [written(organisation, year, n) for n in range(first, first + BLOCK_SIZE)]
        used = sa.select(nummer.c.nummer).where(nummer.c.nummer.in_(numbers))
        if connection.execute(used).first() is None:
            return first


def written(organisation: str, year: int, n: int) -> str:
    """A number as it is printed: ``OEF-2026-000101``."""
    return f"{organisation}-{year}-{n:06d}"


def is_of(connection: Connection, number: str, device: str) -> bool:
    """Whether a number, as printed, was given to this laptop.

    A database that was put back lost the newest blocks: there a number that nobody has is believed, of those
    that were given or skipped.
    """
    parts = _NUMBER.fullmatch(number)
    if parts is None or number != written(parts[1], int(parts[2]), int(parts[3])):
        return False
    holder = holder_of(connection, number)
    if holder is not None or not restored_at(connection):
        return holder == device
    return 1 <= int(parts[3]) <= _handed_out(connection, parts[1], int(parts[2])) * BLOCK_SIZE


def holder_of(connection: Connection, number: str) -> str | None:
    """The laptop to which a number, as printed, was given; None for any other text."""
    parts = _NUMBER.fullmatch(number)
    if parts is None:
        return None
    n = int(parts[3])
    return connection.execute(
        sa.select(nummerblok.c.apparaat).where(
            nummerblok.c.organisatie == parts[1],
            nummerblok.c.jaar == int(parts[2]),
            nummerblok.c.van <= n,
            nummerblok.c.tot >= n,
        )
    ).scalar_one_or_none()


def _handed_out(connection: Connection, organisation: str, year: int) -> int:
    """How many blocks of a year were given, or skipped after a backup was put back."""
    counter = sa.select(teller.c.stand).where(teller.c.naam == counter_of(organisation, year))
    return int(connection.execute(counter).scalar_one_or_none() or 0)


def counter_of(organisation: str, year: int) -> str:
    """The name of the counter of blocks."""
    return f"pv-{organisation}-{year}"


def restored_at(connection: Connection) -> str:
    """When it was last noticed that a backup was put back, in UTC; empty for never."""
    found = sa.select(meta.c.waarde).where(meta.c.naam == _RESTORED)
    return str(connection.execute(found).scalar_one_or_none() or "")


def remember_restored(connection: Connection) -> None:
    """Write down that a backup was put back under the laptops. Only inside ``Database.write``."""
    connection.execute(sa.delete(meta).where(meta.c.naam == _RESTORED))
    connection.execute(sa.insert(meta).values(naam=_RESTORED, waarde=now()))


def hand_in(connection: Connection, device: str, organisation: str, blocks: Sequence[Nummerblok]) -> None:
    """Note again the blocks that a laptop has and that a backup undid. Only inside ``Database.write``.

    Nothing unless a backup was put back. What somebody else has by now, what is no block, and what lies
    beyond the numbers that were skipped is passed over.
    """
    for block in blocks if restored_at(connection) else ():
        if not _is_ours(connection, organisation, block) or not _is_free(connection, device, block):
            continue
        row = block.model_dump(include={"organisatie", "jaar", "volg", "van", "tot"})
        connection.execute(sa.insert(nummerblok).values(apparaat=device, **row, gereserveerd_op=now()))
        take_place(connection)


def _is_ours(connection: Connection, organisation: str, block: Nummerblok) -> bool:
    number, rest = divmod(block.van - 1, BLOCK_SIZE)
    whole = rest == 0 and block.tot - block.van + 1 == BLOCK_SIZE
    return (
        block.organisatie == organisation
        and whole
        and number < _handed_out(connection, organisation, block.jaar)
    )


def _is_free(connection: Connection, device: str, block: Nummerblok) -> bool:
    same = sa.and_(nummerblok.c.organisatie == block.organisatie, nummerblok.c.van == block.van)
    own = sa.and_(nummerblok.c.apparaat == device, nummerblok.c.volg == block.volg)
    statement = sa.select(nummerblok).where(nummerblok.c.jaar == block.jaar, sa.or_(same, own))
    return connection.execute(statement.limit(1)).first() is None


def use(connection: Connection, number: str, stuk: str) -> bool:
    """Write down which document bears a number. False when another one bears it."""
    statement = sa.select(nummer.c.stuk).where(nummer.c.nummer == number)
    present = connection.execute(statement).scalar_one_or_none()
    if present is None:
        connection.execute(sa.insert(nummer).values(nummer=number, stuk=stuk))
    return present is None or present == stuk
