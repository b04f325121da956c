"""The other address in a report: seven columns that become one line, any of which a file may lack."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product

from . import fields
from .report import RefusedError

_STRAAT, _NUMBER, _LETTER, _TOEVOEGING, _POSTCODE, _LOCATIE, _PLAATS = KOLOMMEN = (
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
class Delen:
    """What a line says of the other address; ``zwijgt`` are the columns that the file lacks."""

    delen: Mapping[str, str]
    zwijgt: tuple[str, ...]

    def line(self, before: str) -> str:
        """The address on one line, such as ``Vrijthof 31 B, 6211 LE Maastricht``.

        ``before`` stays when the columns that are there do not contradict it.
        """
        return before if before and self._allows(before) else _line(self.delen)

    def _allows(self, before: str) -> bool:
        if not self.zwijgt:
            return False
        for guess in product(("", _ANY), repeat=len(self.zwijgt)):
            line = _line({**self.delen, **dict(zip(self.zwijgt, guess, strict=True))})
            if re.fullmatch(re.escape(line).replace(_ANY, ".+"), before):
                return True
        return False


def read(heeft: Callable[[str], bool], value: Callable[[str], str]) -> Delen:
    """The other address in a line. Raises RefusedError."""
    delen = {column: value(column) for column in KOLOMMEN}
    postcode = fields.postcode(delen[_POSTCODE], _POSTCODE)
    delen[_POSTCODE] = f"{postcode[:4]} {postcode[4:]}" if postcode else ""
    if delen[_NUMBER] and not delen[_NUMBER].isdecimal():
        raise RefusedError("afwijkend_huisnummer is geen getal", "Zet een letter in afwijkend_huisletter.")
    return Delen(delen, tuple(column for column in KOLOMMEN if not heeft(column)))


def _line(delen: Mapping[str, str]) -> str:
    house = f"{delen[_NUMBER]}{delen[_LETTER]}"
    street = " ".join(part for part in (delen[_STRAAT], house, delen[_TOEVOEGING]) if part)
    town = " ".join(part for part in (delen[_POSTCODE], delen[_PLAATS]) if part)
    return ", ".join(part for part in (street, delen[_LOCATIE], town) if part)
