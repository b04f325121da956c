"""The tab Procedures: what runs, what ended, and what can be begun."""

from __future__ import annotations

from PySide6.QtCore import Signal

from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.procedure.deuren import DEUREN
from leerplicht_desktop.domain.procedure.procedure import Procedure
from leerplicht_desktop.ui.kit.buttons import LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.dates import short_moment
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context

from .acties import Dossieracties
from .paneelbeeld import Paneelbeeld


class ProcedureBlad(Column):
    """``Begin`` opens the questions of a kind; a procedure that was begun opens where it was."""

    begonnen = Signal()

    def __init__(self, context: Context, beeld: Paneelbeeld) -> None:
        super().__init__(gap=16)
        self._context = context
        self._dossier = beeld.dossier.dossier
        self._acties = Dossieracties(context, self.begonnen.emit)
        lopend = [een for een in beeld.procedurelijst if een.is_concept or not een.klaar]
        klaar = [een for een in beeld.procedurelijst if not een.is_concept and een.klaar]
        if lopend:
            self.add(self._lijst(self.tr("Loopt"), lopend))
        self.add(self._deuren())
        if klaar:
            self.add(self._lijst(self.tr("Klaar"), klaar))
        self.add(1)

    def _lijst(self, titel: str, procedures: list[Procedure]) -> Card:
        kaart = Card(titel)
        for plaats, een in enumerate(procedures):
            if plaats:
                kaart.add(Divider())
            link = LinkButton(een.soort.titel)
            link.setObjectName(f"dossier.procedure.{een.id}")
            link.clicked.connect(lambda _=False, id_=een.id: self._context.navigatie.ga("procedure", id_))
            wanneer = short_moment(in_nederland(een.vastgelegd_op or een.begonnen_op))
            stand = self.tr("Concept, begonnen {0}") if een.is_concept else self.tr("Vastgelegd {0}")
            regel = Column(link, gap=2)
            if een.kop:
                regel.add(Label(een.kop, wrap=True))
            regel.add(Label(stand.format(wanneer), ink=Ink.SUBTLE, wrap=True))
            kaart.add(regel)
        return kaart

    def _deuren(self) -> Card:
        kaart = Card(self.tr("Begin een procedure"))
        for plaats, deur in enumerate(DEUREN.values()):
            if plaats:
                kaart.add(Divider())
            knop = OutlinedButton(self.tr("Begin"), Icon.PLUS)
            knop.setObjectName(f"dossier.begin.{deur.soort.value}")
            knop.setAccessibleName(self.tr("Begin: {0}").format(deur.soort.titel))
            knop.clicked.connect(
                lambda _=False, soort=deur.soort: self._acties.start_procedure(self._dossier, soort)
            )
            woorden = Column(
                Label(deur.soort.titel, Type.STRONG, wrap=True),
                Label(deur.waarvoor, ink=Ink.SUBTLE, wrap=True),
                gap=0,
            )
            rij = Row(gap=12)
            rij.add_stretched(woorden)
            rij.add(knop)
            kaart.add(rij)
        return kaart
