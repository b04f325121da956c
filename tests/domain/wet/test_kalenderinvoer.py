"""A school calendar given as a region or as the holidays of whole school years."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.plicht.jongere import Jongere
from leerplicht_desktop.domain.plicht.leerplicht import Plicht, leerplicht_begin, plicht_op
from leerplicht_desktop.domain.verzuim.telling import (
    Thuiszitterinstelling,
    Verzuimdag,
    thuiszitter,
    urentelling,
)
from leerplicht_desktop.domain.wet.kalender import (
    Kalenderinvoer,
    Regio,
    Schooljaar,
    Schoolkalender,
    Vakantie,
    als_kalender,
    eis_kalender,
    regiokalender,
)

HERFST = (date(2026, 10, 17), date(2026, 10, 25))
MAANDAGEN = [Verzuimdag(date(2026, 10, 5) + timedelta(weeks=n), 4, "lesuur") for n in (0, 1, 3, 4)]


@pytest.mark.parametrize(
    "kalender",
    [
        regiokalender("midden"),
        Regio.MIDDEN,
        "midden",
        [HERFST],
        (Vakantie("herfstvakantie", *HERFST),),
        [("herfstvakantie", *HERFST)],
        {HERFST[0] + timedelta(days=n) for n in range(9)},
    ],
)
def test_each_way_of_giving_a_calendar_leads_to_the_same_count(kalender: Kalenderinvoer) -> None:
    (keer,) = urentelling(MAANDAGEN, kalender)
    assert (keer.begin, keer.einde, keer.uren) == (date(2026, 10, 5), date(2026, 11, 2), Decimal(16))


def test_a_list_of_holidays_knows_the_school_years_it_lies_in_and_no_more() -> None:
    kerst = ("kerstvakantie", date(2026, 12, 19), date(2027, 1, 3))
    rooster = Schoolkalender.uit_vakanties([kerst, date(2026, 11, 2)], "De Regenboog")
    assert (rooster.naam, rooster.bekend_van, rooster.bekend_tot) == (
        "De Regenboog",
        date(2026, 8, 1),
        date(2027, 7, 31),
    )
    assert rooster.waarom_geen_les(date(2026, 11, 2)) == "school gesloten"
    assert leerplicht_begin(date(2021, 12, 31), rooster).datum == date(2027, 1, 4)
    with pytest.raises(DomainError, match="2027-2028"):
        rooster.is_lesdag(date(2027, 8, 1))
    over_de_zomer = Schoolkalender.uit_vakanties([(date(2026, 7, 18), date(2026, 8, 30))])
    assert (over_de_zomer.bekend_van, over_de_zomer.bekend_tot) == (date(2025, 8, 1), date(2027, 7, 31))


@pytest.mark.parametrize(
    "kalender",
    [
        None,
        [],
        (),
        "oost",
        Regio.NOORD.upper(),
        5,
        date(2026, 8, 17),
        [("herfst", 1, 2)],
        ["2026-10-17"],
        [None],
        [HERFST, (date(2029, 10, 17), date(2029, 10, 25))],
    ],
)
def test_what_is_no_calendar_is_refused_by_name(kalender: Any) -> None:
    with pytest.raises(DomainError) as fout:
        eis_kalender(kalender)
    assert fout.value.veld in {"kalender", "eerste_dag"}
    assert fout.value.artikel == "artikel 11 onder a Leerplichtwet 1969"


def test_a_calendar_made_by_hand_takes_holidays_in_the_same_shapes() -> None:
    vrij: Any = (HERFST, date(2026, 11, 2))
    week: Any = {0, 1}
    zelf = Schoolkalender("zelf", vrij, date(2026, 8, 1), date(2027, 7, 31), lesdagen_in_week=week)
    assert zelf.vakanties == (Vakantie("vakantie", *HERFST),)
    assert zelf.gesloten == {date(2026, 11, 2)}
    assert zelf.lesdagen(date(2026, 10, 12), date(2026, 11, 3)) == (
        date(2026, 10, 12),
        date(2026, 10, 13),
        date(2026, 10, 26),
        date(2026, 10, 27),
        date(2026, 11, 3),
    )


def test_other_values_take_a_described_calendar_too() -> None:
    assert als_kalender(None) is None
    geboren, dag = date(2021, 7, 15), date(2026, 8, 17)
    for kalender, plicht in (("noord", Plicht.LEERPLICHT), ("midden", Plicht.GEEN)):
        assert Jongere(geboren, als_kalender(kalender)).plicht_op(dag).plicht is plicht
        assert plicht_op(dag, geboren, kalender).plicht is plicht
    rust = Thuiszitterinstelling(vakantie_telt=False, kalender=als_kalender([HERFST]))
    assert thuiszitter(date(2026, 9, 7), date(2026, 10, 26), rust).dagen == 41


def test_the_first_weeks_are_known_before_the_whole_year_is() -> None:
    kort = Schoolkalender("kort", (), date(2026, 8, 1), date(2026, 12, 31))
    weken = kort.eerste_lesweken(Schooljaar(2026), 2)
    assert (weken[0], weken[-1], len(weken)) == (date(2026, 8, 3), date(2026, 8, 14), 10)


_vakantie = st.tuples(st.dates(date(2026, 8, 1), date(2027, 7, 1)), st.integers(0, 30))


@given(st.lists(_vakantie, min_size=1, max_size=6))
def test_no_given_holiday_is_ever_a_day_of_teaching(rooster: list[tuple[date, int]]) -> None:
    vakanties = [(eerste, min(eerste + timedelta(days=n), date(2027, 7, 31))) for eerste, n in rooster]
    kalender = Schoolkalender.uit_vakanties(vakanties)
    for eerste, laatste in vakanties:
        assert not kalender.lesdagen(eerste, laatste)
        assert kalender.in_vakantie(eerste)
