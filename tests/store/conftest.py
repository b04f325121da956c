"""A vault in a folder of its own, with a clock that stands still until it is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.store.kluis import keeper, keyslots, passphrase
from leerplicht_desktop.store.vault import SqlKluis

from .mould import opened_vault
from .world import StilleKlok


@pytest.fixture
def klok() -> StilleKlok:
    """Saturday 21 November 2026, 14:00 in Amsterdam."""
    return StilleKlok()


@pytest.fixture
def map_(tmp_path: Path) -> Path:
    """The folder of the vault; not there yet."""
    return tmp_path / "kluis"


@pytest.fixture
def real_derivation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every guess costs what it costs in the product: for the tests of the lock itself."""
    monkeypatch.setattr(keyslots, "stretch", passphrase.stretch)
    monkeypatch.setattr(keeper, "dearer", passphrase.dearer)


@pytest.fixture
def kluis(map_: Path, klok: StilleKlok) -> Iterator[SqlKluis]:
    """A vault with nothing in it, open."""
    made = opened_vault(map_, klok)
    yield made
    made.sluit()
