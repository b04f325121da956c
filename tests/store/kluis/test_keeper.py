"""Passphrase and keyring together: what each state of the keyring means, and a kill at every point."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from leerplicht_desktop.casework.problems import (
    AndereSleutelbos,
    KluisProblem,
    SleutelbosOpSlot,
    SleutelbosWeg,
    SleutelsOuder,
    VerkeerdeWachtzin,
)
from leerplicht_desktop.store.kluis import keyslots
from leerplicht_desktop.store.kluis.passphrase import FLOOR, Cost, dearer
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.fake_keyring import FileKeyring
from tests.store.killed import killed
from tests.store.mould import opened_vault
from tests.store.world import WACHTZIN, StilleKlok, vault

NIEUW = "een heel andere zin"


@pytest.fixture
def ring(tmp_path: Path) -> FileKeyring:
    """A keyring that answers."""
    return FileKeyring(tmp_path / "sleutelbos.json")


def _with(map_: Path, klok: StilleKlok, ring: FileKeyring) -> SqlKluis:
    return SqlKluis(map_, klok, cost=FLOOR, running=klok.loopt, keyring=ring)


@pytest.fixture
def guarded(map_: Path, klok: StilleKlok, ring: FileKeyring) -> SqlKluis:
    """A locked vault whose key stands half in the keyring."""
    kluis = _with(map_, klok, ring)
    kluis.maak(WACHTZIN)
    kluis.sluit()
    return kluis


def _opens(kluis: SqlKluis, wachtzin: str) -> bool:
    try:
        kluis.ontgrendel(wachtzin)
    except KluisProblem:
        return False
    kluis.sluit()
    return True


def test_the_passphrase_alone_does_not_open_it(
    guarded: SqlKluis, map_: Path, klok: StilleKlok, ring: FileKeyring
) -> None:
    assert ring.numbers == [1]
    assert not guarded.verminderd()
    assert _opens(guarded, WACHTZIN)
    with pytest.raises(SleutelbosWeg):
        vault(map_, klok).ontgrendel(WACHTZIN)
    slots = keyslots.load(map_)
    secret = ring.get(slots.vault, 1)
    assert secret is not None
    assert secret.hex() not in (map_ / "sleutels.json").read_text()
    for wrong in (None, bytes(32), secret[:-1]):
        with pytest.raises(keyslots.PassphraseError):
            slots.unwrap(WACHTZIN, wrong)


TROUBLE: dict[str, tuple[Callable[[FileKeyring], None], type[KluisProblem]]] = {
    "locked": (lambda ring: setattr(ring, "locked", True), SleutelbosOpSlot),
    "gone": (lambda ring: setattr(ring, "usable", False), SleutelbosWeg),
    "emptied": (lambda ring: ring.clear(), SleutelbosWeg),
    "of another": (lambda ring: ring.spoil(), AndereSleutelbos),
}


@pytest.mark.parametrize("name", TROUBLE)
def test_trouble_with_the_keyring_is_named_and_costs_no_try(
    guarded: SqlKluis, ring: FileKeyring, map_: Path, name: str
) -> None:
    before = {path: path.read_bytes() for path in map_.iterdir()}
    bring, problem = TROUBLE[name]
    bring(ring)
    for wachtzin in (WACHTZIN, "fout", "fout", "fout", "fout", "fout"):
        with pytest.raises(problem):
            guarded.ontgrendel(wachtzin)
    assert guarded.wacht_nog() == 0
    changed = {path.name for path in before if path.read_bytes() != before[path]}
    assert changed <= {"kluis.slot"}


def test_older_slots_are_named_as_such(guarded: SqlKluis, map_: Path) -> None:
    old = {path: path.read_bytes() for path in map_.glob("sleutels.json*")}
    guarded.wijzig_wachtzin(WACHTZIN, NIEUW)
    for path, content in old.items():
        path.write_bytes(content)
    for wachtzin in (WACHTZIN, NIEUW):
        with pytest.raises(SleutelsOuder):
            guarded.ontgrendel(wachtzin)


def test_a_change_of_passphrase_kills_every_copy_of_the_slots(
    guarded: SqlKluis, map_: Path, ring: FileKeyring
) -> None:
    old = keyslots.load(map_)
    guarded.wijzig_wachtzin(WACHTZIN, NIEUW)
    assert ring.numbers == [2]
    assert ring.get(old.vault, 1) is None
    secret = ring.get(old.vault, 2)
    with pytest.raises(keyslots.PassphraseError):
        old.unwrap(WACHTZIN, secret)
    assert not _opens(guarded, WACHTZIN)
    assert _opens(guarded, NIEUW)


def test_a_header_cannot_be_turned_into_one_without_keyring(guarded: SqlKluis, map_: Path) -> None:
    for name in ("sleutels.json", "sleutels.json.bak"):
        found = json.loads((map_ / name).read_bytes())
        found["sloten"][0]["kenmerk"] = None
        del found["controle"]
        found["controle"] = hashlib.sha256(keyslots._canonical(found)).hexdigest()
        (map_ / name).write_text(json.dumps(found))
    with pytest.raises(VerkeerdeWachtzin):
        guarded.ontgrendel(WACHTZIN)


def test_a_locked_keyring_leaves_no_half_vault(map_: Path, klok: StilleKlok, ring: FileKeyring) -> None:
    ring.locked = True
    with pytest.raises(SleutelbosOpSlot):
        _with(map_, klok, ring).maak(WACHTZIN)
    assert {path.name for path in map_.iterdir()} <= {"kluis.slot"}


def test_a_vault_of_before_goes_over_at_its_next_unlock(
    map_: Path, klok: StilleKlok, ring: FileKeyring
) -> None:
    _of_before(map_, klok)
    kluis = _with(map_, klok, ring)
    assert kluis.verminderd()
    ring.locked = True
    assert _opens(kluis, WACHTZIN)  # it waits for a keyring that answers
    assert keyslots.load(map_).old
    ring.locked = False
    assert _opens(kluis, WACHTZIN)
    assert (keyslots.load(map_).old, kluis.verminderd(), ring.numbers) == (False, False, [1])
    assert _opens(kluis, WACHTZIN)


def _of_before(map_: Path, klok: StilleKlok) -> None:
    """A vault whose slots are of version 1, as the program wrote them before it knew a keyring."""
    opened_vault(map_, klok).sluit()
    slots = keyslots.load(map_)
    key = slots.unwrap(WACHTZIN)
    keyslots.save(
        map_, replace(slots, passphrase=replace(slots.passphrase, number=-1)).rewrapped(key, WACHTZIN)
    )
    assert keyslots.load(map_).old


def _kept(here: Path, klok: StilleKlok, act: Callable[[SqlKluis], None], at: int) -> tuple[bool, str]:
    """Whether the act was killed, and the one passphrase that opens the vault after it."""
    kluis, ring = _with(here / "kluis", klok, FileKeyring(here / "ring")), FileKeyring(here / "ring")
    died = killed(lambda: act(kluis), here, at)
    opened = [one for one in (WACHTZIN, NIEUW) if _opens(kluis, one)]
    assert len(opened) == 1, f"point {at}: {opened}"
    assert _opens(kluis, opened[0])
    assert len(ring.numbers) == 1
    assert (here / "kluis/sleutels.json").read_bytes() == (here / "kluis/sleutels.json.bak").read_bytes()
    return died, opened[0]


ACTS: dict[str, tuple[Callable[[SqlKluis], None], str, int]] = {
    "change": (lambda kluis: kluis.wijzig_wachtzin(WACHTZIN, NIEUW), NIEUW, 12),
    "go over": (lambda kluis: kluis.ontgrendel(WACHTZIN), WACHTZIN, 10),
}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a kill needs a process of its own")
@pytest.mark.parametrize("name", ACTS)
def test_a_kill_at_every_point_leaves_a_vault_that_opens(tmp_path: Path, klok: StilleKlok, name: str) -> None:
    act, at_the_end, least = ACTS[name]
    whole = tmp_path / "heel"
    if name == "go over":
        _of_before(whole / "kluis", klok)
    else:
        whole.mkdir()
        kluis = _with(whole / "kluis", klok, FileKeyring(whole / "ring"))
        kluis.maak(WACHTZIN)
        kluis.sluit()
    points, died = 0, True
    while died:
        shutil.copytree(whole, here := tmp_path / f"punt-{points + 1}")
        died, opened = _kept(here, klok, act, points + 1)
        points += died
    assert points >= least
    assert opened == at_the_end


def test_a_guess_that_is_too_cheap_becomes_dearer_and_never_cheaper() -> None:
    assert dearer(Cost(kib=512 * 1024), 0.45) is None
    assert dearer(Cost(kib=1024 * 1024), 0.01) is None
    raised = dearer(FLOOR, 0.5, Cost(kib=256 * 1024))
    assert raised is not None
    assert raised.kib >= 256 * 1024
