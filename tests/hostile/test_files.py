"""Another user of this machine: no file of ours is his to read, and no process of his is ended."""

from __future__ import annotations

import logging
import os
import socket
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.machine import crash_log
from leerplicht_desktop.practice.server import PracticeServer
from leerplicht_server.database import open_database
from leerplicht_server.migrate import migrate


@pytest.fixture(autouse=True)
def _generous() -> Iterator[None]:
    """As a careless system sets it: what is not narrowed on purpose is for everybody."""
    before = os.umask(0o000)
    yield
    os.umask(before)


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("old", [False, True], ids=["new", "made by an older version"])
def test_the_database_and_its_journals_are_the_owners_alone(tmp_path: Path, old: bool) -> None:
    path = tmp_path / "gemeente.db"
    if old:
        path.touch(0o644)
    database = open_database(f"sqlite:///{path}")
    try:
        migrate(database)
        found = {each.name: _mode(each) for each in tmp_path.iterdir()}
    finally:
        database.close()
    assert "gemeente.db-wal" in found
    assert set(found.values()) == {0o600}


def test_the_log_is_the_owners_alone(tmp_path: Path) -> None:
    handlers, level = logging.getLogger().handlers[:], logging.getLogger().level
    try:
        crash_log.begin(tmp_path)
        logging.getLogger("leerplicht.test").warning("een regel")
        (mine,) = logging.getLogger().handlers
        mine.close()
        assert _mode(tmp_path / "leerplicht.log") == 0o600
    finally:
        logging.getLogger().handlers[:] = handlers
        logging.getLogger().setLevel(level)


def test_a_number_in_a_file_ends_no_process_of_somebody_else(tmp_path: Path) -> None:
    # the port is answered, by whomever, and the number belongs to a process that came later
    innocent = subprocess.Popen([sys.executable, "-c", "input()", "leerplicht_server"], stdin=subprocess.PIPE)
    try:
        with socket.create_server(("127.0.0.1", 0)) as door:
            claim = f'{{"port": {door.getsockname()[1]}, "pid": {innocent.pid}}}'
            (tmp_path / "server.json").write_text(claim, encoding="utf-8")
            PracticeServer(tmp_path).stop()
        with pytest.raises(subprocess.TimeoutExpired):
            innocent.wait(timeout=1)
    finally:
        innocent.kill()
        innocent.communicate()


def test_the_practice_server_of_an_earlier_program_is_ended(tmp_path: Path) -> None:
    earlier = PracticeServer(tmp_path / "server")
    earlier.start()
    assert _mode(tmp_path / "server") == 0o700
    later = PracticeServer(tmp_path / "server")
    assert later.address() is not None
    later.stop()
    assert earlier._process is not None
    assert earlier._process.wait(timeout=30) is not None
