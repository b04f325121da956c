"""What a new passphrase must be, for the first start and for changing it."""

from __future__ import annotations

MINSTE_LENGTE = 14
"""Shortest passphrase, in characters: without a keyring it is the only lock."""

_MINSTE_TEKENS = 6
"""Fewest different characters."""


def wachtzin_klacht(wachtzin: str, herhaling: str) -> tuple[str, str] | None:
    """The field and sentence of what is wrong with a new passphrase, or None when it will do."""
    if len(wachtzin) < MINSTE_LENGTE:
        return "wachtzin", f"Kies minstens {MINSTE_LENGTE} tekens, bijvoorbeeld vijf losse woorden."
    if len(set(wachtzin)) < _MINSTE_TEKENS:
        return "wachtzin", "Deze wachtzin is te makkelijk te raden. Kies vijf losse woorden."
    if wachtzin != herhaling:
        return "herhaling", "De twee wachtzinnen zijn niet gelijk. Typ de tweede nog een keer."
    return None
