"""What was not finished in a dossier that left can be found, opened and fixed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.ports.brievenbus import Feedpagina
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.deurbezoek.view import DeurbezoekScherm
from leerplicht_desktop.ui.gesprek.view import GesprekScherm
from leerplicht_desktop.ui.scherm.scherm import Scherm
from leerplicht_desktop.ui.synchronisatie.view import SynchronisatieScherm
from tests.ui.wereld import DRIELING, PAOLO, Wereld, bouw_wereld


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    made = bouw_wereld(tmp_path)
    yield made
    made.kluis.sluit()


def _weg(wereld: Wereld, *dossiers: str) -> None:
    cursor = wereld.doe(lambda work: work.brievenbus.cursor())
    wereld.doe(lambda work: work.brievenbus.pas_toe(Feedpagina(cursor, f"{cursor}1", dossiers, ())))


def _scherm(wereld: Wereld, qtbot: QtBot) -> SynchronisatieScherm:
    made = SynchronisatieScherm(wereld.context)
    qtbot.addWidget(made)
    made.resize(1024, 720)
    made.show()
    made.toon(Werkplek("synchronisatie"))
    return made


def _teksten(scherm: Scherm) -> str:
    return "\n".join(label.text() for label in scherm.findChildren(QLabel) if not label.isHidden())


def test_a_concept_stays_the_officers_when_its_dossier_leaves(wereld: Wereld, qtbot: QtBot) -> None:
    notitie, bezoek = wereld.begin_notitie((PAOLO,)), wereld.begin_bezoek((PAOLO,))
    samen = wereld.begin_notitie(DRIELING[:2])
    assert "Nog van jou" not in _teksten(_scherm(wereld, qtbot))
    _weg(wereld, PAOLO, DRIELING[0])
    scherm = _scherm(wereld, qtbot)
    assert "Gespreksnotitie, concept van vandaag 14:07" in _teksten(scherm)
    assert "Deurbezoek, concept van vandaag 14:07" in _teksten(scherm)
    knoppen = {knop.objectName(): knop for knop in scherm.findChildren(QPushButton)}
    assert f"achterblijver.{samen}" not in knoppen
    QTest.mouseClick(knoppen[f"achterblijver.{notitie}"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(knoppen[f"achterblijver.{bezoek}"], Qt.MouseButton.LeftButton)
    gegaan = [(plek.scherm, plek.ding) for plek in wereld.gegaan]
    assert gegaan == [("gesprek", notitie), ("deurbezoek", bezoek)]


@pytest.mark.parametrize("naam", ["gesprek", "deurbezoek"])
def test_it_opens_without_its_dossier(wereld: Wereld, qtbot: QtBot, naam: str) -> None:
    ding = wereld.begin_notitie((PAOLO,)) if naam == "gesprek" else wereld.begin_bezoek((PAOLO,))
    _weg(wereld, PAOLO)
    made: Scherm = GesprekScherm(wereld.context) if naam == "gesprek" else DeurbezoekScherm(wereld.context)
    qtbot.addWidget(made)
    made.resize(1024, 720)
    made.show()
    made.toon(Werkplek(made.naam, ding))
    assert wereld.problemen == []
    assert made.werkplek().ding == ding
