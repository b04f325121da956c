"""The hands of an officer in the tests: press, type, read, by the names that the screens keep."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

W = TypeVar("W", bound=QWidget)


def deel(scherm: QWidget, naam: str, soort: type[W]) -> W:
    """The part with that name; fails when there is none, or more than one that shows."""
    gevonden = [stuk for stuk in scherm.findChildren(soort, naam) if stuk.isVisibleTo(scherm)]
    assert len(gevonden) == 1, f"{naam}: {len(gevonden)} gevonden"
    return gevonden[0]


def vind(scherm: QWidget, naam: str) -> QWidget:
    """As ``deel``, whatever kind it is."""
    return deel(scherm, naam, QWidget)


def zichtbaar(scherm: QWidget, naam: str) -> bool:
    """Whether a part with that name shows."""
    return any(stuk.isVisibleTo(scherm) for stuk in scherm.findChildren(QWidget, naam))


def druk(scherm: QWidget, naam: str) -> None:
    """Press a part with the mouse."""
    stuk = vind(scherm, naam)
    assert stuk.isEnabled(), f"{naam} staat uit"
    QTest.mouseClick(stuk, Qt.MouseButton.LeftButton)
    rust()


def typ(scherm: QWidget, naam: str, tekst: str) -> None:
    """Put the cursor in a part and type."""
    stuk = vind(scherm, naam)
    stuk.setFocus()
    for letter in tekst:
        if letter.isascii():
            QTest.keyClicks(stuk, letter)
        else:
            # The test library of Qt knows no keys beyond ASCII; a keyboard sends these as text.
            QApplication.sendEvent(
                stuk, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
            )
    rust()


def toets(scherm: QWidget, naam: str, sleutel: Qt.Key, *met: Qt.KeyboardModifier) -> None:
    """Press a key in a part."""
    samen = Qt.KeyboardModifier.NoModifier
    for bij in met:
        samen |= bij
    QTest.keyClick(vind(scherm, naam), sleutel, samen)
    rust()


def rust() -> None:
    """Let layouts and timers of zero catch up."""
    for _ in range(3):
        QApplication.processEvents()
