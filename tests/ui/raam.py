"""A window without a layout around a screen: it decides how much room there is."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from leerplicht_desktop.ui.scherm.scherm import Scherm

S = TypeVar("S", bound=Scherm)

_OPEN: list[QWidget] = []
"""A window lives as long as somebody holds it; the test bot only remembers it to close it."""


def in_raam(qtbot: QtBot, scherm: S, breedte: int = 1440, hoogte: int = 900) -> S:
    """Put a screen in a window of that size and show it, active."""
    _OPEN[:] = [raam for raam in _OPEN if isValid(raam)]
    raam = QWidget()
    _OPEN.append(raam)
    qtbot.addWidget(raam)
    raam.resize(1600, 1200)
    scherm.setParent(raam)
    scherm.resize(breedte, hoogte)
    raam.show()
    qtbot.waitExposed(raam)
    raam.activateWindow()
    return scherm
