"""A term day by day: what counts, what does not, and why. The screen paints this and a reader hears it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from leerplicht_desktop.domain.wet.feestdagen import rustdag

from .termijnen import Richting, Termijn

_DAG = timedelta(days=1)


class Dagsoort(StrEnum):
    """What a day is within a term."""

    START = "start"
    TELT = "telt"
    TELT_NIET = "telt_niet"
    LAATSTE = "laatste"


@dataclass(frozen=True, slots=True)
class Strookdag:
    """One day. ``nummer`` is its place among the days that count, None where it does not count."""

    dag: date
    soort: Dagsoort
    nummer: int | None
    reden: str

    @property
    def telt(self) -> bool:
        """Whether the day is part of the counting."""
        return self.nummer is not None


def dagenstrook(termijn: Termijn) -> tuple[Strookdag, ...]:
    """Every day of a term from its event to its end, without gaps; a term counted back ends at its event."""
    if termijn.richting is Richting.TERUG:
        return _terug(termijn)
    geteld = [_geteld(termijn, dag, nummer) for nummer, dag in enumerate(termijn.uitleg.dagen, start=1)]
    erna = [_na(termijn, dag) for dag in _dagen(termijn.nominaal + _DAG, termijn.laatste_dag)]
    if termijn.richting is Richting.VASTE_DAG:
        return (*geteld, *erna)
    reden = f"{termijn.aanleiding}: deze dag telt niet mee"
    return (Strookdag(termijn.sinds, Dagsoort.START, None, reden), *geteld, *erna)


def _geteld(termijn: Termijn, dag: date, nummer: int) -> Strookdag:
    totaal = len(termijn.uitleg.dagen)
    if dag == termijn.laatste_dag:
        return Strookdag(dag, Dagsoort.LAATSTE, nummer, f"dag {nummer} van {totaal}: de laatste dag")
    if dag > termijn.laatste_dag:
        reden = f"{rustdag(dag)}: zorg dat je de werkdag ervoor klaar bent"
        return Strookdag(dag, Dagsoort.TELT_NIET, None, reden)
    if dag == termijn.nominaal:
        reden = f"dag {nummer} van {totaal}, maar {rustdag(dag)}: op deze dag eindigt geen termijn"
        return Strookdag(dag, Dagsoort.TELT, nummer, reden)
    return Strookdag(dag, Dagsoort.TELT, nummer, f"dag {nummer} van {totaal}")


def _na(termijn: Termijn, dag: date) -> Strookdag:
    if dag == termijn.laatste_dag:
        return Strookdag(dag, Dagsoort.LAATSTE, None, "eerste werkdag daarna: de laatste dag")
    return Strookdag(dag, Dagsoort.TELT_NIET, None, f"{rustdag(dag)}: de termijn loopt door")


def _terug(termijn: Termijn) -> tuple[Strookdag, ...]:
    totaal = len(termijn.uitleg.dagen)
    dagen = [
        Strookdag(dag, Dagsoort.TELT, nummer, f"dag {nummer} van {totaal} vóór {termijn.aanleiding}")
        for nummer, dag in enumerate(termijn.uitleg.dagen, start=1)
    ]
    laatste = Strookdag(termijn.laatste_dag, Dagsoort.LAATSTE, 1, f"laatste dag, dag 1 van {totaal}")
    return (laatste, *dagen[1:], Strookdag(termijn.sinds, Dagsoort.START, None, termijn.aanleiding))


def _dagen(van: date, tot: date) -> list[date]:
    return [van + _DAG * n for n in range((tot - van).days + 1)]
