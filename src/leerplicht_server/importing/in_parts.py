"""A file in parts: each part is a transaction of its own, so that laptops and other imports come in between.

What a part did is only counted once it is committed. Whoever is cut off half-way reads the same file again:
what is there already stays unchanged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

from sqlalchemy.engine import Connection

from leerplicht_server.database import Database

from .delimited import DelimitedFile
from .report import Report

PART = 500
"""Lines per transaction: well under a second, short enough to let laptops in between."""

T = TypeVar("T")

Keep = Callable[[Connection, Sequence[T], Report], None]


def read_in_parts(
    database: Database,
    file: DelimitedFile,
    items: Iterable[T],
    line_of: Callable[[T], int],
    keep: Keep[T],
    report: Report,
) -> Report:
    """Keep all items, a part at a time, and tell of it in ``report``. Raises DatabaseError."""
    for part in _parts(items):
        if report.up_to_line and report.progress is not None:
            report.progress(report)
        told = Report()
        with database.write() as connection:
            keep(connection, part, told)
        report.add(told, line_of(part[-1]))
    report.end(file.notices, file.below_header)
    return report


def _parts(items: Iterable[T]) -> Iterator[list[T]]:
    source = iter(items)
    # The next part is read and checked here, outside any transaction.
    while part := list(islice(source, PART)):
        yield part
