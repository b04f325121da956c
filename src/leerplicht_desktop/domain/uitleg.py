"""Why an answer is what it is: an officer has to defend it in court."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Uitleg:
    """The reasons behind one answer.

    ``regel`` is a Dutch sentence, ``artikel`` the source it rests on, ``invoer`` the inputs that were used
    as (name, value) pairs in words, ``dagen`` the calendar days that counted (empty where none did) and
    ``wetsversie`` the entry of the dated law data that was in force. ``onzeker`` warns in words that the
    entry rests on no source that was read; empty when it does.
    """

    regel: str
    artikel: str
    invoer: tuple[tuple[str, str], ...] = ()
    dagen: tuple[date, ...] = ()
    wetsversie: str = ""
    onzeker: str = ""
