"""The tab Overzicht: the newest report in words, the next step, what the law says, who and what is open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from leerplicht_desktop.domain.verzuim.meldsoort import op_scherm
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.dates import short_date
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.taaklijst.lijst import Takenlijst

from .deelveldkaart import Deelveldkaart
from .meldingwoorden import hoeveel, sinds_wanneer
from .paneelbeeld import Paneelbeeld
from .persoonkaart import Persoonkaart
from .raster import Raster
from .uitspraak import Uitspraakregel
from .volgende_stap import volgende_stap
from .voorstelkaart import Voorstelkaart

_KAARTEN = 3


class OverzichtBlad(Column):
    """``naar_blad`` asks for another tab, ``geopend`` for another dossier."""

    naar_blad = Signal(str)
    geopend = Signal(str)

    def __init__(self, context: Context, beeld: Paneelbeeld) -> None:
        super().__init__(gap=16)
        self._beeld = beeld
        self.add(self._waar_staan_we(), Deelveldkaart(context, beeld), self._wet())
        if beeld.voorstellen:
            self.add(Voorstelkaart(context, beeld.dossier.dossier, beeld.voorstellen))
        if beeld.open_taken:
            self.add(Label(self.tr("Open taken"), Type.HEADING))
            self.add(Takenlijst(context, beeld.open_taken, beeld.dossier.dossier))
        if beeld.dossier.betrokkenen:
            self.add(self._kop_betrokkenen(), self._betrokkenen())
        self.add(1)

    def _waar_staan_we(self) -> Card:
        melding, stap = self._beeld.laatste_melding, volgende_stap(self._beeld)
        naast = ""
        if melding is not None:
            datum = short_date(melding.datum_melding, self._beeld.vandaag)
            naast = self.tr("Gemeld op {0}").format(datum)
        kaart = Card(self.tr("Waar staan we"), naast)
        if melding is not None:
            kop = Column(
                Label(op_scherm(melding.soort, melding.datum_melding), Type.STRONG, wrap=True), gap=0
            )
            kop.add(
                Label(hoeveel(melding), wrap=True),
                Label(sinds_wanneer(melding, self._beeld.vandaag), wrap=True),
            )
            kaart.add(kop)
            for naam, tekst in (
                (self.tr("Wat school schrijft"), melding.reden),
                (self.tr("Wat school al deed"), melding.ondernomen_actie),
            ):
                if tekst:
                    kaart.add(Column(Label(naam, ink=Ink.SUBTLE), Label(tekst, wrap=True), gap=0))
        kaart.add(Stapvak(stap.doe, stap.waarom))
        return kaart

    def _wet(self) -> Card:
        recht = self._beeld.recht
        kaart = Card(self.tr("Wat de wet zegt"))
        kaart.add(Uitspraakregel("uren", recht.uren, self.tr("Hoe is dit geteld?")))
        kaart.add(Uitspraakregel("plicht", recht.plicht, self.tr("Hoe weten we dat?")))
        return kaart

    def _kop_betrokkenen(self) -> Row:
        alle = LinkButton(self.tr("Alle {0}").format(len(self._beeld.dossier.betrokkenen)))
        alle.setObjectName("dossier.alle_betrokkenen")
        alle.setAccessibleName(self.tr("Toon alle betrokkenen"))
        alle.clicked.connect(lambda: self.naar_blad.emit("betrokkenen"))
        kop = Row(gap=8)
        kop.add_stretched(Label(self.tr("Betrokkenen"), Type.HEADING))
        kop.add(alle)
        return kop

    def _betrokkenen(self) -> QWidget:
        anderen = [
            persoon for persoon in self._beeld.dossier.betrokkenen if persoon not in self._beeld.ouders
        ]
        eerst = [*self._beeld.ouders, *anderen][:_KAARTEN]
        kaarten: list[QWidget] = []
        for nummer, persoon in enumerate(eerst, start=1):
            kaart = Persoonkaart(persoon, self._beeld, f"kort{nummer}", met_adres=False)
            kaart.geopend.connect(self.geopend)
            kaarten.append(kaart)
        return Raster(kaarten)


class Stapvak(Restyled):
    """The next step, on the ground of an explanation."""

    def __init__(self, doe: str, waarom: str) -> None:
        super().__init__()
        self.setObjectName("dossier.volgende_stap")
        self.setAccessibleName(f"Volgende stap: {doe}. {waarom}")
        self._vak = QVBoxLayout(self)
        kop = Label(f"Volgende stap: {doe[:1].lower()}{doe[1:]}", Type.STRONG, wrap=True)
        kop.set_tone(Tone.INFO)
        self._vak.addWidget(kop)
        self._vak.addWidget(Label(waarom, wrap=True))
        self.restyle()

    def restyle(self) -> None:
        """Scales the distances."""
        self._vak.setContentsMargins(*(4 * (look().px(12),)))
        self._vak.setSpacing(look().px(2))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the ground."""
        of = look()
        toon = of.tone(Tone.INFO)
        draw_box(QPainter(self), self.rect(), Box(toon.fill, toon.border, of.borders.badge, of.px(6)))
