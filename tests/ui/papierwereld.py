"""A world with the real paper and an officer who can be called: for every screen that writes or shows it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.casework.brief.afzender import telefoon_instellen

from .wereld import Wereld, bouw_wereld


@contextmanager
def papieren_wereld(map_: Path) -> Iterator[Wereld]:
    """A vault in ``map_`` that is closed at the end."""
    gemaakt = bouw_wereld(map_)
    papier = LatePaper(lambda act: gemaakt.kluis.doe(act), gemaakt.klok, "0.0")
    gemaakt.context = replace(gemaakt.context, papier=papier)
    gemaakt.doe(lambda work: telefoon_instellen(work, "06 1234 5678"))
    yield gemaakt
    gemaakt.kluis.sluit()
