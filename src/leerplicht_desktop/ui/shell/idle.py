"""Auto-lock: a warning a minute before, then the lock. Typing, pointing and touching count as work."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
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


class IdleWatch(QObject):
    """Emits ``over`` with the seconds left, once a second, and ``verlopen`` at the end."""

    over = Signal(int)
    waarschuwing = Signal(int)
    verlopen = Signal()

    def __init__(self, app: QApplication, minuten: float) -> None:
        super().__init__(app)
        self._seconden = max(1, round(minuten * 60))
        self._sinds = QElapsedTimer()
        self._sinds.start()
        self._tik = QTimer(self)
        self._tik.setInterval(1000)
        self._tik.timeout.connect(self._kijk)
        app.installEventFilter(self)

    def begin(self) -> None:
        """Start counting; before the vault is open nothing has to be locked."""
        self._sinds.restart()
        self._tik.start()
        self._kijk()

    def stop(self) -> None:
        """Stop counting."""
        self._tik.stop()

    def zet_minuten(self, minuten: float) -> None:
        """Another setting; counting starts anew."""
        self._seconden = max(1, round(minuten * 60))
        self._sinds.restart()

    def werk(self) -> None:
        """The officer is there."""
        self._sinds.restart()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every real input counts as work."""
        if event.type() in _WERK and event.spontaneous():
            self._sinds.restart()
        return super().eventFilter(watched, event)

    def _kijk(self) -> None:
        over = self._seconden - self._sinds.elapsed() // 1000
        if over <= 0:
            self._tik.stop()
            self.verlopen.emit()
            return
        self.over.emit(over)
        if over <= min(WAARSCHUWING, self._seconden // 2):
            self.waarschuwing.emit(over)
