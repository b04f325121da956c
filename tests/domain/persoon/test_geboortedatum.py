"""A birth date with gaps: nothing is filled in, every age says how sure it is."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum, Leeftijd, verjaardag, volle_jaren

OEFENDATA = Path(__file__).parents[3] / "resources" / "oefendata"
_dagen = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("lo3", "tekst", "vroegst", "laatst"),
    [
        ("20081205", "5 december 2008", date(2008, 12, 5), date(2008, 12, 5)),
        ("20081200", "december 2008, dag onbekend", date(2008, 12, 1), date(2008, 12, 31)),
        ("20080200", "februari 2008, dag onbekend", date(2008, 2, 1), date(2008, 2, 29)),
        ("20080000", "2008, maand en dag onbekend", date(2008, 1, 1), date(2008, 12, 31)),
        ("19660013", "1966, maand onbekend", date(1966, 1, 13), date(1966, 12, 13)),
        ("00001205", "geboortedatum onbekend", date.min, date.max),
        ("00000000", "geboortedatum onbekend", date.min, date.max),
    ],
)
def test_keeps_what_the_register_does_not_know(lo3: str, tekst: str, vroegst: date, laatst: date) -> None:
    geboren = Geboortedatum.uit_lo3(lo3)
    assert (geboren.tekst(), geboren.vroegst, geboren.laatst) == (tekst, vroegst, laatst)
    assert geboren.lo3() == lo3
    assert geboren.precies == (vroegst if vroegst == laatst else None)


@pytest.mark.parametrize("lo3", ["", "1987120", "198712055", "1987-12-", "19871301", "19870230", "19870032"])
def test_refuses_what_no_calendar_has(lo3: str) -> None:
    with pytest.raises(DomainError) as fout:
        Geboortedatum.uit_lo3(lo3)
    assert fout.value.veld == "geboortedatum"
    assert not lo3 or lo3 not in str(fout.value)


@pytest.mark.parametrize(
    ("dag", "leeftijd"),
    [
        (date(2026, 11, 30), Leeftijd(17, 17)),
        (date(2026, 12, 1), Leeftijd(17, 18)),
        (date(2026, 12, 30), Leeftijd(17, 18)),
        (date(2026, 12, 31), Leeftijd(18, 18)),
        (date(2008, 12, 15), Leeftijd(0, 0)),
    ],
)
def test_an_age_is_uncertain_only_while_the_unknown_day_can_matter(dag: date, leeftijd: Leeftijd) -> None:
    assert Geboortedatum.uit_lo3("20081200").leeftijd_op(dag) == leeftijd


def test_says_in_words_how_sure_an_age_is() -> None:
    assert Leeftijd(17, 17).tekst() == "17 jaar"
    assert Leeftijd(17, 18).tekst() == "17 of 18 jaar (geboortedatum niet volledig bekend)"
    assert Leeftijd(1, 3).tekst() == "1 tot en met 3 jaar (geboortedatum niet volledig bekend)"
    assert Geboortedatum(None).leeftijd_op(date(2026, 1, 1)).tekst() == "leeftijd onbekend"
    assert (Leeftijd(17, 18).jaren, Leeftijd(17, 17).jaren) == (None, 17)
    assert [Leeftijd(17, 18).minstens(n) for n in (17, 18, 19)] == [True, None, False]


def test_no_age_before_birth_and_no_term_without_a_year() -> None:
    with pytest.raises(DomainError) as fout:
        Geboortedatum.van(date(2020, 1, 2)).leeftijd_op(date(2020, 1, 1))
    assert fout.value.veld == "peildatum"
    with pytest.raises(DomainError) as fout:
        Geboortedatum(None).bereikt(5)
    assert fout.value.veld == "geboortedatum"


def test_named_decision_born_on_29_february_comes_of_age_on_1_march() -> None:
    assert verjaardag(date(2020, 2, 29), 5) == date(2025, 3, 1)
    assert verjaardag(date(2020, 2, 29), 4) == date(2024, 2, 29)
    assert volle_jaren(date(2020, 2, 29), date(2025, 2, 28)) == 4
    assert Geboortedatum.uit_lo3("20200200").bereikt(5) == (date(2025, 2, 1), date(2025, 3, 1))


@given(_dagen, st.integers(0, 99))
def test_an_age_is_reached_on_the_birthday_and_not_the_day_before(geboren: date, jaren: int) -> None:
    dag = verjaardag(geboren, jaren)
    assert volle_jaren(geboren, dag) == jaren
    assert volle_jaren(geboren, dag - timedelta(days=1)) == jaren - 1


@given(_dagen, _dagen)
def test_the_bounds_hold_the_age_of_every_day_that_fits(geboren: date, dag: date) -> None:
    onbekend = Geboortedatum(geboren.year, geboren.month)
    if dag < geboren:
        return
    leeftijd = onbekend.leeftijd_op(dag)
    assert leeftijd.minst <= volle_jaren(geboren, dag) <= leeftijd.hoogst


def test_every_birth_date_of_the_test_persons_is_read_or_refused() -> None:
    with (OEFENDATA / "rvig_testpersonen_lo3.csv").open(encoding="utf-8-sig", newline="") as bestand:
        waarden = {rij["01.03.10"] for rij in csv.DictReader(bestand, delimiter=";") if rij["01.03.10"]}
    gelezen = [Geboortedatum.uit_lo3(waarde) for waarde in sorted(waarden)]
    assert {datum.lo3() for datum in gelezen} == waarden
    assert sum(datum.precies is None for datum in gelezen) == 10


def test_zero_is_what_the_register_writes_for_unknown() -> None:
    assert Geboortedatum(2009, 0, 3) == Geboortedatum(2009, None, 3)
    assert Geboortedatum(2009, 0, 3).tekst() == "2009, maand onbekend"
    assert Geboortedatum(0).tekst() == "geboortedatum onbekend"


def test_a_plain_date_is_a_birth_date_of_which_all_is_known() -> None:
    known = Geboortedatum.van(date(2009, 4, 17))
    assert (known, known.precies) == (Geboortedatum(2009, 4, 17), date(2009, 4, 17))
    gap = Geboortedatum(2009, 4)
    assert Geboortedatum.van(gap) is gap
    with pytest.raises(DomainError) as fout:
        Geboortedatum.van("20090417")  # type: ignore[arg-type]
    assert fout.value.veld == "geboortedatum"


def test_a_day_before_the_birth_has_no_age() -> None:
    assert Geboortedatum(2009, 4).leeftijd_op(date(2009, 4, 1)) == Leeftijd(0, 0)
    with pytest.raises(DomainError, match="vóór de geboorte"):
        Geboortedatum(2009, 4).leeftijd_op(date(2009, 3, 31))
