"""Form and paper beside each other; in a narrow window one at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from leerplicht_desktop.ui.bladen.voorbeeld import Voorbeeld
from leerplicht_desktop.ui.kit.choices import Segmented
from leerplicht_desktop.ui.kit.layout import Column, Row, Scroll
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.scherm.context import Context

from .briefblad import Briefblad
from .gereed import Gereed
from .kiezen import Kiezen

_NAAST = 900
"""From this width form and paper stand beside each other (pixels at 10.5 pt)."""

_GEREED = 2


class Werkblad(Restyled):
    """Left the list of letters, the form or what happened; right the paper."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.kiezen = Kiezen()
        self.brief = Briefblad()
        self.gereed = Gereed()
        self.voorbeeld = Voorbeeld(context, "brief")
        self._met_papier = False
        self._links = QStackedWidget()
        for inhoud, naam in (
            (self.kiezen, self.tr("Welke brief")),
            (self.brief, self.tr("Invullen")),
            (self.gereed, self.tr("Wat ermee gebeurde")),
        ):
            rol = _rol(inhoud, naam)
            rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._links.addWidget(rol)
        self._geheim = Notice(NoticeKind.BLOCKING, "")
        self._geheim.setObjectName("brief.geheim")
        self._melding = Notice(NoticeKind.BLOCKING, "")
        self._melding.setObjectName("brief.melding")
        self._wissel = Segmented(
            self.tr("Invullen of voorbeeld"),
            [("links", self.tr("Invullen"), None), ("rechts", self.tr("Voorbeeld"), None)],
        )
        for knop, sleutel in zip(self._wissel.group.buttons(), ("links", "rechts"), strict=True):
            knop.setObjectName(f"brief.wissel.{sleutel}")
        self._wissel.choose("links")
        self._wisselvak = Row(self._wissel, 1, margins=(24, 8, 24, 0))
        self._rechts = Column(gap=8, margins=(16, 16, 24, 16))
        self._bouw()

    def wis(self) -> None:
        """Forget the paper and what was said."""
        self.voorbeeld.wis()
        self.voorbeeld.zeg("")
        self.meld("")
        self.brief.zeg("")

    def toon_kiezen(self) -> None:
        """The list of letters, without paper."""
        self.zeg_geheim("")
        self._toon(0, papier=False)

    def toon_schrijven(self, geheim: str) -> None:
        """The form beside the paper; ``geheim`` is the red line about a secret address (R24)."""
        self.zeg_geheim(geheim)
        self._toon(1, papier=True)

    def toon_gereed(self, geheim: str) -> None:
        """What happened beside the paper; ``geheim`` stays in red as long as it can be printed (R24)."""
        self.zeg_geheim(geheim)
        self._toon(_GEREED, papier=True)

    def toon_invullen(self) -> None:
        """In a narrow window: the form in front."""
        self._wissel.choose("links")
        self._schik()

    def meld(self, zin: str) -> None:
        """Say above the paper what went wrong; empty takes it away."""
        self._melding.tell(NoticeKind.BLOCKING, zin)
        self._melding.setVisible(bool(zin))

    def restyle(self) -> None:
        """Another text size may turn it."""
        self._schik()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns at the border."""
        super().resizeEvent(event)
        self._schik()

    def zeg_geheim(self, zin: str) -> None:
        """The red line above form and paper; empty takes it away."""
        self._geheim.tell(NoticeKind.BLOCKING, zin)
        self._geheim.setVisible(bool(zin))

    def _toon(self, blad: int, *, papier: bool) -> None:
        self._met_papier = papier
        self._links.setCurrentIndex(blad)
        self._wissel.set_words(0, self.tr("Gegevens") if blad == _GEREED else self.tr("Invullen"))
        self._wissel.choose("links")
        self._schik()

    def _schik(self) -> None:
        naast = self.width() >= look().px(_NAAST)
        links = self._wissel.key != "rechts"
        self._links.setVisible(naast or links or not self._met_papier)
        self._rechts.setVisible(self._met_papier and (naast or not links))
        self._wisselvak.setVisible(self._met_papier and not naast)

    def _bouw(self) -> None:
        self._geheim.hide()
        self._melding.hide()
        self._rechts.add(self._melding)
        self._rechts.add_stretched(self.voorbeeld)
        midden = QHBoxLayout()
        midden.setContentsMargins(0, 0, 0, 0)
        midden.setSpacing(0)
        midden.addWidget(self._links, 1)
        midden.addWidget(self._rechts, 1)
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        doos.setSpacing(0)
        doos.addWidget(Column(self._geheim, margins=(24, 8, 24, 0)))
        doos.addWidget(self._wisselvak)
        doos.addLayout(midden, 1)
        self._wissel.picked.connect(lambda _: self._schik())
        self._schik()


def _rol(inhoud: QWidget, naam: str) -> Scroll:
    """Content at the left of the page, not wider than is readable."""
    buiten = Row()
    buiten.add_stretched(inhoud, 1)
    buiten.add(0)
    return Scroll(buiten, naam)
