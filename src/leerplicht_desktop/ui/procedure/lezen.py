"""A version of a procedure that was fixed, to read: its answers and its versions."""

from __future__ import annotations

from PySide6.QtCore import Signal

from leerplicht_desktop.domain.procedure.vraag import Vraagsoort
from leerplicht_desktop.ui.formulier.invoer import dag_van
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.dates import date_with_year, short_moment
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .model import Procedurebeeld, Stand, in_woorden


class Leesvlak(Column):
    """``versie`` asks for another version."""

    versie = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=16)
        self.setObjectName("procedure.lezing")

    def toon(self, beeld: Procedurebeeld, stand: Stand) -> None:
        """Show a version."""
        self.clear()
        if not beeld.laatste:
            self.add(Notice(NoticeKind.INFO, self.tr("Dit is niet de nieuwste versie.")))
        kaart = Card(self.tr("Wat er is vastgelegd"))
        for vraag in stand.gesteld:
            waarde = beeld.procedure.antwoorden.get(vraag.naam)
            dag = dag_van(str(waarde)) if waarde and vraag.soort is Vraagsoort.DAG else None
            woorden = date_with_year(dag) if dag else in_woorden(vraag, waarde)
            if woorden:
                regel = Column(
                    Label(vraag.label, ink=Ink.SUBTLE, wrap=True), Label(woorden, wrap=True), gap=0
                )
                kaart.add(regel)
        self.add(kaart)
        if beeld.procedure.reden_correctie:
            reden = Card(self.tr("Waarom een antwoord veranderde"))
            reden.add(Label(beeld.procedure.reden_correctie, wrap=True))
            self.add(reden)
        if len(beeld.versies) > 1:
            self.add(self._versies(beeld))
        self.add(1)

    def _versies(self, beeld: Procedurebeeld) -> Card:
        kaart = Card(self.tr("Versies"))
        for een in beeld.versies:
            wanneer = short_moment(plaatselijk(een.vastgelegd_op)) if een.vastgelegd_op else ""
            if een.id == beeld.procedure.id:
                kop: Label | LinkButton = Label(self.tr("{0} (deze)").format(wanneer))
            else:
                kop = LinkButton(wanneer)
                kop.setObjectName(f"procedure.versie.{een.id}")
                kop.clicked.connect(lambda _=False, id_=een.id: self.versie.emit(id_))
            kaart.add(Column(kop, Label(een.kop, ink=Ink.SUBTLE, wrap=True), gap=0))
        return kaart
