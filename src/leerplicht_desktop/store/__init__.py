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

    from .kluis.keyring_items import Keyring


def open_kluis(map_: Path, klok: Klok, *, practice: bool = False) -> Kluis:
    """The vault in a folder, made or not; loads the cipher only when asked for."""
    from .vault import SqlKluis

    return SqlKluis(map_, klok, keyring=_keyring(map_, practice))


def open_recovery(map_: Path, *, practice: bool = False) -> Kluisherstel:
    """Recovery of the vault in a folder."""
    from .kluis.recovery import VaultRecovery

    return VaultRecovery(map_, keyring=_keyring(map_, practice))


def _keyring(map_: Path, practice: bool) -> Keyring:
    from .kluis.keyring_items import SystemKeyring
    from .kluis.practice_keyring import PracticeKeyring

    return PracticeKeyring(map_, SystemKeyring()) if practice else SystemKeyring()
