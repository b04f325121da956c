"""Esc and Alt+Left lead back, also where a field or a group of buttons would take the arrow for itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class BackKey(QObject):
    """Listens at whatever has the focus inside ``screen``; the shortcut of the window stays out of it.

    A screen that has something to hand over before it is left uses this instead of the window's own key.
    """

    asked = Signal()

    def __init__(self, screen: QWidget) -> None:
        super().__init__(screen)
        self._screen = screen
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._move)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key before the part that has the focus does."""
        if not isinstance(event, QKeyEvent) or not is_back(event):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self.asked.emit()
            return True
        return False

    def _move(self, _: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        inside = new is not None and isValid(self._screen) and self._screen.isAncestorOf(new)
        self._watched = new if inside else None
        if self._watched is not None:
            self._watched.installEventFilter(self)


def is_back(event: QKeyEvent) -> bool:
    """Whether a key is Esc or Alt+Left."""
    bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Escape:
        return bare == Qt.KeyboardModifier.NoModifier
    return event.key() == Qt.Key.Key_Left and bare == Qt.KeyboardModifier.AltModifier
