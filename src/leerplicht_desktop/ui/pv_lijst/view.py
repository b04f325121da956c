"""All processen-verbaal: what still has to be sent first, with the term that presses; then what was sent."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.touched import Soort, Touched
from leerplicht_desktop.domain.persoon.naam import hoofdletter
from leerplicht_desktop.domain.stuk.stuk import Stand
from leerplicht_desktop.domain.termijn.termijnen import Termijn
from leerplicht_desktop.ui.kit.badges import Badge
from leerplicht_desktop.ui.kit.buttons import OutlinedButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.dates import short_date, short_moment
from leerplicht_desktop.ui.kit.empty import EmptyState
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Flow, Row, Scroll
from leerplicht_desktop.ui.kit.taborder import set_order
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm
from leerplicht_desktop.ui.scherm.woorden import plaatselijk

from .lezing import LOOPT_NOG, PVRegel, lees_lijst

_DICHTBIJ = 7
_STAND = {
    None: ("Concept", Tone.NEUTRAL, Icon.FILE_PEN_LINE),
    Stand.GEREED: ("Nog ondertekenen", Tone.WARN, Icon.SIGNATURE),
    Stand.ONDERTEKEND: ("Nog verzenden", Tone.WARN, Icon.MAIL),
    Stand.VERZONDEN: ("Verzonden", Tone.OK, Icon.CHECK),
    Stand.NIET_VERZONDEN: ("Wordt niet verzonden", Tone.NEUTRAL, Icon.CIRCLE_MINUS),
    Stand.ONTVANGEN: ("Ontvangen", Tone.OK, Icon.CHECK),
    Stand.TERUGGESTUURD: ("Teruggestuurd", Tone.WARN, Icon.UNDO_2),
    Stand.AFGEDAAN: ("Afgedaan", Tone.OK, Icon.CHECK),
}


class ProcessenVerbaalScherm(Scherm):
    """Lists concepts and sealed processen-verbaal."""

    naam = "processen_verbaal"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.titel = self.tr("Processen-verbaal")
        self._context = context
        self._lijst = Column(gap=8)
        self._lijst.setObjectName("processen_verbaal.lijst")
        inhoud = Column(Label(self.titel, Type.TITLE), self._lijst, 1, gap=16, margins=(24, 24, 24, 24))
        rol = Scroll(inhoud, self.titel)
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(rol)

    def toon(self, werkplek: Werkplek) -> None:
        """Read the list."""
        self._lees()

    def geraakt(self, touched: Touched) -> None:
        """One was made, sealed, sent or received."""
        if touched.raakt(Soort.STUK) and self.isVisible():
            self._lees()

    def _lees(self) -> None:
        self._context.doe(lees_lijst, self._toon_lijst)

    def _toon_lijst(self, regels: tuple[PVRegel, ...]) -> None:
        self._lijst.clear()
        if not regels:
            self._lijst.add(self._leeg())
        for kop, groep in (
            (self.tr("Nog te doen"), [een for een in regels if een.regel.stand in LOOPT_NOG]),
            (self.tr("Verstuurd en afgedaan"), [een for een in regels if een.regel.stand not in LOOPT_NOG]),
        ):
            if groep:
                self._lijst.add(Label(kop, Type.HEADING))
            for regel in groep:
                kaart = PVKaart(regel, self._context.klok.vandaag())
                kaart.geopend.connect(lambda id_: self._context.navigatie.ga("proces_verbaal", id_))
                self._lijst.add(kaart)
        set_order(self)

    def _leeg(self) -> EmptyState:
        leeg = EmptyState(
            Icon.FILE_PEN_LINE,
            self.tr("Nog geen processen-verbaal"),
            self.tr(
                "Dat is goed nieuws: hulp gaat voor straf. Is een proces-verbaal toch nodig, begin het dan "
                "vanuit het dossier."
            ),
            self.tr("Naar de dossiers"),
            Icon.FOLDER_OPEN,
        )
        leeg.button.setObjectName("processen_verbaal.dossiers")
        leeg.pressed.connect(lambda: self._context.navigatie.ga("dossiers"))
        return leeg


class PVKaart(Card):
    """One proces-verbaal. ``geopend`` carries its id."""

    geopend = Signal(str)

    def __init__(self, een: PVRegel, vandaag: date) -> None:
        super().__init__(padding=12, gap=8)
        regel = een.regel
        titel = f"{regel.titel} {regel.nummer}".strip()
        self.setObjectName(f"processen_verbaal.{regel.id}")
        tegen = self.tr("tegen {0}").format(een.tegen) if een.tegen else ""
        over = self.tr("over {0}").format(regel.namen) if regel.namen else ""
        heel = ", ".join(filter(None, (titel, tegen, over)))
        self.setAccessibleName(heel)
        wanneer = short_moment(plaatselijk(regel.wanneer), vandaag)
        onder = hoofdletter(" · ".join(filter(None, (tegen, over, wanneer))))
        kop = Row(gap=12)
        kop.add_stretched(
            Column(Label(titel, Type.STRONG, wrap=True), Label(onder, ink=Ink.SUBTLE, wrap=True), gap=0)
        )
        knop = OutlinedButton(self.tr("Verder") if regel.concept else self.tr("Open"), Icon.ARROW_RIGHT)
        knop.setObjectName(f"processen_verbaal.open.{regel.id}")
        knop.setAccessibleName(self.tr("Open {0}").format(heel))
        knop.clicked.connect(lambda: self.geopend.emit(regel.id))
        kop.add(knop)
        self.add(kop, self._merken(een, vandaag))

    def _merken(self, een: PVRegel, vandaag: date) -> Flow:
        regel = een.regel
        merken = Flow(Badge(*_STAND[regel.stand]), gap=8)
        if een.punten:
            woord = self.tr("Nog 1 punt") if een.punten == 1 else self.tr("Nog {0} punten").format(een.punten)
            merken.add(Badge(woord, Tone.WARN, Icon.CIRCLE_ALERT))
        if regel.afgewezen:
            merken.add(Badge(self.tr("Afgewezen door de gemeente"), Tone.DANGER, Icon.CIRCLE_ALERT))
        elif not regel.verzonden and not regel.concept:
            merken.add(Badge(self.tr("Nog niet verstuurd"), Tone.NEUTRAL, Icon.CLOUD_UPLOAD))
        for termijn in een.termijnen:
            merk = termijnmerk(termijn, vandaag)
            merk.setToolTip(termijn.uitleg.regel)
            merk.setAccessibleDescription(f"{termijn.uitleg.regel} {termijn.uitleg.artikel}")
            merken.add(merk)
        return merken


def termijnmerk(termijn: Termijn, vandaag: date) -> Badge:
    """A term in words: its name, its last day, and whether that is near or past."""
    over = termijn.dagen_over(vandaag)
    if over < 0:
        dagen = "1 dag" if over == -1 else f"{-over} dagen"
        return Badge(f"{hoofdletter(termijn.naam)}: {dagen} te laat", Tone.DANGER, Icon.TRIANGLE_ALERT)
    if over == 0:
        return Badge(f"{hoofdletter(termijn.naam)}: vandaag", Tone.DANGER, Icon.CLOCK_ALERT)
    dag = short_date(termijn.laatste_dag, vandaag)
    dichtbij = over <= _DICHTBIJ
    return Badge(
        f"{hoofdletter(termijn.naam)}: {dag}", Tone.WARN if dichtbij else Tone.NEUTRAL, Icon.HOURGLASS
    )
