"""What was just begun is where a crash leads back to: the record itself, not the question it began with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.kit.ticks import Radio
from leerplicht_desktop.ui.proces_verbaal.view import ProcesVerbaalScherm
from leerplicht_desktop.ui.scherm.scherm import Scherm
from leerplicht_desktop.ui.verhoor.view import VerhoorScherm
from tests.ui.handen import druk, rust
from tests.ui.raam import in_raam
from tests.ui.wereld import DRIELING, Wereld, bouw_wereld


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    gemaakt = bouw_wereld(tmp_path)
    yield gemaakt
    gemaakt.kluis.sluit()


@pytest.mark.parametrize(
    ("soort", "naam", "start"),
    [
        (ProcesVerbaalScherm, "proces_verbaal", "pv.start"),
        (VerhoorScherm, "verhoor", "verhoor.start"),
    ],
)
def test_a_crash_leads_back_to_what_was_begun(
    qtbot: QtBot, wereld: Wereld, soort: type[ProcesVerbaalScherm | VerhoorScherm], naam: str, start: str
) -> None:
    scherm: Scherm = in_raam(qtbot, soort(wereld.context))
    onthouden: list[Werkplek] = []
    wereld.context.navigatie.verplaatst.connect(lambda: onthouden.append(scherm.werkplek()))
    scherm.toon(Werkplek(naam, f"nieuw:{DRIELING[0]}"))
    rust()
    vader = next(een for een in scherm.findChildren(Radio) if "Thanatos" in een.words and een.isVisible())
    druk(scherm, vader.objectName())
    druk(scherm, start)
    assert onthouden[-1].scherm == naam
    assert onthouden[-1].ding == scherm.werkplek().ding
    assert not onthouden[-1].ding.startswith("nieuw:")
