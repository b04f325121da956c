"""Each table has one writer, and SQLite itself holds everybody to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from leerplicht_desktop.store.kluis.connection import Role, Session, connect, settle
from leerplicht_desktop.store.kluis.schema import migrate, steps

CASEWORK = (
    "deurbezoek",
    "segment",
    "gespreksnotitie",
    "taak",
    "taakafhandeling",
    "werk_dossier",
    "instelling",
)
PULL = ("spiegel_record", "spiegel_dossier", "dossier_regel", "dossier_zoek")
_EMPTY = "DELETE FROM $"
PUSH = ("koppeling", "sync_ronde")


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    connection = connect(tmp_path / "x.db", bytearray(32))
    settle(connection)
    migrate(connection, steps(), lambda version: None)
    made = Session(connection)
    yield made
    made.close()


@pytest.mark.parametrize("role", list(Role))
def test_each_table_has_one_writer(session: Session, role: Role) -> None:
    writers = {Role.CASEWORK: CASEWORK, Role.PULL: PULL, Role.PUSH: PUSH}
    for owner, tables in writers.items():
        for table in tables:
            sql = _EMPTY.replace("$", table)
            if owner is role:
                session.access(role).run(sql)
            else:
                with pytest.raises(dbapi2.DatabaseError, match="not authorized"):
                    session.access(role).run(sql)


@pytest.mark.parametrize(
    ("role", "sql"),
    [
        (Role.CASEWORK, "UPDATE uitvak SET toestand = 'applied'"),
        (Role.CASEWORK, "DELETE FROM uitvak"),
        (Role.PUSH, "DELETE FROM uitvak"),
        (Role.PUSH, "UPDATE uitvak SET body = ''"),
        (
            Role.PUSH,
            "INSERT INTO uitvak (op, entity, id, dossiers, body, after, at) VALUES ('','','','','','','')",
        ),
        (Role.PUSH, "UPDATE sync_stand SET cursor = 'x'"),
        (Role.PUSH, "UPDATE spiegel_record SET rev = 2"),
        (Role.PULL, "UPDATE uitvak SET toestand = 'new'"),
        (Role.READ, "UPDATE sync_stand SET laatst = 'x'"),
        (Role.READ, "INSERT INTO dossier_zoek (naam) VALUES ('x')"),
    ],
)
def test_a_writer_keeps_to_its_part(session: Session, role: Role, sql: str) -> None:
    with pytest.raises(dbapi2.DatabaseError, match="not authorized"):
        session.access(role).run(sql)


def test_the_settings_of_the_file_are_as_decided(session: Session) -> None:
    access = session.access(Role.READ)
    wanted = {
        "journal_mode": "wal",
        "synchronous": 1,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "secure_delete": 1,
        "temp_store": 2,
        "cache_size": -64000,
        "cipher_memory_security": "0",
        "cipher_page_size": "4096",
    }
    assert {name: access.value(f"PRAGMA {name}") for name in wanted} == wanted


def test_no_code_can_be_loaded_into_the_file(session: Session) -> None:
    with pytest.raises(dbapi2.OperationalError, match="not authorized"):
        session.access(Role.READ).value("SELECT load_extension('x')")


def test_a_wrong_key_is_not_a_database(tmp_path: Path, session: Session) -> None:
    with pytest.raises(dbapi2.DatabaseError, match="not a database"):
        connect(tmp_path / "x.db", bytearray(b"1" * 32))
