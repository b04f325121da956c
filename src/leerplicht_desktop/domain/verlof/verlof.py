"""Excused absence: leave under articles 13a and 14, religious days, illness, the under-sixes.

Two separate yearly counters: the ten days of article 14 are a total that decides *who* decides; the ten
days of article 13a are a limit that nobody can lift.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from leerplicht_desktop.domain.datumtekst import kort, periode
from leerplicht_desktop.domain.eisen import eis_aantal, eis_datum, eis_geheel, eis_ja_nee
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.getalwoord import keer
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.termijn.termijnen import Tijdig, termijn
from leerplicht_desktop.domain.uitleg import Uitleg
from leerplicht_desktop.domain.wet.kalender import Kalenderinvoer, Schooljaar, Schoolkalender, eis_kalender
from leerplicht_desktop.domain.wet.wetboek import Bepaling, bepaling, wetboek

_ARTIKEL_13A = "artikel 13a Leerplichtwet 1969"
_ARTIKEL_14 = "artikel 14 Leerplichtwet 1969"
_DAGEN_PER_JAAR = 366


class Beslisser(StrEnum):
    """Who decides on a request for leave."""

    HOOFD = "hoofd van de school"
    LEERPLICHTAMBTENAAR = "leerplichtambtenaar van de woongemeente"
    NIEMAND = "niemand: de wet laat hier een gat"


class Verlofgrond(StrEnum):
    """The article a leave was granted under; each has its own counter."""

    BEROEP = "13a"
    GEWICHTIG = "14"


@dataclass(frozen=True, slots=True)
class Verlof:
    """Leave that was granted: its ground, first and last day, and the schooldays in it."""

    grond: Verlofgrond
    van: date
    tot: date
    dagen: int

    def __post_init__(self) -> None:
        """Refuse leave that ends before it begins, days it cannot hold, and leave over 1 August."""
        van, tot = eis_datum("van", self.van, _ARTIKEL_14), eis_datum("tot", self.tot, _ARTIKEL_14)
        if tot < van:
            raise DomainError("tot", "De laatste dag van het verlof ligt vóór de eerste dag.", _ARTIKEL_14)
        if Schooljaar.van(van) != Schooljaar.van(tot):
            raise DomainError(
                "tot", "Dit verlof loopt over 1 augustus. Knip het per schooljaar in tweeën.", _ARTIKEL_14
            )
        eis_geheel("dagen", self.dagen, (1, (tot - van).days + 1), _ARTIKEL_14)


def reeds_verleend(verloven: Iterable[Verlof], grond: Verlofgrond, dag: date) -> int:
    """Return the days granted on a ground in the school year of a day; on 1 August the count is nil again."""
    schooljaar = Schooljaar.van(dag)
    return sum(
        verlof.dagen
        for verlof in verloven
        if verlof.grond is grond and Schooljaar.van(verlof.van) == schooljaar
    )


@dataclass(frozen=True, slots=True)
class Verlofbeslissing:
    """Who decides on a request under article 14, with the yearly total it would make.

    ``hoofd_horen``: the officer decides, so hears the head first. The decision then is a besluit.
    ``hoogstens`` is what the head may grant in a year. ``uiterlijk`` is the last day on which the reasons
    could be told afterwards, None when the request came before.
    """

    beslisser: Beslisser
    totaal: int
    hoofd_horen: bool
    te_laat: bool
    uitleg: Uitleg
    hoogstens: int = 0
    uiterlijk: date | None = None


def verlof_14(
    reeds_verleend: int,
    gevraagd: int,
    eerste_dag: date | None = None,
    aangevraagd_op: date | None = None,
    lesdagen_per_week: int = 5,
) -> Verlofbeslissing:
    """Return who decides on leave for weighty circumstances: the head up to ten days a school year in all.

    ``reeds_verleend`` are the days granted under article 14 this school year, whoever granted them.
    Afterwards is only possible when the reasons were told within two days of the first day missed.
    ``lesdagen_per_week`` lowers the ten days of the head for who is kwalificatieplichtig and does not go to
    school all week. Between that part and ten days the text names nobody: the head may not, and the officer
    comes in only above ten.

    Raises DomainError (``gevraagd``, ``reeds_verleend``) for numbers no school year holds, and for what is
    no day (``eerste_dag``, ``aangevraagd_op``). Source: article 14 Leerplichtwet 1969.
    """
    for veld, dag in (("eerste_dag", eerste_dag), ("aangevraagd_op", aangevraagd_op)):
        if dag is not None:
            eis_datum(veld, dag, _ARTIKEL_14)
    wet = bepaling("verlof.14", eerste_dag)
    reeds_verleend = eis_geheel("reeds_verleend", reeds_verleend, (0, _DAGEN_PER_JAAR), wet.artikel)
    gevraagd = eis_geheel("gevraagd", gevraagd, (1, _DAGEN_PER_JAAR), wet.artikel)
    totaal, hoogstens = reeds_verleend + gevraagd, _naar_rato(wet, lesdagen_per_week)
    beslisser = _beslisser(totaal, hoogstens, wet)
    achteraf = eerste_dag is not None and aangevraagd_op is not None and aangevraagd_op > eerste_dag
    meldtermijn = termijn("verlof_achteraf", eerste_dag) if achteraf and eerste_dag is not None else None
    te_laat = (
        meldtermijn is not None
        and aangevraagd_op is not None
        and (meldtermijn.tijdig(aangevraagd_op) is not Tijdig.OP_TIJD)
    )
    regel = f"{reeds_verleend} + {gevraagd} = {totaal} dagen dit schooljaar: beslist {beslisser.value}."
    if beslisser is Beslisser.NIEMAND:
        regel += (
            f" Het hoofd mag tot en met {hoogstens} dagen, en de leerplichtambtenaar komt pas boven de "
            f"{wet.getal('dagen')} in beeld. Vraag je jurist."
        )
    if te_laat and meldtermijn is not None:
        regel += (
            f" De redenen zijn te laat gemeld, dat kon tot en met {kort(meldtermijn.laatste_dag)}: achteraf "
            "verlenen kan niet meer."
        )
    invoer = (
        ("al verleend dit schooljaar (artikel 14)", str(reeds_verleend)),
        ("gevraagd", str(gevraagd)),
        ("hoogstens door het hoofd", str(hoogstens)),
    )
    return Verlofbeslissing(
        beslisser,
        totaal,
        beslisser is Beslisser.LEERPLICHTAMBTENAAR,
        te_laat,
        wet.uitleg(f"{regel} {wet.regel}", invoer),
        hoogstens,
        meldtermijn.laatste_dag if meldtermijn is not None else None,
    )


def _beslisser(totaal: int, hoogstens: int, wet: Bepaling) -> Beslisser:
    if totaal > wet.getal("dagen"):
        return Beslisser.LEERPLICHTAMBTENAAR
    return Beslisser.HOOFD if totaal <= hoogstens else Beslisser.NIEMAND


@dataclass(frozen=True, slots=True)
class Verlofmogelijkheid:
    """Whether holiday leave under article 13a is possible at all; truthful as a condition.

    The head decides, never the officer, so ``beslisser`` is None when it is impossible.
    """

    mogelijk: bool
    beslisser: Beslisser | None
    dagen: int
    redenen: tuple[str, ...]
    uitleg: Uitleg

    def __bool__(self) -> bool:
        """Tell whether the head may grant it."""
        return self.mogelijk


def verlof_13a(
    van: date,
    tot: date,
    kalender: Kalenderinvoer | None,
    eerder_dit_schooljaar: int = 0,
    lesdagen_per_week: int = 5,
    specifieke_aard: bool = True,
) -> Verlofmogelijkheid:
    """Return whether the head may grant holiday leave because of the nature of the parents' work.

    ``eerder_dit_schooljaar`` counts earlier leaves (not days); ``lesdagen_per_week`` lowers the ten days in
    proportion for who is kwalificatieplichtig and does not go to school all week. A leave over 1 August is
    judged by the first teaching weeks of both school years.

    Raises DomainError: ``tot`` before ``van``, ``kalender`` for unknown days, and a number or an answer that
    is none. Source: articles 11 onder f and 13a Leerplichtwet 1969.
    """
    wet = bepaling("verlof.13a", eis_datum("van", van, _ARTIKEL_13A))
    if eis_datum("tot", tot, wet.artikel) < van:
        raise DomainError("tot", "De laatste dag ligt vóór de eerste dag.", wet.artikel)
    eerder = eis_geheel("eerder_dit_schooljaar", eerder_dit_schooljaar, (0, 99), wet.artikel)
    hoogstens = _naar_rato(wet, lesdagen_per_week)
    school = eis_kalender(kalender)
    dagen = school.lesdagen(van, tot)
    redenen = []
    if not eis_ja_nee("specifieke_aard", specifieke_aard, wet.artikel):
        redenen.append("Niet aangetoond dat het beroep vakantie in de schoolvakanties onmogelijk maakt.")
    if not dagen:
        redenen.append("Er valt geen schooldag in deze periode: verlof is niet nodig.")
    if _in_eerste_weken(dagen, school, wet):
        weken = keer(wet.getal("lesweken"), "lesweek", "lesweken")
        redenen.append(f"De eerste {weken} van het schooljaar zijn uitgesloten.")
    if len(dagen) > hoogstens:
        redenen.append(f"{len(dagen)} schooldagen is meer dan {hoogstens}; doorsturen kan niet.")
    if eerder >= wet.getal("keren"):
        redenen.append("Dit schooljaar is al een keer verlof wegens het beroep verleend.")
    invoer = (("gevraagd", periode(van, tot)), ("schooldagen", str(len(dagen))), ("kalender", school.naam))
    regel = " ".join((*redenen, wet.regel))
    beslisser = None if redenen else Beslisser.HOOFD
    uitleg = wet.uitleg(regel, invoer, dagen)
    return Verlofmogelijkheid(not redenen, beslisser, len(dagen), tuple(redenen), uitleg)


def _naar_rato(wet: Bepaling, lesdagen_per_week: int) -> int:
    return wet.getal("dagen") * eis_geheel("lesdagen_per_week", lesdagen_per_week, (1, 5), wet.artikel) // 5


def _in_eerste_weken(dagen: tuple[date, ...], school: Schoolkalender, wet: Bepaling) -> bool:
    aantal, jaren = wet.getal("lesweken"), {Schooljaar.van(dag) for dag in dagen}
    return any(dag in school.eerste_lesweken(jaar, aantal) for jaar in jaren for dag in dagen)


class Melder(StrEnum):
    """Who reported an illness or a religious duty."""

    OUDER = "ouder of verzorger"
    JONGERE = "jongere zelf"
    ANDER = "iemand anders"


@dataclass(frozen=True, slots=True)
class Tijdigheid:
    """A notice that had to come in time. Nobody decides on it, so there is never an objection clause.

    ``juiste_melder`` is False when somebody reported who may not, None when that was not asked.
    """

    op_tijd: bool
    uiterlijk: date
    uitleg: Uitleg
    juiste_melder: bool | None = None


def religieuze_dag(
    eerste_dag: date, gemeld_op: date, melder: Melder | None = None, *, woont_zelfstandig: bool = False
) -> Tijdigheid:
    """Return whether a religious day was notified at least two days before. Sources: articles 13 and 13b."""
    return _melding("religie", (eerste_dag, gemeld_op), melder, woont_zelfstandig)


def ziekmelding(
    eerste_dag: date, gemeld_op: date, melder: Melder | None = None, *, woont_zelfstandig: bool = False
) -> Tijdigheid:
    """Return whether illness was notified within two days after it began. Sources: articles 12 and 13b."""
    return _melding("ziekmelding", (eerste_dag, gemeld_op), melder, woont_zelfstandig)


def _melding(
    sleutel: str, dagen: tuple[date, date], melder: Melder | None, woont_zelfstandig: bool
) -> Tijdigheid:
    eerste_dag, gemeld_op = dagen
    artikel = bepaling(f"termijn.{sleutel}", None).artikel
    loopt = termijn(sleutel, eis_datum("eerste_dag", eerste_dag, artikel))
    op_tijd = loopt.tijdig(eis_datum("gemeld_op", gemeld_op, artikel)) is Tijdig.OP_TIJD
    wet, uiterlijk = bepaling(f"termijn.{sleutel}", eerste_dag), loopt.laatste_dag
    juist = None if melder is None else _juiste_melder(melder, woont_zelfstandig)
    regel = [f"{'Op tijd' if op_tijd else 'Te laat'}: uiterlijk {kort(uiterlijk)}."]
    invoer = [("eerste dag", kort(eerste_dag)), ("gemeld op", kort(gemeld_op))]
    if melder is not None:
        wie = bepaling("verlof.melder", eerste_dag)
        regel += [] if juist else [f"Niet door de juiste persoon gemeld ({wie.artikel}). {wie.regel}"]
        invoer.append(("gemeld door", melder.value))
    uitleg = wet.uitleg(" ".join((*regel, loopt.uitleg.regel)), invoer, (uiterlijk,))
    return Tijdigheid(op_tijd, uiterlijk, uitleg, juist)


def _juiste_melder(melder: Melder, woont_zelfstandig: bool) -> bool:
    return melder is Melder.OUDER or (melder is Melder.JONGERE and woont_zelfstandig)


def thuis_jongste_leerlingen(
    geboortedatum: Geboortedatum | date, dag: date, uren_deze_week: Decimal | float, toestemming: bool = False
) -> Verlofmogelijkheid:
    """Return whether a child under six may miss so many hours this week. Source: article 11a.

    Raises DomainError (``uren``) for negative hours or no number.
    """
    wet = bepaling("verlof.jongste_leerlingen", dag)
    uren_deze_week = eis_aantal("uren", uren_deze_week, wet.artikel)
    jong = Geboortedatum.van(geboortedatum).leeftijd_op(dag).minstens(wet.getal("leeftijd")) is False
    ruimte = wet.getal("uren_met_toestemming" if toestemming else "uren") if jong else 0
    redenen = []
    if not jong:
        redenen.append("Het kind is zes of ouder, of dat is niet zeker.")
    elif uren_deze_week > ruimte:
        redenen.append(f"Meer dan {ruimte} uur in deze week.")
    uitleg = wet.uitleg(" ".join((*redenen, wet.regel)), (("uren deze week", str(uren_deze_week)),), (dag,))
    beslisser = Beslisser.HOOFD if toestemming and not redenen else None
    return Verlofmogelijkheid(not redenen, beslisser, 0, tuple(redenen), uitleg)


@dataclass(frozen=True, slots=True)
class Verlofreden:
    """One line of the national table: at most so many days, to be shown by."""

    sleutel: str
    dagen: int
    bewijs: str
    uitleg: Uitleg


def verlofredenen(dag: date) -> tuple[Verlofreden, ...]:
    """Return the national table for article 11 g as it stood on a day; all within the yearly ten."""
    gevonden = []
    for sleutel, versies in wetboek().bepalingen.items():
        if sleutel.startswith("verlof.reden.") and any(versie.geldt_op(dag) for versie in versies):
            wet = bepaling(sleutel, dag)
            naam = sleutel.removeprefix("verlof.reden.")
            gevonden.append(Verlofreden(naam, wet.getal("dagen"), wet.tekst("bewijs"), wet.uitleg(wet.regel)))
    return tuple(gevonden)


def nooit_een_reden(dag: date) -> tuple[str, ...]:
    """Return what is never a weighty circumstance, whatever was booked."""
    return bepaling("verlof.nooit", dag).lijst("redenen")
