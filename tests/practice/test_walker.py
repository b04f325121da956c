"""Who walks through the windows is there: a long series of pictures is not ended by the idle lock."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.practice.walker import Walker
from leerplicht_desktop.ui.shell.idle import Rustwacht


def test_a_picture_puts_off_the_idle_lock(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    now = [1000.0]
    watch = Rustwacht(qapp, 5, lambda: now[0], lambda: now[0])
    locked: list[bool] = []
    watch.verlopen.connect(lambda: locked.append(True))
    window = QLineEdit()
    qtbot.addWidget(window)
    window.show()
    try:
        for _ in range(20):
            now[0] += 20
            watch.kijk()
            Walker(qapp, window).view(tmp_path / "een.png")
        assert not locked
        now[0] += 29
        watch.kijk()
        watch.zet_minuten(0.3)
        now[0] += 20
        watch.kijk()
        assert locked  # the watch of this test does lock when nobody walks
    finally:
        watch.stop()
        qapp.removeEventFilter(watch)
        watch.deleteLater()


def test_who_types_stands_in_the_part_that_is_typed_in(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    first, second = QLineEdit(window), QLineEdit(window)
    first.setObjectName("eerste")
    second.setObjectName("tweede")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    first.setFocus()
    Walker(qapp, window).type_text("tweede", "Hij slaapt.")
    assert (first.text(), second.text()) == ("", "Hij slaapt.")
    assert window.focusWidget() is second
