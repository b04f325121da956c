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

LIJKT = "lijkt"
"""``gevonden_in`` of a name that sounds or is spelt like what was typed."""
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

    def open_rij(self, dossier: str) -> None:
        """Open the dossier of a row, as Enter on that row does."""

    def bij_open(self, dossier: str, *, erbij: bool, gevraagd: bool) -> None:
        """Whether the list holds the dossier beside it; ``gevraagd``: the officer changed the list."""


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
        self._onderweg = False
        self._eerste = ""
        self._opent = False
        self._gevraagd = False
        self.naast = ""
        """The dossier beside the list: each answer says whether the list still holds it."""

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

    def open_eerste(self) -> None:
        """Open the first hit of what was typed, once its answer is there; another key takes that back."""
        self._opent = bool(self.zoektekst.strip())
        if not self._onderweg:
            self._open()

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
        self._onderweg = True
        self._gevraagd = self._gevraagd or boven
        if boven:
            self._opent = False
        tekst, filter_, naast = self.zoektekst, self.filter, self.naast

        def vraag(caseload: Caseload) -> tuple[Pagina, Tellingen | None, bool]:
            pagina = caseload.zoek(tekst, filter_, None, aantal)
            tellingen = caseload.tellingen(vandaag) if vandaag is not None else None
            return pagina, tellingen, not naast or _toont(caseload, naast, tekst, filter_)

        def toon(antwoord: tuple[Pagina, Tellingen | None, bool]) -> None:
            self._toon(*antwoord[:2], boven=boven)
            gevraagd, self._gevraagd = self._gevraagd, False
            if naast and naast == self.naast:
                self._weergave.bij_open(naast, erbij=antwoord[2], gevraagd=gevraagd)
            self._open()

        self._vraag = self._context.lees(vraag, toon)

    def _toon(self, pagina: Pagina, tellingen: Tellingen | None, *, boven: bool) -> None:
        self._onderweg = False
        eerste = next(iter(pagina.regels), None)
        # What only looks like the word may be another family: that is chosen, never opened by Enter.
        self._eerste = eerste.dossier if eerste is not None and eerste.gevonden_in != LIJKT else ""
        if tellingen is not None:
            self._weergave.toon_tellingen(tellingen)
        self._na, self._geladen = pagina.na, len(pagina.regels)
        self._weergave.toon_rijen(self._rijen(pagina), pagina.totaal, boven=boven)

    def _open(self) -> None:
        opent, self._opent = self._opent, False
        if opent and self._eerste:
            self._weergave.open_rij(self._eerste)

    def _erbij(self, pagina: Pagina) -> None:
        self._haalt_meer = False
        self._na = pagina.na
        self._geladen += len(pagina.regels)
        self._weergave.voeg_toe(self._rijen(pagina))

    def _rijen(self, pagina: Pagina) -> list[DossierRow]:
        vandaag = self._context.klok.vandaag()
        return [rij_van(regel, vandaag) for regel in pagina.regels]


def _toont(caseload: Caseload, dossier: str, tekst: str, filter_: DossierFilter) -> bool:
    """Whether the list holds it. One that left the caseload is no matter of the list: its page says so."""
    weg = not caseload.in_lijst(dossier, "", DossierFilter.ALLE)
    return weg or caseload.in_lijst(dossier, tekst, filter_)
