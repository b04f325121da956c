"""A sealed proces-verbaal: number, hash, where it stands on paper, and the step that comes next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from shiboken6 import isValid

from leerplicht_desktop.casework.queries.stukkenkast import StukBeeld
from leerplicht_desktop.casework.touched import Soort, Touched
from leerplicht_desktop.domain.stuk.stuk import Stand
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.dates import date_with_year, short_moment
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.readline import ReadingLine
from leerplicht_desktop.ui.kit.taborder import set_order
from leerplicht_desktop.ui.kit.tokens import Tone
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .keuzes import hash_tekst
from .levensloop import gebeurd
from .model import RAAD_VRAAG, Stukblad
from .stapvorm import Stapvorm

_BREEDST = 760
STANDEN = {
    Stand.GEREED: ("Verzegeld, nog niet ondertekend", Tone.WARN, Icon.SIGNATURE),
    Stand.ONDERTEKEND: ("Ondertekend, nog niet verzonden", Tone.WARN, Icon.MAIL),
    Stand.VERZONDEN: ("Verzonden", Tone.OK, Icon.CHECK),
    Stand.NIET_VERZONDEN: ("Wordt niet verzonden", Tone.NEUTRAL, Icon.CIRCLE_MINUS),
    Stand.ONTVANGEN: ("Ontvangen door het parket", Tone.OK, Icon.CHECK),
    Stand.TERUGGESTUURD: ("Teruggestuurd door het parket", Tone.WARN, Icon.UNDO_2),
    Stand.AFGEDAAN: ("Afgedaan", Tone.OK, Icon.CHECK),
}


class StukVlak(Column):
    """Emits ``gezet`` with a step and its scan, ``scan`` with the id of one to look at, ``papier`` for the
    sealed paper, ``aanvullen`` with the id of what is added to, and ``geopend`` with that of an addition.
    """

    gezet = Signal(object, object)
    scan = Signal(str)
    papier = Signal()
    aanvullen = Signal(str)
    geopend = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(gap=16, margins=(24, 16, 24, 24))
        self.setObjectName("pv.stuk")
        self._context = context
        self._vorm: Stapvorm | None = None
        self._beeld: StukBeeld | None = None
        self._stand = Column(gap=0)
        context.bulletin.geraakt.connect(self._geraakt)

    def toon(self, blad: Stukblad) -> None:
        """Show a sealed proces-verbaal."""
        self.clear()
        self._vorm = None
        beeld = self._beeld = blad.beeld
        self._stand = Column(self._merken(beeld), gap=0)
        zin = self.tr("Verzegeld {0}. Er verandert niets meer aan. Een fout herstel je met een aanvulling.")
        wanneer = short_moment(plaatselijk(beeld.stuk.verzegeld_op))
        self.add(self._stand, Notice(NoticeKind.INFO, zin.format(wanneer)))
        if blad.raad_wacht:
            raad = Notice(NoticeKind.WARNING, self.tr("{0} (Leerplichtwet 22 lid 5)").format(RAAD_VRAAG))
            raad.setObjectName("pv.raad")
            self.add(raad)
        if beeld.mogelijk:
            self._vorm = Stapvorm(self._context, beeld, blad.bijlagen)
            self._vorm.gezet.connect(self.gezet)
            self.add(self._vorm)
        self.add(self._loop(blad), self._kenmerken(beeld), self._aanvullingen(beeld), 1)
        set_order(self)

    def toon_fout(self, veld: str, bericht: str) -> None:
        """Say what is wrong with the step."""
        if self._vorm is not None:
            self._vorm.toon_fout(veld, bericht)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay readable in a wide window."""
        super().resizeEvent(event)
        self.setMaximumWidth(look().px(_BREEDST))

    def _geraakt(self, touched: Touched) -> None:
        """It was sent to the municipality meanwhile: that alone is read, a step half filled in stays."""
        beeld, kluis = self._beeld, self._context.kluis
        if beeld is None or beeld.verzonden or not self.isVisible() or not touched.raakt(Soort.SYNC):
            return
        self._context.opslag.submit(
            lambda: kluis.bekijk(lambda kast: kast.stuk(beeld.stuk.id)),
            self._toon_merken,
            self._context.navigatie.probleem,
        )

    def _toon_merken(self, beeld: StukBeeld) -> None:
        if isValid(self) and self._beeld is not None and self._beeld.stuk.id == beeld.stuk.id:
            self._beeld = beeld
            self._stand.clear()
            self._stand.add(self._merken(beeld))

    def _merken(self, beeld: StukBeeld) -> Flow:
        merken = Flow(Badge(*STANDEN[beeld.stand]))
        if beeld.afgewezen:
            merken.add(Badge(self.tr("Afgewezen door de gemeente"), Tone.DANGER, Icon.CIRCLE_ALERT))
        elif not beeld.verzonden:
            merken.add(Badge(self.tr("Nog niet verstuurd"), Tone.NEUTRAL, Icon.CLOUD_UPLOAD))
        return merken

    def _aanvullingen(self, beeld: StukBeeld) -> Flow:
        knop = OutlinedButton(self.tr("Aanvullend proces-verbaal"), Icon.PLUS)
        knop.setObjectName("pv.aanvullen")
        knop.clicked.connect(lambda: self.aanvullen.emit(beeld.stuk.id))
        rij = Flow(knop)
        for nummer, id_ in enumerate(beeld.aanvullingen, start=1):
            link = LinkButton(self.tr("Lees aanvulling {0}").format(nummer))
            link.setObjectName(f"pv.aanvulling.{nummer}")
            link.clicked.connect(lambda _, id_=id_: self.geopend.emit(id_))
            rij.add(link)
        return rij

    def _loop(self, blad: Stukblad) -> Card:
        kaart = Card(self.tr("Wat er met dit stuk gebeurde"))
        kaart.setObjectName("pv.loop")
        for plaats, een in enumerate(gebeurd(blad)):
            if plaats:
                kaart.add(Divider())
            kaart.add(ReadingLine(date_with_year(een.dag), een.meer or " ", een.wat))
            if not plaats:
                papier = LinkButton(self.tr("Bekijk het papier"))
                papier.setObjectName("pv.papier")
                papier.clicked.connect(self.papier)
                kaart.add(Flow(papier))
            elif een.scan:
                link = LinkButton(self.tr("Bekijk de scan"))
                link.setObjectName(f"pv.scan.{plaats}")
                link.clicked.connect(lambda _, id_=een.scan: self.scan.emit(id_))
                kaart.add(Flow(link))
        return kaart

    def _kenmerken(self, beeld: StukBeeld) -> Card:
        stuk = beeld.stuk
        kaart = Card(self.tr("Kenmerken"))
        kaart.setObjectName("pv.kenmerken")
        bladen = self.tr("1 blad") if stuk.bladzijden == 1 else self.tr("{0} bladen").format(stuk.bladzijden)
        for woord, tekst in (
            (self.tr("Nummer"), stuk.nummer),
            (self.tr("Voor"), stuk.geadresseerde),
            (self.tr("Omvang"), bladen),
            (self.tr("Hash van de inhoud"), hash_tekst(stuk.inhoud_hash)),
            (self.tr("Hash van het bestand"), hash_tekst(stuk.bestand_hash)),
        ):
            kaart.add(ReadingLine(woord, tekst))
        uitleg = self.tr("Met de hash kan iedereen nagaan dat er geen letter is veranderd.")
        kaart.add(Label(uitleg, ink=Ink.SUBTLE, wrap=True))
        return kaart
