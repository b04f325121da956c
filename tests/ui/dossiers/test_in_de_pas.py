"""List and dossier in step: Enter opens what was found, and no dossier stands beside a list without it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_verwerpen
from leerplicht_desktop.casework.ports.brievenbus import Feedpagina
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.touched import Soort, touched
from leerplicht_desktop.ui.dossiers import lijst_presenter
from leerplicht_desktop.ui.dossiers.view import DossiersScherm
from leerplicht_desktop.ui.kit.rows import DossierList
from tests.ui.wereld import DRIELING, PAOLO, Wereld

from .wachtlane import Wachtlane
from .zien import deel, druk, leest

START = "dossier.start_deurbezoek"


def _zoek(scherm: DossiersScherm) -> QLineEdit:
    return deel(scherm, QLineEdit, "dossiers.zoek")


def _te_starten(scherm: DossiersScherm) -> str:
    """Whose visit the button on the screen would begin; empty when there is no button."""
    knop = deel(scherm, QPushButton, START)
    return deel(scherm, QLabel, "dossier.naam").text() if knop.isVisibleTo(scherm) else ""


@pytest.mark.parametrize("toets", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_first_hit(scherm: DossiersScherm, toets: Qt.Key) -> None:
    scherm.toon(Werkplek("dossiers", DRIELING[0]))
    QTest.keyClicks(_zoek(scherm), "paolo")
    QTest.keyClick(_zoek(scherm), toets)
    assert scherm.werkplek().ding == PAOLO
    assert _te_starten(scherm) == "Paolo de Jager"
    assert deel(scherm, DossierList, "dossiers.lijst").chosen_keys() == [PAOLO]


def test_enter_never_opens_what_only_looks_like_the_word(scherm: DossiersScherm) -> None:
    """Another family may be one letter away: it stands in the list, to be chosen."""
    scherm.toon(Werkplek())
    QTest.keyClicks(_zoek(scherm), "paulo")
    lijst = deel(scherm, DossierList, "dossiers.lijst")
    assert lijst.rows.rowCount() >= 1
    QTest.keyClick(_zoek(scherm), Qt.Key.Key_Return)
    assert scherm.werkplek().ding == ""
    assert _te_starten(scherm) == ""
    QTest.keyClick(_zoek(scherm), Qt.Key.Key_Down)
    QTest.keyClick(lijst, Qt.Key.Key_Return)
    assert scherm.werkplek().ding == PAOLO


@pytest.mark.parametrize("woord", ["", "  ", "zzz"])
def test_enter_without_a_hit_opens_nothing(scherm: DossiersScherm, woord: str) -> None:
    scherm.toon(Werkplek())
    QTest.keyClicks(_zoek(scherm), woord)
    QTest.keyClick(_zoek(scherm), Qt.Key.Key_Return)
    assert scherm.werkplek().ding == ""
    assert _te_starten(scherm) == ""


def test_enter_waits_for_the_answer_to_what_was_typed(wereld: Wereld, qtbot: QtBot) -> None:
    lane = Wachtlane()
    scherm = DossiersScherm(replace(wereld.context, opslag=lane))
    qtbot.addWidget(scherm)
    scherm.toon(Werkplek())
    lane.lever_alles()
    QTest.keyClicks(_zoek(scherm), "paolo")
    QTest.keyClick(_zoek(scherm), Qt.Key.Key_Return)
    assert scherm.werkplek().ding == ""
    lane.lever_alles()
    assert scherm.werkplek().ding == PAOLO


def test_a_key_after_enter_takes_the_opening_back(wereld: Wereld, qtbot: QtBot) -> None:
    lane = Wachtlane()
    scherm = DossiersScherm(replace(wereld.context, opslag=lane))
    qtbot.addWidget(scherm)
    scherm.toon(Werkplek())
    lane.lever_alles()
    QTest.keyClicks(_zoek(scherm), "paolo")
    QTest.keyClick(_zoek(scherm), Qt.Key.Key_Return)
    QTest.keyClick(_zoek(scherm), Qt.Key.Key_Backspace)
    lane.lever_alles()
    assert scherm.werkplek().ding == ""


def test_news_while_the_answer_is_under_way_leaves_what_was_typed(wereld: Wereld, qtbot: QtBot) -> None:
    lane = Wachtlane()
    scherm = DossiersScherm(replace(wereld.context, opslag=lane))
    qtbot.addWidget(scherm)
    scherm.show()
    scherm.toon(Werkplek("dossiers", DRIELING[0]))
    lane.lever_alles()
    QTest.keyClicks(_zoek(scherm), "paolo")
    scherm.geraakt(touched(Soort.DOSSIER))
    lane.lever_alles()
    assert _zoek(scherm).text() == "paolo"
    assert _te_starten(scherm) == ""


def test_a_second_enter_begins_no_visit_with_the_child_before(wereld: Wereld, qtbot: QtBot) -> None:
    """Enter, Enter: the vault has not answered yet, and the dossier of before still stands there."""
    lane = Wachtlane()
    scherm = DossiersScherm(replace(wereld.context, opslag=lane))
    qtbot.addWidget(scherm)
    scherm.resize(1440, 900)
    scherm.show()
    with qtbot.waitActive(scherm):
        scherm.activateWindow()
    scherm.toon(Werkplek("dossiers", DRIELING[0]))
    lane.lever_alles()
    lijst = deel(scherm, DossierList, "dossiers.lijst")
    lijst.setFocus()
    QTest.keyClick(lijst, Qt.Key.Key_End)
    QTest.keyClick(lijst, Qt.Key.Key_Return)
    assert scherm.focusWidget() is not deel(scherm, QWidget, START)
    QTest.keyClick(scherm.focusWidget(), Qt.Key.Key_Return)
    assert wereld.gegaan == []
    lane.lever_alles()
    assert scherm.focusWidget() is deel(scherm, QWidget, START)
    assert _te_starten(scherm) != "Dimitris Olympos"


def test_a_dossier_outside_the_hits_is_set_aside(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", DRIELING[0], "school"))
    QTest.keyClicks(_zoek(scherm), "paolo")
    assert _te_starten(scherm) == ""
    assert scherm.werkplek().ding == ""
    met = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(scherm, Qt.Key.Key_D, met)
    QApplication.processEvents()
    assert wereld.gegaan == []
    QTest.keyClick(_zoek(scherm), Qt.Key.Key_Escape)
    assert _te_starten(scherm) == "Dimitris Olympos"
    assert scherm.werkplek() == Werkplek("dossiers", DRIELING[0], "school")


def test_a_dossier_outside_the_filter_is_set_aside(wereld: Wereld, scherm: DossiersScherm) -> None:
    wereld.begin_bezoek(DRIELING[:1])
    scherm.toon(Werkplek("dossiers", PAOLO))
    druk(scherm, "dossiers.filter.concept")
    assert _te_starten(scherm) == ""
    druk(scherm, "dossiers.filter.alle")
    assert _te_starten(scherm) == "Paolo de Jager"


def test_what_was_chosen_meanwhile_is_not_pushed_away(scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", DRIELING[0]))
    QTest.keyClicks(_zoek(scherm), "paolo")
    QTest.keyClick(_zoek(scherm), Qt.Key.Key_Return)
    QTest.keyClick(_zoek(scherm), Qt.Key.Key_Escape)
    assert _te_starten(scherm) == "Paolo de Jager"


def test_a_dossier_among_the_hits_stays_where_it_is(scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO, "school"))
    QTest.keyClicks(_zoek(scherm), "paolo")
    assert scherm.werkplek() == Werkplek("dossiers", PAOLO, "school", -1, "paolo")


def test_a_dossier_on_a_later_page_of_the_hits_stays(
    oefenwereld: Wereld, scherm: DossiersScherm, monkeypatch: pytest.MonkeyPatch
) -> None:
    scherm.toon(Werkplek())
    lijst = deel(scherm, DossierList, "dossiers.lijst")
    lijst.setFocus()
    QTest.keyClick(lijst, Qt.Key.Key_End)
    laatste = scherm.werkplek().ding
    monkeypatch.setattr(lijst_presenter, "PAGINA", 5)
    QTest.keyClicks(_zoek(scherm), "demo")
    assert lijst.rows.rowCount() == 5
    assert laatste not in {rij.key for rij in lijst.rows.items}
    assert scherm.werkplek().ding == laatste


def test_a_dossier_that_is_asked_for_elsewhere_shows_the_whole_list(scherm: DossiersScherm) -> None:
    """A brother, a task, the timeline: what leads here wins from what was typed before."""
    scherm.toon(Werkplek())
    QTest.keyClicks(_zoek(scherm), "paolo")
    scherm.toon(Werkplek("dossiers", DRIELING[0]))
    assert _te_starten(scherm) == "Dimitris Olympos"
    assert _zoek(scherm).text() == ""
    assert deel(scherm, DossierList, "dossiers.lijst").chosen_keys() == [DRIELING[0]]


def test_a_dossier_that_falls_out_by_its_own_change_shows_the_whole_list(
    wereld: Wereld, scherm: DossiersScherm
) -> None:
    """The draft was finished while the list showed drafts: the dossier at hand is not taken away."""
    bezoek = wereld.begin_bezoek((PAOLO,))
    scherm.toon(Werkplek("dossiers", PAOLO))
    druk(scherm, "dossiers.filter.concept")
    wereld.doe(lambda work: deurbezoek_verwerpen(work, bezoek))
    wereld.context.bulletin.meld(touched(Soort.BEZOEK, Soort.DOSSIER, dossiers=(PAOLO,)))
    assert _te_starten(scherm) == "Paolo de Jager"
    assert deel(scherm, QPushButton, "dossiers.filter.alle").isChecked()
    assert deel(scherm, DossierList, "dossiers.lijst").chosen_keys() == [PAOLO]


def test_a_dossier_that_left_the_caseload_keeps_the_search(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO))
    QTest.keyClicks(_zoek(scherm), "demo")
    weg = wereld.doe(lambda work: work.brievenbus.pas_toe(Feedpagina("1", "2", (PAOLO,), ())))
    wereld.context.bulletin.meld(weg)
    assert leest(scherm, "Dit dossier is niet meer van jou")
    assert _zoek(scherm).text() == "demo"
