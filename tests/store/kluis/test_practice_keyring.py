"""Practice leaves nothing in the keyring of the system."""

from __future__ import annotations

from pathlib import Path

import pytest

from leerplicht_desktop.casework.problems import SleutelbosOpSlot
from leerplicht_desktop.store.kluis.keyring_items import NoKeyring
from leerplicht_desktop.store.kluis.practice_keyring import FILE, PracticeKeyring
from tests.store.fake_keyring import FileKeyring


@pytest.fixture
def system(tmp_path: Path) -> FileKeyring:
    return FileKeyring(tmp_path / "systeem.json")


def test_a_secret_stands_beside_the_vault_and_nowhere_else(tmp_path: Path, system: FileKeyring) -> None:
    ring = PracticeKeyring(tmp_path, system)
    ring.put("k", 1, b"a" * 32)
    ring.put("k", 2, b"b" * 32)
    ring.drop("k", 1)
    assert (ring.get("k", 1), ring.get("k", 2)) == (None, b"b" * 32)
    assert not system.items
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    (tmp_path / FILE).unlink()
    assert PracticeKeyring(tmp_path, system).get("k", 2) is None


def test_what_stood_in_the_system_comes_along_and_is_taken_away(tmp_path: Path, system: FileKeyring) -> None:
    system.put("k", 4, b"c" * 32)
    system.put("echt", 1, b"d" * 32)
    assert PracticeKeyring(tmp_path, system).get("k", 4) == b"c" * 32
    assert PracticeKeyring(tmp_path, NoKeyring()).get("k", 4) == b"c" * 32
    assert list(system.items) == ["echt:1"]


def test_a_keyring_of_the_system_that_is_locked_is_no_fault(tmp_path: Path, system: FileKeyring) -> None:
    system.locked = True
    assert PracticeKeyring(tmp_path, system).get("k", 1) is None


@pytest.mark.parametrize("spoiled", [b"", b"[]", b'{"k:1": 7}', b'{"k:1": "geen hex"}', b"[" * 9_999])
def test_a_file_that_is_not_whole_is_an_empty_one(
    tmp_path: Path, system: FileKeyring, spoiled: bytes
) -> None:
    (tmp_path / FILE).write_bytes(spoiled)
    ring = PracticeKeyring(tmp_path, system)
    assert ring.get("k", 1) is None
    ring.put("k", 1, b"e" * 32)
    assert ring.get("k", 1) == b"e" * 32


def test_a_folder_that_is_gone_says_so(tmp_path: Path, system: FileKeyring) -> None:
    with pytest.raises(SleutelbosOpSlot):
        PracticeKeyring(tmp_path / "weg", system).put("k", 1, b"f" * 32)
