"""The schema of the file: numbered steps, one transaction each, and what to do with another version."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.resources import files

from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.problems import KluisNieuwer

_MAJOR = 100
"""``user_version`` is 100 times the major plus the minor version."""


@dataclass(frozen=True, slots=True)
class Step:
    """One migration. ``version`` is what ``user_version`` becomes."""

    version: int
    sql: str


def steps() -> tuple[Step, ...]:
    """The migrations that belong to this program, the oldest first."""
    folder = files(__package__).joinpath("migrations")
    found = [item for item in folder.iterdir() if item.name.endswith(".sql")]
    return tuple(
        Step(int(item.name.split("_")[0]), item.read_text("utf-8"))
        for item in sorted(found, key=lambda item: item.name)
    )


def refuse_newer(version: int, known: Sequence[Step]) -> None:
    """Raise KluisNieuwer for another major version; a newer minor one only added what we can leave alone."""
    if version // _MAJOR > known[-1].version // _MAJOR:
        raise KluisNieuwer


def migrate(
    connection: dbapi2.Connection, known: Sequence[Step], before_change: Callable[[int], None]
) -> None:
    """Bring a file up to date. ``before_change`` makes a copy; it gets the version the file has now.

    Each step is a transaction: when one fails, the file is as it was after the step before.
    """
    version = user_version(connection)
    to_do = [step for step in known if step.version > version]
    if version and to_do:
        before_change(version)
    for step in to_do:
        _apply(connection, step)


def user_version(connection: dbapi2.Connection) -> int:
    """The schema version the file says it has; 0 for an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def dump(connection: dbapi2.Connection) -> str:
    """What the schema is, as text; compared with ``docs/schema.sql`` by a test."""
    rows = connection.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name"
    ).fetchall()
    return ";\n\n".join(row[0] for row in rows) + ";\n"


def _apply(connection: dbapi2.Connection, step: Step) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in _statements(step.sql):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {step.version}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(sql: str) -> list[str]:
    """The statements one by one: a script would commit by itself, before its time."""
    out: list[str] = []
    waiting = ""
    for line in sql.splitlines(keepends=True):
        waiting += line
        if sqlite3.complete_statement(waiting):
            out.append(waiting)
            waiting = ""
    if waiting.strip():
        raise ValueError("a migration ends in the middle of a statement")
    return out
