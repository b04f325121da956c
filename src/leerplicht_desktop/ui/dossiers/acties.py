"""What an officer begins from a dossier: a visit, a note of a talk, or a procedure."""

from __future__ import annotations

from collections.abc import Callable

from leerplicht_desktop.casework.bezoek.starten import Gestart, deurbezoek_starten
from leerplicht_desktop.casework.gesprek.notitie_schrijven import gespreksnotitie_starten
from leerplicht_desktop.casework.procedure.schrijven import procedure_starten
from leerplicht_desktop.casework.touched import Soort, touched
from leerplicht_desktop.domain.procedure.procedure import Proceduresoort
from leerplicht_desktop.ui.scherm.context import Context


class Dossieracties:
    """``klaar`` is called when an act ended, well or not, so that its button may be pressed again."""

    def __init__(self, context: Context, klaar: Callable[[], None]) -> None:
        self._context = context
        self._klaar = klaar

    def start_bezoek(self, dossier: str, adres: str, *, ander_adres: bool) -> None:
        """Begin a visit for this jongere, or go on with the one that was begun; then show it."""
        klok = self._context.klok
        self._context.doe(
            lambda work: deurbezoek_starten(work, klok, (dossier,), adres, ander_adres=ander_adres),
            self._gestart,
            self._mis,
        )

    def start_gesprek(self, dossier: str) -> None:
        """Begin a note about this jongere, or go on with the one that was begun; then show it."""
        klok = self._context.klok
        self._context.doe(
            lambda work: gespreksnotitie_starten(work, klok, (dossier,)),
            lambda notitie: self._genoteerd(dossier, notitie),
            self._mis,
        )

    def start_procedure(self, dossier: str, soort: Proceduresoort) -> None:
        """Begin a procedure of a kind, or go on with the one that was begun; then show it."""
        klok = self._context.klok
        self._context.doe(
            lambda work: procedure_starten(work, klok, dossier, soort),
            lambda procedure: self._begonnen(dossier, procedure),
            self._mis,
        )

    def _begonnen(self, dossier: str, procedure: str) -> None:
        self._klaar()
        self._context.bulletin.meld(touched(Soort.PROCEDURE, Soort.DOSSIER, dossiers=(dossier,)))
        self._context.navigatie.ga("procedure", procedure)

    def _gestart(self, gestart: Gestart) -> None:
        self._klaar()
        self._context.bulletin.meld(gestart.touched)
        self._context.navigatie.ga("deurbezoek", gestart.bezoek)

    def _genoteerd(self, dossier: str, notitie: str) -> None:
        self._klaar()
        self._context.bulletin.meld(touched(Soort.NOTITIE, Soort.DOSSIER, dossiers=(dossier,)))
        self._context.navigatie.ga("gesprek", notitie)

    def _mis(self, fout: Exception) -> None:
        self._klaar()
        self._context.navigatie.probleem(fout)
