"""Draws the paper of a concept letter when the typing stops; a newer drawing drops the older one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from leerplicht_desktop.casework.ports.lane import Toekomst
from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.ui.scherm.context import Context

TEKENEN_NA_MS = 150
"""The paper is drawn anew when the officer stops typing for this long (milliseconds)."""


class Tekenaar:
    """``klaar`` hears what was drawn, ``mis`` why it could not be."""

    def __init__(
        self,
        context: Context,
        klaar: Callable[[Drukwerk], None],
        mis: Callable[[Exception], None],
        ouder: QObject,
    ) -> None:
        self._context = context
        self._klaar = klaar
        self._mis = mis
        self._brief = ""
        self._onderweg: Toekomst | None = None
        self._straks = QTimer(ouder)
        self._straks.setSingleShot(True)
        self._straks.setInterval(TEKENEN_NA_MS)
        self._straks.timeout.connect(lambda: self.nu(self._brief))

    def straks(self, brief: str) -> None:
        """Draw a concept once nothing was typed for a moment."""
        self._brief = brief
        self._straks.start()

    def nu(self, brief: str) -> None:
        """Draw a concept at once."""
        self.stop()
        papier = self._context.papier
        self._onderweg = self._context.zij.submit(lambda: papier.brief(brief), self._klaar, self._mis)

    def haal(self, stuk: str, klaar: Callable[[bytes], None]) -> None:
        """Fetch the paper of a sealed letter."""
        self.stop()
        papier = self._context.papier
        self._onderweg = self._context.zij.submit(lambda: papier.stuk(stuk), klaar, self._mis)

    def stop(self) -> None:
        """Draw nothing more; an answer that is under way is dropped."""
        self._straks.stop()
        if self._onderweg is not None:
            self._onderweg.annuleer()
            self._onderweg = None
