"""The hours missed per day and per week, from what schools reported: one rule for screen and letter.

A day that two reports name counts once, with the larger number. A day of which one report is certain is
certain. Reports in another unit than the newest are left out: lessons and clock hours are never added up. Who
shows the hours says what was left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Protocol

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.wet.kalender import Schoolkalender

from .meldsoort import is_beslist
from .telling import Eenheid, Urenperiode, Urentelling, Verzuimdag, urentelling
from .urengrens import Urengrens

_WEEK = timedelta(days=7)
_GEWOON = 8
"""Weeks that a letter shows unless the officer chooses others: two months fit on the kitchen table."""
_NUL = Decimal(0)


class Gemeld(Protocol):
    """What the rules read of a report: the code of its kind, its unit, and the hours per day."""

    @property
    def soort(self) -> str: ...
    @property
    def eenheid(self) -> str: ...
    @property
    def dagen(self) -> Sequence[tuple[date, float]]: ...


@dataclass(frozen=True, slots=True)
class Verzuimuren:
    """Hours per day in one unit (empty: no report): without a valid reason, and of which that is open.

    ``geteld`` says that at least one report counts, whether or not it names hours; ``weggelaten`` is what was
    reported in the other units of the same days, by unit.
    """

    eenheid: str
    zonder_reden: Mapping[date, Decimal]
    nog_open: Mapping[date, Decimal]
    geteld: bool
    weggelaten: Mapping[str, Decimal]

    @property
    def dagen(self) -> tuple[date, ...]:
        """Every day with hours, in order."""
        return tuple(sorted((*self.zonder_reden, *self.nog_open)))

    def verzuimdagen(self, tot: date = date.max) -> tuple[Verzuimdag, ...]:
        """The days that count, in order, up to and including one."""
        return tuple(
            Verzuimdag(dag, uren, self.eenheid) for dag, uren in self.zonder_reden.items() if dag <= tot
        )

    @property
    def weglating(self) -> str:
        """One sentence about what is left out; empty when nothing is."""
        delen = [f"{_getal(uren)} {_woord(een, uren)}" for een, uren in self.weggelaten.items()]
        if not delen:
            return ""
        return (
            f"School meldde ook {' en '.join(delen)}. Dat staat hier niet bij, "
            "want lesuren en klokuren zijn niet bij elkaar op te tellen."
        )


def verzuimuren(meldingen: Sequence[Gemeld], van: date = date.min, tot: date = date.max) -> Verzuimuren:
    """Return the reported hours of the days from ``van`` to ``tot``; the newest report comes first."""
    zonder, open_ = dict[date, Decimal](), dict[date, Decimal]()
    gelijk = _van_een_eenheid(meldingen)
    for melding in gelijk:
        per_dag = zonder if is_beslist(melding.soort) else open_
        for dag, uren in melding.dagen:
            if uren and van <= dag <= tot:
                per_dag[dag] = max(per_dag.get(dag, _NUL), Decimal(str(uren)))
    return Verzuimuren(
        eenheid=gelijk[0].eenheid if gelijk else "",
        zonder_reden=dict(sorted(zonder.items())),
        nog_open={dag: uren for dag, uren in sorted(open_.items()) if dag not in zonder},
        geteld=any(is_beslist(melding.soort) for melding in gelijk),
        weggelaten=_weggelaten(meldingen, van, tot),
    )


def gemelde_dagen(meldingen: Sequence[Gemeld]) -> tuple[date, ...]:
    """The days with reported hours in the last eight weeks that have any, the oldest first."""
    dagen = verzuimuren(meldingen).dagen
    return tuple(dag for dag in dagen if dag >= _maandag(dagen[-1]) - (_GEWOON - 1) * _WEEK)


def gemelde_periode(meldingen: Sequence[Gemeld]) -> tuple[date, date] | None:
    """First and last day of those weeks; None when no hours were reported."""
    dagen = verzuimuren(meldingen).dagen
    if not dagen:
        return None
    return max(dagen[0], _maandag(dagen[-1]) - (_GEWOON - 1) * _WEEK), dagen[-1]


def eenheidswoord(eenheid: str) -> str:
    """``lesuren`` or ``klokuren``; ``uren`` for a unit that nobody named."""
    return {"klokuur": "klokuren", "lesuur": "lesuren"}.get(eenheid, "uren")


@dataclass(frozen=True, slots=True)
class Weekuren:
    """One week from its Monday: hours without a valid reason, hours of which that is not known yet."""

    maandag: date
    zonder_reden: Decimal
    nog_open: Decimal
    vakantie: bool


def verzuimweken(
    uren: Verzuimuren, kalender: Schoolkalender | None, van: date, tot: date
) -> tuple[Weekuren, ...]:
    """Return each week from that of ``van`` to that of ``tot``; a week with hours is never a holiday."""
    aantal = (_maandag(tot) - _maandag(van)).days // 7 + 1
    return tuple(_week(_maandag(van) + n * _WEEK, uren, kalender) for n in range(aantal))


def laatste_weken(uren: Verzuimuren, kalender: Schoolkalender | None, hoogstens: int) -> tuple[Weekuren, ...]:
    """Return the last weeks up to the last reported day: what comes after it is not known yet."""
    if not uren.dagen:
        return ()
    einde = uren.dagen[-1]
    begin = max(_maandag(uren.dagen[0]), _maandag(einde) - (hoogstens - 1) * _WEEK)
    return verzuimweken(uren, kalender, begin, einde)


@dataclass(frozen=True, slots=True)
class Weekstand:
    """What the count stands at after a week: the hours, and the last time the limit was reached in it."""

    uren: Decimal
    bereikt: Urenperiode | None = None


def weekstand(uren: Verzuimuren, kalender: Schoolkalender | None, maandag: date) -> Weekstand | None:
    """Return where the running count stands on the Sunday of a week; None where it cannot be said."""
    zondag = maandag + _WEEK - timedelta(days=1)
    dagen = uren.verzuimdagen(zondag)
    if not dagen or kalender is None:
        return None
    try:
        telling = urentelling(dagen, kalender)
    except DomainError:
        return None
    bereikt = [keer for keer in telling if keer.einde >= maandag]
    if bereikt:
        return Weekstand(bereikt[-1].uren, bereikt[-1])
    return _lopend(uren, telling, kalender, zondag)


def _lopend(
    uren: Verzuimuren, telling: Urentelling, kalender: Schoolkalender, zondag: date
) -> Weekstand | None:
    """What of the running count still lies within the window of this week."""
    week = kalender.lesweek(zondag)
    if week is None:
        return None
    nummers = ((dag, kalender.lesweek(dag)) for dag in telling.uitleg.dagen)
    binnen = (dag for dag, nummer in nummers if nummer is not None and nummer > week - telling.grens.lesweken)
    return Weekstand(sum((uren.zonder_reden[dag] for dag in binnen), _NUL))


def grens_van(uren: Verzuimuren, vandaag: date) -> Urengrens:
    """Return the limit by which these hours are judged: that of the last day that counts, else of today.

    Of days from before the law that we know nothing is judged; a chart then draws the newest limit.
    """
    try:
        return Urengrens.op(max(uren.zonder_reden, default=vandaag))
    except DomainError:
        return Urengrens.op(None)


def uren_in_woorden(uren: Iterable[float], eenheid: str) -> str:
    """Return the sum of reported hours: ``5,5 klokuren``."""
    return Eenheid(eenheid).tekst(sum((Decimal(str(een)) for een in uren), _NUL))


def _week(maandag: date, uren: Verzuimuren, kalender: Schoolkalender | None) -> Weekuren:
    dagen = [maandag + timedelta(days=n) for n in range(7)]
    gemist = sum((uren.zonder_reden.get(dag, _NUL) for dag in dagen), _NUL)
    onbekend = sum((uren.nog_open.get(dag, _NUL) for dag in dagen), _NUL)
    vrij = kalender is not None and kalender.kent(maandag) and kalender.lesweek(maandag) is None
    return Weekuren(maandag, gemist, onbekend, vakantie=vrij and not gemist + onbekend)


def _weggelaten(meldingen: Sequence[Gemeld], van: date, tot: date) -> dict[str, Decimal]:
    per_dag = dict[tuple[str, date], Decimal]()
    for melding in meldingen:
        for dag, uren in melding.dagen:
            if melding.eenheid != meldingen[0].eenheid and uren and van <= dag <= tot:
                een = melding.eenheid, dag
                per_dag[een] = max(per_dag.get(een, _NUL), Decimal(str(uren)))
    samen = dict[str, Decimal]()
    for (eenheid, _), uur in per_dag.items():
        samen[eenheid] = samen.get(eenheid, _NUL) + uur
    return dict(sorted(samen.items()))


def _getal(uren: Decimal) -> str:
    return f"{uren.normalize():f}".replace(".", ",")


def _woord(eenheid: str, uren: Decimal) -> str:
    woord = eenheidswoord(eenheid)
    return woord.removesuffix("uren") + "uur" if uren == 1 else woord


def _van_een_eenheid(meldingen: Sequence[Gemeld]) -> list[Gemeld]:
    return [melding for melding in meldingen if melding.eenheid == meldingen[0].eenheid]


def _maandag(dag: date) -> date:
    return dag - timedelta(days=dag.weekday())
