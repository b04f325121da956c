"""R11: leave because of the parents' work: once, at most ten days, never in the first two weeks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.verlof.verlof import Beslisser, thuis_jongste_leerlingen, verlof_13a
from leerplicht_desktop.domain.wet.kalender import Regio, regiokalender
from leerplicht_desktop.domain.wet.wetboek import bepaling

MIDDEN = regiokalender(Regio.MIDDEN)


@pytest.mark.parametrize(
    ("van", "tot", "dagen", "mogelijk"),
    [
        (date(2026, 9, 14), date(2026, 9, 25), 10, True),
        (date(2026, 9, 14), date(2026, 9, 28), 11, False),
        (date(2026, 8, 31), date(2026, 9, 11), 10, False),
        (date(2026, 9, 11), date(2026, 9, 11), 1, False),
        (date(2026, 9, 12), date(2026, 9, 14), 1, True),
        (date(2026, 10, 12), date(2026, 10, 30), 10, True),
    ],
)
def test_ten_days_outside_the_first_two_weeks(van: date, tot: date, dagen: int, mogelijk: bool) -> None:
    antwoord = verlof_13a(van, tot, MIDDEN)
    assert (bool(antwoord), antwoord.dagen) == (mogelijk, dagen)
    assert antwoord.beslisser is (Beslisser.HOOFD if mogelijk else None)
    assert len(antwoord.uitleg.dagen) == dagen
    assert "leerplichtambtenaar gaat er niet over" in antwoord.uitleg.regel


def test_a_second_time_or_an_ordinary_trade_is_never_possible() -> None:
    van, tot = date(2026, 11, 2), date(2026, 11, 6)
    assert verlof_13a(van, tot, MIDDEN)
    tweede = verlof_13a(van, tot, MIDDEN, eerder_dit_schooljaar=1)
    assert (tweede.mogelijk, len(tweede.redenen)) == (False, 1)
    assert not verlof_13a(van, tot, MIDDEN, specifieke_aard=False)


def test_in_proportion_for_who_goes_to_school_part_of_the_week() -> None:
    assert verlof_13a(date(2026, 11, 2), date(2026, 11, 5), MIDDEN, lesdagen_per_week=2)
    vijf = verlof_13a(date(2026, 11, 2), date(2026, 11, 6), MIDDEN, lesdagen_per_week=2)
    assert vijf.redenen == ("5 schooldagen is meer dan 4; doorsturen kan niet.",)


def test_the_text_of_the_day_explains_an_old_request() -> None:
    assert "op aanvraag" not in bepaling("verlof.13a", date(2017, 6, 30)).regel
    assert "op aanvraag" in bepaling("verlof.13a", date(2017, 7, 1)).regel


def test_impossible_requests_are_refused() -> None:
    van = date(2026, 11, 2)
    gevallen: list[tuple[str, Callable[[], object]]] = [
        ("tot", lambda: verlof_13a(van, date(2026, 11, 1), MIDDEN)),
        ("kalender", lambda: verlof_13a(van, van, None)),
        ("lesdagen_per_week", lambda: verlof_13a(van, van, MIDDEN, lesdagen_per_week=0)),
        ("uren", lambda: thuis_jongste_leerlingen(date(2021, 11, 3), van, -1)),
    ]
    for veld, gevraagd in gevallen:
        with pytest.raises(DomainError) as fout:
            gevraagd()
        assert fout.value.veld == veld


@pytest.mark.parametrize(
    ("geboren", "uren", "toestemming", "mogelijk"),
    [
        (Geboortedatum(2020, 11, 3), "5", False, True),
        (Geboortedatum(2020, 11, 3), "5.5", False, False),
        (Geboortedatum(2020, 11, 3), "10", True, True),
        (Geboortedatum(2020, 11, 3), "10.5", True, False),
        (Geboortedatum(2020, 11, 2), "1", True, False),
        (Geboortedatum(2020, 11), "1", True, False),
    ],
)
def test_a_child_under_six_has_five_hours_and_five_more(
    geboren: Geboortedatum, uren: str, toestemming: bool, mogelijk: bool
) -> None:
    antwoord = thuis_jongste_leerlingen(geboren, date(2026, 11, 2), Decimal(uren), toestemming)
    assert antwoord.mogelijk is mogelijk
    assert (antwoord.beslisser is Beslisser.HOOFD) is (mogelijk and toestemming)


def test_leave_over_the_summer_runs_into_the_first_lesweken_of_the_next_year() -> None:
    """Six schooldays before the summer and four after it: ten, but four lie in the first two weeks."""
    verlof = verlof_13a(date(2026, 7, 10), date(2026, 9, 3), MIDDEN)
    assert (verlof.dagen, verlof.mogelijk) == (10, False)
    assert verlof.redenen == ("De eerste twee lesweken van het schooljaar zijn uitgesloten.",)
    assert verlof_13a(date(2026, 7, 10), date(2026, 8, 30), MIDDEN).mogelijk


def test_a_period_without_a_schoolday_needs_no_leave() -> None:
    weekend = verlof_13a(date(2026, 9, 19), date(2026, 9, 20), MIDDEN)
    assert not weekend
    assert weekend.redenen == ("Er valt geen schooldag in deze periode: verlof is niet nodig.",)
