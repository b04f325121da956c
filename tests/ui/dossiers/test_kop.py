"""The head of a dossier: warnings first, who it is, and what an officer begins from there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_verwerpen
from leerplicht_desktop.casework.problems import KluisProblem
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.dossiers.kop import Kop
from leerplicht_desktop.ui.dossiers.paneelbeeld import lees_paneel
from leerplicht_desktop.ui.dossiers.view import DossiersScherm
from tests.ui.wereld import DRIELING, PAOLO, Wereld

from .conftest import dossier_van
from .wachtlane import Wachtlane
from .zien import deel, druk, leest


def _waarschuwingen(scherm: QWidget) -> list[str]:
    vak = deel(scherm, QWidget, "dossier.waarschuwingen")
    return [badge.text() for badge in vak.findChildren(QLabel)]


def test_says_of_whom_the_address_is_secret(scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO))
    assert _waarschuwingen(scherm) == ["Geheim adres vader"]


def test_says_who_it_is(scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO))
    assert deel(scherm, QLabel, "dossier.naam").text() == "Paolo de Jager"
    assert leest(scherm, "17 jaar · 4 vmbo-tl · Demo OBS De Ooievaar · dossier 2026-0098")


def test_names_the_others_of_the_household(scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", DRIELING[0]))
    assert leest(scherm, "Ook Vaso Olympia en Theofilaktos Olympos wonen hier.")


def test_a_visit_begins_with_the_address_of_the_register(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", DRIELING[0]))
    druk(scherm, "dossier.start_deurbezoek")
    bezoek = wereld.lees(lambda caseload: caseload.bezoek(wereld.gegaan[-1].ding))
    assert wereld.gegaan[-1] == Werkplek("deurbezoek", bezoek.id)
    assert bezoek.dossiers == DRIELING[:1]
    assert bezoek.adres == "'t Haantje 86, 8646 TK  NOORD-SLEEN"
    assert not bezoek.ander_adres
    assert bezoek.begonnen_op == wereld.klok.nu()


def test_a_visit_is_for_the_child_that_stands_there(wereld: Wereld, qtbot: QtBot) -> None:
    """Another dossier was chosen, but the vault has not answered yet: what is seen counts."""
    lane = Wachtlane()
    scherm = DossiersScherm(replace(wereld.context, opslag=lane))
    qtbot.addWidget(scherm)
    scherm.toon(Werkplek("dossiers", DRIELING[0]))
    lane.lever_alles()
    scherm.toon(Werkplek("dossiers", PAOLO))
    druk(scherm, "dossier.start_deurbezoek")
    lane.lever_alles()
    bezoek = wereld.lees(lambda caseload: caseload.bezoek(wereld.gegaan[-1].ding))
    assert bezoek.dossiers == DRIELING[:1]
    assert "NOORD-SLEEN" in bezoek.adres


def test_an_open_visit_is_taken_up_again(wereld: Wereld, scherm: DossiersScherm) -> None:
    eerste = wereld.begin_bezoek((PAOLO,))
    wereld.klok.verder(minutes=20)
    scherm.toon(Werkplek("dossiers", PAOLO))
    knop = deel(scherm, QPushButton, "dossier.start_deurbezoek")
    assert knop.accessibleName() == "Ga verder met je bezoek van 14:07"
    druk(scherm, "dossier.start_deurbezoek")
    assert wereld.gegaan[-1] == Werkplek("deurbezoek", eerste)


def test_an_open_visit_of_another_day_shows_its_day(wereld: Wereld, scherm: DossiersScherm) -> None:
    wereld.begin_bezoek((PAOLO,))
    wereld.klok.verder(days=1)
    scherm.toon(Werkplek("dossiers", PAOLO))
    knop = deel(scherm, QPushButton, "dossier.start_deurbezoek")
    assert knop.accessibleName() == "Ga verder met je bezoek van di 24 nov, 14:07"
    assert leest(scherm, "Je begon op di 24 nov om 14:07.")


def test_the_button_rests_again_when_the_draft_was_left_empty(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO))
    druk(scherm, "dossier.start_deurbezoek")
    verworpen = wereld.doe(lambda work: deurbezoek_verwerpen(work, wereld.gegaan[-1].ding))
    assert verworpen is not None
    wereld.context.bulletin.meld(verworpen)
    assert deel(scherm, QPushButton, "dossier.start_deurbezoek").text() == "Start deurbezoek"


def test_a_talk_begins_and_is_taken_up_again(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO))
    druk(scherm, "dossier.nieuw_gesprek")
    eerste = wereld.gegaan[-1]
    assert eerste.scherm == "gesprek"
    assert wereld.lees(lambda caseload: caseload.notitie(eerste.ding)).dossiers == (PAOLO,)
    assert deel(scherm, QPushButton, "dossier.nieuw_gesprek").text() == "Verder met gesprek"
    druk(scherm, "dossier.nieuw_gesprek")
    assert wereld.gegaan[-1] == eerste


@pytest.mark.parametrize(
    ("knop", "adres", "ander"),
    [
        ("dossier.adres.brp", "Franciscus Romanusweg 60, 6221 AH  MAASTRICHT", False),
        ("dossier.adres.school", "Vrijthof 31, 6211 LE Maastricht", True),
    ],
)
def test_the_officer_chooses_between_two_addresses(
    oefenwereld: Wereld, scherm: DossiersScherm, knop: str, adres: str, ander: bool
) -> None:
    scherm.toon(Werkplek("dossiers", dossier_van(oefenwereld, "Vica")))
    druk(scherm, knop)
    assert leest(scherm, adres)
    druk(scherm, "dossier.start_deurbezoek")
    bezoek = oefenwereld.lees(lambda caseload: caseload.bezoek(oefenwereld.gegaan[-1].ding))
    assert (bezoek.adres, bezoek.ander_adres) == (adres, ander)


def test_without_an_address_the_officer_types_it(oefenwereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", dossier_van(oefenwereld, "Niet in de BRP")))
    assert _waarschuwingen(scherm) == ["Niet in de BRP", "Adres onbekend"]
    druk(scherm, "dossier.start_deurbezoek")
    assert oefenwereld.gegaan == []
    veld = deel(scherm, QLineEdit, "dossier.adres.veld")
    assert veld.accessibleDescription() == "Vul eerst in waar je aanbelt."
    QTest.keyClicks(veld, "Opvang Zeeweg 3, Den Haag")
    assert veld.accessibleDescription() != "Vul eerst in waar je aanbelt."
    druk(scherm, "dossier.start_deurbezoek")
    bezoek = oefenwereld.lees(lambda caseload: caseload.bezoek(oefenwereld.gegaan[-1].ding))
    assert (bezoek.adres, bezoek.ander_adres) == ("Opvang Zeeweg 3, Den Haag", True)


def test_another_dossier_forgets_the_typed_address(oefenwereld: Wereld, scherm: DossiersScherm) -> None:
    zonder = dossier_van(oefenwereld, "Niet in de BRP")
    scherm.toon(Werkplek("dossiers", zonder))
    QTest.keyClicks(deel(scherm, QLineEdit, "dossier.adres.veld"), "Zeeweg 3")
    scherm.toon(Werkplek("dossiers", dossier_van(oefenwereld, "Vica")))
    scherm.toon(Werkplek("dossiers", zonder))
    assert deel(scherm, QLineEdit, "dossier.adres.veld").text() == ""


def test_nobody_visits_a_child_that_died(wereld: Wereld, qapp: object) -> None:
    beeld = lees_paneel(wereld.kluis, PAOLO, wereld.klok.vandaag())
    assert beeld is not None
    dossier = replace(beeld.dossier, jongere=replace(beeld.dossier.jongere, overleden=True))
    kop = Kop()
    kop.toon(replace(beeld, dossier=dossier))
    assert not deel(kop, QPushButton, "dossier.start_deurbezoek").isEnabled()
    assert "Leerling overleden" in _waarschuwingen(kop)
    assert leest(kop, "Deze leerling is overleden: een deurbezoek kan niet.")


def test_a_full_disk_is_told_and_the_button_can_be_pressed_again(
    wereld: Wereld, scherm: DossiersScherm, monkeypatch: pytest.MonkeyPatch
) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO))

    def vol(_act: object) -> object:
        raise KluisProblem

    with monkeypatch.context() as even:
        even.setattr(wereld.kluis, "doe", vol)
        druk(scherm, "dossier.start_deurbezoek")
    assert [type(fout) for fout in wereld.problemen] == [KluisProblem]
    knop = deel(scherm, QPushButton, "dossier.start_deurbezoek")
    assert knop.text() == "Start deurbezoek"
    knop.setFocus()
    QTest.keyClick(knop, Qt.Key.Key_Space)
    assert wereld.gegaan[-1].scherm == "deurbezoek"


def test_what_was_opened_stays_open(wereld: Wereld, scherm: DossiersScherm) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO))
    druk(scherm, "dossier.uitleg.uren")
    wereld.klok.verder(minutes=1)
    scherm.toon(Werkplek("dossiers", PAOLO))
    assert deel(scherm, QWidget, "dossier.redenen.uren").isVisible()
