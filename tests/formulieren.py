"""The forms that come with the program, as a screen gets them: for tests that fill in a letter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from leerplicht_desktop.bootstrap.clock import SystemClock
from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Formulierbeeld
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

T = TypeVar("T")


def _no_vault(_act: Callable[[Work], T], /) -> T:
    raise AssertionError("forms do not lie in the vault")


def formulier(soort: Documentsoort) -> Formulierbeeld:
    """The form of one kind of letter."""
    beelden = LatePaper(_no_vault, SystemClock(), "0.0").formulieren().beelden
    return next(een for een in beelden if een.soort is soort)
