"""The limit at which a school must report absence, with its numbers as the law has them on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leerplicht_desktop.domain.getalwoord import dagenduur, keer
from leerplicht_desktop.domain.wet.wetboek import Bepaling, bepaling

SLEUTEL = "verzuim.urengrens"
"""The key of the limit in the law data."""


@dataclass(frozen=True, slots=True)
class Urengrens:
    """So many hours without a valid reason in so many teaching weeks (articles 21 and 21a)."""

    uren: int
    lesweken: int

    @classmethod
    def uit(cls, wet: Bepaling) -> Urengrens:
        """Return the limit that a version of the provision states."""
        return cls(wet.getal("uren"), wet.getal("lesweken"))

    @classmethod
    def op(cls, dag: date | None) -> Urengrens:
        """Return the limit of a day; None asks for the newest known. Raises DomainError before the law."""
        return cls.uit(bepaling(SLEUTEL, dag))

    @property
    def uur(self) -> str:
        """``16 uur``."""
        return f"{self.uren} uur"

    @property
    def venster(self) -> str:
        """``4 lesweken``."""
        return keer(self.lesweken, "lesweek", "lesweken", cijfers=True)

    @property
    def cijfers(self) -> str:
        """``16 uur in 4 lesweken``."""
        return f"{self.uur} in {self.venster}"

    @property
    def woorden(self) -> str:
        """``16 uur in vier lesweken``, for running text."""
        return f"{self.uur} in {keer(self.lesweken, 'lesweek', 'lesweken')}"


def langdurig(dag: date | None, *, cijfers: bool = False) -> str:
    """Return after how long absence is *langdurig* on a day: ``vier weken``, with figures ``4 weken``."""
    return dagenduur(bepaling("verzuim.langdurig", dag).getal("dagen"), cijfers=cijfers)
