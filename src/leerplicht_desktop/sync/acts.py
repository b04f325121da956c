"""How sync reaches the vault, which another lane owns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from leerplicht_desktop.casework.ports.kluis import Work

T = TypeVar("T")


class Act(Protocol):
    """Runs an act in one transaction on the store lane and waits for what it returns."""

    def __call__(self, act: Callable[[Work], T], /) -> T:
        """Raises what the act or the vault raises."""
