"""Auto-lock: a warning a minute before, then the lock. Typing, pointing and touching count as work."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_WERK = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)

WAARSCHUWING = 60
"""Seconds before the lock at which the officer is told (WCAG 2.2.1)."""
SLAAP = 30.0
"""Seconds the clock on the wall may run ahead between two looks: more means that the laptop slept."""


class Rustwacht(QObject):
    """Emits ``over`` with the seconds left, once a second, and ``verlopen`` at the end.

    A laptop that slept locks when it wakes. ``loopt`` is a steady clock, ``wand`` the one on the wall.
    """

    over = Signal(int)
    waarschuwing = Signal(int)
    verlopen = Signal()

    def __init__(
        self,
        app: QApplication,
        minuten: float,
        loopt: Callable[[], float] = time.monotonic,
        wand: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(app)
        self._seconden = max(1, round(minuten * 60))
        self._loopt, self._wand = loopt, wand
        self._sinds = loopt()
        self._vorige = loopt(), wand()
        self._tik = QTimer(self)
        self._tik.setInterval(1000)
        self._tik.timeout.connect(self.kijk)
        app.installEventFilter(self)

    def begin(self) -> None:
        """Start counting; before the vault is open nothing has to be locked."""
        self._vorige = self._loopt(), self._wand()
        self.werk()
        self._tik.start()
        self.kijk()

    def stop(self) -> None:
        """Stop counting."""
        self._tik.stop()

    def zet_minuten(self, minuten: float) -> None:
        """Another setting; counting starts anew."""
        self._seconden = max(1, round(minuten * 60))
        self.werk()

    def werk(self) -> None:
        """The officer is there."""
        self._sinds = self._loopt()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every real input counts as work."""
        if event.type() in _WERK and event.spontaneous():
            self.werk()
        return super().eventFilter(watched, event)

    def kijk(self) -> None:
        """Look at the clocks; the timer does this every second."""
        over = self._seconden - int(self._loopt() - self._sinds)
        if over <= 0 or self._sliep():
            self._tik.stop()
            self.verlopen.emit()
            return
        self.over.emit(over)
        if over <= min(WAARSCHUWING, self._seconden // 2):
            self.waarschuwing.emit(over)

    def _sliep(self) -> bool:
        (loopt, wand), nu = self._vorige, (self._loopt(), self._wand())
        self._vorige = nu
        return (nu[1] - wand) - (nu[0] - loopt) > SLAAP or nu[0] - loopt > SLAAP
