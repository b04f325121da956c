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

_GEDULD = 30.0
"""Seconds something may take before the walk gives up."""


_STIL = 3.0
"""Seconds a window gets to stand still for its picture; a clock in it never does."""


class WalkError(RuntimeError):
    """Something that should be on the screen is not there."""


class Loper:
    """One person in front of one window."""

    def __init__(self, app: QApplication, venster: QWidget) -> None:
        self._app = app
        self.venster = venster

    def vind(self, naam: str) -> QWidget | None:
        """The visible part with that object name."""
        for deel in self.venster.findChildren(QWidget, naam):
            if deel.isVisible():
                return deel
        return None

    def wacht_op(self, naam: str, geduld: float = _GEDULD) -> QWidget:
        """Wait until that part can be seen and used. Raises WalkError."""
        self.wacht_tot(lambda: (deel := self.vind(naam)) is not None and deel.isEnabled(), naam, geduld)
        deel = self.vind(naam)
        if deel is None:
            raise WalkError(naam)
        return deel

    def wacht_tot(self, klaar: Callable[[], bool], wat: str, geduld: float = _GEDULD) -> None:
        """Let the program work until ``klaar``, at most ``geduld`` seconds. Raises WalkError with ``wat``."""
        einde = time.monotonic() + geduld
        while not klaar():
            if time.monotonic() > einde:
                raise WalkError(wat)
            self.even()

    def even(self) -> None:
        """One breath: events, and what was to be deleted."""
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        time.sleep(0.005)

    def klik(self, naam: str) -> None:
        """Click in the middle of a part, after scrolling it into view."""
        deel = self.wacht_op(naam)
        _in_beeld(deel)
        self.even()
        QTest.mouseClick(_doel(deel), Qt.MouseButton.LeftButton)
        self.even()

    def klik_rij(self, naam: str, rij: int, van: int | None = None) -> None:
        """Click on a row of a list; ``van`` waits first until it holds so many: a search takes a moment."""
        lijst = self.wacht_op(naam)
        if not isinstance(lijst, QAbstractItemView):
            raise WalkError(f"{naam} is not a list")
        self.wacht_tot(lambda: _gevuld(lijst.model().rowCount(), rij, van), f"{naam}: row {rij}")
        plek = lijst.model().index(rij, 0)
        lijst.scrollTo(plek)
        self.even()
        QTest.mouseClick(
            lijst.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            lijst.visualRect(plek).center(),
        )
        self.even()

    def typ(self, naam: str, tekst: str) -> None:
        """Go to a part and type, key by key."""
        deel = self.wacht_op(naam)
        deel.setFocus()
        self.even()
        QTest.keyClicks(deel, tekst)
        self.even()

    def toets(self, toets: Qt.Key, erbij: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is; the window is brought to the front first, as a person would."""
        # Without a window manager the answer to this takes a moment, and an inactive window has no shortcuts.
        self.venster.activateWindow()
        self.wacht_tot(self.venster.isActiveWindow, "the window did not come to the front")
        QTest.keyClick(self._app.focusWidget() or self.venster, toets, erbij)
        self.even()

    def beeld(self, bestand: Path) -> None:
        """A picture of the window once it stands still, without the pointer over a button."""
        QCursor.setPos(self.venster.mapToGlobal(QPoint(self.venster.width() + 40, 10)))
        vorig, nu = QImage(), self._na_een_tel()
        einde = time.monotonic() + _STIL
        while nu != vorig and time.monotonic() < einde:
            vorig, nu = nu, self._na_een_tel()
        nu.save(str(bestand))

    def _na_een_tel(self) -> QImage:
        for _ in range(20):
            self.even()
        return self.venster.grab().toImage()


def _gevuld(rijen: int, rij: int, van: int | None) -> bool:
    return rijen > rij and van in (None, rijen)


def _doel(deel: QWidget) -> QWidget:
    return deel.viewport() if isinstance(deel, QAbstractScrollArea) else deel


def _in_beeld(deel: QWidget) -> None:
    ouder = deel.parentWidget()
    while ouder is not None:
        if isinstance(ouder, QScrollArea):
            inhoud = ouder.widget() or ouder
            midden = deel.mapTo(inhoud, QPoint(deel.width() // 2, deel.height() // 2))
            ouder.ensureVisible(midden.x(), midden.y(), deel.width() // 2 + 8, deel.height() // 2 + 8)
        ouder = ouder.parentWidget()
