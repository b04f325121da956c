"""What the phases of one round share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.problems import KnownProblem
from leerplicht_desktop.casework.touched import Touched
from leerplicht_protocol.messages import Hello

from .wire import Wire

T = TypeVar("T")


class GestoptError(Exception):
    """The round ends here because somebody asked; nothing is lost by it."""


class Doe(Protocol):
    """Runs an act in one transaction on the store lane and waits for what it returns."""

    def __call__(self, act: Callable[[Work], T], /) -> T:
        """Raises what the act or the vault raises."""


@dataclass(slots=True)
class Teller:
    """What a round did so far, and whom to tell."""

    verzonden: int = 0
    ontvangen: int = 0
    geweigerd: int = 0
    epoch: str = ""
    touched: list[Touched] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Ronde:
    """What every phase of a round needs. ``ga_door`` is called between items and may raise GestoptError."""

    wire: Wire
    doe: Doe
    koppeling: Koppeling
    hello: Hello
    klok: Klok
    teller: Teller
    ga_door: Callable[[], None]
    meld: Callable[[], None]


@dataclass(frozen=True, slots=True)
class RondeUitslag:
    """What a round did, and what stopped it."""

    verzonden: int = 0
    """Operations that the municipality took over, conflicts included."""
    ontvangen: int = 0
    """Records received."""
    geweigerd: int = 0
    """Operations that were refused; their text stays on the laptop."""
    probleem: KnownProblem | None = None
    """What went wrong; what went before it counts and is kept."""
    bereikt: bool = False
    """Whether the server said who it is."""
    gestopt: bool = False
    """Whether somebody asked to stop; the rest follows in a next round."""
    wacht: float = 0.0
    """Seconds that the server asked to stay away."""
    epoch: str = ""
    """The epoch that the server named: what ``opnieuw_ophalen`` takes after AndereServer."""
    touched: tuple[Touched, ...] = ()
    """What the screens have to look at again."""
