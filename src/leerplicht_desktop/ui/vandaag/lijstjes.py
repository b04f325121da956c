"""What was planned for today, what is not finished, and what changed: one line each, with one way on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from leerplicht_desktop.casework.queries.caseload import Tijdlijnsoort
from leerplicht_desktop.casework.taak.vandaag import Looptijd, NietAf, Nieuws
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.dates import clock, short_date, short_moment
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

EERST = 6

_TEKEN = {
    Tijdlijnsoort.MELDING: Icon.FLAG,
    Tijdlijnsoort.BEZOEK: Icon.DOOR_OPEN,
    Tijdlijnsoort.NOTITIE: Icon.HANDSHAKE,
    Tijdlijnsoort.TERUGMELDING: Icon.MAP_PIN_X,
    Tijdlijnsoort.PROCEDURE: Icon.SCALE,
}
_CONCEPT = {
    "deurbezoek": Icon.DOOR_OPEN,
    "gesprek": Icon.HANDSHAKE,
    "procedure": Icon.SCALE,
    "verhoor": Icon.QUOTE,
    "proces_verbaal": Icon.FILE_PEN_LINE,
    "brief": Icon.MAIL,
}


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """One line. ``voor`` stands before the name (an icon or an hour), ``link`` is the way on."""

    naam: str
    wat: str
    rechts: str
    link: str
    ga: Callable[[], None]
    teken: Icon | None = None
    uur: str = ""


class Lijstje(Column):
    """A heading with a count, and the lines below it; ``leeg`` is said when there are none."""

    def __init__(self, naam: str, kop: str, leeg: str) -> None:
        super().__init__(gap=8)
        self.setObjectName(f"vandaag.{naam}")
        self._naam = naam
        self._leeg = leeg
        self._regels: tuple[Lijstregel, ...] = ()
        self._alles = False
        self._kop = Label(kop, Type.HEADING)
        self._stand = Label("", ink=Ink.SUBTLE)
        self._meer = LinkButton("")
        self._meer.setObjectName(f"vandaag.{naam}.meer")
        self._meer.clicked.connect(self._draai)
        self._kaart = Card(padding=0, gap=0)
        self._kaart.setAccessibleName(kop)
        self._rijen = Column(gap=0)
        self._kaart.add(self._rijen)
        self.add(Row(self._kop, self._stand, 1, self._meer, gap=8), self._kaart)

    def toon(self, regels: Sequence[Lijstregel], stand: str, *, klaar: bool) -> None:
        """Replace the lines; without any it says so once everything was looked at (``klaar``)."""
        self._regels = tuple(regels)
        self._stand.setText(stand)
        self._teken(klaar=klaar)

    def _teken(self, *, klaar: bool) -> None:
        self._rijen.clear()
        getoond = self._regels if self._alles else self._regels[:EERST]
        for nummer, regel in enumerate(getoond, start=1):
            if nummer > 1:
                self._rijen.add(Divider())
            self._rijen.add(_rij(regel, f"vandaag.{self._naam}.{nummer}"))
        if not getoond and klaar:
            self._rijen.add(Row(Label(self._leeg, ink=Ink.SUBTLE, wrap=True), margins=(16, 12, 16, 12)))
        self._meer.setVisible(len(self._regels) > EERST)
        self._meer.setText(
            self.tr("Toon de eerste {0}").format(EERST)
            if self._alles
            else self.tr("Toon alle {0}").format(len(self._regels))
        )

    def _draai(self) -> None:
        self._alles = not self._alles
        self._teken(klaar=True)
        self._meer.setFocus()


def _rij(regel: Lijstregel, naam: str) -> Row:
    rij = Row(gap=12, margins=(16, 8, 16, 8))
    if regel.uur:
        rij.add(Label(regel.uur, Type.STRONG))
    elif regel.teken is not None:
        rij.add(IconMark(regel.teken))
    rij.add_stretched(Label(regel.naam, Type.STRONG, wrap=True), 2)
    rij.add_stretched(Label(regel.wat, ink=Ink.SUBTLE, wrap=True), 3)
    if regel.rechts:
        rij.add(Label(regel.rechts, ink=Ink.SUBTLE))
    link = LinkButton(regel.link)
    link.setObjectName(naam)
    link.setAccessibleName(f"{regel.link} {regel.naam}: {regel.wat}")
    link.clicked.connect(regel.ga)
    rij.add(link)
    return rij


def van_afspraak(een: Looptijd, ga: Callable[[], None]) -> Lijstregel:
    """Something with an hour, or a task of today without one."""
    return Lijstregel(
        een.naam,
        een.wat,
        "",
        "Dossier",
        ga,
        uur=clock(een.tijdstip) if een.tijdstip else "",
        teken=Icon.CHECK,
    )


def van_concept(een: NietAf, vandaag: date, ga: Callable[[], None]) -> Lijstregel:
    """Something to go on with."""
    sinds = f"sinds {short_moment(plaatselijk(een.sinds), vandaag)}"
    return Lijstregel(een.namen, een.wat, sinds, "Ga verder", ga, teken=_CONCEPT[een.scherm])


def van_nieuws(een: Nieuws, vandaag: date, ga: Callable[[], None]) -> Lijstregel:
    """What somebody did, and when."""
    if isinstance(een.wanneer, datetime):
        om = short_moment(plaatselijk(een.wanneer), vandaag)
    else:
        om = short_date(een.wanneer, vandaag)
    return Lijstregel(een.naam, een.wat, f"{een.wie}, {om}", "Bekijk", ga, teken=_TEKEN[een.soort])
