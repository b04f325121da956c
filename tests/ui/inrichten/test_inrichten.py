"""The first start and every later sign-in: server, browser, passphrase, code; and what can go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.lanes import InlineLane
from leerplicht_desktop.casework.ports.brievenbus import Geheim, Koppeling, Laptopsleutel
from leerplicht_desktop.casework.ports.gemeente import Aangemeld, Aanmeldpagina, Aanmeldstand
from leerplicht_desktop.casework.problems import (
    AanmeldingGeweigerd,
    AanmeldingNietAf,
    ApparaatIngetrokken,
    GeenVerbinding,
    PoortBezet,
)
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_desktop.ui.inrichten.inrichting import verbind
from leerplicht_desktop.ui.inrichten.model import Stap
from leerplicht_desktop.ui.inrichten.presenter import InrichtPresenter
from leerplicht_desktop.ui.inrichten.view import InrichtScherm
from leerplicht_desktop.ui.kit.browser import clean
from tests.store.world import StilleKlok, vault

GOED = "groene giraffe poetst elke dinsdag haar brommer"
PAGINA = Aanmeldpagina(
    "Gemeente Demostad", False, "https://inloggen.demostad.example/authorize?a=b", seconden=300
)
KOPPELING = Koppeling(
    "https://gemeente.example", "d-1", "i-1", "e-1", "", "Gemeente Demostad", "m.degroot", "M. de Groot", {}
)
SLEUTEL = Laptopsleutel(Geheim("sleutel"), Geheim("vernieuwing"), datetime(2026, 11, 24, 18, tzinfo=UTC))

NIEUW = Aangemeld("M. de Groot", Aanmeldstand.NIEUW, inschrijfcode=True)


@dataclass
class Loket:
    """Obeys the port Aanmelding; ``fout`` is raised at the next call, ``na`` questions come too early."""

    na: int = 0
    fout: Exception | None = None
    pagina: Aanmeldpagina = PAGINA
    wie: Aangemeld = NIEUW
    recht: str = "GOEDE-CODE"
    begonnen: list[tuple[str, bool, bool]] = field(default_factory=list)
    gestopt: int = 0

    def begin(
        self,
        server: str,
        sleutel: Laptopsleutel | None = None,
        koppeling: Koppeling | None = None,
        *,
        ander_account: bool = False,
    ) -> Aanmeldpagina:
        """Say where to sign in."""
        self.begonnen.append((server, sleutel is not None, ander_account))
        self._val()
        return replace(self.pagina)

    def aangemeld(self) -> Aangemeld | None:
        """Signed in after so many questions."""
        self._val()
        self.na -= 1
        return self.wie if self.na < 0 else None

    def koppel(self, laptop: str, inschrijfcode: str = "") -> Koppeling:
        """Tie the laptop, with the right if one is asked."""
        self._val()
        if self.wie.inschrijfcode and inschrijfcode != self.recht:
            raise AanmeldingGeweigerd("Deze inschrijfcode is niet (meer) geldig.", "Vraag een nieuwe.")
        return KOPPELING

    def laptopsleutel(self) -> Laptopsleutel:
        """The key."""
        return SLEUTEL

    def stop(self) -> None:
        """Listen no more."""
        self.gestopt += 1

    def sluit(self) -> None:
        """Let go."""

    def _val(self) -> None:
        if self.fout is not None:
            raise self.fout


class Browser(QObject):
    """Hears which page the system was asked to show; ``ziet`` False: there is no browser."""

    def __init__(self) -> None:
        super().__init__()
        self.adressen: list[str] = []

    @Slot(QUrl)
    def toon(self, adres: QUrl) -> None:
        """A page was opened."""
        self.adressen.append(adres.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    """The browser of the system, which opens nothing by itself."""
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "toon")  # type: ignore[arg-type]
    yield made
    QDesktopServices.unsetUrlHandler("https")


class Start:
    """The screen, its presenter and what came of it."""

    def __init__(self, map_: Path, loket: Loket, koppeling: Koppeling | None = None) -> None:
        self.kluis: SqlKluis = vault(map_, StilleKlok())
        self.scherm = InrichtScherm("", oefenen=False)
        lane = InlineLane()
        self.presenter = InrichtPresenter(self.kluis, (lane, lane), loket, self.scherm, "laptop-7", koppeling)
        self.klaar = 0
        self.presenter.klaar = self._klaar
        verbind(self.scherm, self.presenter)

    def _klaar(self) -> None:
        self.klaar += 1

    def toont(self, stap: Stap) -> bool:
        """Whether this step is shown."""
        return self.presenter.beeld.stap is stap

    def veld(self, naam: str) -> QLineEdit:
        found = self.scherm.findChild(QLineEdit, f"inrichten.{naam}")
        assert isinstance(found, QLineEdit)
        return found

    def druk(self, naam: str) -> None:
        knop = self.scherm.findChild(QAbstractButton, f"inrichten.{naam}")
        assert isinstance(knop, QAbstractButton)
        assert knop.isVisible(), naam
        QGuiApplication.processEvents()  # what was just shown gets its place
        QTest.mouseClick(knop, Qt.MouseButton.LeftButton)

    def label(self, naam: str) -> str:
        found = self.scherm.findChild(QLabel, f"inrichten.{naam}")
        assert isinstance(found, QLabel)
        return found.text()

    def stand(self, naam: str) -> str:
        """What a block says."""
        blok = self.scherm.findChild(QWidget, f"inrichten.{naam}")
        assert blok is not None
        assert blok.isVisible(), naam
        return blok.accessibleName()

    def kies_wachtzin(self) -> None:
        QTest.keyClicks(self.veld("wachtzin"), GOED)
        QTest.keyClicks(self.veld("herhaling"), GOED)
        self.druk("maak")


def begin(qtbot: QtBot, tmp_path: Path, loket: Loket, koppeling: Koppeling | None = None) -> Start:
    start = Start(tmp_path / "kluis", loket, koppeling)
    qtbot.addWidget(start.scherm)
    start.scherm.resize(1024, 720)
    start.scherm.show()
    if koppeling is not None:
        start.kluis.maak(GOED)
        start.kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(koppeling))
        start.kluis.doe(lambda work: work.brievenbus.bewaar_laptopsleutel(OUD))
        start.presenter.meld_opnieuw_aan()
    return start


OUD = Laptopsleutel(Geheim("sleutel"), Geheim("oude-vernieuwing"))


def _bewaard(start: Start) -> tuple[Koppeling | None, Laptopsleutel | None]:
    return start.kluis.doe(lambda work: (work.brievenbus.koppeling(), work.brievenbus.laptopsleutel()))


def test_the_whole_road(qtbot: QtBot, tmp_path: Path, browser: Browser) -> None:
    loket = Loket(na=1)
    start = begin(qtbot, tmp_path, loket)
    QTest.keyClicks(start.veld("adres"), "gemeente.example")
    QTest.keyClick(start.veld("adres"), Qt.Key.Key_Return)
    assert start.toont(Stap.AANMELDEN)
    assert browser.adressen == []  # nothing opens by itself
    start.druk("open_browser")
    assert browser.adressen == [PAGINA.adres]
    assert start.stand("stand").startswith("We wachten op je browser Nog ")
    assert "inloggen.demostad.example" in start.stand("stand")
    qtbot.waitUntil(lambda: start.toont(Stap.WACHTZIN))
    assert not (tmp_path / "kluis").exists()  # nothing of a sign-in is kept before it is whole
    start.kies_wachtzin()
    assert start.toont(Stap.INSCHRIJVEN)
    assert _bewaard(start) == (None, SLEUTEL)  # the key is safe before the right is spent on it
    QTest.keyClicks(start.veld("inschrijfcode"), "GOEDE-CODE")
    start.druk("schrijf_in")
    assert start.klaar == 1
    assert _bewaard(start) == (KOPPELING, SLEUTEL)
    assert loket.gestopt == 1
    start.kluis.sluit()


def test_a_right_that_is_spent_is_told_at_the_field_and_may_be_typed_again(
    qtbot: QtBot, tmp_path: Path
) -> None:
    start = begin(qtbot, tmp_path, Loket())
    start.druk("verbind")
    start.kies_wachtzin()
    start.druk("schrijf_in")
    assert "Vul de inschrijfcode in" in start.veld("inschrijfcode").accessibleDescription()
    QTest.keyClicks(start.veld("inschrijfcode"), "OUDE-CODE")
    start.druk("schrijf_in")
    assert "niet (meer) geldig" in start.veld("inschrijfcode").accessibleDescription()
    assert start.klaar == 0
    start.veld("inschrijfcode").clear()
    QTest.keyClicks(start.veld("inschrijfcode"), "GOEDE-CODE")
    start.druk("schrijf_in")
    assert start.klaar == 1
    start.kluis.sluit()


def test_in_practice_a_code_does_and_no_right_is_asked(qtbot: QtBot, tmp_path: Path) -> None:
    pagina = Aanmeldpagina("Oefenstad", True, "http://127.0.0.1/aanmelden", "WXYZ-1234", 1)
    wie = Aangemeld("M. de Groot", Aanmeldstand.NIEUW)
    start = begin(qtbot, tmp_path, Loket(na=1, pagina=pagina, wie=wie))
    start.druk("verbind")
    qtbot.waitUntil(lambda: start.toont(Stap.WACHTZIN))
    start.kies_wachtzin()
    assert start.klaar == 1
    start.kluis.sluit()


def test_a_set_up_that_was_cut_off_goes_on_with_the_same_key(qtbot: QtBot, tmp_path: Path) -> None:
    loket = Loket()
    start = begin(qtbot, tmp_path, loket)
    start.kluis.maak(GOED)
    start.kluis.doe(lambda work: work.brievenbus.bewaar_laptopsleutel(OUD))
    start.druk("verbind")
    assert loket.begonnen == [("", True, False)]
    assert start.toont(Stap.INSCHRIJVEN)
    start.kluis.sluit()


def test_signing_in_again_opens_the_browser_and_keeps_only_the_renewal(
    qtbot: QtBot, tmp_path: Path, browser: Browser
) -> None:
    loket = Loket(na=1, wie=Aangemeld("M. de Groot", Aanmeldstand.ACTIEF))
    start = begin(qtbot, tmp_path, loket, KOPPELING)
    assert browser.adressen == [PAGINA.adres]  # the officer clicked to come here
    assert _bewaard(start) == (KOPPELING, OUD)
    start.druk("open_browser")
    assert browser.adressen == [PAGINA.adres] * 2
    qtbot.waitUntil(lambda: start.klaar == 1)
    assert _bewaard(start) == (KOPPELING, SLEUTEL)
    assert loket.begonnen == [("https://gemeente.example", True, False)]
    start.kluis.sluit()


def test_stopping_goes_back_to_the_work_as_it_was(qtbot: QtBot, tmp_path: Path, browser: Browser) -> None:
    loket = Loket(na=99)
    start = begin(qtbot, tmp_path, loket, KOPPELING)
    start.druk("stop")
    assert (start.klaar, loket.gestopt) == (1, 1)
    assert _bewaard(start) == (KOPPELING, OUD)
    start.kluis.sluit()


NEE = AanmeldingGeweigerd(
    "Je account hoort bij geen groep.", "Vraag je teamleider.", "Je bent nog niet bevoegd"
)


@pytest.mark.parametrize(
    ("fout", "kop"),
    [
        (NEE, "Je bent nog niet bevoegd"),
        (AanmeldingGeweigerd(), "Aanmelden is niet gelukt"),
        (AanmeldingNietAf(), "Aanmelden is niet gelukt"),
        (PoortBezet(), "Aanmelden is niet gelukt"),
        (ApparaatIngetrokken(), "Aanmelden is niet gelukt"),
        (GeenVerbinding(), "Aanmelden is niet gelukt"),
    ],
)
def test_a_sign_in_that_failed_says_why_keeps_all_and_may_begin_again(
    qtbot: QtBot, tmp_path: Path, browser: Browser, fout: ApparaatIngetrokken, kop: str
) -> None:
    loket = Loket(fout=fout, wie=Aangemeld("M. de Groot", Aanmeldstand.ACTIEF))
    start = begin(qtbot, tmp_path, loket, KOPPELING)
    assert start.toont(Stap.GEWEIGERD)
    assert start.presenter.beeld.kop == kop
    assert start.presenter.beeld.fout == fout.bericht
    assert fout.remedie in start.stand("weigering")
    # What happens to his work is said, and said once.
    told = [start.stand("weigering").count(words) for words in ("gewoon door", "met je werk")]
    assert sum(told) == 1 or "bewaard" in start.stand("weigering")
    assert sum(told) <= 1
    assert _bewaard(start) == (KOPPELING, OUD)
    start.druk("ander_account")
    assert loket.begonnen[-1] == ("https://gemeente.example", True, True)
    loket.fout = None
    start.druk("opnieuw")
    assert loket.begonnen[-1] == ("https://gemeente.example", True, False)
    assert start.klaar == 1
    start.kluis.sluit()


def test_after_a_refusal_the_work_is_one_click_away(qtbot: QtBot, tmp_path: Path) -> None:
    start = begin(qtbot, tmp_path, Loket(fout=NEE), KOPPELING)
    start.druk("weg")
    assert start.klaar == 1
    start.kluis.sluit()


@pytest.mark.parametrize("stand", [Aanmeldstand.INGETROKKEN, Aanmeldstand.GESCHORST])
def test_one_right_is_used_on_a_click_only(
    qtbot: QtBot, tmp_path: Path, browser: Browser, stand: Aanmeldstand
) -> None:
    start = begin(qtbot, tmp_path, Loket(wie=Aangemeld("M. de Groot", stand)), KOPPELING)
    assert start.toont(Stap.INLEVEREN)
    assert start.stand("inleveren") == "Alles was al verstuurd"
    assert _bewaard(start) == (KOPPELING, OUD)
    start.presenter._toon_inleveren(2)
    assert start.stand("inleveren").startswith("2 stukken zijn nog niet verstuurd")
    start.druk("lever_in")
    assert start.klaar == 1
    assert _bewaard(start) == (KOPPELING, SLEUTEL)
    start.kluis.sluit()


def test_an_answer_that_comes_after_the_stop_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    start = begin(qtbot, tmp_path, Loket(na=99))
    start.druk("verbind")
    poging = start.presenter._poging
    start.presenter.terug()
    start.presenter._antwoord(poging, Aangemeld("M. de Groot", Aanmeldstand.ACTIEF))
    start.presenter._mis_in(poging, NEE)
    assert start.toont(Stap.SERVER)
    assert start.presenter.beeld.fout == ""


def test_who_sees_no_browser_may_copy_the_address(qtbot: QtBot, tmp_path: Path) -> None:
    start = begin(qtbot, tmp_path, Loket(na=99))
    start.druk("verbind")
    start.druk("geen_browser")
    start.druk("kopieer")
    assert QGuiApplication.clipboard().text() == PAGINA.adres


def test_a_bundle_gives_the_browser_the_environment_of_before() -> None:
    bundled = {"LD_LIBRARY_PATH": "/opt/bundel", "LD_LIBRARY_PATH_ORIG": "/usr/lib/eigen", "HOME": "/home/m"}
    assert clean(bundled) == {"LD_LIBRARY_PATH": "/usr/lib/eigen", "HOME": "/home/m"}
    assert clean({"LD_LIBRARY_PATH": "/opt/bundel", "QT_PLUGIN_PATH": "/opt/bundel/qt"}) == {}


def test_an_address_that_cannot_be_one_is_told_at_the_field(qtbot: QtBot, tmp_path: Path) -> None:
    start = begin(qtbot, tmp_path, Loket(fout=DomainError("server", "Dit is geen adres.")))
    start.druk("verbind")
    assert start.veld("adres").accessibleDescription() == "Dit is geen adres."


def test_without_a_server_nothing_is_made(qtbot: QtBot, tmp_path: Path) -> None:
    start = begin(qtbot, tmp_path, Loket(fout=GeenVerbinding()))
    start.druk("verbind")
    assert "geen verbinding" in start.presenter.beeld.fout
    assert start.toont(Stap.SERVER)
    assert not (tmp_path / "kluis").exists()


def test_time_that_is_up_leads_back_to_a_new_beginning(qtbot: QtBot, tmp_path: Path) -> None:
    loket = Loket(na=100)
    start = begin(qtbot, tmp_path, loket)
    start.druk("verbind")
    loket.fout = AanmeldingNietAf()
    start.presenter.vraag_antwoord()
    assert start.toont(Stap.GEWEIGERD)
    assert "Er staat nog niets op deze laptop" in start.stand("weigering")
    start.druk("weg")
    assert start.toont(Stap.SERVER)
