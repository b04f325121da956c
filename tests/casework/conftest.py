"""A vault with a family case, for every act about paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.store.vault import SqlKluis
from tests.store.mould import opened_vault
from tests.store.world import StilleKlok

from .zaak import genummerde_zaak


@pytest.fixture
def klok() -> StilleKlok:
    """Saturday 21 November 2026, 14:00 in Amsterdam."""
    return StilleKlok()


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """The folder of the vault."""
    return tmp_path / "kluis"


@pytest.fixture
def kluis(map_: Path, klok: StilleKlok) -> Iterator[SqlKluis]:
    """An open vault with the family and twenty numbers."""
    made = opened_vault(map_, klok, genummerde_zaak)
    yield made
    made.sluit()


@pytest.fixture
def empty(tmp_path: Path, klok: StilleKlok) -> Iterator[SqlKluis]:
    """An open vault in which nothing was ever pulled."""
    made = opened_vault(tmp_path / "leeg", klok)
    yield made
    made.sluit()
