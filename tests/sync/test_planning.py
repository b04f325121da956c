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
    BekendProbleem,
    GeenVerbinding,
    SchijfVol,
    ServerWeigert,
    VersieVerschil,
)
from leerplicht_desktop.sync.planning import (
    LONGEST,
    LONGEST_PROBE,
    REGULAR,
    SHORTEST,
    Next,
    Planning,
    Step,
)
from leerplicht_desktop.sync.rounds import RoundResult

GOED = RoundResult(reached=True)
OFFLINE = RoundResult(problem=GeenVerbinding())
DRUK = RoundResult(problem=GeenVerbinding(), reached=True)


def _plan(toeval: float = 0.5) -> Planning:
    return Planning(lambda: toeval, 100.0)


def test_the_program_starts_with_a_round() -> None:
    assert _plan().next(100.0) == Next(Step.ROUND, 0.0)


def test_after_a_good_round_the_next_is_in_about_five_minutes() -> None:
    for toeval in (0.0, 0.999):
        plan = _plan(toeval)
        plan.after_round(100.0, GOED)
        stap = plan.next(100.0)
        assert stap is not None
        assert stap.step is Step.ROUND
        assert 0.8 * REGULAR <= stap.wait <= 1.2 * REGULAR


def test_written_work_goes_at_once() -> None:
    plan = _plan()
    plan.after_round(100.0, GOED)
    plan.work_written(130.0)
    assert plan.next(130.0) == Next(Step.ROUND, 0.0)


def test_offline_a_small_probe_looks_and_the_answer_starts_a_round() -> None:
    plan = _plan()
    plan.after_round(100.0, OFFLINE)
    stap = plan.next(100.0)
    assert stap is not None
    assert stap.step is Step.PROBE
    plan.after_probe(105.0, reached=False)
    stap = plan.next(105.0)
    assert stap is not None
    assert stap.step is Step.PROBE
    plan.after_probe(110.0, reached=True)
    assert plan.next(110.0) == Next(Step.ROUND, 0.0)


def test_written_work_while_offline_probes_at_once() -> None:
    plan = _plan()
    plan.after_round(100.0, OFFLINE)
    plan.work_written(100.5)
    assert plan.next(100.5) == Next(Step.PROBE, 0.0)


@given(st.floats(0, 0.999), st.integers(1, 40))
def test_probes_stay_cheap_and_quick(toeval: float, keer: int) -> None:
    plan = _plan(toeval)
    plan.after_round(100.0, OFFLINE)
    for _ in range(keer):
        plan.after_probe(100.0, reached=False)
    stap = plan.next(100.0)
    assert stap is not None
    assert SHORTEST <= stap.wait <= LONGEST_PROBE


@given(st.floats(0, 0.999), st.integers(1, 40))
def test_a_server_that_cannot_is_asked_ever_less_often(toeval: float, keer: int) -> None:
    plan = _plan(toeval)
    for _ in range(keer):
        plan.after_round(100.0, DRUK)
    stap = plan.next(100.0)
    assert stap is not None
    assert stap.step is Step.ROUND
    plafond = min(LONGEST, SHORTEST * 2**keer)
    assert stap.wait == pytest.approx(SHORTEST + (plafond - SHORTEST) * toeval)
    plan.work_written(100.0)
    assert plan.next(100.0) == stap


def test_the_moment_that_a_server_names_is_kept() -> None:
    plan = _plan(0.0)
    plan.after_round(100.0, RoundResult(problem=GeenVerbinding(), reached=True, wait=600.0))
    assert plan.next(100.0) == Next(Step.ROUND, 600.0)
    plan.after_round(100.0, RoundResult(problem=GeenVerbinding(), wait=700.0))
    assert plan.next(100.0) == Next(Step.PROBE, 700.0)
    plan.after_probe(150.0, reached=True)
    assert plan.next(150.0) == Next(Step.ROUND, 650.0)
    plan.button(200.0)
    assert plan.next(200.0) == Next(Step.ROUND, 0.0)


@given(st.lists(st.sampled_from(["proef", "offline", "werk"]), max_size=12), st.floats(0, 0.999))
def test_the_moment_that_a_server_names_outlives_whatever_fails_after_it(
    gebeurd: list[str], toeval: float
) -> None:
    """A 429 with half an hour is half an hour, also for a laptop that loses its network meanwhile."""
    plan = _plan(toeval)
    plan.after_round(100.0, RoundResult(problem=GeenVerbinding(), reached=True, wait=1_800.0))
    for nu, wat in enumerate(gebeurd, start=101):
        if wat == "proef":
            plan.after_probe(nu, reached=False)
        elif wat == "offline":
            plan.after_round(nu, OFFLINE)
        else:
            plan.work_written(nu)
        stap = plan.next(nu)
        assert stap is not None
        assert nu + stap.wait >= 1_900.0
    plan.after_probe(200.0, reached=True)
    assert plan.next(200.0) == Next(Step.ROUND, 1_700.0)


def test_a_good_round_forgets_the_bad_ones() -> None:
    plan = _plan(0.999)
    for _ in range(20):
        plan.after_round(100.0, DRUK)
    plan.after_round(100.0, GOED)
    plan.after_round(100.0, DRUK)
    stap = plan.next(100.0)
    assert stap is not None
    assert stap.wait <= 2 * SHORTEST


@pytest.mark.parametrize(
    "problem", [AanmeldingVerlopen(), ApparaatIngetrokken(), AndereServer(), VersieVerschil()]
)
def test_what_a_person_must_mend_waits_for_that_person(problem: BekendProbleem) -> None:
    plan = _plan()
    plan.after_round(100.0, RoundResult(problem=problem, reached=True))
    assert plan.next(100.0) is None
    plan.work_written(200.0)
    assert plan.next(200.0) is None
    plan.button(300.0)
    assert plan.next(300.0) == Next(Step.ROUND, 0.0)


@pytest.mark.parametrize("problem", [ServerWeigert(), AnderCertificaat(), SchijfVol()])
def test_other_problems_wait_for_the_next_ordinary_round(problem: BekendProbleem) -> None:
    plan = _plan()
    plan.after_round(100.0, RoundResult(problem=problem))
    stap = plan.next(100.0)
    assert stap is not None
    assert (stap.step, stap.wait) == (Step.ROUND, REGULAR)


@given(st.lists(st.sampled_from(["goed", "offline", "druk", "proef ja", "proef nee", "werk"]), max_size=30))
def test_the_plan_never_stops_by_itself_and_never_hurries_into_the_past(gebeurd: list[str]) -> None:
    plan, nu = _plan(), 100.0
    for wat in gebeurd:
        nu += 1.0
        match wat:
            case "goed":
                plan.after_round(nu, GOED)
            case "offline":
                plan.after_round(nu, OFFLINE)
            case "druk":
                plan.after_round(nu, DRUK)
            case "werk":
                plan.work_written(nu)
            case _:
                plan.after_probe(nu, reached=wat == "proef ja")
        stap = plan.next(nu)
        assert stap is not None
        assert 0.0 <= stap.wait <= 1.2 * REGULAR
