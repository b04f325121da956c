"""Printers of the tests: they print into a file, and can vanish or not be there at all."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from leerplicht_desktop.ui.bladen.afdrukken import PrinterWeg


class Bestandsprinter(QPrinter):
    """Prints into a file, which has no sides; it remembers what it was asked."""

    kanten = QPrinter.DuplexMode.DuplexNone

    def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:  # noqa: N802 - the name is Qt's
        """Remember it."""
        self.kanten = duplex
        super().setDuplex(duplex)


class PdfPrinters:
    """Printers that print into a file. ``weg`` makes them vanish when they are opened."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.weg = False
        self.leeg = False
        self.geopend: list[Bestandsprinter] = []

    @property
    def bestand(self) -> Path:
        """Where the print lands."""
        return self.map / "afdruk.pdf"

    def namen(self) -> list[str]:
        """Two of them."""
        return [] if self.leeg else ["Balie", "Kamer 2.14"]

    def open(self, naam: str) -> QPrinter:
        """A printer that makes a PDF."""
        if self.weg:
            raise PrinterWeg
        printer = Bestandsprinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.bestand))
        printer.setPrinterName("")
        self.geopend.append(printer)
        return printer
