"""No personal data in the log: not from messages of failures, not from local values."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.machine import crash_log

CANARY = "Daniël Çelik 999996435"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before, level, hook = root.handlers[:], root.level, sys.unraisablehook
    crash_log.begin(tmp_path)
    yield tmp_path / "leerplicht.log"
    for handler in root.handlers:
        handler.close()
    root.handlers[:], root.level = before, level
    sys.unraisablehook = hook  # what nobody can catch fails the other tests


def test_a_failure_is_written_without_its_text(log: Path) -> None:
    try:
        raise ValueError(CANARY)
    except ValueError:
        logging.getLogger("proef").exception("unforeseen")
    written = log.read_text(encoding="utf-8")
    assert "ValueError at test_logboek.py" in written
    assert "Çelik" not in written
    assert "999996435" not in written


def test_lines_of_the_network_library_stay_out(log: Path) -> None:
    logging.getLogger("httpx").info("GET https://gemeente.example/dossier?naam=%s", CANARY)
    logging.getLogger("proef").info("round: %s", "goed")
    assert "httpx" not in log.read_text(encoding="utf-8")


def test_five_files_of_half_a_megabyte_are_all_that_is_kept(log: Path) -> None:
    for number in range(60):
        logging.getLogger("proef").info("%s %s", number, "x" * 100_000)
    files = sorted(log.parent.iterdir())
    assert [path.name for path in files] == [log.name, *(f"{log.name}.{number}" for number in range(1, 5))]
    assert all(400_000 < path.stat().st_size <= 512_000 for path in files[1:])
    assert log.stat().st_size <= 512_000
    assert " 59 x" in log.read_text(encoding="utf-8")


class Unhappy:
    """Cannot be taken away in peace."""

    def __del__(self) -> None:
        raise ValueError(CANARY)


def test_a_failure_that_nobody_can_catch_is_told_by_its_kind(log: Path) -> None:
    Unhappy()
    written = log.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "Çelik" not in written
