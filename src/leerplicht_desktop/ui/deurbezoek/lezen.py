"""A visit that was vastgelegd, to read: what happened, the remarks, its versions, the way to correct."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from leerplicht_desktop.domain.bezoek.deurbezoek import Segment, SoortSegment
from leerplicht_desktop.ui.formulier.versiekaart import (
    Versiebericht,
    Versiekaart,
    feitenkaart,
    vastgelegdmerken,
)
from leerplicht_desktop.ui.kit.buttons import ButtonSize, FullButton, IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card, Divider, Pane
from leerplicht_desktop.ui.kit.dates import clock
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row, Scroll
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.readline import ReadingLine
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.scrolling import turn_page
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .lezing import Lezing

_BREEDST = 880
_WOORD = {
    SoortSegment.GEZIEN: "Gezien",
    SoortSegment.GEHOORD: "Gehoord",
    SoortSegment.GEZEGD: "Gezegd",
}


class LeesVlak(Restyled):
    """Emits what the officer asks for."""

    terug = Signal()
    verbeter = Signal()
    verslag = Signal()
    versie = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._naam = Label("", Type.HEADING_LARGE, elide=True)
        self._adres = Label("", ink=Ink.SUBTLE, elide=True)
        self._verbeter = OutlinedButton(self.tr("Verbeter"), Icon.PENCIL)
        self._verbeter.setObjectName("deurbezoek.verbeter")
        self._verslag = FullButton(self.tr("Bekijk verslag"), Icon.FILE_TEXT)
        self._verslag.setObjectName("deurbezoek.verslag")
        self._inhoud = Column(gap=16, margins=(16, 16, 16, 24))
        self._inhoud.setObjectName("deurbezoek.lezing")
        self.fout = Notice(NoticeKind.WARNING, "")
        self.fout.hide()
        self._inhoud.add(self.fout)
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        doos.setSpacing(0)
        doos.addWidget(self._kop())
        buiten = Row(1, gap=0)
        buiten.add_stretched(self._inhoud, 1000)
        buiten.add(1)
        self._rol = Scroll(buiten, self.tr("Deurbezoek"))
        self._rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        doos.addWidget(self._rol, 1)
        self._verbeter.clicked.connect(self.verbeter)
        self._verslag.clicked.connect(self.verslag)
        self.restyle()

    def toon(self, lezing: Lezing) -> None:
        """Show a visit."""
        self._naam.setText(lezing.namen or self.tr("Deurbezoek"))
        self._adres.setText(self.tr("Deurbezoek · {0}").format(lezing.bezoek.adres))
        stand = lezing.stand
        self._verbeter.setVisible(stand.laatste)
        self.fout.hide()
        self._inhoud.clear()
        self.fout = Notice(NoticeKind.WARNING, "")
        self.fout.hide()
        bericht = Versiebericht(stand.versies, lezing.bezoek.vastgelegd_op)
        bericht.gekozen.connect(self.versie)
        feiten = feitenkaart(self.tr("Het bezoek"), lezing.feiten)
        self._inhoud.add(self.fout, vastgelegdmerken(verzonden=stand.verzonden), bericht, feiten)
        bezoek = lezing.bezoek
        later = tuple(segment for segment in bezoek.segmenten if bezoek.is_opsporing(segment.tijd))
        eerder = tuple(segment for segment in bezoek.segmenten if segment not in later)
        if eerder:
            self._inhoud.add(self._opgeschreven(self.tr("Opgeschreven"), eerder))
        if later:
            self._inhoud.add(self._opgeschreven(self.tr("Opgeschreven na de cautie (opsporing)"), later))
        if len(stand.versies) > 1:
            versies = Versiekaart("deurbezoek", stand.versies)
            versies.gekozen.connect(self.versie)
            self._inhoud.add(versies)
        self._inhoud.add(1)

    def zeg(self, bericht: str) -> None:
        """What stands in the way of a correction."""
        self.fout.tell(NoticeKind.WARNING, bericht)
        self.fout.show()

    def focus(self) -> None:
        """Put the focus on the full button."""
        self._verslag.setFocus()

    def blader(self, event: QKeyEvent) -> bool:
        """Scroll with the keyboard."""
        return turn_page(self._rol, event)

    def restyle(self) -> None:
        """Keeps lines readable."""
        self._inhoud.setMaximumWidth(look().px(_BREEDST))

    def _kop(self) -> Pane:
        pijl = IconButton(Icon.ARROW_LEFT, self.tr("Terug"), ButtonSize.RECORDER, quiet=True)
        pijl.setObjectName("deurbezoek.lezing.terug")
        pijl.clicked.connect(self.terug)
        links = Row(pijl, gap=12)
        links.add_stretched(Column(self._naam, self._adres, gap=0))
        kop = Reflow(620, (16, 8))
        kop.box.addWidget(links, 1)
        kop.box.addWidget(Flow(self._verbeter, self._verslag, gap=12))
        return Pane(Column(kop, margins=(16, 8, 16, 8)), edge="bottom")

    def _opgeschreven(self, titel: str, segmenten: tuple[Segment, ...]) -> Card:
        kaart = Card(titel)
        for plaats, segment in enumerate(segmenten):
            if plaats:
                kaart.add(Divider())
            woord = f"{_WOORD[segment.soort]}, {clock(plaatselijk(segment.tijd))}"
            wie = f"{segment.spreker}, uit zichzelf" if segment.ongevraagd else segment.spreker
            kaart.add(ReadingLine(woord, segment.tekst, wie))
        return kaart
