"""Where things live on this laptop."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from leerplicht_desktop.casework.problems import AlleenLezen, AndereGebruiker

_NAME = "leerplicht-desktop"


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders of one installation; practice has its own beside the real one."""

    data: Path
    log: Path

    @property
    def kluis(self) -> Path:
        """The folder of the vault."""
        return self.data / "kluis"

    @property
    def forms(self) -> Path:
        """Where a municipality puts its own forms; the program brings its own as long as it is not there."""
        return self.data / "formulieren"

    @property
    def server(self) -> Path:
        """The folder of the practice server."""
        return self.data / "server"

    def make(self) -> None:
        """Make the folders, readable by this user only. Raises AlleenLezen, AndereGebruiker."""
        for map_ in (self.data, self.log):
            try:
                map_.mkdir(parents=True, exist_ok=True)
                map_.chmod(0o700)
            except OSError:
                raise (AndereGebruiker if _of_another(map_) else AlleenLezen) from None


def _of_another(folder: Path) -> bool:
    """Whether somebody else on this laptop owns it; a folder that cannot even be seen is not ours either."""
    try:
        return sys.platform != "win32" and folder.stat().st_uid != os.getuid()
    except PermissionError:
        return True
    except OSError:
        return False


def paths(practise: bool) -> Paths:
    """The folders; ``LEERPLICHT_DATA`` moves them, for IT departments and for tests."""
    own = os.environ.get("LEERPLICHT_DATA")
    base = Path(own) if own else Path(platformdirs.user_data_dir(_NAME, appauthor=False))
    log = Path(own) / "log" if own else Path(platformdirs.user_log_dir(_NAME, appauthor=False))
    if practise:
        return Paths(base / "oefenen", log / "oefenen" if not own else base / "oefenen" / "log")
    return Paths(base, log)
