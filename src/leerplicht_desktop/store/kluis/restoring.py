"""A backup in the place of a vault that does not open: tried, built beside, and the old files kept."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.problems import KluisBeschadigd

from .backups import SMALL, WHOLE, Backups, Copy, own_tables
from .connection import connect
from .durable import sync_file, sync_folder
from .file import DATABASE, build_file, remove
from .passphrase import wipe
from .schema import Step, migrate

_ASIDE = "voor-herstel-"


def put_back(folder: Path, raw: bytearray, backups: Backups, known: Sequence[Step], mark: str) -> datetime:
    """Put the newest backup that proves whole under the key of the vault; of which moment it was.

    The last whole copy, with the newest small one over it. What stood there moves to a folder with ``mark``.
    Raises KluisBeschadigd when no copy is whole; then nothing changed.
    """
    whole, small = _newest(backups, WHOLE), _newest(backups, SMALL)
    if whole is not None and small is not None and small.n <= whole.n:
        small = None
    taken = small or whole
    if taken is None:
        raise KluisBeschadigd(
            "Er is geen reservekopie die heel is.", "Er is niets veranderd. Bel de beheerder."
        )
    beside = folder / f"{DATABASE}.terug"
    remove(beside)
    try:
        _build(beside, raw, backups, whole, known)
        if small is not None:
            _lay_over(beside, raw, backups, small)
        beside.chmod(0o600)
        sync_file(beside)
        _aside(folder, mark)
        beside.replace(folder / DATABASE)
        sync_folder(folder)
    finally:
        remove(beside)
    return taken.moment


def _newest(backups: Backups, kind: str) -> Copy | None:
    for copy in backups.all(kind):
        try:
            backups.prove(copy)
        except KluisBeschadigd:
            continue
        return copy
    return None


def _build(beside: Path, raw: bytearray, backups: Backups, whole: Copy | None, known: Sequence[Step]) -> None:
    if whole is None:
        build_file(beside, raw, known)
        return
    key = backups.open(whole).key
    try:
        with (
            closing(connect(whole.path, key, "immutable=1")) as source,
            closing(connect(beside, raw)) as target,
        ):
            source.backup(target)
            migrate(target, known, lambda version: None)
    finally:
        wipe(key)


def _lay_over(beside: Path, raw: bytearray, backups: Backups, small: Copy) -> None:
    """The rows of the small copy instead of those in the file; its guards stand aside meanwhile."""
    key = backups.open(small).key
    try:
        with closing(connect(beside, raw)) as target:
            target.execute(f"ATTACH DATABASE ? AS reserve KEY \"x'{key.hex()}'\"", (str(small.path),))
            guards = target.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
            target.execute("BEGIN IMMEDIATE")
            for name, _ in guards:
                target.execute(f"DROP TRIGGER {name}")
            for table in own_tables(target):
                _copy_rows(target, table)
            for _, sql in guards:
                target.execute(sql)
            target.execute("COMMIT")
            target.execute("DETACH DATABASE reserve")
    finally:
        wipe(key)


def _copy_rows(target: dbapi2.Connection, table: str) -> None:
    there = [row[1] for row in target.execute(f"PRAGMA reserve.table_info({table})")]
    if not there:
        return
    columns = ", ".join(
        name for (_, name, *_) in target.execute(f"PRAGMA main.table_info({table})") if name in there
    )
    target.execute(f"DELETE FROM main.{table}")  # noqa: S608
    target.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM reserve.{table}")  # noqa: S608


def _aside(folder: Path, mark: str) -> None:
    """Copies first: a kill in the middle must not leave a folder without a vault."""
    aside = folder / (_ASIDE + mark)
    aside.mkdir(mode=0o700, exist_ok=True)
    for suffix in ("", "-wal", "-shm"):
        path = folder / (DATABASE + suffix)
        if path.exists():
            shutil.copyfile(path, aside / path.name)
            (aside / path.name).chmod(0o600)
            sync_file(aside / path.name)
    sync_folder(aside)
    for suffix in ("-wal", "-shm"):
        (folder / (DATABASE + suffix)).unlink(missing_ok=True)
