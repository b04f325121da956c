"""A document as a file outside the vault: written whole or not at all, and logged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.stuk.afdruk_loggen import Afdrukwijze, afdruk_loggen
from leerplicht_desktop.ui.scherm.context import Context

from .bestand import sla_op


class Uitvoeren:
    """Writes on the side lane, then adds a line to the log of prints. ``woord`` names what was saved."""

    def __init__(self, context: Context, woord: str) -> None:
        self._context = context
        self._woord = woord

    def schrijf(self, stuk: str, pdf: bytes, pad: Path, mis: Callable[[BekendProbleem], None]) -> None:
        """Write ``pdf`` where the officer chose; ``mis`` hears why it could not be."""
        if not pdf:
            return

        def mislukt(fout: Exception) -> None:
            if isinstance(fout, BekendProbleem):
                mis(fout)
            else:
                self._context.navigatie.probleem(fout)

        self._context.zij.submit(lambda: sla_op(pdf, pad), lambda _: self._geschreven(stuk, pad), mislukt)

    def _geschreven(self, stuk: str, pad: Path) -> None:
        klok = self._context.klok
        # The folder may name a person; where on the laptop it went says enough.
        waar = "bestand op deze laptop" if pad.is_relative_to(Path.home()) else "bestand buiten de eigen map"
        self._context.doe(
            lambda work: afdruk_loggen(work, klok, stuk, Afdrukwijze.UITGEVOERD, waar),
            self._context.bulletin.meld,
        )
        self._context.navigatie.toast(f"{self._woord} opgeslagen. Dit bestand staat nu buiten de kluis.")
