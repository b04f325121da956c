"""The other address in a report: seven columns that become one line, any of which a file may lack."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product

from . import fields
from .report import RefusedError

_STREET, _NUMBER, _LETTER, _ADDITION, _POSTCODE, _PLACE, _TOWN = COLUMNS = (
    "afwijkend_straat",
    "afwijkend_huisnummer",
    "afwijkend_huisletter",
    "afwijkend_toevoeging",
    "afwijkend_postcode",
    "afwijkend_locatie",
    "afwijkend_plaats",
)
_ANY = "\ue000"
"""Stands for what a column that is not there might have said; no character of an address."""


@dataclass(frozen=True)
class OtherAddress:
    """What a line says of the other address; ``lacking`` are the columns that the file lacks."""

    parts: Mapping[str, str]
    lacking: tuple[str, ...]

    def line(self, before: str) -> str:
        """The address on one line, such as ``Vrijthof 31 B, 6211 LE Maastricht``.

        ``before`` stays when the columns that are there do not contradict it.
        """
        return before if before and self._allows(before) else _line(self.parts)

    def _allows(self, before: str) -> bool:
        if not self.lacking:
            return False
        for guess in product(("", _ANY), repeat=len(self.lacking)):
            line = _line({**self.parts, **dict(zip(self.lacking, guess, strict=True))})
            if re.fullmatch(re.escape(line).replace(_ANY, ".+"), before):
                return True
        return False


def read(has: Callable[[str], bool], value: Callable[[str], str]) -> OtherAddress:
    """The other address in a line. Raises RefusedError."""
    parts = {column: value(column) for column in COLUMNS}
    postcode = fields.postcode(parts[_POSTCODE], _POSTCODE)
    parts[_POSTCODE] = f"{postcode[:4]} {postcode[4:]}" if postcode else ""
    if parts[_NUMBER] and not parts[_NUMBER].isdecimal():
        raise RefusedError("afwijkend_huisnummer is geen getal", "Zet een letter in afwijkend_huisletter.")
    return OtherAddress(parts, tuple(column for column in COLUMNS if not has(column)))


def _line(parts: Mapping[str, str]) -> str:
    house = f"{parts[_NUMBER]}{parts[_LETTER]}"
    street = " ".join(part for part in (parts[_STREET], house, parts[_ADDITION]) if part)
    town = " ".join(part for part in (parts[_POSTCODE], parts[_TOWN]) if part)
    return ", ".join(part for part in (street, parts[_PLACE], town) if part)
