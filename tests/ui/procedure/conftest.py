"""A procedure in a window of its own, in a world with a real vault."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.procedure.schrijven import procedure_starten
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.domain.procedure.procedure import Proceduresoort
from leerplicht_desktop.ui.procedure.view import ProcedureScherm
from tests.ui.handen import rust
from tests.ui.raam import in_raam
from tests.ui.wereld import DRIELING, Wereld, bouw_wereld

Opener = Callable[..., ProcedureScherm]


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    gemaakt = bouw_wereld(tmp_path)
    yield gemaakt
    gemaakt.kluis.sluit()


@pytest.fixture
def begin(wereld: Wereld) -> Callable[[Proceduresoort], str]:
    """Begins a procedure about the first of the triplet; returns its id."""
    return lambda soort: wereld.kluis.doe(
        lambda work: procedure_starten(work, wereld.klok, DRIELING[0], soort)
    )


@pytest.fixture
def toon(qtbot: QtBot, wereld: Wereld) -> Opener:
    """Shows a version in a new screen, as after a start of the program."""

    def open_(procedure: str, veld: str = "") -> ProcedureScherm:
        scherm = in_raam(qtbot, ProcedureScherm(wereld.context), 1216, 868)
        scherm.toon(Werkplek("procedure", procedure, veld))
        rust()
        return scherm

    return open_
