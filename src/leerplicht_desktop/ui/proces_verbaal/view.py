"""The screen of a proces-verbaal: what to make, the concept with its preview, and the sealed document."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.touched import Soort, Touched
from leerplicht_desktop.ui.bladen.afdrukken import Printers
from leerplicht_desktop.ui.formulier.bewaarder import Bewaarder
from leerplicht_desktop.ui.kit.back import BackKey
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Pane
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row, Scroll
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.scrolling import bring_into_view
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm

from .aanloop import AanloopVlak
from .bevindingen import BevindingenVlak
from .daden import Daden
from .model import Aanloop, PVVorm, Stukblad
from .presenter import PVPresenter
from .stukluik import Stukluik
from .stukvlak import StukVlak
from .uitgang import Uitgang
from .voorbeeld import Voorbeeld
from .vorm import Vorm
from .vragen import vraag_verzegelen, vraag_weg

_AANLOOP, _VORM, _STUK = range(3)
_KOP, _KOP_STUK = 560, 760
"""The width from which title and buttons stand beside each other, in pixels at 10.5 pt."""


class ProcesVerbaalScherm(Scherm):
    """A proces-verbaal. ``ding`` is its id, as concept or sealed; ``nieuw:<dossier>`` begins one."""

    naam = "proces_verbaal"
    rail_item = "processen_verbaal"

    def __init__(self, context: Context, printers: Printers | None = None) -> None:
        super().__init__()
        self.titel = self.tr("Proces-verbaal")
        self._uitgang = Uitgang(context, self, printers)
        self._druk = _knop("pv.afdrukken", "", Icon.PRINTER)
        self._export = _knop("pv.exporteer", self.tr("Exporteer"), Icon.DOWNLOAD)
        self._blad: Stukblad | None = None
        self._context = context
        self._bewaarder = Bewaarder(context, self)
        self._presenter = PVPresenter(context, self, self._bewaarder)
        self._daden = Daden(self._presenter, context.klok)
        self._gevolgd: tuple[str, int] = ("", 0)
        self._aanloop = AanloopVlak(context)
        self._vorm = Vorm(context, self._presenter.met)
        self._stuk = StukVlak(context)
        self._stukbeeld = Voorbeeld(context)
        self._melding = Notice(NoticeKind.WARNING, "")
        self._melding.setObjectName("pv.melding")
        self._melding.hide()
        self._titel = Label(self.titel, Type.TITLE, elide=True)
        self._namen = Label("", ink=Ink.SUBTLE, elide=True)
        self._namen.setObjectName("pv.namen")
        self._pijl = _icoonknop("pv.terug", Icon.ARROW_LEFT, self.tr("Terug"))
        self._opsporing = Badge(self.tr("Opsporing"), Tone.OPSPORING, Icon.SCALE)
        self._opsporing.setToolTip(self.tr("Dit deel van het dossier valt onder de Wet politiegegevens."))
        self._concept = Badge(self.tr("Concept"), Tone.NEUTRAL, Icon.FILE_PEN_LINE)
        self._weg = _icoonknop("pv.weg", Icon.TRASH_2, self.tr("Gooi dit concept weg"))
        self._bladen = QStackedWidget()
        self._laag, self._kop = False, Reflow(_KOP, (16, 8))
        self._bouw()
        self._verbind()

    def toon(self, werkplek: Werkplek) -> None:
        """Show a proces-verbaal, with the cursor where it was."""
        self._presenter.open(werkplek.ding, werkplek.veld, werkplek.cursor)

    def werkplek(self) -> Werkplek:
        """The proces-verbaal, its step, and the field that is written in."""
        if self._presenter.vorm is None:
            return Werkplek(self.naam, self._presenter.ding)
        veld, cursor = self._vorm.plek()
        return Werkplek(self.naam, self._presenter.ding, veld, cursor)

    def verlaat(self) -> None:
        """What was kept is forced to the disk; pictures of paper are forgotten."""
        self._vorm.neem_over()
        self._presenter.sluit()
        self._gevolgd = ("", 0)
        self._vorm.voorbeeld.sluit()
        self._stukbeeld.sluit()

    def geraakt(self, touched: Touched) -> None:
        """A hearing was vastgelegd, an annex came, or a step was confirmed."""
        if self.isVisible() and (touched.raakt(Soort.VERHOOR) or touched.raakt(Soort.BIJLAGE)):
            self._presenter.lees_opnieuw()

    def toon_aanloop(self, aanloop: Aanloop) -> None:
        """Ask what to make."""
        self._zet_kop(self.titel, aanloop.gezin[0][1])
        self._toon_blad(_AANLOOP)
        self._aanloop.toon(aanloop)

    def toon_vorm(self, vorm: PVVorm) -> None:
        """Show the concept."""
        self._zet_kop(*vorm.kop)
        if self._bladen.currentIndex() != _VORM:
            self._toon_blad(_VORM)
        self._vorm.toon(vorm)
        id_, papier = vorm.concept.id, self._context.papier
        self._vorm.voorbeeld.waarschuw(geheim=vorm.geheim)
        if self._gevolgd[0] != id_:
            self._vorm.voorbeeld.volg(lambda: _met_waarschuwingen(papier.proces_verbaal(id_)))
        elif self._gevolgd[1] != hash(vorm.pv):
            self._vorm.voorbeeld.straks()
        self._gevolgd = (id_, hash(vorm.pv))

    def toon_stuk(self, blad: Stukblad) -> None:
        """Show a sealed proces-verbaal."""
        stuk = blad.beeld.stuk
        self._blad = blad
        self._zet_kop(f"{stuk.titel} {stuk.nummer}".strip(), self.tr("Voor: {0}").format(stuk.geadresseerde))
        self._toon_blad(_STUK)
        self._stuk.toon(blad)
        self._stukbeeld.waarschuw(geheim=blad.geheim)
        if self._gevolgd[0] != f"stuk:{stuk.id}":
            self._vorm.voorbeeld.sluit()
            self._volg_stuk(stuk.id)
        self._gevolgd = (f"stuk:{stuk.id}", 0)
        self._pijl.setFocus()

    def toon_fout(self, veld: str, bericht: str) -> None:
        """Say what stands in the way."""
        blad = self._bladen.currentIndex()
        if blad == _AANLOOP:
            self._aanloop.toon_fout(veld, bericht)
        elif blad == _STUK:
            self._stuk.toon_fout(veld, bericht)
        else:
            self._melding.tell(NoticeKind.WARNING, bericht)
            self._melding.show()
            if veld:
                self.ga_naar_veld(veld, -1)

    def toon_verzegelen(self, *, bezig: bool) -> None:
        """Say that sealing goes on, or ended."""
        knop = self._vorm.controle.knop_verzegel
        if bezig:
            self._melding.hide()
            knop.set_busy(self.tr("Verzegelen"))
        elif knop.busy:
            knop.set_ready()

    def ga_naar_veld(self, veld: str, cursor: int) -> None:
        """Put the focus on a field, on its own step."""
        doel = self._vorm.ga_naar(veld, cursor)
        if doel is not None:
            bring_into_view(doel)

    def _zet_kop(self, titel: str, onder: str) -> None:
        self._titel.setText(titel)
        self._namen.setText(onder)

    def _toon_blad(self, blad: int) -> None:
        self._melding.hide()
        self._bladen.setCurrentIndex(blad)
        # The number of a sealed one must be readable whole.
        self._kop.set_limit(_KOP_STUK if blad == _STUK else _KOP)
        self._zet_concept()
        self._druk.setVisible(blad != _AANLOOP)
        self._druk.setText(self.tr("Druk af") if blad == _STUK else self.tr("Druk concept af"))
        self._weg.setVisible(blad == _VORM)
        self._export.setVisible(blad == _STUK)

    def _zet_concept(self, *, laag: bool | None = None) -> None:
        """A low window keeps the room for the title; the button to print says that it is a concept."""
        self._laag = self._laag if laag is None else laag
        self._concept.setVisible(self._bladen.currentIndex() == _VORM and not self._laag)

    def _vraag_verzegelen(self) -> None:
        self._vorm.neem_over()
        vorm = self._presenter.vorm
        if vorm is not None and vorm.mag_verzegeld:
            vraag_verzegelen(self, self._presenter.verzegel)

    def _bouw(self) -> None:
        links = Row(self._pijl, gap=8)
        links.add_stretched(Column(self._titel, self._namen, gap=0))
        kop = self._kop
        kop.box.addWidget(links, 1)
        kop.box.addWidget(Row(1, self._opsporing, self._concept, self._weg, self._export, self._druk, gap=12))
        stuk, aanloop = Scroll(self._stuk, self.titel), Scroll(self._aanloop, self.titel)
        for rol in (stuk, aanloop):
            rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stukluik = Stukluik(stuk, self._stukbeeld)
        for blad in (aanloop, self._vorm, self._stukluik):
            self._bladen.addWidget(blad)
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        doos.setSpacing(0)
        doos.addWidget(Pane(Column(kop, margins=(16, 12, 24, 12)), edge="bottom"))
        doos.addWidget(self._melding)
        doos.addWidget(self._bladen, 1)

    def _verbind(self) -> None:
        naar, vorm, daden = self._context.navigatie, self._vorm, self._daden
        self._pijl.clicked.connect(naar.terug)
        BackKey(self).asked.connect(naar.terug)
        self._weg.clicked.connect(lambda: vraag_weg(self, self._presenter.verwerp))
        self._druk.clicked.connect(self._druk_af)
        self._export.clicked.connect(self._exporteer)
        self._uitgang.gedrukt.connect(self._gedrukt)
        self._uitgang.mislukt.connect(self._niet_gelukt)
        sneltoets = QShortcut(QKeySequence("Ctrl+P"), self)
        sneltoets.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        sneltoets.activated.connect(self._druk_af)
        self._aanloop.begin.connect(self._presenter.stel_op)
        vorm.verzegel.connect(self._vraag_verzegelen)
        vorm.laag.connect(lambda laag: self._zet_concept(laag=laag))
        vorm.verdachte.eerdere.connect(daden.noteer_eerdere)
        vorm.feit.herzien.connect(daden.herzie)
        _verbind_bevindingen(vorm.bevindingen, daden)
        vorm.verhoor.gekozen.connect(daden.kies_verhoren)
        vorm.verhoor.geopend.connect(lambda id_: naar.ga("verhoor", id_))
        vorm.verhoor.nieuw.connect(self._nieuw_verhoor)
        vorm.bijlagen.gekozen.connect(daden.kies_bijlagen)
        vorm.teken.onthoud.connect(
            lambda: daden.onthoud_verbalisant(
                lambda: naar.toast(self.tr("Onthouden. Een volgend stuk begint met deze gegevens."))
            )
        )
        self._stuk.gezet.connect(self._presenter.zet_stap)
        self._stuk.scan.connect(lambda id_: self._presenter.lees_scan(id_, self._toon_scan))
        self._stuk.papier.connect(self._toon_papier)
        self._stuk.aanvullen.connect(self._presenter.vul_aan)
        self._stuk.geopend.connect(lambda id_: naar.ga(self.naam, id_))

    def _druk_af(self) -> None:
        self._melding.hide()
        ding, titel, vorm, blad = self._presenter.ding, self.titel, self._presenter.vorm, self._blad
        if self._bladen.currentIndex() == _STUK and blad is not None:
            # What lies in the vault, also while a scan is looked at.
            self._presenter.lees_pdf(lambda pdf: self._uitgang.druk(ding, pdf, titel, geheim=blad.geheim))
        elif vorm is not None:
            self._uitgang.druk(ding, self._vorm.voorbeeld.pdf, titel, geheim=vorm.geheim)

    def _gedrukt(self) -> None:
        self._context.navigatie.toast(self.tr("Het proces-verbaal staat bij de printer."))
        if self._bladen.currentIndex() == _STUK:
            self._presenter.lees_opnieuw()

    def _niet_gelukt(self, probleem: BekendProbleem) -> None:
        self._melding.tell(NoticeKind.WARNING, f"{probleem.bericht} {probleem.remedie}")
        self._melding.show()

    def _volg_stuk(self, id_: str) -> None:
        papier = self._context.papier
        self._stukbeeld.volg(lambda: (papier.stuk(id_), ()))

    def _toon_papier(self) -> None:
        self._volg_stuk(self._presenter.ding)
        self._stukluik.kies("voorbeeld")

    def _toon_scan(self, inhoud: bytes) -> None:
        self._stukbeeld.toon_scan(inhoud)
        self._stukluik.kies("voorbeeld")
        self._gevolgd = ("scan", 0)

    def _exporteer(self) -> None:
        if self._blad is not None:
            blad = self._blad
            self._melding.hide()
            self._presenter.lees_pdf(lambda pdf: self._uitgang.exporteer(blad, pdf))

    def _nieuw_verhoor(self) -> None:
        vorm = self._presenter.vorm
        if vorm is not None:
            self._context.navigatie.ga("verhoor", f"nieuw:{vorm.concept.dossiers[0]}")


def _verbind_bevindingen(vlak: BevindingenVlak, daden: Daden) -> None:
    vlak.erbij.connect(daden.zin_erbij)
    vlak.gekozen.connect(daden.zin_kiezen)
    vlak.weg.connect(daden.zin_weg)
    vlak.daad.connect(daden.zin_bewerken)
    vlak.bronnen.connect(daden.bronnen_erbij)


def _knop(naam: str, woord: str, icoon: Icon) -> OutlinedButton:
    knop = OutlinedButton(woord, icoon)
    knop.setObjectName(naam)
    return knop


def _icoonknop(naam: str, icoon: Icon, woord: str) -> IconButton:
    knop = IconButton(icoon, woord, quiet=True)
    knop.setObjectName(naam)
    return knop


def _met_waarschuwingen(drukwerk: Drukwerk) -> tuple[bytes, tuple[str, ...]]:
    return drukwerk.pdf, drukwerk.waarschuwingen
