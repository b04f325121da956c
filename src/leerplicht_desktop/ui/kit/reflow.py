"""Parts beside each other that go under each other when the window is too narrow for both."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from leerplicht_desktop.ui.kit.look import Restyled, look

_BESIDE = QBoxLayout.Direction.LeftToRight
_BELOW = QBoxLayout.Direction.TopToBottom


class Reflow(Restyled):
    """``limit`` is the width from which the parts stand beside each other, in pixels at 10.5 pt.

    With 0 it is measured. ``gaps`` are the distances beside and under each other.
    """

    def __init__(self, limit: int, gaps: tuple[int, int]) -> None:
        super().__init__()
        self._limit = limit
        self._gaps = gaps
        self.box = QBoxLayout(_BESIDE, self)
        self.box.setContentsMargins(0, 0, 0, 0)

    @property
    def below(self) -> bool:
        """Whether the parts stand under each other now."""
        return self.box.direction() == _BELOW

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part: below ``limit`` there is no need for room beside it."""
        margin = self.box.contentsMargins()
        widest = max(self._widths(), default=0) + margin.left() + margin.right()
        return QSize(widest, self.box.totalMinimumSize().height())

    def set_limit(self, limit: int) -> None:
        """Another width from which the parts stand beside each other."""
        self._limit = limit
        self.arrange()

    def restyle(self) -> None:
        """Scales the distances."""
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns at the border."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Lay the parts beside or under each other."""
        below = 0 < self.width() < (look().px(self._limit) or self._beside())
        self.box.setDirection(_BELOW if below else _BESIDE)
        self.box.setSpacing(look().px(self._gaps[1] if below else self._gaps[0]))

    def _beside(self) -> int:
        margin, widths = self.box.contentsMargins(), self._widths()
        between = look().px(self._gaps[0]) * max(0, len(widths) - 1)
        return sum(widths) + between + margin.left() + margin.right()

    def _widths(self) -> list[int]:
        parts = (self.box.itemAt(place) for place in range(self.box.count()))
        return [part.minimumSize().width() for part in parts if part is not None and not part.isEmpty()]
