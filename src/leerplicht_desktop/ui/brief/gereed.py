"""A sealed letter: who it is for, where it stands, and what happened to it since."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from leerplicht_desktop.casework.queries.stukkenkast import StukBeeld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.stuk import Stand, Stukstap, Verzendwijze
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.dates import clock, short_date, short_moment
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.notices import Notice, NoticeKind
from leerplicht_desktop.ui.kit.readline import ReadingLine
from leerplicht_desktop.ui.kit.taborder import set_order
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .model import GereedBeeld, bezwaarzin
from .soorten import SOORTEN
from .stapkaart import Stapkaart, stap_in_woorden

_BREEDST = 760
_OUD = "Verstuur deze brief niet: leg vast dat hij niet wordt verzonden, en maak zo nodig een nieuwe."
_STANDEN = {
    Stand.GEREED: "Definitief, nog niet verzonden",
    Stand.ONDERTEKEND: "Ondertekend, nog niet verzonden",
    Stand.VERZONDEN: "Verzonden",
    Stand.NIET_VERZONDEN: "Wordt niet verzonden",
    Stand.ONTVANGEN: "Ontvangen",
    Stand.TERUGGESTUURD: "Teruggestuurd",
    Stand.AFGEDAAN: "Afgedaan",
}


class Gereed(Column):
    """``stap`` carries a :class:`Stapopgave` to keep."""

    stap = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=16, margins=(24, 16, 24, 24))
        self._vandaag = date.min
        self._bericht = Notice(NoticeKind.BLOCKING, "")
        self._bericht.setObjectName("brief.gereed.bericht")
        self._bericht.hide()
        self._bezwaar = Notice(NoticeKind.INFO, "")
        self._bezwaar.setObjectName("brief.bezwaar_tot")
        self._daarna = Notice(NoticeKind.INFO, "")
        self._daarna.setObjectName("brief.daarna")
        self._adres = Notice(NoticeKind.WARNING, "")
        self._adres.setObjectName("brief.adres_oud")
        self._twijfel = Notice(NoticeKind.WARNING, "")
        self._twijfel.setObjectName("brief.gereed.twijfel")
        self._feiten = Column(gap=12)
        self._stappen = Column(gap=8)
        self._kaart = Stapkaart()
        self._details = LinkButton(self.tr("Details"))
        self._details.setObjectName("brief.details")
        self._hash = Label("", ink=Ink.SUBTLE, wrap=True)
        self._hash.setObjectName("brief.hash")
        self.add(self._bericht, self._adres, self._twijfel, self._bezwaar, self._daarna, self._feiten)
        self.add(self._stappen, self._kaart)
        self.add(Row(self._details, 1), self._hash, 1)
        self._kaart.stap.connect(self.stap)
        self._details.clicked.connect(lambda: self._hash.setVisible(not self._hash.isVisibleTo(self)))

    def toon(self, gereed: GereedBeeld, vandaag: date) -> None:
        """Show a sealed letter."""
        self._vandaag = vandaag
        beeld, stuk = gereed.beeld, gereed.beeld.stuk
        self._bericht.hide()
        bezwaar = bezwaarzin(beeld)
        self._bezwaar.tell(NoticeKind.INFO, bezwaar)
        self._bezwaar.setVisible(bool(bezwaar))
        oud = f"{beeld.adres.reden} {_OUD}" if beeld.adres is not None else ""
        self._adres.tell(NoticeKind.WARNING, oud)
        self._adres.setVisible(bool(oud))
        self._twijfel.tell(NoticeKind.WARNING, "\n".join(beeld.twijfels))
        self._twijfel.setVisible(bool(beeld.twijfels))
        self._toon_feiten(gereed)
        # A hash has no spaces to break at: groups of eight can stand on two lines.
        self._hash.setText(
            f"Vingerafdruk van de inhoud: {_in_groepen(stuk.inhoud_hash)}\n"
            f"Vingerafdruk van het bestand: {_in_groepen(stuk.bestand_hash)}"
        )
        self._hash.hide()
        self._toon_stappen(beeld.stappen)
        soort = SOORTEN.get(stuk.soort)
        self._daarna.tell(NoticeKind.INFO, soort.op(vandaag).daarna if soort else "")
        self._daarna.setVisible(bool(soort and soort.daarna))
        wijze = soort.wijze if soort else Verzendwijze.POST
        # "Verzonden" is not chosen beforehand right below the advice not to send it.
        eerste = not beeld.stappen and not oud
        self._kaart.toon(beeld.mogelijk, stuk.geadresseerde, vandaag, wijze, eerste=eerste)
        set_order(self)

    def toon_fout(self, fout: DomainError) -> None:
        """Say what is wrong, at its field when there is one."""
        if not self._kaart.toon_fout(fout):
            self._bericht.tell(NoticeKind.BLOCKING, fout.bericht)
            self._bericht.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines stay readable in a wide window."""
        super().resizeEvent(event)
        self.setMaximumWidth(look().px(_BREEDST))

    def _toon_feiten(self, gereed: GereedBeeld) -> None:
        beeld, stuk = gereed.beeld, gereed.beeld.stuk
        self._feiten.clear()
        for woord, tekst in (
            (self.tr("Aan"), stuk.geadresseerde),
            (self.tr("Over"), gereed.namen),
            (self.tr("Definitief sinds"), short_moment(plaatselijk(stuk.verzegeld_op), self._vandaag)),
            (self.tr("Stand"), _STANDEN[beeld.stand]),
            (self.tr("Door"), beeld.door),
            (self.tr("Klok"), beeld.klok),
            (self.tr("Op papier of als bestand"), self._afdrukken(beeld)),
        ):
            if tekst:
                self._feiten.add(ReadingLine(woord, tekst))

    def _afdrukken(self, beeld: StukBeeld) -> str:
        regels = []
        for regel in beeld.afdrukken:
            op = plaatselijk(regel.op)
            hoe = {"afgedrukt": "afgedrukt op", "uitgevoerd": "opgeslagen als"}.get(regel.hoe, regel.hoe)
            keer = f", {regel.aantal} keer" if regel.aantal > 1 else ""
            regels.append(f"{short_date(op.date(), self._vandaag)} {clock(op)} {hoe} {regel.waarheen}{keer}")
        return "\n".join(regels)

    def _toon_stappen(self, stappen: tuple[Stukstap, ...]) -> None:
        self._stappen.clear()
        if stappen:
            self._stappen.add(Label(self.tr("Vastgelegd"), Type.HEADING))
        for stap in stappen:
            self._stappen.add(ReadingLine(short_date(stap.datum, self._vandaag), stap_in_woorden(stap)))


def _in_groepen(hash_: str) -> str:
    return " ".join(hash_[plaats : plaats + 8] for plaats in range(0, len(hash_), 8))
