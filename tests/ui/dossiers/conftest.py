"""Two worlds for the screen of dossiers: a small one, and the whole practice caseload of the real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.ports.brievenbus import Feedpagina, SpiegelRecord
from leerplicht_desktop.casework.queries.caseload import DossierFilter
from leerplicht_desktop.ui.dossiers.view import DossiersScherm
from leerplicht_server import feed, practice_data
from leerplicht_server.database import open_database
from leerplicht_server.migrate import migrate
from tests.ui.wereld import DRIELING, PAOLO, Wereld, bouw_wereld

AMBTENAAR = "n.hendriks"


@pytest.fixture(scope="session")
def oefenrecords(tmp_path_factory: pytest.TempPathFactory) -> tuple[SpiegelRecord, ...]:
    """What the server sends an officer of the practice municipality."""
    database = open_database(f"sqlite:///{tmp_path_factory.mktemp('gemeente') / 'gemeente.db'}")
    migrate(database)
    practice_data.seed(database)
    with database.read() as verbinding:
        pagina = feed.page(verbinding, AMBTENAAR, feed.Cursor(), 10_000)
    database.close()
    return tuple(
        SpiegelRecord(
            record.entity.value,
            record.id,
            tuple(record.dossiers),
            record.rev,
            record.seq,
            record.deleted,
            record.fields,
            record.frev,
        )
        for record in pagina.changes
    )


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    """Four dossiers: a triplet, and Paolo."""
    gemaakt = bouw_wereld(tmp_path)
    yield gemaakt
    gemaakt.kluis.sluit()


@pytest.fixture
def oefenwereld(wereld: Wereld, oefenrecords: tuple[SpiegelRecord, ...]) -> Wereld:
    """The practice caseload, in place of the four."""
    pagina = Feedpagina("1", "2", (*DRIELING, PAOLO), oefenrecords)
    wereld.doe(lambda work: work.brievenbus.pas_toe(pagina))
    return wereld


@pytest.fixture
def scherm(wereld: Wereld, qtbot: QtBot) -> DossiersScherm:
    """The screen at 1440 pixels, told of every change."""
    gemaakt = DossiersScherm(wereld.context)
    qtbot.addWidget(gemaakt)
    gemaakt.resize(1440, 900)
    gemaakt.show()
    wereld.context.bulletin.geraakt.connect(gemaakt.geraakt)
    return gemaakt


def dossier_van(wereld: Wereld, naam: str) -> str:
    """The first dossier found under a name."""
    pagina = wereld.lees(lambda caseload: caseload.zoek(naam, DossierFilter.ALLE, None, 1))
    return pagina.regels[0].dossier
