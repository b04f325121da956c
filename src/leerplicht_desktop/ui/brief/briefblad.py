"""The fields of a letter, the receiver as it will be printed, and what is still to be done."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from leerplicht_desktop.casework.concepten import Veldwaarde
from leerplicht_desktop.casework.ports.papier import Formulierveld
from leerplicht_desktop.ui.formulier.tekstregel import TekstregelInvoer
from leerplicht_desktop.ui.formulier.velden import (
    KeuzeInvoer,
    RegelInvoer,
    TekstInvoer,
    Veldinvoer,
    zet_cursor,
)
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.scrolling import bring_into_view
from leerplicht_desktop.ui.kit.taborder import set_order
from leerplicht_desktop.ui.kit.tokens import Tone, Type

from . import telefoon
from .adreskaart import Adreskaart
from .model import ONTVANGER, BriefBeeld, Briefpunt
from .tabel import TabelInvoer
from .telefoon import Telefoonkaart

_BREEDST = 760
_TEKST = frozenset({"tekst", "lijst"})


class Briefblad(Column):
    """``veld`` carries a name and what is to be kept; ``zuster`` and ``overnemen`` the other letter."""

    veld = Signal(str, object)
    aanhef = Signal(str)
    nieuw_adres = Signal()
    zuster = Signal(str)
    overnemen = Signal(str)
    gevolgd = Signal()
    telefoon = Signal(str)
    beoordeeld = Signal()

    def __init__(self) -> None:
        super().__init__(gap=16, margins=(24, 16, 24, 24))
        self._velden: dict[str, Veldinvoer] = {}
        self._zuster = self._vorige = ""
        self.bericht = Notice(NoticeKind.BLOCKING, "")
        self.bericht.setObjectName("brief.bericht")
        self._zustervak = Notice(NoticeKind.INFO, "")
        self._zustervak.setObjectName("brief.zuster")
        self._neem = LinkButton(self.tr("Neem de tekst over uit de andere brief"))
        self._neem.setObjectName("brief.overnemen")
        self._aanvak = Adreskaart()
        self._bel = Telefoonkaart()
        self._vak = Column(gap=16)
        self._punten = Card(self.tr("Nog te doen"), gap=8)
        self._punten.setObjectName("brief.punten")
        self._puntvak = Column(gap=8)
        self._punten.add(self._puntvak)
        self._getoond: tuple[Briefpunt, ...] = ()
        for deel in (self.bericht, self._zustervak, self._neem, self._punten, self._bel):
            deel.hide()
        self.add(self.bericht, self._zustervak, Row(self._neem, 1), self._aanvak)
        self.add(self._bel, self._vak, self._punten, 1)
        self._bel.ingevuld.connect(self.telefoon)
        self._aanvak.aanhef.connect(self.aanhef)
        self._aanvak.nieuw_adres.connect(self.nieuw_adres)
        self._zustervak.followed.connect(lambda: self.zuster.emit(self._zuster))
        self._neem.clicked.connect(lambda: self.overnemen.emit(self._vorige))
        self.bericht.followed.connect(self.gevolgd)

    @property
    def fouten(self) -> dict[str, str]:
        """What was typed and could not be understood, by field."""
        return {naam: invoer.fout for naam, invoer in self._velden.items() if invoer.fout}

    def toon(self, beeld: BriefBeeld, vandaag: date) -> None:
        """Show a letter from the beginning."""
        self._vak.clear()
        self._bel.wis()
        self._velden = {}
        self._aanvak.toon(beeld)
        self._toon_zuster(beeld)
        for veld in beeld.formulier.velden:
            self._velden[veld.naam] = self._maak(veld, beeld.brief.concept.velden.get(veld.naam), vandaag)
        set_order(self)

    def toon_adres(self, beeld: BriefBeeld) -> None:
        """Show where it goes by now."""
        self._aanvak.toon_adres(beeld)

    def zet(self, velden: Mapping[str, Veldwaarde]) -> None:
        """Show other values in the same fields."""
        for naam, invoer in self._velden.items():
            invoer.zet(velden.get(naam))

    def toon_punten(self, punten: tuple[Briefpunt, ...]) -> None:
        """List what is still to be done, each with the way to it."""
        if punten == self._getoond:
            return
        self._getoond = punten
        if any(punt.veld == telefoon.VELD for punt in punten):
            self._bel.show()
        self._puntvak.clear()
        for nummer, punt in enumerate(punten):
            self._puntvak.add(self._puntregel(nummer, punt))
        self._punten.setVisible(bool(punten))

    def wijs_aan(self, punten: tuple[Briefpunt, ...]) -> None:
        """Say at each field what is missing, and go to the first."""
        for punt in punten:
            if punt.veld in self._velden:
                self._velden[punt.veld].toon_fout(punt.zin)
        if punten:
            self.ga_naar(punten[0].veld)

    def neem_over(self) -> None:
        """Judge what still stands in a field as it is."""
        self._bel.neem_over()
        for invoer in self._velden.values():
            invoer.neem_over()

    def ga_naar(self, veld: str, cursor: int = -1) -> None:
        """Put the focus on a field, with the cursor at a place; the first one without a name."""
        if veld == telefoon.VELD and self._bel.isVisibleTo(self):
            self._bel.ga()
            bring_into_view(self._bel)
            return
        if veld == ONTVANGER:
            self._aanvak.ga()
            return
        naam = veld.split(".")[0]
        invoer = self._velden.get(naam) or next(iter(self._velden.values()), None)
        if invoer is None:
            return
        invoer.ga()
        focus = self.focusWidget()
        if focus is not None:
            zet_cursor(focus, cursor)
            bring_into_view(focus)

    def toon_telefoonfout(self, zin: str) -> None:
        """Say what is wrong with the officer's number."""
        self._bel.toon_fout(zin)

    def zeg(self, zin: str, link: str = "") -> None:
        """Say what stands in the way; empty takes it away."""
        self.bericht.tell(NoticeKind.BLOCKING, zin, link)
        self.bericht.setVisible(bool(zin))
        if zin:
            bring_into_view(self.bericht)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay readable in a wide window."""
        super().resizeEvent(event)
        self.setMaximumWidth(look().px(_BREEDST))

    def _toon_zuster(self, beeld: BriefBeeld) -> None:
        alle = beeld.zusters
        self._zuster = ""
        hier = beeld.brief.concept.id
        if len(alle) > 1 and hier in alle:
            plaats = alle.index(hier)
            self._zuster = alle[(plaats + 1) % len(alle)]
            # Of three letters the one before this is the one that was written first.
            self._vorige = alle[plaats - 1]
            zin = self.tr("Dit is brief {0} van {1}. Elke brief heeft alleen het eigen adres.")
            self._zustervak.tell(
                NoticeKind.INFO, zin.format(plaats + 1, len(alle)), self.tr("Naar de andere brief")
            )
        self._zustervak.setVisible(bool(self._zuster))
        self._neem.setVisible(bool(self._zuster))

    def _maak(self, veld: Formulierveld, waarde: Veldwaarde, vandaag: date) -> Veldinvoer:
        invoer: Veldinvoer
        if veld.type in _TEKST:
            invoer = TekstInvoer(veld)
        elif veld.type == "tekstregel":
            invoer = TekstregelInvoer(veld)
        elif veld.type in ("janee", "keuze"):
            invoer = KeuzeInvoer(veld)
        elif veld.type == "tabel":
            invoer = TabelInvoer(veld)
        else:
            invoer = RegelInvoer(veld, vandaag)
        invoer.zet(waarde)
        invoer.gewijzigd.connect(lambda nieuw, naam=veld.naam: self.veld.emit(naam, nieuw))
        invoer.verlaten.connect(self.beoordeeld)
        self._vak.add(invoer)
        return invoer

    def _puntregel(self, nummer: int, punt: Briefpunt) -> Row:
        merk = IconMark(Icon.CIRCLE_ALERT if punt.moet else Icon.TRIANGLE_ALERT)
        merk.set_tone(Tone.DANGER if punt.moet else Tone.WARN)
        soort = self.tr("Moet") if punt.moet else self.tr("Advies")
        rij = Row(gap=8)
        rij.add_top(merk)
        rij.add_stretched(Label(f"{soort}. {punt.zin}", Type.BODY, wrap=True))
        if punt.veld:
            ga = LinkButton(self.tr("Ga naar"))
            ga.setObjectName(f"brief.punt.{nummer}")
            ga.setAccessibleName(self.tr("Ga naar: {0}").format(punt.zin))
            ga.clicked.connect(lambda: self.ga_naar(punt.veld))
            rij.add_top(ga)
        return rij
