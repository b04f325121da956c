"""Say why finished records under the Wpg are looked at."""

from __future__ import annotations

from collections.abc import Sequence

from leerplicht_desktop.casework.ports.kluis import Work


def grond_noemen(work: Work, dossiers: Sequence[str], grond: str) -> None:
    """The reason holds for these dossiers until the lock, and stands with each line of the log of reading."""
    work.leeslog.noem_grond(dossiers, grond)
