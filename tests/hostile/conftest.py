"""The municipality that is attacked: one for practice with a dossier of Anna, and a real empty one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_server import practice
from leerplicht_server.database import Database
from tests.server.office import ANNA, Office
from tests.servers import bare_database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = bare_database(tmp_path / "g.db")
    with opened.write() as connection:
        practice.claim(connection)
    Office(opened).dossier("d-1", ANNA)
    yield opened
    opened.close()


@pytest.fixture
def real_database(tmp_path: Path) -> Iterator[Database]:
    opened = bare_database(tmp_path / "echt.db")
    yield opened
    opened.close()
