"""The list: search as you type, filters, and pages fetched by key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from leerplicht_desktop.casework.ports.lane import Toekomst
from leerplicht_desktop.casework.queries.caseload import Caseload, DossierFilter, Pagina
from leerplicht_desktop.ui.kit.rows import DossierRow
from leerplicht_desktop.ui.scherm.context import Context

from .woorden import rij_van

PAGINA = 50
"""Rows per page."""

Tellingen = dict[DossierFilter, int]


class LijstWeergave(Protocol):
    """What the presenter asks of the list on the screen."""

    def toon_rijen(self, rijen: Sequence[DossierRow], gevonden: int, *, boven: bool) -> None:
        """Replace all rows; the choice stays, and so does the place unless ``boven``."""

    def voeg_toe(self, rijen: Sequence[DossierRow]) -> None:
        """Add the next page."""

    def toon_tellingen(self, tellingen: Tellingen) -> None:
        """Show how many dossiers each filter holds."""


class LijstPresenter:
    """Asks the store lane; a newer question drops the answer of the older one."""

    def __init__(self, context: Context, weergave: LijstWeergave) -> None:
        self._context = context
        self._weergave = weergave
        self.zoektekst = ""
        self.filter = DossierFilter.ALLE
        self._na: tuple[str, str] | None = None
        self._geladen = 0
        self._vraag: Toekomst | None = None
        self._volgende: Toekomst | None = None
        self._haalt_meer = False

    def laad(self) -> None:
        """Ask again, with the counts, for as many rows as are shown."""
        vandaag = self._context.klok.vandaag()
        self._vraag_rijen(max(PAGINA, self._geladen), vandaag, boven=False)

    def zoek(self, tekst: str) -> None:
        """Another search text: one question per key."""
        self.zoektekst = tekst
        self._vraag_rijen(PAGINA, None, boven=True)

    def kies_filter(self, filter_: DossierFilter) -> None:
        """Another filter."""
        self.filter = filter_
        self._vraag_rijen(PAGINA, None, boven=True)

    def meer(self) -> None:
        """The next page, if there is one and it is not under way."""
        na, tekst, filter_ = self._na, self.zoektekst, self.filter
        if na is None or self._haalt_meer:
            return
        self._haalt_meer = True
        self._volgende = self._context.lees(
            lambda caseload: caseload.zoek(tekst, filter_, na, PAGINA), self._erbij
        )

    def _vraag_rijen(self, aantal: int, vandaag: date | None, *, boven: bool) -> None:
        for lopend in (self._vraag, self._volgende):
            if lopend is not None:
                lopend.annuleer()
        self._haalt_meer = False
        tekst, filter_ = self.zoektekst, self.filter

        def vraag(caseload: Caseload) -> tuple[Pagina, Tellingen | None]:
            pagina = caseload.zoek(tekst, filter_, None, aantal)
            return pagina, caseload.tellingen(vandaag) if vandaag is not None else None

        self._vraag = self._context.lees(vraag, lambda antwoord: self._toon(*antwoord, boven=boven))

    def _toon(self, pagina: Pagina, tellingen: Tellingen | None, *, boven: bool) -> None:
        if tellingen is not None:
            self._weergave.toon_tellingen(tellingen)
        self._na, self._geladen = pagina.na, len(pagina.regels)
        self._weergave.toon_rijen(self._rijen(pagina), pagina.totaal, boven=boven)

    def _erbij(self, pagina: Pagina) -> None:
        self._haalt_meer = False
        self._na = pagina.na
        self._geladen += len(pagina.regels)
        self._weergave.voeg_toe(self._rijen(pagina))

    def _rijen(self, pagina: Pagina) -> list[DossierRow]:
        vandaag = self._context.klok.vandaag()
        return [rij_van(regel, vandaag) for regel in pagina.regels]
