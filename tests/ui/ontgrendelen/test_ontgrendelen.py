"""Unlocking: calm words, a growing wait, and a vault that is never touched when it cannot be opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.lanes import InlineLane
from leerplicht_desktop.store.kluis.passphrase import FLOOR
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_desktop.ui.ontgrendelen.presenter import OntgrendelPresenter
from leerplicht_desktop.ui.ontgrendelen.view import OntgrendelScherm
from tests.store.fake_keyring import FileKeyring
from tests.store.world import StilleKlok, fingerprints

GOED = "vijf losse woorden zonder verband"


class Deur:
    """The screen, its presenter and the vault behind it."""

    def __init__(self, map_: Path, sleutelbos: FileKeyring | None = None) -> None:
        self.klok = StilleKlok()
        self.map = map_
        self.kluis = SqlKluis(map_, self.klok, cost=FLOOR, running=self.klok.loopt, keyring=sleutelbos)
        self.kluis.maak(GOED)
        self.kluis.sluit()
        self.open = 0
        self.scherm = OntgrendelScherm("0.1.0", oefenen=False)
        self.presenter = OntgrendelPresenter(self.kluis, InlineLane(), self.scherm, self._geopend)
        self.scherm.geprobeerd.connect(self.presenter.ontgrendel)
        self.scherm.tik.connect(self.presenter.tik)
        self.presenter.begin()

    def _geopend(self) -> None:
        self.open += 1

    @property
    def veld(self) -> QLineEdit:
        found = self.scherm.findChild(QLineEdit, "ontgrendelen.wachtzin")
        assert isinstance(found, QLineEdit)
        return found

    @property
    def knop(self) -> QPushButton:
        found = self.scherm.findChild(QPushButton, "ontgrendelen.knop")
        assert isinstance(found, QPushButton)
        return found


@pytest.fixture
def deur(qtbot: QtBot, tmp_path: Path) -> Deur:
    made = Deur(tmp_path / "kluis")
    qtbot.addWidget(made.scherm)
    made.scherm.resize(1024, 720)
    made.scherm.show()
    return made


def test_enter_opens_and_forgets_what_was_typed(deur: Deur, qtbot: QtBot) -> None:
    QTest.keyClicks(deur.veld, GOED)
    QTest.keyClick(deur.veld, Qt.Key.Key_Return)
    assert deur.open == 1
    assert deur.veld.text() == ""


def test_a_wrong_passphrase_is_told_calmly(deur: Deur, qtbot: QtBot) -> None:
    QTest.keyClicks(deur.veld, "verkeerd")
    QTest.mouseClick(deur.knop, Qt.MouseButton.LeftButton)
    assert deur.open == 0
    assert "klopt niet" in deur.veld.accessibleDescription()
    assert "Caps Lock" in deur.veld.accessibleDescription()


def test_nothing_typed_is_answered_without_a_try(deur: Deur, qtbot: QtBot) -> None:
    QTest.mouseClick(deur.knop, Qt.MouseButton.LeftButton)
    assert "Typ eerst" in deur.veld.accessibleDescription()
    assert deur.kluis.wacht_nog() == 0


def test_after_several_wrong_tries_there_is_a_wait_that_counts_down(deur: Deur, qtbot: QtBot) -> None:
    for _ in range(5):
        deur.veld.setText("verkeerd")
        QTest.mouseClick(deur.knop, Qt.MouseButton.LeftButton)
        deur.klok.verder(deur.kluis.wacht_nog())
        while deur.presenter.beeld.wacht:
            assert not deur.knop.isEnabled()
            over = deur.presenter.beeld.wacht
            deur.presenter.tik()
            assert deur.presenter.beeld.wacht == over - 1
    deur.veld.setText(GOED)
    QTest.mouseClick(deur.knop, Qt.MouseButton.LeftButton)
    assert deur.open == 1


def test_a_damaged_vault_is_named_and_kept(deur: Deur, qtbot: QtBot) -> None:
    database = deur.map / "kluis.db"
    inhoud = bytearray(database.read_bytes())
    inhoud[len(inhoud) // 2] ^= 0xFF
    database.write_bytes(inhoud)
    before = fingerprints(deur.map)["kluis.db"]
    deur.veld.setText(GOED)
    QTest.mouseClick(deur.knop, Qt.MouseButton.LeftButton)
    assert deur.presenter.beeld.blokkeert
    assert "beschadigd" in deur.presenter.beeld.fout
    assert "niets gewist" in deur.presenter.beeld.remedie
    assert fingerprints(deur.map)["kluis.db"] == before


def test_a_locked_keyring_lets_you_try_again_and_one_that_is_gone_does_not(
    qtbot: QtBot, tmp_path: Path
) -> None:
    sleutelbos = FileKeyring(tmp_path / "sleutelbos.json")
    deur = Deur(tmp_path / "kluis", sleutelbos)
    qtbot.addWidget(deur.scherm)
    deur.scherm.show()
    sleutelbos.locked = True
    deur.presenter.ontgrendel(GOED)
    assert "Dit telt niet als poging." in deur.veld.accessibleDescription()
    assert deur.knop.isEnabled()
    sleutelbos.locked = False
    sleutelbos.clear()
    deur.presenter.ontgrendel(GOED)
    assert deur.open == 0
    assert "De helft van je sleutel" in deur.presenter.beeld.fout
    assert not deur.knop.isEnabled()


def test_no_name_of_anybody_stands_on_the_screen(deur: Deur) -> None:
    assert deur.scherm.windowTitle() == ""
    deur.scherm.leeg_veld()
    assert deur.veld.echoMode() is QLineEdit.EchoMode.Password
