"""One paper of a dossier: what it is, when, where it stands, and its hash behind "Details"."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal

from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.dates import short_moment
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.readline import ReadingLine
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .model import Documentrij


class Documentkaart(Card):
    """``geopend`` when it is to be shown."""

    geopend = Signal()

    def __init__(self, rij: Documentrij, vandaag: date) -> None:
        super().__init__(padding=12, gap=4)
        self.setObjectName(f"document.{rij.id}")
        wanneer = short_moment(plaatselijk(rij.wanneer), vandaag)
        self.setAccessibleName(f"{rij.titel}, {wanneer}, {rij.merk[0]}")
        merken = Flow(gap=8)
        merken.add(Badge(*rij.merk))
        if rij.afgewezen:
            merken.add(Badge(self.tr("Afgewezen"), Tone.DANGER, Icon.CIRCLE_ALERT))
        elif not rij.verzonden:
            merken.add(Badge(self.tr("Nog niet verstuurd"), Tone.NEUTRAL, Icon.CLOUD_UPLOAD))
        self.open = LinkButton(self.tr("Bekijk") if rij.bijlage else self.tr("Open"))
        self.open.setObjectName(f"document.{rij.id}.open")
        self.open.setAccessibleName(self.tr("Open {0} van {1}").format(rij.titel, wanneer))
        self.open.clicked.connect(self.geopend)
        onder = " · ".join(deel for deel in (wanneer, rij.regel) if deel)
        woorden = Column(
            Label(rij.titel, Type.STRONG, wrap=True), Label(onder, ink=Ink.SUBTLE, wrap=True), gap=0
        )
        kop = Row(gap=16)
        kop.add_stretched(woorden)
        vak = self._details(rij, kop) if rij.details else None
        kop.add_top(self.open)
        self.add(kop, merken)
        if vak is not None:
            self.add(vak)

    def _details(self, rij: Documentrij, kop: Row) -> Column:
        knop = LinkButton(self.tr("Details"))
        knop.setObjectName(f"document.{rij.id}.details")
        knop.setAccessibleName(self.tr("Details van {0}").format(rij.titel))
        vak = Column(*(ReadingLine(woord, tekst) for woord, tekst in rij.details), gap=4)
        vak.setObjectName(f"document.{rij.id}.hash")
        vak.hide()
        knop.clicked.connect(lambda: vak.setVisible(vak.isHidden()))
        kop.add_top(knop)
        return vak
