"""When to try again: a plan without a clock of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.casework.problems import (
    AanmeldingVerlopen,
    AnderCertificaat,
    AndereServer,
    ApparaatIngetrokken,
    GeenVerbinding,
    KnownProblem,
    SchijfVol,
    ServerWeigert,
    VersieVerschil,
)
from leerplicht_desktop.sync.planning import (
    KORTST,
    LANGST,
    PROEF_LANGST,
    REGELMAAT,
    Planning,
    Stap,
    Volgende,
)
from leerplicht_desktop.sync.ronde import RondeUitslag

GOED = RondeUitslag(bereikt=True)
OFFLINE = RondeUitslag(probleem=GeenVerbinding())
DRUK = RondeUitslag(probleem=GeenVerbinding(), bereikt=True)


def _plan(toeval: float = 0.5) -> Planning:
    return Planning(lambda: toeval, 100.0)


def test_the_program_starts_with_a_round() -> None:
    assert _plan().volgende(100.0) == Volgende(Stap.RONDE, 0.0)


def test_after_a_good_round_the_next_is_in_about_five_minutes() -> None:
    for toeval in (0.0, 0.999):
        plan = _plan(toeval)
        plan.na_ronde(100.0, GOED)
        stap = plan.volgende(100.0)
        assert stap is not None
        assert stap.stap is Stap.RONDE
        assert 0.8 * REGELMAAT <= stap.wacht <= 1.2 * REGELMAAT


def test_written_work_goes_at_once() -> None:
    plan = _plan()
    plan.na_ronde(100.0, GOED)
    plan.werk_geschreven(130.0)
    assert plan.volgende(130.0) == Volgende(Stap.RONDE, 0.0)


def test_offline_a_small_probe_looks_and_the_answer_starts_a_round() -> None:
    plan = _plan()
    plan.na_ronde(100.0, OFFLINE)
    stap = plan.volgende(100.0)
    assert stap is not None
    assert stap.stap is Stap.PROEF
    plan.na_proef(105.0, bereikt=False)
    stap = plan.volgende(105.0)
    assert stap is not None
    assert stap.stap is Stap.PROEF
    plan.na_proef(110.0, bereikt=True)
    assert plan.volgende(110.0) == Volgende(Stap.RONDE, 0.0)


def test_written_work_while_offline_probes_at_once() -> None:
    plan = _plan()
    plan.na_ronde(100.0, OFFLINE)
    plan.werk_geschreven(100.5)
    assert plan.volgende(100.5) == Volgende(Stap.PROEF, 0.0)


@given(st.floats(0, 0.999), st.integers(1, 40))
def test_probes_stay_cheap_and_quick(toeval: float, keer: int) -> None:
    plan = _plan(toeval)
    plan.na_ronde(100.0, OFFLINE)
    for _ in range(keer):
        plan.na_proef(100.0, bereikt=False)
    stap = plan.volgende(100.0)
    assert stap is not None
    assert KORTST <= stap.wacht <= PROEF_LANGST


@given(st.floats(0, 0.999), st.integers(1, 40))
def test_a_server_that_cannot_is_asked_ever_less_often(toeval: float, keer: int) -> None:
    plan = _plan(toeval)
    for _ in range(keer):
        plan.na_ronde(100.0, DRUK)
    stap = plan.volgende(100.0)
    assert stap is not None
    assert stap.stap is Stap.RONDE
    plafond = min(LANGST, KORTST * 2**keer)
    assert stap.wacht == pytest.approx(KORTST + (plafond - KORTST) * toeval)
    plan.werk_geschreven(100.0)
    assert plan.volgende(100.0) == stap


def test_the_moment_that_a_server_names_is_kept() -> None:
    plan = _plan(0.0)
    plan.na_ronde(100.0, RondeUitslag(probleem=GeenVerbinding(), bereikt=True, wacht=600.0))
    assert plan.volgende(100.0) == Volgende(Stap.RONDE, 600.0)
    plan.na_ronde(100.0, RondeUitslag(probleem=GeenVerbinding(), wacht=700.0))
    assert plan.volgende(100.0) == Volgende(Stap.PROEF, 700.0)
    plan.na_proef(150.0, bereikt=True)
    assert plan.volgende(150.0) == Volgende(Stap.RONDE, 650.0)
    plan.knop(200.0)
    assert plan.volgende(200.0) == Volgende(Stap.RONDE, 0.0)


@given(st.lists(st.sampled_from(["proef", "offline", "werk"]), max_size=12), st.floats(0, 0.999))
def test_the_moment_that_a_server_names_outlives_whatever_fails_after_it(
    gebeurd: list[str], toeval: float
) -> None:
    """A 429 with half an hour is half an hour, also for a laptop that loses its network meanwhile."""
    plan = _plan(toeval)
    plan.na_ronde(100.0, RondeUitslag(probleem=GeenVerbinding(), bereikt=True, wacht=1_800.0))
    for nu, wat in enumerate(gebeurd, start=101):
        if wat == "proef":
            plan.na_proef(nu, bereikt=False)
        elif wat == "offline":
            plan.na_ronde(nu, OFFLINE)
        else:
            plan.werk_geschreven(nu)
        stap = plan.volgende(nu)
        assert stap is not None
        assert nu + stap.wacht >= 1_900.0
    plan.na_proef(200.0, bereikt=True)
    assert plan.volgende(200.0) == Volgende(Stap.RONDE, 1_700.0)


def test_a_good_round_forgets_the_bad_ones() -> None:
    plan = _plan(0.999)
    for _ in range(20):
        plan.na_ronde(100.0, DRUK)
    plan.na_ronde(100.0, GOED)
    plan.na_ronde(100.0, DRUK)
    stap = plan.volgende(100.0)
    assert stap is not None
    assert stap.wacht <= 2 * KORTST


@pytest.mark.parametrize(
    "problem", [AanmeldingVerlopen(), ApparaatIngetrokken(), AndereServer(), VersieVerschil()]
)
def test_what_a_person_must_mend_waits_for_that_person(problem: KnownProblem) -> None:
    plan = _plan()
    plan.na_ronde(100.0, RondeUitslag(probleem=problem, bereikt=True))
    assert plan.volgende(100.0) is None
    plan.werk_geschreven(200.0)
    assert plan.volgende(200.0) is None
    plan.knop(300.0)
    assert plan.volgende(300.0) == Volgende(Stap.RONDE, 0.0)


@pytest.mark.parametrize("problem", [ServerWeigert(), AnderCertificaat(), SchijfVol()])
def test_other_problems_wait_for_the_next_ordinary_round(problem: KnownProblem) -> None:
    plan = _plan()
    plan.na_ronde(100.0, RondeUitslag(probleem=problem))
    stap = plan.volgende(100.0)
    assert stap is not None
    assert (stap.stap, stap.wacht) == (Stap.RONDE, REGELMAAT)


@given(st.lists(st.sampled_from(["goed", "offline", "druk", "proef ja", "proef nee", "werk"]), max_size=30))
def test_the_plan_never_stops_by_itself_and_never_hurries_into_the_past(gebeurd: list[str]) -> None:
    plan, nu = _plan(), 100.0
    for wat in gebeurd:
        nu += 1.0
        match wat:
            case "goed":
                plan.na_ronde(nu, GOED)
            case "offline":
                plan.na_ronde(nu, OFFLINE)
            case "druk":
                plan.na_ronde(nu, DRUK)
            case "werk":
                plan.werk_geschreven(nu)
            case _:
                plan.na_proef(nu, bereikt=wat == "proef ja")
        stap = plan.volgende(nu)
        assert stap is not None
        assert 0.0 <= stap.wacht <= 1.2 * REGELMAAT
