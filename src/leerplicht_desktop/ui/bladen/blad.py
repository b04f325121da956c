"""A page as a picture, sharp on every screen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leerplicht_desktop.casework.ports.papier import Paginabeeld
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.paint import Box, draw_box


def als_beeld(beeld: Paginabeeld) -> QImage:
    """The pixels as a picture of Qt that owns its bytes."""
    kleur = QImage.Format.Format_RGBA8888
    geleend = QImage(beeld.pixels, beeld.breedte, beeld.hoogte, beeld.breedte * 4, kleur)
    # The picture only borrows the bytes it is given; a copy lives as long as whoever holds it.
    return geleend.copy()


class Blad(QWidget):
    """The picture with a thin line around it. Its size is that of the page at the chosen zoom."""

    def __init__(self) -> None:
        super().__init__()
        self._beeld = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def leeg(self) -> bool:
        """Whether no page is shown."""
        return self._beeld.isNull()

    def toon(self, beeld: QImage, verhouding: float) -> None:
        """Show a page that was drawn for ``verhouding`` device pixels per logical pixel."""
        self._beeld = beeld
        self._beeld.setDevicePixelRatio(verhouding)
        self.updateGeometry()
        self.resize(self.sizeHint())
        self.update()

    def wis(self) -> None:
        """Forget the picture."""
        self._beeld = QImage()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The page and its line."""
        if self._beeld.isNull():
            return QSize(0, 0)
        return self._beeld.deviceIndependentSize().toSize() + QSize(2, 2)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint page and line."""
        if self._beeld.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(1, 1, self._beeld, 0, 0, -1, -1, Qt.ImageConversionFlag.AutoColor)
        draw_box(painter, self.rect(), Box("", look().colours.border))
