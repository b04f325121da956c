"""What the officer had not finished in dossiers that left the laptop."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Achterblijver:
    """An open concept of which no dossier is here any more; ``soort`` as the vault spells it."""

    soort: str
    id: str
    begonnen: datetime


class Achterblijverlezing(Protocol):
    """Reads of what was left behind, a part of ``Caseload``."""

    def nog_van_jou(self) -> tuple[Achterblijver, ...]:
        """Open concepts of dossiers that left, the oldest first."""
