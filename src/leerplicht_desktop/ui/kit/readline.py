"""A word and what it says: the lines of a page that is only read."""

from __future__ import annotations

from PySide6.QtCore import Qt

from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.tokens import Type

from .reflow import Omslag

_SMAL = 560
_WOORD = 200
QWIDGETSIZE_MAX = (1 << 24) - 1
"""Qt's own word for "no maximum"."""


class Leesregel(Omslag):
    """A word at the left and what it says at the right; under each other in a narrow window."""

    def __init__(self, woord: str, tekst: str, kop: str = "") -> None:
        super().__init__(_SMAL, (16, 2))
        self._woord = Label(woord, ink=Ink.SUBTLE, wrap=True)
        delen = [Label(kop, Type.STRONG, wrap=True)] if kop else []
        self.doos.addWidget(self._woord, 0, Qt.AlignmentFlag.AlignTop)
        self.doos.addWidget(Column(*delen, Label(tekst, wrap=True), gap=2), 1)
        self.setAccessibleName(f"{woord}: {f'{kop}, ' if kop else ''}{tekst}")
        self.restyle()

    def schik(self) -> None:
        """The word gets a line of its own in a narrow window."""
        super().schik()
        breedte = look().px(_WOORD)
        self._woord.setMinimumWidth(0 if self.onder else breedte)
        self._woord.setMaximumWidth(QWIDGETSIZE_MAX if self.onder else breedte)
