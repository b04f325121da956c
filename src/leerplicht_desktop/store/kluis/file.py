"""From a key to an open file: look first, then the settings, the schema and the canary."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.problems import KluisAfgebroken, KluisBeschadigd

from .connection import connect, examine, settle
from .durable import sync_file, sync_folder
from .mending import Damage, adopt, set_aside
from .schema import Step, migrate, refuse_newer, user_version
from .wal import PAGE, log_of, scan

DATABASE = "kluis.db"
_SONG = "de deur is open"
_ALWAYS_EXAMINED = 32 * 1024 * 1024
"""Up to this size every page is checked at each opening (about 75 ms); above it after an unclean end."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection that writes, and what was found in the log if that was broken."""

    connection: dbapi2.Connection
    unclean: bool
    damage: Damage | None


def open_file(database: Path, raw: bytearray, known: Sequence[Step], mark: str) -> Opened:
    """A file that is whole and up to date. ``mark`` names what is copied aside when its log is broken.

    Raises KluisAfgebroken, KluisBeschadigd, KluisNieuwer and what SQLite and the system raise.
    """
    found = scan(log_of(database))
    unclean = bool(found.raw)
    _refuse_stump(database, unclean)
    damage = set_aside(database, found, raw, mark) if found.broken else None
    _look(database, raw, known, unclean)
    if damage is not None and damage.whole:
        adopt(database, damage)
    connection = connect(database, raw)
    try:
        settle(connection)
        if unclean:
            # The check reads the file, not the log: a page that the log holds whole would be called damage.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            examine(connection, database, thorough=True)
        migrate(connection, known, lambda version: _copy(connection, database, raw, version))
        hear_canary(connection)
    except BaseException:
        connection.close()
        raise
    return Opened(connection, unclean, damage)


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


def _refuse_stump(database: Path, unclean: bool) -> None:
    """SQLite takes a file of one byte for an empty one, and would write over it."""
    size = database.stat().st_size
    if size < PAGE or (size % PAGE and not unclean):
        raise KluisAfgebroken


def _look(database: Path, raw: bytearray, known: Sequence[Step], unclean: bool) -> None:
    """Look at the file without writing a byte: is it ours to open, and is it whole?"""
    connection = connect(database, raw, "mode=ro" if unclean else "immutable=1")
    try:
        refuse_newer(user_version(connection), known)
        if not unclean:
            small = database.stat().st_size <= _ALWAYS_EXAMINED
            examine(connection, database, thorough=small)
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
