"""The state matrix: every state of every part looks different, has a name, and is large enough."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.kit.buttons import Button, FullButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.look import Look
from leerplicht_desktop.ui.kit.theme import Theme
from tests.ui.kit.gallery_still import checked, off, pointed, pressed
from tests.ui.kit.measure import POINTS, THEMES, cut, picture, shown
from tests.ui.kit.parts import BUTTONS, CHECKABLE, OTHERS

Dress = Callable[..., Look]


def _made(qtbot: QtBot, name: str) -> QAbstractButton:
    part = BUTTONS[name][0]()
    qtbot.addWidget(part)
    return part


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", BUTTONS)
def test_rest_pointed_pressed_and_off_differ(qtbot: QtBot, dress: Dress, name: str, theme: str) -> None:
    dress(Theme(theme))
    rest = shown(_made(qtbot, name))
    over = shown(pointed(_made(qtbot, name)))
    dead = shown(off(_made(qtbot, name)))
    pictures = [picture(part) for part in (rest, over, dead)]
    assert pictures[0] != pictures[1]
    assert pictures[0] != pictures[2]
    assert pictures[1] != pictures[2]
    if name.startswith(("full", "outlined", "destructive")):
        held = picture(shown(pressed(_made(qtbot, name))))
        assert held != pictures[0]
        assert held != pictures[1] or theme in ("buiten", "donkercontrast")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", CHECKABLE)
def test_chosen_differs_also_in_grey(qtbot: QtBot, dress: Dress, name: str, theme: str) -> None:
    dress(Theme(theme))
    rest, chosen = shown(_made(qtbot, name)), shown(checked(_made(qtbot, name)))
    grey = picture(rest).convertToFormat(picture(rest).Format.Format_Grayscale8)
    grey_chosen = picture(chosen).convertToFormat(picture(rest).Format.Format_Grayscale8)
    assert grey != grey_chosen
    assert rest.sizeHint() == chosen.sizeHint(), "choosing must not move the neighbours"


@pytest.mark.parametrize("points", POINTS)
@pytest.mark.parametrize("name", BUTTONS)
def test_real_height_is_the_height_of_the_design(
    qtbot: QtBot, dress: Dress, name: str, points: float
) -> None:
    dress(points=points)
    part = BUTTONS[name][0]()
    holder = Row(part)
    qtbot.addWidget(holder)
    shown(holder, QSize(holder.sizeHint().width(), 1))
    wanted = BUTTONS[name][1] * points / 10.5
    assert part.height() >= round(wanted) - 1
    assert part.sizeHint().height() == pytest.approx(wanted, abs=1.5)
    assert min(part.width(), part.height()) >= 24


@pytest.mark.parametrize("name", [*BUTTONS, *OTHERS])
def test_every_stop_of_the_tab_key_has_a_name_and_a_role(qtbot: QtBot, name: str) -> None:
    part: QWidget = BUTTONS[name][0]() if name in BUTTONS else OTHERS[name]()
    holder = Column(part)
    qtbot.addWidget(holder)
    shown(holder)
    for stop in holder.findChildren(QWidget):
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.isVisible():
            seen = QAccessible.queryAccessibleInterface(stop)
            assert seen.text(QAccessible.Text.Name), type(stop).__name__
            assert seen.role() != QAccessible.Role.Client, type(stop).__name__


@pytest.mark.parametrize("points", POINTS)
@pytest.mark.parametrize("name", [*BUTTONS, *OTHERS])
def test_nothing_is_cut_at_its_smallest(qtbot: QtBot, dress: Dress, name: str, points: float) -> None:
    dress(points=points)
    part: QWidget = BUTTONS[name][0]() if name in BUTTONS else OTHERS[name]()
    holder = Column(part, 1)
    qtbot.addWidget(holder)
    width = holder.minimumSizeHint().width()
    shown(holder, QSize(width, 10))
    shown(holder, QSize(width, max(holder.heightForWidth(width), holder.minimumSizeHint().height())))
    assert [found for found in cut(holder) if "QTabBar" not in found] == []


@pytest.mark.parametrize("name", ["card", "notice", "field", "steps", "empty", "dagenstrook", "tick row"])
def test_a_switch_of_size_leaves_nothing_cut(qtbot: QtBot, dress: Dress, name: str) -> None:
    part: QWidget = BUTTONS[name][0]() if name in BUTTONS else OTHERS[name]()
    holder = Column(part, 1)
    qtbot.addWidget(holder)
    shown(holder, QSize(900, 700))
    for points in (21.0, 10.5, 16.0):
        dress(points=points)
        shown(holder, QSize(900, 700))
        assert list(cut(holder)) == []


def test_busy_keeps_the_focus_and_refuses_presses(qtbot: QtBot) -> None:
    button, presses = FullButton("Ontgrendel", Icon.LOCK_OPEN), []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: presses.append(1))
    shown(button)
    rest = picture(button)
    button.set_busy("Even geduld")
    shown(button)
    assert button.text() == "Even geduld"
    assert picture(button) != rest
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(button, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert presses == []
    button.set_ready()
    assert button.text() == "Ontgrendel"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert presses == [1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_press(qtbot: QtBot, key: Qt.Key) -> None:
    button: Button = FullButton("Start")
    qtbot.addWidget(button)
    shown(button)
    with qtbot.waitSignal(button.clicked, timeout=2000):
        QTest.keyClick(button, key)


def test_tab_bar_is_seen_as_a_list_of_tabs(qtbot: QtBot) -> None:
    tabs = OTHERS["tabs"]()
    qtbot.addWidget(tabs)
    shown(tabs)
    bar = tabs.findChild(QTabBar)
    assert isinstance(bar, QTabBar)
    assert QAccessible.queryAccessibleInterface(bar).role() == QAccessible.Role.PageTabList
