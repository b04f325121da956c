"""Between the preview and the paper: made in memory, drawn page by page, exported on demand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from leerplicht_desktop.casework.ports import Toekomst
from leerplicht_desktop.casework.problems import KnownProblem
from leerplicht_desktop.casework.queries import Caseload
from leerplicht_desktop.casework.roads import Paginabeeld
from leerplicht_desktop.ui.bladen.bestand import sla_op
from leerplicht_desktop.ui.context import Context
from leerplicht_desktop.ui.kit.dates import short_moment
from leerplicht_desktop.ui.woorden import opsomming, plaatselijk


@dataclass(frozen=True, slots=True)
class Kop:
    """What stands above the page; ``bestandsnaam`` names no person."""

    namen: str
    wanneer: str
    bestandsnaam: str


class Weergave(Protocol):
    """What the presenter asks of the screen."""

    def toon_kop(self, kop: Kop) -> None:
        """Say whose report it is."""

    def toon_bezig(self) -> None:
        """The report is being made."""

    def toon_pagina(self, beeld: Paginabeeld, nummer: int, aantal: int) -> None:
        """Show a page; ``nummer`` from 0."""

    def toon_probleem(self, probleem: KnownProblem, *, bij_export: bool) -> None:
        """Say what went wrong and what to do."""


class VerslagPresenter:
    """One report at a time. Its bytes are forgotten when the screen is left."""

    def __init__(self, context: Context, weergave: Weergave) -> None:
        self._context = context
        self._weergave = weergave
        self._bezoek = ""
        self._pdf = b""
        self._aantal = 0
        self._nummer = 0
        self._dpi = 96.0
        self._onderweg: list[Toekomst] = []

    @property
    def klaar(self) -> bool:
        """Whether there is a report to show or export."""
        return bool(self._pdf)

    def open(self, bezoek: str, dpi: float) -> None:
        """Make the report of a visit and show its first page at ``dpi`` device pixels per inch."""
        self.sluit()
        self._bezoek, self._dpi, self._nummer = bezoek, dpi, 0
        self._weergave.toon_bezig()
        self._onderweg.append(self._context.lees(lambda caseload: _kop(caseload, bezoek), self._kop_gelezen))

    def sluit(self) -> None:
        """Forget the report and every answer that is still on its way."""
        for toekomst in self._onderweg:
            toekomst.annuleer()
        self._onderweg = []
        self._pdf, self._aantal = b"", 0

    def maak(self) -> None:
        """Make the report (again)."""
        bezoek, papier = self._bezoek, self._context.papier
        self._weergave.toon_bezig()

        def job() -> tuple[bytes, int]:
            pdf = papier.bezoekverslag(bezoek)
            return pdf, papier.aantal_paginas(pdf)

        self._onderweg.append(self._context.zij.submit(job, self._gemaakt, self._mis))

    def blader(self, stap: int) -> None:
        """Another page."""
        self._nummer = min(max(self._nummer + stap, 0), max(0, self._aantal - 1))
        self._teken()

    def zoom(self, dpi: float) -> None:
        """The same page at another resolution, in device pixels per inch."""
        if dpi != self._dpi:
            self._dpi = dpi
            self._teken()

    def exporteer(self, pad: Path) -> None:
        """Write the report where the officer chose."""
        pdf = self._pdf
        if pdf:
            self._context.zij.submit(lambda: sla_op(pdf, pad), self._geexporteerd, self._export_mis)

    def _kop_gelezen(self, kop: Kop | None) -> None:
        if kop is None:
            self._context.navigatie.toast("Dit bezoek staat niet meer op deze laptop.")
            self._context.navigatie.terug()
            return
        self._weergave.toon_kop(kop)
        self.maak()

    def _gemaakt(self, antwoord: tuple[bytes, int]) -> None:
        self._pdf, self._aantal = antwoord
        self._teken()

    def _teken(self) -> None:
        if not self._pdf:
            return
        pdf, nummer, dpi, papier = self._pdf, self._nummer, self._dpi, self._context.papier
        for toekomst in self._onderweg:
            toekomst.annuleer()
        self._onderweg = [
            self._context.zij.submit(
                lambda: papier.pagina(pdf, nummer, dpi),
                lambda beeld: self._weergave.toon_pagina(beeld, nummer, self._aantal),
                self._mis,
            )
        ]

    def _geexporteerd(self, _: None) -> None:
        self._context.navigatie.toast("Verslag opgeslagen. Dit bestand staat nu buiten de kluis.")

    def _mis(self, fout: Exception) -> None:
        if isinstance(fout, KnownProblem):
            self._weergave.toon_probleem(fout, bij_export=False)
        else:
            self._context.navigatie.probleem(fout)

    def _export_mis(self, fout: Exception) -> None:
        if isinstance(fout, KnownProblem):
            self._weergave.toon_probleem(fout, bij_export=True)
        else:
            self._context.navigatie.probleem(fout)


def _kop(caseload: Caseload, id_: str) -> Kop | None:
    try:
        bezoek = caseload.bezoek(id_)
    except KeyError:
        return None
    beelden = [beeld for dossier in bezoek.dossiers if (beeld := caseload.dossier(dossier)) is not None]
    begonnen = plaatselijk(bezoek.begonnen_op)
    dag: date = begonnen.date()
    return Kop(
        opsomming(beeld.naam for beeld in beelden),
        short_moment(begonnen),
        f"bezoekverslag-{dag.isoformat()}.pdf",
    )
