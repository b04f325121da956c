from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from leerplicht_desktop.store.kluis.connection import connect
from leerplicht_desktop.store.kluis.schema import Step, dump, migrate, steps, user_version
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.world import WACHTZIN, StilleKlok, fingerprints, vault

COMMITTED = Path(__file__).parents[3] / "docs" / "schema.sql"
LATEST = steps()[-1].version
EXTRA = Step(
    LATEST + 1, "CREATE TABLE erbij (a TEXT NOT NULL) STRICT;\nINSERT INTO erbij VALUES ('nieuw');\n"
)
BROKEN = Step(LATEST + 2, "CREATE TABLE half (a TEXT) STRICT;\nINSERT INTO bestaat_niet VALUES (1);\n")


def test_the_committed_schema_is_what_the_migrations_make() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    migrate(connection, steps(), lambda version: None)
    assert dump(connection) == COMMITTED.read_text("utf-8")
    assert user_version(connection) == steps()[-1].version
    connection.close()


def test_versions_rise_and_nothing_runs_twice() -> None:
    versions = [step.version for step in steps()]
    assert versions == sorted(set(versions))
    connection = dbapi2.connect(":memory:", isolation_level=None)
    migrate(connection, steps(), lambda version: None)
    copies: list[int] = []
    migrate(connection, steps(), copies.append)
    assert copies == []
    connection.close()


def test_an_encrypted_copy_is_made_before_the_file_changes(
    kluis: SqlKluis, map_: Path, klok: StilleKlok
) -> None:
    kluis.doe(lambda work: work.inrichting.zet("thema", "donker"))
    kluis.sluit()
    newer = vault(map_, klok, known=(*steps(), EXTRA))
    newer.ontgrendel(WACHTZIN)
    assert newer.lees(lambda caseload: caseload.instelling("thema")) == "donker"
    newer.sluit()
    copy = map_ / f"kluis.db.voor-{LATEST}"
    assert b"SQLite format 3" not in copy.read_bytes()
    # The copy is a whole vault of the old version, under the same key.
    (map_ / "kluis.db").unlink()
    copy.rename(map_ / "kluis.db")
    kluis.ontgrendel(WACHTZIN)
    assert kluis.lees(lambda caseload: caseload.instelling("thema")) == "donker"


def test_a_step_that_fails_leaves_the_step_before_it(kluis: SqlKluis, map_: Path, klok: StilleKlok) -> None:
    kluis.sluit()
    broken = vault(map_, klok, known=(*steps(), EXTRA, BROKEN))
    for _ in range(2):
        with pytest.raises(dbapi2.OperationalError, match="bestaat_niet"):
            broken.ontgrendel(WACHTZIN)
    good = vault(map_, klok, known=(*steps(), EXTRA))
    before = fingerprints(map_)
    good.ontgrendel(WACHTZIN)
    good.sluit()
    assert fingerprints(map_)[f"kluis.db.voor-{LATEST + 1}"] == before[f"kluis.db.voor-{LATEST + 1}"]


def test_half_a_statement_is_a_mistake_of_ours() -> None:
    connection = dbapi2.connect(":memory:", isolation_level=None)
    with pytest.raises(ValueError, match="middle of a statement"):
        migrate(connection, [Step(100, "CREATE TABLE a (b TEXT)")], lambda version: None)
    assert user_version(connection) == 0
    connection.close()


def test_a_library_that_does_not_encrypt_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    monkeypatch.setattr("leerplicht_desktop.store.kluis.connection.dbapi2", sqlite3)
    with pytest.raises(RuntimeError, match="does not encrypt"):
        connect(tmp_path / "open.db", bytearray(32))
