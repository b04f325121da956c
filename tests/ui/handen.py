"""The hands of an officer in the tests: press, type and read, by the words on the screen or by its names."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

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


def plak(scherm: QWidget, naam: str, tekst: str) -> None:
    """Paste a text in a part at once: for a test of what comes after it, not of the typing."""
    stuk = deel(scherm, naam, QWidget)
    assert isinstance(stuk, QLineEdit | QPlainTextEdit | QTextEdit)
    stuk.setFocus()
    QApplication.clipboard().setText(tekst)
    stuk.paste()
    QApplication.clipboard().clear()
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


def woorden_van(knop: QAbstractButton) -> str:
    """What a person reads on a button: what is painted, else what a screen reader says of a picture."""
    geschilderd = getattr(knop, "words", "") or knop.text()
    return str(geschilderd or knop.accessibleName()).replace("&", "")


def druk_op(scherm: QWidget, woorden: str) -> None:
    """Press the one button on which a person reads these words, whatever it is called inside."""
    knoppen = [knop for knop in scherm.findChildren(QAbstractButton) if knop.isVisibleTo(scherm)]
    gevonden = [knop for knop in knoppen if woorden_van(knop) == woorden]
    assert len(gevonden) == 1, f"{woorden}: {len(gevonden)} gevonden"
    (knop,) = gevonden
    assert knop.isEnabled(), f"{woorden} staat uit"
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
    rust()
