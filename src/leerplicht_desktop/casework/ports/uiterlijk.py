"""How the program looks, as the officer sets it."""

from __future__ import annotations

from typing import Protocol


class Uiterlijk(Protocol):
    """Theme and text size: known before the vault is open, so they live beside it."""

    @property
    def thema(self) -> str:
        """``systeem``, ``licht``, ``donker``, ``buiten`` or ``donkercontrast``."""

    @property
    def punten(self) -> float:
        """Body text in points."""

    def zet(self, thema: str, punten: float) -> None:
        """Keep both and dress the program in them."""
