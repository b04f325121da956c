"""A screen of a proces-verbaal in a window of its own, in a world with a real vault and a recorded visit."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.bezoek.bijhouden import segment_schrijven, segment_toevoegen, uitkomst_kiezen
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_vastleggen
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.zaakstukken import Nummerblok
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.domain.bezoek.deurbezoek import SoortSegment
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.ui.proces_verbaal.view import ProcesVerbaalScherm
from tests.ui.handen import rust
from tests.ui.proces_verbaal.daden import begin
from tests.ui.proces_verbaal.proefpapier import Proefpapier
from tests.ui.proefprinters import PdfPrinters
from tests.ui.raam import in_raam
from tests.ui.wereld import DRIELING, Wereld, bouw_wereld

Opener = Callable[..., ProcesVerbaalScherm]


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    gemaakt = bouw_wereld(tmp_path)
    gemaakt.papier = Proefpapier(gemaakt)
    gemaakt.context = replace(gemaakt.context, papier=gemaakt.papier)
    bezoek = gemaakt.begin_bezoek(DRIELING)
    gemaakt.doe(lambda work: _bezocht(work, gemaakt, bezoek))
    yield gemaakt
    gemaakt.kluis.sluit()


def _bezocht(work: Work, wereld: Wereld, bezoek: str) -> None:
    """A visit with something seen and something told, and a block of numbers."""
    work.zaakstukken.nummers.bewaar(Nummerblok("OEF", 2026, 101, 150), wereld.klok.nu())
    uitkomst_kiezen(work, bezoek, Uitkomst.OPEN_GEDAAN, frozenset({Aanwezig.OUDER}))
    for soort, spreker, tekst in (
        (SoortSegment.GEZIEN, "", "Er staan koffers in de gang."),
        (SoortSegment.GEZEGD, "", "We waren in Griekenland."),
    ):
        wereld.klok.verder(seconds=30)
        segment = segment_toevoegen(work, wereld.klok, bezoek, soort, spreker)
        segment_schrijven(work, segment.id, tekst)
    deurbezoek_vastleggen(work, wereld.klok, bezoek)


@pytest.fixture
def papier(wereld: Wereld) -> Proefpapier:
    assert isinstance(wereld.papier, Proefpapier)
    return wereld.papier


@pytest.fixture
def printers(tmp_path: Path) -> PdfPrinters:
    return PdfPrinters(tmp_path)


@pytest.fixture
def toon(qtbot: QtBot, wereld: Wereld, printers: PdfPrinters) -> Opener:
    """Shows a thing in a new screen, as after a start of the program."""

    def open_(ding: str, veld: str = "", cursor: int = -1) -> ProcesVerbaalScherm:
        scherm = in_raam(qtbot, ProcesVerbaalScherm(wereld.context, printers))
        scherm.toon(Werkplek("proces_verbaal", ding, veld, cursor))
        rust()
        return scherm

    return open_


@pytest.fixture
def scherm(toon: Opener) -> ProcesVerbaalScherm:
    """A concept against the father of the triplet, just made."""
    gemaakt = toon(f"nieuw:{DRIELING[0]}")
    begin(gemaakt)
    return gemaakt
