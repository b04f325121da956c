"""R04: twelve full school years end leerplicht earlier; kwalificatieplicht follows at once."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.plicht.leerplicht import (
    Plicht,
    kwalificatieplicht,
    leerplicht_einde,
    plicht_op,
)
from leerplicht_desktop.domain.wet.kalender import Schooljaar

GEBOREN = date(2010, 10, 1)


@pytest.mark.parametrize(
    ("jaren", "einde"),
    [
        (None, date(2027, 7, 31)),
        (11, date(2027, 7, 31)),
        (12, date(2026, 7, 31)),
        (13, date(2025, 7, 31)),
        (Schooljaar(2025), date(2026, 7, 31)),
        (Schooljaar(2027), date(2027, 7, 31)),
    ],
)
def test_twelve_full_years_done_at_fifteen(jaren: int | Schooljaar | None, einde: date) -> None:
    assert leerplicht_einde(GEBOREN, jaren).datum == einde


def test_kwalificatieplicht_follows_at_once() -> None:
    assert kwalificatieplicht(GEBOREN, volledige_schooljaren=12).begin == date(2026, 8, 1)
    for dag, plicht in (
        (date(2026, 7, 31), Plicht.LEERPLICHT),
        (date(2026, 8, 1), Plicht.KWALIFICATIEPLICHT),
        (date(2028, 9, 30), Plicht.KWALIFICATIEPLICHT),
        (date(2028, 10, 1), Plicht.GEEN),
    ):
        assert plicht_op(dag, GEBOREN, volledige_schooljaren=12).plicht is plicht


def test_says_which_years_were_counted() -> None:
    assert ("volledige schooljaren", "12") in leerplicht_einde(GEBOREN, 12).uitleg.invoer
    invoer = leerplicht_einde(GEBOREN, Schooljaar(2025)).uitleg.invoer
    assert ("volledige schooljaren", "twaalfde in 2025-2026") in invoer


@pytest.mark.parametrize("jaren", [-1, 17])
def test_a_number_nobody_can_have_is_refused(jaren: int) -> None:
    with pytest.raises(DomainError) as fout:
        leerplicht_einde(GEBOREN, jaren)
    assert (fout.value.veld, fout.value.artikel) == (
        "volledige_schooljaren",
        "artikel 3 lid 1 Leerplichtwet 1969",
    )


@given(st.dates(date(1990, 1, 1), date(2022, 12, 31)), st.integers(0, 16))
def test_more_years_never_end_it_later(geboren: date, jaren: int) -> None:
    assert leerplicht_einde(geboren, jaren).datum <= leerplicht_einde(geboren).datum


def test_a_twelfth_year_before_the_duty_began_is_a_typing_error() -> None:
    with pytest.raises(DomainError) as fout:
        leerplicht_einde(date(2010, 10, 1), Schooljaar(2014))
    assert fout.value.veld == "volledige_schooljaren"
    assert leerplicht_einde(date(2010, 10, 1), Schooljaar(2015)).datum == date(2016, 7, 31)
