from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from leerplicht_server import feed, schema
from leerplicht_server.database import Database, open_database
from leerplicht_server.errors import DatabaseError
from leerplicht_server.migrate import migrate


@pytest.fixture
def database(empty_url: str) -> Iterator[Database]:
    """Made by the migrations themselves, and no copy as for the other tests."""
    opened = open_database(empty_url)
    migrate(opened)
    yield opened
    opened.close()


def test_the_migrations_make_the_tables_of_the_program(database: Database) -> None:
    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == []


def test_a_second_start_changes_nothing(database: Database) -> None:
    with database.read() as connection:
        before = feed.epoch(connection)
    migrate(database)
    with database.read() as connection:
        assert feed.epoch(connection) == before


def test_every_database_has_an_epoch_of_its_own(database: Database, tmp_path: Path) -> None:
    other = open_database(f"sqlite:///{tmp_path / 'ander.db'}")
    migrate(other)
    with database.read() as here, other.read() as there:
        assert feed.epoch(here) != feed.epoch(there)
    other.close()


def test_a_newer_database_is_left_alone(database: Database) -> None:
    version = sa.table("alembic_version", sa.column("version_num"))
    with database.write() as connection:
        connection.execute(sa.update(version).values(version_num="9999"))
    with pytest.raises(DatabaseError, match="nieuwere versie"):
        migrate(database)
    with database.read() as connection:
        assert connection.execute(sa.select(version.c.version_num)).scalar_one() == "9999"


def test_a_migration_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'half.db'}")
    with database.write() as connection:
        connection.execute(sa.text("CREATE TABLE toewijzing (id INTEGER)"))
    with pytest.raises(DatabaseError):
        migrate(database)
    with database.read() as connection:
        assert sa.inspect(connection).get_table_names() == ["toewijzing"]
    database.close()


def test_a_file_that_is_no_database_is_not_touched(tmp_path: Path) -> None:
    file = tmp_path / "foto.db"
    file.write_bytes(b"geen database" * 100)
    database = open_database(f"sqlite:///{file}")
    with pytest.raises(DatabaseError):
        migrate(database)
    database.close()
    assert file.read_bytes() == b"geen database" * 100
