"""A term day by day, as the screen paints it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.termijn.dagenstrook import Dagsoort, dagenstrook
from leerplicht_desktop.domain.termijn.termijnen import (
    bezwaartermijn,
    eerste_kennisgeving,
    jaarlijkse_kennisgeving,
    proces_verbaal_termijnen,
    termijn,
)


def test_an_objection_over_christmas() -> None:
    strip = dagenstrook(bezwaartermijn(date(2026, 11, 13)))
    assert (strip[0].dag, strip[0].soort, strip[0].telt) == (date(2026, 11, 13), Dagsoort.START, False)
    assert (strip[1].nummer, strip[1].reden) == (1, "dag 1 van 42")
    tail = [(cell.dag.day, cell.soort, cell.nummer) for cell in strip[-4:]]
    assert tail == [
        (25, Dagsoort.TELT, 42),
        (26, Dagsoort.TELT_NIET, None),
        (27, Dagsoort.TELT_NIET, None),
        (28, Dagsoort.LAATSTE, None),
    ]
    assert "Eerste Kerstdag" in strip[-4].reden
    assert strip[-2].reden == "zondag: de termijn loopt door"


def test_a_term_that_ends_on_a_working_day() -> None:
    strip = dagenstrook(bezwaartermijn(date(2026, 9, 1)))
    assert (strip[-1].soort, strip[-1].nummer, strip[-1].telt) == (Dagsoort.LAATSTE, 42, True)
    assert not [cell for cell in strip if cell.soort is Dagsoort.TELT_NIET]


def test_an_alarm_rings_before_the_weekend() -> None:
    strip = dagenstrook(proces_verbaal_termijnen(melding=date(2026, 10, 6))[0])
    assert [(cell.dag.day, cell.soort) for cell in strip[-3:]] == [
        (4, Dagsoort.LAATSTE),
        (5, Dagsoort.TELT_NIET),
        (6, Dagsoort.TELT_NIET),
    ]
    assert strip[-1].reden.startswith("zondag")


def test_a_notice_counted_back_ends_at_the_duty() -> None:
    strip = dagenstrook(eerste_kennisgeving(date(2026, 10, 1)))
    assert (strip[0].dag, strip[0].soort, strip[0].nummer) == (date(2026, 9, 1), Dagsoort.LAATSTE, 1)
    assert (strip[-2].dag, strip[-2].nummer) == (date(2026, 9, 30), 30)
    assert (strip[-1].dag, strip[-1].soort) == (date(2026, 10, 1), Dagsoort.START)


def test_a_fixed_day_counts_from_today() -> None:
    strip = dagenstrook(jaarlijkse_kennisgeving(date(2026, 6, 24)))
    assert [cell.nummer for cell in strip] == [1, 2, 3, 4, 5, 6, 7]
    assert strip[-1].soort is Dagsoort.LAATSTE


@given(
    st.sampled_from(
        ["bezwaar", "pv_melding", "kennisgeving_eerste", "kennisgeving_jaarlijks", "verlof_besluit"]
    ),
    st.dates(date(2018, 6, 1), date(2150, 1, 1)),
)
def test_no_gaps_one_last_day_and_numbers_in_order(sleutel: str, sinds: date) -> None:
    een = termijn(sleutel, sinds)
    strip = dagenstrook(een)
    assert all(next_cell.dag - cell.dag == timedelta(days=1) for cell, next_cell in pairwise(strip))
    assert [cell.dag for cell in strip if cell.soort is Dagsoort.LAATSTE] == [een.laatste_dag]
    numbers = [cell.nummer for cell in strip if cell.nummer is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(cell.reden for cell in strip)
