"""The log of reading for the officer: why something is looked at, what was, and what was found again."""

from __future__ import annotations

from collections.abc import Sequence

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.leeslog import Leesregel
from leerplicht_desktop.casework.ports.werk import Teruggevonden


def grond_noemen(work: Work, dossiers: Sequence[str], grond: str) -> None:
    """The reason holds for these dossiers until the lock, and stands with each line of the log of reading."""
    work.leeslog.noem_grond(dossiers, grond)


def leesregels_lezen(work: Work, voor: int | None, aantal: int) -> tuple[Leesregel, ...]:
    """The newest lines of the log, or those before number ``voor``; newest first."""
    return work.leeslog.regels(voor, aantal)


def teruggevonden_lezen(work: Work) -> tuple[Teruggevonden, ...]:
    """Texts from behind a break in a damaged file."""
    return work.inrichting.teruggevonden()
