"""Numbers and days that went through a spreadsheet: what it did to them is undone where nothing is guessed.

A nought in front comes back where a check digit, a table or a fixed length proves it. What was cut off, as in
``9,99E+08``, or can be read in two ways, as ``03/04/2026``, is refused with the name of what happened.
"""

from __future__ import annotations

import re
from datetime import date

from .report import RefusedError

_POWER = re.compile(r"[+-]?[0-9](?:[.,][0-9]*)?[eE][+-]?[0-9]{1,3}")
_WRAPPED = re.compile(r"(?:'|=\"?)?(.*?)\"?", re.DOTALL)
_DECIMALS = re.compile(r"([0-9]+)[.,]0+")
_CLOCK = r"(?:[ T]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?Z?)?"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})([-/.])([0-9]{{1,2}})\2([0-9]{{1,2}}){_CLOCK}")
_DAY_FIRST = re.compile(rf"([0-9]{{1,2}})([-/.])([0-9]{{1,2}})\2([0-9]{{4}}){_CLOCK}")
_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_SHORT_YEAR = re.compile(rf"[0-9]{{1,2}}([-/.])[0-9]{{1,2}}\1[0-9]{{2}}{_CLOCK}")
_SERIAL = re.compile(r"[1-9][0-9]{4}(?:[.,][0-9]+)?")


def plain(text: str, field: str) -> str:
    """A number without what a spreadsheet put around it: ``="0123"``, ``'0123`` and ``123,00``.

    Raises RefusedError for a power of ten: its last digits are gone.
    """
    found = _WRAPPED.fullmatch(text.strip())
    inner = found[1].strip() if found else text
    if _POWER.fullmatch(inner):
        raise RefusedError(
            f"{field} staat er als macht van tien; een rekenprogramma liet de laatste cijfers weg",
            "Neem het bestand zoals het uit het bronsysteem kwam, of maak van de kolom eerst tekst.",
        )
    whole = _DECIMALS.fullmatch(inner)
    return whole[1] if whole else inner


def padded(text: str, length: int) -> str:
    """Digits with the noughts in front that a fixed length proves; anything else as it was."""
    return text.zfill(length) if text.isascii() and text.isdigit() else text


def day_of(text: str, field: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date however a spreadsheet wrote it, not yet held against the calendar; None
    when it has none of these forms. Raises RefusedError for a form that can be read in two ways.
    """
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[3]), int(found[4])
    if found := _DIGITS.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY_FIRST.fullmatch(text):
        return _day_first(found, field)
    if _SHORT_YEAR.fullmatch(text):
        raise RefusedError(f"{field} heeft een jaartal van twee cijfers", "Schrijf bijvoorbeeld 2026-09-01.")
    if _SERIAL.fullmatch(text):
        raise RefusedError(
            f"{field} is een getal; een rekenprogramma telde de dagen",
            "Geef de kolom de opmaak datum en sla het bestand opnieuw op.",
        )
    return None


def _day_first(found: re.Match[str], field: str) -> tuple[int, int, int]:
    """Hyphens and full stops stand between day, month and year; a slash may also be American."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    if found[2] != "/" or first > 12 or first == second:
        return year, second, first
    if second > 12:
        return year, first, second
    raise RefusedError(
        f"{field} kan op twee manieren worden gelezen (dag/maand of maand/dag)",
        "Schrijf bijvoorbeeld 2026-09-01.",
    )


def existing(parts: tuple[int, int, int], field: str) -> date:
    """The day itself. Raises RefusedError when the calendar does not have it."""
    try:
        return date(*parts)
    except ValueError:
        raise RefusedError("datum bestaat niet", f"Kijk {field} na op de kalender.") from None
