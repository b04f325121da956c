"""The encrypted file: vault, unit of work, outbox, mirror, search. Nothing else knows SQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .kluis.folder_lock import FolderLock as FolderLock
from .kluis.folder_lock import hold as hold_folder

__all__ = ["FolderLock", "hold_folder", "open_kluis", "open_recovery"]

if TYPE_CHECKING:
    from leerplicht_desktop.casework.ports.herstel import Kluisherstel
    from leerplicht_desktop.casework.ports.klok import Klok
    from leerplicht_desktop.casework.ports.kluis import Kluis


def open_kluis(map_: Path, klok: Klok) -> Kluis:
    """The vault in a folder, made or not; loads the cipher only when asked for."""
    from .kluis.keyring_items import SystemKeyring
    from .vault import SqlKluis

    return SqlKluis(map_, klok, keyring=SystemKeyring())


def open_recovery(map_: Path) -> Kluisherstel:
    """Recovery of the vault in a folder."""
    from .kluis.keyring_items import SystemKeyring
    from .kluis.recovery import VaultRecovery

    return VaultRecovery(map_, keyring=SystemKeyring())
