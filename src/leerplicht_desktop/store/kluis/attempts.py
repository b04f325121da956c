"""How often the passphrase was wrong, kept on the disk so that a restart does not start anew.

Only the running clock of the laptop counts: seconds since it was started, which nobody sets. After a restart
that clock begins anew, and so does the wait; it therefore never lasts longer than its delay, whatever the
calendar says. The counter can be put back by whoever holds the disk; what really stops guessing is the price
of one guess (Argon2id). It is counted before the guess is tried, so pulling the plug gives nothing for free.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from .durable import overwrite, write_new

FILE = "pogingen.json"
FREE = 3
"""Wrong tries without a delay."""
LONGEST = 900.0
"""Longest delay, in seconds."""
_SIZE = 96
_MOST = 10**6
_LATEST = 1e12
_Kept = tuple[int, float | None]
_UNREADABLE: _Kept = (FREE, None)


def delay(wrong: int) -> float:
    """Seconds to wait after this many wrong tries: the fourth try waits 1, then 2, 4, up to 900."""
    if wrong < FREE:
        return 0.0
    return min(2.0 ** min(wrong - FREE, 10), LONGEST)


class Attempts:
    """The counter of one vault. ``running`` gives the seconds since the laptop was started."""

    def __init__(self, path: Path, running: Callable[[], float] = time.monotonic) -> None:
        self._path = path
        self._clock = running
        self._since: float | None = None

    def create(self) -> None:
        """Lay the counter down at its full size, so that it can be rewritten on a full disk."""
        write_new(self._path, _record(0, self._clock()))

    def wait(self) -> float:
        """Seconds before the next try, at most the delay that belongs to the wrong ones."""
        wrong, since = self._read()
        now = self._clock()
        if since is None or now < since:
            since = self._restart(wrong, now)
        return max(0.0, delay(wrong) - (now - since))

    def begin(self) -> None:
        """Count a try as wrong until it proves right."""
        self._write(self._read()[0] + 1, self._clock())

    def succeeded(self) -> None:
        """The passphrase was right: start anew."""
        self._write(0, self._clock())

    def _restart(self, wrong: int, now: float) -> float:
        """The laptop was started again, or nothing is known: the wait counts from here.

        In a folder that cannot be written it counts for as long as this program runs.
        """
        if self._since is not None and self._since <= now:
            return self._since
        with suppress(OSError):
            self._write(wrong, now)
        self._since = now
        return now

    def _write(self, wrong: int, since: float) -> None:
        record = _record(min(wrong, _MOST), since)
        if self._path.is_file() and self._path.stat().st_size == _SIZE:
            overwrite(self._path, record)
        else:
            self._set_aside()
            write_new(self._path, record)
        self._since = None

    def _set_aside(self) -> None:
        """A folder or a device under this name would stand in the way for ever."""
        if not self._path.is_file() and (self._path.exists() or self._path.is_symlink()):
            self._path.replace(self._path.with_name(self._path.name + ".beschadigd"))

    def _read(self) -> _Kept:
        try:
            if not self._path.is_file():
                return _UNREADABLE
            with self._path.open("rb") as file:
                found = json.loads(file.read(2 * _SIZE))
            return _count(found["mis"]), _moment(found.get("van"))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            # Somebody removed or broke it: no reason to wait for ever, and none to start at nothing.
            return _UNREADABLE


def _count(found: object) -> int:
    if type(found) is not int or not 0 <= found <= _MOST:
        raise ValueError("not a number of tries")
    return found


def _moment(found: object) -> float | None:
    """The running clock at the last try. The program of before kept a moment of the calendar: None."""
    if found is None:
        return None
    if type(found) not in (int, float) or not isinstance(found, int | float) or not 0 <= found < _LATEST:
        raise ValueError("not a moment of the running clock")
    return float(found)


def _record(wrong: int, since: float) -> bytes:
    return json.dumps({"mis": wrong, "van": round(since, 3)}).encode().ljust(_SIZE)
