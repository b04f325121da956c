"""Wrong papers and right ones: each wrong one differs from a right one in one thing, and one day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from leerplicht_desktop.domain.handhaving.compleet import is_compleet, punten
from leerplicht_desktop.domain.handhaving.grondslagen import EerdereAfdoening, Feitsoort
from leerplicht_desktop.domain.handhaving.proces_verbaal import Feit, ProcesVerbaal
from leerplicht_desktop.domain.handhaving.pvfeiten import (
    NIETS_ERNAAST,
    Eerderstuk,
    Handeling,
    Pvfeiten,
    Vrijstand,
)
from leerplicht_desktop.domain.handhaving.verhoor import Gewicht
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.leerplicht import Plicht
from tests.documents.pv_voorbeelden import FLEUR, TEUN, jongere_zelf, luxe, tijd

Maak = Callable[[], tuple[ProcesVerbaal, Pvfeiten]]
PLICHT = "Leerplichtwet"
EERSTE, LAATSTE, VERHOORD = date(2026, 11, 2), date(2026, 11, 6), date(2026, 11, 13)


def wat(pv: ProcesVerbaal, feiten: Pvfeiten = NIETS_ERNAAST) -> dict[str, Gewicht]:
    """Field -> the heaviest weight of its points."""
    gevonden: dict[str, Gewicht] = {}
    for punt in punten(pv, feiten):
        gevonden.setdefault(punt.veld, punt.gewicht)
    return gevonden


def zegt(pv: ProcesVerbaal, veld: str, feiten: Pvfeiten = NIETS_ERNAAST) -> str:
    """What is said of a field."""
    return " ".join(punt.bericht for punt in punten(pv, feiten) if punt.veld == veld)


def verhoor(**waarden: Any) -> ProcesVerbaal:
    pv = luxe()
    return replace(pv, verhoren=(replace(pv.verhoren[0], **waarden),))


def verschoven(dagen: int) -> ProcesVerbaal:
    """The hearing so many days later, with every time in it."""
    pv = luxe()
    een = pv.verhoren[0]
    om = timedelta(days=dagen)
    tijden = {
        veld: getattr(een, veld) + om
        for veld in (
            "begin",
            "feit_medegedeeld_om",
            "cautie_om",
            "rechtsbijstand_medegedeeld_om",
            "eind",
            "voorgelezen_om",
        )
        if getattr(een, veld) is not None
    }
    regels = tuple(replace(regel, moment=regel.moment + om) for regel in een.regels)
    vanaf = pv.verdachte.verdacht_vanaf
    eerder = replace(pv.verdachte, verdacht_vanaf=vanaf and min(vanaf, in_nederland(tijden["begin"]).date()))
    return replace(
        pv, verdachte=eerder, verhoren=(replace(een, regels=regels, rechten_in_oproep_van=None, **tijden),)
    )


def per_feit(pv: ProcesVerbaal, **waarden: Any) -> ProcesVerbaal:
    return replace(pv, feiten=tuple(replace(feit, **waarden) for feit in pv.feiten))


def grond(feit: Feit, *dagen: date) -> Feit:
    return replace(feit, grondslag=replace(feit.grondslag, van=dagen[0], tot=dagen[-1], dagen=dagen))


def zonder_regel(naam: str, dag: date) -> ProcesVerbaal:
    pv = luxe()
    return replace(
        pv, verzuim=tuple(regel for regel in pv.verzuim if (regel.jongere, regel.dag) != (naam, dag))
    )


GEMELD = frozenset((jongere.naam, date(2026, 11, dag)) for jongere in (FLEUR, TEUN) for dag in range(2, 7))


def ernaast(**waarden: Any) -> Pvfeiten:
    return replace(Pvfeiten(gemeld=GEMELD), **waarden)


def test_the_right_papers_have_no_point() -> None:
    assert wat(luxe()) == {}
    assert wat(luxe(), ernaast()) == {}
    assert is_compleet(jongere_zelf())


WRONG: dict[str, tuple[Callable[[], ProcesVerbaal], Pvfeiten, str, Gewicht, str]] = {
    "a day that nobody reported": (
        lambda: zonder_regel(TEUN.naam, LAATSTE),
        NIETS_ERNAAST,
        "feiten.1.periode",
        Gewicht.BLOKKEERT,
        "Van Teun van Wijngaarden is op 6 november 2026 geen verzuim gemeld. Laat die dag weg.",
    ),
    "a report that was withdrawn since": (
        luxe,
        ernaast(gemeld=GEMELD - {(FLEUR.naam, EERSTE)}),
        "feiten.0.periode",
        Gewicht.BLOKKEERT,
        "over 2 november 2026 is van Fleur van Wijngaarden geen verzuim meer gemeld",
    ),
    "days in another paper": (
        luxe,
        ernaast(eerder=(Eerderstuk("proces-verbaal LP-0031", FLEUR.naam, frozenset({EERSTE, LAATSTE})),)),
        "feiten.0.periode",
        Gewicht.BLOKKEERT,
        "2 november 2026 en 6 november 2026: al in proces-verbaal LP-0031",
    ),
    "leave that was granted": (
        luxe,
        ernaast(vrij=(Vrijstand(TEUN.naam, date(2026, 11, 5), date(2026, 11, 9), "verleend verlof"),)),
        "feiten.1.periode",
        Gewicht.BLOKKEERT,
        "Op 5 tot en met 6 november 2026 gold voor Teun",
    ),
    "a day twice": (
        lambda: replace(luxe(), feiten=(*luxe().feiten, grond(luxe().feiten[0], LAATSTE))),
        NIETS_ERNAAST,
        "feiten.2.periode",
        Gewicht.BLOKKEERT,
        "staat al in een eerder feit",
    ),
    "an annex of tomorrow": (
        lambda: replace(
            luxe(),
            bijlagen=(*luxe().bijlagen, replace(luxe().bijlagen[0], titel="Foto", datum=date(2026, 11, 25))),
        ),
        NIETS_ERNAAST,
        "bijlagen",
        Gewicht.BLOKKEERT,
        "Bijlage ‘Foto’ is van 25 november 2026, na de sluiting.",
    ),
    "an akte that ended before the hearing": (
        lambda: replace(luxe(), verbalisant=replace(luxe().verbalisant, akte_geldig_tot=date(2026, 11, 12))),
        NIETS_ERNAAST,
        "verbalisant.akte_geldig_tot",
        Gewicht.BLOKKEERT,
        "Je akte gold niet op 13 november 2026",
    ),
    "a hearing before the fact": (
        lambda: verschoven(-12),
        NIETS_ERNAAST,
        "verhoor.0.begin",
        Gewicht.BLOKKEERT,
        "Het verhoor was op 1 november 2026, vóór het feit.",
    ),
    "a hearing on its first day": (
        lambda: replace(verschoven(-11), na_verhoor="Niet bereikt."),
        NIETS_ERNAAST,
        "verhoor.0.begin",
        Gewicht.ADVIES,
        "eerste dag van het feit",
    ),
    "days after the hearing": (
        lambda: verschoven(-9),
        NIETS_ERNAAST,
        "na_verhoor",
        Gewicht.ANTWOORD,
        "5 tot en met 6 november 2026: dat is na het verhoor",
    ),
    "a hearing about another day": (
        lambda: verhoor(pleegdatum=date(2026, 11, 9)),
        NIETS_ERNAAST,
        "verhoor.0.pleegdatum",
        Gewicht.BLOKKEERT,
        "Het verhoor gaat over 9 november 2026",
    ),
    "a visit at the same time": (
        luxe,
        ernaast(
            handelingen=(Handeling("b1", "een deurbezoek van 09.30 uur", tijd(13, 9, 30), tijd(13, 9, 45)),)
        ),
        "verhoor.0.begin",
        Gewicht.BLOKKEERT,
        "ook bij een deurbezoek van 09.30 uur",
    ),
    "an earlier outcome after the fact": (
        lambda: replace(
            luxe(), persoon=replace(luxe().persoon, eerdere=(EerdereAfdoening(date(2026, 11, 3), "2 lid 1"),))
        ),
        NIETS_ERNAAST,
        "persoon.eerdere",
        Gewicht.BLOKKEERT,
        "niet van vóór het feit",
    ),
    "a child that was not born": (
        lambda: replace(
            luxe(),
            feiten=(
                replace(luxe().feiten[0], jongere=replace(FLEUR, geboren=Geboortedatum(2026, 11, 2))),
                *luxe().feiten[1:],
            ),
        ),
        NIETS_ERNAAST,
        "feiten.0.periode",
        Gewicht.BLOKKEERT,
        "nog niet geboren",
    ),
    "a parent of nearly the same age": (
        lambda: replace(luxe(), verdachte=replace(luxe().verdachte, geboren=Geboortedatum(2006, 2, 1))),
        NIETS_ERNAAST,
        "verdachte.geboren",
        Gewicht.ADVIES,
        "jaar ouder dan",
    ),
    "the number of a citizen in a text": (
        lambda: replace(luxe(), persoon=replace(luxe().persoon, hulp="Moeder (BSN 123456782) kreeg hulp.")),
        NIETS_ERNAAST,
        "persoon.hulp",
        Gewicht.BLOKKEERT,
        "Hier staat een BSN.",
    ),
    "the number of a citizen in the title of an annex": (
        lambda: replace(
            luxe(), bijlagen=(replace(luxe().bijlagen[0], titel="Uittreksel 123456782"), *luxe().bijlagen[1:])
        ),
        NIETS_ERNAAST,
        "bijlagen",
        Gewicht.BLOKKEERT,
        "Hier staat een BSN.",
    ),
    "a hearing of five hours": (
        lambda: verhoor(eind=tijd(13, 14, 30), voorgelezen_om=tijd(13, 14, 20)),
        NIETS_ERNAAST,
        "verhoor.0.eind",
        Gewicht.ADVIES,
        "Klopt dit?",
    ),
    "parents told after closing": (
        lambda: verhoor(ouders_ingelicht_op=date(2026, 11, 25)),
        NIETS_ERNAAST,
        "verhoor.0.ouders_ingelicht_op",
        Gewicht.BLOKKEERT,
        "na de sluiting",
    ),
    "a duty that only a diploma ends": (
        lambda: per_feit(
            luxe(), grondslag=replace(luxe().feiten[0].grondslag, plicht=Plicht.KWALIFICATIEPLICHT)
        ),
        NIETS_ERNAAST,
        "school.startkwalificatie",
        Gewicht.ANTWOORD,
        "Heeft Fleur van Wijngaarden en Teun van Wijngaarden een diploma",
    ),
}


@pytest.mark.parametrize("naam", WRONG)
def test_a_wrong_paper_is_told_what_is_wrong(naam: str) -> None:
    maak, feiten, veld, gewicht, woorden = WRONG[naam]
    pv = maak()
    assert wat(pv, feiten).get(veld) is gewicht
    assert woorden in zegt(pv, veld, feiten)
    assert is_compleet(pv) or not any(punt.gewicht is Gewicht.ADVIES and punt.moet for punt in punten(pv))


@pytest.mark.parametrize(
    ("veld", "deel"),
    [
        ("ziekmelding", "school"),
        ("verlof", "school"),
        ("vrijstelling", "school"),
        ("gehoord", "persoon"),
        ("verwijtbaarheid", "persoon"),
    ],
)
def test_a_question_blocks_until_it_is_answered_and_any_answer_does(veld: str, deel: str) -> None:
    pv = luxe()
    leeg = replace(pv, **{deel: replace(getattr(pv, deel), **{veld: " \n"})})
    assert wat(leeg) == {f"{deel}.{veld}": Gewicht.ANTWOORD}
    assert not is_compleet(leeg)
    assert is_compleet(replace(leeg, **{deel: replace(getattr(leeg, deel), **{veld: "weet ik niet"})}))


def test_a_jongere_is_asked_for_halt() -> None:
    eigen = replace(jongere_zelf(), aanvulling_op="")
    assert wat(eigen)["persoon.halt"] is Gewicht.ANTWOORD
    assert "persoon.halt" not in wat(luxe())


@pytest.mark.parametrize(
    ("sluit", "gewicht"),
    [
        (date(2029, 11, 2), Gewicht.ADVIES),
        (date(2029, 11, 3), Gewicht.BLOKKEERT),
        (date(2029, 8, 2), None),
        (date(2029, 8, 3), Gewicht.ADVIES),
    ],
)
def test_a_day_is_time_barred_three_years_after_the_day_that_follows_it(
    sluit: date, gewicht: Gewicht | None
) -> None:
    """Sr 70 and 71; from three months before it is told."""
    assert wat(replace(luxe(), datum=sluit)).get("feiten.0.periode") is gewicht


def test_only_the_days_that_are_barred_are_named() -> None:
    pv = replace(luxe(), datum=date(2029, 11, 5))
    assert "2 tot en met 4 november 2026 zijn verjaard" in zegt(pv, "feiten.0.periode")


@pytest.mark.parametrize(
    ("gekeken", "gewicht"),
    [
        (None, Gewicht.BLOKKEERT),
        (date(2026, 11, 5), Gewicht.BLOKKEERT),
        (LAATSTE, None),
        (date(2026, 11, 9), None),
    ],
)
def test_the_register_says_it_up_to_the_day_it_was_asked(
    gekeken: date | None, gewicht: Gewicht | None
) -> None:
    pv = per_feit(luxe(), soort=Feitsoort.ABSOLUUT)
    keer = tuple((jongere.naam, gekeken) for jongere in (FLEUR, TEUN)) if gekeken else ()
    gevonden = wat(pv, Pvfeiten(gecontroleerd=keer))
    assert gevonden.get("feiten.0.periode") is gewicht


def test_leave_excuses_no_enrolment_and_an_exemption_does() -> None:
    pv = per_feit(luxe(), soort=Feitsoort.ABSOLUUT)
    verlof = Vrijstand(FLEUR.naam, EERSTE, None, "verleend verlof")
    assert "feiten.0.periode" not in wat(pv, Pvfeiten(vrij=(verlof,)))
    vrij = replace(verlof, wat="een vrijstelling", ook_inschrijving=True)
    assert wat(pv, Pvfeiten(vrij=(vrij,)))["feiten.0.periode"] is Gewicht.BLOKKEERT


def test_what_another_child_did_excuses_nobody() -> None:
    ander = Eerderstuk("proces-verbaal LP-0031", "Iemand Anders", frozenset({EERSTE}))
    assert (
        wat(luxe(), ernaast(eerder=(ander,), vrij=(Vrijstand("Iemand Anders", EERSTE, None, "verlof"),)))
        == {}
    )


def test_acts_that_follow_each_other_do_not_overlap() -> None:
    begin, eind = luxe().verhoren[0].begin, luxe().verhoren[0].eind
    assert eind is not None
    voor = Handeling("b1", "een deurbezoek", begin - timedelta(minutes=30), begin)
    na = Handeling("b2", "een deurbezoek", eind, eind + timedelta(minutes=30))
    zelf = Handeling(luxe().verhoren[0].id, "een verhoor", begin, eind)
    assert wat(luxe(), ernaast(handelingen=(voor, na, zelf))) == {}
    erover = replace(voor, eind=begin + timedelta(minutes=1))
    assert wat(luxe(), ernaast(handelingen=(erover,))) == {"verhoor.0.begin": Gewicht.BLOKKEERT}


def test_an_addition_says_where_the_hearing_stands_and_asks_nothing_again() -> None:
    vol = luxe()
    leeg = replace(
        vol,
        verhoren=(),
        verzuim=(),
        school=replace(vol.school, ziekmelding="", verlof="", vrijstelling=""),
        aanvulling_op="LP-1",
        gehoord_in="LP-1",
    )
    assert [punt for punt in punten(leeg) if punt.moet] == []
    assert wat(replace(leeg, gehoord_in=""))["niet_gehoord"] is Gewicht.ANTWOORD
