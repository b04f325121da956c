"""Choices: one of many, one stop for the tab key, arrow keys, and keys that the program understands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.kit.choices import BigChoice, ChoiceGroup, FilterPill, Segmented
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.layout import Column, Row
from tests.ui.kit.measure import picture, shown


def _group(qtbot: QtBot) -> tuple[QWidget, ChoiceGroup, list[BigChoice]]:
    buttons = [BigChoice("Beiden thuis", Icon.USERS), BigChoice("Niet thuis", Icon.HOUSE)]
    row = Row(*buttons)
    qtbot.addWidget(row)
    group = ChoiceGroup(row)
    for key, button in zip(("beiden", "niet"), buttons, strict=True):
        group.add(key, button)
    shown(row)
    return row, group, buttons


def test_one_choice_takes_the_other_away(qtbot: QtBot) -> None:
    _, group, (both, none) = _group(qtbot)
    heard: list[str] = []
    group.picked.connect(heard.append)
    assert group.key == ""
    QTest.mouseClick(both, Qt.MouseButton.LeftButton)
    QTest.mouseClick(none, Qt.MouseButton.LeftButton)
    assert heard == ["beiden", "niet"]
    assert (both.isChecked(), none.isChecked(), group.key) == (False, True, "niet")


def test_choosing_by_program_is_silent_and_can_be_undone(qtbot: QtBot) -> None:
    _, group, (both, _) = _group(qtbot)
    heard: list[str] = []
    group.picked.connect(heard.append)
    group.choose("beiden")
    assert both.isChecked()
    group.choose("")
    assert not both.isChecked()
    assert (group.key, heard) == ("", [])
    with pytest.raises(KeyError):
        group.choose("weg")


def test_arrow_keys_move_the_choice_and_tab_leaves_it(qtbot: QtBot) -> None:
    bar, after = (
        Segmented("Nieuw", [("a", "Gezien", None), ("b", "Gehoord", None), ("c", "Gezegd", None)]),
        QLineEdit(),
    )
    stage = Column(bar, after)
    qtbot.addWidget(stage)
    shown(stage)
    stage.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is stage)
    bar.choose("a")
    bar.group.buttons()[0].setFocus()
    heard: list[str] = []
    bar.picked.connect(heard.append)
    holder = stage.focusWidget()
    assert holder is not None
    QTest.keyClick(holder, Qt.Key.Key_Right)
    assert (bar.key, heard) == ("b", ["b"])
    holder = stage.focusWidget()
    assert holder is not None
    QTest.keyClick(holder, Qt.Key.Key_Tab)
    assert stage.focusWidget() is after


def test_exclusive_choices_are_radio_buttons_to_a_screen_reader(qtbot: QtBot) -> None:
    _, _, (both, _) = _group(qtbot)
    assert QAccessible.queryAccessibleInterface(both).role() == QAccessible.Role.RadioButton


def test_data_with_an_ampersand_stays_whole(qtbot: QtBot) -> None:
    pill = FilterPill("Jansen & Zn", 3)
    qtbot.addWidget(pill)
    assert pill.accessibleName() == "Jansen & Zn, 3"
    assert pill.shortcut().isEmpty()
    pill.set_count(None)
    assert pill.accessibleName() == "Jansen & Zn"


def test_other_words_are_painted_and_said(qtbot: QtBot) -> None:
    pictures = []
    for word in ("Invullen", "Gegevens"):
        bar = Segmented("Wat zie je", [("a", word, None), ("b", "Voorbeeld", None)])
        bar.setDisabled(True)  # without the focus, that only one window has
        qtbot.addWidget(bar)
        bar.set_words(0, "Gegevens")
        pictures.append(picture(shown(bar)))
        assert bar.group.buttons()[0].accessibleName() == "Gegevens"
    assert pictures[0] == pictures[1]
