"""Signs that steer and do not show: in a name or a title they make a reader see what is not there.

A control character (NUL, escape), and the embeddings, overrides and isolates of Unicode's bidirectional
algorithm (UAX #9): with an override in it, a name that ends in ``exe`` reads as one that ends in ``png``. The
marks of direction (200E, 200F, 061C) stay: names in Arabic or Hebrew need them, and they turn nothing but
their neighbours.
"""

from __future__ import annotations

import re

_STEERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def plain(text: str) -> str:
    """The text without those signs; tabs and line ends stay. What is refused on the wire is left out where
    somebody types, pastes or imports it, so that both sides hold one and the same name.
    """
    return _STEERS.sub("", text)
