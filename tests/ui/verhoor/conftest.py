"""A screen of a hearing in a window of its own, in a world with a real vault."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.domain.handhaving.verhoor import Verhoor
from leerplicht_desktop.ui.verhoor.view import VerhoorScherm
from tests.ui.handen import druk, plak, rust, vind
from tests.ui.proefprinters import PdfPrinters
from tests.ui.raam import in_raam
from tests.ui.wereld import DRIELING, Wereld, bouw_wereld

Opener = Callable[..., VerhoorScherm]


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    gemaakt = bouw_wereld(tmp_path)
    yield gemaakt
    gemaakt.kluis.sluit()


@pytest.fixture
def printers(tmp_path: Path) -> PdfPrinters:
    return PdfPrinters(tmp_path)


@pytest.fixture
def toon(qtbot: QtBot, wereld: Wereld, printers: PdfPrinters) -> Opener:
    """Shows a thing in a new screen, as after a start of the program."""

    def open_(ding: str, veld: str = "", cursor: int = -1) -> VerhoorScherm:
        scherm = in_raam(qtbot, VerhoorScherm(wereld.context, printers))
        scherm.toon(Werkplek("verhoor", ding, veld, cursor))
        rust()
        return scherm

    return open_


@pytest.fixture
def scherm(toon: Opener) -> VerhoorScherm:
    """A hearing of the father of the triplet, just begun."""
    gemaakt = toon(f"nieuw:{DRIELING[0]}")
    begin(gemaakt)
    return gemaakt


def begin(scherm: VerhoorScherm, wie: str = "Thanatos") -> None:
    """Choose who is heard, and begin."""
    from leerplicht_desktop.ui.kit.ticks import Radio

    radio = next(een for een in scherm.findChildren(Radio) if wie in een.words and een.isVisible())
    druk(scherm, radio.objectName())
    druk(scherm, "verhoor.start")


def stap(scherm: VerhoorScherm, naam: str) -> None:
    """Go to a step."""
    druk(scherm, f"verhoor.stap.{naam}")


def ding(scherm: VerhoorScherm) -> str:
    """The id of the hearing that is shown."""
    return scherm.werkplek().ding


def bewaard(wereld: Wereld, scherm: VerhoorScherm) -> Verhoor:
    """The hearing as the vault keeps it, with its lines."""
    return wereld.kluis.bekijk(lambda kast: kast.verhoor(ding(scherm))).blad.compleet


def vul_in(wereld: Wereld, scherm: VerhoorScherm) -> None:
    """A whole hearing, each thing a minute after the one before."""
    plak(scherm, "verhoor.plaats", "Gemeentehuis, Demostad")
    stap(scherm, "begin")
    druk(scherm, "verhoor.identiteit.0")
    druk(scherm, "verhoor.feit")
    stap(scherm, "rechten")
    for naam in ("cautie", "rechtsbijstand"):
        wereld.klok.verder(minutes=1)
        druk(scherm, f"verhoor.{naam}")
    druk(scherm, "verhoor.bijstand.aanwezig")
    stap(scherm, "taal")
    druk(scherm, "verhoor.nederlands.ja")
    wereld.klok.verder(minutes=1)
    stap(scherm, "verklaring")
    druk(scherm, "verhoor.antwoord")
    plak(scherm, "verhoor.zin.1", "We waren bij mijn zieke moeder.")
    wereld.klok.verder(minutes=5)
    stap(scherm, "slot")
    druk(scherm, "verhoor.voorgelezen")
    druk(scherm, "verhoor.ondertekend.ja")
    druk(scherm, "verhoor.eind")


def zet_tijd(scherm: VerhoorScherm, naam: str, tekst: str) -> None:
    """Type another time beside a tick and leave the field."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit

    veld = vind(scherm, f"verhoor.{naam}.tijd")
    assert isinstance(veld, QLineEdit)
    veld.setFocus()
    veld.selectAll()
    QTest.keyClicks(veld, tekst)
    QTest.keyClick(veld, Qt.Key.Key_Return)
    rust()
