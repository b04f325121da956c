"""What follows when a backup was put back: numbers that were given since are not given again.

Everything else comes from the laptops: what they handed in and is gone they offer again under the same id.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from . import number_blocks
from .schema import teller

PV_BLOCKS = 50
"""Blocks of numbers that are skipped: more than a municipality gives out between two backups."""

DOSSIERS = 500
"""Numbers of dossiers that are skipped, for the same reason."""

_AGAIN = timedelta(days=1)
"""Each laptop notices by itself: within this while the numbers are skipped once."""


def noticed(connection: Connection) -> bool:
    """A laptop proved it. Whether that was news. Only inside ``Database.write``."""
    last = number_blocks.restored_at(connection)
    if last and datetime.now(UTC) - datetime.fromisoformat(last) < _AGAIN:
        return False
    skip_numbers(connection)
    return True


def skip_numbers(connection: Connection) -> None:
    """Write down that a backup was put back, and skip numbers. Only inside ``Database.write``.

    Also of a year of which the backup knows no number yet: around New Year they may all be from after it.
    """
    number_blocks.remember_restored(connection)
    for name in _unknown_counters(connection):
        connection.execute(sa.insert(teller).values(naam=name, stand=0))
    for begin, margin in (("pv-", PV_BLOCKS), ("dossier-", DOSSIERS)):
        connection.execute(
            sa.update(teller).where(teller.c.naam.startswith(begin)).values(stand=teller.c.stand + margin)
        )


def _unknown_counters(connection: Connection) -> list[str]:
    """Counters of last year, this year and the next that are not there, of kinds that are known."""
    there = set(connection.execute(sa.select(teller.c.naam)).scalars())
    begins = {name[:-4] for name in there if name.startswith(("pv-", "dossier-"))}
    now = datetime.now(UTC).year
    wanted = {f"{begin}{year}" for begin in begins for year in (now - 1, now, now + 1)}
    return sorted(wanted - there)
