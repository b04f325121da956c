"""What a spreadsheet did to the values of LO3, undone: noughts in front, days, numbers with decimals.

LO3 gives every code and date a fixed length (Logisch Ontwerp BRP), so that a lost nought is proved by what is
left. Names and all other text are never touched.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from leerplicht_protocol import elfproef

from . import spreadsheet
from .report import RefusedError

_DAYS = frozenset(
    {
        *("03.10", "06.10", "07.10", "08.10", "62.10", "67.10", "68.10"),
        *("09.20", "10.30", "13.20", "14.20", "83.20", "83.30", "85.10", "86.10"),
    }
)
_CODES = {
    **dict.fromkeys(("03.20", "06.20", "07.20", "08.20", "09.10", "69.10", "81.10", "82.10"), 4),
    **dict.fromkeys(("03.30", "06.30", "07.30", "08.30", "13.10", "14.10", "05.10", "88.10"), 4),
    "83.10": 6,
}
"""Municipalities and countries (a place abroad is text and stays so), nationalities, and what is examined."""
_BAG = frozenset({"11.80", "11.90"})
_BAG_LENGTH = 16
_A_POSTCODE = re.compile(r"[1-9][0-9]{3}[A-Z]{2}")
_BSN, _A_NUMBER, _HOUSE, _POSTCODE = "01.20", "01.10", "11.20", "11.60"


def restored(column: str, value: str) -> str:
    """The value of a column such as ``08.09.10`` as the register wrote it. Raises RefusedError."""
    element = column[3:]
    if not value:
        return value
    if element in _DAYS:
        return _day(column, value)
    if element in _CODES:
        return (
            spreadsheet.padded(spreadsheet.plain(value, column), _CODES[element])
            if _numeric(value)
            else value
        )
    rule = _RULES.get(element)
    return rule(column, value) if rule else value


def _numeric(value: str) -> bool:
    return value.strip("'=\" ")[:1].isdigit()


def _day(column: str, value: str) -> str:
    text = value.strip()
    if text.isascii() and text.isdigit() and not int(text):
        return "0" * 8
    text = spreadsheet.plain(text, column)
    parts = spreadsheet.day_of(text, column)
    return "{:04}{:02}{:02}".format(*parts) if parts else value


def _bsn(column: str, value: str) -> str:
    digits = elfproef.with_nought(spreadsheet.plain(value, column))
    return digits if elfproef.is_bsn(digits) else value


def _postcode(column: str, value: str) -> str:
    """Six signs without a space, so that people at one address are found at one address."""
    compact = "".join(value.split()).upper()
    return compact if _A_POSTCODE.fullmatch(compact) else value


def _bag(column: str, value: str) -> str:
    try:
        return spreadsheet.padded(spreadsheet.plain(value, column), _BAG_LENGTH)
    except RefusedError:
        # Sixteen digits never survive a spreadsheet; the address itself stands beside it.
        return ""


_RULES: dict[str, Callable[[str, str], str]] = {
    _BSN: _bsn,
    _A_NUMBER: lambda column, value: spreadsheet.plain(value, column),
    _HOUSE: lambda column, value: spreadsheet.plain(value, column) if value.strip()[:1].isdigit() else value,
    _POSTCODE: _postcode,
    **dict.fromkeys(_BAG, _bag),
}
