"""The questions of a procedure, and its answers as the rule reads them.

A question is data: what is asked, in which form, and beside which other answers it is asked at all. An answer
to a question that is not asked any more does not count; it stays, so that it is back when the question is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leerplicht_desktop.domain.errors import DomainError

Waarde = str | bool | int | None
"""An answer: text, the key of a choice, yes or no, a number, or a day as ISO 8601 text; None: no answer."""

Gegeven = Mapping[str, Waarde]
"""Answers by the name of their question."""


class Vraagsoort(StrEnum):
    """In which form an answer is given."""

    TEKST = "tekst"
    REGEL = "tekstregel"
    DAG = "datum"
    GETAL = "getal"
    JA_NEE = "janee"
    KEUZE = "keuze"


@dataclass(frozen=True, slots=True)
class Vraag:
    """One question. ``kop`` begins a new part of the form; ``bij`` names the answers that make it asked.

    ``nodig`` questions must be answered before anything can be recorded.
    """

    naam: str
    label: str
    soort: Vraagsoort
    uitleg: str = ""
    keuzes: tuple[tuple[str, str], ...] = ()
    bij: tuple[tuple[str, tuple[Waarde, ...]], ...] = ()
    kop: str = ""
    nodig: bool = False

    def gesteld(self, gegeven: Gegeven) -> bool:
        """Whether it is asked beside these answers."""
        return all(gegeven.get(naam) in waarden for naam, waarden in self.bij)


@dataclass(frozen=True, slots=True)
class Antwoorden:
    """The answers that count, each by its form."""

    gegeven: Gegeven

    def dag(self, naam: str) -> date | None:
        """A day. Raises DomainError for a text that is none."""
        waarde = self.gegeven.get(naam)
        if not isinstance(waarde, str) or not waarde:
            return None
        try:
            return date.fromisoformat(waarde)
        except ValueError:
            raise DomainError(naam, "Dit is geen dag. Typ bijvoorbeeld 21-11-2026.") from None

    def ja(self, naam: str) -> bool | None:
        """Yes or no; None while nobody said."""
        waarde = self.gegeven.get(naam)
        return waarde if isinstance(waarde, bool) else None

    def getal(self, naam: str) -> int | None:
        """A whole number."""
        waarde = self.gegeven.get(naam)
        return waarde if isinstance(waarde, int) and not isinstance(waarde, bool) else None

    def tekst(self, naam: str) -> str:
        """A text or the key of a choice; empty without one."""
        waarde = self.gegeven.get(naam)
        return waarde.strip() if isinstance(waarde, str) else ""

    def heeft(self, naam: str) -> bool:
        """Whether there is an answer."""
        return self.gegeven.get(naam) not in (None, "")


def gestelde(vragen: Sequence[Vraag], gegeven: Gegeven, afgeleid: Gegeven) -> tuple[Vraag, ...]:
    """The questions that are asked, in order. ``afgeleid`` is what the rule worked out from the answers."""
    zicht: dict[str, Waarde] = dict(afgeleid)
    rij = []
    for vraag in vragen:
        if vraag.gesteld(zicht):
            zicht[vraag.naam] = gegeven.get(vraag.naam)
            rij.append(vraag)
    return tuple(rij)
