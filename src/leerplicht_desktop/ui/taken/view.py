"""All open tasks, the most urgent first, and the last that ended."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from leerplicht_desktop.casework.queries import Caseload, TaakRegel, Werkplek
from leerplicht_desktop.casework.taak_maken import taak_afhandelen
from leerplicht_desktop.casework.touched import Soort, Touched
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.taak import Afhandeling
from leerplicht_desktop.ui.context import Context
from leerplicht_desktop.ui.kit.empty import EmptyState
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column, Scroll
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.screen import Screen
from leerplicht_desktop.ui.taakregel import TaakKaart

_AFGEHANDELD = 10
_BREEDTE = 860


class TakenScherm(Screen):
    """Lists tasks and records how they end."""

    naam = "taken"

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.titel = self.tr("Taken")
        self._context = context
        self._lijst = Column(gap=8)
        self._lijst.setObjectName("taken.lijst")
        inhoud = Column(Label(self.titel, Type.TITLE), self._lijst, 1, gap=16, margins=(24, 24, 24, 24))
        buiten = QVBoxLayout(self)
        buiten.setContentsMargins(0, 0, 0, 0)
        buiten.addWidget(Scroll(inhoud, self.titel))

    def toon(self, werkplek: Werkplek) -> None:
        """Read the tasks."""
        self._lees()

    def geraakt(self, touched: Touched) -> None:
        """A task was made or ended."""
        if touched.raakt(Soort.TAAK) and self.isVisible():
            self._lees()

    def _lees(self) -> None:
        self._context.lees(_taken, self._toon_taken)

    def _toon_taken(self, taken: tuple[tuple[TaakRegel, ...], tuple[TaakRegel, ...]]) -> None:
        open_, klaar = taken
        self._lijst.clear()
        if not open_:
            self._lijst.add(
                EmptyState(
                    Icon.CHECK,
                    self.tr("Geen open taken"),
                    self.tr("Taken komen uit afspraken in een gesprek en uit een bezoek met niemand thuis."),
                )
            )
        for taak in open_:
            self._lijst.add(self._kaart(taak))
        if klaar:
            self._lijst.add(Label(self.tr("Afgehandeld"), Type.HEADING))
        for taak in klaar[:_AFGEHANDELD]:
            self._lijst.add(self._kaart(taak))

    def _kaart(self, taak: TaakRegel) -> QWidget:
        kaart = TaakKaart(taak, self._context.klok.vandaag())
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


def _taken(caseload: Caseload) -> tuple[tuple[TaakRegel, ...], tuple[TaakRegel, ...]]:
    lees = partial(caseload.taken, None)
    return lees(True), lees(False)
