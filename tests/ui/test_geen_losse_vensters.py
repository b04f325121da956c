"""No part shows before it has a place: for a blink it would be a window of its own and take the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.screens import makers
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.inrichten.view import InrichtScherm
from leerplicht_desktop.ui.ontgrendelen.view import OntgrendelScherm
from leerplicht_desktop.ui.shell.window import Venster
from tests.ui.handen import rust
from tests.ui.wereld import PAOLO, Wereld, bouw_wereld


class _Oog(QObject):
    """Remembers what was shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.gezien: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name Qt calls
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.gezien.append(f"{type(watched).__name__} {watched.objectName()}".strip())
        return False


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    gemaakt = bouw_wereld(tmp_path)
    yield gemaakt
    gemaakt.kluis.sluit()


@pytest.fixture
def oog(qapp: QApplication) -> Iterator[_Oog]:
    kijkt = _Oog()
    qapp.installEventFilter(kijkt)
    yield kijkt
    qapp.removeEventFilter(kijkt)


def test_only_the_window_is_a_window(qtbot: QtBot, wereld: Wereld, oog: _Oog) -> None:
    venster = Venster(wereld.context.navigatie, oefenen=True)
    qtbot.addWidget(venster)
    venster.show()
    venster.open_werk("Demostad", makers(wereld.context), (Werkplek("dossiers", PAOLO), None))
    rust()
    bezoek, notitie = wereld.begin_bezoek(), wereld.begin_notitie()
    for plek in (
        Werkplek("deurbezoek", bezoek),
        Werkplek("gesprek", notitie),
        Werkplek("verslag", bezoek),
        *(Werkplek(naam) for naam in ("taken", "synchronisatie", "instellingen")),
    ):
        venster.ga(plek)
        rust()
    assert oog.gezien == ["Venster venster"]


@pytest.mark.parametrize("oefenen", [False, True])
def test_the_front_hall_is_one_window(qtbot: QtBot, wereld: Wereld, oog: _Oog, *, oefenen: bool) -> None:
    venster = Venster(wereld.context.navigatie, oefenen=oefenen)
    qtbot.addWidget(venster)
    venster.show()
    venster.toon_voorportaal(InrichtScherm("", oefenen))
    venster.toon_voorportaal(OntgrendelScherm("0.1.0", oefenen))
    rust()
    assert oog.gezien == ["Venster venster"]
