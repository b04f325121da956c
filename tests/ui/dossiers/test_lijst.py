"""The list: search as you type, filters, pages by key, and what it says when it is empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.ports.brievenbus import Feedpagina
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.taak.maken import taak_maken
from leerplicht_desktop.casework.touched import Soort, touched
from leerplicht_desktop.ui.dossiers import lijst_presenter
from leerplicht_desktop.ui.dossiers.view import DossiersScherm
from leerplicht_desktop.ui.kit.painted import ROW_ROLE
from leerplicht_desktop.ui.kit.rows import DossierList, DossierRow
from tests.ui.wereld import DRIELING, PAOLO, Wereld

from .wachtlane import Wachtlane
from .zien import deel, druk, leest


def _rijen(scherm: QWidget) -> list[DossierRow]:
    model = deel(scherm, DossierList, "dossiers.lijst").rows
    return [model.index(rij).data(ROW_ROLE) for rij in range(model.rowCount())]


def _namen(scherm: QWidget) -> list[str]:
    return [rij.name for rij in _rijen(scherm)]


def _voet(scherm: QWidget) -> str:
    return deel(scherm, QLabel, "dossiers.voet").text()


def test_shows_who_where_and_what(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek())
    paolo = next(rij for rij in _rijen(scherm) if rij.key == PAOLO)
    assert (paolo.name, paolo.line) == ("Paolo de Jager", "4 vmbo-tl · Demo OBS De Ooievaar")
    assert paolo.kind == "Luxeverzuim"
    assert paolo.badge is not None
    assert paolo.badge.text == "Nieuw"
    assert _voet(scherm) == "4 van 4"


def test_searches_at_every_key_without_diacritics(oefenwereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek())
    zoek = deel(scherm, QLineEdit, "dossiers.zoek")
    QTest.keyClicks(zoek, "olymp")
    assert sorted(_namen(scherm)) == ["Dimitris Olympos", "Theofilaktos Olympos", "Vaso Olympia"]
    assert _voet(scherm) == "3 van 36"
    QTest.keyClicks(zoek, "os dim")
    # Himself first; then the children whose father is called so.
    assert _namen(scherm)[0] == "Dimitris Olympos"


def test_a_newer_question_drops_the_older_answer(wereld: Wereld, qtbot: QtBot) -> None:
    lane = Wachtlane()
    scherm = DossiersScherm(replace(wereld.context, opslag=lane))
    qtbot.addWidget(scherm)
    QTest.keyClicks(deel(scherm, QLineEdit, "dossiers.zoek"), "di")
    assert lane.wachtend == 2
    lane.lever(1)
    assert _namen(scherm)[0] == "Dimitris Olympos"
    newest = _namen(scherm)
    lane.lever()
    assert _namen(scherm) == newest


def test_down_goes_to_the_list_and_enter_opens(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek())
    zoek = deel(scherm, QLineEdit, "dossiers.zoek")
    QTest.keyClicks(zoek, "paolo")
    assert scherm.werkplek().ding == ""
    QTest.keyClick(zoek, Qt.Key.Key_Down)
    lijst = deel(scherm, DossierList, "dossiers.lijst")
    QTest.keyClick(lijst, Qt.Key.Key_Home)
    QTest.keyClick(lijst, Qt.Key.Key_Return)
    assert scherm.werkplek() == Werkplek("dossiers", PAOLO, "overzicht", -1, "paolo")


def test_escape_empties_the_search(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek())
    zoek = deel(scherm, QLineEdit, "dossiers.zoek")
    QTest.keyClicks(zoek, "paolo")
    QTest.keyClick(zoek, Qt.Key.Key_Escape)
    assert zoek.text() == ""
    assert len(_namen(scherm)) == 4


def test_nothing_found_offers_to_clear_the_word(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek())
    QTest.keyClicks(deel(scherm, QLineEdit, "dossiers.zoek"), "<b>zzz")
    assert leest(scherm, "Geen dossier past bij “<b>zzz”.")
    _druk_op_tekst(scherm, "Wis zoekwoord")
    assert len(_namen(scherm)) == 4


def test_an_empty_caseload_offers_to_synchronise(wereld: Wereld, scherm: DossiersScherm) -> None:
    weg = Feedpagina("1", "2", (*DRIELING, PAOLO), ())
    wereld.doe(lambda work: work.brievenbus.pas_toe(weg))
    scherm.toon(Werkplek())
    assert leest(scherm, "Nog geen dossiers")
    _druk_op_tekst(scherm, "Synchroniseer")
    assert wereld.sync.gevraagd == 1
    assert wereld.gegaan == [Werkplek("synchronisatie")]


def test_filters_count_and_narrow(wereld: Wereld, scherm: DossiersScherm) -> None:
    vandaag = wereld.klok.vandaag()
    wereld.doe(lambda work: taak_maken(work, wereld.klok, (PAOLO,), "Bel", vandaag - timedelta(days=3)))
    later = vandaag + timedelta(days=20)
    wereld.doe(lambda work: taak_maken(work, wereld.klok, DRIELING[1:2], "Bel school", later))
    wereld.begin_bezoek(DRIELING[:1])
    scherm.toon(Werkplek())
    tellingen = {
        naam: deel(scherm, QPushButton, f"dossiers.filter.{naam}").accessibleName()
        for naam in ("alle", "nieuw", "taak", "concept")
    }
    assert tellingen == {
        "alle": "Alle, 4",
        "nieuw": "Nieuw, 4",
        "taak": "Met taak, 2",
        "concept": "Concept, 1",
    }
    druk(scherm, "dossiers.filter.taak")
    # Every open task counts; the badge says how pressing it is.
    assert {rij.name: rij.badge.text for rij in _rijen(scherm) if rij.badge} == {
        "Paolo de Jager": "3 dagen te laat",
        "Theofilaktos Olympos": "Nog 20 dagen",
    }
    assert _voet(scherm) == "2 van 4"


def test_a_filter_without_dossiers_shows_the_way_back(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek())
    druk(scherm, "dossiers.filter.concept")
    assert leest(scherm, "Geen dossiers met dit filter")
    _druk_op_tekst(scherm, "Toon alle dossiers")
    assert len(_namen(scherm)) == 4


def test_pages_come_by_key_as_the_list_scrolls(
    oefenwereld: Wereld, scherm: DossiersScherm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lijst_presenter, "PAGINA", 15)
    scherm.toon(Werkplek())
    lijst = deel(scherm, DossierList, "dossiers.lijst")
    assert len(_namen(scherm)) == 15
    for _ in range(5):
        lijst.scrollToBottom()
    namen = _namen(scherm)
    assert len(namen) == 36
    assert len({rij.key for rij in _rijen(scherm)}) == 36
    assert _voet(scherm) == "36 van 36"


def test_a_reload_keeps_choice_place_and_length(
    oefenwereld: Wereld, scherm: DossiersScherm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lijst_presenter, "PAGINA", 15)
    scherm.toon(Werkplek())
    lijst = deel(scherm, DossierList, "dossiers.lijst")
    for _ in range(5):
        lijst.scrollToBottom()
    laatste = _rijen(scherm)[-1].key
    lijst.setCurrentIndex(lijst.rows.index(35))
    plaats = lijst.verticalScrollBar().value()
    oefenwereld.context.bulletin.meld(touched(Soort.DOSSIER))
    assert len(_namen(scherm)) == 36
    assert lijst.chosen_keys() == [laatste]
    assert lijst.verticalScrollBar().value() == plaats
    assert scherm.werkplek().ding == laatste


def test_a_reload_keeps_the_cursor_of_a_narrow_list(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.resize(800, 600)
    scherm.toon(Werkplek())
    lijst = deel(scherm, DossierList, "dossiers.lijst")
    lijst.setFocus()
    QTest.keyClick(lijst, Qt.Key.Key_Down)
    gekozen = lijst.chosen_keys()
    assert len(gekozen) == 1
    wereld.context.bulletin.meld(touched(Soort.DOSSIER))
    assert lijst.chosen_keys() == gekozen


def _druk_op_tekst(scherm: QWidget, tekst: str) -> None:
    knop = next(
        knop for knop in scherm.findChildren(QPushButton) if knop.text() == tekst and knop.isVisibleTo(scherm)
    )
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)
