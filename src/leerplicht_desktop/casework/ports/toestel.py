"""What the laptop itself says of how it stands, for who is about to leave with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Toestel:
    """``accu`` in percent and ``vrij`` in bytes; None where the system does not say.

    ``laadt`` is whether it hangs on the mains. ``printer`` is whether there is one to print to.
    """

    accu: int | None = None
    laadt: bool = False
    vrij: int | None = None
    printer: bool | None = None


class Toestelkijker(Protocol):
    """Looks at the laptop. May take a moment: never on the thread of the screens."""

    def nu(self) -> Toestel:
        """How it stands now; never raises."""


class Onbekend:
    """Nobody looks: nothing is known, and nothing is said about it."""

    def nu(self) -> Toestel:
        """See the port."""
        return Toestel()


ONBEKEND = Onbekend()
