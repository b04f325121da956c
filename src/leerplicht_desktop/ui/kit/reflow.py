"""Parts beside each other that go under each other when the window is too narrow for both."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from leerplicht_desktop.ui.kit.look import Restyled, look

_NAAST = QBoxLayout.Direction.LeftToRight
_ONDER = QBoxLayout.Direction.TopToBottom


class Omslag(Restyled):
    """``grens`` is the width from which the parts stand beside each other, in pixels at 10.5 pt.

    With 0 it is measured. ``tussen`` are the distances beside and under each other.
    """

    def __init__(self, grens: int, tussen: tuple[int, int]) -> None:
        super().__init__()
        self._grens = grens
        self._tussen = tussen
        self.doos = QBoxLayout(_NAAST, self)
        self.doos.setContentsMargins(0, 0, 0, 0)

    @property
    def onder(self) -> bool:
        """Whether the parts stand under each other now."""
        return self.doos.direction() == _ONDER

    def minimumSizeHint(self) -> QSize:
        """As narrow as its widest part: below ``grens`` there is no need for room beside it."""
        marge = self.doos.contentsMargins()
        breedte = max(self._breedtes(), default=0) + marge.left() + marge.right()
        return QSize(breedte, self.doos.totalMinimumSize().height())

    def zet_grens(self, grens: int) -> None:
        """Another width from which the parts stand beside each other."""
        self._grens = grens
        self.schik()

    def restyle(self) -> None:
        """Scales the distances."""
        self.schik()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns at the border."""
        super().resizeEvent(event)
        self.schik()

    def schik(self) -> None:
        """Lay the parts beside or under each other."""
        onder = 0 < self.width() < (look().px(self._grens) or self._naast())
        self.doos.setDirection(_ONDER if onder else _NAAST)
        self.doos.setSpacing(look().px(self._tussen[1] if onder else self._tussen[0]))

    def _naast(self) -> int:
        marge, breedtes = self.doos.contentsMargins(), self._breedtes()
        tussen = look().px(self._tussen[0]) * max(0, len(breedtes) - 1)
        return sum(breedtes) + tussen + marge.left() + marge.right()

    def _breedtes(self) -> list[int]:
        delen = (self.doos.itemAt(plaats) for plaats in range(self.doos.count()))
        return [deel.minimumSize().width() for deel in delen if deel is not None and not deel.isEmpty()]
