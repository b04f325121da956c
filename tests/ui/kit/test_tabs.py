"""Tabs: what does not fit goes under "Meer", and the chosen tab stays in view."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.kit.tabs import Tabs
from tests.ui.kit.measure import shown

_WORDS = ("Overzicht", "Verzuim", "Betrokkenen", "School", "Documenten", "Taken", "Historie")


def _tabs(qtbot: QtBot, width: int) -> tuple[Tabs, QTabBar, QPushButton]:
    tabs = Tabs("Dossier", [(word.lower(), word) for word in _WORDS])
    qtbot.addWidget(tabs)
    shown(tabs, QSize(width, 40))
    bar, more = tabs.findChild(QTabBar), tabs.findChild(QPushButton)
    assert isinstance(bar, QTabBar)
    assert isinstance(more, QPushButton)
    return tabs, bar, more


def _visible(bar: QTabBar) -> list[str]:
    return [bar.tabText(at) for at in range(bar.count()) if bar.isTabVisible(at)]


def test_all_fit_in_a_wide_window(qtbot: QtBot) -> None:
    _, bar, more = _tabs(qtbot, 900)
    assert _visible(bar) == list(_WORDS)
    assert not more.isVisible()
    assert bar.height() == 40


@pytest.mark.parametrize("width", [260, 400, 520])
def test_the_rest_goes_under_meer(qtbot: QtBot, width: int) -> None:
    tabs, bar, more = _tabs(qtbot, width)
    assert more.isVisible()
    assert 0 < len(_visible(bar)) < len(_WORDS)
    assert more.geometry().right() <= tabs.width()


def test_a_tab_under_meer_can_be_chosen_and_comes_forward(qtbot: QtBot) -> None:
    tabs, bar, more = _tabs(qtbot, 400)
    heard: list[str] = []
    tabs.chosen.connect(heard.append)
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    menu = tabs.findChild(QMenu)
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == "Historie")
    action.trigger()
    menu.close()
    assert (tabs.key, heard) == ("historie", ["historie"])
    assert "Historie" in _visible(bar)
    shown(tabs, QSize(260, 40))
    assert "Historie" in _visible(bar)


def test_choosing_by_program_is_silent(qtbot: QtBot) -> None:
    tabs, _, _ = _tabs(qtbot, 900)
    heard: list[str] = []
    tabs.chosen.connect(heard.append)
    tabs.choose("school")
    assert (tabs.key, heard) == ("school", [])
    with pytest.raises(KeyError):
        tabs.choose("weg")


def test_a_count_stands_behind_the_words(qtbot: QtBot) -> None:
    tabs, bar, _ = _tabs(qtbot, 900)
    tabs.set_count("betrokkenen", 5)
    assert bar.tabText(2) == "Betrokkenen 5"
    tabs.set_count("betrokkenen", 0)
    assert bar.tabText(2) == "Betrokkenen"
