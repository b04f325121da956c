"""A recorder in a window of its own, in a world with a real vault."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.deurbezoek.view import DeurbezoekScherm
from tests.ui.handen import rust
from tests.ui.raam import in_raam
from tests.ui.wereld import DRIELING, Wereld, bouw_wereld

Opener = Callable[..., DeurbezoekScherm]


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    gemaakt = bouw_wereld(tmp_path)
    yield gemaakt
    gemaakt.kluis.sluit()


@pytest.fixture
def toon(qtbot: QtBot, wereld: Wereld) -> Opener:
    """Shows a visit in a new screen, as after a start of the program."""

    def open_(bezoek: str, veld: str = "", cursor: int = -1) -> DeurbezoekScherm:
        scherm = in_raam(qtbot, DeurbezoekScherm(wereld.context))
        scherm.toon(Werkplek("deurbezoek", bezoek, veld, cursor))
        rust()
        return scherm

    return open_


@pytest.fixture
def bezoek(wereld: Wereld) -> str:
    """A draft visit for the three children of one household."""
    return wereld.begin_bezoek(DRIELING)


@pytest.fixture
def scherm(toon: Opener, bezoek: str) -> DeurbezoekScherm:
    return toon(bezoek)
