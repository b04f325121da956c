"""The state of a report at DUO: whether it still stands, and how a withdrawn one is told.

Five states (DUO, changes of 3 August 2020): geregistreerd, in behandeling, afgesloten, ingetrokken, ter
kennisgeving aangenomen. A state that came later is one of a report that stands.
"""

from __future__ import annotations

from datetime import date

GEREGISTREERD = "geregistreerd"
INGETROKKEN = "ingetrokken"


def telt_mee(status: str) -> bool:
    """Whether the days of a report count: all but those of one that the school withdrew."""
    return status != INGETROKKEN


def ingetrokken_in_woorden(toelichting: str) -> str:
    """Say that the school withdrew a report, and why when that is known."""
    reden = f" Reden: {toelichting.strip().rstrip('.')}." if toelichting.strip() else ""
    return f"De school heeft deze melding ingetrokken; de dagen tellen niet mee.{reden}"


def ingetrokken_merk(aantal: int, laatste: date | None) -> str:
    """Name a badge above the dossier for so many withdrawn reports; empty when there are none.

    ``laatste`` is the day of the newest report that still stands, None when none does.
    """
    if not aantal:
        return ""
    if laatste is None:
        return "Melding ingetrokken, geen andere" if aantal == 1 else "Alle meldingen ingetrokken"
    return "Een melding ingetrokken" if aantal == 1 else f"{aantal} meldingen ingetrokken"
