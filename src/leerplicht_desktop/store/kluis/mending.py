"""A log that broke: copied aside before anything opens it, mended on the copy, and what came back.

Opening a file throws away what lies behind a break in its log. So the copies come first; on them the chain is
made anew. When every page then proves whole, the mended log takes the place of the broken one and nothing is
lost; else the texts are read from the copy row by row, with a new connection after each fault: after one page
that fails SQLCipher fails on the whole connection.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.problems import BekendProbleem

from .connection import connect
from .durable import sync_file, sync_folder, write_new, write_whole
from .wal import Scan, log_of, mended

_ASIDE = "schade-"
_KEPT = 3
_BEYOND = 500
"""Rows to look for behind the last one that the opened file knows."""

Text = tuple[str, str]
"""Where a text stood, in words, and the text."""

_TEXTS = (
    ("segment", "tekst", "deurbezoek"),
    ("gespreksnotitie", "tekst", "gesprek"),
    ("gespreksnotitie", "afspraken", "gesprek, afspraken"),
    ("verhoorzin", "tekst", "verhoor"),
    ("concept_tekst", "tekst", "proces-verbaal"),
    ("concept_zin", "tekst", "proces-verbaal"),
    ("concept_veld", "waarde", "brief"),
    ("taak", "wat", "taak"),
    ("uitvak", "body", "te verzenden"),
)


@dataclass(frozen=True, slots=True)
class Damage:
    """Copies of a file and its broken log. ``whole``: with the mended log every page proves right."""

    copy: Path
    log: bytes
    whole: bool


def set_aside(database: Path, found: Scan, raw: bytearray, mark: str) -> Damage:
    """Copy file and log to a folder beside, mend the log there, and look whether that makes it whole.

    ``mark`` names the folder. Raises OSError when there is no room; then nothing was opened.
    """
    folder = database.with_name(_ASIDE + mark)
    folder.mkdir(mode=0o700, exist_ok=True)
    for path in (database, log_of(database)):
        target = folder / path.name
        shutil.copyfile(path, target)
        target.chmod(0o600)
        sync_file(target)
    sync_folder(folder)
    _thin(database.parent)
    log, complete = mended(found)
    copy = folder / "hersteld.db"
    _lay(copy, database, log)
    whole = complete and _proves_whole(copy, raw)
    _lay(copy, database, log)
    return Damage(copy, log, whole)


def adopt(database: Path, damage: Damage) -> None:
    """The mended log in the place of the broken one; the copies stay."""
    database.with_name(database.name + "-shm").unlink(missing_ok=True)
    write_whole(log_of(database), damage.log)


def texts(damage: Damage, raw: bytearray, opened: dbapi2.Connection) -> list[Text]:
    """The texts of the mended copy that the file as opened does not have, each once."""
    out: dict[str, str] = {}
    for table, column, where in _TEXTS:
        known = {row[0] for row in opened.execute(f"SELECT {column} FROM {table}")}  # noqa: S608
        last = opened.execute(f"SELECT coalesce(max(rowid), 0) FROM {table}").fetchone()[0]  # noqa: S608
        question = f"SELECT {column} FROM {table} WHERE rowid = ?"  # noqa: S608
        for value in _each(damage.copy, raw, question, range(1, last + _BEYOND)):
            if value.strip() and value not in known:
                out.setdefault(value, where)
    return [(where, value) for value, where in out.items()]


def finish(damage: Damage) -> None:
    """The texts were read: what was copied aside stays, the mended copy may go."""
    for suffix in ("", "-shm", "-wal"):
        damage.copy.with_name(damage.copy.name + suffix).unlink(missing_ok=True)


def _each(copy: Path, raw: bytearray, question: str, rows: range) -> Iterator[str]:
    """One text a row; rows that cannot be read are passed over with a new connection."""
    connection: dbapi2.Connection | None = None
    try:
        for row in rows:
            try:
                connection = connection or connect(copy, raw)
                found = connection.execute(question, (row,)).fetchone()
            except dbapi2.DatabaseError:
                if connection is None:
                    return  # not even its first page
                connection.close()
                connection = None
                continue
            if found is not None:
                yield str(found[0])
    finally:
        if connection is not None:
            connection.close()


def _lay(copy: Path, database: Path, log: bytes) -> None:
    """The copy as it was found, with the mended log beside it."""
    for suffix in ("-shm", "-wal"):
        copy.with_name(copy.name + suffix).unlink(missing_ok=True)
    shutil.copyfile(database, copy)
    copy.chmod(0o600)
    write_new(log_of(copy), log)


def _proves_whole(copy: Path, raw: bytearray) -> bool:
    """Fold the log into the copy, then ask every page for its HMAC and SQLite for its trees."""
    with suppress(dbapi2.DatabaseError, BekendProbleem), closing(connect(copy, raw)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
            return False
        return bool(connection.execute("PRAGMA quick_check").fetchone()[0] == "ok")
    return False


def _thin(folder: Path) -> None:
    """Keep the newest few; the oldest were looked at or never will be."""
    for old in sorted(folder.glob(_ASIDE + "*"))[:-_KEPT]:
        shutil.rmtree(old, ignore_errors=True)
