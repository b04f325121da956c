"""Before a hearing begins: whom do you hear, and of what day is the fact (R05, R17)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup

from leerplicht_desktop.casework.verhoor.starten import Verhooropgave
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.ui.formulier.datuminvoer import lees_datum
from leerplicht_desktop.ui.formulier.vak import Vak
from leerplicht_desktop.ui.kit.buttons import FullButton
from leerplicht_desktop.ui.kit.dates import date_with_year
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.taborder import set_order
from leerplicht_desktop.ui.kit.ticks import Radio
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context

from .model import Aanloop, Verdachtekeuze

_BREEDST = 760


class AanloopVlak(Column):
    """Emits ``begin`` with the dossiers and what was filled in."""

    begin = Signal(object, object)

    def __init__(self, context: Context) -> None:
        super().__init__(gap=20, margins=(24, 16, 24, 24))
        self._context = context
        self._aanloop: Aanloop | None = None
        self._bron = Notice(NoticeKind.WARNING, "")
        self._radios: dict[str, Radio] = {}
        self._groep = QButtonGroup(self)
        self._wie = Column(gap=4)
        self._verdachte = Vak(self._wie, self.tr("Wie verdenk je?"))
        self._dag = Field(self.tr("Laatste dag van het feit"), placeholder=self.tr("21-11"))
        self._dag.edit.setObjectName("verhoor.aanloop.pleegdatum")
        self._pleegdatum = Vak(self._dag)
        self._plaats = Field(self.tr("Waar is het verhoor?"), placeholder=self.tr("Gemeentehuis, Demostad"))
        self._plaats.edit.setObjectName("verhoor.aanloop.plaats")
        self._geboren = Field(self.tr("Geboortedatum van de verdachte"), placeholder=self.tr("5-12-1984"))
        self._geboren.edit.setObjectName("verhoor.aanloop.geboren")
        self._geboorte = Vak(self._geboren)
        self._start = FullButton(self.tr("Begin het verhoor"), Icon.SCALE)
        self._start.setObjectName("verhoor.start")
        uitleg = self.tr(
            "Begin pas als je iemand echt verdenkt. Wil je alleen horen wat er speelt en hoe je kunt helpen, "
            "schrijf dan een gespreksnotitie."
        )
        self.add(
            Column(
                Label(self.tr("Nieuw verhoor"), Type.HEADING_LARGE),
                Label(uitleg, ink=Ink.SUBTLE, wrap=True),
                gap=4,
            ),
            self._bron,
            self._verdachte,
            self._geboorte,
            self._pleegdatum,
            self._plaats,
            Flow(self._start),
            1,
        )
        self._start.clicked.connect(self._begin)
        self._groep.buttonClicked.connect(self._gekozen)
        self._dag.edit.editingFinished.connect(self._toon_leeftijden)

    def toon(self, aanloop: Aanloop) -> None:
        """Ask it for these dossiers."""
        self._aanloop = aanloop
        self._bron.setVisible(bool(aanloop.bron_woord))
        zin = self.tr(
            "Dit verhoor krijgt een eigen verslag met een eigen begintijd. Wat al is gezegd in het {0}, "
            "blijft daar staan en komt niet in de verklaring."
        )
        self._bron.tell(NoticeKind.WARNING, zin.format(aanloop.bron_woord))
        self._dag.set_text(date_with_year(aanloop.pleegdatum))
        self._plaats.set_text(aanloop.plaats)
        self._wie.clear()
        self._radios = {}
        for nummer, keuze in enumerate(aanloop.keuzes):
            radio = self._radios[keuze.sleutel] = Radio(keuze.keuze.naam)
            regel = keuze.regel(aanloop.pleegdatum)
            radio.setObjectName(f"verhoor.verdachte.{nummer}")
            radio.setAccessibleDescription(regel)
            self._groep.addButton(radio)
            rij = Column(radio, Row(Label(regel, ink=Ink.SUBTLE, wrap=True), margins=(32, 0, 0, 0)), gap=0)
            self._wie.add(rij)
            rij.show()
        self._geboorte.hide()
        for vak in (self._verdachte, self._pleegdatum, self._geboorte):
            vak.toon(())
        set_order(self)

    def toon_fout(self, veld: str, bericht: str) -> None:
        """Say what stands in the way, beside its field."""
        vakken = {"pleegdatum": self._pleegdatum, "geboren": self._geboorte}
        if veld == "geboren":
            self._geboorte.show()
        vakken.get(veld, self._verdachte).toon((), bericht)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay readable in a wide window."""
        super().resizeEvent(event)
        self.setMaximumWidth(look().px(_BREEDST))

    def _keuze(self) -> Verdachtekeuze | None:
        aan = next((naam for naam, radio in self._radios.items() if radio.isChecked()), "")
        keuzes = self._aanloop.keuzes if self._aanloop is not None else ()
        return next((keuze for keuze in keuzes if keuze.sleutel == aan), None)

    def _gekozen(self) -> None:
        keuze = self._keuze()
        self._verdachte.toon(())
        self._geboorte.setVisible(keuze is not None and keuze.geboren is None)

    def _toon_leeftijden(self) -> None:
        try:
            dag = lees_datum(self._dag.text(), self._context.klok.vandaag(), veld="pleegdatum")
        except DomainError as fout:
            self._pleegdatum.toon((), fout.bericht)
            return
        self._pleegdatum.toon(())
        self._dag.set_help(date_with_year(dag))

    def _begin(self) -> None:
        aanloop, keuze, vandaag = self._aanloop, self._keuze(), self._context.klok.vandaag()
        if aanloop is None:
            return
        if keuze is None:
            self._verdachte.toon((), self.tr("Kies wie je verdenkt."))
            return
        try:
            dag = lees_datum(self._dag.text(), vandaag, veld="pleegdatum")
            geboren = None
            if keuze.geboren is None and self._geboren.text().strip():
                geboren = Geboortedatum.van(lees_datum(self._geboren.text(), vandaag, veld="geboren"))
        except DomainError as fout:
            self.toon_fout(fout.veld, fout.bericht)
            return
        self._verdachte.toon(())
        opgave = Verhooropgave(keuze.keuze, dag, self._plaats.text().strip(), geboren, None, aanloop.bron)
        self.begin.emit(aanloop.dossiers, opgave)
