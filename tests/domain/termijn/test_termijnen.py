"""Terms as values: alarms, exemption dates, and what moved them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.termijn.termijnen import (
    Einde,
    Grondslagsoort,
    Termijn,
    Tijdig,
    _einde,
    bezwaartermijn,
    eerste_kennisgeving,
    jaarlijkse_kennisgeving,
    proces_verbaal_termijnen,
    termijn,
)
from leerplicht_desktop.domain.wet.feestdagen import is_werkdag
from leerplicht_desktop.domain.wet.wetboek import Bepaling, bepaling, wetboek

_KEYS = sorted(
    sleutel.removeprefix("termijn.")
    for sleutel, versies in wetboek().bepalingen.items()
    if sleutel.startswith("termijn.") and "richting" in versies[0].waarden
)


def test_the_alarms_of_a_proces_verbaal() -> None:
    alarms = proces_verbaal_termijnen(date(2026, 11, 2), date(2026, 10, 6))
    assert [(alarm.sleutel, alarm.laatste_dag) for alarm in alarms] == [
        ("pv_eerste_verhoor", date(2026, 12, 2)),
        ("pv_melding", date(2026, 12, 4)),  # 6 December 2026 is a Sunday
    ]


def test_a_minor_has_two_more() -> None:
    alarms = proces_verbaal_termijnen(date(2026, 11, 2), None, minderjarig=True)
    assert [(alarm.sleutel, alarm.laatste_dag) for alarm in alarms] == [
        ("pv_eerste_verhoor", date(2026, 12, 2)),
        ("pv_minderjarig_parket", date(2026, 12, 2)),
        ("pv_minderjarig_uiterst", date(2027, 2, 2)),
    ]
    assert proces_verbaal_termijnen(minderjarig=True) == ()


@pytest.mark.parametrize(
    ("verhoor", "laatste"),
    [
        (date(2027, 1, 28), date(2027, 2, 26)),
        (date(2027, 1, 31), date(2027, 2, 26)),
        (date(2026, 12, 31), date(2027, 1, 29)),
    ],
)
def test_a_month_without_that_day_ends_on_its_last(verhoor: date, laatste: date) -> None:
    assert proces_verbaal_termijnen(verhoor)[0].laatste_dag == laatste


@pytest.mark.parametrize(
    ("begin", "laatste"),
    [
        (date(2026, 10, 1), date(2026, 9, 1)),
        (date(2026, 11, 2), date(2026, 10, 2)),
        (date(2026, 8, 31), date(2026, 7, 31)),
        (date(2027, 1, 4), date(2026, 12, 4)),
        (date(2026, 6, 1), date(2026, 5, 1)),
        (date(2026, 9, 1), date(2026, 8, 1)),  # a Saturday: a term counted back does not move
    ],
)
def test_first_notice_a_month_before_the_duty(begin: date, laatste: date) -> None:
    notice = eerste_kennisgeving(begin)
    assert notice.laatste_dag == laatste
    assert notice.rustdagregel is Einde.ONGEWIJZIGD


@pytest.mark.parametrize(
    ("peildatum", "laatste"),
    [
        (date(2026, 11, 21), date(2027, 6, 30)),
        (date(2026, 6, 30), date(2026, 6, 30)),
        (date(2026, 7, 1), date(2027, 6, 30)),
        (date(2029, 1, 1), date(2029, 6, 30)),  # a Saturday: see the next test
    ],
)
def test_yearly_notice_before_1_july(peildatum: date, laatste: date) -> None:
    assert jaarlijkse_kennisgeving(peildatum).laatste_dag == laatste


@pytest.mark.parametrize(
    ("dag", "tijdig"),
    [
        (date(2029, 6, 30), Tijdig.OP_TIJD),
        (date(2029, 7, 1), Tijdig.ONZEKER),
        (date(2029, 7, 2), Tijdig.ONZEKER),
        (date(2029, 7, 3), Tijdig.TE_LAAT),
    ],
)
def test_of_a_fixed_day_in_a_weekend_nobody_is_sure(dag: date, tijdig: Tijdig) -> None:
    vast = jaarlijkse_kennisgeving(date(2029, 1, 1))
    assert vast.tijdig(dag) is tijdig
    assert vast.rustdagregel is Einde.ONZEKER
    assert "maandag 2 juli 2029 nog op tijd is, is onzeker" in vast.uitleg.regel
    assert vast.uitleg.onzeker.startswith("onzeker")


def test_a_fixed_day_on_a_working_day_leaves_no_doubt() -> None:
    vast = jaarlijkse_kennisgeving(date(2027, 1, 1))
    assert (vast.onzeker_tot, vast.tijdig(date(2027, 7, 1))) == (None, Tijdig.TE_LAAT)


@pytest.mark.parametrize(
    ("sleutel", "sinds", "laatste"),
    [
        ("ziekmelding", date(2026, 9, 2), date(2026, 9, 4)),
        ("ziekmelding", date(2026, 9, 3), date(2026, 9, 7)),
        ("ziekmelding", date(2026, 9, 4), date(2026, 9, 7)),
        ("ziekmelding", date(2027, 3, 25), date(2027, 3, 30)),
        ("ziekmelding", date(2026, 12, 31), date(2027, 1, 4)),
        ("verlof_achteraf", date(2026, 9, 4), date(2026, 9, 7)),
        ("verlof_achteraf", date(2027, 3, 25), date(2027, 3, 30)),
        ("religie", date(2026, 9, 7), date(2026, 9, 5)),
        ("inschrijven_na_waarschuwing", date(2026, 11, 9), date(2026, 12, 7)),
        ("arbeidsinspectie", date(2026, 12, 12), date(2026, 12, 26)),
        ("verlenging_3a", date(2027, 7, 31), date(2027, 6, 5)),
        ("inzage_avg", date(2026, 11, 13), date(2026, 12, 14)),
        ("inzage_wpg", date(2026, 11, 14), date(2026, 12, 28)),
        ("verbeteren_wpg", date(2026, 11, 14), date(2026, 12, 14)),
        ("school_melden", date(2026, 11, 7), date(2026, 11, 16)),
    ],
)
def test_the_kind_of_source_decides_what_a_weekend_does(sleutel: str, sinds: date, laatste: date) -> None:
    assert termijn(sleutel, sinds).laatste_dag == laatste


def test_a_general_order_in_council_runs_on_and_a_ministerial_regulation_does_not() -> None:
    zondag = date(2026, 11, 15)
    eindes = {soort: _einde(_bepaling(soort), zondag) for soort in Grondslagsoort}
    assert eindes == {
        Grondslagsoort.WET: Einde.VERLENGD,
        Grondslagsoort.AMVB: Einde.VERLENGD,
        Grondslagsoort.REGELING: Einde.ONGEWIJZIGD,
        Grondslagsoort.EU: Einde.VERLENGD,
        Grondslagsoort.BELEID: Einde.VERVROEGD,
    }


def _bepaling(soort: Grondslagsoort) -> Bepaling:
    bron = bepaling("termijn.bezwaar", None)
    return replace(bron, waarden={**bron.waarden, "grondslag_soort": soort.value})


def test_a_term_knows_how_much_is_left() -> None:
    bezwaar = bezwaartermijn(date(2026, 11, 13))
    assert bezwaar.dagen_over(date(2026, 12, 21)) == 7
    assert bezwaar.dagen_over(date(2026, 12, 28)) == 0
    assert bezwaar.dagen_over(date(2026, 12, 28)) == 0
    assert bezwaar.dagen_over(date(2026, 12, 29)) < 0


def test_says_which_input_moved_it() -> None:
    oud = bezwaartermijn(date(2026, 11, 13))
    nieuw = oud.met(date(2026, 11, 20))
    shift = Termijn.verschil(oud, nieuw)
    assert shift.dagen == 7
    assert shift.invoer == (("verzonden", date(2026, 11, 13), date(2026, 11, 20)),)
    assert shift.tekst == (
        "Verzonden ging van 13-11-2026 naar 20-11-2026; de laatste dag is nu 4 januari 2027 (7 dagen later)."
    )
    back = Termijn.verschil(bezwaartermijn(date(2026, 9, 2)), bezwaartermijn(date(2026, 9, 1)))
    assert back.tekst.endswith("de laatste dag is nu 13 oktober 2026 (1 dag eerder).")


def test_an_input_may_move_without_moving_the_end() -> None:
    shift = Termijn.verschil(bezwaartermijn(date(2026, 11, 13)), bezwaartermijn(date(2026, 11, 16)))
    assert shift.dagen == 0
    assert shift.tekst.endswith("de laatste dag blijft 28 december 2026.")


def test_nothing_moved_is_said_too() -> None:
    bezwaar = bezwaartermijn(date(2026, 9, 1))
    assert Termijn.verschil(bezwaar, bezwaar.met(bezwaar.sinds)).tekst == (
        "Er is niets veranderd: de laatste dag blijft 13 oktober 2026."
    )


def test_another_law_is_named_as_the_cause() -> None:
    shift = Termijn.verschil(bezwaartermijn(date(2026, 9, 1)), _under_another_law())
    assert shift.invoer == ()
    assert shift.tekst.startswith("Er geldt nu een andere regel (termijn.bezwaar, geldig vanaf 01-01-2030)")


def _under_another_law() -> Termijn:
    bezwaar = bezwaartermijn(date(2026, 9, 1))
    uitleg = replace(bezwaar.uitleg, wetsversie="termijn.bezwaar, geldig vanaf 01-01-2030")
    return replace(bezwaar, uitleg=uitleg, laatste_dag=bezwaar.laatste_dag + timedelta(days=1))


def test_two_terms_cannot_be_compared() -> None:
    verhoor = proces_verbaal_termijnen(date(2026, 9, 1))[0]
    with pytest.raises(DomainError, match="verschillende termijnen"):
        Termijn.verschil(bezwaartermijn(date(2026, 9, 1)), verhoor)


@given(st.sampled_from(_KEYS), st.dates(date(2018, 6, 1), date(2150, 1, 1)))
def test_no_term_ends_on_a_day_off_unless_it_is_counted_back(sleutel: str, sinds: date) -> None:
    een = termijn(sleutel, sinds)
    assert een.begint <= een.nominaal
    assert een.uitleg.dagen[0] == een.begint
    assert een.naam
    blijft = een.rustdagregel in (Einde.ONGEWIJZIGD, Einde.ONZEKER)
    assert blijft or is_werkdag(een.laatste_dag)
    assert een.onzeker_tot is None or is_werkdag(een.onzeker_tot)
    assert een.rustdagregel is not Einde.VERLENGD or een.laatste_dag >= een.nominaal
    assert een.rustdagregel is not Einde.VERVROEGD or een.laatste_dag <= een.nominaal


@given(st.sampled_from(_KEYS), st.dates(date(2018, 6, 1), date(2150, 1, 1)), st.integers(0, 400))
def test_moving_there_and_back_changes_nothing(sleutel: str, sinds: date, dagen: int) -> None:
    een = termijn(sleutel, sinds)
    assert een.met(sinds + timedelta(days=dagen)).met(sinds) == een


def test_every_term_of_the_law_data_can_be_computed() -> None:
    assert len(_KEYS) >= 14
    assert {termijn(sleutel, date(2026, 11, 21)).sleutel for sleutel in _KEYS} == set(_KEYS)
