"""The road to the municipality, as screens speak to it; bootstrap ties it to sync, which they do not know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from leerplicht_desktop.casework.problems import SyncProblem

from .brievenbus import Koppeling


@dataclass(frozen=True, slots=True)
class Aanmeldcode:
    """The municipality that answered, and the code an officer approves there."""

    gemeente: str
    oefenen: bool
    code: str
    adres: str
    """Where the code is approved (shown as text and opened in the browser)."""
    interval: int
    """Seconds between two questions whether it was approved."""


class Aanmelding(Protocol):
    """Signing in. Every call goes over the network: on the net lane only. Problems are SyncProblem."""

    def begin(self, server: str) -> Aanmeldcode:
        """Ask the server who it is and for a code. Raises DomainError for an address that cannot be one."""

    def goedgekeurd(self) -> bool:
        """Whether the code was approved meanwhile. Raises AanmeldingVerlopen when it ran out."""

    def koppel(self, laptop: str) -> Koppeling:
        """Enrol this laptop under a name; what comes back is to be kept in the vault."""


class SyncFase(StrEnum):
    """What the road is doing."""

    RUST = "rust"
    BEZIG = "bezig"


@dataclass(frozen=True, slots=True)
class SyncWeergave:
    """The road to the municipality, as every screen shows it in words."""

    verbonden: bool | None
    """None: not tried yet since the program started."""
    fase: SyncFase
    te_verzenden: int
    afgewezen: int
    laatst: datetime | None
    probleem: SyncProblem | None = None
    voortgang: tuple[int, int] | None = None
    """(done, total) of the round that runs."""

    @property
    def woorden(self) -> str:
        """The state in words: "Offline, 3 te verzenden"."""
        if self.fase is SyncFase.BEZIG:
            return "Bezig met synchroniseren"
        if self.verbonden is None:
            return f"Nog niet verbonden, {self.wacht}"
        return f"{'Verbonden' if self.verbonden else 'Offline'}, {self.wacht}"

    @property
    def wacht(self) -> str:
        """What is not at the municipality: "3 te verzenden, 1 niet aangenomen", else "alles verzonden"."""
        delen = ((self.te_verzenden, "te verzenden"), (self.afgewezen, "niet aangenomen"))
        return ", ".join(f"{aantal} {woord}" for aantal, woord in delen if aantal) or "alles verzonden"


class Synchronisatie(Protocol):
    """The button and the state. Safe on the thread of the screens; the work happens elsewhere."""

    @property
    def weergave(self) -> SyncWeergave:
        """How it stands now."""

    def nu(self) -> None:
        """Start a round, unless one runs."""

    def stop(self) -> None:
        """Stop the running round after the item it is at; nothing is lost."""

    def opnieuw_ophalen(self) -> None:
        """After AndereServer: fetch everything again and offer the officer's own work once more."""

    def luister(self, oor: Callable[[SyncWeergave], None]) -> None:
        """Call ``oor`` on the screens' thread whenever the state changes."""
