"""A task as a row: what, by when, for whom, and the two ways it can end. Every list of tasks uses it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from leerplicht_desktop.casework.queries.caseload import TaakRegel
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.tokens import Tone, Type

from .merkje import termijnmerkje


class TaakKaart(Card):
    """One task. ``gedaan`` and ``vervallen`` carry its id (and the reason); ``geopend`` its dossier."""

    gedaan = Signal(str)
    vervallen = Signal(str, str)
    geopend = Signal(str)

    def __init__(self, taak: TaakRegel, vandaag: date, *, met_naam: bool = True) -> None:
        super().__init__(padding=12, gap=8)
        self.setObjectName(f"taak.{taak.id}")
        self.setAccessibleName(taak.wat)
        self._taak = taak
        kop = Row(gap=12)
        kop.add_stretched(self._tekst(met_naam=met_naam))
        if taak.afgehandeld is None:
            kop.add(self._knop_gedaan())
        self.add(kop)
        self.add(self._onder(vandaag))
        self._reden = Field(self.tr("Waarom vervalt deze taak?"))
        self._reden.edit.setObjectName(f"taak.reden.{taak.id}")
        self._reden.edit.returnPressed.connect(self._verval)
        self._reden.hide()
        self.add(self._reden)

    def toon_fout(self, bericht: str) -> None:
        """What is wrong with the reason."""
        self._reden.set_error(bericht)

    def _tekst(self, *, met_naam: bool) -> Column:
        kolom = Column(Label(self._taak.wat, Type.STRONG, wrap=True), gap=0)
        wie = self.tr("door {0}").format(self._taak.wie) if self._taak.wie else ""
        regel = " · ".join(deel for deel in (self._taak.namen if met_naam else "", wie) if deel)
        if regel:
            kolom.add(Label(regel, ink=Ink.SUBTLE, wrap=True))
        if self._taak.toelichting:
            kolom.add(Label(self._taak.toelichting, ink=Ink.SUBTLE, wrap=True))
        return kolom

    def _knop_gedaan(self) -> OutlinedButton:
        knop = OutlinedButton(self.tr("Gedaan"), Icon.CHECK)
        knop.setObjectName(f"taak.gedaan.{self._taak.id}")
        knop.setAccessibleName(self.tr("Gedaan: {0}").format(self._taak.wat))
        knop.clicked.connect(lambda: self.gedaan.emit(self._taak.id))
        return knop

    def _onder(self, vandaag: date) -> Flow:
        rij = Flow(_merkje(self._taak, vandaag), gap=12)
        if not self._taak.verzonden:
            rij.add(Badge(self.tr("Nog niet verstuurd"), Tone.NEUTRAL, Icon.CLOUD_UPLOAD))
        if self._taak.dossiers:
            naar = LinkButton(self.tr("Open dossier"))
            naar.clicked.connect(lambda: self.geopend.emit(self._taak.dossiers[0]))
            rij.add(naar)
        if self._taak.afgehandeld is None:
            vervalt = LinkButton(self.tr("Vervalt"))
            vervalt.setObjectName(f"taak.vervalt.{self._taak.id}")
            vervalt.clicked.connect(self._vraag_reden)
            rij.add(vervalt)
        return rij

    def _vraag_reden(self) -> None:
        self._reden.setVisible(self._reden.isHidden())
        self._reden.edit.setFocus()

    def _verval(self) -> None:
        self.vervallen.emit(self._taak.id, self._reden.text())


def _merkje(taak: TaakRegel, vandaag: date) -> Badge:
    if taak.afgehandeld is not None:
        woord = "Gedaan" if taak.afgehandeld == "gedaan" else "Vervallen"
        return Badge(woord, Tone.OK if taak.afgehandeld == "gedaan" else Tone.NEUTRAL, Icon.CHECK)
    return termijnmerkje(taak.uiterlijk, vandaag, taak.tijdstip)
