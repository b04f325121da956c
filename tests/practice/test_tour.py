"""A walk that ends early takes its practice server along, also while that is still filling its register."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from leerplicht_desktop.practice.server import PracticeServer
from leerplicht_desktop.practice.tour import Exercise
from leerplicht_desktop.practice.walker import WalkError
from leerplicht_desktop.ui.shell.idle import Rustwacht


def _watches() -> list[Rustwacht]:
    app = QApplication.instance()
    assert app is not None
    found = app.findChildren(Rustwacht)
    assert found
    return found


def _close(exercise: Exercise) -> None:
    exercise.close()


def _lock_and_close(exercise: Exercise) -> None:
    """As the idle lock does behind the back of a walk."""
    for watch in _watches():
        watch.verlopen.emit()
    assert exercise.visible  # no watch ends a walk; a key does
    exercise.program.lock()
    with pytest.raises(WalkError):
        _ = exercise.walker
    exercise.close()


@pytest.mark.journey
@pytest.mark.parametrize("leave", [_close, _lock_and_close])
def test_no_server_stays_behind(
    qapp: QApplication, tmp_path: Path, leave: Callable[[Exercise], None]
) -> None:
    exercise = Exercise(qapp, tmp_path)
    place = tmp_path / "gegevens" / "server"
    _wait(lambda: (place / "gemeente.db").exists())
    leave(exercise)
    assert PracticeServer(place).address() is None
    left = _written(place)
    time.sleep(2)
    assert _written(place) == left  # nobody fills a register that nobody waits for
    assert "server.json" not in left


def _written(place: Path) -> dict[str, tuple[int, int]]:
    return {one.name: (one.stat().st_size, one.stat().st_mtime_ns) for one in place.iterdir()}


def _wait(done: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not done():
        assert time.monotonic() < end
        time.sleep(0.02)
