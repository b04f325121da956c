"""What the municipality decided for this laptop, for whoever uses it."""

from __future__ import annotations

from dataclasses import dataclass

KORTSTE_MINUTEN = 2
"""After so many idle minutes the program locks when what was decided about it cannot be read."""


@dataclass(frozen=True, slots=True)
class Beleidsregel:
    """One thing that was decided: what it is about, what was decided, and where that stands."""

    onderwerp: str
    besluit: str
    bron: str


@dataclass(frozen=True, slots=True)
class Beleid:
    """What is empty or nought was not decided: then the officer chooses, or nothing is different.

    ``vergrendel_na`` is in minutes. ``fouten`` are sentences about what could not be read; what guards the
    vault then has its strictest value, so that a mistake of an administrator opens nothing.
    """

    server: str = ""
    ca_bestand: str = ""
    proxy: str = ""
    vergrendel_na: int = 0
    exporteren: bool = True
    formulierenmap: str = ""
    regels: tuple[Beleidsregel, ...] = ()
    fouten: tuple[str, ...] = ()

    def vergrendeltijd(self, gekozen: str | None, gewoon: float) -> float:
        """Idle minutes before a lock: what was chosen, or ``gewoon``, and at most what was decided."""
        eigen = float(gekozen) if gekozen else gewoon
        return min(eigen, self.vergrendel_na) if self.vergrendel_na else eigen


VRIJ = Beleid()
"""Nothing was decided."""
