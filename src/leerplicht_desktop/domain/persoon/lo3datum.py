"""A date of the register of which parts may be unknown: it lies between an earliest and a latest day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum


@dataclass(frozen=True, slots=True)
class Lo3Datum:
    """``jjjjmmdd`` with ``00`` for what nobody knows; text that is no date is wholly unknown."""

    tekst: str

    def _gelezen(self) -> Geboortedatum:
        try:
            return Geboortedatum.uit_lo3(self.tekst)
        except DomainError:
            return Geboortedatum(None)

    @property
    def onbekend(self) -> bool:
        """Whether not even the year is known."""
        return self._gelezen().jaar is None

    @property
    def volledig(self) -> bool:
        """Whether year, month and day are known."""
        return self._gelezen().precies is not None

    @property
    def vroegst(self) -> date:
        """The earliest day that fits what is known."""
        return self._gelezen().vroegst

    @property
    def laatst(self) -> date:
        """The latest day that fits what is known."""
        return self._gelezen().laatst

    def in_woorden(self) -> str:
        """``1 augustus 2026``, ``augustus 2026`` or ``2026``; empty when nothing is known."""
        gelezen = self._gelezen()
        if gelezen.jaar is None:
            return ""
        return gelezen.tekst().split(",")[0]
