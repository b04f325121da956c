"""Dates are Dutch on every computer, and one form everywhere."""

import locale
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.ui.kit.dates import (
    clock,
    date_with_year,
    long_date,
    running_time,
    short_date,
    short_moment,
)

_MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("day", "short", "full"),
    [
        (date(2026, 11, 24), "di 24 nov", "dinsdag 24 november 2026"),
        (date(2026, 3, 1), "zo 1 mrt", "zondag 1 maart 2026"),
        (date(2028, 2, 29), "di 29 feb", "dinsdag 29 februari 2028"),
        (date(2026, 5, 30), "za 30 mei", "zaterdag 30 mei 2026"),
    ],
)
def test_known_days(day: date, short: str, full: str) -> None:
    assert (short_date(day), long_date(day), date_with_year(day)) == (short, full, f"{short} {day.year}")


def test_another_year_is_told() -> None:
    assert short_date(date(2025, 12, 31), _MONDAY) == "wo 31 dec 2025"
    assert short_date(date(2026, 12, 31), _MONDAY) == "do 31 dec"


@given(st.dates())
def test_every_day_reads_the_same_in_both_forms(day: date) -> None:
    short, full = short_date(day).split(), long_date(day).split()
    assert full[0].startswith(short[0])
    assert short[1] == full[1] == str(day.day)
    assert full[2][0] == short[2][0]
    assert full[3] == str(day.year)
    assert len(short_date(day)) <= len("wo 30 nov")


def test_the_computer_does_not_matter() -> None:
    before = locale.setlocale(locale.LC_TIME)
    locale.setlocale(locale.LC_TIME, "C")
    try:
        assert long_date(_MONDAY) == "maandag 23 november 2026"
    finally:
        locale.setlocale(locale.LC_TIME, before)


def test_times() -> None:
    assert clock(time(9, 5)) == "09:05"


@pytest.mark.parametrize(
    ("moment", "text"),
    [("2026-11-23T14:00+00:00", "vandaag 14:00"), ("2026-11-24T09:05+00:00", "di 24 nov, 09:05")],
)
def test_moments(moment: str, text: str) -> None:
    assert short_moment(datetime.fromisoformat(moment), _MONDAY) == text


@pytest.mark.parametrize(("seconds", "text"), [(-3, "00:00"), (432, "07:12"), (3729, "1:02:09")])
def test_running_clock(seconds: int, text: str) -> None:
    assert running_time(seconds) == text
