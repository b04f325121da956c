"""What the window knows of a screen."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.touched import Touched


class Scherm(QWidget):
    """One screen: shown for a thing, asked where the officer is, told what changed.

    ``naam`` is its place in :class:`Werkplek`; ``met_rail`` False gives it the whole window (the recorder).
    """

    naam: str = ""
    titel: str = ""
    met_rail: bool = True
    rail_item: str = ""
    """Which item of the rail is lit; empty: the one of its own name."""

    def toon(self, werkplek: Werkplek) -> None:
        """Show ``werkplek.ding``; put the cursor where it was when ``veld`` and ``cursor`` say so."""
        raise TypeError(f"{type(self).__name__} does not show anything")

    def werkplek(self) -> Werkplek:
        """Where the officer is now; kept when the program locks or closes."""
        return Werkplek(self.naam)

    def verlaat(self) -> None:
        """About to be hidden: hand over what is still in flight. Never asks, never waits."""

    def geraakt(self, touched: Touched) -> None:
        """Something changed; look again if this screen shows it."""
