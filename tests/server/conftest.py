"""A municipal database of each kind, empty or with the practice data."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from leerplicht_server import practice
from leerplicht_server.database import Database, open_database
from tests.server.office import Office
from tests.servers import (
    _bare_postgres,
    _seeded_file,
    _seeded_postgres,
    database_url,
    empty_url,
    postgres_server,
    seeded_url,
)

__all__ = [
    "_bare_postgres",
    "_seeded_file",
    "_seeded_postgres",
    "database_url",
    "empty_url",
    "postgres_server",
    "seeded_url",
]


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """Empty, and one to practise on: so a laptop of a test signs in by the page."""
    opened = open_database(database_url)
    with opened.write() as connection:
        practice.claim(connection)
    yield opened
    opened.close()


@pytest.fixture
def real_database(database_url: str) -> Iterator[Database]:
    """Empty, and a municipality's own."""
    opened = open_database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def seeded(seeded_url: str) -> Iterator[Database]:
    opened = open_database(seeded_url)
    yield opened
    opened.close()


@pytest.fixture
def office(database: Database) -> Office:
    """A municipality with two officers and no dossiers yet."""
    return Office(database)
