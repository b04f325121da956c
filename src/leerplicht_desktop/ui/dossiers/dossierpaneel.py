"""The dossier beside the list: its head, its tabs, and the timeline at the right or under a tab."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leerplicht_desktop.casework.queries import Tijdlijnsoort
from leerplicht_desktop.ui.context import Context
from leerplicht_desktop.ui.kit.cards import Pane
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column, Scroll, Width
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.tabs import Tabs
from leerplicht_desktop.ui.kit.timeline import TimelineList
from leerplicht_desktop.ui.kit.tokens import Type

from .betrokkenen import BetrokkenenBlad
from .kop import Kop
from .overzicht import OverzichtBlad
from .paneelbeeld import Paneelbeeld
from .schoolblad import SchoolBlad
from .takenblad import TakenBlad
from .tijdlijnwoorden import ontleed, tijdlijn_in_woorden
from .verzuimblad import VerzuimBlad

BLADEN = ("overzicht", "verzuim", "betrokkenen", "school", "taken", "historie")
_TIJDLIJN = 280
_ONBEGRENSD = 16_777_215
_LAAG = 460
"""Below this height the head scrolls along, so that there is room left to read (pixels at 10.5 pt)."""


class Dossierpaneel(Restyled):
    """``ander_dossier`` asks for a brother or sister; the head's signals are on ``kop``."""

    ander_dossier = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._beeld: Paneelbeeld | None = None
        self._breedte = Width.WIDE
        self.kop = Kop()
        self._tabs = Tabs(self.tr("Onderdelen van het dossier"), self._namen())
        self._tabs.setObjectName("dossier.tabs")
        self._tabrand = Column(self._tabs, gap=0)
        self._bovenkant = Pane(Column(self.kop, self._tabrand, gap=0), edge="bottom")
        self._laag = False
        self._bladvak = Column(gap=0)
        self._inhoud = Column(gap=0)
        self._inhoud.add_stretched(self._bladvak)
        self._rol = Scroll(self._inhoud, self.tr("Overzicht"))
        self._lijn = TimelineList(self.tr("Tijdlijn"))
        self._lijn.setObjectName("dossier.tijdlijn")
        self._lijnvak = Column(Label(self.tr("Tijdlijn"), Type.HEADING), gap=12)
        self._lijnvak.add_stretched(self._lijn)
        self._midden = QHBoxLayout()
        self._bouw()

    @property
    def blad(self) -> str:
        """The tab that is shown."""
        return self._tabs.key

    @property
    def beeld(self) -> Paneelbeeld | None:
        """The dossier that is shown."""
        return self._beeld

    def toon(self, beeld: Paneelbeeld) -> None:
        """Show a dossier; one that did not change stays as it is, scroll bar and focus included."""
        self.kop.klaar()
        if beeld == self._beeld:
            return
        zelfde = self._beeld is not None and self._beeld.dossier.dossier == beeld.dossier.dossier
        self._beeld = beeld
        self.kop.toon(beeld)
        self._tabs.set_count("betrokkenen", len(beeld.dossier.betrokkenen))
        self._tabs.set_count("taken", len(beeld.open_taken))
        self._lijn.show_items(tijdlijn_in_woorden(beeld))
        self._toon_blad(zelfde=zelfde)

    def kies_blad(self, blad: str) -> None:
        """Go to a tab; one that does not exist is the first."""
        self._tabs.choose(blad if blad in BLADEN else BLADEN[0])
        self._toon_blad(zelfde=False)

    def zet_breedte(self, breedte: Width) -> None:
        """How much room the window has."""
        self._breedte = breedte
        self.restyle()
        self._leg()

    def restyle(self) -> None:
        """Scales the distances."""
        smal, naast = self._breedte is Width.NARROW, self._naast
        kant, boven = look().px(16 if smal else 24), look().px(16)
        self.kop.zet_smal(aan=smal)
        self._tabrand.box().setContentsMargins(kant, 0, kant, 0)
        self._bladvak.box().setContentsMargins(kant, boven, boven if naast else kant, boven)
        self._lijnvak.setMaximumWidth(look().px(_TIJDLIJN) if naast else _ONBEGRENSD)
        self._lijnvak.setMinimumWidth(look().px(_TIJDLIJN) if naast else 0)
        self._lijnvak.box().setContentsMargins(look().px(16) if naast else kant, boven, kant, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the head scrolls along."""
        super().resizeEvent(event)
        self._leg()

    @property
    def _naast(self) -> bool:
        """Whether the timeline stands beside the tab."""
        return self._breedte is Width.WIDE and self._tabs.key != "historie"

    def _namen(self) -> list[tuple[str, str]]:
        woorden = (
            self.tr("Overzicht"),
            self.tr("Verzuim"),
            self.tr("Betrokkenen"),
            self.tr("School"),
            self.tr("Taken"),
            self.tr("Historie"),
        )
        return list(zip(BLADEN, woorden, strict=True))

    def _bouw(self) -> None:
        self._midden.setContentsMargins(0, 0, 0, 0)
        self._midden.setSpacing(0)
        self._midden.addWidget(self._rol, 1)
        self._midden.addWidget(self._lijnvak)
        self._buiten = QVBoxLayout(self)
        self._buiten.setContentsMargins(0, 0, 0, 0)
        self._buiten.setSpacing(0)
        self._buiten.addWidget(self._bovenkant)
        self._buiten.addLayout(self._midden, 1)
        self._tabs.chosen.connect(lambda _: self._toon_blad(zelfde=False))
        self._lijn.clicked.connect(self._open_item)
        self._lijn.activated.connect(self._open_item)
        self.restyle()

    def _leg(self) -> None:
        historie = self._tabs.key == "historie"
        laag = not historie and self.height() < look().px(_LAAG) and self._breedte is Width.NARROW
        if laag is not self._laag:
            self._verplaats_kop(laag=laag)
        self._rol.setVisible(not historie)
        self._lijnvak.setVisible(historie or self._naast)
        self._midden.setStretchFactor(self._lijnvak, 1 if historie else 0)
        self.restyle()

    def _verplaats_kop(self, *, laag: bool) -> None:
        self._laag = laag
        vast = self.focusWidget()
        (self._inhoud.box() if laag else self._buiten).insertWidget(0, self._bovenkant)
        self._bovenkant.show()
        if vast is not None and self._bovenkant.isAncestorOf(vast):
            vast.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toon_blad(self, *, zelfde: bool) -> None:
        self._leg()
        maker = self._makers().get(self._tabs.key)
        if self._beeld is None or maker is None:
            return
        balk = self._rol.verticalScrollBar()
        plaats = balk.value() if zelfde else 0
        self._bladvak.clear()
        self._bladvak.add_stretched(maker(self._beeld))
        self._rol.setAccessibleName(self._namen()[BLADEN.index(self._tabs.key)][1])
        self._inhoud.adjustSize()
        balk.setValue(plaats)

    def _makers(self) -> dict[str, Callable[[Paneelbeeld], QWidget]]:
        return {
            "overzicht": self._overzicht,
            "verzuim": VerzuimBlad,
            "betrokkenen": self._betrokkenen,
            "school": SchoolBlad,
            "taken": lambda beeld: TakenBlad(self._context, beeld),
        }

    def _overzicht(self, beeld: Paneelbeeld) -> QWidget:
        blad = OverzichtBlad(self._context, beeld)
        blad.geopend.connect(self.ander_dossier)
        blad.naar_blad.connect(self.kies_blad)
        return blad

    def _betrokkenen(self, beeld: Paneelbeeld) -> QWidget:
        blad = BetrokkenenBlad(beeld)
        blad.geopend.connect(self.ander_dossier)
        return blad

    def _open_item(self) -> None:
        gekozen = self._lijn.current_key()
        if not gekozen:
            return
        soort, id_ = ontleed(gekozen)
        if soort is Tijdlijnsoort.BEZOEK:
            self._context.navigatie.ga("deurbezoek", id_)
        elif soort is Tijdlijnsoort.NOTITIE:
            self._context.navigatie.ga("gesprek", id_)
        else:
            self.kies_blad("verzuim" if soort is Tijdlijnsoort.MELDING else "taken")
