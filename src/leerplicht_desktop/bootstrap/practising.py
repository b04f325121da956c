"""What the practice environment adds to the program; the room above, ``practice``, obeys these."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, TextIO


class PracticeServer(Protocol):
    """A municipal server of its own on this laptop. ``start`` takes long: it belongs on the side lane."""

    def address(self) -> str | None:
        """Where it listens; None when it does not run."""

    def start(self) -> str:
        """Its address, started now when needed. Raises GeenVerbinding."""

    def stop(self) -> None:
        """End it for good, also while it starts, and when an earlier program started it."""


class Practice(Protocol):
    """The words on the command line that belong to practice. A walk returns the exit status."""

    def server(self, folder: Path) -> PracticeServer:
        """The server that keeps its data in ``folder``; not started yet."""

    def tour(self, folder: Path, out: TextIO) -> int:
        """Walk the practice visit; pictures go into ``folder``."""

    def screens(self, folder: Path, out: TextIO) -> int:
        """A picture of every screen into ``folder``."""
