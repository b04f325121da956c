"""The card with proposals: reasons, taking over, and setting aside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.taak.voorstellen import voorstellen
from leerplicht_desktop.ui.dossiers.voorstelkaart import Voorstelkaart
from tests.ui.wereld import DRIELING, Wereld, bouw_wereld


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    made = bouw_wereld(tmp_path)
    yield made
    made.kluis.sluit()


@pytest.fixture
def kaart(wereld: Wereld, qtbot: QtBot) -> Voorstelkaart:
    gevonden = wereld.lees(lambda caseload: voorstellen(caseload, DRIELING[0], wereld.klok.vandaag()))
    made = Voorstelkaart(wereld.context, DRIELING[0], gevonden)
    qtbot.addWidget(made)
    made.resize(560, 400)
    made.show()
    return made


def _druk(kaart: Voorstelkaart, naam: str) -> None:
    knop = kaart.findChild(QPushButton, f"dossier.voorstel.1.{naam}")
    assert isinstance(knop, QPushButton)
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)


def test_taking_over_makes_a_task_and_tells_the_screens(wereld: Wereld, kaart: Voorstelkaart) -> None:
    _druk(kaart, "overnemen")
    assert len(wereld.lees(lambda caseload: caseload.taken(DRIELING[0], True))) == 1
    assert wereld.geraakt


def test_setting_aside_asks_for_a_reason(wereld: Wereld, kaart: Voorstelkaart) -> None:
    _druk(kaart, "niet")
    reden = kaart.findChild(QLineEdit, "dossier.voorstel.1.reden")
    assert isinstance(reden, QLineEdit)
    assert reden.isVisible()
    QTest.keyClick(reden, Qt.Key.Key_Return)
    assert "waarom" in reden.accessibleDescription()
    QTest.keyClicks(reden, "School belt zelf")
    QTest.keyClick(reden, Qt.Key.Key_Return)
    klaar = wereld.lees(lambda caseload: caseload.taken(DRIELING[0], False))
    assert [taak.toelichting for taak in klaar] == ["School belt zelf"]
