"""The school calendar: holidays never count, and what is unknown is not guessed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.wet.kalender import (
    Regio,
    Schooljaar,
    Schoolkalender,
    Vakantie,
    eis_kalender,
    kalender_uit_toml,
    regio_van,
    regiokalender,
)

_dagen = st.dates(date(2025, 8, 1), date(2027, 7, 31))


@pytest.mark.parametrize(
    ("regio", "eerste"),
    [(Regio.NOORD, date(2026, 8, 17)), (Regio.ZUID, date(2026, 8, 24)), (Regio.MIDDEN, date(2026, 8, 31))],
)
def test_each_region_opens_on_its_own_day(regio: Regio, eerste: date) -> None:
    kalender = regiokalender(regio)
    assert kalender.eerste_lesdag_vanaf(date(2026, 8, 1)) == eerste
    assert kalender.waarom_geen_les(eerste - timedelta(days=1)) == "zomervakantie"
    assert kalender.waarom_geen_les(eerste) == ""


def test_says_why_there_is_no_teaching() -> None:
    midden = regiokalender(Regio.MIDDEN).met_gesloten([date(2026, 11, 2)])
    assert midden.waarom_geen_les(date(2026, 10, 21)) == "herfstvakantie"
    assert midden.waarom_geen_les(date(2026, 10, 31)) == "weekend of vrije dag"
    assert midden.waarom_geen_les(date(2026, 11, 2)) == "school gesloten"
    assert midden.is_lesdag(date(2026, 11, 3))
    assert not midden.is_lesdag(date(2027, 5, 6))


def test_a_holiday_week_has_no_number_so_the_weeks_around_it_follow_each_other() -> None:
    midden = regiokalender(Regio.MIDDEN)
    voor, vrij, na = (midden.lesweek(date(2026, 10, dag)) for dag in (16, 21, 26))
    assert vrij is None
    assert voor is not None
    assert na == voor + 1


def test_first_weeks_of_the_school_year_begin_after_the_summer() -> None:
    dagen = regiokalender(Regio.NOORD).eerste_lesweken(Schooljaar(2026), 2)
    assert (dagen[0], dagen[-1], len(dagen)) == (date(2026, 8, 17), date(2026, 8, 28), 10)


@pytest.mark.parametrize("regio", Regio)
def test_a_day_nobody_entered_is_not_judged(regio: Regio) -> None:
    """Whatever years were entered: the day before the first and the day after the last are nobody's."""
    kalender = regiokalender(regio)
    for dag in (kalender.bekend_van - timedelta(days=1), kalender.bekend_tot + timedelta(days=1)):
        with pytest.raises(DomainError, match=f"{Schooljaar.van(dag).tekst()}. is geen schoolkalender"):
            kalender.is_lesdag(dag)
        with pytest.raises(DomainError) as fout:
            kalender.is_lesdag(dag)
        assert fout.value.veld == "kalender"


@pytest.mark.parametrize("regio", Regio)
def test_a_first_schoolday_beyond_the_known_years_is_not_guessed(regio: Regio) -> None:
    kalender = regiokalender(regio)
    daarna = Schooljaar.van(kalender.bekend_tot + timedelta(days=1))
    with pytest.raises(DomainError, match=daarna.tekst()):
        kalender.eerste_lesdag_vanaf(kalender.bekend_tot - timedelta(days=1))


def test_refuses_impossible_calendars() -> None:
    with pytest.raises(DomainError) as fout:
        Vakantie("herfstvakantie", date(2026, 10, 25), date(2026, 10, 17))
    assert fout.value.veld == "laatste_dag"
    with pytest.raises(DomainError) as fout:
        Schoolkalender("proef", (), date(2026, 8, 2), date(2026, 8, 1))
    assert fout.value.veld == "bekend_tot"
    for week in (frozenset[int](), frozenset({7})):
        with pytest.raises(DomainError) as fout:
            Schoolkalender("proef", (), date(2026, 8, 1), date(2026, 8, 2), lesdagen_in_week=week)
        assert fout.value.veld == "lesdagen"


def test_a_school_without_a_calendar_is_named() -> None:
    with pytest.raises(DomainError, match="nog geen kalender") as fout:
        eis_kalender(None)
    assert fout.value.artikel == "artikel 11 onder a Leerplichtwet 1969"
    assert eis_kalender(regiokalender(Regio.ZUID)) is regiokalender(Regio.ZUID)


def test_a_gap_between_school_years_is_refused() -> None:
    jaar = "bekend_van = {}-08-01\nbekend_tot = {}-07-31\nvakantie = []"
    with pytest.raises(DomainError, match="sluiten niet aan"):
        kalender_uit_toml(Regio.NOORD, [jaar.format(2026, 2027), jaar.format(2024, 2025)])


@pytest.mark.parametrize(
    ("provincie", "gemeente", "regio"),
    [
        ("Zuid-Holland", "'S-GRAVENHAGE", Regio.MIDDEN),
        ("Noord-Holland", "AMSTERDAM", Regio.NOORD),
        ("Gelderland", "EDE", Regio.MIDDEN),
        ("Gelderland", "BERG EN DAL", Regio.ZUID),
        ("Limburg", "", Regio.ZUID),
    ],
)
def test_a_school_has_the_region_of_its_municipality(provincie: str, gemeente: str, regio: Regio) -> None:
    assert regio_van(provincie, gemeente) is regio


def test_an_unknown_province_is_asked_for() -> None:
    with pytest.raises(DomainError) as fout:
        regio_van("Brabant-Oost")
    assert fout.value.veld == "provincie"


@given(st.dates())
def test_a_school_year_holds_its_days(dag: date) -> None:
    if dag.year in (date.min.year, date.max.year):
        return
    jaar = Schooljaar.van(dag)
    assert jaar.begin <= dag <= jaar.einde
    assert jaar.tekst() == f"{jaar.begin.year}-{jaar.einde.year}"


@given(st.sampled_from(Regio), _dagen, _dagen)
def test_splitting_a_period_and_adding_it_up_changes_nothing(regio: Regio, een: date, twee: date) -> None:
    van, tot = sorted((een, twee))
    kalender = regiokalender(regio)
    midden = van + (tot - van) // 2
    na = kalender.lesdagen(midden + timedelta(days=1), tot) if midden < tot else ()
    assert kalender.lesdagen(van, midden) + na == kalender.lesdagen(van, tot)
    assert all(kalender.is_lesdag(dag) and dag.weekday() < 5 for dag in kalender.lesdagen(van, tot))
