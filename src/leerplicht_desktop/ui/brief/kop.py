"""The head of the screen of a letter: whose it is, and the one thing to do next."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Signal

from leerplicht_desktop.ui.kit.badges import Badge, BadgeSpec
from leerplicht_desktop.ui.kit.buttons import FullButton, IconButton, LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.omslag import Omslag


class BLAD(Enum):
    """What the screen is at."""

    KIEZEN = auto()
    SCHRIJVEN = auto()
    GEREED = auto()


class Kop(Column):
    """Emits what was pressed."""

    terug = Signal()
    begin = Signal()
    definitief = Signal()
    weg = Signal()
    druk = Signal()
    exporteer = Signal()

    def __init__(self) -> None:
        self._woorden: Row | None = None
        super().__init__(margins=(16, 12, 24, 12))
        self._pijl = IconButton(Icon.ARROW_LEFT, self.tr("Terug"), quiet=True)
        self._pijl.setObjectName("brief.terug")
        self._titel = Label("", Type.TITLE, elide=True)
        self._titel.setObjectName("brief.titel")
        self._namen = Label("", ink=Ink.SUBTLE, elide=True)
        self._namen.setObjectName("brief.namen")
        self._stand = Badge("", Tone.NEUTRAL, Icon.FILE_PEN_LINE)
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
        self._weg = LinkButton(self.tr("Gooi weg"))
        self._weg.setObjectName("brief.weg")
        self._delen = {
            BLAD.KIEZEN: (self._begin,),
            BLAD.SCHRIJVEN: (self._weg, self._proef, self._definitief),
            BLAD.GEREED: (self._export, self._druk),
        }
        self._blad = BLAD.KIEZEN
        self._woorden = Row(self._stand, self._weg, gap=12)
        self._bouw(self._woorden)
        self.restyle()

    def toon(self, blad: BLAD, titel: str, namen: str) -> None:
        """Show a state of the screen."""
        self._blad = blad
        self._titel.setText(titel)
        self._namen.setText(namen)
        for welk, delen in self._delen.items():
            for deel in delen:
                deel.setVisible(welk is blad)
        self._stand.setVisible(blad is not BLAD.KIEZEN)
        if self._woorden is not None:
            self._woorden.setVisible(blad is not BLAD.KIEZEN)
        gereed = blad is BLAD.GEREED
        self._stand.set_spec(
            BadgeSpec(self.tr("Definitief"), Tone.OK, Icon.LOCK)
            if gereed
            else BadgeSpec(self.tr("Concept"), Tone.NEUTRAL, Icon.FILE_PEN_LINE)
        )
        self.zet_papier(aan=False)
        self._definitief.set_ready()

    def toon_telling(self, aantal: int) -> None:
        """How many points must still be mended."""
        if aantal:
            woord = self.tr("Concept, nog {0} te doen").format(aantal)
            self._stand.set_spec(BadgeSpec(woord, Tone.WARN, Icon.FILE_PEN_LINE))
        else:
            self._stand.set_spec(BadgeSpec(self.tr("Concept, compleet"), Tone.OK, Icon.CHECK))

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
        """The words stand as high as the buttons beside them."""
        super().restyle()
        if self._woorden is not None:
            self._woorden.setMinimumHeight(look().sizes.button)

    def _bouw(self, woorden: Row) -> None:
        links = Row(self._pijl, gap=8)
        links.add_stretched(Column(self._titel, self._namen, gap=0))
        knoppen = Flow(gap=12)
        knoppen.add(woorden, self._proef, self._export, self._begin, self._definitief, self._druk)
        omslag = Omslag(760, (16, 8))
        omslag.doos.addWidget(links, 1)
        omslag.doos.addWidget(knoppen)
        self.add(omslag)
        self._pijl.clicked.connect(self.terug)
        self._begin.clicked.connect(self.begin)
        self._definitief.clicked.connect(self.definitief)
        self._weg.clicked.connect(self.weg)
        self._druk.clicked.connect(self.druk)
        self._proef.clicked.connect(self.druk)
        self._export.clicked.connect(self.exporteer)
