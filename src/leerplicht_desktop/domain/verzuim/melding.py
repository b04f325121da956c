"""What a school's report comes down to: its kind by the hours, not only by the word the school chose.

A school states a *suspected* kind. The hours, the calendar and the birth date decide whether the report had
to be made, whether it came in time, and whether there is a duty at all on those days.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from leerplicht_desktop.domain.datumtekst import kort, periode
from leerplicht_desktop.domain.eisen import eis_datum, eis_ja_nee
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.leerplicht import Loopbaan, Plicht, soort_plicht
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.kalender import Kalenderinvoer, Schoolkalender, als_kalender
from leerplicht_desktop.domain.wet.wetboek import bepaling

from .meldsoort import Meldsoort, op_papier
from .telling import Urenperiode, Urentelling, Verzuimdag, aaneengesloten, urentelling
from .thuiszitter import Thuiszitterinstelling, Thuiszitterklok, Thuiszitterstand, thuiszitter
from .urengrens import langdurig

_ARTIKEL = "artikel 21 en 21a Leerplichtwet 1969"
_DAG = timedelta(days=1)


class Verzuimsoort(StrEnum):
    """The kind of absence by the law, as the figures and the enforcement steps use it."""

    ABSOLUUT = "absoluut verzuim"
    URENGRENS = "verzuim boven de urengrens"
    LANGDURIG = "langdurig relatief verzuim"
    LUXE = "luxeverzuim"
    OVERIG = "overig verzuim"
    GEEN_PLICHT = "geen leerplicht of kwalificatieplicht"


@dataclass(frozen=True, slots=True)
class Melding:
    """The part of a report that the rules read. ``dagen`` are the hours per day as specified."""

    opgegeven: Meldsoort
    gemeld_op: date
    begindatum: date
    einddatum: date | None
    dagen: tuple[Verzuimdag, ...]
    alle_lessen_gemist: bool = False

    def __post_init__(self) -> None:
        """Refuse days outside the period, a period that ends before it begins, and one without any hour."""
        if self.opgegeven not in tuple(Meldsoort):
            raise DomainError("soort", f"Kies een soort melding: {', '.join(Meldsoort)}.", _ARTIKEL)
        object.__setattr__(self, "opgegeven", Meldsoort(self.opgegeven))
        eis_ja_nee("alle_lessen_gemist", self.alle_lessen_gemist, _ARTIKEL)
        for veld, dag in (("gemeld_op", self.gemeld_op), ("begindatum", self.begindatum)):
            eis_datum(veld, dag, _ARTIKEL)
        self._controleer_periode()

    def _controleer_periode(self) -> None:
        einddatum = self.einddatum
        if einddatum is not None and eis_datum("einddatum", einddatum, _ARTIKEL) < self.begindatum:
            raise DomainError("einddatum", "De einddatum ligt vóór de begindatum.", _ARTIKEL)
        einde = self.einddatum or self.gemeld_op
        if any(not self.begindatum <= dag.datum <= einde for dag in self.dagen):
            raise DomainError(
                "verzuimspecificatie", "Er staan dagen buiten de periode van de melding.", _ARTIKEL
            )
        if not self.dagen:
            raise DomainError("verzuimspecificatie", "De melding noemt geen dagen met uren.", _ARTIKEL)


@dataclass(frozen=True, slots=True)
class Beoordeling:
    """What a report comes down to.

    ``meldplichtig``: the school had to report this; ``te_laat_sinds``: the day from which the report was
    late, None when it was in time; ``plicht`` is that of the first day with a duty in the period, None when
    the birth date is unknown. ``telling`` leaves out the days before a duty began and after it ended.
    """

    soort: Verzuimsoort
    opgegeven: Meldsoort
    meldplichtig: bool
    te_laat_sinds: date | None
    telling: Urentelling
    klok: Thuiszitterklok | None
    plicht: Plicht | None
    redenen: tuple[str, ...]
    uitleg: Uitleg


def beoordeel(
    melding: Melding,
    geboortedatum: Geboortedatum | date | None,
    kalender: Kalenderinvoer | None,
    instelling: Thuiszitterinstelling | None = None,
    loopbaan: Loopbaan | None = None,
) -> Beoordeling:
    """Return what a report comes down to on the day it was made.

    A report of other absence (illness in doubt, a missing newcomer) never reaches the limit by itself:
    whether those hours lack a valid reason is what the officer has to find out. Of a report that runs over
    the first day of leerplicht or the eighteenth birthday only the days with a duty count.

    Raises DomainError as :func:`urentelling` and :func:`soort_plicht`. Source: articles 1, 11, 21 and 21a.
    """
    school = als_kalender(kalender)
    plicht, dagen = _dagen_met_plicht(melding, geboortedatum, school, loopbaan or {})
    telling = urentelling(dagen, school)
    klok = _klok(melding, dagen, school, instelling)
    soort, sleutel = _soort(melding, telling, klok, plicht)
    redenen = tuple(_redenen(melding, telling, klok, soort))
    if 0 < len(dagen) < len(melding.dagen):
        redenen += (f"{len(melding.dagen) - len(dagen)} dagen zonder plicht tellen niet mee.",)
    wet = bepaling(sleutel, melding.begindatum)
    meldplichtig = soort in (Verzuimsoort.URENGRENS, Verzuimsoort.LANGDURIG, Verzuimsoort.LUXE)
    grens = _grens(soort, melding, telling)
    laat = None if grens is None or school is None else _te_laat(grens, melding.gemeld_op, school)
    uitleg = wet.uitleg(" ".join((*redenen, wet.regel)), _invoer(melding, telling), _dagen(melding))
    return Beoordeling(soort, melding.opgegeven, meldplichtig, laat, telling, klok, plicht, redenen, uitleg)


def _klok(
    melding: Melding,
    dagen: Iterable[Verzuimdag],
    kalender: Schoolkalender | None,
    instelling: Thuiszitterinstelling | None,
) -> Thuiszitterklok | None:
    """Return the clock of somebody who follows no lesson at all; it stops where the report says so."""
    if not melding.alle_lessen_gemist or melding.opgegeven is Meldsoort.LUXE:
        return None
    rijen = aaneengesloten((dag.datum for dag in dagen if not dag.geoorloofd and dag.uren), kalender)
    if not rijen:
        return None
    gestopt = melding.einddatum == rijen[-1].laatste_dag
    peildatum = rijen[-1].laatste_dag if gestopt else melding.gemeld_op
    return thuiszitter(rijen[-1].eerste_dag, peildatum, instelling)


def _dagen_met_plicht(
    melding: Melding,
    geboortedatum: Geboortedatum | date | None,
    kalender: Schoolkalender | None,
    loopbaan: Loopbaan,
) -> tuple[Plicht | None, tuple[Verzuimdag, ...]]:
    """Return the duty of the report and the days on which there is one: all, where nobody knows his age.

    A duty lasts for years without a break, so when both ends of the report have one, all its days do.
    """
    if geboortedatum is None:
        return None, melding.dagen
    geboren = Geboortedatum.van(geboortedatum)
    data = [dag.datum for dag in melding.dagen]
    aan_begin = soort_plicht(min(data), geboren, kalender, **loopbaan)
    aan_eind = soort_plicht(max(data), geboren, kalender, **loopbaan)
    if Plicht.GEEN not in (aan_begin, aan_eind):
        return aan_begin, melding.dagen
    if aan_begin is aan_eind:
        return Plicht.GEEN, melding.dagen
    dagen = tuple(
        dag
        for dag in melding.dagen
        if soort_plicht(dag.datum, geboren, kalender, **loopbaan) is not Plicht.GEEN
    )
    return (aan_eind if aan_begin is Plicht.GEEN else aan_begin), dagen


def _soort(
    melding: Melding, telling: Urentelling, klok: Thuiszitterklok | None, plicht: Plicht | None
) -> tuple[Verzuimsoort, str]:
    if plicht is Plicht.GEEN or melding.opgegeven is Meldsoort.RMC:
        return Verzuimsoort.GEEN_PLICHT, "leerplicht.begeleiding"
    if melding.opgegeven is Meldsoort.LUXE:
        return Verzuimsoort.LUXE, "verzuim.luxe"
    if klok is not None and klok.stand is not Thuiszitterstand.NOG_NIET:
        return Verzuimsoort.LANGDURIG, "verzuim.langdurig"
    if telling.bereikt and melding.opgegeven is not Meldsoort.OVERIG:
        return Verzuimsoort.URENGRENS, "verzuim.urengrens"
    return Verzuimsoort.OVERIG, "verzuim.beginnend"


def _redenen(
    melding: Melding, telling: Urentelling, klok: Thuiszitterklok | None, soort: Verzuimsoort
) -> Iterable[str]:
    eenheid = melding.dagen[0].eenheid
    totaal = sum((dag.uren for dag in melding.dagen), start=melding.dagen[0].uren * 0)
    dagen = "1 dag" if len(melding.dagen) == 1 else f"{len(melding.dagen)} dagen"
    gemeld = op_papier(melding.opgegeven, melding.gemeld_op)
    yield f"De school meldt {gemeld}: {eenheid.tekst(totaal)} op {dagen}."
    if telling.bereikt and soort is Verzuimsoort.OVERIG:
        yield (
            f"Op {kort(telling[0].einde)} is {telling.grens.uur} bereikt; "
            "zoek uit of er een geldige reden is, want anders is dit meldplichtig verzuim."
        )
    elif telling.bereikt:
        dagen_bereikt = ", ".join(kort(keer.einde) for keer in telling)
        yield f"{telling.grens.uur} of meer bereikt op {dagen_bereikt}."
    elif soort is not Verzuimsoort.LUXE:
        stand = eenheid.tekst(telling.stand)
        yield f"De teller staat op {stand}: de grens van {telling.grens.uur} is niet bereikt."
    if klok is not None:
        yield f"Geen enkele les gevolgd: {klok.dagen} dagen op rij, {klok.stand.value}."
    if soort is Verzuimsoort.LANGDURIG and melding.opgegeven is not Meldsoort.LANGDURIG:
        duur = langdurig(melding.begindatum)
        yield f"Dit is langer dan {duur}, dus langdurig verzuim, al noemt de school het anders."
    if soort is Verzuimsoort.GEEN_PLICHT:
        yield "Er is op de begindatum geen plicht: verwijs naar het Doorstroompunt."


def _invoer(melding: Melding, telling: Urentelling) -> Iterable[tuple[str, str]]:
    yield ("opgegeven soort", op_papier(melding.opgegeven, melding.gemeld_op))
    yield ("gemeld op", kort(melding.gemeld_op))
    yield ("periode", periode(melding.begindatum, melding.einddatum or melding.gemeld_op))
    yield ("telling", telling.uitleg.regel)


def _dagen(melding: Melding) -> Iterable[date]:
    return (dag.datum for dag in melding.dagen if dag.uren)


def _grens(soort: Verzuimsoort, melding: Melding, telling: Urentelling) -> date | None:
    """Return the day on which the duty to report arose; for LRV too the first time the limit was reached."""
    if soort is Verzuimsoort.LUXE:
        return melding.begindatum
    if soort in (Verzuimsoort.URENGRENS, Verzuimsoort.LANGDURIG) and telling.bereikt:
        return telling[0].einde
    return None


def uiterste_melddag(grens: date, kalender: Schoolkalender) -> date:
    """Return the last day on which a report is still prompt: so many schooldays after the limit."""
    dag = grens
    for _ in range(bepaling("verzuim.onverwijld", grens).getal("schooldagen")):
        dag = kalender.eerste_lesdag_vanaf(dag + _DAG)
    return dag


def _te_laat(grens: date, gemeld_op: date, kalender: Schoolkalender) -> date | None:
    """Return the first late day, None in time. What comes after the report needs no calendar."""
    aantal = bepaling("verzuim.onverwijld", grens).getal("schooldagen")
    tot = min(gemeld_op, kalender.bekend_tot)
    lesdagen = kalender.lesdagen(grens + _DAG, tot) if grens < tot else ()
    if len(lesdagen) < aantal:
        return None
    eerste_late_dag = lesdagen[aantal - 1] + _DAG
    return eerste_late_dag if gemeld_op >= eerste_late_dag else None


@dataclass(frozen=True, slots=True)
class Schoolsignaal:
    """Something a school had to report and has not: a signal to the school, and in the end the Inspectie."""

    periode: Urenperiode
    uiterlijk: date
    uitleg: Uitleg


def schoolsignalen(
    verzuimdagen: Iterable[Verzuimdag],
    meldingen: Iterable[Melding],
    kalender: Schoolkalender,
    peildatum: date,
) -> tuple[Schoolsignaal, ...]:
    """Return each time the limit was reached that no report covers, once the time to report has passed.

    A report covers a period when it was made on or after the day that reached the limit and its own days
    overlap the period. Source: articles 21, 21a and 27 (the boete on heads is the Inspectie's).
    """
    gemeld = tuple(meldingen)
    signalen = []
    for keer in urentelling(verzuimdagen, kalender):
        uiterlijk = uiterste_melddag(keer.einde, kalender)
        if peildatum <= uiterlijk or any(_dekt(melding, keer) for melding in gemeld):
            continue
        wet = bepaling("verzuim.onverwijld", keer.einde)
        regel = f"{periode(keer.begin, keer.einde)} had gemeld moeten zijn, uiterlijk {kort(uiterlijk)}."
        invoer = (("meldingen van de school", str(len(gemeld))), ("bekeken op", kort(peildatum)))
        signalen.append(Schoolsignaal(keer, uiterlijk, wet.uitleg(regel, invoer, keer.uitleg.dagen)))
    return tuple(signalen)


def _dekt(melding: Melding, keer: Urenperiode) -> bool:
    einde = melding.einddatum or melding.gemeld_op
    return melding.gemeld_op >= keer.einde and melding.begindatum <= keer.einde and keer.begin <= einde


@dataclass(frozen=True, slots=True)
class Afsluiting:
    """How a report was closed towards DUO: one reason, one explanation."""

    reden: str
    toelichting: str
    dag: date
    uitleg: Uitleg


def melding_afsluiten(reden: str, toelichting: str, dag: date) -> Afsluiting:
    """Return the closing of a report.

    Raises DomainError (``reden`` or ``toelichting``) for anything but the seven reasons and the three
    explanations of the annex to the Besluit Verzuimmelding.
    """
    wet = bepaling("verzuim.duo_afsluiten", dag)
    for veld, waarde, lijst in (("reden", reden, "redenen"), ("toelichting", toelichting, "toelichtingen")):
        if waarde not in wet.lijst(lijst):
            keuzes = "; ".join(wet.lijst(lijst))
            raise DomainError(veld, f"Sluit af met één van: {keuzes}.", wet.artikel)
    return Afsluiting(reden, toelichting, dag, wet.uitleg(wet.regel, (("reden", reden),), (dag,)))


def controleer_status(status: str, dag: date) -> str:
    """Return the status a report may get; DomainError (``status``) for one that DUO does not take.

    ``overgedragen aan derden`` lapsed on 12 August 2020: old reports keep it, nobody can choose it.
    """
    wet = bepaling("verzuim.duo_afsluiten", dag)
    if status not in wet.lijst("statussen"):
        keuzes = ", ".join(wet.lijst("statussen"))
        raise DomainError("status", f"Deze status is niet te kiezen. Wel: {keuzes}.", wet.artikel)
    return status
