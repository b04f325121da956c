"""What survives a power cut: every write that must reach the disk is forced, whole, before its name is given.

A kill -9 cannot show this: what the program wrote stands in the memory of the system and survives it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.store.kluis import durable
from leerplicht_desktop.store.kluis.schema import Step, steps
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.spy import forced_commits, forced_files
from tests.store.world import WACHTZIN, StilleKlok, vault

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names of descriptors are read from /proc")


def _sizes(folder: Path, seen: list[str]) -> list[str]:
    """With the size left off where it is the size of the file as it now stands."""
    out = []
    for line in seen:
        words = line.split()
        names = [words[1]] if words[0] == "force" else []
        now = [folder / name.removesuffix(".nieuw") for name in names if not name.endswith("/")]
        whole = now and now[0].exists() and str(now[0].stat().st_size) == words[2]
        out.append(f"force {words[1]}" if whole else line)
    return out


def _whole(name: str) -> list[str]:
    """A file that is replaced whole: its bytes, then its name, then the folder that holds the name."""
    return [f"force {name}.nieuw", f"{name}.nieuw -> {name}", "force ./"]


SLOTS, COPY = _whole("sleutels.json"), _whole("sleutels.json.bak")
COUNTED = ["force pogingen.json", "force pogingen.json"]
"""A try is counted before it is made, and taken off when it was right."""


def test_a_new_vault_has_its_key_on_the_disk_before_its_database(map_: Path, klok: StilleKlok) -> None:
    map_.mkdir()
    kluis = vault(map_, klok)
    with forced_files(map_) as seen:
        kluis.maak(WACHTZIN)
    kluis.sluit()
    assert _sizes(map_, seen) == [
        "force ./",
        *SLOTS,
        *COPY,
        "force pogingen.json",
        *_whole("kluis.db"),
        "force stand",
    ]


def test_another_passphrase_is_on_the_disk_before_the_old_one_is_gone(kluis: SqlKluis, map_: Path) -> None:
    with forced_files(map_) as seen:
        kluis.wijzig_wachtzin(WACHTZIN, "een heel andere zin")
    names = [" ".join(line.split()[:2]) if line.startswith("force") else line for line in seen]
    slots = [*COPY, *SLOTS, *COPY]
    moved = ["force kluis.db.wissel", "kluis.db.wissel -> kluis.db", "force ./", "force stand"]
    assert names == [*COUNTED, *slots, *moved, *slots], "both keys, the file, and only then the new one alone"


def test_a_wrong_try_is_counted_on_the_disk(kluis: SqlKluis, map_: Path, klok: StilleKlok) -> None:
    kluis.sluit()
    (map_ / "pogingen.json").unlink()
    other = vault(map_, klok)
    klok.verder(other.wacht_nog())
    with forced_files(map_) as seen:
        other.ontgrendel(WACHTZIN)
    other.sluit()
    assert _sizes(map_, seen) == COUNTED


def test_slots_that_are_put_back_and_set_aside_are_forced(
    kluis: SqlKluis, map_: Path, klok: StilleKlok
) -> None:
    kluis.sluit()
    (map_ / "sleutels.json").unlink()
    with forced_files(map_) as seen:
        kluis.ontgrendel(WACHTZIN)
    assert _sizes(map_, seen) == [*COUNTED, *SLOTS]
    kluis.sluit()
    (map_ / "kluis.db").unlink()
    with forced_files(map_) as seen:
        vault(map_, klok).maak("een tweede kluis")
    assert [line.partition("-> ")[2].split("-kluis-")[0] or line for line in seen[:3]] == [
        "sleutels.json.zonder",
        "sleutels.json.bak.zonder",
        "force ./",
    ]


def test_the_copy_before_a_change_of_schema_is_forced(kluis: SqlKluis, map_: Path, klok: StilleKlok) -> None:
    kluis.sluit()
    latest = steps()[-1].version
    newer = vault(map_, klok, known=(*steps(), Step(latest + 1, "CREATE TABLE later (a TEXT) STRICT;\n")))
    with forced_files(map_) as seen:
        newer.ontgrendel(WACHTZIN)
    newer.sluit()
    assert _sizes(map_, seen)[-2:] == [f"force kluis.db.voor-{latest}", "force ./"]


WRITERS: dict[str, Callable[[Path], None]] = {
    "write_whole": lambda path: durable.write_whole(path, b"inhoud"),
    "write_new": lambda path: durable.write_new(path, b"inhoud"),
    "overwrite": lambda path: durable.overwrite(path, b"inhoud"),
    "sync_file": lambda path: durable.sync_file(path),
    "sync_folder": lambda path: durable.sync_folder(path.parent),
}


@pytest.mark.parametrize("name", WRITERS)
def test_each_writer_forces_all_of_it_or_tells(tmp_path: Path, name: str) -> None:
    path = tmp_path / "bestand"
    path.write_bytes(b"waser!")
    with forced_files(tmp_path) as seen:
        WRITERS[name](path)
    expected = {"write_whole": _whole("bestand"), "sync_folder": ["force ./"]}
    assert _sizes(tmp_path, seen) == expected.get(name, ["force bestand"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", _broken)
        with pytest.raises(OSError, match="kapot"):
            WRITERS[name](path)


def _broken(_descriptor: int) -> None:
    raise OSError("kapot")


def test_every_writer_of_the_room_is_in_the_table() -> None:
    public = {name for name in vars(durable) if name.startswith(("write", "over", "sync"))}
    assert public == set(WRITERS)


# -- the database ----------------------------------------------------------------------------------


@pytest.fixture
def commits(kluis: SqlKluis) -> Iterator[list[str]]:
    with forced_commits(kluis) as seen:
        yield seen


def _zet(kluis: SqlKluis, waarde: str) -> None:
    kluis.doe(lambda work: work.inrichting.zet("proef", waarde))


def test_work_is_cheap_and_duurzaam_forces_all_of_it(kluis: SqlKluis, commits: list[str]) -> None:
    _zet(kluis, "een")
    _zet(kluis, "twee")
    kluis.duurzaam()
    _zet(kluis, "drie")
    assert commits == ["NORMAL", "NORMAL", "FULL", "NORMAL"]


def test_nothing_new_is_not_forced_again(kluis: SqlKluis, commits: list[str]) -> None:
    kluis.duurzaam()
    _zet(kluis, "een")
    kluis.duurzaam()
    kluis.duurzaam()
    assert commits == ["NORMAL", "FULL"]


def test_sqlite_itself_says_that_a_forced_write_is_full(kluis: SqlKluis) -> None:
    """The spy reads what SQLite was told; here SQLite says what it made of it, in the middle of the write."""
    connection = kluis._here().session._connection
    connection.set_authorizer(None)  # which lets nobody listen
    levels: list[int] = []

    def hear() -> int:
        levels.append(connection.execute("PRAGMA synchronous").fetchone()[0])
        return 0

    connection.create_function("hoe_vast", 0, hear)
    connection.execute(
        "CREATE TEMP TRIGGER luister AFTER UPDATE ON kanarie BEGIN SELECT hoe_vast(); END"
    ).close()
    _zet(kluis, "een")
    kluis.duurzaam()
    assert levels == [2]
    assert connection.execute("PRAGMA synchronous").fetchone()[0] == 1


def test_windows_is_not_asked_to_force_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forced: list[int] = []
    with monkeypatch.context() as windows:
        windows.setattr(os, "fsync", forced.append)
        windows.setattr(os, "name", "nt")
        durable.sync_folder(tmp_path)
    assert forced == []
