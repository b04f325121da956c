"""Vaults that are made once and copied: one key derivation for a run of tests, not one for each test.

A guess at a passphrase costs a quarter of a second by design, and about a thousand tests want an open vault.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.store.kluis import keeper, keyslots, passphrase
from leerplicht_desktop.store.vault import SqlKluis

WACHTZIN = "zeven zachte zebra's zingen"
"""Opens every copy."""

Fill = Callable[[SqlKluis], None]


def opened_vault(
    map_: Path, klok: Klok, fill: Fill | None = None, soort: type[SqlKluis] = SqlKluis
) -> SqlKluis:
    """An open vault in ``map_``, which is not there yet: a copy of the one that ``fill`` filled once.

    ``fill`` is a function of a module, the same one each time: it is what the copies are known by.
    """
    shutil.copytree(_mould(klok, fill), map_)
    kluis = soort(map_, klok, cost=passphrase.FLOOR)
    kluis.ontgrendel(WACHTZIN)
    return kluis


_MADE: dict[Fill | None, Path] = {}


def _mould(klok: Klok, fill: Fill | None) -> Path:
    if fill not in _MADE:
        path = _folder() / f"{len(_MADE)}-{fill.__name__ if fill else 'leeg'}"
        if fill is None:
            kluis = SqlKluis(path, klok, cost=passphrase.FLOOR)
            kluis.maak(WACHTZIN)
        else:
            kluis = opened_vault(path, klok)
            fill(kluis)
        kluis.sluit()
        _MADE[fill] = path
    return _MADE[fill]


@cache
def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="lp-mal-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@contextmanager
def remembered_derivation() -> Iterator[None]:
    """What a passphrase gives with a salt is worked out once: the copies of a vault have the same salt.

    Nothing in the product knows of this. A wrong passphrase, another salt and another cost are worked out.
    What took no time is not made dearer for it.
    """
    known: dict[tuple[str, bytes, passphrase.Cost], bytes] = {}

    def stretch(wachtzin: str, salt: bytes, cost: passphrase.Cost) -> bytearray:
        asked = (wachtzin, salt, cost)
        if asked not in known:
            known[asked] = bytes(passphrase.stretch(wachtzin, salt, cost))
        return bytearray(known[asked])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyslots, "stretch", stretch)
        patch.setattr(keeper, "dearer", lambda cost, took, least: None)
        yield
