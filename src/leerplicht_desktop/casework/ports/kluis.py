"""The encrypted file and one transaction on it; the store obeys these."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeVar

from leerplicht_desktop.casework.problems import KluisProblem
from leerplicht_desktop.casework.queries.caseload import Caseload

from .brievenbus import Brievenbus, Getuige, Oordelen, Plaats
from .herstel import Bewaarders
from .wachtzin import Wachtzinkeuze
from .werk import Bezoeken, Inrichting, Notities, Taken, Terugmeldingen, Uitvak

if TYPE_CHECKING:  # paper brings the law along, which the first window does not wait for
    from leerplicht_desktop.casework.queries.stukkenkast import Stukkenkast

    from .leeslog import Leeslog
    from .procedures import Procedures
    from .zaakstukken import Zaakstukken


T = TypeVar("T")


class Work(Protocol):
    """One transaction on the vault: commits when the act returns, rolls back when it raises."""

    @property
    def bezoeken(self) -> Bezoeken: ...
    @property
    def notities(self) -> Notities: ...
    @property
    def taken(self) -> Taken: ...
    @property
    def terugmeldingen(self) -> Terugmeldingen: ...
    @property
    def procedures(self) -> Procedures: ...
    @property
    def uitvak(self) -> Uitvak: ...
    @property
    def inrichting(self) -> Inrichting: ...
    @property
    def brievenbus(self) -> Brievenbus: ...
    @property
    def leeslog(self) -> Leeslog: ...
    @property
    def getuige(self) -> Getuige: ...
    @property
    def plaats(self) -> Plaats: ...
    @property
    def bewaarders(self) -> Bewaarders: ...
    @property
    def oordelen(self) -> Oordelen: ...
    @property
    def caseload(self) -> Caseload: ...
    @property
    def zaakstukken(self) -> Zaakstukken: ...
    @property
    def stukkenkast(self) -> Stukkenkast: ...


class Doe(Protocol):
    """Runs an act on the store lane and waits for what it returns."""

    def __call__(self, act: Callable[[Work], T], /) -> T:
        """Raises what the act or the vault raises."""


class KluisToestand(StrEnum):
    """What stands on the disk."""

    LEEG = "leeg"
    VERGRENDELD = "vergrendeld"
    OPEN = "open"


class Kluis(Protocol):
    """The encrypted file. Every call happens on the store lane; problems are KluisProblem."""

    @property
    def wachtzinnen(self) -> Wachtzinkeuze:
        """Draws and judges passphrases for this laptop."""

    def toestand(self) -> KluisToestand:
        """Whether there is a vault, and whether it is open."""

    def maak(self, wachtzin: str) -> None:
        """A new vault with a random key wrapped by the passphrase; leaves it open."""

    def ontgrendel(self, wachtzin: str) -> None:
        """Open it. Raises VerkeerdeWachtzin, KluisNieuwer, KluisBeschadigd, SleutelsOntbreken.

        SleutelbosOpSlot, SleutelbosWeg, AndereSleutelbos, SleutelsOuder: these cost no try.
        """

    def verminderd(self) -> bool:
        """Whether only the passphrase guards this vault, because the laptop has no keyring."""

    def maak_reserve(self) -> None:
        """A backup: small when something changed, whole each week. Raises ReservekopieMislukt, SchijfVol."""

    def zet_terug(self, wachtzin: str) -> datetime:
        """The newest backup that is whole instead of the vault, left open; of which moment it was.

        Raises what ``ontgrendel`` raises, and KluisBeschadigd when no backup is whole.
        """

    def opgemerkt(self) -> Sequence[KluisProblem]:
        """What the last opening noticed and the officer must know; asked for once."""

    def wacht_nog(self) -> float:
        """Seconds before the next try is allowed; survives a restart."""

    def wijzig_wachtzin(self, oud: str, nieuw: str) -> None:
        """Re-wrap the key; every copy of the slots of before is dead where a keyring holds half of it."""

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
