"""Which screen is shown, where the officer came from, and what each screen is told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.ui.scherm.scherm import Scherm

_DIEPTE = 20
"""How many steps back are remembered."""


class SchermKiezer(QObject):
    """Makes screens when they are first asked for, and keeps the way back."""

    getoond = Signal(object)
    gemaakt = Signal(object)

    def __init__(
        self, stapel: QStackedWidget, makers: dict[str, Callable[[], Scherm]], vorige: Werkplek | None = None
    ) -> None:
        """``vorige`` is where the officer came from before the program was locked or broke off."""
        super().__init__(stapel)
        self._stapel = stapel
        self._makers = makers
        self._schermen: dict[str, Scherm] = {}
        self._weg: list[Werkplek] = [vorige] if vorige is not None else []

    @property
    def huidig(self) -> Scherm | None:
        """The screen that is shown, if it is one of the work screens."""
        scherm = self._stapel.currentWidget()
        return scherm if isinstance(scherm, Scherm) and scherm.naam in self._makers else None

    @property
    def vorige(self) -> Werkplek | None:
        """Where :meth:`terug` leads, if anywhere."""
        return self._weg[-1] if self._weg else None

    def ga(self, werkplek: Werkplek) -> None:
        """Show ``werkplek``; a screen that no longer exists becomes the list."""
        vorig = self.huidig
        if vorig is not None:
            plek = vorig.werkplek()
            if (plek.scherm, plek.ding) != (werkplek.scherm, werkplek.ding):
                self._weg = [*self._weg[-_DIEPTE:], plek]
        self._toon(werkplek)

    def terug(self) -> None:
        """To where the officer came from; at the start of the way that is the list."""
        self._toon(self._weg.pop() if self._weg else Werkplek())

    def geraakt(self, touched: Touched) -> None:
        """Tell every screen that was made."""
        for scherm in self._schermen.values():
            scherm.geraakt(touched)

    def plek(self) -> Werkplek | None:
        """Where the officer is, for the vault to remember."""
        scherm = self.huidig
        return scherm.werkplek() if scherm is not None else None

    def sluit(self) -> None:
        """Take every screen away."""
        if self.huidig is not None:
            self.huidig.verlaat()
        for scherm in self._schermen.values():
            self._stapel.removeWidget(scherm)
            scherm.deleteLater()
        self._schermen.clear()

    def _toon(self, werkplek: Werkplek) -> None:
        vorig = self.huidig
        if vorig is not None:
            vorig.verlaat()
        naam = werkplek.scherm if werkplek.scherm in self._makers else Werkplek().scherm
        if naam not in self._schermen:
            scherm = self._makers[naam]()
            self._schermen[naam] = scherm
            self.gemaakt.emit(scherm)
            self._stapel.addWidget(scherm)
        scherm = self._schermen[naam]
        self._stapel.setCurrentWidget(scherm)
        self.getoond.emit(scherm)
        scherm.toon(werkplek)
