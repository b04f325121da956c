"""Where the header of a file stands, and which sign stands between its fields.

Spreadsheets put lines above it: ``sep=;``, the title of a report, the day it was made, nothing at all. The
header is the first line that names every column a layout needs.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

DELIMITERS = (";", ",", "\t", "|")
_HIGHEST = 60
"""Lines from the top in which a header is looked for."""
_SPACES = re.compile(r"[\s_\u200b\ufeff]+")
_SEP = re.compile(r'\s*"?sep=(.)"?\s*', re.IGNORECASE)
_STRANGE_END = re.compile(r"[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|\\[rn](?=.*[0-9])", re.DOTALL)
"""What ends a line elsewhere: vertical tab, form feed, separators, NEL of a mainframe, or written out."""
_DAY = re.compile(r"[0-9]{1,2}[-/][0-9]{1,2}[-/][0-9]{2,4}")


@dataclass(frozen=True)
class Header:
    """The header: ``row`` is its line from 1; ``boven`` counts the filled lines above it but ``sep=``."""

    row: int
    delimiter: str
    columns: tuple[str, ...]
    above: int

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns as they are compared."""
        return tuple(key(column) for column in self.columns)

    @property
    def strange_ends(self) -> bool:
        """Whether the lines below stand in the header: they end in a sign that ends no line here."""
        return any(_STRANGE_END.search(column) for column in self.columns)

    @property
    def names_became_days(self) -> bool:
        """Whether a spreadsheet read names such as ``01.03.10`` as days."""
        return any(_DAY.fullmatch(column.strip()) for column in self.columns)


@cache
def key(column: str) -> str:
    """A heading as it is compared: capitals, spaces around it and kinds of space say nothing."""
    return _SPACES.sub("_", column.strip(" \t\ufeff\u200b\u00a0").casefold())


def find(lines: Iterable[tuple[int, str]], layouts: Sequence[Sequence[str]], known: Iterable[str]) -> Header:
    """The first line that holds all columns of a layout; else the one that holds most of any."""
    names = {key(column) for column in known} | {key(column) for layout in layouts for column in layout}
    needed = [{key(column) for column in layout} for layout in layouts]
    best, most, above = Header(1, ";", ("",), 0), -1, 0
    for number, text in islice(lines, _HIGHEST):
        if not text.strip("".join(DELIMITERS) + " "):
            continue
        header = _read(number, text, names, above)
        present = set(header.keys)
        if any(columns <= present for columns in needed):
            return header
        if len(names & present) > most:
            best, most = header, len(names & present)
        above += not _SEP.fullmatch(text)
    return best


def _read(number: int, text: str, names: set[str], above: int) -> Header:
    def fits(delimiter: str) -> int:
        return len(names & {key(column) for column in split(text, delimiter)})

    delimiter = max(DELIMITERS, key=fits)
    columns = list(split(text, delimiter))
    # Empty columns at the end are the width of a sheet, not names.
    while len(columns) > 1 and not columns[-1].strip():
        columns.pop()
    return Header(number, delimiter, tuple(columns), above)


def split(text: str, delimiter: str) -> Sequence[str]:
    """The fields of one line, also of one with a quote that does not end."""
    try:
        return next(csv.reader([text], delimiter=delimiter, strict=True), [""])
    except csv.Error:
        return text.split(delimiter)
