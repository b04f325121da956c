"""Not enrolled: what the register was asked, over which days, and which days are absoluut verzuim."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leerplicht_desktop.domain.datumtekst import kort, lang
from leerplicht_desktop.domain.plicht.inschrijving import (
    AbsoluutVerzuim,
    Inschrijving,
    VrijgesteldePeriode,
    absoluut_verzuim,
)

from .oordeel import Bijdrage, Deur, Fase, Oordeel, Weging, Zaakfeiten, Zin
from .procedure import Proceduresoort
from .vraag import Antwoorden, Vraag, Vraagsoort

_S = Vraagsoort


def vragen(dag: date) -> tuple[Vraag, ...]:
    """The questions."""
    uitkomst = (("geen", "Nergens ingeschreven"), ("wel", "Wel ingeschreven"))
    bij = (("uitkomst", ("geen",)),)
    return (
        Vraag(
            "geraadpleegd_op",
            "Wanneer keek je in het register onderwijsdeelnemers?",
            _S.DAG,
            kop="Het register",
            nodig=True,
        ),
        Vraag(
            "ook_mbo",
            "Keek je ook bij mbo-instellingen?",
            _S.JA_NEE,
            "Nodig voor wie kwalificatieplichtig is.",
        ),
        Vraag("uitkomst", "Wat stond er?", _S.KEUZE, keuzes=uitkomst, nodig=True),
        Vraag("vanaf", "Vanaf welke dag staat de jongere nergens ingeschreven?", _S.DAG, bij=bij),
        Vraag("laatste_school", "Welke school was de laatste?", _S.REGEL, bij=bij),
        Vraag("uitgeschreven_om", "Waarom schreef die school uit?", _S.REGEL, bij=bij),
        Vraag(
            "vrijgesteld_van",
            "Gold er een vrijstelling? Vanaf welke dag?",
            _S.DAG,
            "Laat leeg als er geen was.",
            bij=bij,
        ),
        Vraag("vrijgesteld_tot", "Tot en met welke dag?", _S.DAG, bij=bij),
        Vraag(
            "aangemeld",
            "Meldden de ouders de jongere ergens aan?",
            _S.TEKST,
            "Welke school, wanneer, en wat deed die school?",
            bij=bij,
            kop="De ouders",
        ),
        Vraag("gehoord_op", "Wanneer hoorde je de ouders?", _S.DAG, bij=bij),
        Vraag(
            "ingeschreven_op",
            "Sinds wanneer staat de jongere weer ingeschreven?",
            _S.DAG,
            bij=bij,
            kop="Hoe het afliep",
        ),
    )


def regel(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Oordeel:
    """The days without enrolment, up to the day on which the register was asked."""
    gekeken, vanaf = antwoorden.dag("geraadpleegd_op"), antwoorden.dag("vanaf")
    if gekeken is None:
        return Oordeel("Vul in wanneer je in het register keek.")
    fasen = (
        Fase("Register geraadpleegd", gekeken, gedaan=True),
        Fase("Ouders gehoord", antwoorden.dag("gehoord_op"), antwoorden.dag("gehoord_op") is not None),
        Fase(
            "Weer ingeschreven",
            antwoorden.dag("ingeschreven_op"),
            antwoorden.dag("ingeschreven_op") is not None,
        ),
    )
    if antwoorden.tekst("uitkomst") == "wel":
        return Oordeel(f"Ingeschreven volgens het register op {lang(gekeken)}.", fasen[:1], klaar=True)
    if vanaf is None:
        return Oordeel("Vul in vanaf welke dag de jongere nergens staat ingeschreven.", fasen)
    weer = antwoorden.dag("ingeschreven_op")
    perioden = _perioden(antwoorden, feiten, (vanaf, gekeken))
    kop = f"Niet ingeschreven van {kort(vanaf)} tot en met {kort(gekeken)}."
    return Oordeel(
        f"Weer ingeschreven sinds {lang(weer)}." if weer else kop,
        fasen,
        tuple(_zinnen(perioden, antwoorden, gekeken)),
        tuple(_beletsel(antwoorden, gekeken, vanaf)),
        bijdrage=Bijdrage(
            absoluut_sinds=perioden[0].van if perioden and weer is None else None,
            niet_nagekomen_sinds=perioden[0].van if perioden and weer is None else None,
        ),
        klaar=weer is not None,
    )


def _perioden(
    antwoorden: Antwoorden, feiten: Zaakfeiten, venster: tuple[date, date]
) -> tuple[AbsoluutVerzuim, ...]:
    if venster[1] < venster[0]:
        return ()
    weer, vrij = antwoorden.dag("ingeschreven_op"), antwoorden.dag("vrijgesteld_van")
    inschrijvingen = (Inschrijving("", weer),) if weer is not None else ()
    vrijstellingen = (VrijgesteldePeriode(vrij, antwoorden.dag("vrijgesteld_tot")),) if vrij else ()
    jongere = feiten.jongere
    return absoluut_verzuim(
        jongere.geboortedatum, inschrijvingen, vrijstellingen, venster, jongere.kalender, jongere.loopbaan
    )


def _zinnen(perioden: tuple[AbsoluutVerzuim, ...], antwoorden: Antwoorden, gekeken: date) -> Iterator[Zin]:
    for een in perioden:
        dagen = (een.tot - een.van).days + 1
        periode = f"{kort(een.van)} tot en met {kort(een.tot)}"
        zin = f"{periode}: {dagen} dagen {een.plicht.value} zonder inschrijving."
        yield Zin(zin, Weging.TEGEN if een.zeker else Weging.VRAAG, een.uitleg)
    if not perioden:
        yield Zin("Op deze dagen was er geen plicht om ingeschreven te staan.", Weging.GOED)
    if (
        any(een.plicht.value == "kwalificatieplicht" for een in perioden)
        and antwoorden.ja("ook_mbo") is not True
    ):
        yield Zin("Kijk ook of de jongere bij een mbo-instelling staat.", Weging.VRAAG)
    yield Zin(
        f"Over dagen na {lang(gekeken)} weet je niets: kijk opnieuw voor je die gebruikt.", Weging.LET_OP
    )
    if antwoorden.dag("gehoord_op") is None:
        yield Zin(
            "Hoor eerst de ouders en probeer hen te bewegen; een proces-verbaal kan pas daarna.",
            Weging.LET_OP,
        )
    if antwoorden.tekst("aangemeld"):
        yield Zin("De ouders meldden aan: kijk of hun iets te verwijten is.", Weging.VRAAG)


def _beletsel(antwoorden: Antwoorden, gekeken: date, vanaf: date) -> Iterator[tuple[str, str]]:
    if vanaf > gekeken:
        yield "vanaf", f"Je keek op {kort(gekeken)}. Over latere dagen zegt het register nog niets."
    weer = antwoorden.dag("ingeschreven_op")
    if weer is not None and weer < vanaf:
        yield "ingeschreven_op", "Deze dag ligt vóór de eerste dag zonder inschrijving."


INSCHRIJVINGDEUR = Deur(
    Proceduresoort.INSCHRIJVING,
    "De jongere staat misschien nergens ingeschreven",
    vragen,
    regel,
)
