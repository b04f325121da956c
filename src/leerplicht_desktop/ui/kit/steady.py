"""Text without signs that steer and do not show; see ``plain_text`` of the protocol, with which it agrees."""

from __future__ import annotations

import re

_STEERS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def steady(text: str) -> str:
    """The text as its letters say it: no override turns it around, no control character hides in it."""
    return _STEERS.sub("", text)
