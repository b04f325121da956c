"""The log says once when the first picture stood on the screen; the clock has its zone."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.clock import SystemClock
from leerplicht_desktop.bootstrap.first_paint import PAINTED, FirstPaint
from leerplicht_desktop.domain.nederlandsetijd import in_nederland


def test_the_first_paint_is_told_once(qtbot: QtBot, caplog: pytest.LogCaptureFixture) -> None:
    window = QLabel("Welkom")
    qtbot.addWidget(window)
    window.installEventFilter(watch := FirstPaint())
    with caplog.at_level(logging.INFO, "leerplicht.program"):
        window.show()
        qtbot.waitUntil(lambda: bool(caplog.records))
        window.setText("Nog eens")
        window.repaint()
        qtbot.wait(20)
    assert [record.getMessage() for record in caplog.records] == [PAINTED]
    assert watch.parent() is None


def test_the_clock_is_that_of_the_netherlands_with_its_offset() -> None:
    clock = SystemClock()
    now = clock.nu()
    assert now.utcoffset() == in_nederland(datetime.now(UTC)).utcoffset()
    assert abs(in_nederland(datetime.now(UTC)) - now) < timedelta(seconds=5)
    assert clock.vandaag() in {now.date(), (now + timedelta(seconds=5)).date()}
