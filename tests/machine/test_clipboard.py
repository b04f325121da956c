"""What is copied stays out of every history and is gone after a minute, and at a lock."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from leerplicht_desktop.machine.clipboard import SECONDS, ClipboardGuard

CANARY = "Kanarienaam zegt dat hij ziek is"


@pytest.fixture
def guard(qapp: QApplication) -> Iterator[ClipboardGuard]:
    made = ClipboardGuard(qapp, 0.3)
    yield made
    QGuiApplication.clipboard().clear()
    made.deleteLater()


def _copy(qtbot: QtBot) -> None:
    note = QPlainTextEdit()
    qtbot.addWidget(note)
    note.setPlainText(CANARY)
    note.selectAll()
    note.copy()


def test_a_copy_is_plain_marked_text(qtbot: QtBot, guard: ClipboardGuard) -> None:
    _copy(qtbot)
    content = QGuiApplication.clipboard().mimeData()
    assert content.text() == CANARY
    assert not content.hasHtml()
    assert [one for one in content.formats() if one.startswith(("text/html", "text/markdown"))] == []
    assert content.data("x-kde-passwordManagerHint").data() == b"secret"
    assert 'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"' in content.formats()


def test_it_is_gone_after_its_time_which_begins_anew_with_each_copy(
    qtbot: QtBot, guard: ClipboardGuard
) -> None:
    assert SECONDS == 60
    _copy(qtbot)
    qtbot.wait(150)
    _copy(qtbot)
    qtbot.wait(200)
    assert QGuiApplication.clipboard().text() == CANARY
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "", timeout=2000)


def test_a_lock_takes_it_away_at_once(qtbot: QtBot, guard: ClipboardGuard) -> None:
    _copy(qtbot)
    guard.clear()
    assert QGuiApplication.clipboard().text() == ""


def test_a_picture_is_left_as_it_is(qtbot: QtBot, guard: ClipboardGuard) -> None:
    data = QMimeData()
    data.setData("image/png", b"png")
    QGuiApplication.clipboard().setMimeData(data)
    assert QGuiApplication.clipboard().mimeData().formats() == ["image/png"]
