"""What the law says of a dossier as the screen shows it: two sentences, and the weeks of the chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.domain.datumtekst import met_dag
from leerplicht_desktop.domain.verzuim.uitspraak import Uitspraak, plichtuitspraak, urenuitspraak
from leerplicht_desktop.domain.verzuim.urengrens import Urengrens
from leerplicht_desktop.domain.verzuim.weken import (
    Verzuimuren,
    Weekuren,
    eenheidswoord,
    grens_van,
    laatste_weken,
    verzuimuren,
    weekstand,
)
from leerplicht_desktop.domain.wet.kalender import Schoolkalender, kalender_van
from leerplicht_desktop.ui.kit.chart import WeekHours, hours

WEKEN = 12
"""The chart shows at most this many school weeks."""
_RUIMTE = 4
"""In weeks: how far apart the words "16 op do 5 nov" have to stand."""


@dataclass(frozen=True, slots=True)
class Rechtsbeeld:
    """The duty of today, the hours, and the weeks of the chart (``eenheid`` empty: no reports)."""

    plicht: Uitspraak
    uren: Uitspraak
    weken: tuple[WeekHours, ...]
    grens: Urengrens
    eenheid: str
    onbeslist: bool
    """Some hours may still have a valid reason: they do not count, and are hatched."""
    weglating: str = ""
    """Which reported hours are neither in the chart nor in the count."""


def rechtsbeeld(beeld: DossierBeeld, vandaag: date) -> Rechtsbeeld:
    """Work it out for one dossier."""
    kalender = kalender_van(beeld.school.regio if beeld.school else "")
    uren = verzuimuren(beeld.meldingen)
    return Rechtsbeeld(
        plicht=plichtuitspraak(beeld.jongere.geboren, kalender, vandaag),
        uren=urenuitspraak(uren, kalender, vandaag),
        weken=_weken(uren, kalender, vandaag),
        grens=grens_van(uren, vandaag),
        eenheid=eenheidswoord(uren.eenheid) if uren.eenheid else "",
        onbeslist=bool(uren.nog_open),
        weglating=uren.weglating,
    )


def _weken(uren: Verzuimuren, kalender: Schoolkalender | None, vandaag: date) -> tuple[WeekHours, ...]:
    weken = laatste_weken(uren, kalender, WEKEN)
    return _leesbaar([_week(week, uren, kalender, vandaag) for week in weken])


def _week(week: Weekuren, uren: Verzuimuren, kalender: Schoolkalender | None, vandaag: date) -> WeekHours:
    nummer = week.maandag.isocalendar().week
    if week.vakantie:
        return WeekHours(nummer, holiday=True)
    zonder, open_ = float(week.zonder_reden), float(week.nog_open)
    stand = weekstand(uren, kalender, week.maandag)
    if stand is None:
        return WeekHours(nummer, zonder, open_)
    hoogte, bereikt = float(stand.uren), ""
    if stand.bereikt is not None:
        bereikt = f"{hours(hoogte)} op {met_dag(stand.bereikt.einde, vandaag)}"
    return WeekHours(nummer, zonder, open_, hoogte, bereikt)


def _leesbaar(weken: Sequence[WeekHours]) -> tuple[WeekHours, ...]:
    """Shorten the words of limits that were reached close together: beside each other they would not fit."""
    plaatsen = [plaats for plaats, week in enumerate(weken) if week.reached]
    dicht = {een for een in plaatsen for ander in plaatsen if 0 < abs(een - ander) < _RUIMTE}
    return tuple(
        replace(week, reached=week.reached.partition(" ")[0]) if plaats in dicht else week
        for plaats, week in enumerate(weken)
    )
