"""The dossier beside the list: its head, its tabs, and the timeline at the right or under a tab."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from leerplicht_desktop.ui.documenten.blad import DocumentenBlad
from leerplicht_desktop.ui.kit.cards import Pane
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column, Scroll, Width
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.tabs import Tabs
from leerplicht_desktop.ui.kit.timeline import TimelineList
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context

from .betrokkenen import BetrokkenenBlad
from .kop import Kop
from .overzicht import OverzichtBlad
from .paneelbeeld import Paneelbeeld
from .procedureblad import ProcedureBlad
from .schoolblad import SchoolBlad
from .takenblad import TakenBlad
from .tijdlijnwoorden import tijdlijn_in_woorden, waarheen
from .verzuimblad import VerzuimBlad

BLADEN = ("overzicht", "verzuim", "procedures", "betrokkenen", "school", "documenten", "taken", "historie")
_BLAD = "blad."
_TIJDLIJN = 280
_ONBEGRENSD = 16_777_215
_KRAP = 300
_KANT_KRAP = 16
"""Below ``_KRAP`` (pixels at 10.5 pt) the margins stop growing with the text (pixels)."""
_LEESRUIMTE = 200
"""When the head leaves less than this to read, it scrolls along (pixels at 10.5 pt)."""


class Dossierpaneel(Restyled):
    """``ander_dossier`` asks for a brother or sister; the head's signals are on ``kop``."""

    ander_dossier = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._beeld: Paneelbeeld | None = None
        self._breedte = Width.WIDE
        self.kop = Kop()
        self.kop.meer_gevraagd.connect(lambda scherm, ding: context.navigatie.ga(scherm, ding))
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
        self._tabs.set_count("procedures", len(beeld.procedurelijst))
        self._tabs.set_count("betrokkenen", len(beeld.dossier.betrokkenen))
        self._tabs.set_count("taken", len(beeld.open_taken))
        self._lijn.show_items(tijdlijn_in_woorden(beeld))
        self._toon_blad(zelfde=zelfde)

    def kies_blad(self, blad: str) -> None:
        """Go to a tab; one that does not exist is the first. The tab that is shown stays as it is."""
        blad = blad if blad in BLADEN else BLADEN[0]
        if blad != self._tabs.key:
            self._tabs.choose(blad)
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
        if self.width() < look().px(_KRAP):
            kant = _KANT_KRAP
        self.kop.zet_smal(aan=smal, kant=kant)
        self._tabrand.set_margins(kant, 0, kant, 0)
        self._bladvak.set_margins(kant, boven, boven if naast else kant, boven)
        self._lijnvak.setMaximumWidth(look().px(_TIJDLIJN) if naast else _ONBEGRENSD)
        self._lijnvak.setMinimumWidth(look().px(_TIJDLIJN) if naast else 0)
        self._lijnvak.set_margins(look().px(16) if naast else kant, boven, kant, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the head scrolls along."""
        super().resizeEvent(event)
        self._leg()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again how much room the head leaves when its content changes."""
        soorten = (QEvent.Type.LayoutRequest, QEvent.Type.Resize)
        if watched is self._bovenkant and event.type() in soorten and self._te_laag() is not self._laag:
            QTimer.singleShot(0, self, self._leg)
        return super().eventFilter(watched, event)

    @property
    def _naast(self) -> bool:
        """Whether the timeline stands beside the tab."""
        return self._breedte is Width.WIDE and self._tabs.key != "historie"

    def _namen(self) -> list[tuple[str, str]]:
        woorden = (
            self.tr("Overzicht"),
            self.tr("Verzuim"),
            self.tr("Procedures"),
            self.tr("Betrokkenen"),
            self.tr("School"),
            self.tr("Documenten"),
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
        self._bovenkant.installEventFilter(self)
        self._tabs.chosen.connect(lambda _: self._toon_blad(zelfde=False))
        self._lijn.clicked.connect(self._open_item)
        self._lijn.activated.connect(self._open_item)
        self.restyle()

    def _leg(self) -> None:
        historie = self._tabs.key == "historie"
        laag = self._te_laag()
        if laag is not self._laag:
            self._verplaats(laag=laag)
        self._rol.setVisible(laag or not historie)
        self._bladvak.setVisible(not historie)
        self._lijnvak.setVisible(historie or self._naast)
        self._midden.setStretchFactor(self._lijnvak, 1 if historie else 0)
        self._lijn.setMinimumHeight(self._lijnhoogte() if laag and historie else 0)
        self.restyle()

    def _te_laag(self) -> bool:
        over = self.height() - self._bovenkant.minimumSizeHint().height()
        return self._breedte is not Width.WIDE and over < look().px(_LEESRUIMTE)

    def _verplaats(self, *, laag: bool) -> None:
        """Head and timeline scroll along in a low window, and stand still in a higher one."""
        self._laag = laag
        vast = self.focusWidget()
        if laag:
            self._inhoud.box().insertWidget(0, self._bovenkant)
            self._inhoud.add(self._lijnvak)
        else:
            self._buiten.insertWidget(0, self._bovenkant)
            self._midden.addWidget(self._lijnvak)
        self._bovenkant.show()
        if vast is not None and self._bovenkant.isAncestorOf(vast):
            vast.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lijnhoogte(self) -> int:
        rijen = self._lijn.model().rowCount()
        return sum(self._lijn.sizeHintForRow(rij) for rij in range(rijen)) + look().px(16)

    def _toon_blad(self, *, zelfde: bool) -> None:
        self._leg()
        maker = self._makers().get(self._tabs.key)
        if self._beeld is None or maker is None:
            return
        if zelfde and self._tabs.key == "documenten":
            return  # it looks again by itself; an attachment that is being named must stay
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
            "procedures": lambda beeld: ProcedureBlad(self._context, beeld),
            "betrokkenen": self._betrokkenen,
            "school": SchoolBlad,
            "documenten": lambda beeld: DocumentenBlad(self._context, beeld.dossier.dossier),
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
        scherm, ding = waarheen(gekozen)
        if not scherm.startswith(_BLAD):
            self._context.navigatie.ga(scherm, ding)
            return
        self.kies_blad(scherm.removeprefix(_BLAD))
        documenten = self._bladvak.findChild(DocumentenBlad)
        if documenten is not None:
            documenten.bekijk(ding)
