"""How times, lists and sentences are written on paper; dates are those of ``domain.datumtekst``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from leerplicht_desktop.domain.datumtekst import met_weekdag


def kloktijd(moment: datetime) -> str:
    """``14:01``; seconds are left out on paper."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def moment_voluit(moment: datetime) -> str:
    """``dinsdag 24 november 2026 om 14:01 uur``."""
    return f"{met_weekdag(moment)} om {kloktijd(moment)} uur"


def opsomming(namen: Sequence[str]) -> str:
    """``a``, ``a en b`` or ``a, b en c``."""
    if len(namen) < 2:
        return "".join(namen)
    return ", ".join(namen[:-1]) + " en " + namen[-1]


def met_punt(zin: str) -> str:
    """The text with a full stop, unless it ends with a mark of its own."""
    kaal = zin.rstrip()
    return kaal if not kaal or kaal[-1] in '.!?…”"' else kaal + "."
