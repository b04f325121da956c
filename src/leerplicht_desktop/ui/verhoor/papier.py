"""The report on paper: looked at in the program, read back from it, and printed to be signed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.casework.roads import Drukwerk
from leerplicht_desktop.ui.afdrukken import Afdruk, Afdrukker, Printers
from leerplicht_desktop.ui.bladen.voorbeeld import Voorbeeld
from leerplicht_desktop.ui.context import Context
from leerplicht_desktop.ui.kit.buttons import FullButton, OutlinedButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind


class PapierVlak(Column):
    """Emits ``dicht`` to go back to the hearing, ``gedrukt`` and ``mislukt`` (a known problem)."""

    dicht = Signal()
    gedrukt = Signal()
    mislukt = Signal(object)

    def __init__(self, context: Context, scherm: QWidget, printers: Printers | None) -> None:
        super().__init__(gap=12, margins=(24, 16, 24, 16))
        self._pdf, self._id = b"", ""
        self._afdrukker = Afdrukker(context, scherm, "verhoor", printers)
        self._voorbeeld = Voorbeeld(context, "verhoor.papier")
        self._uitleg = Notice(NoticeKind.INFO, "")
        self._uitleg.setObjectName("verhoor.papier.uitleg")
        druk = FullButton(self.tr("Druk af"), Icon.PRINTER)
        druk.setObjectName("verhoor.afdrukken")
        terug = OutlinedButton(self.tr("Terug naar het verhoor"), Icon.ARROW_LEFT)
        terug.setObjectName("verhoor.papier.terug")
        self.add(self._uitleg, Flow(druk, terug, gap=12))
        self.add_stretched(self._voorbeeld)
        druk.clicked.connect(self.druk)
        terug.clicked.connect(self.dicht)
        self._afdrukker.klaar.connect(self.gedrukt)
        self._afdrukker.mislukt.connect(self.mislukt)
        self._voorbeeld.mislukt.connect(self.mislukt)

    def toon(self, drukwerk: Drukwerk) -> None:
        """Show the paper of a hearing, and what must be known of it, such as a character that no font has."""
        self._id, self._pdf = drukwerk.concept, drukwerk.pdf
        gereed = self.tr("Lees het voor of laat het lezen. Druk het dan af en laat het ondertekenen.")
        concept = self.tr("Er zijn nog punten open: daarom staat er CONCEPT op.")
        zin = " ".join((gereed if drukwerk.definitief else concept, *drukwerk.waarschuwingen))
        rustig = drukwerk.definitief and not drukwerk.waarschuwingen
        self._uitleg.tell(NoticeKind.INFO if rustig else NoticeKind.WARNING, zin)
        self._voorbeeld.toon(drukwerk.pdf)

    def druk(self) -> None:
        """Ask for printer and copies; a second press while it prints does nothing."""
        if self._pdf and not self._afdrukker.bezig:
            self._afdrukker.vraag(Afdruk(self._id, self._pdf, self.tr("Verslag van het verhoor")))

    def wis(self) -> None:
        """Forget the paper."""
        self._pdf = b""
        self._voorbeeld.wis()
