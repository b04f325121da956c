"""How often the passphrase was wrong, kept on the disk so that a restart does not start anew.

The counter can be put back by whoever holds the disk; what really stops guessing is the price of one guess
(Argon2id). It is counted before the guess is tried, so pulling the plug gives nothing for free.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

from leerplicht_desktop.casework.ports.klok import Klok

from .durable import overwrite, write_new

FREE = 3
"""Wrong tries without a delay."""
LONGEST = 60.0
"""Longest delay, in seconds."""
_SIZE = 96


def delay(wrong: int) -> float:
    """Seconds to wait after this many wrong tries: the fourth try waits 1, the next 2, 4, and so on to 60."""
    if wrong < FREE:
        return 0.0
    return min(2.0 ** min(wrong - FREE, 10), LONGEST)


class Attempts:
    """The counter of one vault."""

    def __init__(self, path: Path, klok: Klok) -> None:
        self._path = path
        self._clock = klok

    def create(self) -> None:
        """Lay the counter down at its full size, so that it can be rewritten on a full disk."""
        write_new(self._path, _record(0, self._clock.nu()))

    def wait(self) -> float:
        """Seconds before the next try. A clock that was put back never makes it longer than the delay."""
        wrong, until = self._read()
        left = (until - self._clock.nu()).total_seconds() if until is not None else 0.0
        return max(0.0, min(left, delay(wrong)))

    def begin(self) -> None:
        """Count a try as wrong until it proves right."""
        wrong = self._read()[0] + 1
        self._write(wrong)

    def succeeded(self) -> None:
        """The passphrase was right: start anew."""
        self._write(0)

    def _write(self, wrong: int) -> None:
        record = _record(wrong, self._clock.nu() + timedelta(seconds=delay(wrong)))
        if self._path.exists():
            overwrite(self._path, record)
        else:
            write_new(self._path, record)

    def _read(self) -> tuple[int, datetime | None]:
        try:
            found = json.loads(self._path.read_bytes())
            return max(0, int(found["mis"])), datetime.fromisoformat(found["niet_voor"]).astimezone()
        except (FileNotFoundError, ValueError, KeyError, TypeError):
            # Nothing to go by: somebody removed or broke it, and could as well have put it back to zero.
            return 0, None


def _record(wrong: int, until: datetime) -> bytes:
    return json.dumps({"mis": wrong, "niet_voor": until.isoformat()}).encode().ljust(_SIZE)
