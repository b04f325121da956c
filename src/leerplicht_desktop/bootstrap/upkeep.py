"""What an open vault asks for by itself: to tell what its opening noticed, and a backup each hour."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

from leerplicht_desktop.casework.ports.kluis import Kluis
from leerplicht_desktop.casework.ports.lane import Lane
from leerplicht_desktop.casework.problems import BekendProbleem

_HOUR = 60 * 60 * 1000
_SOON = 30 * 1000
"""After opening: the first screens do not wait for a copy."""


class Upkeep(QObject):
    """Lives with the program; ``tell`` shows a problem."""

    def __init__(self, kluis: Kluis, lane: Lane, tell: Callable[[BekendProbleem], None]) -> None:
        super().__init__()
        self._kluis = kluis
        self._lane = lane
        self._tell = tell
        self._hourly = QTimer(self, interval=_HOUR)
        self._soon = QTimer(self, interval=_SOON, singleShot=True)
        for clock in (self._hourly, self._soon):
            clock.timeout.connect(lambda: lane.submit(kluis.maak_reserve))

    def begin(self) -> None:
        """The vault is open and its work is shown."""
        self._lane.submit(self._kluis.opgemerkt, self._told)
        self._soon.start()
        self._hourly.start()

    def stop(self) -> None:
        """Before the vault is closed, which makes the last backup itself."""
        self._soon.stop()
        self._hourly.stop()

    def _told(self, noticed: Sequence[BekendProbleem]) -> None:
        for problem in noticed:
            self._tell(problem)
