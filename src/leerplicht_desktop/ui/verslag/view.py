"""The screen of the bezoekverslag: its pages, and the two ways out of the vault: a printer and a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.bladen.afdrukken import Afdruk, Afdrukker, Printers
from leerplicht_desktop.ui.bladen.uitvoer import Uitvoer
from leerplicht_desktop.ui.bladen.uitvoeren import Uitvoeren
from leerplicht_desktop.ui.bladen.voorbeeld import Voorbeeld
from leerplicht_desktop.ui.kit.back import BackKey
from leerplicht_desktop.ui.kit.buttons import IconButton, LinkButton, OutlinedButton
from leerplicht_desktop.ui.kit.cards import Pane
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.reflow import Reflow
from leerplicht_desktop.ui.kit.scrolling import turn_page
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm

from .presenter import Kop, VerslagPresenter


class VerslagScherm(Scherm):
    """The report of one visit. ``printers`` are those of the computer unless others are given."""

    naam = "verslag"
    rail_item = "dossiers"

    def __init__(self, context: Context, printers: Printers | None = None) -> None:
        super().__init__()
        self.titel = self.tr("Bezoekverslag")
        self._context = context
        self._presenter = VerslagPresenter(context, self)
        self._ding = ""
        self._namen = Label("", ink=Ink.SUBTLE, elide=True)
        self._voorbeeld = Voorbeeld(context, self.naam, toetsen=True)
        self._melding = Notice(NoticeKind.BLOCKING, "")
        self._melding.setObjectName("verslag.melding")
        self._helpt: Callable[[], None] = self._presenter.maak
        self._pijl = IconButton(Icon.ARROW_LEFT, self.tr("Terug"), quiet=True)
        self._pijl.setObjectName("verslag.terug")
        self._tekst = LinkButton(self.tr("Lees als tekst"))
        self._tekst.setObjectName("verslag.tekst")
        self._druk = OutlinedButton(self.tr("Druk af…"), Icon.PRINTER)
        self._druk.setObjectName("verslag.afdrukken")
        self._druk.setToolTip(self.tr("Druk af (Ctrl P)"))
        self._export = OutlinedButton(self.tr("Exporteer…"), Icon.DOWNLOAD)
        self._export.setObjectName("verslag.exporteer")
        self._afdrukker = Afdrukker(context, self, self.naam, printers)
        self._uitvoer = Uitvoer(self, self.naam, "bezoekverslag.pdf", context.beleid)
        self._uit = Uitvoeren(context, self.tr("Verslag"))
        self._bouw()
        self._verbind()

    def toon(self, werkplek: Werkplek) -> None:
        """Make and show the report of a visit."""
        self._ding = werkplek.ding
        self._presenter.open(werkplek.ding)

    def werkplek(self) -> Werkplek:
        """The visit whose report is shown."""
        return Werkplek(self.naam, self._ding)

    def verlaat(self) -> None:
        """Forget the report."""
        self._presenter.sluit()
        self._voorbeeld.wis()

    def toon_kop(self, kop: Kop) -> None:
        """Say whose report it is."""
        self._namen.setText(" · ".join(deel for deel in (kop.namen, kop.wanneer) if deel))
        self._uitvoer.bestandsnaam = kop.bestandsnaam
        geheim = self.tr("Van iemand in dit dossier is het adres geheim: let op aan wie je dit geeft.")
        self._uitvoer.let_op = geheim if kop.geheim else ""

    def toon_bezig(self) -> None:
        """The report is being made."""
        self._melding.hide()
        self._voorbeeld.wis()
        self._voorbeeld.zeg(self.tr("Het verslag wordt gemaakt."))
        self._zet_uitgang(open_=False)

    def toon_verslag(self, pdf: bytes) -> None:
        """Show the report."""
        self._voorbeeld.toon(pdf)
        self._zet_uitgang(open_=True)

    def toon_probleem(self, probleem: BekendProbleem) -> None:
        """The report could not be made or shown."""
        self._voorbeeld.zeg("")
        self._voorbeeld.wis()
        self._zet_uitgang(open_=False)
        self._meld(probleem, self.tr("Probeer opnieuw"), self._presenter.maak)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the keyboard."""
        if not turn_page(self._voorbeeld.rol, event):
            super().keyPressEvent(event)

    def _zet_uitgang(self, *, open_: bool) -> None:
        self._druk.setEnabled(open_)
        self._export.setEnabled(open_)

    def _druk_af(self) -> None:
        if self._presenter.pdf and not self._afdrukker.bezig:
            self._melding.hide()
            self._afdrukker.vraag(Afdruk(self._ding, self._presenter.pdf, self.titel, self._uitvoer.let_op))

    def _gedrukt(self) -> None:
        self._context.navigatie.toast(self.tr("Het verslag staat bij de printer."))

    def _exporteer(self, pad: Path) -> None:
        self._melding.hide()
        self._uit.schrijf(self._ding, self._presenter.pdf, pad, self._niet_geschreven)

    def _niet_geschreven(self, probleem: BekendProbleem) -> None:
        self._meld(probleem, self.tr("Kies een andere plek"), self._uitvoer.kies_plek)

    def _niet_getoond(self, probleem: object) -> None:
        if isinstance(probleem, BekendProbleem):
            self.toon_probleem(probleem)

    def _niet_gedrukt(self, probleem: object) -> None:
        if isinstance(probleem, BekendProbleem):
            self._meld(probleem, self.tr("Kies een printer"), self._druk_af)

    def _meld(self, probleem: BekendProbleem, link: str, doe: Callable[[], None]) -> None:
        """Say what happened, with the one thing that helps."""
        self._helpt = doe
        self._melding.tell(NoticeKind.BLOCKING, f"{probleem.bericht} {probleem.remedie}", link)
        self._melding.show()

    def _help(self) -> None:
        self._melding.hide()
        self._helpt()

    def _bouw(self) -> None:
        self._melding.hide()
        zin = self.tr("Een beeld van het papier. De tekst staat bij het bezoek.")
        self._voorbeeld.beschrijf(zin)
        links = Row(self._pijl, gap=8)
        links.add_stretched(Column(Label(self.titel, Type.TITLE, elide=True), self._namen, gap=0))
        kop = Reflow(680, (16, 8))
        kop.box.addWidget(links, 1)
        kop.box.addWidget(Row(1, self._tekst, self._export, self._druk, gap=12))
        doos = QVBoxLayout(self)
        doos.setContentsMargins(0, 0, 0, 0)
        doos.setSpacing(0)
        doos.addWidget(Pane(Column(kop, margins=(16, 12, 24, 12)), edge="bottom"))
        doos.addWidget(Column(self._melding, margins=(24, 12, 24, 0)))
        doos.addWidget(Column(self._voorbeeld, margins=(24, 0, 24, 4)), 1)

    def _verbind(self) -> None:
        self._pijl.clicked.connect(self._context.navigatie.terug)
        BackKey(self).asked.connect(self._context.navigatie.terug)
        self._tekst.clicked.connect(lambda: self._context.navigatie.ga("deurbezoek", self._ding))
        self._druk.clicked.connect(self._druk_af)
        self._export.clicked.connect(self._uitvoer.vraag)
        self._voorbeeld.mislukt.connect(self._niet_getoond)
        self._afdrukker.klaar.connect(self._gedrukt)
        self._afdrukker.mislukt.connect(self._niet_gedrukt)
        self._uitvoer.gekozen.connect(self._exporteer)
        self._melding.followed.connect(self._help)
        self._voorbeeld.luister(self)
        druk = QShortcut(QKeySequence("Ctrl+P"), self)
        druk.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        druk.activated.connect(self._druk_af)
