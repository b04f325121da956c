"""Walks through the real windows as a person would: finds things by name, types real keys, looks.

Used for the pictures of the manual, for the guided tour on a machine without a screen, and by the journeys
of the test suite.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QCursor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QScrollArea, QWidget

_PATIENCE = 30.0
"""Seconds something may take before the walk gives up."""


_QUIET = 3.0
"""Seconds a window gets to stand still for its picture; a clock in it never does."""


class WalkError(RuntimeError):
    """Something that should be on the screen is not there."""


class Walker:
    """One person in front of one window."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        self._app = app
        self.window = window

    def find(self, name: str) -> QWidget | None:
        """The visible part with that object name."""
        for part in self.window.findChildren(QWidget, name):
            if part.isVisible():
                return part
        return None

    def wait_for(self, name: str, patience: float = _PATIENCE) -> QWidget:
        """Wait until that part can be seen and used. Raises WalkError."""
        self.wait_until(lambda: (part := self.find(name)) is not None and part.isEnabled(), name, patience)
        part = self.find(name)
        if part is None:
            raise WalkError(name)
        return part

    def wait_until(self, done: Callable[[], bool], what: str, patience: float = _PATIENCE) -> None:
        """Let the program work until ``done``, at most ``patience`` seconds. WalkError tells ``what``."""
        end = time.monotonic() + patience
        while not done():
            if time.monotonic() > end:
                raise WalkError(what)
            self.moment()

    def moment(self) -> None:
        """One breath: events, and what was to be deleted."""
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.005)

    def click(self, name: str) -> None:
        """Click in the middle of a part, after scrolling it into view."""
        part = self.wait_for(name)
        _into_view(part)
        self.moment()
        QTest.mouseClick(_target(part), Qt.MouseButton.LeftButton)
        self.moment()

    def click_row(self, name: str, row: int, van: int | None = None) -> None:
        """Click on a row of a list; ``van`` waits first until it holds so many: a search takes a moment."""
        list_ = self.wait_for(name)
        if not isinstance(list_, QAbstractItemView):
            raise WalkError(f"{name} is not a list")
        self.wait_until(lambda: _filled(list_.model().rowCount(), row, van), f"{name}: row {row}")
        place = list_.model().index(row, 0)
        list_.scrollTo(place)
        self.moment()
        QTest.mouseClick(
            list_.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            list_.visualRect(place).center(),
        )
        self.moment()

    def type_text(self, name: str, text: str) -> None:
        """Go to a part and type, key by key."""
        part = self.wait_for(name)
        part.setFocus()
        self.moment()
        QTest.keyClicks(part, text)
        self.moment()

    def press_key(
        self, press_key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the focus is; the window is brought to the front first, as a person would."""
        # Without a window manager the answer to this takes a moment, and an inactive window has no shortcuts.
        self.window.activateWindow()
        self.wait_until(self.window.isActiveWindow, "the window did not come to the front")
        QTest.keyClick(self._app.focusWidget() or self.window, press_key, modifier)
        self.moment()

    def view(self, file: Path) -> None:
        """A picture of the window once it stands still, without the pointer over a button."""
        QCursor.setPos(self.window.mapToGlobal(QPoint(self.window.width() + 40, 10)))
        # Where no pointer moves, looking counts as work too: a long series must not end by the idle lock.
        QTest.mouseMove(self.window, QPoint(1, 1))
        previous, now = QImage(), self._after_a_moment()
        end = time.monotonic() + _QUIET
        while now != previous and time.monotonic() < end:
            previous, now = now, self._after_a_moment()
        now.save(str(file))

    def _after_a_moment(self) -> QImage:
        for _ in range(20):
            self.moment()
        return self.window.grab().toImage()


def _filled(rows: int, row: int, van: int | None) -> bool:
    return rows > row and van in (None, rows)


def _target(part: QWidget) -> QWidget:
    return part.viewport() if isinstance(part, QAbstractScrollArea) else part


def _into_view(part: QWidget) -> None:
    ouder = part.parentWidget()
    while ouder is not None:
        if isinstance(ouder, QScrollArea):
            inhoud = ouder.widget() or ouder
            middle = part.mapTo(inhoud, QPoint(part.width() // 2, part.height() // 2))
            ouder.ensureVisible(middle.x(), middle.y(), part.width() // 2 + 8, part.height() // 2 + 8)
        ouder = ouder.parentWidget()
