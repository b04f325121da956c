"""How long a laptop lets a server keep it waiting: as asked, and an hour at most."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from leerplicht_desktop.sync.refusals import Busy, refused


def _wait(retry_after: str) -> float:
    problem = refused(429, b"", retry_after)
    assert isinstance(problem, Busy)
    return problem.wait


def test_a_moment_is_waited_for() -> None:
    soon = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    assert 80 < _wait(soon) <= 90
    assert _wait("7") == 7


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("9" * 5_000, 3_600),
        ("Fri, 31 Dec 9999 23:59:59 GMT", 3_600),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
        ("Thu, 01 Jan 2099 00:00:00", 0),
        ("-5", 0),
        ("1e9", 0),
        ("straks", 0),
        ("", 0),
        ("Fri, 99 Dec 2026 99:99:99 GMT", 0),
    ],
)
def test_nonsense_keeps_nobody_waiting_and_nothing_for_ever(text: str, seconds: float) -> None:
    assert _wait(text) == seconds
