"""A letter in a window of its own: a real vault, the real forms and the real paper."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.ui.brief.view import BriefScherm
from tests.ui.handen import rust
from tests.ui.papierwereld import papieren_wereld
from tests.ui.proefprinters import PdfPrinters
from tests.ui.raam import in_raam
from tests.ui.wereld import DRIELING, Wereld

Opener = Callable[..., BriefScherm]


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    with papieren_wereld(tmp_path / "wereld") as gemaakt:
        yield gemaakt


@pytest.fixture
def printers(tmp_path: Path) -> PdfPrinters:
    return PdfPrinters(tmp_path)


@pytest.fixture
def toon(qtbot: QtBot, wereld: Wereld, printers: PdfPrinters) -> Opener:
    """Shows a dossier, a concept or a sealed letter in a new screen, as after a start of the program."""

    def open_(
        ding: str = DRIELING[0], veld: str = "", cursor: int = -1, breedte: int = 1376, hoogte: int = 868
    ) -> BriefScherm:
        scherm = in_raam(qtbot, BriefScherm(wereld.context, printers), breedte, hoogte)
        scherm.toon(Werkplek("brief", ding, veld, cursor))
        rust()
        return scherm

    return open_
