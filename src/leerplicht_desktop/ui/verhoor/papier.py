"""The report on paper: looked at in the program, read back from it, and printed to be signed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.ui.bladen.afdrukken import Afdruk, Afdrukker, Printers
from leerplicht_desktop.ui.bladen.voorbeeld import Voorbeeld
from leerplicht_desktop.ui.kit.buttons import FullButton, OutlinedButton
from leerplicht_desktop.ui.kit.dialogs import Dialog
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.scherm.context import Context

_GEHEIM = "Van iemand in dit dossier is het adres geheim: let op aan wie je dit geeft."


class PapierVlak(Column):
    """Emits ``dicht`` to go back to the hearing, ``gedrukt`` and ``mislukt`` (a known problem)."""

    dicht = Signal()
    gedrukt = Signal()
    mislukt = Signal(object)

    def __init__(self, context: Context, scherm: QWidget, printers: Printers | None) -> None:
        super().__init__(gap=12, margins=(24, 16, 24, 16))
        self._afdruk: Afdruk | None = None
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

    def toon(self, drukwerk: Drukwerk, *, geheim: bool) -> None:
        """Show the paper of a hearing, and what must be known of it, such as a character that no font has.

        ``geheim`` says that somebody in the dossier has a secret address (R24).
        """
        titel = self.tr("Verslag van het verhoor")
        let_op = self.tr(_GEHEIM) if geheim else ""
        self._afdruk = Afdruk(drukwerk.concept, drukwerk.pdf, titel, let_op, drukwerk.verhoor_inhoud)
        gereed = self.tr("Lees het voor of laat het lezen. Druk het dan af en laat het ondertekenen.")
        concept = self.tr("Er zijn nog punten open: daarom staat er CONCEPT op.")
        zin = " ".join((gereed if drukwerk.definitief else concept, *drukwerk.waarschuwingen))
        rustig = drukwerk.definitief and not drukwerk.waarschuwingen
        self._uitleg.tell(NoticeKind.INFO if rustig else NoticeKind.WARNING, zin)
        self._voorbeeld.toon(drukwerk.pdf)

    def druk(self) -> None:
        """Ask for printer and copies; a second press while it prints does nothing."""
        if self._afdruk is not None and not self._afdrukker.bezig:
            self._afdrukker.vraag(self._afdruk)

    def wis(self) -> None:
        """Forget the paper."""
        self._afdruk = None
        self._voorbeeld.wis()


def vraag_ander_papier(scherm: QWidget, druk: Callable[[], None], leg_vast: Callable[[], None]) -> None:
    """Ask before a hearing is fixed whose text changed after the paper was printed to be signed (Sv 29a)."""
    dialoog = Dialog(
        scherm.window(),
        scherm.tr("De tekst is anders dan op papier"),
        scherm.tr(
            "Na het afdrukken veranderde dit verhoor. Wat is ondertekend, is dan niet wat je vastlegt. "
            "Druk het opnieuw af, lees het voor en laat het opnieuw ondertekenen."
        ),
        safe=scherm.tr("Bekijk het nieuwe papier"),
        other=scherm.tr("Leg toch vast"),
    )
    dialoog.setObjectName("verhoor.anders")
    dialoog.safe_button.setObjectName("verhoor.anders.papier")
    dialoog.other_button.setObjectName("verhoor.anders.vast")
    dialoog.chose_safe.connect(druk)
    dialoog.chose_other.connect(leg_vast)
    dialoog.open()
