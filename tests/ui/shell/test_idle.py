"""Auto-lock: it counts, it warns, and work puts it off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.shell.idle import IdleWatch


def test_nothing_done_warns_and_then_locks(qapp: QApplication, qtbot: QtBot) -> None:
    watch = IdleWatch(qapp, 2 / 60)
    warned: list[int] = []
    watch.waarschuwing.connect(warned.append)
    with qtbot.waitSignal(watch.verlopen, timeout=6000):
        watch.begin()
    assert warned
    qapp.removeEventFilter(watch)
    watch.deleteLater()


def test_a_key_puts_it_off(qapp: QApplication, qtbot: QtBot) -> None:
    watch = IdleWatch(qapp, 3 / 60)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    left: list[int] = []
    watch.over.connect(left.append)
    watch.begin()
    qtbot.waitUntil(lambda: bool(left) and left[-1] <= 2, timeout=4000)
    QTest.keyClick(field, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: left[-1] == 3, timeout=4000)
    watch.stop()
    qapp.removeEventFilter(watch)
    watch.deleteLater()
