"""A word and what it says: the lines of a page that is only read."""

from __future__ import annotations

from PySide6.QtCore import Qt

from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Column
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.tokens import Type

from .reflow import Reflow

_NARROW = 560
_WORD = 200
QWIDGETSIZE_MAX = (1 << 24) - 1
"""Qt's own word for "no maximum"."""


class ReadingLine(Reflow):
    """A word at the left and what it says at the right; under each other in a narrow window."""

    def __init__(self, word: str, text: str, heading: str = "") -> None:
        super().__init__(_NARROW, (16, 2))
        self._word = Label(word, ink=Ink.SUBTLE, wrap=True)
        parts = [Label(heading, Type.STRONG, wrap=True)] if heading else []
        self.box.addWidget(self._word, 0, Qt.AlignmentFlag.AlignTop)
        self.box.addWidget(Column(*parts, Label(text, wrap=True), gap=2), 1)
        self.setAccessibleName(f"{word}: {f'{heading}, ' if heading else ''}{text}")
        self.restyle()

    def arrange(self) -> None:
        """The word gets a line of its own in a narrow window."""
        super().arrange()
        wide = look().px(_WORD)
        self._word.setMinimumWidth(0 if self.below else wide)
        self._word.setMaximumWidth(QWIDGETSIZE_MAX if self.below else wide)
