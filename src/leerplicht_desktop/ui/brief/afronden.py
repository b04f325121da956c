"""How a letter ends: sealed and sent, or thrown away."""

from __future__ import annotations

from collections.abc import Callable

from leerplicht_desktop.casework.brief.bijhouden import brief_verwerpen
from leerplicht_desktop.casework.brief.verzegelen import brief_verzegelen
from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.casework.stuk.stap_zetten import Stapopgave, stukstap_zetten
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.domain.stuk.stuk import Stuk, Stukstap
from leerplicht_desktop.ui.scherm.context import Context


class Afronden:
    """``mis`` hears why something could not be done; then nothing was done."""

    def __init__(self, context: Context, mis: Callable[[Exception], None]) -> None:
        self._context = context
        self._mis = mis

    def verzegel(self, brief: str, titel: str, klaar: Callable[[Stuk, Touched], None]) -> None:
        """Make the final paper and seal it in one transaction."""
        papier = self._context.papier
        self._context.zij.submit(
            lambda: papier.brief(brief, definitief=True),
            lambda drukwerk: self._leg_vast(brief, titel, drukwerk, klaar),
            self._mis,
        )

    def verwerp(self, brief: str, klaar: Callable[[Touched], None]) -> None:
        """Throw a concept away."""
        self._context.doe(lambda work: brief_verwerpen(work, brief), klaar, self._mis)

    def zet_stap(self, stuk: str, opgave: Stapopgave, klaar: Callable[[Stukstap, Touched], None]) -> None:
        """Write down what happened to a sealed letter."""
        klok = self._context.klok
        self._context.doe(
            lambda work: stukstap_zetten(work, klok, stuk, opgave),
            lambda antwoord: klaar(*antwoord),
            self._mis,
        )

    def _leg_vast(
        self, brief: str, titel: str, drukwerk: Drukwerk, klaar: Callable[[Stuk, Touched], None]
    ) -> None:
        klok = self._context.klok
        self._context.doe(
            lambda work: brief_verzegelen(work, klok, brief, drukwerk, titel),
            lambda antwoord: klaar(*antwoord),
            self._mis,
        )
