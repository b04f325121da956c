"""What a value must be before a rule may rest on it: a day, a number, a yes or no.

The rules are called by screens, imports and scripts. A text where a day belongs, a number that is no number
(NaN) or the word ``nee`` where a yes or no belongs would otherwise not fail but answer, and wrongly: NaN is
smaller than nothing, and every word counts as yes.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from .errors import DomainError

LAATSTE_JAAR = 2199
"""Later days are typing errors; a birth date or a term beyond it has no calendar to stand in."""


def eis_datum(veld: str, waarde: object, artikel: str) -> date:
    """Return a calendar day; DomainError (``veld``) for a text, a moment with a time, or a far future."""
    if isinstance(waarde, datetime) or not isinstance(waarde, date):
        raise DomainError(veld, "Geef hier een dag van de kalender, zonder tijd.", artikel)
    if waarde.year > LAATSTE_JAAR:
        raise DomainError(veld, "Deze datum ligt te ver in de toekomst. Controleer het jaar.", artikel)
    return waarde


def eis_aantal(veld: str, waarde: object, artikel: str) -> Decimal:
    """Return a number of zero or more, with or without a fraction; DomainError (``veld``) otherwise."""
    if isinstance(waarde, int | float | Decimal) and not isinstance(waarde, bool):
        aantal = Decimal(str(waarde))
        if aantal.is_finite() and aantal >= 0:
            return aantal
    raise DomainError(veld, "Vul hier een getal van nul of meer in.", artikel)


def eis_geheel(veld: str, waarde: object, grenzen: tuple[int, int], artikel: str) -> int:
    """Return a whole number between two bounds, both included; DomainError (``veld``) otherwise."""
    minst, meest = grenzen
    if isinstance(waarde, int | float | Decimal) and not isinstance(waarde, bool):
        aantal = Decimal(str(waarde))
        if aantal.is_finite() and aantal == int(aantal) and minst <= aantal <= meest:
            return int(aantal)
    raise DomainError(veld, f"Vul hier een heel getal van {minst} tot en met {meest} in.", artikel)


def eis_ja_nee(veld: str, waarde: object, artikel: str) -> bool:
    """Return yes or no; DomainError (``veld``) for a word, a number or nothing at all."""
    if not isinstance(waarde, bool):
        raise DomainError(veld, "Kies hier ja of nee. Weet je het nog niet, zoek het dan eerst uit.", artikel)
    return waarde
