"""The words on the command line that belong to practice; each loads what it needs when it is said."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from .server import PracticeServer


class PracticeCommands:
    """Obeys :class:`leerplicht_desktop.bootstrap.practising.Practice`."""

    def server(self, folder: Path) -> PracticeServer:
        """See the port."""
        return PracticeServer(folder)

    def tour(self, folder: Path, out: TextIO) -> int:
        """See the port."""
        from .tour import tour

        return tour(folder, out)

    def screens(self, folder: Path, out: TextIO) -> int:
        """See the port."""
        from .screens import screens

        return screens(folder, out)
