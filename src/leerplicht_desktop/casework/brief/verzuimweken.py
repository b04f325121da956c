"""The hours missed per week, from what schools reported: what the verzuimbeeld shows a parent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from leerplicht_desktop.casework.queries.caseload import DossierBeeld, MeldingBeeld, SchoolBeeld
from leerplicht_desktop.domain.wet.kalender import Regio, Schoolkalender, regiokalender

_WEEK = timedelta(days=7)
_GEWOON = 8
"""Weeks that are shown unless the officer chooses others: two months fit on the kitchen table."""
_NOG_OPEN = frozenset({"OVERIG"})
"""Kinds of report whose hours may still turn out to have a valid reason."""


@dataclass(frozen=True, slots=True)
class Weekuren:
    """One week: hours without a valid reason, and hours of which the reason is not known yet."""

    maandag: date
    zonder_reden: Decimal
    nog_open: Decimal
    vakantie: bool


def gemelde_periode(meldingen: Sequence[MeldingBeeld]) -> tuple[date, date] | None:
    """First and last day of the last eight weeks with reports; None when no hours were reported."""
    dagen = _dagen(meldingen)
    return (max(min(dagen), _vanaf(dagen)), max(dagen)) if dagen else None


def gemelde_dagen(meldingen: Sequence[MeldingBeeld]) -> tuple[date, ...]:
    """The days with reported hours in that period, the oldest first."""
    dagen = _dagen(meldingen)
    return tuple(sorted(dag for dag in dagen if dag >= _vanaf(dagen)))


def _dagen(meldingen: Sequence[MeldingBeeld]) -> set[date]:
    return {dag for melding in _van_een_eenheid(meldingen) for dag, uren in melding.dagen if uren}


def _vanaf(dagen: set[date]) -> date:
    return _maandag(max(dagen)) - (_GEWOON - 1) * _WEEK


def verzuimweken(beeld: DossierBeeld, van: date, tot: date) -> tuple[Weekuren, ...]:
    """Each week from that of ``van`` to that of ``tot``, with the reported hours of those days only.

    A day that two reports name counts once, with the larger number. Hours of reports in another unit than
    the newest are left out: lessons and clock hours are never added up.
    """
    zonder, open_ = dict[date, Decimal](), dict[date, Decimal]()
    for melding in _van_een_eenheid(beeld.meldingen):
        per_dag = open_ if melding.soort in _NOG_OPEN else zonder
        for dag, uren in melding.dagen:
            if van <= dag <= tot:
                per_dag[dag] = max(per_dag.get(dag, Decimal(0)), Decimal(str(uren)))
    # A day of which one report is certain is certain.
    open_ = {dag: uren for dag, uren in open_.items() if dag not in zonder}
    kalender = _kalender(beeld.school)
    maandagen = (_maandag(van) + n * _WEEK for n in range((_maandag(tot) - _maandag(van)).days // 7 + 1))
    return tuple(_week(maandag, zonder, open_, kalender) for maandag in maandagen)


def _week(
    maandag: date, zonder: dict[date, Decimal], open_: dict[date, Decimal], kalender: Schoolkalender | None
) -> Weekuren:
    dagen = [maandag + timedelta(days=n) for n in range(7)]
    gemist = sum((zonder.get(dag, Decimal(0)) for dag in dagen), Decimal(0))
    onbekend = sum((open_.get(dag, Decimal(0)) for dag in dagen), Decimal(0))
    vrij = kalender is not None and kalender.kent(maandag) and kalender.lesweek(maandag) is None
    return Weekuren(maandag, gemist, onbekend, vakantie=vrij and not gemist + onbekend)


def eenheid_van(meldingen: Sequence[MeldingBeeld]) -> str:
    """``lesuren`` or ``klokuren``: the unit of the newest report."""
    return {"klokuur": "klokuren", "lesuur": "lesuren"}.get(meldingen[0].eenheid if meldingen else "", "uren")


def _van_een_eenheid(meldingen: Sequence[MeldingBeeld]) -> list[MeldingBeeld]:
    return [melding for melding in meldingen if melding.eenheid == meldingen[0].eenheid]


def _maandag(dag: date) -> date:
    return dag - timedelta(days=dag.weekday())


def _kalender(school: SchoolBeeld | None) -> Schoolkalender | None:
    return regiokalender(Regio(school.regio)) if school is not None and school.regio else None
