"""What was read is looked at before it is kept: the picture itself, its day and its name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from leerplicht_desktop.casework.ports.papier import IngelezenBijlage
from leerplicht_desktop.domain.datumtekst import kort
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort
from leerplicht_desktop.domain.stuk.opnamedag import Opname
from leerplicht_desktop.ui.bladen.bijlageblik import Bijlageblik
from leerplicht_desktop.ui.kit.back import BackKey
from leerplicht_desktop.ui.kit.buttons import FullButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Flow
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.scherm.context import Context

from .model import BIJLAGEWOORD

_HOOGST = 360
"""Room for the picture (pixels at 10.5 pt): the buttons stay near."""


class Naamkaart(Card):
    """``bewaren`` carries the name and the day as they were typed; ``weg`` when nothing is to be kept.

    What was not shown cannot be kept: the button waits for the picture.
    """

    bewaren = Signal(str, str)
    weg = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(self.tr("Bijlage bewaren"), gap=12)
        self._soort = Label("", ink=Ink.SUBTLE, wrap=True)
        self._let_op = Notice(NoticeKind.WARNING, "")
        self._let_op.setObjectName("documenten.let_op")
        self._let_op.hide()
        self._blik = Bijlageblik(context, "documenten.nieuw", _HOOGST)
        self.veld = Field(self.tr("Wat is dit?"), placeholder=self.tr("Brief van de huisarts"))
        self.veld.edit.setObjectName("documenten.naam")
        self.dag = Field(self.tr("Op welke dag is de foto gemaakt?"), placeholder=self.tr("weet ik niet"))
        self.dag.edit.setObjectName("documenten.dag")
        self.bewaar = FullButton(self.tr("Bewaar in de kluis"), Icon.LOCK)
        self.bewaar.setObjectName("documenten.bewaar")
        self.niet = OutlinedButton(self.tr("Annuleer"))
        self.niet.setObjectName("documenten.niet_bewaren")
        self.bewaar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        knoppen = Flow(gap=8)
        knoppen.add(self.bewaar, self.niet)
        self.add(self._soort, self._let_op, self._blik, self.veld, self.dag, knoppen)
        self._verbind()

    def vraag(self, gelezen: IngelezenBijlage, opname: Opname) -> None:
        """Show what will be kept and ask for its name; what is odd about it is told."""
        self.show()
        foto = gelezen.soort is Bijlagesoort.FOTO
        verborgen = self.tr(" Plaats en toestel zijn eruit gehaald.") if foto else ""
        self._soort.setText(
            self.tr("{0} is gelezen.{1} Kijk of dit is wat je wilt bewaren.").format(
                BIJLAGEWOORD[gelezen.soort], verborgen
            )
        )
        vraag = self.tr(" Vul zelf in op welke dag de foto is gemaakt.") if opname.uitleg else ""
        zin = f"{gelezen.waarschuwing} {opname.uitleg}{vraag}".strip()
        self._let_op.tell(NoticeKind.WARNING, zin)
        self._let_op.setVisible(bool(zin))
        self._vraag_dag(opname, foto=foto)
        self.veld.set_text("")
        self.veld.set_error("")
        self.bewaar.setEnabled(False)
        self._blik.toon("", gelezen.inhoud, pdf=gelezen.mime == "application/pdf")
        self.veld.setFocus()

    def toon_fout(self, veld: str, zin: str) -> None:
        """Say what is wrong beside its field."""
        gekozen, ander = (self.dag, self.veld) if veld == "dag" else (self.veld, self.dag)
        ander.set_error("")
        gekozen.set_error(zin)
        gekozen.setFocus()

    def sluit(self) -> None:
        """Forget the picture."""
        self._blik.wis()
        self.hide()

    def _vraag_dag(self, opname: Opname, *, foto: bool) -> None:
        self.dag.setVisible(foto)
        self.dag.set_error("")
        self.dag.set_text(kort(opname.moment.date()) if opname.moment is not None else "")
        zin = (
            self.tr("Dit is de dag volgens de klok van de camera. Klopt hij niet, verander hem dan.")
            if opname.moment is not None
            else self.tr("Laat leeg als je het niet weet: dan telt de dag van toevoegen.")
        )
        self.dag.set_help(zin)

    def _bewaar(self) -> None:
        if self.bewaar.isEnabled():
            dag = self.dag.text() if self.dag.isVisibleTo(self) else ""
            self.bewaren.emit(self.veld.text(), dag)

    def _verbind(self) -> None:
        self._blik.getoond.connect(lambda: self.bewaar.setEnabled(True))
        self.bewaar.clicked.connect(self._bewaar)
        self.veld.edit.returnPressed.connect(self._bewaar)
        self.dag.edit.returnPressed.connect(self._bewaar)
        self.niet.clicked.connect(self.weg)
        BackKey(self).asked.connect(self.weg)
