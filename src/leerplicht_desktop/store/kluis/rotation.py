"""The database under a new key: a checked copy and a rename, safe at every kill (ADR 0022).

Before: the slots hold ``volgende`` and ``brug``. After: ``KeyKeeper.conclude``. In between the file is the
old one or the new one, never neither, and each step does nothing when it was done.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.problems import KluisBeschadigd, KluisProblem

from . import keyslots, standing
from .backups import Backups
from .connection import connect
from .durable import sync_file, sync_folder
from .file import DATABASE, hear_canary, remove
from .passphrase import wipe

_PROOF = ("PRAGMA cipher_integrity_check", "PRAGMA quick_check", "SELECT n FROM kluisstand")


def opens(database: Path, key: bytearray) -> bool:
    """Whether the file is under this data key."""
    raw = keyslots.derive(key, "db")
    try:
        with closing(connect(database, raw, "mode=ro")) as connection:
            hear_canary(connection)
    except (dbapi2.DatabaseError, KluisProblem):
        return False
    finally:
        wipe(raw)
    return True


def move(folder: Path, old: bytearray, new: bytearray) -> None:
    """From one data key to another. The file was closed well. Raises KluisBeschadigd and of the disk."""
    database = folder / DATABASE
    if not opens(database, new):
        _copy(database, old, new)
    _seal_record(folder, old, new)
    vault = keyslots.load(folder).vault
    before, after = keyslots.derive(old, "reserve"), keyslots.derive(new, "reserve")
    try:
        Backups(folder, before, vault).wrap_for(Backups(folder, after, vault))
    finally:
        wipe(before)
        wipe(after)


def _copy(database: Path, old: bytearray, new: bytearray) -> None:
    beside = database.with_name(f"{database.name}.wissel")
    remove(beside)
    raw, fresh = keyslots.derive(old, "db"), keyslots.derive(new, "db")
    try:
        with closing(connect(database, raw)) as source:
            source.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            n = source.execute(_PROOF[-1]).fetchone()
            with closing(connect(beside, fresh)) as target:
                source.backup(target)
        with closing(connect(beside, fresh, "immutable=1")) as copy:
            hear_canary(copy)
            whole = [copy.execute(question).fetchone() for question in _PROOF] == [None, ("ok",), n]
        if not whole:
            raise KluisBeschadigd
        beside.chmod(0o600)
        sync_file(beside)
        for suffix in ("-wal", "-shm"):
            database.with_name(database.name + suffix).unlink(missing_ok=True)
        beside.replace(database)
        sync_folder(database.parent)
    finally:
        remove(beside)
        wipe(raw)
        wipe(fresh)


def _seal_record(folder: Path, old: bytearray, new: bytearray) -> None:
    """What the record beside the vault says, under the new key and of the new file."""
    path = folder / standing.FILE
    before, after = keyslots.derive(old, "stand"), keyslots.derive(new, "stand")
    try:
        found = standing.read(path, before)
        if found is None:
            return
        record = standing.Standing(path, after, standing.salt_of(folder / DATABASE))
        try:
            for n in (found.n - 1, found.n):  # both halves; the last one counts
                record.put(max(n, 0), found.moment, found.head)
            record.force()
        finally:
            record.close()
    finally:
        wipe(before)
        wipe(after)
