"""The screen of a procedure: its questions at the left, at the right what the rules say of the answers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.formulier.velden import plek_in
from leerplicht_desktop.ui.kit.back import BackKey
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import FullButton, IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Pane
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row, Scroll
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.scrolling import bring_into_view, turn_page
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm

from .lezen import Leesvlak
from .model import Procedurebeeld, Stand
from .oordeelvlak import Oordeelvlak
from .presenter import ProcedurePresenter
from .vorm import BLAD, Vorm

_NAAST = 860
"""From this width the rules stand beside the questions (pixels at 10.5 pt)."""


class ProcedureScherm(Scherm):
    """One screen for every kind of procedure."""

    naam = "procedure"
    rail_item = "dossiers"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.titel = self.tr("Procedure")
        self._ding, self._wens = "", ""
        self._context = context
        self._bewaarder = Bewaarder(context, self)
        self._presenter = ProcedurePresenter(context, self, self._bewaarder)
        self._vorm, self._lezen, self._oordeel = Vorm(), Leesvlak(), Oordeelvlak()
        self._kop = Label("", Type.TITLE, elide=True)
        self._namen = Label("", ink=Ink.SUBTLE, elide=True)
        self._pijl = IconButton(Icon.ARROW_LEFT, self.tr("Terug"), quiet=True)
        self._concept = Badge(self.tr("Concept"), Tone.NEUTRAL, Icon.FILE_PEN_LINE)
        self._klaar = FullButton(self.tr("Vastleggen"), Icon.CHECK)
        self._klaar.setObjectName("procedure.vastleggen")
        self._klaar.setToolTip(self.tr("Vastleggen (Ctrl+Enter)"))
        self._verder = OutlinedButton(self.tr("Ga verder"), Icon.PENCIL)
        self._verder.setObjectName("procedure.verder")
        self._rol = self._maak_rol()
        self._bouw()
        self._verbind()

    def toon(self, werkplek: Werkplek) -> None:
        """Show a version, with the focus where it was."""
        self._ding, self._wens = werkplek.ding, werkplek.veld
        self._namen.setText("")
        for deel in (self._rol, self._concept, self._klaar, self._verder):
            deel.hide()
        self._presenter.open(werkplek.ding)

    def werkplek(self) -> Werkplek:
        """The version and the question that is answered."""
        veld, cursor = plek_in(self.focusWidget(), BLAD)
        return Werkplek(self.naam, self._ding, veld.split(".")[0], cursor)

    def verlaat(self) -> None:
        """What was kept is forced to the disk."""
        self._presenter.sluit()

    def geraakt(self, touched: Touched) -> None:
        """A version that is read shows what it is now."""
        if self.isVisible():
            self._presenter.geraakt(touched)

    def toon_vorm(self, beeld: Procedurebeeld, stand: Stand) -> None:
        """Show the questions."""
        self._toon_kop(beeld, concept=True)
        self._vorm.toon(beeld, stand)
        self._oordeel.toon(stand.oordeel, vast=False)
        self._vorm.ga_naar(self._wens)

    def toon_stand(self, stand: Stand, *, veranderd: bool) -> None:
        """Show what the rules say now."""
        self._vorm.toon_stand(stand, veranderd=veranderd)
        self._oordeel.toon(stand.oordeel, vast=False)

    def toon_lezing(self, beeld: Procedurebeeld, stand: Stand) -> None:
        """Show a version to read."""
        self._toon_kop(beeld, concept=False)
        self._lezen.toon(beeld, stand)
        self._oordeel.toon(stand.oordeel, vast=beeld.laatste)
        (self._verder if beeld.laatste else self._pijl).setFocus()

    def wijs_aan(self, naam: str, zin: str) -> None:
        """Say at a question what stands in the way, and go there."""
        self._vorm.wijs_aan(naam, zin)
        self._vorm.ga_naar(naam)
        focus = self._vorm.focusWidget()
        if focus is not None:
            bring_into_view(focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A page that is read scrolls with the keyboard."""
        if not self._vorm.isHidden() or not turn_page(self._rol, event):
            super().keyPressEvent(event)

    def _toon_kop(self, beeld: Procedurebeeld, *, concept: bool) -> None:
        self._ding = beeld.procedure.id
        self._kop.setText(beeld.procedure.soort.titel)
        self._namen.setText(beeld.naam)
        for deel in (self._vorm, self._concept, self._klaar):
            deel.setVisible(concept)
        self._lezen.setVisible(not concept)
        self._verder.setVisible(not concept and beeld.laatste)
        self._rol.show()

    def _rond_af(self) -> None:
        self._vorm.neem_over()
        self._presenter.rond_af()

    def _maak_rol(self) -> Scroll:
        naast = Reflow(_NAAST, (24, 16))
        naast.box.addWidget(Column(self._vorm, self._lezen, gap=0), 3, Qt.AlignmentFlag.AlignTop)
        naast.box.addWidget(self._oordeel, 2, Qt.AlignmentFlag.AlignTop)
        rol = Scroll(Column(naast, 1, margins=(24, 16, 24, 24)), self.titel)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return rol

    def _bouw(self) -> None:
        self._pijl.setObjectName("procedure.terug")
        links = Row(self._pijl, gap=8)
        links.add_stretched(Column(self._kop, self._namen, gap=0))
        kop = Reflow(560, (16, 8))
        kop.box.addWidget(links, 1)
        kop.box.addWidget(Row(1, self._concept, self._verder, self._klaar, gap=12))
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        doos.setSpacing(0)
        doos.addWidget(Pane(Column(kop, margins=(16, 12, 24, 12)), edge="bottom"))
        doos.addWidget(self._rol, 1)

    def _verbind(self) -> None:
        self._pijl.clicked.connect(self._presenter.terug)
        BackKey(self).asked.connect(self._presenter.terug)
        self._klaar.clicked.connect(self._rond_af)
        self._verder.clicked.connect(self._presenter.verder)
        self._vorm.antwoord.connect(self._presenter.antwoord)
        self._vorm.reden.connect(self._presenter.reden)
        self._oordeel.brief.connect(self._presenter.brief)
        self._lezen.versie.connect(lambda id_: self._context.navigatie.ga(self.naam, id_))
        for toets in ("Ctrl+Return", "Ctrl+Enter"):
            sneltoets = QShortcut(QKeySequence(toets), self)
            sneltoets.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            sneltoets.activated.connect(self._rond_af)
