"""The words on the command line that belong to practice; each loads what it needs when it is said."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

from .server import Oefenserver


class PracticeCommands:
    """Obeys :class:`leerplicht_desktop.bootstrap.practising.Practice`."""

    def server(self, folder: Path) -> Oefenserver:
        """See the port."""
        return Oefenserver(folder)

    def tour(self, folder: Path, out: TextIO) -> int:
        """See the port."""
        from .tour import rondleiding

        return rondleiding(folder, out)

    def screens(self, folder: Path, out: TextIO) -> int:
        """See the port."""
        from .screens import schermen

        return schermen(folder, out)
