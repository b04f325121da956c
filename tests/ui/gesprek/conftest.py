"""A note in a window of its own, in a world with a real vault."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.gesprek.view import GesprekScherm
from tests.ui.handen import rust
from tests.ui.raam import in_raam
from tests.ui.wereld import Wereld, bouw_wereld

Opener = Callable[..., GesprekScherm]


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    gemaakt = bouw_wereld(tmp_path)
    yield gemaakt
    gemaakt.kluis.sluit()


@pytest.fixture
def toon(qtbot: QtBot, wereld: Wereld) -> Opener:
    """Shows a note in a new screen, as after a start of the program."""

    def open_(notitie: str, veld: str = "", cursor: int = -1) -> GesprekScherm:
        scherm = in_raam(qtbot, GesprekScherm(wereld.context), 1216, 868)
        scherm.toon(Werkplek("gesprek", notitie, veld, cursor))
        rust()
        return scherm

    return open_


@pytest.fixture
def notitie(wereld: Wereld) -> str:
    return wereld.begin_notitie()


@pytest.fixture
def scherm(toon: Opener, notitie: str) -> GesprekScherm:
    return toon(notitie)
