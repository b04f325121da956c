"""Printing: which printer, how many, on both sides; then strip by strip at the resolution of the printer.

Never more than part of a page is in memory, and nothing is written to disk by the program itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.casework.ports.papier import Paginabeeld
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.queries.stukkenkast import AfdrukRegel
from leerplicht_desktop.casework.stuk.afdruk_loggen import Afdrukwijze, afdruk_vastleggen
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.bladen.blad import als_beeld
from leerplicht_desktop.ui.kit.choices import Segmented
from leerplicht_desktop.ui.kit.dialogs import Dialog
from leerplicht_desktop.ui.kit.fields import ChoiceField, Field
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context

_HOOGSTENS_DPI = 600
"""What an office printer puts on paper; finer only makes the queue longer."""
_HOOGSTENS_EXEMPLAREN = 99
_BEIDE = {
    "enkel": QPrinter.DuplexMode.DuplexNone,
    "dubbel": QPrinter.DuplexMode.DuplexLongSide,
}


class PrinterWeg(BekendProbleem):
    """The printer vanished, refused or stopped half-way."""

    bericht = "De printer doet het niet meer."
    remedie = "Kijk of hij aan staat en verbonden is, of kies een andere printer. Het stuk is bewaard."


class GeenPrinter(BekendProbleem):
    """There is nothing to print on."""

    bericht = "Er is geen printer op deze laptop."
    remedie = "Sluit een printer aan of exporteer het stuk. Het stuk is bewaard."


class Printers(Protocol):
    """The printers of this computer, by name."""

    def namen(self) -> list[str]:
        """All of them, the usual one first."""

    def open(self, naam: str) -> QPrinter:
        """The printer. Raises PrinterWeg when it is not there any more."""


class SysteemPrinters:
    """What the system knows."""

    def namen(self) -> list[str]:
        """All of them, the usual one first."""
        gewoon = QPrinterInfo.defaultPrinterName()
        alle: list[str] = QPrinterInfo.availablePrinterNames()
        return sorted(alle, key=lambda naam: (naam != gewoon, naam.casefold()))

    def open(self, naam: str) -> QPrinter:
        """The printer; asked for anew each time, for it may have gone since the list was shown."""
        if QPrinterInfo.printerInfo(naam).isNull():
            raise PrinterWeg
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(naam)
        return printer


@dataclass(frozen=True, slots=True)
class Afdruk:
    """What to print. ``stuk`` is the id for the log; ``titel`` stands in the queue and names no person.

    ``let_op`` is said before it is printed, such as that somebody keeps his address secret (R24). ``inhoud``
    goes into the log, to compare a later text with the paper.
    """

    stuk: str
    pdf: bytes
    titel: str
    let_op: str = ""
    inhoud: str = ""


class Afdrukker(QObject):
    """Asks, prints and logs. ``klaar`` when it stands in the queue, ``mislukt`` with the known problem."""

    klaar = Signal()
    mislukt = Signal(object)

    def __init__(
        self, context: Context, scherm: QWidget, naam: str, printers: Printers | None = None
    ) -> None:
        super().__init__(scherm)
        self._context = context
        self._scherm = scherm
        self._naam = naam
        self._printers = printers or SysteemPrinters()
        self._taak: _Taak | None = None

    @property
    def bezig(self) -> bool:
        """Whether pages are on their way to a printer."""
        return self._taak is not None

    def vraag(self, afdruk: Afdruk) -> None:
        """Ask for printer, copies and sides in a dialog; then print."""
        namen = self._printers.namen()
        if not namen:
            self.mislukt.emit(GeenPrinter())
            return
        keuze = _Keuze(self._naam, namen)
        dialoog = Dialog(
            self._scherm.window(),
            self.tr("Afdrukken"),
            " ".join(
                filter(None, (afdruk.let_op, self.tr("Papier ligt buiten de kluis. Laat het niet liggen.")))
            ),
            safe=self.tr("Niet afdrukken"),
            other=self.tr("Druk af"),
        )
        dialoog.setObjectName(f"{self._naam}.afdrukken.venster")
        dialoog.safe_button.setObjectName(f"{self._naam}.afdrukken.niet")
        dialoog.other_button.setObjectName(f"{self._naam}.afdrukken.druk")
        dialoog.add(keuze)
        # The dialog closes with the answer: what was typed wrong shows in a new one.
        dialoog.chose_other.connect(lambda: self._begin(afdruk, keuze))
        dialoog.open()

    def _begin(self, afdruk: Afdruk, keuze: _Keuze) -> None:
        try:
            aantal = keuze.aantal()
            printer = self._printers.open(keuze.printer.key())
        except DomainError as fout:
            self.mislukt.emit(BekendProbleem(fout.bericht, "Er is niets afgedrukt."))
            return
        except PrinterWeg as fout:
            self.mislukt.emit(fout)
            return
        printer.setDocName(afdruk.titel)
        printer.setDuplex(_BEIDE[keuze.kanten.key])
        printer.setCopyCount(aantal)
        self._taak = _Taak(self._context, printer, afdruk.pdf, lambda fout: self._af(afdruk, aantal, fout))
        self._taak.start()

    def _af(self, afdruk: Afdruk, aantal: int, fout: Exception | None) -> None:
        taak, self._taak = self._taak, None
        if isinstance(fout, BekendProbleem):
            self.mislukt.emit(fout)
        elif fout is not None:
            self._context.navigatie.probleem(fout)
        elif taak is not None:
            self._log(afdruk, taak.waarheen, aantal)
            self.klaar.emit()

    def _log(self, afdruk: Afdruk, waarheen: str, aantal: int) -> None:
        nu, bulletin = self._context.klok.nu(), self._context.bulletin
        hoe = Afdrukwijze.AFGEDRUKT.value
        regel = AfdrukRegel(afdruk.stuk, nu, hoe, waarheen, aantal, afdruk.inhoud)
        self._context.doe(lambda work: afdruk_vastleggen(work, regel), bulletin.meld)


class _Keuze(Column):
    """Printer, copies and sides."""

    def __init__(self, naam: str, printers: list[str]) -> None:
        super().__init__(gap=12)
        self.printer = ChoiceField(self.tr("Printer"), [(printer, printer) for printer in printers])
        self.printer.combo.setObjectName(f"{naam}.afdrukken.printer")
        self.exemplaren = Field(self.tr("Hoeveel exemplaren"))
        self.exemplaren.edit.setObjectName(f"{naam}.afdrukken.aantal")
        self.exemplaren.set_text("1")
        self.kanten = Segmented(
            self.tr("Kanten"),
            [("enkel", self.tr("Eén kant"), None), ("dubbel", self.tr("Twee kanten"), None)],
        )
        self.kanten.choose("enkel")
        for knop, sleutel in zip(self.kanten.group.buttons(), _BEIDE, strict=True):
            knop.setObjectName(f"{naam}.afdrukken.{sleutel}")
        kanten = Column(Label(self.tr("Hoeveel kanten van het papier"), Type.LABEL), self.kanten, gap=4)
        self.add(self.printer, self.exemplaren, kanten)

    def aantal(self) -> int:
        """How many copies. Raises DomainError (``aantal``)."""
        tekst = self.exemplaren.text().strip()
        if not tekst.isdecimal() or not 1 <= int(tekst) <= _HOOGSTENS_EXEMPLAREN:
            raise DomainError("aantal", f"Kies 1 tot en met {_HOOGSTENS_EXEMPLAREN} exemplaren.")
        return int(tekst)


class _Taak:
    """One document on its way to the printer: each strip is drawn elsewhere, painted here and let go."""

    def __init__(
        self, context: Context, printer: QPrinter, pdf: bytes, klaar: Callable[[Exception | None], None]
    ) -> None:
        self._context = context
        self._printer = printer
        self._pdf = pdf
        self._klaar = klaar
        self._painter = QPainter()
        self._aantal = 0
        self.waarheen = printer.printerName() or "bestand"

    def start(self) -> None:
        """Count the pages, then print the first."""
        papier, pdf = self._context.papier, self._pdf
        self._context.zij.submit(lambda: papier.aantal_paginas(pdf), self._geteld, self._mis)

    def _geteld(self, aantal: int) -> None:
        self._aantal = aantal
        self._vraag(0, 0)

    def _vraag(self, nummer: int, boven: int) -> None:
        papier, pdf = self._context.papier, self._pdf
        dpi = min(self._printer.resolution(), _HOOGSTENS_DPI)
        self._context.zij.submit(
            lambda: papier.strook(pdf, nummer, dpi, boven),
            lambda strook: self._druk(nummer, boven, strook, dpi),
            self._mis,
        )

    def _druk(self, nummer: int, boven: int, strook: tuple[Paginabeeld, int], dpi: int) -> None:
        beeld, rijen = strook
        if boven == 0 and not self._begin_blad(nummer, beeld, dpi):
            self._mis(PrinterWeg())
            return
        vlak = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        maat = self._printer.resolution() / dpi
        # At its own size from the corner: a form that is scaled does not fit its window envelope.
        doel = QRectF(vlak.x(), vlak.y() + boven * maat, beeld.breedte * maat, beeld.hoogte * maat)
        self._painter.drawImage(doel, als_beeld(beeld))
        if boven + beeld.hoogte < rijen:
            self._vraag(nummer, boven + beeld.hoogte)
        elif nummer + 1 < self._aantal:
            self._vraag(nummer + 1, 0)
        elif self._painter.end() and self._printer.printerState() is not QPrinter.PrinterState.Error:
            self._klaar(None)
        else:
            self._klaar(PrinterWeg())

    def _begin_blad(self, nummer: int, beeld: Paginabeeld, dpi: int) -> bool:
        return self._open(beeld, dpi) if nummer == 0 else self._printer.newPage()

    def _open(self, beeld: Paginabeeld, dpi: int) -> bool:
        breed_mm = beeld.breedte / dpi * 25.4
        maat = QPageSize.PageSizeId.A6 if breed_mm < 150 else QPageSize.PageSizeId.A4
        self._printer.setPageSize(QPageSize(maat))
        self._printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        self._printer.setFullPage(True)
        return self._painter.begin(self._printer)

    def _mis(self, fout: Exception) -> None:
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
        self._klaar(fout)
