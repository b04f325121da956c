"""Opening the vault: derive the key off the screens' thread, answer calmly, wait when it was wrong often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import Protocol

from leerplicht_desktop.casework.ports.kluis import Kluis
from leerplicht_desktop.casework.ports.lane import Lane
from leerplicht_desktop.casework.problems import (
    AndereSleutelbos,
    KluisBeschadigd,
    KluisProblem,
    SleutelbosOpSlot,
    SleutelbosWeg,
    SleutelsOuder,
    VerkeerdeWachtzin,
)


@dataclass(frozen=True, slots=True)
class OntgrendelBeeld:
    """What the view shows. ``wacht`` is in whole seconds; 0 means: try."""

    bezig: bool = False
    fout: str = ""
    remedie: str = ""
    blokkeert: bool = False
    """The vault itself has a problem: typing again does not help."""
    wacht: int = 0
    terug_te_zetten: bool = False
    """The file is damaged, the key is not: a backup may take its place."""
    te_herstellen: bool = False
    """The key is gone, the file is not: the municipality may open it."""


class OntgrendelView(Protocol):
    """What the presenter needs of the view."""

    def toon_beeld(self, beeld: OntgrendelBeeld) -> None:
        """Show it."""

    def leeg_veld(self) -> None:
        """Forget what was typed."""


class OntgrendelPresenter:
    """``open`` is called once, when the vault is open."""

    def __init__(self, kluis: Kluis, lane: Lane, view: OntgrendelView, open_: Callable[[], None]) -> None:
        self._kluis = kluis
        self._lane = lane
        self._view = view
        self._open = open_
        self._beeld = OntgrendelBeeld()

    @property
    def beeld(self) -> OntgrendelBeeld:
        """What is shown now."""
        return self._beeld

    def begin(self) -> None:
        """Ask the vault whether a wait is left from before a restart."""
        self._lane.submit(self._kluis.wacht_nog, self._wacht, self._mis)

    def ontgrendel(self, wachtzin: str) -> None:
        """Try a passphrase. An empty one is answered here; while busy or waiting nothing happens."""
        if self._beeld.bezig or self._beeld.wacht or self._beeld.blokkeert:
            return
        if not wachtzin:
            self._toon(OntgrendelBeeld(fout="Typ eerst je wachtzin."))
            return
        self._toon(OntgrendelBeeld(bezig=True))
        self._lane.submit(lambda: self._kluis.ontgrendel(wachtzin), lambda _: self._gelukt(), self._mis)

    def zet_terug(self, wachtzin: str) -> None:
        """The newest backup instead of the damaged file, with the same passphrase."""
        if self._beeld.bezig or not self._beeld.terug_te_zetten:
            return
        self._toon(OntgrendelBeeld(bezig=True))
        self._lane.submit(lambda: self._kluis.zet_terug(wachtzin), lambda _: self._gelukt(), self._mis)

    def tik(self) -> None:
        """One second passed."""
        if self._beeld.wacht:
            over = self._beeld.wacht - 1
            self._toon(
                OntgrendelBeeld(
                    fout=self._beeld.fout,
                    remedie=self._beeld.remedie if over else "Je kunt het opnieuw proberen.",
                    wacht=over,
                )
            )

    def _gelukt(self) -> None:
        self._view.leeg_veld()
        self._open()

    def _wacht(self, seconden: float) -> None:
        if seconden > 0:
            self._toon(
                OntgrendelBeeld(
                    fout="Er is een paar keer een verkeerde wachtzin getypt.", wacht=ceil(seconden)
                )
            )

    def _mis(self, fout: Exception) -> None:
        if isinstance(fout, VerkeerdeWachtzin):
            self._toon(OntgrendelBeeld(fout=fout.bericht, remedie=fout.remedie, wacht=ceil(fout.wacht)))
            return
        if isinstance(fout, SleutelbosOpSlot):
            self._toon(OntgrendelBeeld(fout=fout.bericht, remedie=fout.remedie))
            return
        if isinstance(fout, KluisProblem):
            self._toon(
                OntgrendelBeeld(
                    fout=fout.bericht,
                    remedie=fout.remedie,
                    blokkeert=True,
                    terug_te_zetten=isinstance(fout, KluisBeschadigd),
                    te_herstellen=isinstance(fout, SleutelbosWeg | AndereSleutelbos | SleutelsOuder),
                )
            )
            return
        raise fout

    def _toon(self, beeld: OntgrendelBeeld) -> None:
        self._beeld = beeld
        self._view.toon_beeld(beeld)
