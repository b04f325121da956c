"""What people decided of refused work, on a vault in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from leerplicht_desktop.casework.ports.brievenbus import Antwoord, AntwoordSoort
from leerplicht_desktop.casework.touched import Soort, Touched, touched

if TYPE_CHECKING:
    from .fake_kluis import Staat


class FakeOordelen:
    """Obeys the port ``Oordelen`` on a Staat."""

    def __init__(self, staat: Staat, punt: Callable[[str], None]) -> None:
        self._staat = staat
        self._punt = punt

    def afgewezen(self, aantal: int) -> tuple[str, ...]:
        """See the port."""
        return tuple(
            rij.verzending.op
            for rij in reversed(self._staat.uitvak)
            if rij.antwoord is not None
            and rij.antwoord.soort is AntwoordSoort.REJECTED
            and not rij.antwoord.reden.startswith("afgewezen")
        )[:aantal]

    def herzie(self, antwoorden: Sequence[Antwoord]) -> Touched:
        """See the port."""
        per_op = {antwoord.op: antwoord for antwoord in antwoorden}
        for rij in self._staat.uitvak:
            nieuw = per_op.get(rij.verzending.op)
            if nieuw and rij.antwoord and rij.antwoord.soort is AntwoordSoort.REJECTED:
                rij.antwoord = nieuw
        self._punt("mid_store")
        return touched(Soort.SYNC)
