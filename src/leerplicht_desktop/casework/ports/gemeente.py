"""The road to the municipality, as screens speak to it; bootstrap ties it to sync, which they do not know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from leerplicht_desktop.casework.problems import (
    AanmeldingGeweigerd,
    AanmeldingNietAf,
    AanmeldingVerlopen,
    ApparaatIngetrokken,
    Geschorst,
    SyncProblem,
)

from .brievenbus import Koppeling, Laptopsleutel


@dataclass(frozen=True, slots=True)
class Aanmeldpagina:
    """The municipality that answered, and the page where the officer says who he is.

    ``code`` is what is typed there, in practice; it is empty where the account of the municipality does.
    ``seconden`` is how long the answer of the browser is waited for (0: as long as the code is good), and
    ``interval`` the seconds between two questions whether it came.
    """

    gemeente: str
    oefenen: bool
    adres: str
    code: str = ""
    interval: int = 1
    seconden: int = 0


class Aanmeldstand(StrEnum):
    """What a sign-in that succeeded allows."""

    NIEUW = "nieuw"
    """The laptop is still to be enrolled."""
    ACTIEF = "actief"
    INGETROKKEN = "ingetrokken"
    """This laptop may hand in what was not sent, and nothing else."""
    GESCHORST = "geschorst"
    """This officer may hand in what was not sent, and nothing else."""


@dataclass(frozen=True, slots=True)
class Aangemeld:
    """The officer as the municipality calls him, and what his sign-in allows."""

    naam: str
    stand: Aanmeldstand
    inschrijfcode: bool = False
    """Whether enrolling asks for the one-time right of the administrator."""


class Aanmelding(Protocol):
    """Signing in. Every call but ``stop`` goes over the network: on the net lane only.

    Problems are SyncProblem. Nothing is kept here: until a call succeeded there is nothing to keep.
    """

    def begin(
        self,
        server: str,
        sleutel: Laptopsleutel | None = None,
        koppeling: Koppeling | None = None,
        *,
        ander_account: bool = False,
    ) -> Aanmeldpagina:
        """Ask the server who it is and where to sign in, and listen for the answer.

        ``sleutel`` is the key that this laptop has already, ``koppeling`` its tie when it signs in again.
        ``ander_account`` asks who signs in, also when the browser remembers somebody. Raises DomainError for
        an address that cannot be one.
        """

    def aangemeld(self) -> Aangemeld | None:
        """Who signed in; None while no answer came. Raises AanmeldingNietAf when time is up."""

    def koppel(self, laptop: str, inschrijfcode: str = "") -> Koppeling:
        """Enrol this laptop under a name; what comes back is to be kept in the vault."""

    def laptopsleutel(self) -> Laptopsleutel:
        """The key and the renewal as they are now; to be kept in the vault."""

    def stop(self) -> None:
        """Listen no more. From any thread."""

    def sluit(self) -> None:
        """Let go of listener and connection; ``begin`` may follow."""


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
        return f"{self.weg}, {self.wacht}"

    @property
    def weg(self) -> str:
        """How the road is: a server that answers "sign in first" is no road yet."""
        if isinstance(self.probleem, ApparaatIngetrokken):
            return "Laptop ingetrokken"
        if isinstance(self.probleem, Geschorst):
            return "Toegang stilgezet"
        if isinstance(self.probleem, AanmeldingVerlopen | AanmeldingNietAf | AanmeldingGeweigerd):
            return "Niet aangemeld"
        return "Verbonden" if self.verbonden else "Offline"

    @property
    def open_(self) -> bool:
        """Whether work goes over the road now."""
        return self.weg == "Verbonden"

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
