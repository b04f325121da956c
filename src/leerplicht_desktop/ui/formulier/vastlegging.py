"""How a visit or a talk is finished: kept for good, told to everybody, and what stood in the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.ui.scherm.context import Context

from .bewaarder import Bewaarder

T = TypeVar("T")


class Vastlegging:
    """Runs the acts that end a draft. ``fout`` hears what the rules still ask."""

    def __init__(self, context: Context, bewaarder: Bewaarder, fout: Callable[[DomainError], None]) -> None:
        self._context = context
        self._bewaarder = bewaarder
        self._fout = fout

    def doe(self, act: Callable[[Work], T], klaar: Callable[[T], None]) -> None:
        """Run an act; a rule that says no goes to ``fout``, everything else to the window."""
        self._context.doe(act, klaar, self._mis)

    def verwerp(self, act: Callable[[Work], Touched | None]) -> None:
        """Take a draft away in which nothing was recorded."""
        self._context.doe(act, self._verworpen)

    def vastgelegd(self, bericht: Touched, zin: str, nieuwe_versie: Callable[[], None] | None) -> None:
        """It is kept: force it to the disk, tell it, and go back, or show the version that is now newest."""
        context = self._context
        self._bewaarder.duurzaam()
        context.opslag.submit(context.kluis.duurzaam, None, context.navigatie.probleem)
        context.navigatie.meld_bewaard(context.klok.nu())
        context.bulletin.meld(bericht)
        context.navigatie.toast(zin)
        if nieuwe_versie is not None:
            nieuwe_versie()
        else:
            context.navigatie.terug()

    def _verworpen(self, bericht: Touched | None) -> None:
        if bericht is not None:
            self._context.bulletin.meld(bericht)

    def _mis(self, fout: Exception) -> None:
        if isinstance(fout, DomainError):
            self._fout(fout)
        else:
            self._context.navigatie.probleem(fout)
