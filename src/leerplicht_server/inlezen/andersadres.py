"""The other address in a report: seven columns that become one line, any of which a file may lack."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product

from . import velden
from .verslag import GeweigerdError

_STRAAT, _NUMMER, _LETTER, _TOEVOEGING, _POSTCODE, _LOCATIE, _PLAATS = KOLOMMEN = (
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


def lees(heeft: Callable[[str], bool], waarde: Callable[[str], str]) -> Delen:
    """The other address in a line. Raises GeweigerdError."""
    delen = {kolom: waarde(kolom) for kolom in KOLOMMEN}
    postcode = velden.postcode(delen[_POSTCODE], _POSTCODE)
    delen[_POSTCODE] = f"{postcode[:4]} {postcode[4:]}" if postcode else ""
    if delen[_NUMMER] and not delen[_NUMMER].isdecimal():
        raise GeweigerdError("afwijkend_huisnummer is geen getal", "Zet een letter in afwijkend_huisletter.")
    return Delen(delen, tuple(kolom for kolom in KOLOMMEN if not heeft(kolom)))


def _line(delen: Mapping[str, str]) -> str:
    house = f"{delen[_NUMMER]}{delen[_LETTER]}"
    street = " ".join(part for part in (delen[_STRAAT], house, delen[_TOEVOEGING]) if part)
    town = " ".join(part for part in (delen[_POSTCODE], delen[_PLAATS]) if part)
    return ", ".join(part for part in (street, delen[_LOCATIE], town) if part)
