"""The chain of the log of reading: each hash holds the one before, so nothing can go or change unseen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

Line = tuple[int, str, str, str, str, str, str, str]
"""n, op, wie, daad, dossiers, regime, grond, detail, as they stand in the table."""


def link(before: bytes, line: Line) -> bytes:
    """SHA-256 of the hash before and the line as canonical JSON."""
    text = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(before + text.encode()).digest()


def first_wrong(begin: int, before: bytes, lines: Iterable[tuple[Line, bytes]]) -> int | None:
    """The number of the first line that does not fit; None when all do."""
    expected = begin
    for line, found in lines:
        expected += 1
        before = link(before, line)
        if line[0] != expected or before != found:
            return expected
    return None
