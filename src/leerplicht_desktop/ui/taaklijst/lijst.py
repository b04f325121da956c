"""Tasks as cards: ending one goes through the act at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leerplicht_desktop.casework.queries.caseload import TaakRegel
from leerplicht_desktop.casework.taak.maken import taak_afhandelen
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.taak.taak import Afhandeling
from leerplicht_desktop.ui.kit.empty import EmptyState
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.scherm.context import Context

from .kaart import TaakKaart


class Takenlijst(Column):
    """``dossier`` is the one on the screen: its own name and link are left out."""

    def __init__(self, context: Context, taken: Sequence[TaakRegel], dossier: str = "") -> None:
        super().__init__(gap=8)
        self._context = context
        for taak in taken:
            anderen = tuple(ander for ander in taak.dossiers if ander != dossier)
            self.add(self._kaart(replace(taak, dossiers=anderen)))

    def _kaart(self, taak: TaakRegel) -> TaakKaart:
        kaart = TaakKaart(taak, self._context.klok.vandaag(), met_naam=bool(taak.dossiers))
        kaart.gedaan.connect(lambda id_: self._handel_af(kaart, id_, Afhandeling.GEDAAN, ""))
        kaart.vervallen.connect(lambda id_, reden: self._handel_af(kaart, id_, Afhandeling.VERVALLEN, reden))
        kaart.geopend.connect(lambda dossier: self._context.navigatie.ga("dossiers", dossier))
        return kaart

    def _handel_af(self, kaart: TaakKaart, id_: str, hoe: Afhandeling, reden: str) -> None:
        klok = self._context.klok

        def mis(fout: Exception) -> None:
            if isinstance(fout, DomainError):
                kaart.toon_fout(fout.bericht)
            else:
                self._context.navigatie.probleem(fout)

        self._context.doe(
            lambda work: taak_afhandelen(work, klok, id_, hoe, reden), self._context.bulletin.meld, mis
        )


def geen_taken() -> EmptyState:
    """That nothing waits, and where tasks come from."""
    return EmptyState(
        Icon.CHECK,
        "Geen open taken",
        "Taken komen uit afspraken in een gesprek en uit een bezoek met niemand thuis.",
    )
