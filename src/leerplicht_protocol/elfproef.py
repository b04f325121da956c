"""The one elfproef: what server and laptop both hold a burgerservicenummer or onderwijsnummer against.

Sources: BSN, artikel 12 Wet algemene bepalingen burgerservicenummer; onderwijsnummer, DUO (a remainder of
five, so that no onderwijsnummer can ever be taken for a BSN).
"""

from __future__ import annotations

import re

_NINE_DIGITS = re.compile(r"[0-9]{9}")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_ONDERWIJSNUMMER_START = "10"
_ONDERWIJSNUMMER_REMAINDER = 5


def nine_digits(text: str) -> bool:
    """Whether ``text`` is nine plain digits and nothing else."""
    return bool(_NINE_DIGITS.fullmatch(text))


def with_nought(digits: str) -> str:
    """The same digits, with the nought in front that a spreadsheet dropped when there are only eight.

    Nothing is proved by it: whoever uses it asks ``is_bsn`` next.
    """
    return f"0{digits}" if len(digits) == 8 else digits


def is_bsn(digits: str) -> bool:
    """Whether nine digits pass the elfproef and are not all nought."""
    return nine_digits(digits) and int(digits) > 0 and _weighted(digits) % 11 == 0


def is_onderwijsnummer(digits: str) -> bool:
    """Whether nine digits that begin with 10 leave the remainder of an onderwijsnummer."""
    begins = nine_digits(digits) and digits.startswith(_ONDERWIJSNUMMER_START)
    return begins and _weighted(digits) % 11 == _ONDERWIJSNUMMER_REMAINDER


def _weighted(digits: str) -> int:
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
