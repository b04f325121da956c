"""A second start brings the first to the front."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer
from pytestqt.qtbot import QtBot

from leerplicht_desktop.machine.single import Single


def test_the_second_start_wakes_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    woken: list[bool] = []
    first, second = Single(tmp_path), Single(tmp_path)
    assert first.wake_other() is False
    assert first.hold(lambda: woken.append(True))
    assert second.wake_other() is True
    qtbot.waitUntil(lambda: woken == [True])
    first.let_go()


def test_another_folder_is_another_program(qtbot: QtBot, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).mkdir()
    first, other = Single(tmp_path / "a"), Single(tmp_path / "b")
    assert first.hold(lambda: None)
    assert other.wake_other() is False
    first.let_go()


def test_a_path_that_is_too_long_for_a_socket_hangs_the_bell_elsewhere(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / ("lang" * 20)
    folder.mkdir()
    first = Single(folder)
    assert first.hold(lambda: None)
    assert list(folder.iterdir()) == []
    assert Single(folder).wake_other() is True
    first.let_go()


def test_a_name_that_was_given_up_can_be_taken_again(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = Single(tmp_path), Single(tmp_path)
    assert first.hold(lambda: None)
    first.let_go()
    assert second.wake_other() is False
    assert second.hold(lambda: None)
    second.let_go()


def test_a_name_that_a_killed_program_left_is_taken_over(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not every Qt takes the name over by itself: then what was left is cleared away first."""
    listen, refused, cleared = QLocalServer.listen, [True], list[str]()

    def once(server: QLocalServer, name: str) -> bool:
        return False if refused and refused.pop() else listen(server, name)

    monkeypatch.setattr(QLocalServer, "listen", once)
    monkeypatch.setattr(QLocalServer, "removeServer", cleared.append)
    single = Single(tmp_path)
    assert single.hold(lambda: None)
    assert cleared == [single._name]
    assert Single(tmp_path).wake_other() is True
    single.let_go()
    monkeypatch.setattr(QLocalServer, "listen", lambda *_: False)
    assert single.hold(lambda: None) is False


def test_who_gave_the_name_up_is_woken_by_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    woken: list[bool] = []
    single = Single(tmp_path)
    single.let_go()
    assert single.hold(lambda: woken.append(True))
    single._woken(lambda: woken.append(True))  # nobody is at the door
    single.let_go()
    single.let_go()
    single._woken(lambda: woken.append(True))
    assert woken == []
