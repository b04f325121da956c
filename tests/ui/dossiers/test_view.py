"""The whole screen: where the officer is, what is read again, and what fits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.ports.brievenbus import Feedpagina
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.taak.maken import taak_maken
from leerplicht_desktop.casework.touched import Soort, touched
from leerplicht_desktop.ui.dossiers.dossierpaneel import BLADEN
from leerplicht_desktop.ui.dossiers.view import DossiersScherm
from leerplicht_desktop.ui.kit.layout import Width
from leerplicht_desktop.ui.kit.look import Look, look
from leerplicht_desktop.ui.kit.rows import DossierList
from leerplicht_desktop.ui.kit.tabs import Tabs
from leerplicht_desktop.ui.kit.theme import Theme
from leerplicht_desktop.ui.kit.timeline import TimelineList
from tests.ui.kit.measure import cut
from tests.ui.wereld import DRIELING, PAOLO, Wereld

from .conftest import dossier_van
from .zien import deel, druk, leest

Kleed = Callable[..., Look]


def _in_venster(wereld: Wereld, qtbot: QtBot, breedte: int, hoogte: int) -> DossiersScherm:
    """A screen with a rail beside it and a status bar below, in a window of this size."""
    scherm, venster = DossiersScherm(wereld.context), QWidget()
    qtbot.addWidget(venster)
    rail, balk = QWidget(), QWidget()
    rail.setFixedWidth(look().sizes.rail_narrow if Width.of(breedte) is Width.NARROW else look().sizes.rail)
    balk.setFixedHeight(look().sizes.statusbar)
    rijen = QGridLayout(venster)
    rijen.setContentsMargins(0, 0, 0, 0)
    rijen.setSpacing(0)
    rijen.addWidget(rail, 0, 0)
    rijen.addWidget(scherm, 0, 1)
    rijen.addWidget(balk, 1, 0, 1, 2)
    venster.resize(breedte, hoogte)
    venster.show()
    return scherm


def _naam(scherm: QWidget) -> str:
    return deel(scherm, QLabel, "dossier.naam").text()


def test_begins_with_the_list_and_what_to_do(scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek())
    assert leest(scherm, "Kies iemand uit de lijst, of zoek op naam of school.")
    assert scherm.werkplek() == Werkplek("dossiers")


@pytest.mark.parametrize("blad", BLADEN)
def test_comes_back_to_the_same_dossier_tab_and_search(wereld: Wereld, qtbot: QtBot, blad: str) -> None:
    plek = Werkplek("dossiers", PAOLO, blad, -1, "pa")
    scherm = DossiersScherm(wereld.context)
    qtbot.addWidget(scherm)
    scherm.toon(plek)
    assert _naam(scherm) == "Paolo de Jager"
    assert deel(scherm, Tabs, "dossier.tabs").key == blad
    assert deel(scherm, QLineEdit, "dossiers.zoek").text() == "pa"
    assert deel(scherm, DossierList, "dossiers.lijst").chosen_keys() == [PAOLO]
    assert scherm.werkplek() == plek


def test_the_rail_leads_back_to_the_dossier_that_was_open(scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO, "school"))
    scherm.verlaat()
    scherm.toon(Werkplek())
    assert scherm.werkplek() == Werkplek("dossiers", PAOLO, "school")


def test_arrows_show_the_next_dossier_beside_the_list(scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", DRIELING[0]))
    lijst = deel(scherm, DossierList, "dossiers.lijst")
    eerst = scherm.werkplek().ding
    QTest.keyClick(lijst, Qt.Key.Key_Up)
    assert scherm.werkplek().ding != eerst
    assert lijst.chosen_keys() == [scherm.werkplek().ding]


def test_the_focus_alone_opens_nothing(scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek())
    deel(scherm, DossierList, "dossiers.lijst").setFocus()
    QApplication.processEvents()
    assert scherm.werkplek().ding == ""


def test_ctrl_f_goes_to_the_search_field(scherm: DossiersScherm, qtbot: QtBot) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO))
    scherm.activateWindow()
    deel(scherm, DossierList, "dossiers.lijst").setFocus()
    QTest.keyClick(scherm.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert scherm.focusWidget() is deel(scherm, QLineEdit, "dossiers.zoek")


def test_f6_goes_from_list_to_dossier_and_back(scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO))
    lijst, start = deel(scherm, DossierList, "dossiers.lijst"), "dossier.start_deurbezoek"
    lijst.setFocus()
    for verwacht in (deel(scherm, QWidget, start), lijst, deel(scherm, QWidget, start)):
        QTest.keyClick(scherm.focusWidget(), Qt.Key.Key_F6)
        assert scherm.focusWidget() is verwacht


def test_a_dossier_that_left_the_caseload_says_so(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO))
    wereld.context.bulletin.meld(
        wereld.doe(lambda work: work.brievenbus.pas_toe(Feedpagina("1", "2", (PAOLO,), ())))
    )
    assert leest(scherm, "Dit dossier is niet meer van jou")
    assert scherm.werkplek().ding == ""
    scherm.toon(Werkplek("dossiers", DRIELING[0]))
    assert _naam(scherm) == "Dimitris Olympos"


def test_reads_again_only_what_it_shows(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO, "taken"))
    dag = wereld.klok.vandaag() + timedelta(days=4)
    wereld.doe(lambda work: taak_maken(work, wereld.klok, (PAOLO,), "Bel de mentor", dag))
    wereld.context.bulletin.meld(touched(Soort.TAAK, dossiers=DRIELING[:1]))
    assert not leest(scherm, "Bel de mentor")
    wereld.context.bulletin.meld(touched(Soort.TAAK, dossiers=(PAOLO,)))
    assert leest(scherm, "Bel de mentor")


def test_a_message_without_news_leaves_focus_and_place(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO))
    knop = deel(scherm, QWidget, "dossier.uitleg.plicht")
    knop.setFocus()
    wereld.context.bulletin.meld(touched(Soort.DOSSIER, dossiers=(PAOLO,)))
    assert scherm.findChild(QWidget, "dossier.uitleg.plicht") is knop
    assert scherm.focusWidget() is knop


def test_narrow_shows_the_list_or_the_dossier(scherm: DossiersScherm) -> None:
    scherm.resize(800, 600)
    scherm.toon(Werkplek())
    lijst = deel(scherm, DossierList, "dossiers.lijst")
    assert lijst.isVisible()
    lijst.setFocus()
    QTest.keyClick(lijst, Qt.Key.Key_Down)
    assert lijst.isVisible()
    QTest.keyClick(lijst, Qt.Key.Key_Return)
    assert not lijst.isVisible()
    assert scherm.werkplek().ding != ""
    druk(scherm, "dossier.terug")
    assert lijst.isVisible()
    assert scherm.werkplek().ding == ""


@pytest.mark.parametrize(("breedte", "naast"), [(1440, True), (1024, False), (800, False)])
def test_the_timeline_stands_beside_or_under_a_tab(scherm: DossiersScherm, breedte: int, naast: bool) -> None:
    scherm.resize(breedte, 768)
    scherm.toon(Werkplek("dossiers", PAOLO))
    lijn = deel(scherm, TimelineList, "dossier.tijdlijn")
    assert lijn.isVisible() is naast
    scherm.toon(Werkplek("dossiers", PAOLO, "historie"))
    assert lijn.isVisible()


@pytest.mark.parametrize(
    ("breedte", "hoogte"), [(1440, 900), (1240, 768), (1024, 768), (905, 600), (800, 600), (640, 480)]
)
@pytest.mark.parametrize("naam", ["Paolo", "Fredje", "Vica", "Niet in de BRP"])
def test_nothing_is_cut(oefenwereld: Wereld, qtbot: QtBot, naam: str, breedte: int, hoogte: int) -> None:
    """Widths of the design, and the narrowest window of each layout."""
    scherm = _in_venster(oefenwereld, qtbot, breedte, hoogte)
    for blad in BLADEN:
        scherm.toon(Werkplek("dossiers", dossier_van(oefenwereld, naam), blad))
        for _ in range(12):
            QApplication.processEvents()
        assert list(cut(scherm)) == []
        assert (scherm.window().width(), scherm.window().height()) == (breedte, hoogte)


@pytest.mark.parametrize(("breedte", "hoogte"), [(1440, 900), (1024, 768), (800, 600)])
def test_nothing_is_cut_at_twice_the_size(
    oefenwereld: Wereld, qtbot: QtBot, dress: Kleed, breedte: int, hoogte: int
) -> None:
    naam = "Vica"
    dress(Theme.LIGHT, 21.0)
    scherm = _in_venster(oefenwereld, qtbot, breedte, hoogte)
    for blad in BLADEN:
        scherm.toon(Werkplek("dossiers", dossier_van(oefenwereld, naam), blad))
        for _ in range(12):
            QApplication.processEvents()
        assert list(cut(scherm)) == []


def test_every_stop_of_the_tab_key_has_a_name(wereld: Wereld, scherm: DossiersScherm) -> None:
    wereld.begin_bezoek((PAOLO,))
    for blad in BLADEN:
        scherm.toon(Werkplek("dossiers", PAOLO, blad))
        for stop in scherm.findChildren(QWidget):
            if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.isVisibleTo(scherm):
                woorden = getattr(stop, "text", str)() if not stop.accessibleName() else "naam"
                assert woorden, f"{type(stop).__name__} {stop.objectName()} in {blad}"
