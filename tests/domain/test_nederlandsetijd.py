"""What the clock in the Netherlands shows, and moments that stay in order in the night it is set back."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.nederlandsetijd import in_nederland, nederlands

MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


@given(MOMENTS, st.timedeltas(timedelta(0), timedelta(days=400)))
def test_order_and_distance_are_those_of_the_moments(een: datetime, verder: timedelta) -> None:
    ander = een + verder
    assert in_nederland(ander) - in_nederland(een) == verder
    assert in_nederland(een) == een


@pytest.mark.parametrize(
    ("utc", "clock"),
    [
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "2026-10-25T02:30:00+02:00"),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "2026-10-25T02:30:00+01:00"),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "2026-03-29T01:59:00+01:00"),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "2026-03-29T03:00:00+02:00"),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), "2027-01-01T00:00:00+01:00"),
    ],
)
def test_the_clock_of_that_moment(utc: datetime, clock: str) -> None:
    assert in_nederland(utc).isoformat() == clock


@pytest.mark.parametrize(
    ("dag", "tijd", "clock"),
    [
        (date(2026, 7, 1), time(9, 5), "2026-07-01T09:05:00+02:00"),
        (date(2026, 12, 1), time(9, 5), "2026-12-01T09:05:00+01:00"),
        (date(2026, 10, 25), time(2, 30), "2026-10-25T02:30:00+02:00"),
        (date(2026, 3, 29), time(2, 30), "2026-03-29T03:30:00+02:00"),  # there was no half past two
    ],
)
def test_a_typed_day_and_time(dag: date, tijd: time, clock: str) -> None:
    assert nederlands(dag, tijd).isoformat() == clock


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/Los_Angeles", "Europe/Amsterdam"])
def test_a_laptop_in_any_zone_says_the_same(zone: str) -> None:
    code = (
        "from leerplicht_desktop.bootstrap.clock import SystemClock\n"
        "from leerplicht_desktop.domain.nederlandsetijd import in_nederland, nederlands\n"
        "from datetime import UTC, date, datetime, time\n"
        "nu = SystemClock().nu(); echt = in_nederland(datetime.now(UTC))\n"
        "assert nu.utcoffset() == echt.utcoffset() and abs(echt - nu).total_seconds() < 60\n"
        "print(in_nederland(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)).date(),"
        " nederlands(date(2026, 7, 1), time(9)).isoformat())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"TZ": zone},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["2027-01-01", "2026-07-01T09:00:00+02:00"]
