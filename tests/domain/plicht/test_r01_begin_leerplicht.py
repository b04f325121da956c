"""R01: leerplicht begins on the first schoolday of the month after the fifth birthday."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.leerplicht import Plicht, leerplicht_begin, plicht_op
from leerplicht_desktop.domain.wet.kalender import Regio, regiokalender

MIDDEN, NOORD = regiokalender(Regio.MIDDEN), regiokalender(Regio.NOORD)


@pytest.mark.parametrize(
    ("geboren", "begin"),
    [
        (date(2021, 8, 31), date(2026, 9, 1)),
        (date(2021, 9, 1), date(2026, 10, 1)),
        (date(2021, 9, 30), date(2026, 10, 1)),
        (date(2021, 10, 1), date(2026, 11, 2)),
        (date(2021, 11, 30), date(2026, 12, 1)),
        (date(2021, 12, 31), date(2027, 1, 4)),
        (date(2022, 1, 1), date(2027, 2, 1)),
    ],
)
def test_begins_in_the_month_after_the_birthday(geboren: date, begin: date) -> None:
    antwoord = leerplicht_begin(geboren, MIDDEN)
    assert antwoord.datum == begin
    assert antwoord.zeker
    assert antwoord.uitleg.artikel == "artikel 3 lid 1 Leerplichtwet 1969"
    assert antwoord.uitleg.dagen == (begin,)
    assert plicht_op(begin - timedelta(days=1), geboren, MIDDEN).plicht is Plicht.GEEN
    assert plicht_op(begin, geboren, MIDDEN).plicht is Plicht.LEERPLICHT


def test_the_school_that_opens_first_has_the_duty_first() -> None:
    geboren = date(2021, 7, 15)
    assert leerplicht_begin(geboren, NOORD).datum == date(2026, 8, 17)
    assert leerplicht_begin(geboren, MIDDEN).datum == date(2026, 8, 31)


def test_born_on_29_february_turns_five_on_1_march() -> None:
    kalender = regiokalender(Regio.ZUID)
    assert leerplicht_begin(date(2021, 2, 28), kalender).datum == date(2026, 3, 2)
    with pytest.raises(DomainError):
        leerplicht_begin(date(2020, 2, 29), kalender)
    assert plicht_op(date(2025, 3, 31), date(2020, 2, 29), kalender).plicht is Plicht.GEEN


def test_an_unknown_day_in_a_known_month_changes_nothing_but_in_february_it_can() -> None:
    assert leerplicht_begin(Geboortedatum.uit_lo3("20210900"), MIDDEN).datum == date(2026, 10, 1)
    onbekend = leerplicht_begin(Geboortedatum.uit_lo3("20210000"), MIDDEN)
    assert (onbekend.vroegst, onbekend.laatst) == (date(2026, 2, 2), date(2027, 1, 4))
    assert not onbekend.zeker
    assert onbekend.datum == onbekend.laatst


def test_without_a_calendar_or_a_year_there_is_no_first_schoolday() -> None:
    for geboren, veld in ((date(2021, 9, 1), "kalender"), (Geboortedatum(None), "geboortedatum")):
        with pytest.raises(DomainError) as fout:
            leerplicht_begin(geboren, None)
        assert fout.value.veld == veld
    with pytest.raises(DomainError, match="2015-2016"):
        leerplicht_begin(date(2010, 9, 2), MIDDEN)


def test_before_the_law_existed_the_article_is_named() -> None:
    with pytest.raises(DomainError) as fout:
        leerplicht_begin(date(1979, 5, 1), MIDDEN)
    assert (fout.value.veld, fout.value.artikel) == ("dag", "artikel 3 lid 1 Leerplichtwet 1969")


def test_a_calendar_is_asked_only_while_it_can_matter() -> None:
    geboren = date(2021, 7, 15)
    assert plicht_op(date(2026, 7, 31), geboren).plicht is Plicht.GEEN
    assert plicht_op(date(2026, 10, 2), geboren).plicht is Plicht.LEERPLICHT
    for dag in (date(2026, 8, 1), date(2026, 10, 1)):
        with pytest.raises(DomainError) as fout:
            plicht_op(dag, geboren)
        assert fout.value.veld == "kalender"


@given(st.dates(date(2020, 8, 1), date(2022, 5, 31)))
def test_a_duty_never_starts_twice(geboren: date) -> None:
    begin = leerplicht_begin(geboren, NOORD).datum
    assert NOORD.is_lesdag(begin)
    stappen = [plicht_op(begin + timedelta(days=n), geboren, NOORD).plicht for n in range(-40, 41)]
    assert stappen == [Plicht.GEEN] * 40 + [Plicht.LEERPLICHT] * 41
