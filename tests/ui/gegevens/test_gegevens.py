"""The shared fields on the screen: kept on leaving, told who wrote, never overwritten under the fingers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.deelveld.wijzigen import deelvelden_wijzigen
from leerplicht_desktop.casework.ports.brievenbus import Feedpagina
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.domain.persoon.deelveld import Deelveld
from leerplicht_desktop.ui.gegevens.view import GegevensScherm
from tests.ui.botsing import laat_botsen
from tests.ui.keuring import buiten_beeld, te_klein, zonder_naam
from tests.ui.wereld import PAOLO, Wereld, bouw_wereld


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    made = bouw_wereld(tmp_path)
    yield made
    made.kluis.sluit()


@pytest.fixture
def scherm(wereld: Wereld, qtbot: QtBot) -> GegevensScherm:
    made = GegevensScherm(wereld.context)
    qtbot.addWidget(made)
    made.resize(1024, 720)
    made.show()
    wereld.context.bulletin.geraakt.connect(made.geraakt)
    made.toon(Werkplek("gegevens", PAOLO))
    return made


def _vak(scherm: GegevensScherm, veld: Deelveld) -> QLineEdit:
    found = scherm.findChild(QLineEdit, f"gegevens.{veld.value}")
    assert isinstance(found, QLineEdit)
    return found


def _typ(scherm: GegevensScherm, veld: Deelveld, tekst: str) -> None:
    vak = _vak(scherm, veld)
    vak.setFocus()
    vak.selectAll()
    QTest.keyClicks(vak, tekst)
    QTest.keyClick(vak, Qt.Key.Key_Return)


def _teksten(scherm: GegevensScherm) -> str:
    return "\n".join(label.text() for label in scherm.findChildren(QLabel) if not label.isHidden())


def test_a_field_is_kept_once_and_says_whose_it_is(wereld: Wereld, scherm: GegevensScherm) -> None:
    _typ(scherm, Deelveld.TOLK, "Twi")
    assert [post.body["set"] for post in wereld.uitvak()] == [{"tolk": {"value": "Twi", "base": 0}}]
    assert "Van jou, vandaag 14:07, nog niet verstuurd." in _teksten(scherm)
    scherm.verlaat()
    assert len(wereld.uitvak()) == 1


def test_what_is_being_typed_is_kept_when_the_screen_is_left(wereld: Wereld, scherm: GegevensScherm) -> None:
    vak = _vak(scherm, Deelveld.VEILIGHEID)
    vak.setText("Hond los op het erf")
    scherm.verlaat()
    velden = wereld.lees(lambda caseload: caseload.deelvelden(PAOLO))
    assert "Hond los op het erf" in [een.waarde for een in velden]


def test_what_does_not_fit_is_said_beside_the_field_and_stays(wereld: Wereld, scherm: GegevensScherm) -> None:
    _typ(scherm, Deelveld.BELNUMMER, "bij oma")
    assert "Hier staat geen cijfer in." in _teksten(scherm)
    assert _vak(scherm, Deelveld.BELNUMMER).text() == "bij oma"
    _typ(scherm, Deelveld.BELNUMMER, "06 0000 0112")
    assert "geen cijfer" not in _teksten(scherm)
    assert len(wereld.uitvak()) == 1


def test_a_round_does_not_take_away_what_is_being_typed(wereld: Wereld, scherm: GegevensScherm) -> None:
    _vak(scherm, Deelveld.TAAL).setText("Tur")
    touched = wereld.doe(lambda work: deelvelden_wijzigen(work, wereld.klok, PAOLO, {Deelveld.TAAL: "Twi"}))
    scherm.geraakt(touched)
    assert _vak(scherm, Deelveld.TAAL).text() == "Tur"


def test_a_dossier_that_left_takes_no_words(wereld: Wereld, scherm: GegevensScherm) -> None:
    wereld.doe(lambda work: work.brievenbus.pas_toe(Feedpagina("1", "2", (PAOLO,), ())))
    scherm.toon(Werkplek("gegevens", PAOLO))
    assert "Dit dossier is niet meer van jou." in _teksten(scherm)
    assert not _vak(scherm, Deelveld.TAAL).isEnabled()


def test_an_open_choice_leads_to_where_it_is_made(wereld: Wereld, scherm: GegevensScherm) -> None:
    laat_botsen(wereld, PAOLO, {Deelveld.TOLK: "Turks"}, {Deelveld.TOLK: "Koerdisch"})
    scherm.toon(Werkplek("gegevens", PAOLO))
    assert _vak(scherm, Deelveld.TOLK).text() == "Turks"
    (kies,) = (knop for knop in scherm.findChildren(QPushButton) if knop.text() == "Kies wat klopt")
    QTest.mouseClick(kies, Qt.MouseButton.LeftButton)
    assert wereld.gegaan[-1].scherm == "synchronisatie"


def test_the_screen_is_named_and_fits(scherm: GegevensScherm) -> None:
    assert zonder_naam(scherm) == []
    assert te_klein(scherm, 24) == []
    assert buiten_beeld(scherm, 640, 480) == []
