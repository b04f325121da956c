"""The pattern of a school year: which weekdays, which lessons, around which holidays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from leerplicht_desktop.domain.datumtekst import WEEKDAGEN
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.kalender import Schooljaar, Schoolkalender
from leerplicht_desktop.domain.wet.wetboek import bepaling

from .telling import Verzuimdag

_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Verzuimpatroon:
    """Missed hours per weekday (Monday first) and missed lessons per hour of the day, in one school year.

    ``dagen_per_weekdag`` is the number of days with absence; ``rond_vakantie`` the missed days that touch
    a holiday; ``opvallend`` what an officer would notice, in Dutch.
    """

    schooljaar: Schooljaar
    uren_per_weekdag: tuple[Decimal, ...]
    dagen_per_weekdag: tuple[int, ...]
    lessen_per_uur: tuple[tuple[int, int], ...]
    rond_vakantie: tuple[date, ...]
    opvallend: tuple[str, ...]
    uitleg: Uitleg


def verzuimpatroon(
    verzuimdagen: Iterable[Verzuimdag],
    kalender: Schoolkalender,
    schooljaar: Schooljaar,
    gemiste_lessen: Iterable[tuple[date, int]] = (),
) -> Verzuimpatroon:
    """Return the pattern of one pupil's unexcused absence.

    ``gemiste_lessen`` are (day, number of the lesson that day, the first being 1).

    Raises DomainError (``lesuur``) for a lesson number outside 1 to 12, ``kalender`` for an unknown day.
    """
    van, tot = schooljaar.begin, schooljaar.einde
    dagen = [
        dag
        for dag in verzuimdagen
        if van <= dag.datum <= tot and dag.uren and not dag.geoorloofd and kalender.is_lesdag(dag.datum)
    ]
    uren, aantal = [Decimal(0)] * 7, Counter(dag.datum.weekday() for dag in dagen)
    for dag in dagen:
        uren[dag.datum.weekday()] += dag.uren
    per_uur = _per_uur(gemiste_lessen, schooljaar)
    rond = tuple(sorted({dag.datum for dag in dagen if _raakt_vakantie(dag.datum, kalender)}))
    wet = bepaling("verzuim.geoorloofd", van)
    opvallend = tuple(_opvallend(aantal, per_uur, rond))
    invoer = tuple((WEEKDAGEN[n], f"{aantal[n]} dagen") for n in range(7) if aantal[n])
    regel = " ".join(opvallend) or "Geen patroon te zien."
    return Verzuimpatroon(
        schooljaar,
        tuple(uren),
        tuple(aantal[n] for n in range(7)),
        tuple(sorted(per_uur.items())),
        rond,
        opvallend,
        wet.uitleg(f"Schooljaar {schooljaar.tekst()}: {regel}", invoer, sorted({dag.datum for dag in dagen})),
    )


def _per_uur(gemiste_lessen: Iterable[tuple[date, int]], schooljaar: Schooljaar) -> Counter[int]:
    per_uur: Counter[int] = Counter()
    for dag, uur in gemiste_lessen:
        if not 1 <= uur <= 12:
            raise DomainError(
                "lesuur",
                "Een lesuur heeft een nummer van 1 tot en met 12.",
                "artikel 21 Leerplichtwet 1969",
            )
        if schooljaar.begin <= dag <= schooljaar.einde:
            per_uur[uur] += 1
    return per_uur


def _raakt_vakantie(dag: date, kalender: Schoolkalender) -> bool:
    """Tell whether only weekend or closed days lie between a day and a holiday, before or after it."""
    for stap in (_DAG, -_DAG):
        buur = dag + stap
        while kalender.kent(buur) and not kalender.is_lesdag(buur):
            if kalender.in_vakantie(buur):
                return True
            buur += stap
    return False


def _opvallend(aantal: Counter[int], per_uur: Counter[int], rond: tuple[date, ...]) -> Iterable[str]:
    """Yield what stands out: half of at least four, so that three chance days make no pattern."""
    totaal = sum(aantal.values())
    for weekdag, keren in aantal.most_common(1):
        if totaal >= 4 and keren * 2 >= totaal:
            yield f"Vooral op {WEEKDAGEN[weekdag]}: {keren} van de {totaal} dagen."
    lessen = sum(per_uur.values())
    for uur, keren in per_uur.most_common(1):
        if lessen >= 4 and keren * 2 >= lessen:
            yield f"Vooral het {uur}e uur: {keren} van de {lessen} lessen."
    if rond:
        yield f"Aansluitend op een vakantie: {len(rond)} dagen."
