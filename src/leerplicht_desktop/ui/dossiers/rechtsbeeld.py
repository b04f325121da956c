"""What the law says of a dossier, in words with the reasons: the duty of today and the sixteen hours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from leerplicht_desktop.casework.queries.caseload import DossierBeeld, MeldingBeeld, SchoolBeeld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.leerplicht import Plicht, plicht_op
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.verzuim.telling import Eenheid, Verzuimdag, Zestienuurtelling, zestien_uur
from leerplicht_desktop.domain.wet.kalender import Regio, Schoolkalender, regiokalender
from leerplicht_desktop.domain.wet.wetboek import bepaling
from leerplicht_desktop.ui.kit.chart import WeekHours, hours
from leerplicht_desktop.ui.kit.dates import short_date

WEKEN = 12
"""The chart shows at most this many school weeks."""
_ZONDER_OORDEEL = frozenset({"OVERIG"})
"""Kinds of report whose hours may still turn out to have a valid reason."""
_WEEK = timedelta(days=7)
_RUIMTE = 4
"""In weeks: how far apart the words "16 op do 5 nov" have to stand."""


@dataclass(frozen=True, slots=True)
class Uitspraak:
    """One sentence about the dossier; ``bereikt`` says that a limit was reached."""

    zin: str
    uitleg: Uitleg | None = None
    bereikt: bool = False


@dataclass(frozen=True, slots=True)
class Rechtsbeeld:
    """The duty of today, the sixteen hours, and the weeks of the chart (``eenheid`` empty: no reports)."""

    plicht: Uitspraak
    zestien: Uitspraak
    weken: tuple[WeekHours, ...]
    grens: int
    eenheid: str
    onbeslist: bool
    """Some hours may still have a valid reason: they do not count, and are hatched."""


def rechtsbeeld(beeld: DossierBeeld, vandaag: date) -> Rechtsbeeld:
    """Work it out for one dossier."""
    kalender = kalender_van(beeld.school)
    eenheid = beeld.meldingen[0].eenheid if beeld.meldingen else ""
    meldingen = [melding for melding in beeld.meldingen if melding.eenheid == eenheid]
    grens = bepaling("verzuim.zestien_uur", vandaag).getal("uren")
    tellend = [melding for melding in meldingen if melding.soort not in _ZONDER_OORDEEL]
    return Rechtsbeeld(
        plicht=_plicht(beeld.jongere.geboren, kalender, vandaag),
        zestien=_zestien(beeld, tellend, kalender, vandaag),
        weken=_weken(meldingen, kalender, vandaag),
        grens=grens,
        eenheid={"klokuur": "klokuren", "lesuur": "lesuren"}.get(eenheid, ""),
        onbeslist=len(tellend) < len(meldingen),
    )


def kalender_van(school: SchoolBeeld | None) -> Schoolkalender | None:
    """The holidays of the region of the school; None when the region is unknown."""
    return regiokalender(Regio(school.regio)) if school is not None and school.regio else None


def uren_in_woorden(uren: float, eenheid: str) -> str:
    """``5,5 klokuren``."""
    return Eenheid(eenheid).tekst(Decimal(str(uren)))


def _plicht(geboren: str, kalender: Schoolkalender | None, vandaag: date) -> Uitspraak:
    try:
        gevonden = plicht_op(vandaag, Geboortedatum.uit_lo3(geboren or "00000000"), kalender)
    except DomainError as fout:
        return Uitspraak(f"Of er een plicht is, is niet te zeggen. {fout.bericht}")
    zin = {
        Plicht.LEERPLICHT: "Leerplichtig.",
        Plicht.KWALIFICATIEPLICHT: "Kwalificatieplichtig, tenzij er al een startkwalificatie is.",
        Plicht.GEEN: "Geen leerplicht en geen kwalificatieplicht.",
    }[gevonden.plicht]
    if not gevonden.zeker:
        zin = f"{zin} Niet zeker: de geboortedatum is niet volledig bekend."
    return Uitspraak(zin, gevonden.uitleg)


def _zestien(
    beeld: DossierBeeld, tellend: Sequence[MeldingBeeld], kalender: Schoolkalender | None, vandaag: date
) -> Uitspraak:
    if not beeld.meldingen:
        return Uitspraak("School meldde nog geen verzuim.")
    if not tellend:
        return Uitspraak("De 16 uur is nog niet te tellen. Zoek eerst uit of er een geldige reden is.")
    try:
        telling = zestien_uur(_dagen(tellend), kalender)
    except DomainError as fout:
        return Uitspraak(f"De 16 uur is niet te tellen. {fout.bericht}")
    return Uitspraak(
        _telling_in_woorden(telling, tellend[0].eenheid, vandaag), telling.uitleg, telling.bereikt
    )


def _telling_in_woorden(telling: Zestienuurtelling, eenheid: str, vandaag: date) -> str:
    if not telling.bereikt:
        stand = Eenheid(eenheid).tekst(telling.stand)
        return f"De 16 uur is niet bereikt: {stand} in 4 lesweken."
    eerste = short_date(telling[0].einde, vandaag)
    if len(telling) == 1:
        return f"16 uur in 4 lesweken bereikt op {eerste}."
    laatste = short_date(telling[-1].einde, vandaag)
    return (
        f"16 uur in 4 lesweken {len(telling)} keer bereikt: het eerst op {eerste}, het laatst op {laatste}."
    )


def _dagen(meldingen: Sequence[MeldingBeeld]) -> list[Verzuimdag]:
    """Each day once: a day that two reports name counts with the larger number, never with both."""
    per_dag: dict[date, float] = {}
    for melding in meldingen:
        for dag, uren in melding.dagen:
            per_dag[dag] = max(per_dag.get(dag, 0), uren)
    return [Verzuimdag(dag, uren, meldingen[0].eenheid) for dag, uren in sorted(per_dag.items())]


def _maandag(dag: date) -> date:
    return dag - timedelta(days=dag.weekday())


def _weken(
    meldingen: Sequence[MeldingBeeld], kalender: Schoolkalender | None, vandaag: date
) -> tuple[WeekHours, ...]:
    tellend = [melding for melding in meldingen if melding.soort not in _ZONDER_OORDEEL]
    overig = [melding for melding in meldingen if melding.soort in _ZONDER_OORDEEL]
    dagen = _dagen(tellend) if tellend else []
    open_ = _dagen(overig) if overig else []
    alle = [dag.datum for dag in (*dagen, *open_)]
    if not alle:
        return ()
    # After the last reported day nothing is known yet: an empty week would look like a week at school.
    einde = _maandag(max(alle))
    begin = max(_maandag(min(alle)), einde - (WEKEN - 1) * _WEEK)
    zonder, met = _per_week(dagen), _per_week(open_)
    weken = [begin + n * _WEEK for n in range((einde - begin).days // 7 + 1)]
    lijn = _Lijn(dagen, kalender)
    getekend = [_week(dag, zonder.get(dag, 0.0), met.get(dag, 0.0), lijn, vandaag) for dag in weken]
    return _leesbaar(getekend)


def _leesbaar(weken: Sequence[WeekHours]) -> tuple[WeekHours, ...]:
    """Shorten the words of limits that were reached close together: beside each other they would not fit."""
    plaatsen = [plaats for plaats, week in enumerate(weken) if week.reached]
    dicht = {een for een in plaatsen for ander in plaatsen if 0 < abs(een - ander) < _RUIMTE}
    return tuple(
        replace(week, reached=week.reached.partition(" ")[0]) if plaats in dicht else week
        for plaats, week in enumerate(weken)
    )


def _per_week(dagen: Sequence[Verzuimdag]) -> dict[date, float]:
    per_week = groupby(dagen, key=lambda dag: _maandag(dag.datum))
    return {maandag: float(sum(dag.uren for dag in groep)) for maandag, groep in per_week}


@dataclass(frozen=True, slots=True)
class _Lijn:
    """The line of the chart: what the count of sixteen hours stands at, at the end of each week."""

    dagen: Sequence[Verzuimdag]
    kalender: Schoolkalender | None

    def op(self, zondag: date, vandaag: date) -> tuple[float | None, str]:
        """The height of the line after a week, and in words when the limit was reached in it."""
        tot = [dag for dag in self.dagen if dag.datum <= zondag]
        if not tot or self.kalender is None:
            return None, ""
        try:
            telling = zestien_uur(tot, self.kalender)
        except DomainError:
            return None, ""
        bereikt = [deel for deel in telling if deel.einde > zondag - _WEEK]
        if bereikt:
            top = bereikt[-1]
            return float(top.uren), f"{hours(float(top.uren))} op {short_date(top.einde, vandaag)}"
        return self._stand(telling, tot, zondag), ""

    def _stand(self, telling: Zestienuurtelling, tot: Sequence[Verzuimdag], zondag: date) -> float | None:
        """What of the running count still lies within the window of this week."""
        week = self.kalender.lesweek(zondag) if self.kalender is not None else None
        if week is None or self.kalender is None or telling.uitleg is None:
            return None
        venster = bepaling("verzuim.zestien_uur", zondag).getal("lesweken")
        uren = {dag.datum: dag.uren for dag in tot}
        weken = ((dag, self.kalender.lesweek(dag)) for dag in telling.uitleg.dagen)
        return float(
            sum(uren[dag] for dag, nummer in weken if nummer is not None and nummer > week - venster)
        )


def _week(maandag: date, zonder: float, met: float, lijn: _Lijn, vandaag: date) -> WeekHours:
    kalender, nummer = lijn.kalender, maandag.isocalendar().week
    if kalender is not None and kalender.kent(maandag) and kalender.lesweek(maandag) is None:
        return WeekHours(nummer, holiday=True)
    hoogte, bereikt = lijn.op(maandag + timedelta(days=6), vandaag)
    return WeekHours(nummer, zonder, met, hoogte, bereikt)
