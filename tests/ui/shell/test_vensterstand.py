"""The window is never larger than the screen, and stands after a lock as it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.shell.vensterstand import BEGIN, stand_van, zet


@pytest.fixture
def venster(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.setMinimumSize(QSize(640, 480))
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("scherm", "vol"),
    [
        ((1920, 1040), False),
        ((1456, 940), False),
        ((1440, 870), True),
        ((1366, 728), True),
        ((1280, 680), True),
        ((1024, 728), True),
        ((800, 560), True),
    ],
)
def test_on_a_screen_that_is_too_small_it_fills_that(
    venster: QWidget, scherm: tuple[int, int], vol: bool
) -> None:
    zet(venster, "", QRect(0, 0, *scherm))
    assert venster.isMaximized() is vol
    assert venster.width() <= scherm[0]
    assert venster.height() <= scherm[1]
    if not vol:
        assert venster.size() == BEGIN


@pytest.mark.parametrize("stand", ["vol", "1200x800"])
def test_it_stands_as_it_stood(venster: QWidget, qtbot: QtBot, stand: str) -> None:
    zet(venster, stand, QRect(0, 0, 1920, 1040))
    assert stand_van(venster) == stand
    other = QWidget()
    qtbot.addWidget(other)
    zet(other, stand_van(venster), QRect(0, 0, 1920, 1040))
    assert stand_van(other) == stand


def test_a_full_screen_comes_back_filling_it(venster: QWidget) -> None:
    venster.setWindowState(Qt.WindowState.WindowFullScreen)
    assert stand_van(venster) == "vol"


@given(stand=st.text(max_size=20) | st.from_regex(r"\d{1,6}x\d{1,6}", fullmatch=True))
def test_whatever_stands_in_the_file_it_fits(qapp: object, stand: str) -> None:
    assert qapp is not None
    venster = QWidget()
    zet(venster, stand, QRect(0, 0, 1280, 680))
    assert venster.width() <= 1280
    assert venster.height() <= 680
