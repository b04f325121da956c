"""Says in the log when the first picture stood on the screen, once."""

from __future__ import annotations

import logging

from PySide6.QtCore import QEvent, QObject, QTimer

PAINTED = "first window painted"


class FirstPaint(QObject):
    """Watches a window for its first paint; the line is written when that paint is done."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Write the line after the first paint and stop watching."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, _say)
        return super().eventFilter(watched, event)


def _say() -> None:
    logging.getLogger("leerplicht.program").info(PAINTED)
