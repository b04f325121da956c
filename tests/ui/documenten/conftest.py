"""The tab Documenten in a window of its own: a real vault and the real paper."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.documenten.blad import DocumentenBlad
from leerplicht_desktop.ui.kit.layout import Scroll
from leerplicht_desktop.ui.scherm.scherm import Scherm
from tests.ui.handen import rust
from tests.ui.papierwereld import papieren_wereld
from tests.ui.raam import in_raam
from tests.ui.wereld import DRIELING, Wereld

Opener = Callable[..., Scherm]


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    with papieren_wereld(tmp_path / "wereld") as gemaakt:
        yield gemaakt


@pytest.fixture
def toon(qtbot: QtBot, wereld: Wereld) -> Opener:
    """Shows the papers of a dossier as the dossier does: in something that scrolls."""

    def open_(dossier: str = DRIELING[0], breedte: int = 720, hoogte: int = 868) -> Scherm:
        scherm = Scherm()
        doos = QVBoxLayout(scherm)
        doos.setContentsMargins(0, 0, 0, 0)
        rol = Scroll(DocumentenBlad(wereld.context, dossier), "Documenten")
        rol.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        doos.addWidget(rol)
        in_raam(qtbot, scherm, breedte, hoogte)
        rust()
        return scherm

    return open_
