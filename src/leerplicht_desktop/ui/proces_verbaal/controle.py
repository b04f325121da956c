"""The checklist at the bottom: how far it is, every open point with its rule, each a link to its field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from leerplicht_desktop.domain.handhaving.verhoor import Gewicht
from leerplicht_desktop.ui.kit.buttons import FullButton, LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Divider, Pane
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row, Scroll
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.progress import Bar
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.tokens import Tone, Type

from .model import STAPPEN, Lijstregel, PVVorm, lijst_van, nummer_van, stap_van

_HOOGST = 116
_MERKEN = {
    Gewicht.BLOKKEERT: (Icon.CIRCLE_ALERT, Tone.DANGER),
    Gewicht.ANTWOORD: (Icon.CIRCLE_HELP, Tone.DANGER),
    Gewicht.ADVIES: (Icon.TRIANGLE_ALERT, Tone.WARN),
}
_KRAP = 760
_ANDER = {"vorm": "voorbeeld", "voorbeeld": "vorm"}


class Controle(Pane):
    """Emits ``veld`` for a point, ``verzegel``, and ``volgende`` with the step that comes next.

    In a low window it is one line, with the way to the preview in it: ``blad`` carries ``vorm`` or
    ``voorbeeld``.
    """

    veld = Signal(str)
    verzegel = Signal()
    volgende = Signal(str)
    blad = Signal(str)

    def __init__(self) -> None:
        self._alles = self._krap = self._laag = False
        self._blad = "vorm"
        self._vorm: PVVorm | None = None
        self._getoond: object = None
        self._na = ""
        self._stand = Label("", Type.HEADING)
        self._stand.setObjectName("pv.stand")
        self._balk = Bar("Hoever het proces-verbaal is")
        self._woorden = Label("", ink=Ink.SUBTLE, wrap=True)
        self._woorden.setObjectName("pv.stand.woorden")
        self._toon_alles = _link("pv.toon_alles")
        self._naar_blad = _link("pv.naar_blad")
        self._naar_blad.hide()
        self.knop_verzegel = OutlinedButton("Verzegel", Icon.LOCK)
        self.knop_verzegel.setObjectName("pv.verzegel")
        self._knop_volgende = FullButton("Volgende", Icon.ARROW_RIGHT)
        self._knop_volgende.setObjectName("pv.volgende")
        self._regels = Column(gap=0)
        self._rol = Scroll(self._regels, "Punten die nog open staan")
        self._rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._kop = self._maak_kop()
        super().__init__(Column(self._kop, self._rol, gap=4, margins=(24, 8, 24, 8)), edge="top")
        self._toon_alles.clicked.connect(self._draai)
        self._naar_blad.clicked.connect(lambda: self.blad.emit(_ANDER[self._blad]))
        self.knop_verzegel.clicked.connect(self.verzegel)
        self._knop_volgende.clicked.connect(lambda: self.volgende.emit(self._na))

    def _maak_kop(self) -> Reflow:
        kop = Reflow(0, (16, 4))
        stand = Row(self._stand, gap=16)
        stand.add_stretched(self._balk, 1)
        knoppen = Flow(self._naar_blad, self._toon_alles, self.knop_verzegel, self._knop_volgende, gap=12)
        kop.box.addWidget(stand, 2)
        kop.box.addWidget(self._woorden, 3)
        kop.box.addWidget(knoppen, 0)
        return kop

    def toon(self, vorm: PVVorm, stap: str) -> None:
        """Show how far it is; ``stap`` is the step that is on the screen."""
        self._vorm = vorm
        regels = lijst_van(vorm.pv, vorm.punten)
        klaar = sum(regel.punt is None for regel in regels)
        heel = self.tr("{0} van {1} compleet").format(klaar, len(regels))
        self._stand.setText(self.tr("{0} van {1}").format(klaar, len(regels)) if self._laag else heel)
        self._stand.setAccessibleName(heel)
        self._balk.tell(klaar, len(regels))
        self._woorden.setText(_tekst(vorm))
        minder = self.tr("Verberg de punten") if self._krap else self.tr("Toon alleen open punten")
        meer = self.tr("Toon alle {0}").format(len(regels))
        self._toon_alles.setText(minder if self._alles else meer)
        self.knop_verzegel.setEnabled(vorm.mag_verzegeld)
        self.knop_verzegel.setAccessibleDescription("" if vorm.mag_verzegeld else _tekst(vorm))
        namen = [sleutel for sleutel, _ in STAPPEN]
        self._na = (namen[namen.index(stap) + 1 :] or [""])[0]
        self._knop_volgende.setVisible(bool(self._na))
        if self._na:
            heel = self.tr("Volgende: {0}").format(dict(STAPPEN)[self._na].lower())
            self._knop_volgende.setText(self.tr("Volgende") if self._laag else heel)
            self._knop_volgende.setAccessibleName(heel)
        self._toon_regels(tuple(regel for regel in regels if self._alles or regel.punt is not None))

    def zet_laag(self, *, laag: bool, blad: str) -> None:
        """One line in a low window; ``blad`` is what the form shows there, ``vorm`` or ``voorbeeld``."""
        self._blad = blad
        self._naar_blad.setText(self.tr("Voorbeeld") if blad == "vorm" else self.tr("Formulier"))
        self._naar_blad.setVisible(laag)
        if laag != self._laag:
            self._laag = laag
            self._kop.box.setStretch(0, 0 if laag else 2)
            self._kop.box.setStretch(2, 1 if laag else 0)
            self._schik()
            self._toon_weer()

    def restyle(self) -> None:
        """As high as three lines, at most."""
        super().restyle()
        for link in (self._toon_alles, self._naar_blad):
            link.setMinimumHeight(look().sizes.button)
        self._meet()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the form comes first: the points show when they are asked for."""
        super().resizeEvent(event)
        self._schik()

    def _schik(self) -> None:
        krap = self._laag or self.width() < look().px(_KRAP)
        if krap != self._krap:
            self._krap = krap
            self._balk.setVisible(not krap)
            self._woorden.setVisible(not krap)
            self._toon_weer()

    def _meet(self) -> None:
        nodig = self._regels.sizeHint().height()
        ruim = look().px(_HOOGST * (2 if self._alles and not self._krap else 1))
        self._rol.setFixedHeight(min(nodig, ruim))
        self._rol.setVisible(nodig > 0 and (self._alles or not self._krap))

    def _toon_regels(self, regels: tuple[Lijstregel, ...]) -> None:
        if regels != self._getoond:
            self._getoond = regels
            self._regels.clear()
            for plaats, regel in enumerate(regels):
                delen = [Divider()] if plaats else []
                for deel in (*delen, self._regel(regel, plaats)):
                    self._regels.add(deel)
                    # What is measured below must count, also before the next turn of the loop.
                    deel.show()
        self._meet()

    def _regel(self, regel: Lijstregel, plaats: int) -> Row:
        icoon, toon = _MERKEN[regel.punt.gewicht] if regel.punt is not None else (Icon.CHECK, Tone.OK)
        merk = IconMark(icoon)
        merk.set_tone(toon)
        stap = nummer_van(stap_van(regel.veld))
        link = LinkButton(self.tr("Ga naar stap {0}").format(stap))
        link.setObjectName(f"pv.punt.{plaats}")
        link.setAccessibleName(self.tr("Ga naar stap {0}: {1}").format(stap, regel.woorden))
        link.clicked.connect(lambda: self.veld.emit(regel.veld))
        tekst = Reflow(560, (16, 0))
        tekst.box.addWidget(Label(regel.woorden, Type.STRONG, wrap=True), 3)
        tekst.box.addWidget(Label(regel.bron, ink=Ink.SUBTLE, wrap=True), 2)
        rij = Row(merk, gap=12, margins=(0, 6, 8, 6))
        rij.add_stretched(tekst)
        rij.add(link)
        rij.setAccessibleName(f"{regel.woorden} {regel.bron}")
        return rij

    def _draai(self) -> None:
        self._alles = not self._alles
        self._toon_weer()

    def _toon_weer(self) -> None:
        if self._vorm is not None:
            namen = [sleutel for sleutel, _ in STAPPEN]
            stap = namen[namen.index(self._na) - 1] if self._na else namen[-1]
            self.toon(self._vorm, stap)


def _link(naam: str) -> LinkButton:
    link = LinkButton("")
    link.setObjectName(naam)
    return link


def _tekst(vorm: PVVorm) -> str:
    """What still stands in the way, in words; also without colour."""
    advies = len(vorm.punten) - vorm.moet
    vragen = sum(punt.gewicht is Gewicht.ANTWOORD for punt in vorm.punten)
    fouten = vorm.moet - vragen
    delen = []
    if fouten:
        delen.append("1 punt moet" if fouten == 1 else f"{fouten} punten moeten")
    if vragen:
        delen.append("1 vraag wacht op antwoord" if vragen == 1 else f"{vragen} vragen wachten op antwoord")
    if advies:
        delen.append("1 is een advies" if advies == 1 else f"{advies} zijn een advies")
        if vorm.mag_verzegeld:
            return f"Je kunt verzegelen. Nog {'1 advies' if advies == 1 else f'{advies} adviezen'}."
    if not vorm.moet and vorm.beeld.nummers_over < 1:
        delen.append("de nummers zijn op: synchroniseer eerst")
    return ", ".join(delen).capitalize() + "." if delen else "Alles is compleet. Je kunt verzegelen."
