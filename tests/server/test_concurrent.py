"""Writers at the same time: the feed loses nothing, and nothing is applied twice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import sqlalchemy as sa

from leerplicht_protocol.messages import OpResult
from leerplicht_server import schema
from leerplicht_server.database import Database, next_seq
from tests.server.office import ANNA, Laptop, Office

WRITERS = 4
EACH = 12


def _together(work: Callable[[int], None], count: int) -> None:
    with ThreadPoolExecutor(count) as pool:
        list(pool.map(work, range(count)))


def test_a_reader_beside_six_writers_misses_nothing(office: Office) -> None:
    office.dossier("d-1", ANNA)
    ops = [[office.note("d-1") for _ in range(EACH)] for _ in range(WRITERS)]
    anna = Laptop(office.database, ANNA)
    busy = threading.Event()
    busy.set()

    def read() -> None:
        while busy.is_set():
            anna.pull(5)

    reader = threading.Thread(target=read)
    reader.start()

    def write(number: int) -> None:
        for op in ops[number]:
            office.push(ANNA, op)

    try:
        _together(write, WRITERS)
    finally:
        busy.clear()
        reader.join()
    anna.pull(5)
    sent = {("gespreksnotitie", op["id"]) for writer in ops for op in writer}
    assert set(anna.records) == sent | {("dossier", "d-1")}
    assert len([c for c in anna.received if c.entity == "gespreksnotitie"]) == len(sent)


def test_one_operation_sent_from_all_sides_is_applied_once(office: Office) -> None:
    office.dossier("d-1", ANNA)
    op = office.note("d-1")
    results: list[OpResult] = []
    _together(lambda _: results.append(office.push(ANNA, op)), WRITERS)
    assert len(results) == WRITERS
    assert all(result == results[0] for result in results)
    with office.database.read() as connection:
        notes = sa.select(schema.record).where(schema.record.c.entiteit == "gespreksnotitie")
        assert len(connection.execute(notes).all()) == 1


def test_numbers_are_handed_out_in_the_order_of_the_commits(database: Database) -> None:
    committed: list[int] = []
    lock = threading.Lock()

    def take(_: int) -> None:
        for _round in range(EACH):
            with database.write() as connection:
                number = next_seq(connection)
                with lock:
                    committed.append(number)

    _together(take, WRITERS)
    assert committed == list(range(1, WRITERS * EACH + 1))
