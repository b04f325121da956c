"""The first start: server, sign-in, passphrase, vault; and what can go wrong on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.lanes import InlineLane
from leerplicht_desktop.casework.ports.brievenbus import Geheim, Koppeling
from leerplicht_desktop.casework.ports.gemeente import Aanmeldcode
from leerplicht_desktop.casework.ports.kluis import KluisToestand
from leerplicht_desktop.casework.problems import GeenVerbinding
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_desktop.ui.formulier.wachtzin import wachtzin_klacht
from leerplicht_desktop.ui.inrichten.presenter import InrichtPresenter, Stap
from leerplicht_desktop.ui.inrichten.view import InrichtScherm
from tests.store.world import StilleKlok, vault

GOED = "vijf losse woorden zonder verband"


def koppeling() -> Koppeling:
    """How a laptop is tied to a server that does not exist."""
    return Koppeling(
        "https://gemeente.example",
        Geheim("geheim"),
        "d-1",
        "i-1",
        "e-1",
        "",
        "Gemeente Demostad",
        "m.degroot",
        "M. de Groot",
        {},
    )


@dataclass
class Loket:
    """Obeys the port Aanmelding; ``fout`` is raised at the next call."""

    goedgekeurd_na: int = 0
    fout: Exception | None = None
    adressen: list[str] = field(default_factory=list)

    def begin(self, server: str) -> Aanmeldcode:
        """Hand out a code."""
        self.adressen.append(server)
        if self.fout is not None:
            raise self.fout
        return Aanmeldcode("Gemeente Demostad", False, "WXYZ-1234", "https://gemeente.example/aanmelden", 1)

    def goedgekeurd(self) -> bool:
        """Approved after so many questions."""
        if self.fout is not None:
            raise self.fout
        self.goedgekeurd_na -= 1
        return self.goedgekeurd_na < 0

    def koppel(self, laptop: str) -> Koppeling:
        """Tie the laptop."""
        return koppeling()


class Start:
    """The screen, its presenter and what came of it."""

    def __init__(self, map_: Path, loket: Loket) -> None:
        self.kluis: SqlKluis = vault(map_, StilleKlok())
        self.scherm = InrichtScherm("", oefenen=False)
        lane = InlineLane()
        self.presenter = InrichtPresenter(self.kluis, (lane, lane), loket, self.scherm, "laptop-7")
        self.klaar = 0
        self.presenter.klaar = self._klaar
        self.scherm.server_gekozen.connect(self.presenter.zoek_server)
        self.scherm.goedkeuring_gevraagd.connect(self.presenter.vraag_goedkeuring)
        self.scherm.terug_gevraagd.connect(self.presenter.terug)
        self.scherm.wachtzin_gekozen.connect(self.presenter.kies_wachtzin)

    def _klaar(self) -> None:
        self.klaar += 1

    def veld(self, naam: str) -> QLineEdit:
        found = self.scherm.findChild(QLineEdit, f"inrichten.{naam}")
        assert isinstance(found, QLineEdit)
        return found

    def druk(self, qtbot: QtBot, naam: str) -> None:
        knop = self.scherm.findChild(QPushButton, f"inrichten.{naam}")
        assert isinstance(knop, QPushButton)
        QTest.mouseClick(knop, Qt.MouseButton.LeftButton)


def begin(qtbot: QtBot, tmp_path: Path, loket: Loket) -> Start:
    start = Start(tmp_path / "kluis", loket)
    qtbot.addWidget(start.scherm)
    start.scherm.resize(1024, 720)
    start.scherm.show()
    return start


def test_the_whole_road(qtbot: QtBot, tmp_path: Path) -> None:
    start = begin(qtbot, tmp_path, Loket(goedgekeurd_na=1))
    QTest.keyClicks(start.veld("adres"), "gemeente.example")
    QTest.keyClick(start.veld("adres"), Qt.Key.Key_Return)
    assert start.presenter.beeld.stap is Stap.AANMELDEN
    qtbot.waitUntil(lambda: start.presenter.beeld.stap is Stap.WACHTZIN)
    QTest.keyClicks(start.veld("wachtzin"), GOED)
    QTest.keyClicks(start.veld("herhaling"), GOED)
    start.druk(qtbot, "maak")
    assert start.klaar == 1
    assert start.kluis.toestand() is KluisToestand.OPEN
    kept = start.kluis.doe(lambda work: work.brievenbus.koppeling())
    assert kept == koppeling()
    start.kluis.sluit()


def test_an_address_that_cannot_be_one_is_told_at_the_field(qtbot: QtBot, tmp_path: Path) -> None:
    start = begin(qtbot, tmp_path, Loket(fout=DomainError("server", "Dit is geen adres.")))
    start.druk(qtbot, "verbind")
    assert start.veld("adres").accessibleDescription() == "Dit is geen adres."


def test_without_a_server_nothing_is_made(qtbot: QtBot, tmp_path: Path) -> None:
    start = begin(qtbot, tmp_path, Loket(fout=GeenVerbinding()))
    start.druk(qtbot, "verbind")
    assert "geen verbinding" in start.presenter.beeld.fout
    assert start.presenter.beeld.stap is Stap.SERVER
    assert not (tmp_path / "kluis").exists()


def test_a_code_that_ran_out_leads_back_to_the_start(qtbot: QtBot, tmp_path: Path) -> None:
    loket = Loket(goedgekeurd_na=100)
    start = begin(qtbot, tmp_path, loket)
    start.druk(qtbot, "verbind")
    loket.fout = GeenVerbinding("De code is verlopen.")
    start.presenter.vraag_goedkeuring()
    assert start.presenter.beeld.stap is Stap.SERVER
    assert start.presenter.beeld.fout == "De code is verlopen."


def test_with_an_open_vault_only_the_tie_is_made_anew(qtbot: QtBot, tmp_path: Path) -> None:
    start = begin(qtbot, tmp_path, Loket())
    start.kluis.maak(GOED)
    start.druk(qtbot, "verbind")
    assert start.klaar == 1
    assert start.kluis.doe(lambda work: work.brievenbus.koppeling()) == koppeling()
    start.kluis.sluit()


@pytest.mark.parametrize(
    ("wachtzin", "herhaling", "veld"),
    [("kort", "kort", "wachtzin"), ("a" * 20, "a" * 20, "wachtzin"), (GOED, GOED + ".", "herhaling")],
)
def test_a_weak_or_unequal_passphrase_makes_no_vault(wachtzin: str, herhaling: str, veld: str) -> None:
    klacht = wachtzin_klacht(wachtzin, herhaling)
    assert klacht is not None
    assert klacht[0] == veld


def test_a_good_passphrase_has_no_complaint() -> None:
    assert wachtzin_klacht(GOED, GOED) is None
