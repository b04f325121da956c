"""What the phases of one round share."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.touched import Touched
from leerplicht_protocol.messages import Hello

from .acts import Act
from .refusals import Busy
from .wire import Wire

ROUND_SECONDS = 900.0
"""After this a round ends at the next page: a caseload of ten thousand records comes in two minutes."""

ROUND_BYTES = 1024 * 1024 * 1024
"""After so many bytes too."""


class StoppedError(Exception):
    """The round ends here because somebody asked; nothing is lost by it."""


@dataclass(slots=True)
class Tally:
    """What a round did so far, and whom to tell."""

    sent: int = 0
    received: int = 0
    refused: int = 0
    epoch: str = ""
    touched: list[Touched] = field(default_factory=list)


class Unfinished(Busy):
    """There was more than one round takes. What came is kept, and a next round goes on from there."""

    bericht = "Er is veel op te halen bij de gemeente. Wat binnen is, is bewaard; de rest volgt vanzelf."


@dataclass(frozen=True, slots=True)
class Limit:
    """What one round may take: a moment of ``time.monotonic`` and a number of bytes, as they came."""

    ends: float
    bytes_: int

    @classmethod
    def from_now(cls) -> Limit:
        """For a round that begins now."""
        return cls(time.monotonic() + ROUND_SECONDS, ROUND_BYTES)

    def check(self, received: int) -> None:
        """Raises Unfinished over the limit. Called where what came is kept already."""
        if received > self.bytes_ or time.monotonic() > self.ends:
            raise Unfinished


@dataclass(frozen=True, slots=True)
class Round:
    """What every phase of a round needs. ``go_on`` is called between items and may raise GestoptError."""

    wire: Wire
    act: Act
    koppeling: Koppeling
    hello: Hello
    clock: Klok
    tally: Tally
    go_on: Callable[[], None]
    report: Callable[[], None]
    limit: Limit


@dataclass(frozen=True, slots=True)
class RoundResult:
    """What a round did, and what stopped it."""

    sent: int = 0
    """Operations that the municipality took over, conflicts included."""
    received: int = 0
    """Records received."""
    refused: int = 0
    """Operations that were refused; their text stays on the laptop."""
    problem: BekendProbleem | None = None
    """What went wrong; what went before it counts and is kept."""
    reached: bool = False
    """Whether the server said who it is."""
    stopped: bool = False
    """Whether somebody asked to stop; the rest follows in a next round."""
    wait: float = 0.0
    """Seconds that the server asked to stay away."""
    epoch: str = ""
    """The epoch that the server named: what ``fetch_again`` takes after AndereServer."""
    touched: tuple[Touched, ...] = ()
    """What the screens have to look at again."""
