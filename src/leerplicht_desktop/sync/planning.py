"""When to try again, without being asked. Pure: moments go in (seconds of a steady clock), a step comes out.

* A round at the start, when work was written, when the button is pressed, and every five minutes.
* The server cannot be reached: a small probe now and then; the moment it answers, a round.
* The server answers but cannot (5xx, 429, cut off half-way): a round again after full jitter of 2 s to
  5 min, never before the moment that the server named.
* A problem that only a person can mend: nothing until the button, or a fresh sign-in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from leerplicht_desktop.casework.problems import (
    AanmeldingGeweigerd,
    AanmeldingVerlopen,
    AndereServer,
    ApparaatIngetrokken,
    GeenVerbinding,
    Geschorst,
    VersieVerschil,
)

from .rounds import RoundResult

SHORTEST = 2.0
LONGEST = 300.0
LONGEST_PROBE = 30.0
REGULAR = 300.0

_NEEDS_A_PERSON = (
    AanmeldingGeweigerd,
    AanmeldingVerlopen,
    ApparaatIngetrokken,
    Geschorst,
    AndereServer,
    VersieVerschil,
)


class Step(StrEnum):
    """What is next."""

    ROUND = "ronde"
    PROBE = "proef"


@dataclass(frozen=True, slots=True)
class Next:
    """The next step, and how many seconds until then (0: now)."""

    step: Step
    wait: float


class Planning:
    """One laptop's plan. ``chance`` gives numbers from 0 up to 1."""

    def __init__(self, chance: Callable[[], float], now: float) -> None:
        self._chance = chance
        self._step = Step.ROUND
        self._at: float | None = now
        self._not_before = now
        self._failed = 0
        self._probes = 0

    def next(self, now: float) -> Next | None:
        """What to do and when; None: wait for a person."""
        return None if self._at is None else Next(self._step, max(0.0, self._at - now))

    def button(self, now: float) -> None:
        """Somebody asked: a round, now, whatever went wrong before."""
        self._failed = self._probes = 0
        self._set(Step.ROUND, now)

    def work_written(self, now: float) -> None:
        """There is something to send: at once, but not past a person who is needed or a server that waits."""
        if self._at is not None:
            self._at = max(now, self._not_before)

    def after_probe(self, now: float, reached: bool) -> None:
        """The probe was answered, or not."""
        if reached:
            self._probes = 0
            self._set(Step.ROUND, max(now, self._not_before))
        else:
            self._probe_later(now)

    def after_round(self, now: float, result: RoundResult) -> None:
        """A round ended."""
        if isinstance(result.problem, _NEEDS_A_PERSON):
            self._at = None
        elif not isinstance(result.problem, GeenVerbinding):
            self._failed = self._probes = 0
            self._not_before = now
            self._set(Step.ROUND, now + REGULAR * (0.8 + 0.4 * self._chance()))
        elif result.reached:
            self._failed += 1
            self._not_before = now + max(result.wait, self._jitter(self._failed, LONGEST))
            self._set(Step.ROUND, self._not_before)
        else:
            self._not_before = max(self._not_before, now + result.wait)
            self._probe_later(now)

    def _probe_later(self, now: float) -> None:
        self._probes += 1
        self._set(Step.PROBE, max(self._not_before, now + self._jitter(self._probes, LONGEST_PROBE)))

    def _jitter(self, tries: int, at_most: float) -> float:
        """Full jitter: anything from 2 s up to a ceiling that doubles every time."""
        ceiling = min(at_most, SHORTEST * 2.0 ** min(tries, 16))
        return SHORTEST + (ceiling - SHORTEST) * self._chance()

    def _set(self, step: Step, at: float) -> None:
        self._step, self._at = step, at
