"""Where the municipality was, on a vault in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from leerplicht_desktop.casework.ports.brievenbus import Antwoord, AntwoordSoort
from leerplicht_desktop.casework.touched import Soort, Touched, touched

if TYPE_CHECKING:
    from .fake_kluis import Staat


class FakePlaats:
    """Obeys the port ``Plaats`` on a Staat."""

    def __init__(self, staat: Staat, punt: Callable[[str], None]) -> None:
        self._staat = staat
        self._punt = punt

    def gezien(self) -> str:
        """See the port."""
        return self._staat.gezien

    def zie(self, gezien: str) -> None:
        """See the port."""
        self._staat.gezien = gezien

    def nagevraagd(self) -> datetime | None:
        """See the port."""
        return self._staat.nagevraagd

    def afgehandeld(self) -> tuple[str, ...]:
        """See the port."""
        return tuple(
            rij.verzending.op
            for rij in self._staat.uitvak
            if not rij.open
            and rij.antwoord is not None
            and (rij.antwoord.soort is not AntwoordSoort.REJECTED or rij.antwoord.ruw)
        )

    def vul_aan(self, gemist: Sequence[str], antwoorden: Sequence[Antwoord], op: datetime) -> Touched:
        """See the port."""
        nieuw = {antwoord.op: antwoord for antwoord in antwoorden}
        for rij in self._staat.uitvak:
            if rij.verzending.op in gemist:
                rij.antwoord = None
                self._staat.werk[rij.verzending.id] = rij.verzending
            elif not rij.open:
                rij.antwoord = nieuw.get(rij.verzending.op, rij.antwoord)
        self._staat.nagevraagd = op
        return touched(Soort.SYNC)

    def teruggezet(self, op: datetime) -> Touched:
        """See the port."""
        self._staat.spiegel = {key: replace(record, rev=0) for key, record in self._staat.spiegel.items()}
        self._staat.cursor = self._staat.gezien = ""
        self._staat.rondes.append((op, 0, 0, "GegevensTeruggezet"))
        self._punt("mid_opnieuw")
        return touched(Soort.DOSSIER, Soort.SYNC)
