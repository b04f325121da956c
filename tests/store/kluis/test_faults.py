from __future__ import annotations

import errno
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.problems import (
    AlleenLezen,
    KluisBeschadigd,
    KluisBezet,
    KluisProblem,
    SchijfVol,
)
from leerplicht_desktop.store.kluis.durable import overwrite, write_whole
from leerplicht_desktop.store.kluis.faults import DiskUnreadable, translated


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (5, KluisBezet),
        (6, KluisBezet),
        (8, AlleenLezen),
        (10, DiskUnreadable),
        (10 | 4 << 8, DiskUnreadable),
        (11, KluisBeschadigd),
        (13, SchijfVol),
        (14, AlleenLezen),
        (26, KluisBeschadigd),
    ],
)
def test_what_sqlite_says_has_a_name(tmp_path: Path, code: int, problem: type[KluisProblem]) -> None:
    fault = dbapi2.DatabaseError("disk")
    fault.sqlite_errorcode = code
    with pytest.raises(problem) as found, translated(tmp_path):
        raise fault
    assert found.value.bericht
    assert found.value.remedie


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (errno.ENOSPC, SchijfVol),
        (errno.EDQUOT, SchijfVol),
        (errno.EACCES, AlleenLezen),
        (errno.EROFS, AlleenLezen),
    ],
)
def test_what_the_system_says_has_a_name(tmp_path: Path, code: int, problem: type[KluisProblem]) -> None:
    with pytest.raises(problem), translated(tmp_path):
        raise OSError(code, "disk")


@pytest.mark.parametrize(
    "fault",
    [
        dbapi2.ProgrammingError("a bug"),
        dbapi2.IntegrityError("UNIQUE constraint failed"),
        OSError(errno.ENOENT, "gone"),
        ValueError("a bug"),
    ],
)
def test_a_bug_stays_a_bug(tmp_path: Path, fault: Exception) -> None:
    with pytest.raises(type(fault)) as found, translated(tmp_path):
        raise fault
    assert found.value is fault


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "sleutels.json"
    write_whole(path, b"eerst")
    assert path.stat().st_mode & 0o077 == 0
    write_whole(path, b"daarna")
    assert path.read_bytes() == b"daarna"
    overwrite(path, b"DAAR")
    assert path.read_bytes() == b"DAARna"
    (tmp_path / "map").mkdir()
    with pytest.raises(OSError, match="map"):
        write_whole(tmp_path / "map", b"kan niet")
    assert sorted(found.name for found in tmp_path.iterdir()) == ["map", "sleutels.json"]
