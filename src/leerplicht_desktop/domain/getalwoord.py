"""Numbers in Dutch words, for sentences that take their numbers from the law."""

from __future__ import annotations

_TOT_TWINTIG = (
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
)
_TIENTALLEN = (
    "",
    "",
    "twintig",
    "dertig",
    "veertig",
    "vijftig",
    "zestig",
    "zeventig",
    "tachtig",
    "negentig",
)
_VOLUIT_TOT = 100
_DAGEN_IN_WEEK = 7


def voluit(getal: int) -> str:
    """Return ``zestien`` or ``tweeëntwintig``; from a hundred on the figures, as running text does."""
    if not 0 <= getal < _VOLUIT_TOT:
        return str(getal)
    if getal < len(_TOT_TWINTIG):
        return _TOT_TWINTIG[getal]
    tiental, rest = divmod(getal, 10)
    if not rest:
        return _TIENTALLEN[tiental]
    eenheid = _TOT_TWINTIG[rest]
    return f"{eenheid}{'ën' if eenheid.endswith('e') else 'en'}{_TIENTALLEN[tiental]}"


def keer(getal: int, een: str, meer: str, *, cijfers: bool = False) -> str:
    """Return a number with its word: ``één week``, ``vier weken``, with figures ``4 weken``."""
    woord = een if getal == 1 else meer
    if cijfers:
        return f"{getal} {woord}"
    return f"{'één' if getal == 1 else voluit(getal)} {woord}"


def dagenduur(dagen: int, *, cijfers: bool = False) -> str:
    """Return days as people say them: ``vier weken`` for 28, ``dertig dagen`` for 30."""
    weken, rest = divmod(dagen, _DAGEN_IN_WEEK)
    if rest or not weken:
        return keer(dagen, "dag", "dagen", cijfers=cijfers)
    return keer(weken, "week", "weken", cijfers=cijfers)
