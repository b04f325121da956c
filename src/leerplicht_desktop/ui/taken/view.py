"""All open tasks, the most urgent first, and the last that ended."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from leerplicht_desktop.casework.queries.caseload import Caseload, TaakRegel, Werkplek
from leerplicht_desktop.casework.touched import Soort, Touched
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Column, Scroll
from leerplicht_desktop.ui.kit.tokens import Type
from leerplicht_desktop.ui.scherm.context import Context
from leerplicht_desktop.ui.scherm.scherm import Scherm
from leerplicht_desktop.ui.taaklijst.lijst import Takenlijst, geen_taken

_AFGEHANDELD = 10
_BREEDTE = 860


class TakenScherm(Scherm):
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
        self._lijst.add(Takenlijst(self._context, open_) if open_ else geen_taken())
        if klaar:
            self._lijst.add(Label(self.tr("Afgehandeld"), Type.HEADING))
            self._lijst.add(Takenlijst(self._context, klaar[:_AFGEHANDELD]))


def _taken(caseload: Caseload) -> tuple[tuple[TaakRegel, ...], tuple[TaakRegel, ...]]:
    lees = partial(caseload.taken, None)
    return lees(True), lees(False)
