"""The dossier beside the list: its head, its tabs, and the timeline at the right or under a tab."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
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
        self._blad = QWidget()
        self._rol: Scroll | None = None
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
        smal = self._breedte is Width.NARROW
        kant = look().px(16 if smal else 24)
        self.kop.zet_smal(aan=smal)
        self._tabrand.box().setContentsMargins(kant, 0, kant, 0)
        self._lijnvak.setMaximumWidth(16_777_215 if not self._naast else look().px(_TIJDLIJN))
        self._lijnvak.setMinimumWidth(0 if not self._naast else look().px(_TIJDLIJN))
        self._lijnvak.box().setContentsMargins(kant if not self._naast else 0, look().px(16), kant, 0)

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
        self._midden.addWidget(self._blad, 1)
        self._midden.addWidget(self._lijnvak)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.setSpacing(0)
        buiten.addWidget(Pane(Column(self.kop, self._tabrand, gap=0), edge="bottom"))
        buiten.addLayout(self._midden, 1)
        self._vak = QVBoxLayout(self._blad)
        self._vak.setContentsMargins(0, 0, 0, 0)
        self._tabs.chosen.connect(lambda _: self._toon_blad(zelfde=False))
        self._lijn.clicked.connect(self._open_item)
        self._lijn.activated.connect(self._open_item)
        self.restyle()

    def _leg(self) -> None:
        historie = self._tabs.key == "historie"
        self._blad.setVisible(not historie)
        self._lijnvak.setVisible(historie or self._naast)
        self._midden.setStretchFactor(self._lijnvak, 1 if historie else 0)
        self.restyle()

    def _toon_blad(self, *, zelfde: bool) -> None:
        self._leg()
        if self._beeld is None:
            return
        plaats = self._rol.verticalScrollBar().value() if self._rol is not None and zelfde else 0
        if self._rol is not None:
            self._vak.removeWidget(self._rol)
            self._rol.hide()
            self._rol.deleteLater()
            self._rol = None
        maker = self._makers().get(self._tabs.key)
        if maker is None:
            return
        kant = 16 if self._breedte is Width.NARROW else 24
        inhoud = Column(gap=0, margins=(kant, 16, kant, 16))
        inhoud.add_stretched(maker(self._beeld))
        self._rol = Scroll(inhoud, self._namen()[BLADEN.index(self._tabs.key)][1])
        self._rol.setObjectName(f"dossier.blad.{self._tabs.key}")
        self._vak.addWidget(self._rol)
        if plaats:
            inhoud.adjustSize()
            self._rol.verticalScrollBar().setValue(plaats)

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
