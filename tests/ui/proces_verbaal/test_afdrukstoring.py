"""A printer that stops half-way, a full queue, a damaged file: told calmly, nothing lost, no false line."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.casework.ports.zaakstukken import Nummerblok
from leerplicht_desktop.casework.queries.stukkenkast import AfdrukRegel
from leerplicht_desktop.documents.preview import PagePicture, Preview
from leerplicht_desktop.store.kluis import content
from leerplicht_desktop.ui.proces_verbaal.view import ProcesVerbaalScherm
from tests.ui.handen import druk, vind
from tests.ui.proces_verbaal.daden import ding, maak_compleet, verzegel
from tests.ui.proefprinters import Bestandsprinter, PdfPrinters
from tests.ui.wereld import Wereld, bouw_wereld


class Haperprinter(Bestandsprinter):
    """Takes so many pages and then none."""

    bladen = 99
    afgebroken = False

    def newPage(self) -> bool:  # noqa: N802 - the name is Qt's
        """False once it has had enough."""
        self.bladen -= 1
        return self.bladen > 0 and super().newPage()

    def abort(self) -> bool:
        """Remember that the rest was called off."""
        self.afgebroken = True
        return super().abort()


class Haperprinters(PdfPrinters):
    """``bladen`` is how many pages come out before the printer vanishes; ``vol`` has no room at all."""

    bladen = 99
    vol = False

    @property
    def bestand(self) -> Path:
        """Where the print lands."""
        return Path("/dev/full") if self.vol else super().bestand

    def open(self, naam: str) -> QPrinter:
        """A printer that will stop."""
        printer = Haperprinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.bestand))
        printer.bladen = self.bladen
        self.geopend.append(printer)
        return printer


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    gemaakt = bouw_wereld(tmp_path)
    papier = LatePaper(lambda act: gemaakt.kluis.doe(act), gemaakt.klok, "0.0")
    gemaakt.context = replace(gemaakt.context, papier=papier)
    blok = Nummerblok("OEF", 2026, 101, 102)
    gemaakt.doe(lambda work: work.zaakstukken.nummers.bewaar(blok, gemaakt.klok.nu()))
    yield gemaakt
    gemaakt.kluis.sluit()


@pytest.fixture
def printers(tmp_path: Path) -> Haperprinters:
    return Haperprinters(tmp_path)


@pytest.fixture
def verzegeld(qtbot: QtBot, scherm: ProcesVerbaalScherm) -> ProcesVerbaalScherm:
    """A sealed proces-verbaal, shown."""
    maak_compleet(scherm)
    verzegel(scherm)
    qtbot.waitUntil(lambda: vind(scherm, "pv.voorbeeld.blad").height() > 100)
    return scherm


def _druk_af(scherm: ProcesVerbaalScherm) -> None:
    druk(scherm, "pv.afdrukken")
    druk(scherm.window(), "pv.afdrukken.druk")


def _regels(wereld: Wereld, scherm: ProcesVerbaalScherm) -> tuple[AfdrukRegel, ...]:
    id_ = ding(scherm)
    return tuple(wereld.kluis.bekijk(lambda kast: kast.stuk(id_)).afdrukken)


def test_a_printer_that_vanishes_in_mid_job_leaves_no_line(
    wereld: Wereld, verzegeld: ProcesVerbaalScherm, printers: Haperprinters
) -> None:
    id_ = ding(verzegeld)
    voor = wereld.context.papier.stuk(id_)
    printers.bladen = 1
    _druk_af(verzegeld)
    assert "De printer doet het niet meer." in vind(verzegeld, "pv.melding").accessibleName()
    eerste = printers.geopend[0]
    assert isinstance(eerste, Haperprinter)
    assert eerste.afgebroken
    assert _regels(wereld, verzegeld) == ()
    assert wereld.context.papier.stuk(id_) == voor
    assert wereld.problemen == []
    printers.bladen = 99
    _druk_af(verzegeld)
    assert [regel.hoe for regel in _regels(wereld, verzegeld)] == ["afgedrukt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_queue_leaves_no_line(
    wereld: Wereld, verzegeld: ProcesVerbaalScherm, printers: Haperprinters
) -> None:
    printers.vol = True
    _druk_af(verzegeld)
    assert "De printer doet het niet meer." in vind(verzegeld, "pv.melding").accessibleName()
    assert _regels(wereld, verzegeld) == ()


def test_a_damaged_file_is_neither_shown_nor_printed(
    wereld: Wereld,
    verzegeld: ProcesVerbaalScherm,
    printers: Haperprinters,
    toon: Callable[[str], ProcesVerbaalScherm],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One bit of the archived bytes fell over."""
    pdf = wereld.context.papier.stuk(ding(verzegeld))
    schade = pdf[:-9] + bytes([pdf[-9] ^ 1]) + pdf[-8:]
    monkeypatch.setattr(content, "content", lambda *_: schade)
    weer = toon(ding(verzegeld))
    zin = "Dit document is niet meer zoals het werd bewaard."
    assert zin in vind(weer, "pv.voorbeeld.melding").accessibleName()
    druk(weer, "pv.afdrukken")
    assert [str(fout).startswith(zin) for fout in wereld.problemen] == [True]
    assert printers.geopend == []
    assert _regels(wereld, weer) == ()


def test_what_comes_out_is_what_was_archived(
    wereld: Wereld, verzegeld: ProcesVerbaalScherm, printers: Haperprinters, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Page by page the same picture; and no file beside the printer's own."""
    tijdelijk = printers.map / "tijdelijk"
    tijdelijk.mkdir()
    for naam in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(naam, str(tijdelijk))
    id_ = ding(verzegeld)
    pdf = wereld.context.papier.stuk(id_)
    bestand_hash = wereld.kluis.bekijk(lambda kast: kast.stuk(id_)).stuk.bestand_hash
    assert hashlib.sha256(pdf).hexdigest() == bestand_hash
    _druk_af(verzegeld)
    assert list(tijdelijk.rglob("*")) == []
    gedrukt = printers.bestand.read_bytes()
    with Preview(pdf) as kluis, Preview(gedrukt) as papier, pikepdf.open(io.BytesIO(gedrukt)) as document:
        assert kluis.pages == papier.pages == len(document.pages)
        archief, print_ = ([_grijs(een) for een in stuk.pictures(40)] for stuk in (kluis, papier))
    assert [een.size for een in archief] == [een.size for een in print_]
    assert all(_afstand(een, ander) < 20 for een, ander in zip(archief, print_, strict=True))
    assert _afstand(archief[0], print_[1]) > 40


def _grijs(beeld: PagePicture) -> Image.Image:
    """Squares of 8 mm: the printer lays the page on another grid of pixels."""
    whole = Image.frombytes("RGBA", (beeld.width, beeld.height), beeld.rgba).convert("L")
    return whole.reduce(12)


def _afstand(een: Image.Image, ander: Image.Image) -> int:
    return max(ImageChops.difference(een, ander).tobytes())
