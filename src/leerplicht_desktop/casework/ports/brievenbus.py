"""The store's side of sync: how the laptop is tied, what waits, and the pages of the feed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from leerplicht_desktop.casework.touched import Touched

from .werk import Json, Verzending


class AntwoordSoort(StrEnum):
    """What became of an operation, as the outbox keeps it."""

    APPLIED = "applied"
    CONFLICT = "conflict"
    REJECTED = "rejected"
    WAITING = "waiting"


@dataclass(frozen=True, slots=True)
class Antwoord:
    """The municipality's answer to one operation."""

    op: str
    soort: AntwoordSoort
    rev: int = 0
    seq: int = 0
    reden: str = ""
    ruw: str = ""


@dataclass(frozen=True, slots=True)
class SpiegelRecord:
    """A record of the mirror as the feed gave it; ``dossiers`` empty = everybody's.

    ``opzij`` says that it holds a value that only a newer program knows: it is kept, counted and evicted
    as any other, and no screen reads it.
    """

    entity: str
    id: str
    dossiers: tuple[str, ...]
    rev: int
    seq: int
    deleted: bool
    fields: Mapping[str, Json]
    frev: Mapping[str, int]
    opzij: bool = False


@dataclass(frozen=True, slots=True)
class Feedpagina:
    """A page of the feed with its cursor; applied in one transaction or not at all."""

    cursor_voor: str
    cursor_na: str
    evict: tuple[str, ...]
    records: tuple[SpiegelRecord, ...]


@dataclass(frozen=True, slots=True)
class Koppeling:
    """How this laptop is tied to the municipality. The token never appears in a repr."""

    server: str
    token: _Geheim
    device: str
    incarnation: str
    epoch: str
    pin: str
    gemeente: str
    ambtenaar_id: str
    ambtenaar: str
    profiel: Mapping[str, str]
    oefenen: bool = False
    ca_bestand: str = ""


class _Geheim(str):
    """Text that does not show itself."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "***"


Geheim = _Geheim


class Brievenbus(Protocol):
    """The store's side of sync. Every call is part of the running transaction."""

    def koppeling(self) -> Koppeling | None:
        """How the laptop is tied, or None before enrolment."""

    def bewaar_koppeling(self, koppeling: Koppeling) -> None:
        """Keep it."""

    def openstaand(self, aantal: int) -> tuple[Verzending, ...]:
        """The oldest operations without a final answer, in order."""

    def volledig(self, verzending: Verzending) -> Verzending:
        """The same with its content: the same body at every try, for what is sealed never changes."""

    def verwerk(self, antwoorden: Sequence[Antwoord]) -> Touched:
        """Settle operations. An answer for an operation that is settled already changes nothing."""

    def cursor(self) -> str:
        """Where the feed was read to; empty at the start."""

    def pas_toe(self, pagina: Feedpagina) -> Touched:
        """Apply a page and its cursor together; raises ValueError when the cursor moved meanwhile."""

    def revisies(self) -> dict[str, list[tuple[str, int]]]:
        """(id, revision) of every mirror record, per entity: for the digest."""

    def begin_opnieuw(self, epoch: str) -> Touched:
        """Read the feed from its beginning, and offer all the officer ever made again; drafts stay.

        What the municipality gave before stays in sight, each record as ``achtergebleven`` until the feed
        gives it again.
        """

    def achtergebleven(self) -> tuple[tuple[str, str], ...]:
        """(entity, id) of the records from before ``begin_opnieuw`` that the feed did not give since."""

    def opzijgelegd(self) -> tuple[SpiegelRecord, ...]:
        """Records that were set aside, for a program that may read them by now."""

    def noteer_ronde(self, begonnen: datetime, verzonden: int, ontvangen: int, uitkomst: str) -> None:
        """Keep a line of history. ``uitkomst`` is ``goed`` or the name of a known problem."""
