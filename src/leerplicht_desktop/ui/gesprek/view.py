"""The screen of a talk: a form while it is a draft, a page to read once it was vastgelegd."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.kit.back import BackKey
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import FullButton, IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Pane
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row, Scroll
from leerplicht_desktop.ui.kit.notices import NoticeKind
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.scrolling import bring_into_view, turn_page
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm

from .formulier import Formulier
from .lezen import LeesVlak
from .model import GesprekBeeld, Lezing
from .presenter import GesprekPresenter


class GesprekScherm(Scherm):
    """A note of a talk."""

    naam = "gesprek"
    rail_item = "dossiers"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.titel = self.tr("Gespreksnotitie")
        self._context = context
        self._ding = ""
        self._bewaarder = Bewaarder(context, self)
        self._presenter = GesprekPresenter(context, self, self._bewaarder)
        self._formulier = Formulier()
        self._lezen = LeesVlak()
        self._namen = Label("", ink=Ink.SUBTLE, elide=True)
        self._namen.setObjectName("gesprek.namen")
        self._pijl = IconButton(Icon.ARROW_LEFT, self.tr("Terug"), quiet=True)
        self._concept = Badge(self.tr("Concept"), Tone.NEUTRAL, Icon.FILE_PEN_LINE)
        self._klaar = FullButton(self.tr("Afronden"), Icon.CHECK)
        self._klaar.setObjectName("gesprek.afronden")
        self._klaar.setToolTip(self.tr("Afronden (Ctrl+Enter)"))
        self._verbeter = OutlinedButton(self.tr("Verbeter"), Icon.PENCIL)
        self._verbeter.setObjectName("gesprek.verbeter")
        self._bladen = QStackedWidget()
        self._rollen = [_rol(inhoud, self.titel) for inhoud in (self._formulier, self._lezen)]
        for rol in self._rollen:
            rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._bladen.addWidget(rol)
        self._bladen.addWidget(QWidget())
        self._bouw()
        self._verbind()

    def toon(self, werkplek: Werkplek) -> None:
        """Show a note, with the cursor where it was. Until it is read there is nothing to press: what was
        shown before may be about another family.
        """
        self._ding = werkplek.ding
        self._namen.setText("")
        self._toon_blad(2, verbeterbaar=False)
        self._presenter.open(werkplek.ding, werkplek.veld, werkplek.cursor)

    def werkplek(self) -> Werkplek:
        """The note, the field that is written in and the place of the cursor."""
        if self._presenter.notitie is None:
            return Werkplek(self.naam, self._ding)
        veld, cursor = self._formulier.plek()
        return Werkplek(self.naam, self._ding, veld, cursor)

    def verlaat(self) -> None:
        """What was kept is forced to the disk."""
        self._presenter.sluit()

    def geraakt(self, touched: Touched) -> None:
        """A page that is read shows what it is now."""
        if self.isVisible():
            self._presenter.geraakt(touched)

    def toon_notitie(self, beeld: GesprekBeeld) -> None:
        """Show the form."""
        self._namen.setText(beeld.omgeving.namen(beeld.notitie.dossiers))
        self._toon_blad(0, verbeterbaar=False)
        self._formulier.bericht.hide()
        self._formulier.toon(beeld, self._context.klok.vandaag())

    def toon_lezing(self, lezing: Lezing) -> None:
        """Show the page to read."""
        self._ding = lezing.notitie.id
        self._namen.setText(lezing.namen)
        self._lezen.toon(lezing)
        self._toon_blad(1, verbeterbaar=lezing.stand.laatste)
        (self._verbeter if lezing.stand.laatste else self._pijl).setFocus()

    def toon_bericht(self, bericht: str) -> None:
        """Say what stands in the way."""
        if self._presenter.notitie is None:
            self._lezen.zeg(bericht)
            return
        self._formulier.bericht.tell(NoticeKind.WARNING, bericht)
        self._formulier.bericht.show()

    def ga_naar_veld(self, veld: str, cursor: int) -> None:
        """Put the focus on a field."""
        self._formulier.ga_naar(veld, cursor)
        focus = self._formulier.focusWidget()
        if focus is not None:
            bring_into_view(focus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A page that is read scrolls with the keyboard."""
        if self._bladen.currentIndex() == 0 or not turn_page(self._rollen[1], event):
            super().keyPressEvent(event)

    def _toon_blad(self, blad: int, *, verbeterbaar: bool) -> None:
        self._bladen.setCurrentIndex(blad)
        self._concept.setVisible(blad == 0)
        self._klaar.setVisible(blad == 0)
        self._verbeter.setVisible(verbeterbaar)

    def _weg(self, id_: str) -> None:
        self._presenter.met(
            lambda werk: self._context.navigatie.toast(
                self.tr("Afspraak weggehaald"), self.tr("Ongedaan maken"), werk.verwijder_afspraak(id_)
            )
        )

    def _erbij(self) -> None:
        self._presenter.met(lambda werk: self._formulier.afspraken.focus(werk.voeg_afspraak_toe(), "wat"))

    def _rond_af(self) -> None:
        self._formulier.neem_over()
        self._presenter.rond_af()

    def _bouw(self) -> None:
        self._pijl.setObjectName("gesprek.terug")
        self._pijl.clicked.connect(self._presenter.terug)
        links = Row(self._pijl, gap=8)
        links.add_stretched(Column(Label(self.titel, Type.TITLE, elide=True), self._namen, gap=0))
        kop = Reflow(560, (16, 8))
        kop.box.addWidget(links, 1)
        kop.box.addWidget(Row(1, self._concept, self._verbeter, self._klaar, gap=12))
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        doos.setSpacing(0)
        doos.addWidget(Pane(Column(kop, margins=(16, 12, 24, 12)), edge="bottom"))
        doos.addWidget(self._bladen, 1)

    def _verbind(self) -> None:
        met, formulier = self._presenter.met, self._formulier
        formulier.met_wie.connect(lambda tekst: met(lambda werk: werk.met_wie(tekst)))
        formulier.jongeren.connect(lambda dossiers: met(lambda werk: werk.jongeren(dossiers)))
        formulier.hoe.connect(lambda vorm: met(lambda werk: werk.hoe(vorm)))
        formulier.tekst.connect(lambda tekst: met(lambda werk: werk.tekst(tekst)))
        formulier.reden.connect(lambda tekst: met(lambda werk: werk.reden(tekst)))
        formulier.dag.connect(lambda tekst: met(lambda werk: werk.dag(tekst)))
        formulier.tijd.connect(lambda tekst: met(lambda werk: werk.tijd(tekst)))
        afspraken = formulier.afspraken
        afspraken.wat.connect(lambda id_, tekst: met(lambda werk: werk.wat(id_, tekst)))
        afspraken.wie.connect(lambda id_, tekst: met(lambda werk: werk.wie(id_, tekst)))
        afspraken.uiterlijk.connect(lambda id_, tekst: met(lambda werk: werk.uiterlijk(id_, tekst)))
        afspraken.weg.connect(self._weg)
        afspraken.erbij.connect(self._erbij)
        formulier.verhoor.connect(lambda: self._context.navigatie.ga("verhoor", f"notitie:{self._ding}"))
        self._klaar.clicked.connect(self._rond_af)
        BackKey(self).asked.connect(self._presenter.terug)
        self._verbeter.clicked.connect(self._presenter.verbeter)
        self._lezen.versie.connect(lambda id_: self._context.navigatie.ga("gesprek", id_))
        for toets in ("Ctrl+Return", "Ctrl+Enter"):
            sneltoets = QShortcut(QKeySequence(toets), self)
            sneltoets.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            sneltoets.activated.connect(self._rond_af)


def _rol(inhoud: QWidget, naam: str) -> Scroll:
    """Content at the left of the page, not wider than is readable."""
    buiten = Row()
    buiten.add_stretched(inhoud, 1)
    buiten.add(0)
    return Scroll(buiten, naam)
