"""A second start brings the first to the front."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.single import Single


def test_the_second_start_wakes_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    woken: list[bool] = []
    first, second = Single(tmp_path), Single(tmp_path)
    assert first.wake_other() is False
    assert first.hold(lambda: woken.append(True))
    assert second.wake_other() is True
    qtbot.waitUntil(lambda: woken == [True])
    first.let_go()


def test_another_folder_is_another_program(qtbot: QtBot, tmp_path: Path) -> None:
    first, other = Single(tmp_path / "a"), Single(tmp_path / "b")
    assert first.hold(lambda: None)
    assert other.wake_other() is False
    first.let_go()


def test_a_name_that_was_given_up_can_be_taken_again(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = Single(tmp_path), Single(tmp_path)
    assert first.hold(lambda: None)
    first.let_go()
    assert second.wake_other() is False
    assert second.hold(lambda: None)
    second.let_go()
