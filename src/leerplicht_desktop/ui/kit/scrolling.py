"""Scrolling where the focus goes, and with the keyboard where nothing can have the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QScrollArea, QWidget

_STAPPEN = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
}


def blader(vlak: QScrollArea, event: QKeyEvent) -> bool:
    """Move a page that is read with Page Up, Page Down, arrows, Home and End. False for another key."""
    stap = _STAPPEN.get(Qt.Key(event.key()))
    if stap is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    vlak.verticalScrollBar().triggerAction(stap)
    return True


def breng_in_beeld(deel: QWidget, marge: int = 24) -> None:
    """Scroll every area around ``deel`` until it is in sight; Qt does so for the tab key only."""
    om = deel.parentWidget()
    while om is not None:
        if isinstance(om, QScrollArea):
            om.ensureWidgetVisible(deel, 0, marge)
        om = om.parentWidget()
