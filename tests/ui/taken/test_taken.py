"""The list of tasks: done, lapsed with a reason, and gone from the list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.taak.maken import taak_maken
from leerplicht_desktop.ui.taken.view import TakenScherm
from tests.ui.wereld import DRIELING, Wereld, bouw_wereld


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    made = bouw_wereld(tmp_path)
    yield made
    made.kluis.sluit()


@pytest.fixture
def scherm(wereld: Wereld, qtbot: QtBot) -> TakenScherm:
    made = TakenScherm(wereld.context)
    qtbot.addWidget(made)
    made.resize(1024, 720)
    made.show()
    wereld.context.bulletin.geraakt.connect(made.geraakt)
    return made


def _taak(wereld: Wereld, over: int = 0) -> str:
    dag = wereld.klok.vandaag() + timedelta(days=over)
    return wereld.doe(lambda work: taak_maken(work, wereld.klok, DRIELING[:1], "Bel moeder terug", dag)).id


def _druk(qtbot: QtBot, scherm: QWidget, naam: str) -> None:
    knop = scherm.findChild(QPushButton, naam)
    assert isinstance(knop, QPushButton)
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)


def _open(wereld: Wereld) -> int:
    return len(wereld.lees(lambda caseload: caseload.taken(None, True)))


def test_done_is_recorded_and_waits_in_the_outbox(wereld: Wereld, scherm: TakenScherm, qtbot: QtBot) -> None:
    taak = _taak(wereld)
    scherm.toon(Werkplek("taken"))
    _druk(qtbot, scherm, f"taak.gedaan.{taak}")
    assert _open(wereld) == 0
    assert [post.entity for post in wereld.uitvak()] == ["taak", "taakafhandeling"]


def test_a_task_lapses_with_a_reason_only(wereld: Wereld, scherm: TakenScherm, qtbot: QtBot) -> None:
    taak = _taak(wereld, over=-3)
    scherm.toon(Werkplek("taken"))
    _druk(qtbot, scherm, f"taak.vervalt.{taak}")
    reden = scherm.findChild(QLineEdit, f"taak.reden.{taak}")
    assert isinstance(reden, QLineEdit)
    QTest.keyClick(reden, Qt.Key.Key_Return)
    assert "Schrijf waarom" in reden.accessibleDescription()
    assert _open(wereld) == 1
    QTest.keyClicks(reden, "Moeder belde zelf")
    QTest.keyClick(reden, Qt.Key.Key_Return)
    assert _open(wereld) == 0


def test_without_tasks_the_screen_says_where_they_come_from(scherm: TakenScherm) -> None:
    scherm.toon(Werkplek("taken"))
    names = [part.accessibleName() for part in scherm.findChildren(QWidget)]
    assert any(name.startswith("Geen open taken.") for name in names)
