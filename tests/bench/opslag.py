"""What the store costs: a key, a search, an unlock; as a ratio to plain SQLite where that says something.

Every figure is measured in one run on one machine. The plain file holds the same tables, triggers and
statements, written through the same code on the sqlite3 of Python itself, without a key.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from leerplicht_desktop.casework.bezoek.bijhouden import segment_schrijven, segment_toevoegen
from leerplicht_desktop.casework.bezoek.starten import deurbezoek_starten
from leerplicht_desktop.casework.ports.brievenbus import Feedpagina
from leerplicht_desktop.casework.ports.kluis import Kluis, Work
from leerplicht_desktop.casework.queries.caseload import DossierFilter
from leerplicht_desktop.domain.bezoek.deurbezoek import SoortSegment
from leerplicht_desktop.store.kluis.connection import SETTINGS, Session
from leerplicht_desktop.store.kluis.passphrase import FLOOR, stretch
from leerplicht_desktop.store.kluis.schema import Step, migrate, steps
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_desktop.store.work import SqlWork
from tests.bench.caseload import pages
from tests.store.world import WACHTZIN, StilleKlok

DOSSIERS = 5000
KEYS = 600
QUESTIONS = (
    "j",
    "ja",
    "jan",
    "jans",
    "w",
    "wo",
    "woj",
    "wojcik",
    "l",
    "lu",
    "luk",
    "lukasz",
    "m",
    "ma",
    "maas",
    "o",
    "oo",
    "ooie",
    "de",
    "2026",
    "2026-00017",
    "0123",
    "4711",
    "cagla",
    "y",
    "yi",
    "dhondt",
    "groensmit",
)
"""What somebody types, letter by letter."""
Run = Callable[[Callable[[Work], Any]], Any]


def meet() -> list[tuple[str, float, str]]:
    """(name, value, unit) of each figure."""
    with tempfile.TemporaryDirectory(prefix="opslag-") as folder:
        kluis = SqlKluis(Path(folder) / "kluis", StilleKlok(), cost=FLOOR)
        kluis.maak(WACHTZIN)
        with _plain(Path(folder) / "open.db") as plain:
            figures = _measure(kluis, plain)
        kluis.sluit()
    return figures


def _measure(kluis: SqlKluis, plain: Run) -> list[tuple[str, float, str]]:
    filled, bare_filled = _fill(kluis.doe), _fill(plain)
    key, bare_key = _keys(kluis.doe), _keys(plain)
    search, bare_search = _searches(kluis.doe), _searches(plain)
    return [
        ("toets tot vastgelegd, p95", p95(key), "ms"),
        ("toets tot vastgelegd, mediaan tegen gewone SQLite", _median(key) / _median(bare_key), "x"),
        ("alles tot op de schijf (duurzaam), mediaan", _median(_durable(kluis)), "ms"),
        (f"zoeken over {DOSSIERS} dossiers, p95", p95(search), "ms"),
        ("zoeken, mediaan tegen gewone SQLite", _median(search) / _median(bare_search), "x"),
        ("ontgrendelen tot lijst, zonder afleiding", _unlock(kluis), "ms"),
        (f"{DOSSIERS} dossiers ophalen en indexeren", filled, "ms"),
        ("idem tegen gewone SQLite", filled / bare_filled, "x"),
    ]


@contextmanager
def _plain(path: Path) -> Iterator[Run]:
    connection = sqlite3.connect(path, isolation_level=None)
    session = Session(cast(Any, connection))
    connection.set_authorizer(None)
    connection.row_factory = sqlite3.Row
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    migrate(cast(Any, connection), [_for_plain(step) for step in steps()], lambda version: None)
    work = SqlWork(session, StilleKlok())

    def run(act: Callable[[Work], Any]) -> Any:
        session.control("BEGIN IMMEDIATE")
        answer = act(work)
        session.control("COMMIT")
        return answer

    yield run
    session.close()


def _for_plain(step: Step) -> Step:
    """The SQLite of Python 3.11 may be older than the search option that wipes deleted words."""
    return Step(
        step.version, "".join(line for line in step.sql.splitlines(True) if "secure-delete" not in line)
    )


def _fill(run: Run) -> float:
    made = list(pages(DOSSIERS))
    started = time.perf_counter()
    for page in made:
        _apply(run, page)
    return (time.perf_counter() - started) * 1000


def _apply(run: Run, page: Feedpagina) -> None:
    run(lambda work: work.brievenbus.pas_toe(page))


def _keys(run: Run) -> list[float]:
    klok = StilleKlok()
    visit = run(lambda work: deurbezoek_starten(work, klok, ("d-00001",), "")).bezoek
    segment = run(lambda work: segment_toevoegen(work, klok, visit, SoortSegment.GEZIEN, "")).id
    text = "Gordijnen boven dicht. Moeder doet open, alleen. " * 40

    def press(end: int) -> float:
        return _timed(lambda: run(lambda work: segment_schrijven(work, segment, text[:end])))

    return [press(end) for end in range(KEYS)]


def _searches(run: Run) -> list[float]:
    def ask(question: str) -> float:
        return _timed(lambda: run(lambda work: work.caseload.zoek(question, DossierFilter.ALLE, None, 50)))

    return [ask(question) for _ in range(5) for question in QUESTIONS]


def _durable(kluis: Kluis) -> list[float]:
    times = []
    for turn in range(40):
        _set(kluis, str(turn))
        times.append(_timed(kluis.duurzaam))
    return times


def _set(kluis: Kluis, value: str) -> None:
    kluis.doe(lambda work: work.inrichting.zet("meting", value))


def _unlock(kluis: SqlKluis) -> float:
    """The least of a few, less the least that the derivation of the key takes by itself."""
    whole = []
    for _ in range(5):
        kluis.sluit()
        whole.append(_timed(lambda: _open_list(kluis)))
    derivation = min(_timed(lambda: stretch(WACHTZIN, bytes(16), FLOOR)) for _ in range(5))
    return max(0.0, min(whole) - derivation)


def _open_list(kluis: SqlKluis) -> None:
    kluis.ontgrendel(WACHTZIN)
    kluis.lees(lambda caseload: caseload.zoek("", DossierFilter.ALLE, None, 50))


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def p95(times: list[float]) -> float:
    """The value that 95 of 100 stay under."""
    return sorted(times)[int(len(times) * 0.95)]


def _median(times: list[float]) -> float:
    return sorted(times)[len(times) // 2]
