"""Cards beside each other, as many as fit; each as wide as its column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from leerplicht_desktop.ui.kit.look import Restyled, look

_KOLOM = 240
"""A column is at least this wide (pixels at 10.5 pt)."""


class Raster(Restyled):
    """One column in a narrow place, at most ``hoogstens`` elsewhere."""

    def __init__(self, kaarten: Sequence[QWidget], hoogstens: int = 3) -> None:
        super().__init__()
        self._kaarten = list(kaarten)
        self._hoogstens = hoogstens
        self._aantal = 0
        self._vak = QGridLayout(self)
        self._vak.setContentsMargins(0, 0, 0, 0)
        self.restyle()

    def restyle(self) -> None:
        """Scales the gaps and counts the columns again."""
        self._vak.setSpacing(look().px(12))
        self._leg()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Counts the columns again."""
        super().resizeEvent(event)
        self._leg()

    def _leg(self) -> None:
        kolommen = (self.width() + look().px(12)) // look().px(_KOLOM + 12)
        aantal = max(1, min(self._hoogstens, kolommen))
        if aantal == self._aantal:
            return
        for kolom in range(self._aantal):
            self._vak.setColumnStretch(kolom, 0)
        self._aantal = aantal
        for plaats, kaart in enumerate(self._kaarten):
            self._vak.addWidget(kaart, plaats // aantal, plaats % aantal)
        for kolom in range(aantal):
            self._vak.setColumnStretch(kolom, 1)
