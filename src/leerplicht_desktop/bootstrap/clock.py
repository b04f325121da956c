"""The clock of the laptop."""

from __future__ import annotations

from datetime import UTC, date, datetime

from leerplicht_desktop.domain.nederlandsetijd import in_nederland


class SystemClock:
    """The time in the Netherlands, with its offset."""

    def nu(self) -> datetime:
        """This moment."""
        return in_nederland(datetime.now(UTC))

    def vandaag(self) -> date:
        """Today."""
        return self.nu().date()
