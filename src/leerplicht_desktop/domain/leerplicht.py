"""Who has which duty on which day: none, leerplicht or kwalificatieplicht (articles 3, 4a and 4b).

Where a birth date is not fully known, the answer binds nobody on a guess: a duty begins on the latest and
ends on the earliest day that fits, and the result says between which days the truth lies.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypedDict, Unpack

from .datumtekst import kort
from .errors import DomainError
from .geboortedatum import Geboortedatum, verjaardag
from .kalender import Schooljaar, Schoolkalender, eis_kalender
from .uitleg import Uitleg
from .wet import Bepaling, bepaling, wetboek

_DAG = timedelta(days=1)
_LANGSTE_VAKANTIE = timedelta(days=62)
"""No holiday moves the first schoolday further than this, so later days need no calendar."""


class Plicht(StrEnum):
    """The duty on one day."""

    GEEN = "geen"
    LEERPLICHT = "leerplicht"
    KWALIFICATIEPLICHT = "kwalificatieplicht"


@dataclass(frozen=True, slots=True)
class Diploma:
    """A diploma with its day; whether it is a startkwalificatie the law of that day decides."""

    soort: str
    datum: date

    def startkwalificatie(self) -> bool:
        """Tell whether this is one (article 1 onder f); DomainError (``startkwalificatie``) if unknown."""
        soorten = bepaling("leerplicht.startkwalificatie", self.datum)
        if self.soort in soorten.lijst("diplomas"):
            return True
        if self.soort in soorten.lijst("geen"):
            return False
        keuzes = ", ".join(soorten.lijst("diplomas") + soorten.lijst("geen"))
        raise DomainError("startkwalificatie", f"Kies een van deze diploma's: {keuzes}.", soorten.artikel)


class Loopbaan(TypedDict, total=False):
    """What of a school career changes the duty, as the functions below describe it."""

    volledige_schooljaren: int | Schooljaar | None
    startkwalificatie: date | Diploma | None
    praktijkonderwijs: bool
    vso_uitstroom: str | None


@dataclass(frozen=True, slots=True)
class Plichtgrens:
    """The day a duty begins, or its last day, between two bounds if the birth date has gaps."""

    datum: date
    vroegst: date
    laatst: date
    uitleg: Uitleg

    @property
    def zeker(self) -> bool:
        """Tell whether only one day is possible."""
        return self.vroegst == self.laatst


@dataclass(frozen=True, slots=True)
class Kwalificatieplicht:
    """The period of kwalificatieplicht, both days included; None and None when it never applies."""

    begin: date | None
    einde: date | None
    uitleg: Uitleg

    @property
    def geldt(self) -> bool:
        """Tell whether there is any day of kwalificatieplicht."""
        return self.begin is not None


@dataclass(frozen=True, slots=True)
class PlichtOp:
    """The duty on one day. ``zeker`` is False when the unknown part of the birth date can change it."""

    plicht: Plicht
    zeker: bool
    uitleg: Uitleg


def _volgende_maand(dag: date) -> date:
    return date(dag.year + dag.month // 12, dag.month % 12 + 1, 1)


def _invoer(geboren: Geboortedatum, *meer: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return (("geboortedatum", geboren.tekst()), *meer)


def leerplicht_begin(geboortedatum: Geboortedatum | date, kalender: Schoolkalender | None) -> Plichtgrens:
    """Return the first day of leerplicht: the first schoolday of the month after the fifth birthday.

    Raises DomainError: ``kalender`` without a school calendar for that month, ``geboortedatum`` without a
    year, ``dag`` when article 3 was not in force. Source: article 3 lid 1 Leerplichtwet 1969.
    """
    geboren = _met_jaar(geboortedatum)
    school = eis_kalender(kalender)
    wet = _wet_op_leeftijd("leerplicht.begin", geboren.laatst)
    vroegst, laatst = (_volgende_maand(dag) for dag in geboren.bereikt(wet.getal("leeftijd")))
    eerste, laatste = school.eerste_lesdag_vanaf(vroegst), school.eerste_lesdag_vanaf(laatst)
    invoer = _invoer(
        geboren, ("maand na de vijfde verjaardag", f"vanaf {kort(laatst)}"), ("kalender", school.naam)
    )
    return Plichtgrens(laatste, eerste, laatste, wet.uitleg(wet.regel, invoer, (laatste,)))


def _met_jaar(geboortedatum: Geboortedatum | date) -> Geboortedatum:
    """Accept a plain date, and refuse an unknown year: no duty follows from it."""
    geboren = Geboortedatum.van(geboortedatum)
    geboren.bereikt(0)
    return geboren


def _wet_op_leeftijd(sleutel: str, geboren: date) -> Bepaling:
    """Return the provision in force on the day someone reaches the age that it names."""
    versies = wetboek().bepalingen[sleutel]
    for versie in versies:
        if versie.geldt_op(verjaardag(geboren, versie.getal("leeftijd"))):
            return versie
    return bepaling(sleutel, verjaardag(geboren, versies[0].getal("leeftijd")))


def leerplicht_einde(
    geboortedatum: Geboortedatum | date, volledige_schooljaren: int | Schooljaar | None = None
) -> Plichtgrens:
    """Return the last day of leerplicht: 31 July of the school year of the sixteenth birthday, or earlier.

    ``volledige_schooljaren`` is the school year that completed the twelfth full one, or a number: the full
    school years done at the end of the school year in which the jongere turned fifteen (a basisschool in
    less than eight years counts as eight). Below twelve the number changes nothing.

    Raises DomainError: ``volledige_schooljaren`` for a number nobody can have, ``geboortedatum`` without a
    year, ``dag`` when article 3 was not in force. Source: article 3 lid 1 and 2 Leerplichtwet 1969.
    """
    geboren = _met_jaar(geboortedatum)
    vroegst, laatst = (_einde(dag, volledige_schooljaren) for dag in (geboren.vroegst, geboren.laatst))
    wet = _wet_op_leeftijd("leerplicht.einde", geboren.vroegst)
    invoer = _invoer(geboren, ("volledige schooljaren", _schooljaren_tekst(volledige_schooljaren)))
    return Plichtgrens(vroegst, vroegst, laatst, wet.uitleg(wet.regel, invoer, (vroegst,)))


def _schooljaren_tekst(aantal: int | Schooljaar | None) -> str:
    if aantal is None:
        return "niet opgegeven"
    return f"twaalfde in {aantal.tekst()}" if isinstance(aantal, Schooljaar) else str(aantal)


def _einde(geboren: date, volledige_schooljaren: int | Schooljaar | None) -> date:
    wet = _wet_op_leeftijd("leerplicht.einde", geboren)
    op_leeftijd = Schooljaar.van(verjaardag(geboren, wet.getal("leeftijd"))).einde
    if volledige_schooljaren is None:
        return op_leeftijd
    if isinstance(volledige_schooljaren, Schooljaar):
        return min(op_leeftijd, volledige_schooljaren.einde)
    if not 0 <= volledige_schooljaren <= 16:
        raise DomainError(
            "volledige_schooljaren", "Het aantal volledige schooljaren ligt tussen 0 en 16.", wet.artikel
        )
    over = volledige_schooljaren - wet.getal("volledige_schooljaren")
    return op_leeftijd if over < 0 else Schooljaar(Schooljaar.van(op_leeftijd).beginjaar - 1 - over).einde


def kwalificatieplicht(
    geboortedatum: Geboortedatum | date,
    startkwalificatie: date | Diploma | None = None,
    praktijkonderwijs: bool = False,
    vso_uitstroom: str | None = None,
    volledige_schooljaren: int | Schooljaar | None = None,
) -> Kwalificatieplicht:
    """Return the period of kwalificatieplicht, from the day after leerplicht to the day before eighteen.

    A startkwalificatie ends it on the day of the diploma; a ``Diploma`` that is none changes nothing.

    Raises DomainError: ``vso_uitstroom`` for an unknown profile, ``startkwalificatie`` for an unknown
    diploma, and as :func:`leerplicht_einde`. Source: articles 1 onder f, 4a and 4b Leerplichtwet 1969.
    """
    geboren = _met_jaar(geboortedatum)
    begin = leerplicht_einde(geboren, volledige_schooljaren).datum + _DAG
    behaald = _diplomadag(startkwalificatie)
    invoer = _invoer(geboren, ("startkwalificatie", kort(behaald) if behaald else "geen"))
    uitzondering = bepaling("leerplicht.geen_kwalificatieplicht", begin)
    if praktijkonderwijs or _vso_vrij(uitzondering, vso_uitstroom):
        return Kwalificatieplicht(None, None, uitzondering.uitleg(uitzondering.regel, invoer))
    wet = bepaling("leerplicht.kwalificatieplicht", begin)
    einde = verjaardag(geboren.vroegst, wet.getal("leeftijd")) - _DAG
    if behaald is not None:
        einde = min(einde, behaald)
    if einde < begin:
        regel = "De startkwalificatie was er al toen de leerplicht eindigde: er is geen kwalificatieplicht."
        return Kwalificatieplicht(None, None, wet.uitleg(regel, invoer))
    return Kwalificatieplicht(begin, einde, wet.uitleg(wet.regel, invoer, (begin, einde)))


def _diplomadag(diploma: date | Diploma | None) -> date | None:
    if isinstance(diploma, Diploma):
        return diploma.datum if diploma.startkwalificatie() else None
    return diploma


def _vso_vrij(wet: Bepaling, vso_uitstroom: str | None) -> bool:
    if vso_uitstroom is not None and vso_uitstroom not in (*wet.lijst("vso_uitstroom"), "vervolgonderwijs"):
        profielen = ", ".join((*wet.lijst("vso_uitstroom"), "vervolgonderwijs"))
        raise DomainError("vso_uitstroom", f"Kies een uitstroomprofiel: {profielen}.", wet.artikel)
    return vso_uitstroom in wet.lijst("vso_uitstroom")


def plicht_op(
    dag: date,
    geboortedatum: Geboortedatum | date,
    kalender: Schoolkalender | None = None,
    **loopbaan: Unpack[Loopbaan],
) -> PlichtOp:
    """Return the duty on a day.

    The calendar is only needed in the weeks in which the duty can begin; without one DomainError
    (``kalender``) is raised there, and only there. Source: articles 3, 4a and 4b Leerplichtwet 1969.
    """
    geboren = _met_jaar(geboortedatum)
    op_vroegst = _plicht(dag, geboren.vroegst, kalender, loopbaan)
    op_laatst = op_vroegst if geboren.precies else _plicht(dag, geboren.laatst, kalender, loopbaan)
    plicht, wet = op_laatst if op_laatst[0] is Plicht.GEEN else op_vroegst
    zeker = op_vroegst[0] is op_laatst[0]
    regel = f"Op {kort(dag)}: {plicht.value}. {wet.regel}"
    if not zeker:
        regel = f"Op {kort(dag)} niet zeker, want de geboortedatum is niet volledig bekend. {wet.regel}"
    return PlichtOp(plicht, zeker, wet.uitleg(regel, _invoer(geboren), (dag,)))


def _plicht(
    dag: date, geboren: date, kalender: Schoolkalender | None, loopbaan: Loopbaan
) -> tuple[Plicht, Bepaling]:
    wet = bepaling("leerplicht.begin", dag)
    maand = _volgende_maand(verjaardag(geboren, wet.getal("leeftijd")))
    if dag < maand:
        return Plicht.GEEN, wet
    if dag - maand < _LANGSTE_VAKANTIE and dag < eis_kalender(kalender).eerste_lesdag_vanaf(maand):
        return Plicht.GEEN, wet
    if dag <= _einde(geboren, loopbaan.get("volledige_schooljaren")):
        return Plicht.LEERPLICHT, wet
    periode = kwalificatieplicht(geboren, **loopbaan)
    wet = bepaling("leerplicht.kwalificatieplicht", dag)
    if periode.begin is None or periode.einde is None or not periode.begin <= dag <= periode.einde:
        return Plicht.GEEN, wet
    return Plicht.KWALIFICATIEPLICHT, wet
