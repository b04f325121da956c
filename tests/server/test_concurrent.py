"""Writers at the same time: the feed loses nothing, and nothing is applied twice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import sqlalchemy as sa

from leerplicht_protocol.messages import OpResult, OpStatus
from leerplicht_protocol.records import Entity
from leerplicht_server import schema
from leerplicht_server.database import Database, next_seq
from leerplicht_server.records import load
from tests.server.office import ANNA, BRAM, Laptop, Office

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
    ops = [office.note("d-1") for _ in range(EACH)]
    start = threading.Barrier(WRITERS)
    results: dict[str, list[OpResult]] = {op["op"]: [] for op in ops}

    def send(_: int) -> None:
        for op in ops:
            start.wait(60)
            results[op["op"]].append(office.push(ANNA, op))

    _together(send, WRITERS)
    assert all(answers == [answers[0]] * WRITERS for answers in results.values())
    with office.database.read() as connection:
        notes = sa.select(schema.record).where(schema.record.c.entiteit == "gespreksnotitie")
        assert len(connection.execute(notes).all()) == EACH


def test_two_officers_at_once_never_write_over_each_other(office: Office) -> None:
    officers = (ANNA, BRAM)
    office.dossier("d-1", *officers)
    start = threading.Barrier(2)
    answers: list[OpStatus] = []
    for number in range(EACH):
        with office.database.read() as connection:
            old = load(connection, Entity.DOSSIER, "d-1")
        assert old is not None
        base = old.frev["telefoon"]
        ops = [office.patch("d-1", telefoon=(f"06-{number}-{officer}", base)) for officer in officers]

        def send(which: int, ops: list[dict[str, Any]] = ops) -> None:
            start.wait(60)
            answers.append(office.push(officers[which], ops[which]).status)

        _together(send, 2)
    assert sorted(answers) == [OpStatus.APPLIED] * EACH + [OpStatus.CONFLICT] * EACH


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
