"""The bar above the recorder: back, for whom and where, what to know first, the mode, the timer, hide."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout

from leerplicht_desktop.domain.bezoek.deurbezoek import Deurbezoek
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import ButtonSize, IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Pane
from leerplicht_desktop.ui.kit.dates import clock, running_time, short_moment
from leerplicht_desktop.ui.kit.doubt import DoubtBadge
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .model import Omgeving

_SMAL = 760
"""Below this width (pixels at 10.5 pt) the badges go on a line of their own and "Verberg" is an icon."""


class _Inhoud(Restyled):
    """Three fields on one line, or the badges below."""

    def __init__(self, links: Row, merken: Flow, rechts: Row) -> None:
        super().__init__()
        self._merken = merken
        self._rooster = QGridLayout(self)
        self._rooster.addWidget(links, 0, 0)
        self._rooster.addWidget(rechts, 0, 2)
        self._rooster.setColumnStretch(0, 1)
        self._smal: bool | None = None
        self.restyle()

    def restyle(self) -> None:
        px = look().px
        self._rooster.setContentsMargins(px(16), px(8), px(16), px(8))
        self._rooster.setSpacing(px(12))

    def schik(self, *, smal: bool) -> None:
        if smal is self._smal:
            return
        self._smal = smal
        self._rooster.removeWidget(self._merken)
        if smal:
            self._rooster.addWidget(self._merken, 1, 0, 1, 3)
        else:
            self._rooster.addWidget(self._merken, 0, 1)


class Bovenbalk(Restyled):
    """Emits ``terug`` and ``verberg``; the timer is fed by the screen."""

    terug = Signal()
    verberg = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._naam = Label("", Type.HEADING_LARGE, elide=True)
        self._naam.setObjectName("deurbezoek.namen")
        self._adres = Label("", ink=Ink.SUBTLE, elide=True)
        self._merken = Flow(gap=8)
        self._getoond: object = None
        self._tijd = Label("", Type.RECORDER)
        self._tijd.setObjectName("deurbezoek.tijd")
        pijl = IconButton(Icon.ARROW_LEFT, self.tr("Terug"), ButtonSize.RECORDER, quiet=True)
        pijl.setObjectName("deurbezoek.terug")
        self._breed = OutlinedButton(self.tr("Verberg"), Icon.EYE_OFF, ButtonSize.RECORDER)
        self._breed.setObjectName("deurbezoek.verberg")
        self._kort = IconButton(Icon.EYE_OFF, self.tr("Verberg het scherm"), ButtonSize.RECORDER)
        self._kort.setObjectName("deurbezoek.verberg.kort")
        for knop in (self._breed, self._kort):
            knop.setToolTip(self.tr("Verberg het scherm (F9)"))
        links = Row(pijl, gap=8)
        links.add_stretched(Column(self._naam, self._adres, gap=0))
        klok = Row(IconMark(Icon.TIMER), self._tijd, gap=8)
        self._inhoud = _Inhoud(links, self._merken, Row(klok, self._breed, self._kort, gap=16))
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        doos.addWidget(Pane(self._inhoud, edge="bottom"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        pijl.clicked.connect(self.terug)
        self._breed.clicked.connect(self.verberg)
        self._kort.clicked.connect(self.verberg)
        self._schik()

    def toon(self, bezoek: Deurbezoek, omgeving: Omgeving) -> None:
        """For whom, where, and what to know."""
        self._naam.setText(omgeving.namen(bezoek.dossiers) or self.tr("Deurbezoek"))
        ander = self.tr(" (ander adres dan in de BRP)") if bezoek.ander_adres else ""
        self._adres.setText(bezoek.adres + ander)
        vanaf = bezoek.opsporing_vanaf
        getoond = (omgeving.waarschuwingen, vanaf)
        if getoond == self._getoond:
            return
        self._getoond = getoond
        self._merken.clear()
        for let_op in omgeving.waarschuwingen:
            if let_op.twijfel is not None:
                self._merken.add(DoubtBadge(let_op.twijfel, recorder=True))
                continue
            toon, icoon = (Tone.DANGER, Icon.MAP_PIN_OFF) if let_op.ernstig else (Tone.WARN, Icon.MAP_PIN_X)
            self._merken.add(Badge(let_op.tekst, toon, icoon, recorder=True))
        if vanaf is None:
            self._merken.add(Badge(self.tr("Toezicht"), Tone.INFO, Icon.SHIELD, recorder=True))
        else:
            woord = self.tr("Opsporing vanaf {0}").format(clock(plaatselijk(vanaf)))
            self._merken.add(Badge(woord, Tone.OPSPORING, Icon.SCALE, recorder=True))

    def toon_tijd(self, begonnen: datetime, nu: datetime) -> None:
        """How long the visit lasts; after half a day the moment at which it began."""
        duur = nu - begonnen
        if timedelta(0) <= duur < timedelta(hours=12):
            woorden = running_time(int(duur.total_seconds()))
            gezegd = self.tr("Bezig sinds {0}").format(f"{plaatselijk(begonnen):%H:%M}")
        else:
            woorden = gezegd = short_moment(plaatselijk(begonnen), plaatselijk(nu).date())
        if woorden != self._tijd.text():
            self._tijd.setText(woorden)
            self._tijd.setAccessibleName(gezegd)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the line in a narrow window."""
        super().resizeEvent(event)
        self._schik()

    def restyle(self) -> None:
        """Another text size breaks elsewhere."""
        self._schik()

    def _schik(self) -> None:
        smal = self.width() < look().px(_SMAL)
        self._breed.setVisible(not smal)
        self._kort.setVisible(smal)
        self._inhoud.schik(smal=smal)
