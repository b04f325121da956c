"""A vault in a folder of its own, with a clock that stands still until it is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.store.vault import SqlKluis

from .world import WACHTZIN, StilleKlok, vault


@pytest.fixture
def klok() -> StilleKlok:
    """Saturday 21 November 2026, 14:00 in Amsterdam."""
    return StilleKlok()


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """The folder of the vault; not there yet."""
    return tmp_path / "kluis"


@pytest.fixture
def kluis(map_: Path, klok: StilleKlok) -> Iterator[SqlKluis]:
    """A new vault, open."""
    made = vault(map_, klok)
    made.maak(WACHTZIN)
    yield made
    made.sluit()
