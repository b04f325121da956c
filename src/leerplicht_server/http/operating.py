"""For who keeps the server running: is it alive, can it work, what did it do; and nothing about people."""

from __future__ import annotations

import threading
from collections import Counter
from contextlib import suppress

import sqlalchemy as sa
from fastapi import FastAPI, Request, Response

from leerplicht_server import practice, quarantine
from leerplicht_server.database import Database, head
from leerplicht_server.errors import DatabaseError
from leerplicht_server.journal import head as last_line
from leerplicht_server.schema import apparaat
from leerplicht_server.this_machine import is_loopback

from .answers import RefusalError

_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")
_BOUNDS = (0.05, 0.25, 1.0, 5.0)
"""Seconds; how many answers took no longer than each is counted."""


class Meter:
    """Counts answers by route and status since the process began; may be used from any thread."""

    def __init__(self) -> None:
        self._door = threading.Lock()
        self._answers: Counter[tuple[str, str, int]] = Counter()
        self._within: Counter[float] = Counter()
        self._seconds = 0.0

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """One more answer. ``route`` is its pattern, never the path that was asked."""
        with self._door:
            self._answers[method, route, status] += 1
            self._seconds += seconds
            self._within.update(bound for bound in _BOUNDS if seconds <= bound)

    def lines(self) -> list[str]:
        """What was counted, as Prometheus reads it."""
        with self._door:
            answers, within, seconds = dict(self._answers), dict(self._within), self._seconds
        total = sum(answers.values())
        lines = ["# TYPE leerplicht_requests_total counter"]
        for (method, route, status), count in sorted(answers.items()):
            labels = f'method="{method}",route="{route}",status="{status}"'
            lines.append(f"leerplicht_requests_total{{{labels}}} {count}")
        lines.append("# TYPE leerplicht_request_seconds histogram")
        lines += [f'leerplicht_request_seconds_bucket{{le="{one}"}} {within.get(one, 0)}' for one in _BOUNDS]
        lines.append(f'leerplicht_request_seconds_bucket{{le="+Inf"}} {total}')
        lines.append(f"leerplicht_request_seconds_sum {seconds:.3f}")
        return [*lines, f"leerplicht_request_seconds_count {total}"]


def add_endpoints(app: FastAPI) -> None:
    """Add these endpoints to the application."""
    app.state.meter = Meter()
    app.get("/health")(health)
    app.get("/ready")(ready)
    app.get("/metrics")(metrics)


def health() -> Response:
    """The process is alive, whatever the database does."""
    return Response("ok\n", media_type="text/plain")


def ready(request: Request) -> Response:
    """It can work: the database answers. 503 while it does not."""
    database: Database = request.app.state.database
    try:
        with database.read() as connection:
            head(connection)
    except DatabaseError:
        return Response("de database antwoordt niet\n", 503, media_type="text/plain")
    return Response("ok\n", media_type="text/plain")


def metrics(request: Request) -> Response:
    """Counters and sizes for Prometheus, to a program on this machine alone."""
    caller = request.client.host if request.client else ""
    if not is_loopback(caller) or any(name in request.headers for name in _FORWARDED):
        raise RefusalError(
            403, "meten_elders", "De cijfers zijn er alleen voor een programma op deze computer."
        )
    database: Database = request.app.state.database
    meter: Meter = request.app.state.meter
    gauges = {"leerplicht_database_up": 0}
    with suppress(DatabaseError), database.read() as connection:  # that it is down is what the figure says
        line = last_line(connection)
        live = sa.select(sa.func.count()).select_from(apparaat).where(apparaat.c.ingetrokken.is_(False))
        gauges = {
            "leerplicht_database_up": 1,
            "leerplicht_practice": int(practice.is_practice(connection)),
            "leerplicht_quarantine_waiting": quarantine.count(connection),
            "leerplicht_laptops": int(connection.execute(live).scalar_one()),
            "leerplicht_feed_place": head(connection),
            "leerplicht_journal_lines": line.nr if line is not None else 0,
        }
    told = [part for name, value in gauges.items() for part in (f"# TYPE {name} gauge", f"{name} {value}")]
    text = "\n".join([*told, *meter.lines()]) + "\n"
    return Response(text, media_type="text/plain; version=0.0.4")
