"""The screen of a hearing: whom to hear, then its steps, then a page to read once it was vastgelegd."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.queries.stukkenkast import VerhoorBeeld
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.ui.bladen.afdrukken import Printers
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.kit.back import BackKey
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import FullButton, IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Pane
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row, Scroll
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.scrolling import bring_into_view, turn_page
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm

from .aanloop import AanloopVlak
from .lezen import LeesVlak
from .model import Aanloop, Omgeving, VerhoorVorm
from .papier import PapierVlak, vraag_ander_papier
from .presenter import VerhoorPresenter
from .vorm import Vorm

_AANLOOP, _VORM, _LEZING, _PAPIER = range(4)


class VerhoorScherm(Scherm):
    """A hearing. ``ding`` is its id; ``nieuw:<dossier>``, ``bezoek:<id>`` and ``notitie:<id>`` begin one."""

    naam = "verhoor"
    rail_item = "dossiers"

    def __init__(self, context: Context, printers: Printers | None = None) -> None:
        super().__init__()
        self.titel = self.tr("Verhoor")
        self._context = context
        self._bewaarder = Bewaarder(context, self)
        self._presenter = VerhoorPresenter(context, self, self._bewaarder)
        self._aanloop = AanloopVlak(context)
        self._vorm = Vorm(self._presenter.met)
        self._lezen = LeesVlak()
        self._papier = PapierVlak(context, self, printers)
        self._toon_papier = OutlinedButton(self.tr("Verslag op papier"), Icon.PRINTER)
        self._toon_papier.setObjectName("verhoor.papier")
        self._gereed, self._vorig = False, _VORM
        self._melding = Notice(NoticeKind.WARNING, "")
        self._melding.setObjectName("verhoor.melding")
        self._melding.hide()
        self._namen = Label("", ink=Ink.SUBTLE, elide=True)
        self._namen.setObjectName("verhoor.namen")
        self._pijl = IconButton(Icon.ARROW_LEFT, self.tr("Terug"), quiet=True)
        self._pijl.setObjectName("verhoor.terug")
        self._concept = Badge(self.tr("Concept"), Tone.NEUTRAL, Icon.FILE_PEN_LINE)
        self._klaar = FullButton(self.tr("Leg vast"), Icon.CHECK)
        self._klaar.setObjectName("verhoor.vastleggen")
        self._klaar.setToolTip(self.tr("Leg vast (Ctrl+Enter)"))
        self._bladen = QStackedWidget()
        self._rollen = {_AANLOOP: _rol(self._aanloop, self.titel), _LEZING: _rol(self._lezen, self.titel)}
        for blad in (self._rollen[_AANLOOP], self._vorm, self._rollen[_LEZING], self._papier):
            self._bladen.addWidget(blad)
        self._bouw()
        self._verbind()

    def toon(self, werkplek: Werkplek) -> None:
        """Show a hearing, with the cursor where it was."""
        self._melding.hide()
        self._presenter.open(werkplek.ding, werkplek.veld, werkplek.cursor)

    def werkplek(self) -> Werkplek:
        """The hearing, its step, and the field that is written in."""
        if self._presenter.blad is None:
            return Werkplek(self.naam, self._presenter.ding)
        veld, cursor = self._vorm.plek()
        return Werkplek(self.naam, self._presenter.ding, veld, cursor)

    def verlaat(self) -> None:
        """What was kept is forced to the disk."""
        self._vorm.neem_over()
        self._presenter.sluit()
        self._papier.wis()
        if self._bladen.currentIndex() == _PAPIER:
            self._bladen.setCurrentIndex(_AANLOOP)

    def geraakt(self, touched: Touched) -> None:
        """A hearing is written on this laptop alone; nobody else changes what is shown."""

    def toon_aanloop(self, aanloop: Aanloop) -> None:
        """Ask whom to hear."""
        self._namen.setText(aanloop.namen)
        self._toon_blad(_AANLOOP)
        self._aanloop.toon(aanloop)

    def toon_vorm(self, vorm: VerhoorVorm) -> None:
        """Show the steps."""
        self._gereed = vorm.gereed
        self._namen.setText(f"{vorm.blad.verdachte.naam} · {vorm.omgeving.namen}")
        if self._bladen.currentIndex() not in (_VORM, _PAPIER):
            self._toon_blad(_VORM)
            self._vorm.begin()
        self._vorm.toon(vorm)

    def toon_lezing(self, beeld: VerhoorBeeld, omgeving: Omgeving) -> None:
        """Show the page to read."""
        self._gereed = True
        self._namen.setText(f"{beeld.blad.verdachte.naam} · {omgeving.namen}")
        self._lezen.toon(beeld)
        self._toon_blad(_LEZING)
        self._pijl.setFocus()

    def vraag_ander_papier(self) -> None:
        """The signed paper holds another text: print it again, or keep it so knowingly."""
        vraag_ander_papier(self, self._naar_papier, lambda: self._presenter.leg_vast(ondanks_papier=True))

    def toon_fout(self, veld: str, bericht: str) -> None:
        """Say what stands in the way."""
        if self._bladen.currentIndex() == _AANLOOP:
            self._aanloop.toon_fout(veld, bericht)
            return
        self._melding.tell(NoticeKind.WARNING, bericht)
        self._melding.show()
        if veld:
            self.ga_naar_veld(veld, -1)

    def ga_naar_veld(self, veld: str, cursor: int) -> None:
        """Put the focus on a field, on its own step."""
        doel = self._vorm.ga_naar(veld, cursor)
        if doel is not None:
            bring_into_view(doel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A page that is read scrolls with the keyboard."""
        rol = self._rollen.get(self._bladen.currentIndex())
        if rol is None or not turn_page(rol, event):
            super().keyPressEvent(event)

    def _toon_blad(self, blad: int) -> None:
        self._melding.hide()
        self._bladen.setCurrentIndex(blad)
        self._concept.setVisible(blad == _VORM)
        self._klaar.setVisible(blad == _VORM)
        self._toon_papier.setVisible(blad in (_VORM, _LEZING))

    def _naar_papier(self) -> None:
        """What stands in a field counts first; then the paper is drawn and shown."""
        if self._bladen.currentIndex() == _PAPIER:
            self._papier.druk()
            return
        if self._toon_papier.isHidden():
            return
        self._vorm.neem_over()
        self._presenter.maak_papier(definitief=self._gereed, klaar=self._papier_gemaakt)

    def _papier_gemaakt(self, drukwerk: Drukwerk) -> None:
        self._vorig = self._bladen.currentIndex()
        self._toon_blad(_PAPIER)
        self._papier.toon(drukwerk, geheim=self._presenter.geheim)

    def _terug(self) -> None:
        if self._bladen.currentIndex() == _PAPIER:
            self._papier.wis()
            self._toon_blad(self._vorig)
        else:
            self._presenter.terug()

    def _niet_gedrukt(self, probleem: BekendProbleem) -> None:
        self._melding.tell(NoticeKind.WARNING, f"{probleem.bericht} {probleem.remedie}")
        self._melding.show()

    def _leg_vast(self) -> None:
        if self._klaar.isHidden():
            return
        self._melding.hide()
        self._vorm.neem_over()
        self._presenter.leg_vast()

    def _weg(self, id_: str) -> None:
        self._presenter.met(
            lambda werk: self._context.navigatie.toast(
                self.tr("Zin weggehaald"), self.tr("Ongedaan maken"), werk.zin_weg(id_)
            )
        )

    def _bouw(self) -> None:
        links = Row(self._pijl, gap=8)
        links.add_stretched(Column(Label(self.titel, Type.TITLE, elide=True), self._namen, gap=0))
        kop = Reflow(560, (16, 8))
        kop.box.addWidget(links, 1)
        kop.box.addWidget(Row(1, self._concept, self._toon_papier, self._klaar, gap=12))
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        doos.setSpacing(0)
        doos.addWidget(Pane(Column(kop, margins=(16, 12, 24, 12)), edge="bottom"))
        doos.addWidget(self._melding)
        doos.addWidget(self._bladen, 1)

    def _verbind(self) -> None:
        self._pijl.clicked.connect(self._terug)
        BackKey(self).asked.connect(self._terug)
        self._toon_papier.clicked.connect(self._naar_papier)
        self._papier.dicht.connect(self._terug)
        self._papier.mislukt.connect(self._niet_gedrukt)
        self._papier.gedrukt.connect(
            lambda: self._context.navigatie.toast(self.tr("Het verslag staat bij de printer."))
        )
        self._vorm.brief.connect(lambda id_: self._context.navigatie.ga("brief", id_))
        self._klaar.clicked.connect(self._leg_vast)
        self._aanloop.begin.connect(self._presenter.start)
        self._vorm.weg.connect(self._weg)
        self._vorm.bron.connect(self._presenter.lees_bron)
        self._lezen.bron.connect(self._presenter.lees_bron)
        for toets, doe in (
            ("Ctrl+Return", self._leg_vast),
            ("Ctrl+Enter", self._leg_vast),
            ("Ctrl+P", self._naar_papier),
        ):
            sneltoets = QShortcut(QKeySequence(toets), self)
            sneltoets.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            sneltoets.activated.connect(doe)


def _rol(inhoud: QWidget, naam: str) -> Scroll:
    """Content at the left of the page, not wider than is readable."""
    buiten = Row()
    buiten.add_stretched(inhoud, 1)
    buiten.add(0)
    rol = Scroll(buiten, naam)
    rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return rol
