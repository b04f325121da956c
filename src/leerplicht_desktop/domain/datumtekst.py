"""Dates as a Dutch reader expects them; `strftime` would follow the machine's locale."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_KORTE_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


@lru_cache(maxsize=4096)
def kort(dag: date) -> str:
    """Return ``01-08-2026``: for lists, inputs of an explanation and file lines."""
    return f"{dag.day:02d}-{dag.month:02d}-{dag.year:04d}"


def lang(dag: date) -> str:
    """Return ``1 augustus 2026``: for running text."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def met_weekdag(dag: date) -> str:
    """Return ``zaterdag 1 augustus 2026``: for an appointment or a day in a proces-verbaal."""
    return f"{WEEKDAGEN[dag.weekday()]} {lang(dag)}"


def met_dag(dag: date, vandaag: date | None = None) -> str:
    """Return ``di 24 nov``; with the year when ``vandaag`` is given and lies in another one."""
    tekst = f"{WEEKDAGEN[dag.weekday()][:2]} {dag.day} {_KORTE_MAANDEN[dag.month - 1]}"
    return tekst if vandaag is None or vandaag.year == dag.year else f"{tekst} {dag.year}"


def periode(van: date, tot: date) -> str:
    """Return both ends of a period that includes them, or the day alone when they are one."""
    return kort(van) if van == tot else f"{kort(van)} t/m {kort(tot)}"


def dagen_in_woorden(dagen: Iterable[date]) -> str:
    """Return ``9 november 2026``, ``10 tot en met 13 november 2026`` or both with ``en``: each run once."""
    stukken: list[tuple[date, date]] = []
    for dag in sorted(set(dagen)):
        if stukken and (dag - stukken[-1][1]).days == 1:
            stukken[-1] = (stukken[-1][0], dag)
        else:
            stukken.append((dag, dag))
    delen = [_van_tot(van, tot) for van, tot in stukken]
    return " en ".join(filter(None, (", ".join(delen[:-1]), *delen[-1:])))


def _van_tot(van: date, tot: date) -> str:
    if van == tot:
        return lang(van)
    begin = lang(van)
    if van.year == tot.year:
        begin = str(van.day) if van.month == tot.month else f"{van.day} {MAANDEN[van.month - 1]}"
    return f"{begin} tot en met {lang(tot)}"
