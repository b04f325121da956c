"""Text that stands on one line: a name, a number, a place, a reference."""

from __future__ import annotations

import re

# All that ends a line: what a keyboard, a spreadsheet, an old Mac or a web page puts between two lines.
_REGELEINDE = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


def op_een_regel(tekst: str) -> str:
    """The text with a space for each line break, and for the empty lines and indent that follow it.

    A space of the writer stays, also at the end: the next word may still come.
    """
    return _REGELEINDE.sub(" ", tekst)
