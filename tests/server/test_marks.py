"""A backup that was put back shows: no laptop writes in, or reads, another history than the one it knew."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from leerplicht_protocol.messages import OpStatus
from leerplicht_protocol.numbers import BLOCK_SIZE, Nummerblok
from leerplicht_server import marks, number_blocks, restored, schema
from leerplicht_server.database import Database, head, next_number
from leerplicht_server.migrate import migrate
from tests.postgres import _programs
from tests.server.earlier import put_back
from tests.server.office import ANNA, Office
from tests.server.web import Signed, client, sign_in

PutBack = Callable[[], None]


def _copies(url: str, folder: Path) -> Callable[[Database], PutBack]:
    """How an administrator of that kind of database makes a backup, and puts it back while nobody is on."""

    def of_a_file(database: Database) -> PutBack:
        source, copy = Path(url.removeprefix("sqlite:///")), folder / "back-up.db"
        with sqlite3.connect(source) as live, sqlite3.connect(copy) as kept:
            live.backup(kept)

        def back() -> None:
            database.close()
            for log in ("-wal", "-shm"):
                source.with_name(source.name + log).unlink(missing_ok=True)
            fresh = shutil.copy(copy, folder / "terug.db")
            os.replace(fresh, source)

        return back

    def of_a_server(database: Database) -> PutBack:
        plain = url.replace("+psycopg", "")
        dump = subprocess.run(
            [str(_programs() / "pg_dump"), "--clean", "--if-exists", plain], check=True, capture_output=True
        ).stdout

        def back() -> None:
            database.close()
            psql = [str(_programs() / "psql"), "-q", "-v", "ON_ERROR_STOP=1", plain]
            subprocess.run(psql, input=dump, check=True, capture_output=True)

        return back

    return of_a_file if url.startswith("sqlite") else of_a_server


@pytest.fixture
def backup(database_url: str, tmp_path: Path, office: Office) -> Callable[[], PutBack]:
    copies = _copies(database_url, tmp_path)
    return lambda: copies(office.database)


@pytest.fixture
def laptop(office: Office) -> Iterator[Signed]:
    office.dossier("d-1", ANNA)
    with client(office.database) as http:
        yield sign_in(http, ANNA)


def _notes(office: Office) -> int:
    with office.database.read() as connection:
        kind = schema.record.c.entiteit == "gespreksnotitie"
        found = sa.select(sa.func.count()).select_from(schema.record).where(kind)
        return int(connection.execute(found).scalar_one())


@pytest.mark.parametrize("meanwhile", [0, 1, 12])
def test_a_laptop_that_saw_more_is_refused_before_anything_is_written(
    office: Office, laptop: Signed, backup: Callable[[], PutBack], meanwhile: int
) -> None:
    put_back = backup()
    seen = laptop.pushed(office.note("d-1")).at
    put_back()
    for number in range(meanwhile):  # fewer places, exactly as many, and far beyond
        office.edit("d-1", telefoon=f"06{number}")
    lost = office.note("d-1")
    answer = laptop.push(lost, seen=seen)
    assert (answer.status_code, answer.json()["code"]) == (409, "teruggezet")
    assert _notes(office) == 0
    answer = laptop.get("/v1/changes", cursor="", seen=seen)
    assert (answer.status_code, answer.json()["code"]) == (409, "teruggezet")
    assert laptop.push(lost).status_code == 200


def test_a_laptop_that_lost_nothing_is_not_stopped(
    office: Office, laptop: Signed, backup: Callable[[], PutBack]
) -> None:
    seen = laptop.pushed(office.note("d-1")).at
    put_back = backup()
    office.edit("d-1", telefoon="06")
    put_back()
    assert laptop.push(office.note("d-1"), seen=seen).status_code == 200
    assert laptop.get("/v1/changes", cursor="", seen=seen).json()["at"] != seen


def test_what_was_refused_and_numbers_that_were_given_have_a_place_too(
    office: Office, laptop: Signed, backup: Callable[[], PutBack]
) -> None:
    put_back = backup()
    refused = laptop.pushed(office.note("d-unknown"))
    assert refused.results[0].status is OpStatus.REJECTED
    question = {"device": laptop.device, "jaar": 2026, "volg": 1}
    block = laptop.http.post("/v1/nummers", json=question, auth=laptop.auth).json()
    put_back()
    for seen in (refused.at, block["at"]):
        assert laptop.push(office.note("d-1"), seen=seen).status_code == 409


@pytest.mark.parametrize("seen", ["WzEsImEiXQ.AAAA", "x", "a.b.c", "-._"])
def test_a_mark_that_this_server_never_gave_is_refused_and_proves_nothing(
    office: Office, laptop: Signed, seen: str
) -> None:
    assert laptop.push(office.note("d-1"), seen=seen).status_code == 409
    with office.database.read() as connection:
        assert number_blocks.restored_at(connection) == ""


def test_numbers_are_skipped_once_and_the_blocks_of_a_laptop_come_back(
    office: Office, laptop: Signed, backup: Callable[[], PutBack]
) -> None:
    put_back = backup()
    question = {"device": laptop.device, "jaar": 2026, "volg": 1}
    block = laptop.http.post("/v1/nummers", json=question, auth=laptop.auth).json()
    put_back()
    with office.database.write() as connection:
        next_number(connection, "pv-OEF-2026")
        next_number(connection, "dossier-2026")
    for _ in range(2):
        assert laptop.push(office.note("d-1"), seen=block["at"]).status_code == 409
    with office.database.write() as connection:
        assert next_number(connection, "pv-OEF-2026") == 2 + restored.PV_BLOCKS
        assert next_number(connection, "dossier-2026") == 2 + restored.DOSSIERS
    again = laptop.http.post("/v1/nummers", json={**question, "holds": [block]}, auth=laptop.auth).json()
    assert {**again, "at": ""} == {**block, "at": ""}


def test_a_block_is_taken_back_only_after_a_restore_and_only_where_it_is_free(office: Office) -> None:
    mine, other = office.laptop(ANNA), office.laptop("bram")
    lost = Nummerblok(organisatie="OEF", jaar=2026, volg=1, van=1, tot=BLOCK_SIZE)
    wild = (
        lost.model_copy(update={"van": 2, "tot": BLOCK_SIZE + 1}),
        lost.model_copy(update={"organisatie": "XYZ"}),
        lost.model_copy(update={"van": 1 + 99 * BLOCK_SIZE, "tot": 100 * BLOCK_SIZE}),
    )
    with office.database.write() as connection:
        number_blocks.hand_in(connection, mine, "OEF", (lost,))
        assert number_blocks.given(connection, mine) == 0
        given = number_blocks.reserve(connection, other, "OEF", 2026, 1)
        assert given.van == lost.van
        restored.skip_numbers(connection)
        number_blocks.hand_in(connection, mine, "OEF", (lost, *wild))
        assert number_blocks.given(connection, mine) == 0
        free = lost.model_copy(update={"van": 1 + BLOCK_SIZE, "tot": 2 * BLOCK_SIZE})
        number_blocks.hand_in(connection, mine, "OEF", (free, free))
        assert number_blocks.given(connection, mine) == 1


def test_herstel_lets_every_laptop_compare(office: Office, laptop: Signed) -> None:
    seen = laptop.pushed(office.note("d-1")).at
    with office.database.write() as connection:
        marks.begin_anew(connection)
        place = head(connection)
    assert laptop.push(office.note("d-1"), seen=seen).status_code == 409
    fresh = laptop.get("/v1/changes").json()["at"]
    assert fresh not in {"", seen}
    assert laptop.push(office.note("d-1"), seen=fresh).status_code == 200
    with office.database.read() as connection:
        assert head(connection) > place


def test_a_database_of_before_gets_a_mark_where_it_stands(office: Office, database_url: str) -> None:
    office.dossier("d-1", ANNA)
    with office.database.write() as connection:
        put_back(connection, "0018")
    migrate(office.database)
    with office.database.read() as connection:
        assert marks.here(connection)
