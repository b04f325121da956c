"""Holidays of the Algemene termijnenwet, from our own table."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.wet.feestdagen import (
    feestdagen,
    gelijkgestelde_dagen,
    is_werkdag,
    pasen,
    rustdag,
    werkdag_tot,
    werkdag_vanaf,
)


def test_the_holidays_of_2026() -> None:
    assert feestdagen(2026) == {
        date(2026, 1, 1): "Nieuwjaarsdag",
        date(2026, 4, 3): "Goede Vrijdag",
        date(2026, 4, 6): "Tweede Paasdag",
        date(2026, 4, 27): "Koningsdag",
        date(2026, 5, 5): "Bevrijdingsdag",
        date(2026, 5, 14): "Hemelvaartsdag",
        date(2026, 5, 25): "Tweede Pinksterdag",
        date(2026, 12, 25): "Eerste Kerstdag",
        date(2026, 12, 26): "Tweede Kerstdag",
    }
    assert list(feestdagen(2026)) == sorted(feestdagen(2026))


@pytest.mark.parametrize(
    ("jaar", "dag", "naam"),
    [
        (2025, date(2025, 4, 26), "Koningsdag"),  # 27 April 2025 is a Sunday
        (2031, date(2031, 4, 26), "Koningsdag"),
        (2013, date(2013, 4, 30), "Koninginnedag"),
        (2006, date(2006, 4, 29), "Koninginnedag"),  # 30 April 2006 is a Sunday
        (2026, date(2026, 5, 5), "Bevrijdingsdag"),
        (2027, date(2027, 5, 5), "Bevrijdingsdag"),
        (2016, date(2016, 5, 5), "Bevrijdingsdag en Hemelvaartsdag"),
    ],
)
def test_days_that_move_and_days_that_stay(jaar: int, dag: date, naam: str) -> None:
    assert feestdagen(jaar)[dag] == naam
    assert dag.replace(month=4, day=27) not in feestdagen(2025)


@pytest.mark.parametrize(
    "dag",
    [
        date(1961, 4, 2),
        date(2000, 4, 23),
        date(2008, 3, 23),
        date(2026, 4, 5),
        date(2038, 4, 25),
        date(2160, 3, 23),
    ],
)
def test_easter(dag: date) -> None:
    assert pasen(dag.year) == dag


@given(st.integers(1991, 2200))
def test_every_year_has_its_holidays(jaar: int) -> None:
    dagen = feestdagen(jaar)
    assert 7 <= len(dagen) <= 9
    assert {dag.year for dag in dagen} == {jaar}
    assert date(jaar, 5, 5) in dagen
    assert pasen(jaar).weekday() == 6
    assert date(jaar, 3, 22) <= pasen(jaar) <= date(jaar, 4, 25)
    assert pasen(jaar) - timedelta(days=2) in dagen


def test_days_equated_by_royal_decree() -> None:
    assert gelijkgestelde_dagen(2026) == {date(2026, 1, 2), date(2026, 5, 15)}
    assert gelijkgestelde_dagen(2024) == {date(2024, 5, 10), date(2024, 12, 27)}
    assert gelijkgestelde_dagen(2040) == frozenset()
    assert date(2026, 5, 15) not in feestdagen(2026)
    assert not is_werkdag(date(2026, 5, 15))


@pytest.mark.parametrize(
    ("dag", "reden"),
    [
        (date(2026, 12, 25), "Eerste Kerstdag"),
        (date(2026, 12, 26), "Tweede Kerstdag"),
        (date(2026, 12, 27), "zondag"),
        (date(2026, 11, 21), "zaterdag"),
        (date(2026, 5, 15), "met een feestdag gelijkgestelde dag"),
        (date(2026, 11, 20), ""),
    ],
)
def test_why_a_term_does_not_end_here(dag: date, reden: str) -> None:
    assert rustdag(dag) == reden


def test_nearest_working_day_on_either_side() -> None:
    assert werkdag_vanaf(date(2026, 12, 25)) == date(2026, 12, 28)
    assert werkdag_tot(date(2026, 12, 27)) == date(2026, 12, 24)
    assert werkdag_vanaf(date(2026, 12, 28)) == werkdag_tot(date(2026, 12, 28)) == date(2026, 12, 28)
    assert werkdag_tot(date(2027, 1, 3)) == date(2026, 12, 31)


@pytest.mark.parametrize("jaar", [0, -5, 2201, 1990])
def test_refuses_a_year_it_cannot_know(jaar: int) -> None:
    with pytest.raises(DomainError, match="Algemene termijnenwet"):
        feestdagen(jaar)
