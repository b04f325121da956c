"""What a JSON text would cost, told from its bytes before anything is made of it.

Thirty megabytes of ``[0,0,...`` become sixteen million values: seconds of parsing, a gigabyte, and as much
again for every look after it. The texts in a body are cheap and may be long; what stands between them is what
costs. So the texts are taken out and the rest is counted: 0.7 s at most for 32 MB, where the parser took 2 s
and the models 45 s. Streaming readers (ijson) stop as early, but count nothing by themselves.
"""

from __future__ import annotations

import re

MAX_DEPTH = 32
"""Deepest nesting either side reads."""

MAX_VALUES = 250_000
"""Most values in one body: a page of a thousand records holds about 120,000."""

MAX_BARE = 6 * 1024 * 1024
"""Most bytes outside the texts: numbers, signs and white space."""

# Possessive, and with an end that may be missing: linear also for a text that never closes.
_TEXT = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_NO_BRACKETS = bytes(sorted(set(range(256)) - set(b"[]{}")))
_OPEN = b"[{"


def objection(body: bytes) -> str:
    """Why a body is not worth parsing, in a few words and never quoting it; empty when it is."""
    bare, texts = _TEXT.subn(b"", body, 2 * MAX_VALUES + 1)
    if texts > 2 * MAX_VALUES or _values(bare) > MAX_VALUES:
        return f"more than {MAX_VALUES} values"
    if len(bare) > MAX_BARE:
        return f"more than {MAX_BARE} bytes outside its texts"
    return "" if _shallow(bare.translate(None, _NO_BRACKETS)) else f"nested deeper than {MAX_DEPTH}"


def _values(bare: bytes) -> int:
    """No fewer than there are: each has a comma before it or is the first of what holds it."""
    return sum(map(bare.count, (b",", b"[", b"{")))


def _shallow(brackets: bytes) -> bool:
    depth = 0
    for bracket in brackets:
        depth += 1 if bracket in _OPEN else -1
        if depth > MAX_DEPTH:
            return False
    return True
