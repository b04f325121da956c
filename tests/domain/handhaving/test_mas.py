"""The method: nothing comes before what it rests on, and blame decides about a proces-verbaal."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.mas import (
    Route,
    Routekeuze,
    Stap,
    Verwijtbaarheid,
    mag_stap,
    meldcode,
    mogelijke_stappen,
    svb_bericht,
)
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.jongere import Jongere
from leerplicht_desktop.domain.verzuim.melding import Verzuimsoort
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

DAG = date(2026, 11, 21)
RELATIEF, LUXE = Verzuimsoort.URENGRENS, Verzuimsoort.LUXE
VOOR_PV = (Stap.NAGEKEKEN, Stap.CONTACT, Stap.GEHOORD, Stap.ANALYSE, Stap.ROUTE_GEKOZEN, Stap.VERHOOR)


@pytest.mark.parametrize("weg", [Stap.GEHOORD, Stap.ANALYSE, Stap.ROUTE_GEKOZEN, Stap.VERHOOR])
def test_a_proces_verbaal_rests_on_hearing_analysis_choice_and_verhoor(weg: Stap) -> None:
    assert mag_stap(Stap.PROCES_VERBAAL, VOOR_PV, RELATIEF, DAG, Verwijtbaarheid.OUDER)
    zonder = [stap for stap in VOOR_PV if stap is not weg]
    oordeel = mag_stap(Stap.PROCES_VERBAAL, zonder, RELATIEF, DAG, Verwijtbaarheid.OUDER)
    assert (oordeel.mag, oordeel.ontbreekt) == (False, (weg,))
    assert oordeel.redenen[0].startswith("Eerst nog:")


@pytest.mark.parametrize("soort", list(Verzuimsoort))
def test_only_luxe_may_do_without_hearing_first(soort: Verzuimsoort) -> None:
    direct = (Stap.ANALYSE, Stap.ROUTE_GEKOZEN, Stap.VERHOOR)
    zonder = mag_stap(Stap.PROCES_VERBAAL, direct, soort, DAG, Verwijtbaarheid.BEIDEN)
    assert bool(zonder) is (soort is LUXE)
    assert zonder.ontbreekt == (() if soort is LUXE else (Stap.GEHOORD,))


@pytest.mark.parametrize("verwijtbaarheid", [Verwijtbaarheid.NIEMAND, Verwijtbaarheid.NIET_BEPAALD])
def test_no_blame_no_proces_verbaal(verwijtbaarheid: Verwijtbaarheid) -> None:
    oordeel = mag_stap(Stap.PROCES_VERBAAL, VOOR_PV, RELATIEF, DAG, verwijtbaarheid)
    assert (oordeel.mag, oordeel.ontbreekt, len(oordeel.redenen)) == (False, (), 1)
    assert mag_stap(Stap.VERHOOR, (*VOOR_PV, Stap.OPROEP_VERHOOR), RELATIEF, DAG, verwijtbaarheid)


def test_what_can_be_done_now_grows_with_what_was_done() -> None:
    assert mogelijke_stappen([], RELATIEF, DAG) == (Stap.NAGEKEKEN, Stap.ZORGMELDING)
    assert mogelijke_stappen([Stap.NAGEKEKEN], RELATIEF, DAG) == (
        Stap.CONTACT,
        Stap.ZORGMELDING,
        Stap.AFGESLOTEN,
    )
    assert ("gedaan", "nog niets") in mag_stap(Stap.CONTACT, [], RELATIEF, DAG).uitleg.invoer


@given(st.lists(st.sampled_from(Stap), max_size=6), st.sampled_from(Stap), st.sampled_from([RELATIEF, LUXE]))
def test_doing_more_never_forbids_a_step(gedaan: list[Stap], extra: Stap, soort: Verzuimsoort) -> None:
    eerst = set(mogelijke_stappen(gedaan, soort, DAG, Verwijtbaarheid.OUDER))
    daarna = set(mogelijke_stappen([*gedaan, extra], soort, DAG, Verwijtbaarheid.OUDER))
    assert eerst - {extra} <= daarna


def test_a_route_is_chosen_with_a_reason_and_leads_to_products() -> None:
    keuze = Routekeuze(frozenset({Route.STRAF, Route.HULP}), "Ouders weigeren elk gesprek.", DAG)
    assert keuze.producten()[0] == "gespreksverslag"
    assert keuze.producten()[-1] == "proces-verbaal"
    for routes, reden, veld in ((frozenset[Route](), "x", "routes"), (frozenset({Route.HALT}), " ", "reden")):
        with pytest.raises(DomainError) as fout:
            Routekeuze(routes, reden, DAG)
        assert fout.value.veld == veld


def test_the_meldcode_goes_step_by_step_unless_it_is_acute() -> None:
    assert meldcode([], DAG).volgende == "signalen in kaart"
    assert meldcode([1, 2, 3], DAG).volgende == "gewogen met het afwegingskader"
    assert not meldcode([1], DAG).meteen_melden
    acuut = meldcode([1], DAG, acuut=True)
    assert (acuut.meteen_melden, acuut.volgende[:7]) == (True, "beslist")
    klaar = meldcode([1, 2, 3, 4, 5], DAG, acuut=True)
    assert (klaar.volgende, klaar.meteen_melden) == ("", False)
    for gedaan, spoed in (([2], False), ([1, 1], False), ([6], True), ([1, 2, 3, 4, 5, 6], False)):
        with pytest.raises(DomainError) as fout:
            meldcode(gedaan, DAG, spoed)
        assert fout.value.veld == "gedaan"


@pytest.mark.parametrize(
    ("geboren", "nagekomen", "gemeld", "document"),
    [
        (date(2010, 11, 21), False, False, Documentsoort.MELDING_SVB),
        (date(2010, 11, 22), False, False, None),
        (date(2008, 11, 22), False, False, Documentsoort.MELDING_SVB),
        (date(2008, 11, 21), False, False, None),
        (date(2010, 1, 1), True, False, None),
        (date(2010, 1, 1), False, True, None),
        (date(2010, 1, 1), True, True, Documentsoort.INTREKKING_SVB),
        (date(2008, 11, 21), False, True, Documentsoort.INTREKKING_SVB),
    ],
)
def test_the_svb_hears_about_sixteen_and_seventeen(
    geboren: date, nagekomen: bool, gemeld: bool, document: Documentsoort | None
) -> None:
    bericht = svb_bericht(Jongere(geboren), DAG, nagekomen, gemeld)
    assert bericht.document is document
    assert bericht.kwartaal == (date(2026, 10, 1) if document is Documentsoort.INTREKKING_SVB else None)
    assert bericht.uitleg.artikel == "artikel 7 lid 2 en 3 Algemene Kinderbijslagwet"


def test_an_uncertain_duty_is_not_told_to_the_svb() -> None:
    onbekend = Jongere(Geboortedatum.uit_lo3("20081100"))
    assert svb_bericht(onbekend, date(2026, 10, 31), False, False).document is Documentsoort.MELDING_SVB
    assert svb_bericht(onbekend, date(2026, 11, 1), False, False).document is None
    havo = Jongere(date(2010, 1, 1), startkwalificatie=date(2026, 10, 1))
    assert svb_bericht(havo, DAG, False, False).document is None
