"""What screens read of the shared fields: the value, whose it is, and whether a choice is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Veldkeuze:
    """The office and I wrote the same field: what it was, what the office wrote, what I wrote.

    ``rev`` is the office's revision on which a decision rests.
    """

    was: str
    kantoor: str
    rev: int
    door: str
    op: datetime | None
    mijn: str
    mijn_op: datetime


@dataclass(frozen=True, slots=True)
class Deelveldbeeld:
    """A shared field as it holds now. ``rev`` is the revision on which a change rests.

    ``door`` is empty when this officer wrote it; ``onderweg`` as long as the municipality lacks it.
    """

    veld: str
    waarde: str
    rev: int
    door: str = ""
    op: datetime | None = None
    onderweg: bool = False
    keuze: Veldkeuze | None = None


@dataclass(frozen=True, slots=True)
class Keuzedossier:
    """A dossier with an open choice."""

    dossier: str
    naam: str
    velden: tuple[Deelveldbeeld, ...]


class Deelveldlezing(Protocol):
    """Reads of the shared fields, a part of ``Caseload``."""

    def deelvelden(self, dossier: str) -> tuple[Deelveldbeeld, ...]:
        """All shared fields of a dossier, own work on its way included; none when it left."""

    def keuzes(self) -> tuple[Keuzedossier, ...]:
        """The dossiers in which the office and I wrote the same field, the oldest choice first."""
