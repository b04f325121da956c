"""Told beside a letter about a jongere who does not live in the Netherlands, as far as the register knows."""

from __future__ import annotations

from collections.abc import Iterable

from leerplicht_desktop.casework.queries.caseload import DossierBeeld


def elders_zinnen(beelden: Iterable[DossierBeeld]) -> tuple[str, ...]:
    """One sentence for each jongere of the letter who left or is a non-resident; none for a resident."""
    zinnen: list[str] = []
    for beeld in beelden:
        if beeld.jongere.vertrokken:
            zinnen.append(
                f"Volgens de BRP is {beeld.naam} uit Nederland vertrokken. Kijk na of deze brief aankomt."
            )
        if beeld.jongere.niet_ingezetene:
            zinnen.append(
                f"In de BRP staat {beeld.naam} als niet-ingezetene (RNI). Kijk na of deze brief aankomt."
            )
    return tuple(zinnen)
