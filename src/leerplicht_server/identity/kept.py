"""A fact of the provider, asked once an hour and kept a day when the provider is away."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from .faults import ProviderAwayError

T = TypeVar("T")

FRESH_SECONDS = 3_600
KEPT_SECONDS = 24 * 3_600
PAUSE_SECONDS = 60
_AWAY_SECONDS = 5
_PATIENCE_SECONDS = 2.0


class Kept(Generic[T]):
    """One fact. ``fetch`` raises ProviderAwayError when it cannot be had."""

    def __init__(self, fetch: Callable[[], T], clock: Callable[[], float]) -> None:
        self._fetch = fetch
        self._clock = clock
        self._lock = threading.Lock()
        self._value: T | None = None
        self._since = 0.0
        self._asked = 0.0
        self._away: ProviderAwayError | None = None

    def get(self, *, again: bool = False) -> T:
        """The fact; ``again`` asks for a newer one, at most once a minute. Raises ProviderAwayError.

        While another thread asks, an older value is used: a provider that hangs holds one thread, not all.
        """
        if not self._lock.acquire(timeout=_PATIENCE_SECONDS if self._value is None else 0):
            if self._value is None:
                raise ProviderAwayError("another question waits")
            return self._value
        try:
            if self._due(again):
                self._renew()
            return self._now()
        finally:
            self._lock.release()

    def _due(self, again: bool) -> bool:
        waited = self._clock() - self._asked
        if self._away is not None:
            return waited >= _AWAY_SECONDS
        if self._value is None:
            return True
        return self._clock() - self._since > FRESH_SECONDS or (again and waited >= PAUSE_SECONDS)

    def _renew(self) -> None:
        self._asked = self._clock()
        try:
            self._value, self._away = self._fetch(), None
            self._since = self._asked
        except ProviderAwayError as fault:
            self._away = fault

    def _now(self) -> T:
        if self._value is not None and self._clock() - self._since <= KEPT_SECONDS:
            return self._value
        raise self._away or ProviderAwayError("nothing known")
