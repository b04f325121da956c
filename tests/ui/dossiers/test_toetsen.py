"""Keys of the screen work wherever the focus is in the window, and not while another screen is shown."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.dossiers.view import DossiersScherm
from tests.ui.handen import rust
from tests.ui.wereld import PAOLO, Wereld

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _venster(qtbot: QtBot, wereld: Wereld) -> tuple[QWidget, QPushButton, QStackedWidget, DossiersScherm]:
    venster, rail, stapel = QWidget(), QPushButton("Taken"), QStackedWidget()
    scherm = DossiersScherm(wereld.context)
    stapel.addWidget(scherm)
    stapel.addWidget(QWidget())
    doos = QHBoxLayout(venster)
    doos.addWidget(rail)
    doos.addWidget(stapel, 1)
    qtbot.addWidget(venster)
    venster.resize(1440, 900)
    venster.show()
    scherm.toon(Werkplek("dossiers", PAOLO))
    with qtbot.waitActive(venster):
        venster.activateWindow()
    rail.setFocus()
    rust()
    return venster, rail, stapel, scherm


def test_search_is_reached_from_outside_the_screen(qtbot: QtBot, wereld: Wereld) -> None:
    venster, rail, stapel, scherm = _venster(qtbot, wereld)
    QTest.keyClick(rail, Qt.Key.Key_F, CTRL)
    vast = venster.focusWidget()
    assert isinstance(vast, QLineEdit)
    assert scherm.isAncestorOf(vast)
    stapel.setCurrentIndex(1)
    rail.setFocus()
    QTest.keyClick(rail, Qt.Key.Key_F, CTRL)
    assert venster.focusWidget() is rail


def test_a_visit_starts_with_its_keys(qtbot: QtBot, wereld: Wereld) -> None:
    _, rail, _, _ = _venster(qtbot, wereld)
    QTest.keyClick(rail, Qt.Key.Key_D, CTRL | SHIFT)
    rust()
    assert [plek.scherm for plek in wereld.gegaan] == ["deurbezoek"]
