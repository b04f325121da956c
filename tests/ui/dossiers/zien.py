"""Looking at the screen the way an officer does: by what stands there and what can be pressed."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

W = TypeVar("W", bound=QWidget)


def deel(wortel: QWidget, soort: type[W], naam: str) -> W:
    """The part with this name."""
    gevonden = wortel.findChild(soort, naam)
    assert isinstance(gevonden, soort), naam
    return gevonden


def druk(wortel: QWidget, naam: str) -> None:
    """A click on a button."""
    knop = deel(wortel, QAbstractButton, naam)
    assert knop.isEnabled(), naam
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)


def teksten(wortel: QWidget) -> list[str]:
    """Every text that is shown, in no particular order; what was just added is shown first."""
    QApplication.processEvents()
    labels = [label.text() for label in wortel.findChildren(QLabel) if label.isVisibleTo(wortel)]
    knoppen = [knop.text() for knop in wortel.findChildren(QAbstractButton) if knop.isVisibleTo(wortel)]
    return labels + knoppen


def leest(wortel: QWidget, tekst: str) -> bool:
    """Whether a text stands somewhere on the screen."""
    return any(tekst in gezien.replace("\u00a0", " ") for gezien in teksten(wortel))
