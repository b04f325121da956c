"""Auto-lock: it counts, it warns, work puts it off, and a laptop that slept locks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.shell.idle import WAARSCHUWING, Rustwacht


class Wacht:
    """A watch of five minutes with clocks that are turned by hand."""

    def __init__(self, app: QApplication) -> None:
        self.loopt, self.wand = 1000.0, 5000.0
        self.watch = Rustwacht(app, 5, lambda: self.loopt, lambda: self.wand)
        self.over: list[int] = []
        self.gewaarschuwd: list[int] = []
        self.verlopen = 0
        self.watch.over.connect(self.over.append)
        self.watch.waarschuwing.connect(self.gewaarschuwd.append)
        self.watch.verlopen.connect(self._op)
        self.watch.begin()

    def _op(self) -> None:
        self.verlopen += 1

    def verder(self, seconden: float) -> None:
        """Second after second, as the timer does."""
        for _ in range(round(seconden)):
            self.loopt += 1
            self.wand += 1
            if not self.verlopen:
                self.watch.kijk()


@pytest.fixture
def wacht(qapp: QApplication) -> Iterator[Wacht]:
    made = Wacht(qapp)
    yield made
    made.watch.stop()
    qapp.removeEventFilter(made.watch)
    made.watch.deleteLater()


def test_it_warns_a_minute_before_and_then_locks(wacht: Wacht) -> None:
    wacht.verder(300 - WAARSCHUWING - 1)
    assert wacht.gewaarschuwd == []
    wacht.verder(1)
    assert wacht.gewaarschuwd == [WAARSCHUWING]
    wacht.verder(WAARSCHUWING - 1)
    assert wacht.verlopen == 0
    wacht.verder(1)
    assert wacht.verlopen == 1


def test_a_key_puts_it_off(wacht: Wacht, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    wacht.verder(250)
    QTest.keyClick(field, Qt.Key.Key_A)
    wacht.verder(299)
    assert wacht.verlopen == 0


def test_pointing_and_pressing_put_it_off_too(wacht: Wacht, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    wacht.verder(250)
    QTest.mousePress(field, Qt.MouseButton.LeftButton)
    wacht.verder(250)
    QTest.mouseMove(field, QPoint(3, 3))
    QTest.mouseMove(field, QPoint(9, 9))
    qtbot.wait(1)
    wacht.verder(299)
    assert wacht.verlopen == 0


HERE, NOTHING = QPointF(2, 2), Qt.KeyboardModifier.NoModifier


@pytest.mark.parametrize(
    "event",
    [
        lambda: QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, NOTHING, "a"),
        lambda: QMouseEvent(
            QEvent.Type.MouseMove, HERE, HERE, Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, NOTHING
        ),
        lambda: QWheelEvent(
            HERE,
            HERE,
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            NOTHING,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    ],
    ids=["key", "move", "wheel"],
)
def test_what_the_program_does_itself_puts_nothing_off(
    wacht: Wacht, qtbot: QtBot, event: Callable[[], QEvent]
) -> None:
    """A list that moves under a pointer that lies still, a text that is filled in: nobody is there."""
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    wacht.verder(299)
    QApplication.sendEvent(field, event())
    assert wacht.verlopen == 0
    wacht.verder(1)
    assert wacht.verlopen == 1


def test_another_setting_starts_anew(wacht: Wacht) -> None:
    wacht.verder(250)
    wacht.watch.zet_minuten(2)
    wacht.verder(119)
    assert wacht.verlopen == 0
    wacht.verder(1)
    assert wacht.verlopen == 1


@pytest.mark.parametrize(("loopt", "wand"), [(1, 3600), (3600, 3600)])
def test_a_laptop_that_slept_locks_when_it_wakes(wacht: Wacht, loopt: float, wand: float) -> None:
    wacht.watch.zet_minuten(600)
    wacht.verder(3)
    wacht.loopt += loopt
    wacht.wand += wand
    wacht.watch.kijk()
    assert wacht.verlopen == 1


@given(st.floats(min_value=-86_400, max_value=25))
def test_a_clock_that_is_set_back_locks_nobody_out(sprong: float) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wacht = Wacht(app)
    wacht.wand += sprong
    wacht.verder(1)
    assert wacht.verlopen == 0
    wacht.watch.stop()
    app.removeEventFilter(wacht.watch)
    wacht.watch.deleteLater()
