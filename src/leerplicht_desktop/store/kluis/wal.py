"""The write-ahead log, read without a key: where its chain of checksums breaks, and what lies behind.

SQLite drops everything behind the first frame that does not fit, without a word. Each page still has its own
HMAC from SQLCipher, so the chain may be made anew over all frames of this round: what was altered then fails
by itself. Format: https://www.sqlite.org/fileformat2.html#walformat
"""

from __future__ import annotations

import struct
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

_HEAD = 32
_FRAME = 24
PAGE = 4096
"""Bytes of a page: what SQLCipher 4 takes by itself."""
_MAGIC = 0x377F0682
_VERSION = 3007000
_LAST_PAGE = 10**7
_SPOT = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """``page`` gets new content; ``ours``: written in this round of the log.

    ``sound``: the chain fits from the start up to here. ``fits``: it fits the sum in the one before.
    """

    at: int
    page: int
    ours: bool
    sound: bool
    fits: bool


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in a log. ``salts`` tell this round from an earlier one."""

    raw: bytes
    big: bool
    salts: bytes
    frames: tuple[Frame, ...]

    @property
    def round(self) -> tuple[Frame, ...]:
        """The frames up to the last one of this round, also what stands between."""
        last = max((n for n, frame in enumerate(self.frames) if frame.ours), default=-1)
        return self.frames[: last + 1]

    @property
    def broken(self) -> bool:
        """Whether frames of this round lie behind a break: they were written, and SQLite drops them."""
        return any(not frame.sound for frame in self.round)

    @property
    def one_spot(self) -> bool:
        """Whether the chain breaks at one spot: a damaged frame, or its sum, which the next one builds on.

        Frames that changed places break it at more, and an old page could then pass for the newest.
        """
        wrong = [n for n, frame in enumerate(self.round) if not frame.fits]
        return not wrong or wrong[-1] - wrong[0] < _SPOT


def log_of(database: Path) -> Path:
    """The log beside a file."""
    return database.with_name(database.name + "-wal")


def scan(log: Path) -> Scan:
    """Read a log. An empty or absent one has no frames."""
    raw = log.read_bytes() if log.is_file() else b""
    magic = int.from_bytes(raw[:4], "big")
    big = magic == _MAGIC | 1
    known = magic | 1 == _MAGIC | 1 and int.from_bytes(raw[8:12], "big") == PAGE
    if known and raw[24:32] == struct.pack(">II", *_sum(raw[:24], (0, 0), big)):
        return Scan(raw, big, raw[16:24], _frames(raw, big, raw[16:24], sound=True))
    # The head itself is damaged: most frames tell its salts, and most sums tell its order of bytes.
    salts = _usual_salts(raw)
    orders = [Scan(raw, order, salts, _frames(raw, order, salts, sound=False)) for order in (False, True)]
    return max(orders, key=lambda one: sum(frame.fits for frame in one.frames))


def _frames(raw: bytes, big: bool, salts: bytes, sound: bool) -> tuple[Frame, ...]:
    out: list[Frame] = []
    before = raw[24:32]
    for at in _places(raw):
        ours = raw[at + 8 : at + 16] == salts
        chain = _sum(raw[at : at + 8], struct.unpack(">II", before), big)
        chain = _sum(raw[at + _FRAME : at + _FRAME + PAGE], chain, big)
        before = raw[at + 16 : at + 24]
        fits = ours and before == struct.pack(">II", *chain)
        sound = sound and fits
        out.append(Frame(at, int.from_bytes(raw[at : at + 4], "big"), ours, sound, fits))
    return tuple(out)


def mended(found: Scan) -> tuple[bytes, bool]:
    """A log with the chain made anew, and whether that may be trusted: one spot, nothing left out."""
    head = struct.pack(">IIII", _MAGIC | found.big, _VERSION, PAGE, 0) + found.salts
    chain = _sum(head, (0, 0), found.big)
    out = [head + struct.pack(">II", *chain)]
    complete = found.one_spot
    for frame in found.round:
        if not 0 < frame.page < _LAST_PAGE or not frame.ours:
            complete = False
            continue
        body = found.raw[frame.at + _FRAME : frame.at + _FRAME + PAGE]
        begin = found.raw[frame.at : frame.at + 8]
        chain = _sum(body, _sum(begin, chain, found.big), found.big)
        out.append(begin + found.salts + struct.pack(">II", *chain) + body)
    return b"".join(out), complete


def _places(raw: bytes) -> range:
    return range(_HEAD, len(raw) - PAGE - _FRAME + 1, PAGE + _FRAME)


def _usual_salts(raw: bytes) -> bytes:
    seen = Counter(raw[at + 8 : at + 16] for at in _places(raw))
    return seen.most_common(1)[0][0] if seen else bytes(8)


def _sum(data: bytes, chain: tuple[int, int], big: bool) -> tuple[int, int]:
    first, second = chain
    for left, right in struct.iter_unpack(">II" if big else "<II", data):
        first = (first + left + second) & 0xFFFFFFFF
        second = (second + right + first) & 0xFFFFFFFF
    return first, second
