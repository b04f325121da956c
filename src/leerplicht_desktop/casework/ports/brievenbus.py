"""The store's side of sync: how the laptop is tied, what waits, and the pages of the feed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
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
class Auteur:
    """Whose work it is, as the municipality knows: who signed in, at which laptop.

    ``vastgelegd_op`` is the moment by the officer's clock, ``ontvangen_op`` by that of the municipality;
    ``klok_ms`` how far the laptop's clock was behind when it came in.
    """

    ambtenaar: str
    naam: str
    apparaat: str
    vastgelegd_op: datetime | None
    ontvangen_op: datetime
    klok_ms: int


@dataclass(frozen=True, slots=True)
class SpiegelRecord:
    """A record of the mirror as the feed gave it; ``dossiers`` empty = everybody's.

    ``opzij`` says that this program cannot read it: it is kept, counted and evicted as any other, and no
    screen reads it. ``bezwaar`` is why, as a word of the protocol.
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
    bezwaar: str = ""
    auteur: Auteur | None = None


@dataclass(frozen=True, slots=True)
class Onleesbaar:
    """Something in the feed that was left out; empty where not even that could be read."""

    entity: str
    id: str


@dataclass(frozen=True, slots=True)
class Terzijde:
    """A line of what could not be read. ``rev`` None: not even its envelope could be.

    ``opgelost``: it was read since, which the municipality has not heard yet.
    """

    entity: str
    id: str
    rev: int | None
    reden: str
    opgelost: bool = False


@dataclass(frozen=True, slots=True)
class Feedpagina:
    """A page of the feed with its cursor; applied in one transaction or not at all."""

    cursor_voor: str
    cursor_na: str
    evict: tuple[str, ...]
    records: tuple[SpiegelRecord, ...]
    onleesbaar: tuple[Onleesbaar, ...] = ()
    gezien: str = ""
    """The mark of the municipality's commit that it shows; empty from a server that gives none."""


@dataclass(frozen=True, slots=True)
class Koppeling:
    """How this laptop is tied to the municipality."""

    server: str
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


class Getuige(Protocol):
    """This laptop as a witness of the municipality's journal."""

    def merk(self) -> str:
        """The last line that was heard of, as ``nr:hash``; empty for none."""

    def bewaar(self, merk: str) -> None:
        """Keep a newer one."""


class Oordelen(Protocol):
    """What people at the municipality decided of work that they did not take at first."""

    def afgewezen(self, aantal: int) -> tuple[str, ...]:
        """Operations that were refused, whole or in part, and of which more may come; the newest first."""

    def herzie(self, antwoorden: Sequence[Antwoord]) -> Touched:
        """Keep what a person decided of refused operations. What says the same as before changes nothing."""


class Plaats(Protocol):
    """Where the municipality was when this laptop last heard of it, and what it said that it holds."""

    def gezien(self) -> str:
        """The mark of the newest commit of the municipality that was seen; empty for none."""

    def zie(self, gezien: str) -> None:
        """Keep a newer one."""

    def nagevraagd(self) -> datetime | None:
        """When it was last asked which operations the municipality holds; None for never."""

    def afgehandeld(self) -> tuple[str, ...]:
        """Every operation that the municipality answered for good, in order."""

    def vul_aan(self, gemist: Sequence[str], antwoorden: Sequence[Antwoord], op: datetime) -> Touched:
        """The municipality was asked at ``op``: offer again what it misses, keep what it now answers."""

    def teruggezet(self, op: datetime) -> Touched:
        """A backup was put back there: read the feed from its beginning, and write that in the history.

        The outbox, drafts and conflicts stay; what was given before stays in sight as ``achtergebleven``.
        """


class Terzijdelijst(Protocol):
    """What this program could not read of the feed, until it can. Filled by ``Brievenbus.pas_toe``."""

    def alle(self) -> tuple[Terzijde, ...]:
        """Every line, also what was read since and not told yet."""

    def ongemeld(self) -> bool:
        """Whether there is something that the municipality has not heard yet."""

    def gemeld(self) -> None:
        """The municipality heard all of it: what was read since leaves the list."""

    def vindbaar(self, soorten: Collection[str]) -> None:
        """All records of these kinds are there by now, so nothing without an envelope is missing."""


@dataclass(frozen=True, slots=True)
class Laptopsleutel:
    """What proves to the municipality that it is this laptop: kept in the vault and nowhere else.

    ``sleutel`` is the private key (a JWK as JSON). ``vernieuwing`` gets a token from the server, once, until
    ``tot``; it is empty while nobody signed in. Neither ever shows itself.
    """

    sleutel: _Geheim
    vernieuwing: _Geheim = field(default_factory=_Geheim)
    tot: datetime | None = None


class Brievenbus(Protocol):
    """The store's side of sync. Every call is part of the running transaction."""

    @property
    def terzijde(self) -> Terzijdelijst:
        """What could not be read."""

    def koppeling(self) -> Koppeling | None:
        """How the laptop is tied, or None before enrolment."""

    def bewaar_koppeling(self, koppeling: Koppeling) -> None:
        """Keep it."""

    def laptopsleutel(self) -> Laptopsleutel | None:
        """The key of this laptop and the renewal of its sign-in, or None before the first sign-in."""

    def bewaar_laptopsleutel(self, laptopsleutel: Laptopsleutel) -> None:
        """Keep it: the renewal before it is spent."""

    def openstaand(self, aantal: int) -> tuple[Verzending, ...]:
        """The oldest operations without a final answer, in order."""

    def volledig(self, verzending: Verzending) -> Verzending:
        """The same with its content: the same body at every try, for what is sealed never changes."""

    def verwerk(self, antwoorden: Sequence[Antwoord], gezien: str = "") -> Touched:
        """Settle operations. An answer for an operation that is settled already changes nothing.

        ``gezien`` is the mark of the commit that holds them, kept in the same transaction.
        """

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
