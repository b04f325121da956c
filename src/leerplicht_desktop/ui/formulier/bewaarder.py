"""Keeps what an officer records the moment it happens, and says so only when it stands in the file.

A change that the disk refused is offered again every two seconds until it is kept: nothing that stands on the
screen is forgotten because the disk was full for a while.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.scherm.context import Context

T = TypeVar("T")

VAST_NA_MS = 1000
"""One forced write to the disk per second of activity (milliseconds)."""
OPNIEUW_NA_MS = 2000


class Bewaarder(QObject):
    """Hands changes to the store lane in order. ``sleutel`` names what a change is about: the newest wins."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._beurt: dict[str, int] = {}
        self._wachtend: dict[str, Callable[[], None]] = {}
        self._los = False
        self._gemeld: type[Exception] | None = None
        self._seconde = QTimer(self)
        self._seconde.setSingleShot(True)
        self._seconde.setInterval(VAST_NA_MS)
        self._seconde.timeout.connect(self.duurzaam)
        self._herkansing = QTimer(self)
        self._herkansing.setSingleShot(True)
        self._herkansing.setInterval(OPNIEUW_NA_MS)
        self._herkansing.timeout.connect(self.probeer_opnieuw)

    @property
    def wacht(self) -> bool:
        """Whether something was refused by the disk and still has to be kept."""
        return bool(self._wachtend)

    def bewaar(
        self,
        sleutel: str,
        act: Callable[[Work], T],
        klaar: Callable[[T], None] | None = None,
        mis: Callable[[DomainError], None] | None = None,
    ) -> None:
        """Run ``act`` in one transaction; ``klaar`` hears its answer after the commit came back.

        A DomainError goes to ``mis``; without ``mis``, and for everything else, to the window.
        """
        beurt = self._beurt[sleutel] = self._beurt.get(sleutel, 0) + 1
        self._wachtend.pop(sleutel, None)

        def gelukt(antwoord: T) -> None:
            if klaar is not None:
                klaar(antwoord)
            self._gelukt()

        def mislukt(fout: Exception) -> None:
            if isinstance(fout, DomainError) and mis is not None:
                mis(fout)
                return
            if isinstance(fout, BekendProbleem):
                if self._beurt[sleutel] == beurt:
                    self._wachtend[sleutel] = lambda: self.bewaar(sleutel, act, klaar, mis)
                self._herkansing.start()
                if self._gemeld is type(fout):
                    return
                self._gemeld = type(fout)
            self._context.navigatie.probleem(fout)

        self._context.doe(act, gelukt, mislukt)

    def probeer_opnieuw(self) -> None:
        """Offer what was refused once more, in its order."""
        for opnieuw in list(self._wachtend.values()):
            opnieuw()

    def duurzaam(self) -> None:
        """Force what was kept to the disk: once a second of activity, at blur, when leaving and at finish."""
        self._seconde.stop()
        if self._los:
            self._los = False
            self._context.opslag.submit(self._context.kluis.duurzaam, None, self._context.navigatie.probleem)

    def _gelukt(self) -> None:
        self._los = True
        if not self._seconde.isActive():
            self._seconde.start()
        if not self._wachtend:
            self._gemeld = None
            self._context.navigatie.meld_bewaard(self._context.klok.nu())
