"""The connection: two kinds of transaction, the same on SQLite and on PostgreSQL.

``write`` lets one writer in at a time: ``BEGIN IMMEDIATE`` on SQLite, an advisory lock on PostgreSQL, taken
before anything is read. So whatever a transaction decided on is still true when it commits, and ``seq`` is
handed out in commit order: a reader that saw 41 never finds a late 40. (A plain sequence lost a third of
its rows to a polling reader when it was measured.) ``read`` sees one moment.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from . import schema
from .errors import DatabaseError

_LOCK = 4_812_119_690
"""Number of the advisory lock on PostgreSQL; any fixed number no other program uses."""

_WRITES = "leerplicht_writes"
_SEQ = "seq"
_MOVED = "leerplicht_moved"


class Greatest(FunctionElement[int]):
    """The largest of its arguments, none of which may be NULL: ``max`` on SQLite, ``greatest`` elsewhere."""

    type = sa.BigInteger()
    name = "greatest"
    inherit_cache = True


@compiles(Greatest)
def _greatest(element: Greatest, compiler: SQLCompiler, **kw: Any) -> str:
    return f"greatest({compiler.process(element.clauses, **kw)})"


@compiles(Greatest, "sqlite")
def _greatest_sqlite(element: Greatest, compiler: SQLCompiler, **kw: Any) -> str:
    return f"max({compiler.process(element.clauses, **kw)})"


class Octets(FunctionElement[int]):
    """How many bytes a text takes in UTF-8: ``octet_length``, which older SQLites spell another way."""

    type = sa.BigInteger()
    name = "octets"
    inherit_cache = True


@compiles(Octets)
def _octets(element: Octets, compiler: SQLCompiler, **kw: Any) -> str:
    return f"octet_length({compiler.process(element.clauses, **kw)})"


@compiles(Octets, "sqlite")
def _octets_sqlite(element: Octets, compiler: SQLCompiler, **kw: Any) -> str:
    return f"length(CAST({compiler.process(element.clauses, **kw)} AS BLOB))"


class Database:
    """One municipal database, opened."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._writer = engine.execution_options(**{_WRITES: True})
        snapshot = "REPEATABLE READ" if engine.dialect.name == "postgresql" else None
        self._reader = engine.execution_options(isolation_level=snapshot) if snapshot else engine

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """A transaction that is the only writer from its first statement. Raises DatabaseError."""
        with _translated(), self._writer.begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
            connection.info.pop(_MOVED, None)
            yield connection
            if connection.info.pop(_MOVED, False):
                mark_place(connection)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A transaction that sees one moment and writes nothing. Raises DatabaseError."""
        with _translated(), self._reader.connect() as connection:
            yield connection

    def close(self) -> None:
        """Give every connection back."""
        self._engine.dispose()


def open_database(url: str) -> Database:
    """Connect to ``url`` (SQLAlchemy form). Raises DatabaseError when the address makes no sense."""
    try:
        parsed = sa.make_url(url)
        if parsed.drivername in {"postgres", "postgresql"}:
            parsed = parsed.set(drivername="postgresql+psycopg")
        engine = _create(parsed)
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError):
        raise DatabaseError(
            "Het adres van de database klopt niet. Schrijf bijvoorbeeld "
            "sqlite:////srv/leerplicht/leerplicht.db of postgresql+psycopg://gebruiker@server/leerplicht."
        ) from None
    return Database(engine)


def _create(url: sa.URL) -> Engine:
    if url.get_backend_name() == "sqlite":
        _only_for_the_owner(url.database)
        engine = sa.create_engine(url, hide_parameters=True, connect_args={"timeout": 30})
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
        return engine
    if url.get_backend_name() == "postgresql":
        # Prepared statements switch the feed query to a generic plan that is eight times slower.
        return sa.create_engine(
            url, hide_parameters=True, pool_pre_ping=True, connect_args={"prepare_threshold": None}
        )
    raise ValueError(url.drivername)


def _only_for_the_owner(path: str | None) -> None:
    """Make the file, or make it the owner's alone; SQLite gives its journals the same rights."""
    if not path or path == ":memory:" or path.startswith("file:"):
        return
    with suppress(OSError):  # a folder that is not there, or a file of somebody else, is told when it is used
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        os.chmod(path, 0o600)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except DBAPIError as fault:
        raise DatabaseError(
            "De database antwoordt niet of weigert de opdracht "
            f"({type(fault.orig).__name__}). Kijk of zij draait, bereikbaar is en ruimte heeft."
        ) from None


def next_number(connection: Connection, name: str) -> int:
    """The next number of a counter, from 1. Only inside ``Database.write``."""
    return next_numbers(connection, name, 1)[0]


def next_numbers(connection: Connection, name: str, count: int) -> range:
    """The next ``count`` numbers of a counter, from 1. Only inside ``Database.write``."""
    statement = (
        sa.update(schema.teller)
        .where(schema.teller.c.naam == name)
        .values(stand=schema.teller.c.stand + count)
        .returning(schema.teller.c.stand)
    )
    last = connection.execute(statement).scalar_one_or_none()
    if last is None:
        connection.execute(sa.insert(schema.teller).values(naam=name, stand=count))
        last = count
    if name == _SEQ:
        connection.info[_MOVED] = True
    return range(int(last) - count + 1, int(last) + 1)


def mark_place(connection: Connection) -> None:
    """Give the last place its mark, if it has none. Only inside ``Database.write``, which does so at its end
    where places were given.
    """
    place = head(connection)
    merk = schema.merk
    if not place or connection.execute(sa.select(merk).where(merk.c.plaats == place)).first() is not None:
        return
    connection.execute(sa.insert(merk).values(plaats=place, merk=secrets.token_hex(16)))


def next_seq(connection: Connection) -> int:
    """The next place in the feed. Only inside ``Database.write``."""
    return next_number(connection, _SEQ)


def take_place(connection: Connection) -> None:
    """Let this transaction have a place, and so a mark, also where no record moved."""
    if not connection.info.get(_MOVED):
        next_seq(connection)


def next_seqs(connection: Connection, count: int) -> range:
    """The next ``count`` places in the feed. Only inside ``Database.write``."""
    return next_numbers(connection, _SEQ, count)


def head(connection: Connection) -> int:
    """The last place given out in the feed."""
    statement = sa.select(schema.teller.c.stand).where(schema.teller.c.naam == _SEQ)
    return int(connection.execute(statement).scalar_one_or_none() or 0)
