"""How much one laptop and one officer may leave at the municipality: nobody fills the disk.

Two limits. What was set aside and not judged yet is limited per laptop, because a stolen one may still hand
in. All that is taken in is limited per officer over twenty-four hours. Over a limit an operation is answered
``waiting``: nothing of it is kept here, it stays on the laptop and is offered again, so no work is lost.

Counted once per request; requests of one laptop at the same time (at most eight) may each see the same room.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from .schema import operatie, quarantaine

APART_FULL = "quarantaine_vol"
"""Why an operation waits: what this laptop handed in has to be judged first."""

DAY_FULL = "dag_vol"
"""Why an operation waits: this officer sent as much as goes in a day."""

FULL = frozenset({APART_FULL, DAY_FULL})


@dataclass(frozen=True)
class Limit:
    """So many operations, and so many bytes of them as they are kept."""

    ops: int
    bytes_: int


APART = Limit(500, 256 * 1024 * 1024)
"""Set aside and not judged, of one laptop: weeks of work without contact, photos included."""

DAY = Limit(10_000, 2 * 1024 * 1024 * 1024)
"""Taken in from one officer in twenty-four hours: more than a year of work after a backup was put back."""


class Allowance:
    """What is left for one sender. Counts on as operations are taken in."""

    def __init__(self, apart: tuple[int, int], day: tuple[int, int]) -> None:
        self._apart_ops, self._apart_bytes = apart
        self._day_ops, self._day_bytes = day

    @classmethod
    def of(cls, connection: Connection, officer: str, device: str) -> Allowance:
        """What this officer and this laptop used so far."""
        since = (datetime.now(UTC) - timedelta(days=1)).isoformat(timespec="milliseconds")
        used = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(operatie.c.bytes), 0))
        lies = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(quarantaine.c.bytes), 0))
        day = connection.execute(
            used.where(operatie.c.ambtenaar == officer, operatie.c.ontvangen_op >= since)
        ).one()
        apart = connection.execute(
            lies.where(quarantaine.c.apparaat == device, quarantaine.c.besluit == "")
        ).one()
        return cls((int(apart[0]), int(apart[1])), (int(day[0]), int(day[1])))

    def day_is_full(self, size: int) -> bool:
        """Whether ``size`` bytes more are too much for this officer today."""
        return self._day_ops >= DAY.ops or self._day_bytes + size > DAY.bytes_

    def apart_is_full(self, size: int) -> bool:
        """Whether ``size`` bytes more are too much to set aside for this laptop."""
        return self._apart_ops >= APART.ops or self._apart_bytes + size > APART.bytes_

    def took(self, size: int, *, apart: bool) -> None:
        """An operation of ``size`` bytes was kept."""
        self._day_ops += 1
        self._day_bytes += size
        if apart:
            self._apart_ops += 1
            self._apart_bytes += size
