"""Esc and Alt+Left lead back, also where a field or a group of buttons would take the arrow for itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class TerugToets(QObject):
    """Listens at whatever has the focus inside ``scherm``; the shortcut of the window stays out of it.

    A screen that has something to hand over before it is left uses this instead of the window's own key.
    """

    gevraagd = Signal()

    def __init__(self, scherm: QWidget) -> None:
        super().__init__(scherm)
        self._scherm = scherm
        self._bij: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._verhuis)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key before the part that has the focus does."""
        if not isinstance(event, QKeyEvent) or not is_terug(event):
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            self.gevraagd.emit()
            return True
        return False

    def _verhuis(self, _: QWidget | None, nieuw: QWidget | None) -> None:
        if self._bij is not None and isValid(self._bij):
            self._bij.removeEventFilter(self)
        binnen = nieuw is not None and isValid(self._scherm) and self._scherm.isAncestorOf(nieuw)
        self._bij = nieuw if binnen else None
        if self._bij is not None:
            self._bij.installEventFilter(self)


def is_terug(event: QKeyEvent) -> bool:
    """Whether a key is Esc or Alt+Left."""
    kaal = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Escape:
        return kaal == Qt.KeyboardModifier.NoModifier
    return event.key() == Qt.Key.Key_Left and kaal == Qt.KeyboardModifier.AltModifier
