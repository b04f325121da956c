"""Where things live on this laptop."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from leerplicht_desktop.casework.problems import AlleenLezen

_NAAM = "leerplicht-desktop"


@dataclass(frozen=True, slots=True)
class Paden:
    """Folders of one installation; practice has its own beside the real one."""

    gegevens: Path
    log: Path

    @property
    def kluis(self) -> Path:
        """The folder of the vault."""
        return self.gegevens / "kluis"

    @property
    def formulieren(self) -> Path:
        """Where a municipality puts its own forms; the program brings its own as long as it is not there."""
        return self.gegevens / "formulieren"

    @property
    def server(self) -> Path:
        """The folder of the practice server."""
        return self.gegevens / "server"

    def maak(self) -> None:
        """Make the folders, readable by this user only. Raises AlleenLezen."""
        try:
            for map_ in (self.gegevens, self.log):
                map_.mkdir(parents=True, exist_ok=True)
                map_.chmod(0o700)
        except OSError:
            raise AlleenLezen from None


def paden(oefenen: bool) -> Paden:
    """The folders; ``LEERPLICHT_DATA`` moves them, for IT departments and for tests."""
    eigen = os.environ.get("LEERPLICHT_DATA")
    basis = Path(eigen) if eigen else Path(platformdirs.user_data_dir(_NAAM, appauthor=False))
    log = Path(eigen) / "log" if eigen else Path(platformdirs.user_log_dir(_NAAM, appauthor=False))
    if oefenen:
        return Paden(basis / "oefenen", log / "oefenen" if not eigen else basis / "oefenen" / "log")
    return Paden(basis, log)
