"""R22: the thuiszitter clock: more than four weeks, the region's six, the pact's three months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.verzuim.telling import (
    Thuiszitterinstelling,
    Thuiszitterstand,
    aaneengesloten,
    thuiszitter,
)
from leerplicht_desktop.domain.wet.kalender import Regio, regiokalender

EERSTE = date(2026, 9, 7)
MIDDEN = regiokalender(Regio.MIDDEN)


@pytest.mark.parametrize(
    ("peildatum", "dagen", "stand"),
    [
        (date(2026, 10, 4), 28, Thuiszitterstand.NOG_NIET),
        (date(2026, 10, 5), 29, Thuiszitterstand.THUISZITTER),
        (date(2026, 10, 18), 42, Thuiszitterstand.THUISZITTER),
        (date(2026, 10, 19), 43, Thuiszitterstand.REGIONAAL),
        (date(2026, 12, 6), 91, Thuiszitterstand.REGIONAAL),
        (date(2026, 12, 7), 92, Thuiszitterstand.PACT),
    ],
)
def test_absent_since_7_september(peildatum: date, dagen: int, stand: Thuiszitterstand) -> None:
    klok = thuiszitter(EERSTE, peildatum, Thuiszitterinstelling())
    assert (klok.dagen, klok.stand, klok.loopt) == (dagen, stand, True)
    assert klok.uitleg.dagen == (date(2026, 10, 5), date(2026, 10, 19), date(2026, 12, 7))
    assert klok.zonder_vakantie is None


def test_an_exemption_stops_the_clock_on_its_first_day() -> None:
    klok = thuiszitter(EERSTE, date(2026, 12, 24), gestopt_op=date(2026, 10, 20))
    assert (klok.dagen, klok.stand, klok.loopt) == (43, Thuiszitterstand.REGIONAAL, False)
    assert thuiszitter(EERSTE, date(2026, 10, 19), gestopt_op=date(2026, 10, 20)).loopt
    assert thuiszitter(EERSTE, EERSTE, gestopt_op=EERSTE).dagen == 0


@pytest.mark.parametrize(("na", "loopt"), [(-1, True), (0, False), (1, False)])
def test_from_the_day_that_no_longer_counts_the_clock_stands_still(na: int, loopt: bool) -> None:
    terug = date(2026, 10, 20)
    klok = thuiszitter(EERSTE, terug + timedelta(days=na), gestopt_op=terug)
    assert klok.loopt is loopt
    assert klok.dagen == (terug - EERSTE).days


def test_a_region_whose_clock_rests_in_the_holidays_shows_both_counts() -> None:
    rust = Thuiszitterinstelling(vakantie_telt=False, kalender=MIDDEN)
    klok = thuiszitter(EERSTE, date(2026, 10, 26), rust)
    assert (klok.dagen, klok.met_vakantie, klok.zonder_vakantie) == (41, 50, 41)
    assert klok.stand is Thuiszitterstand.THUISZITTER
    assert klok.regionaal_vanaf == date(2026, 10, 28)
    door = thuiszitter(EERSTE, date(2026, 10, 26), Thuiszitterinstelling(kalender=MIDDEN))
    assert (door.dagen, door.zonder_vakantie, door.stand) == (50, 41, Thuiszitterstand.REGIONAAL)


def test_three_months_end_on_the_last_day_of_a_shorter_month() -> None:
    assert thuiszitter(date(2026, 11, 30), date(2026, 11, 30)).pact_vanaf == date(2027, 2, 28)


def test_one_day_at_school_closes_the_row_and_begins_a_new_one() -> None:
    gemist = [*MIDDEN.lesdagen(date(2026, 10, 5), date(2026, 10, 30)), date(2026, 10, 21), date(2026, 11, 3)]
    eerste, tweede = aaneengesloten(gemist, MIDDEN)
    assert (eerste.eerste_dag, eerste.laatste_dag, len(eerste.lesdagen)) == (
        date(2026, 10, 5),
        date(2026, 10, 30),
        15,
    )
    assert (tweede.eerste_dag, tweede.laatste_dag) == (date(2026, 11, 3), date(2026, 11, 3))
    assert aaneengesloten([], MIDDEN) == ()


def test_impossible_days_and_settings_are_refused() -> None:
    for veld, gevraagd in (
        ("peildatum", lambda: thuiszitter(EERSTE, date(2026, 9, 6))),
        ("gestopt_op", lambda: thuiszitter(EERSTE, EERSTE, None, date(2026, 9, 6))),
        ("dag", lambda: thuiszitter(date(2015, 9, 6), EERSTE)),
        ("regionale_weken", lambda: Thuiszitterinstelling(3)),
        ("kalender", lambda: Thuiszitterinstelling(vakantie_telt=False)),
    ):
        with pytest.raises(DomainError) as fout:
            gevraagd()
        assert fout.value.veld == veld


@given(st.dates(date(2026, 1, 1), date(2027, 3, 1)), st.integers(0, 120), st.booleans())
def test_the_clock_never_runs_back_and_resting_never_runs_ahead(eerste: date, dagen: int, telt: bool) -> None:
    regels = Thuiszitterinstelling(vakantie_telt=telt, kalender=MIDDEN)
    nu, morgen = (thuiszitter(eerste, eerste + timedelta(days=n), regels) for n in (dagen, dagen + 1))
    volgorde = list(Thuiszitterstand)
    assert volgorde.index(nu.stand) <= volgorde.index(morgen.stand)
    assert nu.zonder_vakantie is not None
    assert nu.zonder_vakantie <= nu.met_vakantie == dagen + 1
    assert nu.thuiszitter_vanaf < nu.regionaal_vanaf < nu.pact_vanaf


def test_a_region_that_aims_at_more_than_three_months_does_not_hide_the_pact() -> None:
    ruim = Thuiszitterinstelling(20)
    assert thuiszitter(EERSTE, date(2026, 12, 6), ruim).stand is Thuiszitterstand.THUISZITTER
    assert thuiszitter(EERSTE, date(2026, 12, 7), ruim).stand is Thuiszitterstand.PACT
