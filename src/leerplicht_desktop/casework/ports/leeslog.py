"""The log of reading: who saw, searched, printed, exported and changed what, and for the Wpg why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from leerplicht_desktop.domain.privacy.regime import Regime


class Daad(StrEnum):
    """What was done."""

    GEOPEND = "geopend"
    GETOOND = "bijlage getoond"
    VOORVERTOOND = "voorvertoond"
    GEZOCHT = "gezocht"
    AFGEDRUKT = "afgedrukt"
    UITGEVOERD = "uitgevoerd"
    GEWIJZIGD = "gewijzigd"
    HERSTEL = "herstel"


GRONDEN = (
    "Eigen onderzoek naar deze overtreding",
    "Vraag van de officier van justitie",
    "Verzoek van de betrokkene om inzage",
    "Controle van de kwaliteit",
    "Overdracht aan of van een collega",
)
"""Why a record of the Wpg may be looked at; a few words of the officer's own may follow."""
EIGEN_WERK = GRONDEN[0]
MEESTE_TEKENS = 200
"""Of the officer's own words."""


@dataclass(frozen=True, slots=True)
class Blik:
    """Something that is about to be shown, or was done. ``detail`` names the record or what was searched."""

    daad: Daad
    dossiers: tuple[str, ...]
    regime: Regime = Regime.AVG
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Leesregel:
    """A line of the log; ``hash`` chains it to the one before."""

    n: int
    op: datetime
    wie: str
    blik: Blik
    grond: str
    hash: bytes


class Leeslog(Protocol):
    """The log in the vault. Lines are added by the vault itself; nobody changes one."""

    def regels(self, voor: int | None, aantal: int) -> tuple[Leesregel, ...]:
        """The newest lines, or those before number ``voor``, newest first."""

    def noem_grond(self, dossiers: Sequence[str], grond: str) -> None:
        """Why records of these dossiers under the Wpg are looked at, until the lock."""
