"""The clock of the laptop."""

from __future__ import annotations

from datetime import date, datetime


class SystemClock:
    """Local time with its zone."""

    def nu(self) -> datetime:
        """This moment."""
        return datetime.now().astimezone()

    def vandaag(self) -> date:
        """Today."""
        return self.nu().date()
