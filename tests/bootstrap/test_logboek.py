"""No personal data in the log: not from messages of failures, not from local values."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.bootstrap import crash_log

CANARY = "Daniël Çelik 999996435"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    crash_log.begin(tmp_path)
    yield tmp_path / "leerplicht.log"
    for handler in root.handlers:
        handler.close()
    root.handlers[:], root.level = before, level


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
