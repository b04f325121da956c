"""What casework and sync need from the world; the store, the clock and the lanes obey these."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

from leerplicht_desktop.domain.deurbezoek import Deurbezoek, Segment
from leerplicht_desktop.domain.gespreksnotitie import Gespreksnotitie
from leerplicht_desktop.domain.taak import Taak, Taakafhandeling

from .queries import Caseload, Werkplek
from .touched import Touched

if TYPE_CHECKING:  # paper brings the law along, which the first window does not wait for
    from .stukken_ports import Papieren
    from .stukken_queries import Stukkenkast

T = TypeVar("T")

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]
"""A JSON value, as it stands in the outbox and in the mirror."""


class Klok(Protocol):
    """The time, with its zone. The only source of "now"."""

    def nu(self) -> datetime:
        """This moment, local time with zone."""

    def vandaag(self) -> date:
        """Today, local."""


@dataclass(frozen=True, slots=True)
class Verzending:
    """A new record for the outbox, or one read back from it (then ``op`` and ``n`` are set)."""

    entity: str
    id: str
    dossiers: tuple[str, ...]
    body: Mapping[str, Json]
    at: datetime
    after: tuple[str, ...] = ()
    op: str = ""
    n: int = 0
    later: int = 0
    """Bytes of content that the body still misses; ``Brievenbus.volledig`` adds them."""


class Bezoeken(Protocol):
    """Visits of this laptop. Each call is part of the running transaction."""

    def nieuw(self, bezoek: Deurbezoek) -> None:
        """Keep a new draft."""

    def laad(self, id_: str) -> Deurbezoek:
        """The visit; raises KeyError when unknown."""

    def concept_voor(self, dossiers: tuple[str, ...]) -> str | None:
        """The open draft that shares a jongere with ``dossiers``."""

    def bewaar(self, bezoek: Deurbezoek) -> None:
        """Keep everything but the texts of a draft. A visit that was vastgelegd is refused by the file."""

    def zet_segment(self, bezoek: str, segment: Segment) -> None:
        """Add or replace one remark."""

    def schrijf(self, segment: str, tekst: str) -> None:
        """The keystroke path: the text of one remark."""

    def wis_segment(self, segment: str) -> None:
        """Take an empty remark away."""

    def leg_vast(self, bezoek: Deurbezoek) -> None:
        """Fix it: from here on the file refuses changes."""

    def verwerp(self, id_: str) -> None:
        """Take an empty draft away."""


class Notities(Protocol):
    """Notes of this laptop."""

    def nieuw(self, notitie: Gespreksnotitie) -> None:
        """Keep a new draft."""

    def laad(self, id_: str) -> Gespreksnotitie:
        """The note; raises KeyError when unknown."""

    def concept_voor(self, dossiers: tuple[str, ...]) -> str | None:
        """The open draft that shares a jongere with ``dossiers``."""

    def bewaar(self, notitie: Gespreksnotitie) -> None:
        """Keep a draft, text included (the keystroke path of the small fields)."""

    def schrijf(self, id_: str, tekst: str) -> None:
        """The keystroke path of the main text."""

    def leg_vast(self, notitie: Gespreksnotitie) -> None:
        """Fix it."""

    def verwerp(self, id_: str) -> None:
        """Take an empty draft away."""


class Taken(Protocol):
    """Tasks of this laptop; append-only."""

    def nieuw(self, taak: Taak) -> None:
        """Keep a task."""

    def laad(self, id_: str) -> Taak:
        """The task, from this laptop or pulled; raises KeyError when unknown."""

    def afgehandeld(self, taak: str) -> bool:
        """Whether its end was recorded before."""

    def handel_af(self, afhandeling: Taakafhandeling) -> None:
        """Keep its end."""


class Uitvak(Protocol):
    """The outbox. Casework appends, push settles."""

    def voeg_toe(self, verzending: Verzending) -> str:
        """Append in the running transaction; returns the operation id."""


class Inrichting(Protocol):
    """Settings and the place where the officer was."""

    def onthoud(self, werkplek: Werkplek) -> None:
        """Remember where the officer is."""

    def zet(self, naam: str, waarde: str) -> None:
        """Keep a setting in the vault."""

    def zet_snelle_zinnen(self, zinnen: Sequence[str]) -> None:
        """Replace the quick phrases."""


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
    """A record of the mirror as the feed gave it; ``dossiers`` empty = everybody's."""

    entity: str
    id: str
    dossiers: tuple[str, ...]
    rev: int
    seq: int
    deleted: bool
    fields: Mapping[str, Json]
    frev: Mapping[str, int]


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

    def noteer_ronde(self, begonnen: datetime, verzonden: int, ontvangen: int, uitkomst: str) -> None:
        """Keep a line of history. ``uitkomst`` is ``goed`` or the name of a known problem."""


class Work(Protocol):
    """One transaction on the vault: commits when the act returns, rolls back when it raises."""

    @property
    def bezoeken(self) -> Bezoeken: ...
    @property
    def notities(self) -> Notities: ...
    @property
    def taken(self) -> Taken: ...
    @property
    def uitvak(self) -> Uitvak: ...
    @property
    def inrichting(self) -> Inrichting: ...
    @property
    def brievenbus(self) -> Brievenbus: ...
    @property
    def caseload(self) -> Caseload: ...
    @property
    def papieren(self) -> Papieren: ...
    @property
    def stukkenkast(self) -> Stukkenkast: ...


class KluisToestand(StrEnum):
    """What stands on the disk."""

    LEEG = "leeg"
    VERGRENDELD = "vergrendeld"
    OPEN = "open"


class Kluis(Protocol):
    """The encrypted file. Every call happens on the store lane; problems are KluisProblem."""

    def toestand(self) -> KluisToestand:
        """Whether there is a vault, and whether it is open."""

    def maak(self, wachtzin: str) -> None:
        """A new vault with a random key wrapped by the passphrase; leaves it open."""

    def ontgrendel(self, wachtzin: str) -> None:
        """Open it. Raises VerkeerdeWachtzin, KluisNieuwer, KluisBeschadigd, SleutelsOntbreken."""

    def wacht_nog(self) -> float:
        """Seconds before the next try is allowed; survives a restart."""

    def wijzig_wachtzin(self, oud: str, nieuw: str) -> None:
        """Re-wrap the key; the file itself does not change."""

    def duurzaam(self) -> None:
        """Force what was committed to the disk (once a second of activity, at blur, lock and finish)."""

    def sluit(self) -> None:
        """Close the file and drop the key."""

    def doe(self, act: Callable[[Work], T]) -> T:
        """Run ``act`` in one write transaction."""

    def lees(self, vraag: Callable[[Caseload], T]) -> T:
        """Run a question in one read transaction."""

    def bekijk(self, vraag: Callable[[Stukkenkast], T]) -> T:
        """As ``lees``, about hearings, documents and attachments."""


class Toekomst(Protocol):
    """A job that was handed to a lane."""

    def annuleer(self) -> None:
        """Drop its answer: neither ``klaar`` nor ``mis`` is called any more."""


class Lane(Protocol):
    """One serial worker. Answers come back on the thread that owns the screens, in order."""

    def submit(
        self,
        job: Callable[[], T],
        klaar: Callable[[T], None] | None = None,
        mis: Callable[[Exception], None] | None = None,
    ) -> Toekomst:
        """Run ``job`` on the lane. Without ``mis`` a failure goes to the program's own handler."""
