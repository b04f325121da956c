"""The one connection to the encrypted file, and who may write which table through it.

The opening order is fixed: nothing may listen before the key is set, and a library that is not SQLCipher
would silently ignore the key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.problems import KluisBeschadigd

T = TypeVar("T")

Value = None | int | float | str | bytes
Params = Sequence[Value] | Mapping[str, Value]

_STATEMENTS = 256
_BUSY_SECONDS = 5.0
_WRITES = (
    dbapi2.SQLITE_INSERT,
    dbapi2.SQLITE_UPDATE,
    dbapi2.SQLITE_DELETE,
)


class Role(StrEnum):
    """Who is at work. Each table has one writer."""

    READ = "read"
    CASEWORK = "casework"
    PULL = "pull"
    PUSH = "push"
    UPKEEP = "upkeep"
    LOG = "log"


_TABLES: dict[Role, frozenset[str]] = {
    Role.READ: frozenset(),
    Role.CASEWORK: frozenset(
        {
            "deurbezoek",
            "segment",
            "gespreksnotitie",
            "taak",
            "taakafhandeling",
            "terugmelding",
            "procedure",
            "werk_dossier",
            "uitvak_dossier",
            "werkplek",
            "instelling",
            "snelle_zin",
            "verhoor",
            "verhoorzin",
            "concept_pv",
            "concept_tekst",
            "concept_zin",
            "concept_brief",
            "concept_veld",
            "stuk",
            "stukstap",
            "bijlage",
            "inhoud_deel",
            "nummer_gebruikt",
            "afdruk",
        }
    ),
    Role.PULL: frozenset(
        {"spiegel_record", "spiegel_dossier", "dossier_regel", "spiegel_deel", "sync_stand", "terzijde"}
    ),
    Role.PUSH: frozenset({"koppeling", "laptopsleutel", "sync_ronde", "nummerblok"}),
    Role.LOG: frozenset({"leeslog", "leeslog_stand"}),
    Role.UPKEEP: frozenset({"kanarie", "kluisstand", "teruggevonden"}),
}
_SEARCH = "dossier_zoek"
_COLUMNS = {
    (Role.PUSH, "sync_stand"): frozenset({"laatst", "ontvangen", "gezien", "nagevraagd"}),
    (Role.PUSH, "kluisstand"): frozenset({"teruggezet"}),
}
_ANSWER = frozenset({"toestand", "rev", "seq", "reden", "ruw"})


class Session:
    """An open, keyed file. Made, used and closed on one thread."""

    def __init__(self, connection: dbapi2.Connection) -> None:
        self._connection = connection
        self._role = Role.UPKEEP
        self.turn = 0
        self.relisted: dict[str, int] = {}
        """Dossiers of which the line was made anew, with the turn of it: the search in memory follows."""
        self.kept: dict[object, Any] = {}
        """What is worked out once and lives as long as the vault is open, by what makes it."""
        connection.row_factory = dbapi2.Row
        connection.set_authorizer(self._authorize)

    def access(self, role: Role) -> Access:
        """Statements on behalf of one writer."""
        return Access(self, role)

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open; SQLite may have rolled it back by itself."""
        return self._connection.in_transaction

    @property
    def changes(self) -> int:
        """Rows changed since opening: tells whether there is anything to force to the disk."""
        return self._connection.total_changes

    def control(self, sql: str) -> None:
        """BEGIN, COMMIT, ROLLBACK and PRAGMA."""
        self._role = Role.UPKEEP
        self._connection.execute(sql).close()

    def run(self, role: Role, sql: str, params: Params) -> dbapi2.Cursor:
        """One statement. SQLite asks :meth:`_authorize` when it compiles a text for the first time."""
        self._role = role
        return self._connection.execute(sql, params)

    def run_many(self, role: Role, sql: str, rows: Iterable[Params]) -> None:
        """One statement for many rows."""
        self._role = role
        self._connection.executemany(sql, rows)

    def lend(self) -> dbapi2.Connection:
        """The connection itself, to copy the file from; outside a transaction."""
        self._role = Role.UPKEEP
        return self._connection

    def close(self) -> None:
        """Close the file; SQLite folds the log into it."""
        self._connection.set_authorizer(None)
        self._connection.close()

    def _authorize(
        self, action: int, first: str | None, second: str | None, database: str | None, source: str | None
    ) -> int:
        if action == dbapi2.SQLITE_PRAGMA and second is not None and self._role is not Role.UPKEEP:
            # A setting could take away the guards, such as the triggers below a REPLACE; reading one is free.
            return dbapi2.SQLITE_DENY
        if action not in _WRITES or first is None or database != "main":
            return dbapi2.SQLITE_OK
        return dbapi2.SQLITE_OK if self._may_write(action, first, second or "") else dbapi2.SQLITE_DENY

    def _may_write(self, action: int, table: str, column: str) -> bool:
        role = self._role
        if table in _TABLES[role]:
            return True
        if table.startswith(_SEARCH):
            return role is Role.PULL
        if table == "uitvak":
            return (role is Role.CASEWORK and action == dbapi2.SQLITE_INSERT) or (
                role is Role.PUSH and action == dbapi2.SQLITE_UPDATE and column in _ANSWER
            )
        return action == dbapi2.SQLITE_UPDATE and column in _COLUMNS.get((role, table), frozenset())


class Access:
    """Statements of one writer, inside the running transaction."""

    __slots__ = ("_role", "_session")

    def __init__(self, session: Session, role: Role) -> None:
        self._session = session
        self._role = role

    def run(self, sql: str, params: Params = ()) -> int:
        """Run a statement; returns how many rows it changed."""
        return self._session.run(self._role, sql, params).rowcount

    def run_many(self, sql: str, rows: Iterable[Params]) -> None:
        """Run a statement for each of the rows."""
        self._session.run_many(self._role, sql, rows)

    def rows(self, sql: str, params: Params = ()) -> list[dbapi2.Row]:
        """All rows of a question."""
        return self._session.run(self._role, sql, params).fetchall()

    def row(self, sql: str, params: Params = ()) -> dbapi2.Row | None:
        """The first row, or None."""
        cursor = self._session.run(self._role, sql, params)
        found: dbapi2.Row | None = cursor.fetchone()
        cursor.close()
        return found

    def kept(self, make: Callable[[Access], T]) -> T:
        """What ``make`` makes of this connection, once for as long as the vault is open."""
        if make not in self._session.kept:
            self._session.kept[make] = make(self)
        found: T = self._session.kept[make]
        return found

    def relist(self, dossier: str) -> None:
        """Tell the search in memory that a line of the list was made anew, or left."""
        self._session.turn += 1
        self._session.relisted[dossier] = self._session.turn

    def relisted(self, since: int) -> tuple[int, list[str]]:
        """The turn of now, and the dossiers whose line changed after turn ``since``."""
        turns = self._session.relisted
        return self._session.turn, [dossier for dossier, turn in turns.items() if turn > since]

    def value(self, sql: str, params: Params = ()) -> Any:
        """The first column of the first row, or None."""
        found = self.row(sql, params)
        return None if found is None else found[0]


def connect(path: Path, key: bytearray, mode: str = "") -> dbapi2.Connection:
    """A keyed connection without settings. ``mode`` is a part of an SQLite address, such as ``mode=ro``.

    Raises what SQLCipher raises: "file is not a database" when the first page does not decrypt.
    """
    target = f"{path.absolute().as_uri()}?{mode}" if mode else str(path)
    connection = dbapi2.connect(
        target,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        uri=bool(mode),
        cached_statements=_STATEMENTS,
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE").close()
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"").close()
        if connection.execute("PRAGMA cipher_version").fetchone() is None:
            raise RuntimeError("this SQLite does not encrypt")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


SETTINGS = (
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "cache_size = -64000",
)
"""What a connection that writes is told, in this order."""


def settle(connection: dbapi2.Connection) -> None:
    """The settings of a connection that writes."""
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}").close()
    connection.enable_load_extension(False)


def examine(connection: dbapi2.Connection, path: Path, thorough: bool) -> None:
    """Raise KluisBeschadigd when pages are missing or, if ``thorough``, when one was altered."""
    page, count = (int(connection.execute(f"PRAGMA {n}").fetchone()[0]) for n in ("page_size", "page_count"))
    log = path.with_name(path.name + "-wal")
    if path.stat().st_size < page * count and not (log.exists() and log.stat().st_size):
        raise KluisBeschadigd
    if thorough and connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        raise KluisBeschadigd
