"""From a key to an open file: look first, then the settings, the schema and the canary."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.problems import KluisBeschadigd

from .connection import connect, examine, settle
from .durable import sync_file, sync_folder
from .schema import Step, migrate, refuse_newer, user_version

DATABASE = "kluis.db"
_SONG = "de deur is open"
_ALWAYS_EXAMINED = 32 * 1024 * 1024
"""Up to this size every page is checked at each opening (about 75 ms); above it after an unclean end."""


def open_file(database: Path, raw: bytearray, known: Sequence[Step]) -> dbapi2.Connection:
    """A connection that writes, to a file that is whole and up to date.

    Raises KluisBeschadigd, KluisNieuwer and what SQLite raises.
    """
    _look(database, raw, known)
    connection = connect(database, raw)
    try:
        settle(connection)
        migrate(connection, known, lambda version: _copy(connection, database, raw, version))
        hear_canary(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def build_file(database: Path, raw: bytearray, known: Sequence[Step]) -> None:
    """A new file in its place, whole or not at all."""
    beside = database.with_name(database.name + ".nieuw")
    remove(beside)
    try:
        connection = connect(beside, raw)
        try:
            settle(connection)
            migrate(connection, known, lambda version: None)
            hear_canary(connection)
        finally:
            connection.close()
        beside.chmod(0o600)
        sync_file(beside)
        beside.replace(database)
        sync_folder(database.parent)
    except BaseException:
        remove(beside)
        raise


def hear_canary(connection: dbapi2.Connection) -> None:
    """Raises KluisBeschadigd when what was read is not what was written."""
    found = connection.execute("SELECT lied FROM kanarie").fetchone()
    if found is None or found[0] != _SONG:
        raise KluisBeschadigd


def remove(database: Path) -> None:
    """A file with everything SQLite keeps beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            database.with_name(database.name + suffix).unlink()


def _look(database: Path, raw: bytearray, known: Sequence[Step]) -> None:
    """Look at the file without writing a byte: is it whole, and is it ours to open?"""
    log = database.with_name(database.name + "-wal")
    unclean = log.exists() and log.stat().st_size > 0
    if database.stat().st_size == 0:
        raise KluisBeschadigd
    connection = connect(database, raw, "mode=ro" if unclean else "immutable=1")
    try:
        refuse_newer(user_version(connection), known)
        small = database.stat().st_size <= _ALWAYS_EXAMINED
        examine(connection, database, thorough=unclean or small)
    finally:
        connection.close()


def _copy(connection: dbapi2.Connection, database: Path, raw: bytearray, version: int) -> None:
    """An encrypted copy under the same key, before the schema changes."""
    target = database.with_name(f"{database.name}.voor-{version}")
    remove(target)
    copy = connect(target, raw)
    try:
        connection.backup(copy)
    finally:
        copy.close()
    target.chmod(0o600)
    sync_file(target)
    sync_folder(database.parent)
