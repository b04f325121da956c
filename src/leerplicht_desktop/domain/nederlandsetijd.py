"""The time in the Netherlands, whatever zone the laptop thinks it is in."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

NEDERLAND = ZoneInfo("Europe/Amsterdam")


def in_nederland(moment: datetime) -> datetime:
    """An aware moment as the clock in the Netherlands showed it, with the offset of that moment.

    The offset is a fixed one: two moments that share a zone would be compared and subtracted by what the
    clock showed, which is an hour wrong in the night in which it is set back.
    """
    hier = moment.astimezone(NEDERLAND)
    return hier.replace(tzinfo=timezone(hier.utcoffset() or timedelta(0)), fold=0)


def nederlands(dag: date, tijd: time) -> datetime:
    """A day and a time as somebody in the Netherlands reads them from a calendar and a clock."""
    return in_nederland(datetime.combine(dag, tijd, NEDERLAND).astimezone(UTC))
