"""The lanes: where jobs run one after the other, and how their answers come back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")


class Toekomst(Protocol):
    """A job that was handed to a lane."""

    def annuleer(self) -> None:
        """Drop its answer: neither ``klaar`` nor ``mis`` is called any more."""


class Lane(Protocol):
    """One serial worker. Answers come back on the thread that owns the screens, in order."""

    def submit(
        self,
        job: Callable[[], T],
        klaar: Callable[[T], None] | None = None,
        mis: Callable[[Exception], None] | None = None,
    ) -> Toekomst:
        """Run ``job`` on the lane. Without ``mis`` a failure goes to the program's own handler."""
