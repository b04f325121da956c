"""Gathers the day, a few dossiers at a time; what was found of a dossier stays until it is touched."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Protocol

from leerplicht_desktop.casework.ports.lane import Toekomst
from leerplicht_desktop.casework.queries.caseload import DossierRegel
from leerplicht_desktop.casework.taak.vandaag import Dagbegin, Dagdeel, dagbegin, dagdeel, samen
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.ui.scherm.context import Context

PER_KEER = 16
"""Dossiers in one turn on the lane of the vault: a key that was typed waits no longer than one turn."""
_TUSSENSTAND = 20
"""Turns after which what is there so far is shown."""


class Dagweergave(Protocol):
    """What the presenter asks of the screen."""

    def toon_dag(self, dag: Dagdeel, nog: int) -> None:
        """Show the day; ``nog`` is how many dossiers were not looked at yet."""


class DagPresenter:
    """One day at a time: at another day everything is looked at anew."""

    def __init__(self, context: Context, weergave: Dagweergave) -> None:
        self._context = context
        self._weergave = weergave
        self._dag: date | None = None
        self._begin = Dagdeel()
        self._ambtenaar = ""
        self._delen: dict[str, Dagdeel] = {}
        self._nog: list[DossierRegel] = []
        self._vraag: Toekomst | None = None
        self._beurt = 0

    def laad(self) -> None:
        """Ask what there is, and look at what is not known yet."""
        if self._vraag is not None:
            self._vraag.annuleer()
        vandaag = self._context.klok.vandaag()
        if vandaag != self._dag:
            self._dag, self._delen = vandaag, {}
        self._vraag = self._context.doe(dagbegin, self._begonnen)

    def vergeet(self, touched: Touched) -> None:
        """What changed has to be looked at again; without names of dossiers everything."""
        if not touched.dossiers:
            self._delen.clear()
        for dossier in touched.dossiers:
            self._delen.pop(dossier, None)

    def _begonnen(self, begin: Dagbegin) -> None:
        self._begin, self._ambtenaar = begin.deel, begin.ambtenaar
        er_zijn = {regel.dossier for regel in begin.dossiers}
        self._delen = {dossier: deel for dossier, deel in self._delen.items() if dossier in er_zijn}
        self._nog = [regel for regel in begin.dossiers if regel.dossier not in self._delen]
        self._beurt = 0
        self._verder()

    def _verder(self) -> None:
        if not self._nog or self._beurt % _TUSSENSTAND == 0:
            self._weergave.toon_dag(
                samen((self._begin, *self._delen.values()), self._ambtenaar), len(self._nog)
            )
        if not self._nog or self._dag is None:
            self._vraag = None
            return
        self._beurt += 1
        nu, self._nog = self._nog[:PER_KEER], self._nog[PER_KEER:]
        vandaag = self._dag
        sinds = vandaag - timedelta(days=1)
        self._vraag = self._context.doe(
            lambda work: {regel.dossier: dagdeel(work, (regel,), vandaag, sinds) for regel in nu}, self._erbij
        )

    def _erbij(self, delen: dict[str, Dagdeel]) -> None:
        self._delen.update(delen)
        self._verder()
