"""The keys that lead back, on every screen that has something to hand over first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


def is_terug(event: QKeyEvent) -> bool:
    """Whether a key is Esc or Alt+Left."""
    kaal = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() == Qt.Key.Key_Escape:
        return kaal == Qt.KeyboardModifier.NoModifier
    return event.key() == Qt.Key.Key_Left and kaal == Qt.KeyboardModifier.AltModifier
