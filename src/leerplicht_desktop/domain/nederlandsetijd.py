"""The time in the Netherlands, whatever zone the laptop thinks it is in."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

NEDERLAND = ZoneInfo("Europe/Amsterdam")


def in_nederland(moment: datetime) -> datetime:
    """An aware moment as the clock in the Netherlands showed it."""
    return moment.astimezone(NEDERLAND)
