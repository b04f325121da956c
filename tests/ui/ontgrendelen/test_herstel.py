"""Recovery on the screen: a passphrase, a code to read out, and the vault opens with what was not sent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.lanes import InlineLane
from leerplicht_desktop.casework.ports.herstel import Herstelantwoord, Herstelstand, Herstelvraag
from leerplicht_desktop.casework.problems import GeenVerbinding
from leerplicht_desktop.store.kluis import keyslots
from leerplicht_desktop.ui.ontgrendelen.herstel import HerstelPresenter, Stap
from leerplicht_desktop.ui.ontgrendelen.herstelscherm import HerstelScherm
from tests.store.fake_keyring import FileKeyring
from tests.store.kluis.test_recovery import NIEUW, OUD, Huis


class Gemeente:
    """The municipality at the end of the road."""

    def __init__(self, huis: Huis) -> None:
        self.huis, self.stand, self.weg = huis, Herstelstand.GEVRAAGD, False

    def vraag(self, vraag: Herstelvraag) -> Herstelantwoord:
        assert vraag.server == "https://g"
        if self.weg:
            raise GeenVerbinding
        if self.stand is Herstelstand.GEOPEND:
            return self.huis.opened()
        return Herstelantwoord(self.stand)


class Loket:
    """The screen, its presenter, and what is behind both."""

    def __init__(self, huis: Huis, qtbot: QtBot) -> None:
        self.huis, self.gemeente = huis, Gemeente(huis)
        self.open, self.terug = 0, 0
        self.kluis = huis.kluis()
        self.scherm = HerstelScherm(oefenen=False)
        qtbot.addWidget(self.scherm)
        lane = InlineLane()
        self.presenter = HerstelPresenter(self.kluis, huis.herstel, self.gemeente, (lane, lane), self.scherm)
        self.presenter.open_ = self._geopend
        self.scherm.terug.connect(self._terug)
        self.scherm.verbind(self.presenter)
        self.scherm.resize(1024, 720)
        self.scherm.show()
        self.presenter.begin()

    def _geopend(self) -> None:
        self.open += 1

    def _terug(self) -> None:
        self.terug += 1

    @property
    def stap(self) -> Stap:
        return self.presenter.beeld.stap

    def typ(self, naam: str, tekst: str) -> None:
        veld = self.scherm.findChild(QLineEdit, f"herstel.{naam}")
        assert isinstance(veld, QLineEdit)
        veld.clear()
        QTest.keyClicks(veld, tekst)

    def klik(self, naam: str) -> None:
        knop = self.scherm.findChild(QPushButton, f"herstel.{naam}")
        assert isinstance(knop, QPushButton)
        QTest.mouseClick(knop, Qt.MouseButton.LeftButton)

    def tekst(self, naam: str) -> str:
        label = self.scherm.findChild(QLabel, f"herstel.{naam}")
        assert isinstance(label, QLabel)
        return label.text()


def _klik_knop(loket: Loket, stap: Stap) -> None:
    knop = next(k for k in loket.scherm.findChildren(QPushButton) if k.objectName() == f"herstel.{stap}")
    QTest.mouseClick(knop, Qt.MouseButton.LeftButton)


@pytest.fixture
def loket(qtbot: QtBot, tmp_path: Path) -> Loket:
    bos = FileKeyring(tmp_path / "bos.json")
    huis = Huis(tmp_path, bos)
    bos.clear()
    return Loket(huis, qtbot)


def _vraag_aan(loket: Loket) -> None:
    loket.typ("wachtzin", NIEUW)
    loket.typ("herhaling", NIEUW)
    _klik_knop(loket, Stap.WACHTZIN)


def test_from_a_lost_keyring_to_the_work(loket: Loket) -> None:
    assert loket.stap is Stap.WACHTZIN
    _vraag_aan(loket)
    assert len(loket.tekst("code").replace(" ", "")) == 12
    assert "nog niet geopend" in loket.tekst("stand")
    loket.gemeente.stand = Herstelstand.EERSTE
    _klik_knop(loket, Stap.WACHTEN)
    assert "nu de tweede" in loket.tekst("stand")
    loket.gemeente.stand = Herstelstand.GEOPEND
    _klik_knop(loket, Stap.WACHTEN)
    loket.typ("open", OUD)
    _klik_knop(loket, Stap.OPENEN)
    assert loket.open == 0
    assert "niet de nieuwe wachtzin" in loket.presenter.beeld.fout
    loket.typ("open", NIEUW)
    _klik_knop(loket, Stap.OPENEN)
    assert loket.open == 1
    assert loket.kluis.lees(lambda c: c.instelling("nog_niet_verstuurd")) == "dit staat alleen hier"
    loket.kluis.sluit()


def test_a_weak_or_mistyped_passphrase_asks_nothing(loket: Loket) -> None:
    loket.typ("wachtzin", "leerplicht2026")
    loket.typ("herhaling", "leerplicht2026")
    _klik_knop(loket, Stap.WACHTZIN)
    assert loket.presenter.beeld.veld == "wachtzin"
    loket.typ("wachtzin", NIEUW)
    _klik_knop(loket, Stap.WACHTZIN)
    assert loket.presenter.beeld.veld == "herhaling"
    assert not loket.huis.herstel.code()


def test_without_a_network_the_request_stays(loket: Loket, qtbot: QtBot) -> None:
    loket.gemeente.weg = True
    _vraag_aan(loket)
    code = loket.tekst("code")
    assert loket.presenter.beeld.fout
    again = Loket(loket.huis, qtbot)
    assert again.stap is Stap.WACHTEN
    assert again.tekst("code") == code


def test_what_is_over_can_be_asked_anew(loket: Loket) -> None:
    loket.gemeente.stand = Herstelstand.VERLOPEN
    _vraag_aan(loket)
    assert "Opnieuw vragen" in loket.tekst("stand")
    loket.klik("opnieuw")
    assert loket.stap is Stap.WACHTZIN


def test_back_to_typing(loket: Loket) -> None:
    loket.klik("terug")
    assert loket.terug == 1


def test_without_custodians_it_says_so(loket: Loket, qtbot: QtBot) -> None:
    slots = keyslots.load(loket.huis.folder)
    keyslots.save(loket.huis.folder, replace(slots, others=()))
    bare = Loket(loket.huis, qtbot)
    assert bare.stap is Stap.KAN_NIET
    assert "geen bewaarders" in bare.presenter.beeld.fout
