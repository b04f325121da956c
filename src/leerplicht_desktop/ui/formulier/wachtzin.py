"""Choosing a new passphrase, for the first start and for changing it: five words first, one's own judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from leerplicht_desktop.casework.ports.lane import Lane, Toekomst
from leerplicht_desktop.casework.ports.wachtzin import Wachtzinkeuze, Wachtzinoordeel

_ZWAK = "Deze wachtzin is te raden ({0}). Neem de vijf woorden hierboven, of maak je zin langer en vreemder."
_ONGELIJK = "De twee wachtzinnen zijn niet gelijk. Typ de tweede nog een keer."


class Keuzevlak(Protocol):
    """What the judge needs of the screen."""

    def toon_voorstel(self, woorden: str) -> None:
        """Show five words."""

    def toon_sterkte(self, oordeel: Wachtzinoordeel | None) -> None:
        """Show how strong what is typed is; None: nothing is typed."""


class Wachtzinkeuring:
    """Draws and judges on a lane. ``eigen`` are words that a guesser knows of the officer."""

    def __init__(self, keuze: Wachtzinkeuze, lane: Lane, vlak: Keuzevlak) -> None:
        self._keuze = keuze
        self._lane = lane
        self._vlak = vlak
        self._loopt: Toekomst | None = None
        self.eigen: Sequence[str] = ()

    def stel_voor(self) -> None:
        """Show five other words."""
        self._lane.submit(self._keuze.stel_voor, self._vlak.toon_voorstel)

    def getypt(self, wachtzin: str) -> None:
        """Judge what stands there now; an older question is dropped."""
        if self._loopt is not None:
            self._loopt.annuleer()
        if not wachtzin:
            self._vlak.toon_sterkte(None)
            return
        eigen = self.eigen
        self._loopt = self._lane.submit(lambda: self._keuze.keur(wachtzin, eigen), self._vlak.toon_sterkte)

    def beoordeel(
        self, wachtzin: str, herhaling: str, goed: Callable[[], None], fout: Callable[[str, str], None]
    ) -> None:
        """Call ``goed`` when it will do, or ``fout`` with the field and the sentence of what is wrong."""
        if wachtzin != herhaling:
            fout("herhaling", _ONGELIJK)
            return
        eigen = self.eigen

        def antwoord(oordeel: Wachtzinoordeel) -> None:
            if oordeel.genoeg:
                goed()
            else:
                fout("wachtzin", _ZWAK.format(oordeel.sterkte))

        self._lane.submit(lambda: self._keuze.keur(wachtzin, eigen), antwoord)
