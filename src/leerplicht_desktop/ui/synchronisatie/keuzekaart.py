"""The office and I wrote the same field: what it was, both values with who and when, and the choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Signal

from leerplicht_desktop.casework.deelveld.beslissen import Besluit, Keuzesoort
from leerplicht_desktop.casework.queries.deelvelden import Deelveldbeeld, Keuzedossier, Veldkeuze
from leerplicht_desktop.domain.persoon.deelveld import Deelveld
from leerplicht_desktop.ui.kit.badges import Badge, BadgeSpec
from leerplicht_desktop.ui.kit.buttons import FullButton
from leerplicht_desktop.ui.kit.cards import Card, Divider
from leerplicht_desktop.ui.kit.fields import Field
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.ticks import Radio
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from leerplicht_desktop.ui.scherm.veldwoorden import wanneer

Besluiten = Mapping[Deelveld, Besluit]


class Keuzekaart(Card):
    """``bewaard`` carries the dossier and the choices; what was not chosen waits."""

    bewaard = Signal(str, object)

    def __init__(self, open_: Keuzedossier, vandaag: date) -> None:
        self._stand = Badge("")
        super().__init__(f"{open_.naam}: kantoor en jij wijzigden hetzelfde", self._stand)
        self.setObjectName("keuze.kaart")
        self.emphasise(Tone.WARN)
        self._dossier = open_.dossier
        self.add(
            Label(
                "Kies per regel wat klopt. De rest van het dossier is al bijgewerkt. "
                "Tot je kiest, geldt wat kantoor schreef.",
                ink=Ink.SUBTLE,
                wrap=True,
            )
        )
        self._regels = [_Regel(een, vandaag, self._geteld) for een in open_.velden]
        for regel in self._regels:
            self.add(Divider(), regel)
        self._knop = FullButton("Bewaar mijn keuzes", Icon.CHECK)
        self._knop.setObjectName("keuze.bewaar")
        self._knop.clicked.connect(self._bewaar)
        self.add(Divider(), Row(self._knop, 1))
        self._geteld()

    def weiger(self, veld: str, zin: str) -> None:
        """Say beside a field what does not fit."""
        for regel in self._regels:
            if regel.veld.value == veld:
                regel.anders.set_error(zin)

    def _geteld(self) -> None:
        klaar, alle = sum(regel.besluit is not None for regel in self._regels), len(self._regels)
        toon, icoon = (Tone.OK, Icon.CHECK) if klaar == alle else (Tone.WARN, Icon.TRIANGLE_ALERT)
        self._stand.set_spec(BadgeSpec(f"{klaar} van {alle} gekozen", toon, icoon))
        self._knop.setEnabled(klaar > 0)

    def _bewaar(self) -> None:
        besluiten = {regel.veld: regel.besluit for regel in self._regels if regel.besluit is not None}
        self.bewaard.emit(self._dossier, besluiten)


class _Regel(Column):
    """One field: what it was, and four ways to settle it."""

    def __init__(self, beeld: Deelveldbeeld, vandaag: date, gekozen: Callable[[], None]) -> None:
        super().__init__(gap=8)
        keuze = beeld.keuze
        if keuze is None:
            raise ValueError("only a field with an open choice is asked about")
        self.veld = Deelveld(beeld.veld)
        self._keuze: Keuzesoort | None = None
        self._gekozen = gekozen
        self._knoppen: dict[Keuzesoort, Radio] = {}
        self.anders = Field("Wat klopt er wel?", "Dit komt dan in het dossier.")
        self.anders.edit.setObjectName(f"keuze.{beeld.veld}.tekst")
        self.anders.hide()
        self.add(Label(self.veld.naam, Type.STRONG, wrap=True))
        self.add(Label(f"Was: {keuze.was or 'niets'}", ink=Ink.SUBTLE, wrap=True))
        kantoor, mijn, anders, vraag = (self._weg(*weg) for weg in _wegen(keuze, vandaag))
        anders.add(self.anders)
        for links, rechts in ((kantoor, mijn), (anders, vraag)):
            rij = Row(gap=16)
            rij.add_top(links, 1)
            rij.add_top(rechts, 1)
            self.add(rij)

    @property
    def besluit(self) -> Besluit | None:
        """What was chosen; None while nothing was."""
        return None if self._keuze is None else Besluit(self._keuze, self.anders.text())

    def _weg(self, soort: Keuzesoort, woord: str, waarde: str, onder: str) -> Column:
        knop = Radio(woord)
        knop.setAutoExclusive(False)  # the four of a field stand in columns of their own
        knop.setObjectName(f"keuze.{self.veld.value}.{soort.value}")
        delen = (f"{self.veld.naam}: {woord}", waarde, onder)
        knop.setAccessibleName(", ".join(deel for deel in delen if deel))
        knop.clicked.connect(lambda: self._kies(soort))
        self._knoppen[soort] = knop
        onder_knop = Column(gap=0, margins=(32, 0, 0, 0))
        if waarde:
            onder_knop.add(Label(waarde, wrap=True))
        if onder:
            onder_knop.add(Label(onder, ink=Ink.SUBTLE, wrap=True))
        return Column(knop, onder_knop, gap=0)

    def _kies(self, soort: Keuzesoort) -> None:
        for andere, knop in self._knoppen.items():
            knop.setChecked(andere is soort)
        self._keuze = soort
        self.anders.setVisible(soort is Keuzesoort.ANDERS)
        self._gekozen()


def _wegen(keuze: Veldkeuze, vandaag: date) -> tuple[tuple[Keuzesoort, str, str, str], ...]:
    wie = keuze.door or "de gemeente"
    return (
        (Keuzesoort.KANTOOR, "Kantoor", keuze.kantoor or "Niets", f"{wie}, {wanneer(keuze.op, vandaag)}"),
        (Keuzesoort.MIJN, "Jij", keuze.mijn or "Niets", wanneer(keuze.mijn_op, vandaag)),
        (Keuzesoort.ANDERS, "Iets anders", "", ""),
        (Keuzesoort.OVERGEDRAGEN, "Vraag kantoor", "", f"Er komt een taak voor {wie}, met beide teksten."),
    )
