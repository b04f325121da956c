"""How much one source may ask of this server."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    """``burst`` requests at once, and ``per_second`` more as time goes by."""

    burst: float
    per_second: float


_BEGIN, _STRANGER, _PERSON = Rate(60, 0.5), Rate(300, 10.0), Rate(1_200, 20.0)


@dataclass(frozen=True)
class Rates:
    """What one source may ask."""

    begin: Rate = _BEGIN
    """Sign-ins and enrolments that one address may begin."""
    stranger: Rate = _STRANGER
    """Any request of one address without credentials that were good before."""
    person: Rate = _PERSON
    """Any request of one person who signed in, from whatever laptop."""
    strangers_at_once: int = 32
    """Requests that may be under way for one address without good credentials."""
    laptop_at_once: int = 8
    """Requests that may be under way with the same good credentials."""


RATES = Rates()
