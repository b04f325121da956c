"""A choice between a colleague's value and mine: shown with who and when, made, and made good."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.domain.persoon.deelveld import Deelveld
from leerplicht_desktop.ui.synchronisatie.view import SynchronisatieScherm
from tests.ui.botsing import laat_botsen
from tests.ui.keuring import buiten_beeld
from tests.ui.wereld import PAOLO, Wereld, bouw_wereld

KANTOOR = {Deelveld.TOLK: "Turks, telefonisch", Deelveld.BELNUMMER: "06 0000 0778"}
MIJN = {Deelveld.TOLK: "Koerdisch, aan huis", Deelveld.BELNUMMER: "06 0000 0131"}


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    made = bouw_wereld(tmp_path)
    yield made
    made.kluis.sluit()


@pytest.fixture
def scherm(wereld: Wereld, qtbot: QtBot) -> SynchronisatieScherm:
    made = SynchronisatieScherm(wereld.context)
    qtbot.addWidget(made)
    made.resize(1024, 720)
    made.show()
    wereld.context.bulletin.geraakt.connect(made.geraakt)
    laat_botsen(wereld, PAOLO, KANTOOR, MIJN)
    made.toon(Werkplek("synchronisatie"))
    return made


def _teksten(scherm: SynchronisatieScherm) -> str:
    return "\n".join(label.text() for label in scherm.findChildren(QLabel) if not label.isHidden())


def _kies(scherm: SynchronisatieScherm, veld: Deelveld, soort: str) -> None:
    knop = scherm.findChild(QRadioButton, f"keuze.{veld.value}.{soort}")
    assert isinstance(knop, QRadioButton)
    knop.click()


def _knop(scherm: SynchronisatieScherm) -> QPushButton:
    knop = scherm.findChild(QPushButton, "keuze.bewaar")
    assert isinstance(knop, QPushButton)
    return knop


def _velden(wereld: Wereld) -> dict[str, str]:
    return {een.veld: een.waarde for een in wereld.lees(lambda caseload: caseload.deelvelden(PAOLO))}


def test_both_values_are_told_with_who_and_when(scherm: SynchronisatieScherm) -> None:
    gezien = _teksten(scherm)
    for woorden in (
        *KANTOOR.values(),
        *MIJN.values(),
        "Was: niets",
        "K. van Es, vandaag 17:40",
        "vandaag 14:07",
    ):
        assert woorden in gezien
    assert "2" in gezien
    assert "keuzes nodig" in gezien
    knop = scherm.findChild(QRadioButton, "keuze.tolk.kantoor")
    assert isinstance(knop, QRadioButton)
    assert knop.accessibleName() == "Tolk: Kantoor, Turks, telefonisch, K. van Es, vandaag 17:40"
    assert not _knop(scherm).isEnabled()


def test_one_choice_goes_and_the_other_waits(wereld: Wereld, scherm: SynchronisatieScherm) -> None:
    _kies(scherm, Deelveld.TOLK, "kantoor")
    _kies(scherm, Deelveld.TOLK, "mijn")
    QTest.mouseClick(_knop(scherm), Qt.MouseButton.LeftButton)
    assert _velden(wereld)["tolk"] == "Koerdisch, aan huis"
    assert wereld.uitvak()[-1].body["set"] == {"tolk": {"value": "Koerdisch, aan huis", "base": 7}}
    (open_,) = wereld.lees(lambda caseload: caseload.keuzes())
    assert [een.veld for een in open_.velden] == ["belnummer"]
    _kies(scherm, Deelveld.BELNUMMER, "kantoor")
    QTest.mouseClick(_knop(scherm), Qt.MouseButton.LeftButton)
    assert wereld.lees(lambda caseload: caseload.keuzes()) == ()
    assert [r.toestand for r in wereld.lees(lambda caseload: caseload.uitvak(9))] == ["new", "new", "applied"]


def test_something_else_needs_words_that_fit(wereld: Wereld, scherm: SynchronisatieScherm) -> None:
    _kies(scherm, Deelveld.BELNUMMER, "anders")
    tekst = scherm.findChild(QLineEdit, "keuze.belnummer.tekst")
    assert isinstance(tekst, QLineEdit)
    QTest.keyClicks(tekst, "bij oma")
    QTest.mouseClick(_knop(scherm), Qt.MouseButton.LeftButton)
    assert "geen cijfer" in _teksten(scherm)
    assert wereld.uitvak() == ()
    tekst.clear()
    QTest.keyClicks(tekst, "06 0000 0999 (oma)")
    QTest.mouseClick(_knop(scherm), Qt.MouseButton.LeftButton)
    assert _velden(wereld)["belnummer"] == "06 0000 0999 (oma)"


def test_who_hands_over_makes_a_task_with_both_values(wereld: Wereld, scherm: SynchronisatieScherm) -> None:
    _kies(scherm, Deelveld.TOLK, "overgedragen")
    QTest.mouseClick(_knop(scherm), Qt.MouseButton.LeftButton)
    (taak,) = wereld.lees(lambda caseload: caseload.taken(PAOLO, True))
    assert taak.wie == "K. van Es"
    assert all(woorden in taak.wat for woorden in (KANTOOR[Deelveld.TOLK], MIJN[Deelveld.TOLK]))
    assert _velden(wereld)["tolk"] == KANTOOR[Deelveld.TOLK]


def test_what_is_being_chosen_stays_when_the_screen_looks_again(scherm: SynchronisatieScherm) -> None:
    _kies(scherm, Deelveld.TOLK, "mijn")
    scherm.toon(Werkplek("synchronisatie"))
    assert "1 van 2 gekozen" in _teksten(scherm)


def test_the_choices_fit_in_a_narrow_window(scherm: SynchronisatieScherm) -> None:
    _kies(scherm, Deelveld.TOLK, "anders")
    assert [deel for deel in buiten_beeld(scherm, 640, 480) if not deel.startswith("FocusRing")] == []
