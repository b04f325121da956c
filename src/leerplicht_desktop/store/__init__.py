"""The encrypted file: vault, unit of work, outbox, mirror, search. Nothing else knows SQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leerplicht_desktop.casework.ports.klok import Klok
    from leerplicht_desktop.casework.ports.kluis import Kluis


def open_kluis(map_: Path, klok: Klok) -> Kluis:
    """The vault in a folder, made or not; loads the cipher only when asked for."""
    from .vault import SqlKluis

    return SqlKluis(map_, klok)
