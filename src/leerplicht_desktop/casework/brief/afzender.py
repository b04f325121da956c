"""The officer's own telephone number: on every letter, so that whoever gets it can call."""

from __future__ import annotations

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.errors import DomainError

_INSTELLING = "boa.telefoon"
_MINST = 4
"""Digits: ``14 070`` has five, and no number that a parent can dial has fewer than four."""


def telefoon_van(work: Work) -> str:
    """What the officer filled in on this laptop, else what the municipality says; empty when neither did."""
    koppeling = work.brievenbus.koppeling()
    return work.caseload.instelling(_INSTELLING) or (
        koppeling.profiel.get("telefoon", "") if koppeling else ""
    )


def telefoon_instellen(work: Work, nummer: str) -> Touched:
    """Keep the number for every letter from now on. Raises DomainError (``telefoon``)."""
    schoon = " ".join(nummer.split())
    if sum(teken.isdigit() for teken in schoon) < _MINST or any(teken.isalpha() for teken in schoon):
        raise DomainError("telefoon", "Typ een telefoonnummer, bijvoorbeeld 06 1234 5678.")
    work.inrichting.zet(_INSTELLING, schoon)
    return touched(Soort.INSTELLING)
