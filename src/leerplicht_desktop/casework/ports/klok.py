"""The time, as casework asks for it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Protocol


class Klok(Protocol):
    """The time, with its zone. The only source of "now"."""

    def nu(self) -> datetime:
        """This moment, local time with zone."""

    def vandaag(self) -> date:
        """Today, local."""
