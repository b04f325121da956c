"""How dates and times are written on paper: in full, the way an officer would say them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def datum_voluit(dag: date) -> str:
    """``24 november 2026``."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def dag_voluit(dag: date) -> str:
    """``dinsdag 24 november 2026``."""
    return f"{DAGEN[dag.weekday()]} {datum_voluit(dag)}"


def datum_kort(dag: date) -> str:
    """``24-11-2026``, for narrow columns."""
    return f"{dag.day:02d}-{dag.month:02d}-{dag.year}"


def kloktijd(moment: datetime) -> str:
    """``14:01``; seconds are left out on paper."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def moment_voluit(moment: datetime) -> str:
    """``dinsdag 24 november 2026 om 14:01 uur``."""
    return f"{dag_voluit(moment)} om {kloktijd(moment)} uur"


def opsomming(namen: Sequence[str]) -> str:
    """``a``, ``a en b`` or ``a, b en c``."""
    if len(namen) < 2:
        return "".join(namen)
    return ", ".join(namen[:-1]) + " en " + namen[-1]


def hoofdletter(zin: str) -> str:
    """The sentence with its first letter as a capital; the rest untouched."""
    return zin[:1].upper() + zin[1:]


def met_punt(zin: str) -> str:
    """The text with a full stop, unless it ends with a mark of its own."""
    kaal = zin.rstrip()
    return kaal if not kaal or kaal[-1] in '.!?…”"' else kaal + "."
