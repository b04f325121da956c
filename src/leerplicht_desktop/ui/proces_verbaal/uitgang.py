"""Out of the program: on paper, or as a file outside the vault; each leaves a line in the log."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.ui.bladen.afdrukken import Afdruk, Afdrukker, Printers
from leerplicht_desktop.ui.bladen.uitvoer import Uitvoer
from leerplicht_desktop.ui.bladen.uitvoeren import Uitvoeren
from leerplicht_desktop.ui.scherm.context import Context

from .model import GEHEIM, Stukblad


class Uitgang(QObject):
    """``gedrukt`` when it stands in the queue, ``mislukt`` with the known problem."""

    gedrukt = Signal()
    mislukt = Signal(object)

    def __init__(self, context: Context, scherm: QWidget, printers: Printers | None) -> None:
        super().__init__(scherm)
        self._afdrukker = Afdrukker(context, scherm, "pv", printers)
        self._uitvoer = Uitvoer(scherm, "pv", "proces-verbaal.pdf", context.beleid)
        self._uit = Uitvoeren(context, "Proces-verbaal")
        self._stuk = ""
        self._pdf = b""
        self._afdrukker.klaar.connect(self.gedrukt)
        self._afdrukker.mislukt.connect(self.mislukt)
        self._uitvoer.gekozen.connect(
            lambda pad: self._uit.schrijf(self._stuk, self._pdf, pad, self.mislukt.emit)
        )

    def druk(self, id_: str, pdf: bytes, titel: str, *, geheim: bool) -> None:
        """Ask for printer and copies, with what must be known (R24), then print.

        Nothing happens while there is no paper, or while it prints.
        """
        if pdf and not self._afdrukker.bezig:
            self._afdrukker.vraag(Afdruk(id_, pdf, titel, GEHEIM if geheim else ""))

    def exporteer(self, blad: Stukblad, pdf: bytes) -> None:
        """Ask, with what must be known (R24), and save the sealed bytes where the officer chooses."""
        if not pdf:
            return
        stuk = blad.beeld.stuk
        self._stuk, self._pdf = stuk.id, pdf
        self._uitvoer.bestandsnaam = f"{stuk.titel} {stuk.nummer}".strip().lower().replace(" ", "-") + ".pdf"
        self._uitvoer.let_op = GEHEIM if blad.geheim else ""
        self._uitvoer.vraag()
