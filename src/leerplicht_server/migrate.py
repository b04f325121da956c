"""Brings a database to the schema of this program, in one transaction; leaves a newer one alone."""

from __future__ import annotations

import secrets
import uuid
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

from . import schema
from .database import Database
from .errors import DatabaseError


def migrate(database: Database) -> None:
    """Apply what is missing. Raises DatabaseError when the database is newer than the program."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    with database.write() as connection:
        _refuse_newer(connection, scripts)
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        _give_identity(connection)


def _refuse_newer(connection: Connection, scripts: ScriptDirectory) -> None:
    known = {script.revision for script in scripts.walk_revisions()}
    present = MigrationContext.configure(connection).get_current_heads()
    if any(revision not in known for revision in present):
        raise DatabaseError(
            "Deze database is gemaakt door een nieuwere versie van leerplicht-server. Er is niets gewijzigd. "
            "Installeer die versie, of zet een back-up van vóór de overstap terug."
        )


def _give_identity(connection: Connection) -> None:
    """A new database gets its epoch and the key of its cursors, once."""
    present = set(connection.execute(sa.select(schema.meta.c.naam)).scalars())
    for name, value in (("epoch", f"e-{uuid.uuid4().hex}"), ("cursor", secrets.token_hex(32))):
        if name not in present:
            connection.execute(sa.insert(schema.meta).values(naam=name, waarde=value))
