"""The head of the screen of a letter: whose it is, and the one thing to do next."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from leerplicht_desktop.ui.kit.badges import Badge, BadgeSpec
from leerplicht_desktop.ui.kit.buttons import Button, FullButton, IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label, data_tooltip
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.tokens import Tone, Type

_MARGES = (16, 12, 24, 12)
_NAAST = 540
"""From this width (pixels at 10.5 pt) title and buttons stand beside each other."""
_STAND = 220
"""Room for the badge with its gap; fixed, so that nothing jumps when a point is mended."""


class BLAD(Enum):
    """What the screen is at."""

    KIEZEN = auto()
    SCHRIJVEN = auto()
    GEREED = auto()


class Kop(Column):
    """Emits what was pressed.

    Where title, badge and words do not fit beside each other, the buttons with a symbol of their own lose
    their words and the state stands in words before the names: the room below is for the letter.
    """

    terug = Signal()
    begin = Signal()
    definitief = Signal()
    weg = Signal()
    druk = Signal()
    exporteer = Signal()

    def __init__(self) -> None:
        self._knoppen: Row | None = None
        super().__init__(margins=_MARGES)
        self._pijl = IconButton(Icon.ARROW_LEFT, self.tr("Terug"), quiet=True)
        self._pijl.setObjectName("brief.terug")
        self._titel = Label("", Type.TITLE, elide=True)
        self._titel.setObjectName("brief.titel")
        self._onder = Label("", ink=Ink.SUBTLE, elide=True)
        self._onder.setObjectName("brief.namen")
        self._stand = Badge("", Tone.NEUTRAL, Icon.FILE_PEN_LINE)
        self._stand.setObjectName("brief.stand")
        self._begin = FullButton(self.tr("Begin de brief"), Icon.ARROW_RIGHT)
        self._begin.setObjectName("brief.begin")
        self._definitief = FullButton(self.tr("Maak definitief"), Icon.LOCK)
        self._definitief.setObjectName("brief.definitief")
        self._druk = FullButton(self.tr("Druk af…"), Icon.PRINTER)
        self._druk.setObjectName("brief.afdrukken")
        self._proef = OutlinedButton(self.tr("Druk concept af…"), Icon.PRINTER)
        self._proef.setObjectName("brief.concept_afdrukken")
        self._export = OutlinedButton(self.tr("Exporteer…"), Icon.DOWNLOAD)
        self._export.setObjectName("brief.exporteer")
        self._weg = IconButton(Icon.TRASH_2, self.tr("Gooi dit concept weg"), quiet=True)
        self._weg.setObjectName("brief.weg")
        self._delen: dict[BLAD, tuple[Button, ...]] = {
            BLAD.KIEZEN: (self._begin,),
            BLAD.SCHRIJVEN: (self._weg, self._proef, self._definitief),
            BLAD.GEREED: (self._export, self._druk),
        }
        self._blad, self._namen = BLAD.KIEZEN, ""
        self._woorden = {knop: knop.text() for knop in (self._proef, self._export)}
        self._knoppen = self._bouw()
        self.restyle()

    def toon(self, blad: BLAD, titel: str, namen: str) -> None:
        """Show a state of the screen."""
        self._blad, self._namen = blad, namen
        self._titel.setText(titel)
        for welk, delen in self._delen.items():
            for deel in delen:
                deel.setVisible(welk is blad)
        gereed = blad is BLAD.GEREED
        self._stand.set_spec(
            BadgeSpec(self.tr("Definitief"), Tone.OK, Icon.LOCK)
            if gereed
            else BadgeSpec(self.tr("Concept"), Tone.NEUTRAL, Icon.FILE_PEN_LINE)
        )
        self.zet_papier(aan=False)
        self._definitief.set_ready()
        self._schik()

    def toon_telling(self, aantal: int) -> None:
        """How many points must still be mended; a sealed letter has none."""
        if self._blad is not BLAD.SCHRIJVEN:
            return  # a field that goes out of sight is judged once more, when the letter is sealed already
        if aantal:
            woord = self.tr("Concept, nog {0} te doen").format(aantal)
            self._stand.set_spec(BadgeSpec(woord, Tone.WARN, Icon.FILE_PEN_LINE))
        else:
            self._stand.set_spec(BadgeSpec(self.tr("Concept, compleet"), Tone.OK, Icon.CHECK))
        self._schik()

    def toon_bezig(self, woord: str) -> None:
        """While the letter is sealed the button takes no second press."""
        if woord:
            self._definitief.set_busy(self.tr("Bezig"))
        else:
            self._definitief.set_ready()

    def zet_papier(self, *, aan: bool) -> None:
        """Whether there is paper to print or export."""
        for knop in (self._druk, self._proef, self._export):
            knop.setEnabled(aan)

    def verder(self) -> None:
        """Press the full button."""
        knop = self._delen[self._blad][-1]
        if knop.isEnabled() and not knop.busy:
            knop.click()

    def restyle(self) -> None:
        """Another text size asks other room."""
        super().restyle()
        self._schik()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words as long as there is room."""
        super().resizeEvent(event)
        self._schik()

    def _schik(self) -> None:
        if self._knoppen is None:
            return
        self._titel.set_kind(Type.TITLE)
        self._zet_woorden(aan=True)
        krap = self._blad is not BLAD.KIEZEN and self.width() < self._breedte() + look().px(_STAND)
        self._zet_woorden(aan=not krap)
        if krap and self.width() < self._breedte():
            self._titel.set_kind(Type.HEADING_LARGE)
        self._stand.setVisible(self._blad is not BLAD.KIEZEN and not krap)
        delen = (self._stand.text() if krap else "", self._namen)
        self._onder.setText(" · ".join(deel for deel in delen if deel))

    def _zet_woorden(self, *, aan: bool) -> None:
        for knop, woord in self._woorden.items():
            knop.setText(woord if aan else "")
            knop.setToolTip("" if aan else data_tooltip(woord))

    def _breedte(self) -> int:
        """The width in pixels that the whole title needs beside the buttons as they are now."""
        delen = self._delen[self._blad]
        tussen = 12 * len(delen) + _MARGES[0] + _MARGES[2]
        breedtes = (deel.sizeHint().width() for deel in (self._pijl, self._titel, *delen))
        return sum(breedtes) + look().px(tussen)

    def _bouw(self) -> Row:
        links = Row(self._pijl, gap=4)
        links.add_stretched(Column(self._titel, self._onder, gap=0))
        knoppen = Row(1, self._stand, self._weg, self._proef, self._export, gap=12)
        knoppen.add(self._begin, self._definitief, self._druk)
        omslag = Reflow(_NAAST, (8, 8))
        omslag.box.addWidget(links, 1)
        omslag.box.addWidget(knoppen)
        self.add(omslag)
        for knop, woord in self._woorden.items():
            knop.setAccessibleName(woord)
        self._pijl.clicked.connect(self.terug)
        self._begin.clicked.connect(self.begin)
        self._definitief.clicked.connect(self.definitief)
        self._weg.clicked.connect(self.weg)
        self._druk.clicked.connect(self.druk)
        self._proef.clicked.connect(self.druk)
        self._export.clicked.connect(self.exporteer)
        return knoppen
