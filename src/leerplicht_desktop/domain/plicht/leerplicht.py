"""Who has which duty on which day: none, leerplicht or kwalificatieplicht (articles 3, 4a and 4b).

Where a birth date is not fully known, the answer binds nobody on a guess: a duty begins on the latest and
ends on the earliest day that fits, and the result says between which days the truth lies.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypedDict, Unpack

from leerplicht_desktop.domain.datumtekst import kort
from leerplicht_desktop.domain.eisen import eis_datum, eis_geheel, eis_ja_nee
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum, verjaardag
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.kalender import Kalenderinvoer, Schooljaar, eis_kalender
from leerplicht_desktop.domain.wet.wetboek import Bepaling, bepaling, wetboek

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

    def __post_init__(self) -> None:
        """Refuse a diploma without its day."""
        eis_datum("startkwalificatie", self.datum, "artikel 1 onder f Leerplichtwet 1969")

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


_LOOPBAAN = Loopbaan.__annotations__.keys()


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


def leerplicht_begin(geboortedatum: Geboortedatum | date, kalender: Kalenderinvoer | None) -> Plichtgrens:
    """Return the first day of leerplicht: the first schoolday of the month after the fifth birthday.

    ``kalender`` is the school's calendar, a region or the holidays of whole school years.

    Raises DomainError: ``kalender`` without a school calendar for that month, ``geboortedatum`` without a
    year, ``dag`` when article 3 was not in force. Source: article 3 lid 1 Leerplichtwet 1969.
    """
    geboren = _met_jaar(geboortedatum)
    school = eis_kalender(kalender)
    wet, _ = _wet_op_leeftijd("leerplicht.begin", geboren.laatst)
    vroegst, laatst = (_volgende_maand(dag) for dag in geboren.bereikt(wet.getal("leeftijd")))
    eerste, laatste = school.eerste_lesdag_vanaf(vroegst), school.eerste_lesdag_vanaf(laatst)
    invoer = _invoer(
        geboren, ("maand na de vijfde verjaardag", f"vanaf {kort(laatst)}"), ("kalender", school.naam)
    )
    return Plichtgrens(laatste, eerste, laatste, wet.uitleg(wet.regel, invoer, (laatste,)))


def _met_jaar(geboortedatum: Geboortedatum | date) -> Geboortedatum:
    """Accept a plain date, and refuse an unknown year: no duty follows from it."""
    geboren = Geboortedatum.van(geboortedatum)
    if geboren.jaar is None:
        geboren.bereikt(0)
    return geboren


def _wet_op_leeftijd(sleutel: str, geboren: date) -> tuple[Bepaling, date]:
    """Return the provision in force on the day someone reaches the age that it names, and that day."""
    versies = wetboek().bepalingen[sleutel]
    for versie in versies:
        bereikt = verjaardag(geboren, versie.getal("leeftijd"))
        if versie.geldt_op(bereikt):
            return versie, bereikt
    bereikt = verjaardag(geboren, versies[0].getal("leeftijd"))
    return bepaling(sleutel, bereikt), bereikt


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
    wet, _ = _wet_op_leeftijd("leerplicht.einde", geboren.vroegst)
    invoer = _invoer(geboren, ("volledige schooljaren", _schooljaren_tekst(volledige_schooljaren)))
    return Plichtgrens(vroegst, vroegst, laatst, wet.uitleg(wet.regel, invoer, (vroegst,)))


def _schooljaren_tekst(aantal: int | Schooljaar | None) -> str:
    if aantal is None:
        return "niet opgegeven"
    return f"twaalfde in {aantal.tekst()}" if isinstance(aantal, Schooljaar) else str(aantal)


def _einde(geboren: date, volledige_schooljaren: int | Schooljaar | None) -> date:
    wet, bereikt = _wet_op_leeftijd("leerplicht.einde", geboren)
    op_leeftijd = Schooljaar.van(bereikt).einde
    if volledige_schooljaren is None:
        return op_leeftijd
    if isinstance(volledige_schooljaren, Schooljaar):
        return min(op_leeftijd, _twaalfde(volledige_schooljaren, geboren, wet))
    jaren = eis_geheel("volledige_schooljaren", volledige_schooljaren, (0, 16), wet.artikel)
    over = jaren - wet.getal("volledige_schooljaren")
    return op_leeftijd if over < 0 else Schooljaar(Schooljaar.van(op_leeftijd).beginjaar - 1 - over).einde


def _twaalfde(schooljaar: Schooljaar, geboren: date, wet: Bepaling) -> date:
    if schooljaar.einde < verjaardag(geboren, bepaling("leerplicht.begin", None).getal("leeftijd")):
        bericht = "Het twaalfde schooljaar ligt vóór het begin van de leerplicht. Controleer het jaar."
        raise DomainError("volledige_schooljaren", bericht, wet.artikel)
    return schooljaar.einde


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
    diploma or one without its day, ``praktijkonderwijs`` for anything but yes or no, and as
    :func:`leerplicht_einde`. Source: articles 1 onder f, 4a and 4b Leerplichtwet 1969.
    """
    geboren = _met_jaar(geboortedatum)
    loopbaan = Loopbaan(
        volledige_schooljaren=volledige_schooljaren,
        startkwalificatie=startkwalificatie,
        praktijkonderwijs=praktijkonderwijs,
        vso_uitstroom=vso_uitstroom,
    )
    wet, begin, einde = _kwalificatieperiode(geboren.vroegst, loopbaan)
    behaald = _diplomadag(startkwalificatie, wet)
    invoer = _invoer(geboren, ("startkwalificatie", kort(behaald) if behaald else "geen"))
    if begin is not None and einde is not None:
        return Kwalificatieplicht(begin, einde, wet.uitleg(wet.regel, invoer, (begin, einde)))
    regel = wet.regel
    if wet.sleutel == "leerplicht.kwalificatieplicht":
        regel = "De startkwalificatie was er al toen de leerplicht eindigde: er is geen kwalificatieplicht."
    return Kwalificatieplicht(None, None, wet.uitleg(regel, invoer))


def _kwalificatieperiode(
    geboren: date, loopbaan: Loopbaan, einde_leerplicht: date | None = None
) -> tuple[Bepaling, date | None, date | None]:
    """Return the provision that decides, and the first and last day; None and None when it never applies."""
    begin = (einde_leerplicht or _einde(geboren, loopbaan.get("volledige_schooljaren"))) + _DAG
    uitzondering = bepaling("leerplicht.geen_kwalificatieplicht", begin)
    praktijk = eis_ja_nee("praktijkonderwijs", loopbaan.get("praktijkonderwijs", False), uitzondering.artikel)
    if praktijk or _vso_vrij(uitzondering, loopbaan.get("vso_uitstroom")):
        return uitzondering, None, None
    wet = bepaling("leerplicht.kwalificatieplicht", begin)
    einde = verjaardag(geboren, wet.getal("leeftijd")) - _DAG
    behaald = _diplomadag(loopbaan.get("startkwalificatie"), wet)
    if behaald is not None:
        einde = min(einde, behaald)
    return (wet, None, None) if einde < begin else (wet, begin, einde)


def _diplomadag(diploma: date | Diploma | None, wet: Bepaling) -> date | None:
    if diploma is None:
        return None
    if isinstance(diploma, Diploma):
        return diploma.datum if diploma.startkwalificatie() else None
    return eis_datum("startkwalificatie", diploma, wet.artikel)


def _vso_vrij(wet: Bepaling, vso_uitstroom: str | None) -> bool:
    if vso_uitstroom is None:
        return False
    profielen = wet.lijst("vso_uitstroom")
    if vso_uitstroom not in (*profielen, "vervolgonderwijs"):
        keuzes = ", ".join((*profielen, "vervolgonderwijs"))
        raise DomainError("vso_uitstroom", f"Kies een uitstroomprofiel: {keuzes}.", wet.artikel)
    return vso_uitstroom in profielen


def plicht_op(
    dag: date,
    geboortedatum: Geboortedatum | date,
    kalender: Kalenderinvoer | None = None,
    **loopbaan: Unpack[Loopbaan],
) -> PlichtOp:
    """Return the duty on a day.

    The calendar is only needed in the weeks in which the duty can begin; without one DomainError
    (``kalender``) is raised there, and only there. ``loopbaan`` is what :class:`Loopbaan` lists.

    Raises TypeError for another keyword: a misspelled exception must not pass for none. Source: articles 3,
    4a and 4b Leerplichtwet 1969.
    """
    geboren = _met_jaar(geboortedatum)
    plicht, wet, zeker = _plicht_met_grens(dag, geboren, kalender, loopbaan)
    regel = f"Op {kort(dag)}: {plicht.value}. {wet.regel}"
    if not zeker:
        regel = f"Op {kort(dag)} niet zeker, want de geboortedatum is niet volledig bekend. {wet.regel}"
    return PlichtOp(plicht, zeker, wet.uitleg(regel, _invoer(geboren), (dag,)))


def soort_plicht(
    dag: date,
    geboortedatum: Geboortedatum | date,
    kalender: Kalenderinvoer | None = None,
    **loopbaan: Unpack[Loopbaan],
) -> Plicht:
    """Return the duty of :func:`plicht_op` for a rule that words its own explanation."""
    return _plicht_met_grens(dag, _met_jaar(geboortedatum), kalender, loopbaan)[0]


def _plicht_met_grens(
    dag: date, geboren: Geboortedatum, kalender: Kalenderinvoer | None, loopbaan: Loopbaan
) -> tuple[Plicht, Bepaling, bool]:
    """Return the duty that binds nobody on a guess, the provision, and whether it is certain."""
    if loopbaan and not loopbaan.keys() <= _LOOPBAAN:
        raise TypeError(f"unexpected keyword for a loopbaan among {sorted(loopbaan)}")
    eis_datum("dag", dag, "artikel 3, 4a en 4b Leerplichtwet 1969")
    op_vroegst = _plicht(dag, geboren.vroegst, kalender, loopbaan)
    op_laatst = op_vroegst if geboren.precies else _plicht(dag, geboren.laatst, kalender, loopbaan)
    plicht, wet = op_laatst if op_laatst[0] is Plicht.GEEN else op_vroegst
    return plicht, wet, op_vroegst[0] is op_laatst[0]


def _plicht(
    dag: date, geboren: date, kalender: Kalenderinvoer | None, loopbaan: Loopbaan
) -> tuple[Plicht, Bepaling]:
    wet = bepaling("leerplicht.begin", dag)
    maand = _volgende_maand(verjaardag(geboren, wet.getal("leeftijd")))
    if dag < maand:
        return Plicht.GEEN, wet
    if dag - maand < _LANGSTE_VAKANTIE and dag < eis_kalender(kalender).eerste_lesdag_vanaf(maand):
        return Plicht.GEEN, wet
    einde_leerplicht = _einde(geboren, loopbaan.get("volledige_schooljaren"))
    if dag <= einde_leerplicht:
        return Plicht.LEERPLICHT, wet
    _, begin, einde = _kwalificatieperiode(geboren, loopbaan, einde_leerplicht)
    wet = bepaling("leerplicht.kwalificatieplicht", dag)
    if begin is None or einde is None or dag > einde:
        return Plicht.GEEN, wet
    return Plicht.KWALIFICATIEPLICHT, wet
