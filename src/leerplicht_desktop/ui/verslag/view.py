"""The screen of the bezoekverslag: pages, zoom, and export with a warning first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from leerplicht_desktop.casework.problems import KnownProblem
from leerplicht_desktop.casework.queries import Werkplek
from leerplicht_desktop.casework.roads import Paginabeeld
from leerplicht_desktop.ui.bladen.blad import Blad, als_beeld
from leerplicht_desktop.ui.bladen.bladbalk import Bladbalk
from leerplicht_desktop.ui.context import Context
from leerplicht_desktop.ui.kit.buttons import IconButton, LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Pane
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.omslag import Omslag
from leerplicht_desktop.ui.rollen import blader
from leerplicht_desktop.ui.screen import Screen
from leerplicht_desktop.ui.terug import TerugToets

from .presenter import Kop, VerslagPresenter
from .uitvoer import Uitvoer

_STAPPEN = (50, 75, 100, 125, 150, 200)
_PASSEND = 0
_A4_INCH = 8.27


class VerslagScherm(Screen):
    """The report of one visit."""

    naam = "verslag"
    rail_item = "dossiers"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.titel = self.tr("Bezoekverslag")
        self._context = context
        self._presenter = VerslagPresenter(context, self)
        self._ding = ""
        self._zoom = _PASSEND
        self._namen = Label("", ink=Ink.SUBTLE, elide=True)
        self._blad = Blad()
        self._blad.setObjectName("verslag.blad")
        self._bezig = Label(self.tr("Het verslag wordt gemaakt."), ink=Ink.SUBTLE)
        self._bezig.setObjectName("verslag.bezig")
        self._melding = Notice(NoticeKind.BLOCKING, "")
        self._melding.setObjectName("verslag.melding")
        self._melding.hide()
        self._opnieuw_exporteren = False
        self._pijl = IconButton(Icon.ARROW_LEFT, self.tr("Terug"), quiet=True)
        self._pijl.setObjectName("verslag.terug")
        self._balk = Bladbalk("verslag", toetsen=True)
        self._uitvoer = Uitvoer(self)
        self._export = OutlinedButton(self.tr("Exporteer…"), Icon.DOWNLOAD)
        self._export.setObjectName("verslag.exporteer")
        self._rol = QScrollArea()
        self._bouw()
        self._verbind()

    def toon(self, werkplek: Werkplek) -> None:
        """Make and show the report of a visit."""
        self._ding = werkplek.ding
        self._zoom = _PASSEND
        self._presenter.open(werkplek.ding, self._dpi())

    def werkplek(self) -> Werkplek:
        """The visit whose report is shown."""
        return Werkplek(self.naam, self._ding)

    def verlaat(self) -> None:
        """Forget the report."""
        self._presenter.sluit()
        self._blad.wis()

    def toon_kop(self, kop: Kop) -> None:
        """Say whose report it is."""
        self._namen.setText(" · ".join(deel for deel in (kop.namen, kop.wanneer) if deel))
        self._uitvoer.bestandsnaam = kop.bestandsnaam

    def toon_bezig(self) -> None:
        """The report is being made."""
        self._melding.hide()
        self._blad.wis()
        self._bezig.show()
        self._schik(0, 0)

    def toon_pagina(self, beeld: Paginabeeld, nummer: int, aantal: int) -> None:
        """Show a page."""
        self._bezig.hide()
        self._blad.toon(als_beeld(beeld), self._blad.devicePixelRatioF())
        self._blad.setAccessibleName(
            self.tr("Blad {0} van {1} van het bezoekverslag").format(nummer + 1, aantal)
        )
        self._blad.setAccessibleDescription(
            self.tr("Een beeld van het papier. De tekst staat bij het bezoek.")
        )
        self._schik(nummer, aantal)

    def toon_probleem(self, probleem: KnownProblem, *, bij_export: bool) -> None:
        """Say what went wrong and what to do."""
        self._opnieuw_exporteren = bij_export
        link = self.tr("Kies een andere plek") if bij_export else self.tr("Probeer opnieuw")
        self._melding.tell(NoticeKind.BLOCKING, f"{probleem.bericht} {probleem.remedie}", link)
        self._melding.show()
        if not bij_export:
            self._bezig.hide()
            self._schik(0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keyboard."""
        if not blader(self._rol, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page that fits, fits again."""
        super().resizeEvent(event)
        self._herteken()

    def _dpi(self) -> float:
        """Device pixels per inch of the page at the chosen zoom."""
        verhouding = self.devicePixelRatioF()
        if self._zoom != _PASSEND:
            return 96.0 * look().scale * self._zoom / 100 * verhouding
        rand = look().px(48) + look().sizes.scrollbar
        breedte = min(max(self.width() - rand, 200), look().px(900))
        return round(breedte / _A4_INCH * verhouding, 1)

    def _herteken(self) -> None:
        if self._presenter.klaar:
            self._presenter.zoom(self._dpi())

    def _zoem(self, stap: int) -> None:
        nu = self._zoom or min(_STAPPEN, key=lambda maat: abs(maat - self._procent()))
        self._zoom = _STAPPEN[min(max(_STAPPEN.index(nu) + stap, 0), len(_STAPPEN) - 1)]
        self._herteken()

    def _pas(self) -> None:
        self._zoom = _PASSEND
        self._herteken()

    def _procent(self) -> int:
        return round(self._dpi() / self.devicePixelRatioF() / 96 / look().scale * 100)

    def _schik(self, nummer: int, aantal: int) -> None:
        maat = (self._procent(), self._zoom != _STAPPEN[0], self._zoom != _STAPPEN[-1])
        self._balk.toon(nummer, aantal, maat)
        self._export.setEnabled(bool(aantal))

    def _help(self) -> None:
        self._melding.hide()
        if self._opnieuw_exporteren:
            self._uitvoer.kies_plek()
        else:
            self._presenter.maak()

    def _exporteer(self, pad: Path) -> None:
        self._melding.hide()
        self._presenter.exporteer(pad)

    def _bouw(self) -> None:
        links = Row(self._pijl, gap=8)
        links.add_stretched(Column(Label(self.titel, Type.TITLE, elide=True), self._namen, gap=0))
        tekst = LinkButton(self.tr("Lees als tekst"))
        tekst.setObjectName("verslag.tekst")
        tekst.clicked.connect(lambda: self._context.navigatie.ga("deurbezoek", self._ding))
        kop = Omslag(560, (16, 8))
        kop.doos.addWidget(links, 1)
        kop.doos.addWidget(Row(1, tekst, self._export, gap=16))
        pagina = QWidget()
        midden = QVBoxLayout(pagina)
        for deel in (self._bezig, self._blad):
            midden.addWidget(deel, 0, Qt.AlignmentFlag.AlignHCenter)
        midden.addStretch(1)
        self._rol.setWidget(pagina)
        self._rol.setWidgetResizable(True)
        self._rol.setFrameShape(QFrame.Shape.NoFrame)
        self._rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rol.setAccessibleName(self.tr("Voorbeeld van het verslag"))
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        doos.setSpacing(0)
        doos.addWidget(Pane(Column(kop, margins=(16, 12, 24, 12)), edge="bottom"))
        doos.addWidget(Column(self._melding, self._balk, gap=8, margins=(24, 12, 24, 4)))
        doos.addWidget(self._rol, 1)

    def _verbind(self) -> None:
        self._pijl.clicked.connect(self._context.navigatie.terug)
        TerugToets(self).gevraagd.connect(self._context.navigatie.terug)
        self._balk.blader.connect(self._presenter.blader)
        self._balk.zoem.connect(self._zoem)
        self._export.clicked.connect(self._uitvoer.vraag)
        self._uitvoer.gekozen.connect(self._exporteer)
        self._melding.followed.connect(self._help)
        for toets, doe in (
            ("Ctrl++", lambda: self._zoem(1)),
            ("Ctrl+=", lambda: self._zoem(1)),
            ("Ctrl+-", lambda: self._zoem(-1)),
            ("Ctrl+0", self._pas),
        ):
            sneltoets = QShortcut(QKeySequence(toets), self)
            sneltoets.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            sneltoets.activated.connect(doe)
