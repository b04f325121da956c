"""No key outlives its use: every buffer that held one is overwritten, also when the act fails."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from leerplicht_desktop.casework.problems import VerkeerdeWachtzin
from leerplicht_desktop.store.kluis import connection, file, keyslots, passphrase
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.world import WACHTZIN, StilleKlok, vault

FOUT = "zeven zachte zebra's zwijgen"


@pytest.fixture
def buffers(monkeypatch: pytest.MonkeyPatch) -> list[bytearray]:
    """Every buffer that held a passphrase or a key since the test began."""
    kept: list[bytearray] = []

    def keeping(act: Callable[..., Any]) -> Callable[..., Any]:
        def kept_act(*given: Any) -> Any:
            kept.extend(one for one in given if isinstance(one, bytearray))
            answer = act(*given)
            kept.extend(one for one in [answer] if isinstance(one, bytearray))
            return answer

        return kept_act

    monkeypatch.setattr(keyslots, "stretch", keeping(passphrase.stretch))
    monkeypatch.setattr(keyslots, "derive", keeping(keyslots.derive))
    monkeypatch.setattr(keyslots, "fresh", keeping(keyslots.fresh))
    monkeypatch.setattr(keyslots.Keyslots, "unwrap", keeping(keyslots.Keyslots.unwrap))
    monkeypatch.setattr(file, "connect", keeping(connection.connect))
    monkeypatch.setattr(passphrase, "bytearray", _keeping_bytearray(kept), raising=False)
    return kept


def _keeping_bytearray(kept: list[bytearray]) -> Callable[..., bytearray]:
    def made(*given: Any) -> bytearray:
        kept.append(bytearray(*given))
        return kept[-1]

    return made


ACTS: dict[str, Callable[[SqlKluis], None]] = {
    "open": lambda kluis: kluis.ontgrendel(WACHTZIN),
    "wrong": lambda kluis: kluis.ontgrendel(FOUT),
    "change": lambda kluis: kluis.wijzig_wachtzin(WACHTZIN, "een heel andere zin"),
    "change with the wrong one": lambda kluis: kluis.wijzig_wachtzin(FOUT, "nieuw"),
}


@pytest.mark.parametrize("name", ACTS)
def test_every_buffer_is_overwritten(kluis: SqlKluis, buffers: list[bytearray], name: str) -> None:
    kluis.sluit()
    with suppress(VerkeerdeWachtzin):
        ACTS[name](kluis)
    kluis.sluit()
    _all_wiped(buffers)


def test_every_buffer_of_a_new_vault_is_overwritten(
    map_: Path, klok: StilleKlok, buffers: list[bytearray]
) -> None:
    kluis = vault(map_, klok)
    kluis.maak(WACHTZIN)
    kluis.sluit()
    _all_wiped(buffers)


@pytest.mark.parametrize("where", ["settle", "connect", "migrate"])
def test_every_buffer_is_overwritten_when_opening_fails(
    kluis: SqlKluis, buffers: list[bytearray], monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def broken(*_: object) -> None:
        raise OSError("kapot")

    kluis.sluit()
    monkeypatch.setattr(file, where, broken)
    with suppress(Exception):
        kluis.ontgrendel(WACHTZIN)
    _all_wiped(buffers)


def _all_wiped(buffers: list[bytearray]) -> None:
    assert len(buffers) >= 4  # the passphrase, what was stretched from it, the key for the slot, and more
    assert [bytes(one) for one in buffers if any(one)] == []
