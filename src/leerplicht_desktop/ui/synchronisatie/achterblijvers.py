"""The card "Nog van jou": what was not finished in dossiers that left."""

from __future__ import annotations

from datetime import date
from functools import partial

from leerplicht_desktop.casework.queries.achtergebleven import Achterblijver
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.dates import short_moment
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.scherm.context import Context

_WOORDEN = {
    "deurbezoek": ("Deurbezoek", "deurbezoek"),
    "gespreksnotitie": ("Gespreksnotitie", "gesprek"),
    "procedure": ("Procedure", ""),
    "verhoor": ("Verhoor", ""),
    "concept_pv": ("Proces-verbaal", ""),
    "concept_brief": ("Brief", ""),
}
"""What it is, and the screen that opens it without its dossier."""


class Achterblijvers(Column):
    """Nothing is shown while nothing was left behind."""

    def __init__(self, context: Context) -> None:
        super().__init__(gap=0)
        self._context = context
        self.hide()

    def toon(self, concepten: tuple[Achterblijver, ...], vandaag: date) -> None:
        """Show them, the oldest first."""
        self.clear()
        self.setVisible(bool(concepten))
        if not concepten:
            return
        kaart = Card("Nog van jou")
        kaart.add(
            Label(
                "Deze dossiers zijn niet meer van jou. Wat je nog niet had vastgelegd, staat hier. "
                "Leg je het vast, dan gaat het naar de gemeente en beoordeelt je teamleider het.",
                ink=Ink.SUBTLE,
                wrap=True,
            )
        )
        for een in concepten:
            kaart.add(self._regel(een, vandaag))
        self.add(kaart)

    def _regel(self, een: Achterblijver, vandaag: date) -> Row:
        woord, scherm = _WOORDEN.get(een.soort, (een.soort.capitalize(), ""))
        sinds = short_moment(in_nederland(een.begonnen), vandaag)
        rij = Row(gap=12)
        rij.add_stretched(Label(f"{woord}, concept van {sinds}", wrap=True))
        if scherm:
            lees = LinkButton("Open")
            lees.setObjectName(f"achterblijver.{een.id}")
            lees.setAccessibleName(f"Open {woord.lower()} van {sinds}")
            lees.clicked.connect(partial(self._context.navigatie.ga, scherm, een.id))
            rij.add(lees)
        return rij
