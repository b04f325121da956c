"""States that normally need a mouse or a keyboard, held still for the gallery and for the tests of the
states.
"""

from typing import TypeVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from leerplicht_desktop.ui.kit.focus import FocusRing
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column

_FOCUS = "toonFocus"
_Part = TypeVar("_Part", bound=QWidget)
_Button = TypeVar("_Button", bound=QAbstractButton)


def pointed(part: _Part) -> _Part:
    """Holds `part` as if the mouse were above it."""
    part.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    return part


def pressed(part: _Button) -> _Button:
    """Holds `part` as if it were pressed."""
    part.setDown(True)
    return part


def checked(part: _Button) -> _Button:
    """Chooses `part`."""
    part.setChecked(True)
    return part


def off(part: _Part) -> _Part:
    """Switches `part` off."""
    part.setEnabled(False)
    return part


def focused(part: _Part) -> _Part:
    """Marks `part` to be shown with the focus ring by `show_still_rings`."""
    part.setProperty(_FOCUS, True)
    return part


def state(name: str, part: QWidget) -> QWidget:
    """The part with the name of its state above it."""
    return Column(Label(name, ink=Ink.SUBTLE), part, gap=2)


class _StillRing(FocusRing):
    """One of several rings, also where the window is scrolled away; the program shows one at a time."""

    def seen(self, target: QWidget) -> QRect:
        return target.rect()


def show_still_rings(sheet: QWidget) -> None:
    """Draws the ring around every part of `sheet` that `focused` marked."""
    for ring in sheet.window().findChildren(_StillRing):
        ring.deleteLater()
        ring.hide()
    for part in sheet.findChildren(QWidget):
        if part.property(_FOCUS):
            _StillRing(sheet).surround(part)
