"""The window around the screens: ways, privacy, banner, lock, and a title that names nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.ports.gemeente import SyncFase, SyncWeergave
from leerplicht_desktop.casework.problems import AndereServer, ApparaatIngetrokken
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.kit.rail import Rail
from leerplicht_desktop.ui.scherm.context import Navigatie
from leerplicht_desktop.ui.scherm.scherm import Scherm
from leerplicht_desktop.ui.shell.window import Venster
from leerplicht_desktop.ui.shell.woorden import laatste_keer, lock_tekst
from tests.ui.wereld import NU


class Bord(Scherm):
    """A screen with one field; remembers what it was asked to show."""

    verberg_gevraagd = Signal()

    def __init__(self, naam: str, *, met_rail: bool = True) -> None:
        super().__init__()
        self.naam, self.met_rail = naam, met_rail
        self.rail_item = "dossiers"
        self.getoond: list[Werkplek] = []
        self.verlaten = 0
        self.veld = QLineEdit()
        QVBoxLayout(self).addWidget(self.veld)

    def toon(self, werkplek: Werkplek) -> None:
        self.getoond.append(werkplek)

    def werkplek(self) -> Werkplek:
        return self.getoond[-1]

    def verlaat(self) -> None:
        self.verlaten += 1


class Huis:
    """A window with two screens."""

    def __init__(self) -> None:
        self.navigatie = Navigatie()
        self.venster = Venster(self.navigatie, oefenen=False)
        self.dossiers, self.deurbezoek = Bord("dossiers"), Bord("deurbezoek", met_rail=False)
        self.venster.toon_voorportaal(Bord("ontgrendelen", met_rail=False))
        makers: dict[str, Callable[[], Scherm]] = {
            "dossiers": lambda: self.dossiers,
            "deurbezoek": lambda: self.deurbezoek,
        }
        self.venster.open_werk("Gemeente Demostad", makers, (Werkplek("dossiers", "d-1"), None))

    @property
    def rail(self) -> Rail:
        found = self.venster.findChild(Rail, "rail")
        assert isinstance(found, Rail)
        return found


@pytest.fixture
def huis(qtbot: QtBot) -> Huis:
    made = Huis()
    qtbot.addWidget(made.venster)
    made.venster.show()
    made.venster.activateWindow()
    return made


def test_what_comes_into_the_window_is_dressed(qapp: QApplication) -> None:
    huis = Huis()
    assert huis.dossiers.veld.sizeHint().height() == 40
    huis.venster.deleteLater()


def test_the_way_back_leads_to_the_same_thing(huis: Huis) -> None:
    huis.navigatie.ga("deurbezoek", "b-1")
    assert huis.venster.scherm is huis.deurbezoek
    assert huis.dossiers.verlaten == 1
    assert not huis.rail.isVisible()
    huis.navigatie.terug()
    assert huis.venster.scherm is huis.dossiers
    assert huis.dossiers.getoond[-1].ding == "d-1"
    assert huis.rail.isVisible()


def test_a_screen_that_does_not_exist_becomes_the_list(huis: Huis) -> None:
    huis.navigatie.ga("zolder", "x")
    assert huis.venster.scherm is huis.dossiers


def test_where_the_officer_is_and_came_from(huis: Huis) -> None:
    huis.navigatie.ga("deurbezoek", "b-1")
    plek = huis.venster.plek()
    assert plek == (Werkplek("deurbezoek", "b-1"), Werkplek("dossiers", "d-1"))


def test_privacy_hides_and_gives_the_cursor_back(huis: Huis) -> None:
    huis.dossiers.veld.setFocus()
    QTest.keyClick(huis.venster, Qt.Key.Key_F9)
    sheet = huis.venster.findChild(QWidget, "privacyscherm")
    assert sheet is not None
    assert sheet.isVisible()
    assert sheet.size() == huis.venster.size()
    QTest.keyClicks(sheet, "geheim")
    assert huis.dossiers.veld.text() == ""
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert huis.dossiers.veld.hasFocus()


def test_a_screen_can_ask_to_be_hidden(huis: Huis) -> None:
    huis.navigatie.ga("deurbezoek", "b-1")
    huis.deurbezoek.verberg_gevraagd.emit()
    sheet = huis.venster.findChild(QWidget, "privacyscherm")
    assert sheet is not None
    assert sheet.isVisible()


def test_the_lock_key_asks_nothing(huis: Huis, qtbot: QtBot) -> None:
    with qtbot.waitSignal(huis.venster.vergrendel, timeout=1000):
        QTest.keyClick(huis.venster, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def test_a_known_problem_has_one_action(huis: Huis, qtbot: QtBot) -> None:
    huis.venster.toon_probleem(AndereServer())
    knop = next(
        knop
        for knop in huis.venster.findChildren(QPushButton)
        if knop.isVisible() and knop.text() == AndereServer.actie
    )
    with qtbot.waitSignal(huis.venster.actie_gevraagd, timeout=1000):
        QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
    assert not knop.isVisible()
    huis.venster.toon_probleem(ApparaatIngetrokken())
    assert any(
        "ingetrokken" in label.text() for label in huis.venster.findChildren(QLabel) if label.isVisible()
    )


def test_the_title_names_nobody(huis: Huis) -> None:
    huis.navigatie.ga("deurbezoek", "Vaso Olympia")
    assert huis.venster.windowTitle() == "Leerplicht Desktop"


def test_the_road_in_words_on_the_rail(huis: Huis) -> None:
    huis.venster.toon_sync(SyncWeergave(False, SyncFase.RUST, 3, 1, NU))
    names = {part.accessibleName() for part in huis.rail.findChildren(QWidget)}
    assert "Offline, 3 te verzenden, 1 niet aangenomen" in names


def test_signing_in_again_takes_the_work_away(huis: Huis) -> None:
    huis.venster.sluit_werk()
    assert huis.venster.scherm is None
    assert huis.venster.plek() is None


def test_words_of_the_corner() -> None:
    assert laatste_keer(None, NU) == "Nog niet gesynchroniseerd"
    assert laatste_keer(NU, NU) == f"Laatste synchronisatie vandaag {NU:%H:%M}"
    assert lock_tekst(252) == "Vergrendelt over 4:12"
