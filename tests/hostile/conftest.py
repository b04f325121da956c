"""The municipality that is attacked: one for practice with a dossier of Anna, and a real empty one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_server import practice
from leerplicht_server.database import Database, open_database
from leerplicht_server.migrate import migrate
from tests.server.office import ANNA, Office


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(f"sqlite:///{tmp_path / 'g.db'}")
    migrate(opened)
    with opened.write() as connection:
        practice.claim(connection)
    Office(opened).dossier("d-1", ANNA)
    yield opened
    opened.close()


@pytest.fixture
def real_database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(f"sqlite:///{tmp_path / 'echt.db'}")
    migrate(opened)
    yield opened
    opened.close()
