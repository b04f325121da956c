"""A new key for the database: after recovery, and at a change of the passphrase where no keyring is."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from leerplicht_desktop.casework.ports.herstel import KluisGeopendDoorGemeente, KluisTussenSleutels
from leerplicht_desktop.casework.problems import SleutelbosWeg, VerkeerdeWachtzin
from leerplicht_desktop.store.kluis import keyslots, rotation, standing
from leerplicht_desktop.store.kluis.backups import Backups
from leerplicht_desktop.store.kluis.passphrase import FLOOR
from tests.store.fake_keyring import FileKeyring
from tests.store.killed import killed

from .test_recovery import NIEUW, OUD, Huis

WERK = "dit staat alleen hier"
EACH = int(os.environ.get("LEERPLICHT_DODEN", "4"))
"""Of the points of a kill each so-manieth is tried here; ``make duur`` tries them all."""


def _data_key(huis: Huis, wachtzin: str) -> bytearray:
    slots = keyslots.load(huis.folder)
    ring = huis.keyring
    return slots.unwrap(wachtzin, ring.get(slots.vault, slots.passphrase.number) if ring else None)


@pytest.fixture
def alone(tmp_path: Path) -> Huis:
    """A laptop without a keyring."""
    return Huis(tmp_path)


def test_without_a_keyring_an_older_copy_of_the_slots_is_worthless(alone: Huis) -> None:
    before = _data_key(alone, OUD)
    alone.kluis().wijzig_wachtzin(OUD, NIEUW)
    assert not rotation.opens(alone.folder / "kluis.db", before)
    assert alone.work(NIEUW) == WERK
    with pytest.raises(VerkeerdeWachtzin):
        alone.work(OUD)


def test_an_open_vault_stays_open(alone: Huis) -> None:
    kluis = alone.kluis()
    kluis.ontgrendel(OUD)
    kluis.doe(lambda work: work.inrichting.zet("daarvoor", "a"))
    kluis.wijzig_wachtzin(OUD, NIEUW)
    kluis.doe(lambda work: work.inrichting.zet("daarna", "b"))
    kluis.sluit()
    kluis.ontgrendel(NIEUW)
    assert kluis.lees(lambda c: (c.instelling("daarvoor"), c.instelling("daarna"))) == ("a", "b")
    assert not kluis.opgemerkt()
    kluis.sluit()


def test_recovery_leaves_nobody_with_a_key_that_opens(tmp_path: Path) -> None:
    huis = Huis(tmp_path, ring := FileKeyring(tmp_path / "bos.json"))
    before = _data_key(huis, OUD)
    ring.clear()
    huis.recover()
    kluis = huis.kluis()
    kluis.ontgrendel(NIEUW)
    assert [type(one) for one in kluis.opgemerkt()] == [KluisGeopendDoorGemeente]
    assert len(kluis.doe(lambda work: work.leeslog.regels(None, 9))) == 1
    kluis.sluit()
    assert not rotation.opens(huis.folder / "kluis.db", before)
    assert ring.numbers == [keyslots.load(huis.folder).passphrase.number]
    huis.recover()
    assert huis.work(NIEUW) == WERK


def test_backups_and_the_record_go_along(alone: Huis) -> None:
    kluis = alone.kluis()
    kluis.ontgrendel(OUD)
    kluis.maak_reserve()
    kluis.sluit()
    alone.kluis().wijzig_wachtzin(OUD, NIEUW)
    key = _data_key(alone, NIEUW)
    record = standing.read(alone.folder / standing.FILE, keyslots.derive(key, "stand"))
    assert record is not None
    assert not standing.of_another(record, alone.folder / "kluis.db")
    copies = Backups(alone.folder, keyslots.derive(key, "reserve"), keyslots.load(alone.folder).vault)
    assert len(copies.all()) == 2
    for copy in copies.all():
        copies.prove(copy)
    (alone.folder / "kluis.db").write_bytes(b"x" * 8192)
    kluis.zet_terug(NIEUW)
    assert kluis.lees(lambda c: c.instelling("nog_niet_verstuurd")) == WERK
    kluis.sluit()


def test_the_old_words_say_which_to_use_once_the_file_is_new(alone: Huis, tmp_path: Path) -> None:
    seen = set()
    for at in range(1, 90, EACH):
        huis = _copy(alone, tmp_path / f"k{at}")
        if not killed(partial(_changing, huis), huis.folder, at):
            break
        seen.add(_outcome(huis, OUD))
    assert seen == {"open", "half", "wrong"}


def _outcome(huis: Huis, wachtzin: str) -> str:
    try:
        assert huis.work(wachtzin) == WERK
    except KluisTussenSleutels:
        return "half"
    except VerkeerdeWachtzin:
        return "wrong"
    return "open"


def _copy(huis: Huis, to: Path) -> Huis:
    other = Huis.__new__(Huis)
    other.__dict__ = dict(huis.__dict__)
    to.mkdir()
    other.folder = Path(shutil.copytree(huis.folder, to / "kluis"))
    if huis.keyring is not None:
        (to / "bos.json").write_text(json.dumps(huis.keyring.items))
        other.keyring = FileKeyring(to / "bos.json")
    return other


def _changing(huis: Huis) -> None:
    huis.kluis().wijzig_wachtzin(OUD, NIEUW)


def _recovering(huis: Huis) -> None:
    huis.work(NIEUW)


@pytest.mark.parametrize("act", [_changing, _recovering])
def test_killed_anywhere_it_opens_and_ends_under_one_key(tmp_path: Path, act: Callable[[Huis], None]) -> None:
    recovering = act is _recovering
    begin = Huis(tmp_path / "begin", FileKeyring(tmp_path / "bos.json") if recovering else None)
    kluis = begin.kluis()
    kluis.ontgrendel(OUD)
    kluis.maak_reserve()
    kluis.sluit()
    if recovering:
        begin.recover()
    points = 0
    for at in range(1, 90, EACH):
        huis = _copy(begin, tmp_path / f"k{at}")
        if not killed(partial(act, huis), tmp_path / f"k{at}", at):
            break
        points += 1
        _opens_with_one(huis, recovering)
        slots = keyslots.load(huis.folder)
        assert slots.next is None
        if huis.keyring is not None:
            assert huis.keyring.numbers == [slots.passphrase.number]
        assert not list(huis.folder.glob("*.wissel*"))
        shutil.rmtree(tmp_path / f"k{at}")
    assert points * EACH > 20


def _opens_with_one(huis: Huis, recovering: bool) -> None:
    """With the new words always once they were written; before that with the old ones, and it goes on."""
    try:
        assert huis.work(NIEUW) == WERK
    except VerkeerdeWachtzin:
        assert not recovering
        assert huis.work(OUD) == WERK
        huis.kluis().wijzig_wachtzin(OUD, NIEUW)
    assert huis.work(NIEUW) == WERK


def test_a_keyring_that_is_lost_half_way_asks_for_recovery(tmp_path: Path) -> None:
    huis = Huis(tmp_path, ring := FileKeyring(tmp_path / "bos.json"))
    huis.recover()
    kluis = huis.kluis()
    slots = keyslots.load(huis.folder)
    kluis._keys.begin_next(_data_key(huis, NIEUW), NIEUW)
    ring.drop(slots.vault, slots.passphrase.number)
    assert huis.work(NIEUW) == WERK, "the slot of the new key is enough"
    ring.clear()
    with pytest.raises(SleutelbosWeg):
        huis.work(NIEUW)
    assert keyslots.load(huis.folder).passphrase.cost == FLOOR
