from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from leerplicht_desktop.casework.problems import SleutelsOntbreken
from leerplicht_desktop.store.kluis import keyslots
from leerplicht_desktop.store.kluis.keyslots import PassphraseError, fresh, load, save
from leerplicht_desktop.store.kluis.passphrase import FLOOR, Cost, calibrate, stretch, wipe
from tests.store.world import WACHTZIN

pytestmark = pytest.mark.usefixtures("real_derivation")

KEY = bytearray(range(32))


def _resealed(found: dict[str, object]) -> str:
    found.pop("controle", None)
    found["controle"] = hashlib.sha256(keyslots._canonical(found)).hexdigest()
    return json.dumps(found)


def test_the_key_comes_back_and_never_stands_in_the_file(tmp_path: Path) -> None:
    save(tmp_path, fresh("kluis-1", KEY, WACHTZIN, FLOOR))
    assert load(tmp_path).unwrap(WACHTZIN) == KEY
    text = (tmp_path / "sleutels.json").read_bytes()
    assert bytes(KEY) not in text
    assert bytes(KEY).hex().encode() not in text
    assert WACHTZIN not in repr(load(tmp_path))


def test_the_same_passphrase_wraps_differently_each_time() -> None:
    one, two = (fresh("kluis-1", KEY, WACHTZIN, FLOOR).passphrase for _ in range(2))
    assert one.salt != two.salt
    assert one.wrapped != two.wrapped


@pytest.mark.parametrize("field", ["kluis", "geheugen_kib", "rondes", "banen", "verpakt"])
def test_what_the_tag_vouches_for_cannot_be_changed(tmp_path: Path, field: str) -> None:
    save(tmp_path, fresh("kluis-1", KEY, WACHTZIN, FLOOR))
    found = json.loads((tmp_path / "sleutels.json").read_bytes())
    slot = found["sloten"][0]
    if field == "kluis":
        found["kluis"] = "kluis-2"
    elif field == "verpakt":
        slot[field] = ("B" if slot[field][0] == "A" else "A") + slot[field][1:]
    else:
        slot[field] += 1
    (tmp_path / "sleutels.json").write_text(_resealed(found))
    with pytest.raises(PassphraseError):
        load(tmp_path).unwrap(WACHTZIN)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("rondes", 1),
        ("rondes", 10**6),
        ("geheugen_kib", 1024),
        ("geheugen_kib", 10**9),
        ("banen", 1),
        ("zout", "AAAA"),
        ("nonce", "niet base64"),
        ("verpakt", ""),
        ("soort", "sleutelbos"),
    ],
)
def test_a_slot_that_was_weakened_or_broken_is_no_slot(tmp_path: Path, field: str, value: object) -> None:
    save(tmp_path, fresh("kluis-1", KEY, WACHTZIN, FLOOR))
    found = json.loads((tmp_path / "sleutels.json").read_bytes())
    found["sloten"][0][field] = value
    for name in ("sleutels.json", "sleutels.json.bak"):
        (tmp_path / name).write_text(_resealed(found))
    with pytest.raises(SleutelsOntbreken):
        load(tmp_path)


def test_slots_of_later_kinds_are_kept(tmp_path: Path) -> None:
    save(tmp_path, fresh("kluis-1", KEY, WACHTZIN, FLOOR))
    found = json.loads((tmp_path / "sleutels.json").read_bytes())
    later = {"soort": "herstel", "verpakt": "AAAA", "versie": 3}
    found["sloten"].append(later)
    (tmp_path / "sleutels.json").write_text(_resealed(found))
    save(tmp_path, load(tmp_path).rewrapped(KEY, "anders"))
    found = json.loads((tmp_path / "sleutels.json").read_bytes())
    assert found["sloten"][1:] == [later]
    assert load(tmp_path).unwrap("anders") == KEY


def test_after_a_new_passphrase_no_file_of_the_folder_opens_with_the_old_one(tmp_path: Path) -> None:
    save(tmp_path, fresh("kluis-1", KEY, WACHTZIN, FLOOR))
    save(tmp_path, load(tmp_path).rewrapped(KEY, "anders"))
    kept = [path.read_bytes() for path in sorted(tmp_path.iterdir())]
    assert len(kept) == 2
    for content in kept:
        found = keyslots._parse(content)
        assert found.unwrap("anders") == KEY
        with pytest.raises(PassphraseError):
            found.unwrap(WACHTZIN)


def test_one_purpose_tells_nothing_of_another() -> None:
    assert keyslots.derive(KEY, "db") == keyslots.derive(KEY, "db")
    assert len({bytes(keyslots.derive(KEY, purpose)) for purpose in ("db", "blob", "mac")}) == 3


def test_a_wiped_key_is_zero() -> None:
    secret = stretch(WACHTZIN, bytes(16), FLOOR)
    assert any(secret)
    wipe(secret)
    assert not any(secret)


def test_a_calibrated_cost_is_never_below_the_floor() -> None:
    cost = calibrate()
    assert cost.kib >= FLOOR.kib
    assert (cost.rounds, cost.lanes) == (FLOOR.rounds, FLOOR.lanes)


@pytest.mark.parametrize(
    ("took", "kib"),
    [([0.1, 0.6], 384 * 1024), ([0.5], 64 * 1024), ([2.0], 64 * 1024), ([0.2, 1.2, 0.6], 96 * 1024)],
)
def test_calibration_goes_for_six_tenths_of_a_second(
    monkeypatch: pytest.MonkeyPatch, took: list[float], kib: int
) -> None:
    waiting = iter(took)
    monkeypatch.setattr("leerplicht_desktop.store.kluis.passphrase._measure", lambda cost: next(waiting))
    assert calibrate() == Cost(kib=kib)
    assert list(waiting) == []
