"""A second start brings the first to the front."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.enig import Enig


def test_the_second_start_wakes_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    woken: list[bool] = []
    first, second = Enig(tmp_path), Enig(tmp_path)
    assert first.wek_andere() is False
    assert first.houd(lambda: woken.append(True))
    assert second.wek_andere() is True
    qtbot.waitUntil(lambda: woken == [True])
    first.laat_los()


def test_another_folder_is_another_program(qtbot: QtBot, tmp_path: Path) -> None:
    first, other = Enig(tmp_path / "a"), Enig(tmp_path / "b")
    assert first.houd(lambda: None)
    assert other.wek_andere() is False
    first.laat_los()


def test_a_name_that_was_given_up_can_be_taken_again(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = Enig(tmp_path), Enig(tmp_path)
    assert first.houd(lambda: None)
    first.laat_los()
    assert second.wek_andere() is False
    assert second.houd(lambda: None)
    second.laat_los()
