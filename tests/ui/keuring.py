"""What every screen must be: named, large enough to hit, inside the window, in reading order."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QScrollBar, QWidget

from tests.ui.handen import rust


def stops(scherm: QWidget) -> list[QWidget]:
    """Where the tab key stops, in its order; of a group of choices only one."""
    gevonden: list[QWidget] = []
    stuk = scherm.nextInFocusChain()
    while stuk is not None and stuk is not scherm:
        if scherm.isAncestorOf(stuk) and _neemt_tab(stuk):
            gevonden.append(stuk)
        stuk = stuk.nextInFocusChain()
    return gevonden


def zonder_naam(scherm: QWidget) -> list[str]:
    """Stops that a screen reader or a test could not name."""
    fout = []
    for stuk in stops(scherm):
        gezegd = QAccessible.queryAccessibleInterface(stuk).text(QAccessible.Text.Name)
        if not gezegd or not stuk.objectName():
            fout.append(f"{type(stuk).__name__} {stuk.objectName()!r} {gezegd!r}")
    return fout


def te_klein(scherm: QWidget, laagst: int) -> list[str]:
    """Buttons lower or narrower than ``laagst`` pixels."""
    return [
        f"{stuk.objectName()} {stuk.width()}x{stuk.height()}"
        for stuk in stops(scherm)
        if isinstance(stuk, QAbstractButton) and min(stuk.width(), stuk.height()) < laagst
    ]


def buiten_beeld(scherm: QWidget, breedte: int, hoogte: int) -> list[str]:
    """Parts that stick out at the side in a window of that size."""
    scherm.resize(breedte, hoogte)
    rust()
    fout = []
    for stuk in scherm.findChildren(QWidget):
        if not stuk.isVisibleTo(scherm) or isinstance(stuk, (QScrollBar, QAbstractScrollArea)):
            continue
        links = stuk.mapTo(scherm, QPoint(0, 0)).x()
        if links < 0 or links + stuk.width() > breedte:
            fout.append(f"{type(stuk).__name__} {stuk.objectName()} {links}..{links + stuk.width()}")
    return fout


def _neemt_tab(stuk: QWidget) -> bool:
    wil = bool(stuk.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wil and stuk.isVisible() and stuk.isEnabled() and stuk.focusProxy() is None
