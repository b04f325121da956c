"""The report on the screen, its zoom and pages; export with a warning, whole or not at all."""

import os
import resource
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.queries.stukkenkast import ZaakstukItem, Zaakstuksoort
from leerplicht_desktop.ui.bladen.bestand import (
    ExportGeenToegang,
    ExportPlekWeg,
    ExportSchijfVol,
    sla_op,
)
from leerplicht_desktop.ui.bladen.blad import Blad
from leerplicht_desktop.ui.kit.look import Look
from leerplicht_desktop.ui.kit.notices import Notice
from leerplicht_desktop.ui.kit.theme import Theme
from leerplicht_desktop.ui.verslag.view import VerslagScherm
from tests.ui.handen import deel, druk, rust, toets, typ, vind, zichtbaar
from tests.ui.keuring import buiten_beeld, zonder_naam
from tests.ui.proefprinters import PdfPrinters
from tests.ui.raam import in_raam
from tests.ui.wereld import DRIELING, PAOLO, Wereld, bouw_wereld

Toon = Callable[[], VerslagScherm]


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    gemaakt = bouw_wereld(tmp_path / "wereld")
    yield gemaakt
    gemaakt.kluis.sluit()


@pytest.fixture
def printers(tmp_path: Path) -> PdfPrinters:
    return PdfPrinters(tmp_path)


@pytest.fixture
def toon(qtbot: QtBot, wereld: Wereld, printers: PdfPrinters) -> Toon:
    """Shows the report of a visit."""

    def open_() -> VerslagScherm:
        scherm = in_raam(qtbot, VerslagScherm(wereld.context, printers), 1216, 868)
        scherm.toon(Werkplek("verslag", wereld.begin_bezoek()))
        rust()
        return scherm

    return open_


def _woorden(scherm: QWidget) -> str:
    return "\n".join(label.text() for label in scherm.findChildren(QLabel) if label.isVisibleTo(scherm))


def _gedrukt(wereld: Wereld) -> list[ZaakstukItem]:
    items = wereld.kluis.bekijk(lambda kast: kast.tijdlijn(DRIELING[0]))
    return [item for item in items if item.soort is Zaakstuksoort.AFDRUK]


def _kiezer(scherm: VerslagScherm) -> QFileDialog:
    druk(scherm, "verslag.exporteer")
    druk(scherm.window(), "verslag.waarschuwing.kies")
    gevonden = scherm.window().findChild(QFileDialog, "verslag.plek")
    assert isinstance(gevonden, QFileDialog)
    return gevonden


def test_the_page_is_drawn_for_this_screen(wereld: Wereld, toon: Toon) -> None:
    scherm = toon()
    blad = deel(scherm, "verslag.blad", Blad)
    assert wereld.papier.dpi
    breedte = round(8.27 * wereld.papier.dpi[-1])
    assert blad.sizeHint().width() == round(breedte / scherm.devicePixelRatioF()) + 2
    assert blad.accessibleName() == "Voorbeeld, blad 1 van 2"
    assert "De tekst staat bij het bezoek" in blad.accessibleDescription()
    assert "Dimitris Olympos, Theofilaktos Olympos en Vaso Olympia" in _woorden(scherm)


def test_the_real_paper_is_shown(qtbot: QtBot, wereld: Wereld) -> None:
    papier = LatePaper(wereld.kluis.doe, wereld.klok, "0.0")
    scherm = in_raam(qtbot, VerslagScherm(replace(wereld.context, papier=papier)), 1216, 868)
    scherm.toon(Werkplek("verslag", wereld.begin_bezoek()))
    beeld = deel(scherm, "verslag.blad", Blad).grab().toImage()
    kleuren = {beeld.pixel(x, y) for x in range(0, beeld.width(), 7) for y in range(0, beeld.height(), 7)}
    assert len(kleuren) > 10


def test_pages_turn(toon: Toon) -> None:
    scherm = toon()
    assert "Blad 1 van 2" in _woorden(scherm)
    assert not vind(scherm, "verslag.vorige").isEnabled()
    druk(scherm, "verslag.volgende")
    assert "Blad 2 van 2" in _woorden(scherm)
    assert not vind(scherm, "verslag.volgende").isEnabled()


def test_zoom_draws_again(wereld: Wereld, toon: Toon) -> None:
    scherm = toon()
    passend = wereld.papier.dpi[-1]
    druk(scherm, "verslag.groter")
    assert wereld.papier.dpi[-1] > passend
    toets(scherm, "verslag.groter", Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    toets(scherm, "verslag.groter", Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert wereld.papier.dpi[-1] == passend


def test_a_narrower_window_fits_again(qtbot: QtBot, wereld: Wereld, toon: Toon) -> None:
    scherm = toon()
    scherm.resize(700, 600)
    qtbot.waitUntil(lambda: wereld.papier.dpi[-1] < wereld.papier.dpi[0])
    assert deel(scherm, "verslag.blad", Blad).width() < 700


def test_leaving_forgets_the_report(toon: Toon) -> None:
    scherm = toon()
    blad = deel(scherm, "verslag.blad", Blad)
    scherm.verlaat()
    assert blad.leeg


def test_paper_that_fails_can_be_tried_again(wereld: Wereld, toon: Toon) -> None:
    wereld.papier.fout = BekendProbleem("Het verslag lukt niet.", "Probeer het nog eens.")
    scherm = toon()
    assert "Het verslag lukt niet. Probeer het nog eens." in _woorden(scherm)
    assert not vind(scherm, "verslag.exporteer").isEnabled()
    assert not vind(scherm, "verslag.afdrukken").isEnabled()
    wereld.papier.fout = None
    deel(scherm, "verslag.melding", Notice).followed.emit()
    assert not deel(scherm, "verslag.blad", Blad).leeg


def test_export_warns_first_and_can_be_left(toon: Toon) -> None:
    scherm = toon()
    druk(scherm, "verslag.exporteer")
    venster = scherm.window()
    assert vind(venster, "verslag.waarschuwing.niet").hasFocus()
    assert "Dit document gaat uit de kluis" in _woorden(venster)
    druk(venster, "verslag.waarschuwing.niet")
    assert venster.findChild(QFileDialog, "verslag.plek") is None


def test_export_writes_only_where_it_was_told(wereld: Wereld, toon: Toon, tmp_path: Path) -> None:
    map_ = tmp_path / "stick"
    map_.mkdir()
    scherm = toon()
    kiezer = _kiezer(scherm)
    naam = kiezer.findChild(QLineEdit)
    assert isinstance(naam, QLineEdit)
    assert naam.text() == "bezoekverslag-2026-11-24.pdf"
    with QSignalBlocker(naam):
        naam.setText(str(map_ / "verslag.pdf"))
    kiezer.accept()
    rust()
    assert [bestand.name for bestand in map_.iterdir()] == ["verslag.pdf"]
    assert (map_ / "verslag.pdf").read_bytes().startswith(b"%PDF")
    assert wereld.toasts == ["Verslag opgeslagen. Dit bestand staat nu buiten de kluis."]
    assert [(item.kop, item.id) for item in _gedrukt(wereld)] == [
        ("Bezoekverslag opgeslagen als bestand", scherm.werkplek().ding)
    ]


def test_a_place_that_fails_is_told_and_offers_another(toon: Toon, tmp_path: Path) -> None:
    scherm = toon()
    kiezer = _kiezer(scherm)
    kiezer.fileSelected.emit(str(tmp_path / "weg" / "verslag.pdf"))
    kiezer.reject()
    rust()
    assert "De plek die je koos is er niet meer." in _woorden(scherm)
    assert zichtbaar(scherm, "verslag.melding")
    deel(scherm, "verslag.melding", Notice).followed.emit()
    assert not zichtbaar(scherm, "verslag.melding")


def test_printing_asks_which_how_many_and_how(wereld: Wereld, toon: Toon, printers: PdfPrinters) -> None:
    scherm = toon()
    toets(scherm, "verslag.tekst", Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    venster = scherm.window()
    assert vind(venster, "verslag.afdrukken.niet").hasFocus()
    veld = deel(venster, "verslag.afdrukken.aantal", QLineEdit)
    veld.clear()
    typ(venster, "verslag.afdrukken.aantal", "3")
    druk(venster, "verslag.afdrukken.dubbel")
    druk(venster, "verslag.afdrukken.druk")
    assert printers.bestand.read_bytes().startswith(b"%PDF")
    (printer,) = printers.geopend
    assert (printer.copyCount(), printer.kanten) == (3, QPrinter.DuplexMode.DuplexLongSide)
    # The queue of a shared printer is read by others.
    assert printer.docName() == "Bezoekverslag"
    assert wereld.toasts == ["Het verslag staat bij de printer."]
    (regel,) = _gedrukt(wereld)
    assert (regel.kop, regel.id) == ("Bezoekverslag afgedrukt", scherm.werkplek().ding)
    assert regel.tekst.endswith(", 3 exemplaren")


def test_a_printer_that_vanishes_is_told_and_tried_again(
    wereld: Wereld, toon: Toon, printers: PdfPrinters
) -> None:
    scherm = toon()
    printers.weg = True
    druk(scherm, "verslag.afdrukken")
    druk(scherm.window(), "verslag.afdrukken.druk")
    assert "De printer doet het niet meer." in _woorden(scherm)
    assert not _gedrukt(wereld)
    printers.weg = False
    deel(scherm, "verslag.melding", Notice).followed.emit()
    druk(scherm.window(), "verslag.afdrukken.druk")
    assert len(_gedrukt(wereld)) == 1
    assert not zichtbaar(scherm, "verslag.melding")


def test_without_a_printer_nothing_is_asked(toon: Toon, printers: PdfPrinters) -> None:
    printers.leeg = True
    scherm = toon()
    druk(scherm, "verslag.afdrukken")
    assert "Er is geen printer op deze laptop." in _woorden(scherm)


@pytest.mark.parametrize("uitgang", ["exporteer", "afdrukken"])
@pytest.mark.parametrize(("dossier", "gewaarschuwd"), [(PAOLO, True), (DRIELING[0], False)])
def test_a_secret_address_is_said_before_it_leaves(
    qtbot: QtBot, wereld: Wereld, printers: PdfPrinters, dossier: str, gewaarschuwd: bool, uitgang: str
) -> None:
    """R24: the father of Paolo keeps his address secret."""
    scherm = in_raam(qtbot, VerslagScherm(wereld.context, printers), 1216, 868)
    scherm.toon(Werkplek("verslag", wereld.begin_bezoek((dossier,))))
    druk(scherm, f"verslag.{uitgang}")
    assert ("het adres geheim" in _woorden(scherm.window())) is gewaarschuwd


def test_what_stood_there_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    pad = tmp_path / "verslag.pdf"
    pad.write_bytes(b"oud")
    grens = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1024, grens[1]))
    try:
        with pytest.raises(ExportSchijfVol):
            sla_op(b"x" * 100_000, pad)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, grens)
    assert pad.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [pad]
    sla_op(b"nieuw", pad)
    assert pad.read_bytes() == b"nieuw"
    assert pad.stat().st_mode & 0o077 == 0


@pytest.fixture
def gewone_gebruiker() -> Iterator[None]:
    """Root may write anywhere: for a while this is somebody else."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    yield
    os.seteuid(0)


@pytest.mark.usefixtures("gewone_gebruiker")
def test_a_place_that_cannot_be_written() -> None:
    with pytest.raises(ExportGeenToegang):
        sla_op(b"x", Path("/usr") / "verslag.pdf")


def test_a_place_that_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"")
    for plek in (tmp_path / "bestand", tmp_path / "weg"):
        with pytest.raises(ExportPlekWeg):
            sla_op(b"x", plek / "verslag.pdf")


@pytest.mark.parametrize("punten", [10.5, 21])
def test_it_can_be_used_at_every_size(
    qtbot: QtBot, dress: Callable[..., Look], toon: Toon, punten: float
) -> None:
    scherm = toon()
    dress(Theme.LIGHT, punten)
    blad = deel(scherm, "verslag.blad", Blad)
    for breedte, hoogte in ((1216, 868), (960, 736), (736, 568)):
        scherm.resize(breedte, hoogte)
        # A page that is dragged smaller is drawn again once the window stands still.
        qtbot.waitUntil(lambda: blad.width() < scherm.width())
        assert buiten_beeld(scherm, breedte, hoogte) == [], breedte
    assert zonder_naam(scherm) == []


def test_the_text_and_the_way_back(wereld: Wereld, toon: Toon) -> None:
    scherm = toon()
    druk(scherm, "verslag.tekst")
    assert wereld.gegaan[-1].scherm == "deurbezoek"
    toets(scherm, "verslag.tekst", Qt.Key.Key_Escape)
    assert wereld.terug == 1
