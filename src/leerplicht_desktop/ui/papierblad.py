"""A page of a document as a picture, sharp on every screen, with the words that lead through the pages."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leerplicht_desktop.casework.roads import Paginabeeld
from leerplicht_desktop.ui.kit.buttons import IconButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.paint import Box, draw_box


class Papierblad(QWidget):
    """The picture with a thin line around it, as wide as the room there is."""

    def __init__(self) -> None:
        super().__init__()
        self._beeld = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def leeg(self) -> bool:
        """Whether no page is shown."""
        return self._beeld.isNull()

    def toon(self, beeld: Paginabeeld, verhouding: float) -> None:
        """Show a page that was drawn for ``verhouding`` device pixels per logical pixel."""
        kleur = QImage.Format.Format_RGBA8888
        gelezen = QImage(beeld.pixels, beeld.breedte, beeld.hoogte, beeld.breedte * 4, kleur)
        # The picture only borrows the bytes it is given; a copy lives as long as the widget.
        self._beeld = gelezen.copy()
        self._beeld.setDevicePixelRatio(verhouding)
        self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()
        self.update()

    def wis(self) -> None:
        """Forget the picture."""
        self._beeld = QImage()
        self.setMinimumHeight(0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The page and its line."""
        if self._beeld.isNull():
            return QSize(look().px(200), 0)
        return self._beeld.deviceIndependentSize().toSize() + QSize(2, 2)

    def minimumSizeHint(self) -> QSize:
        """A page that is wider than the room is drawn again, never in the way."""
        return QSize(look().px(120), self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint page and line."""
        if self._beeld.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(1, 1, self._beeld, 0, 0, -1, -1, Qt.ImageConversionFlag.AutoColor)
        rand = self.rect()
        rand.setSize(self.sizeHint())
        draw_box(painter, rand, Box("", look().colours.border))


class Bladerbalk(Row):
    """Which page of how many; emits ``blader`` with +1 or -1. ``naam`` begins the names of its parts."""

    blader = Signal(int)

    def __init__(self, naam: str) -> None:
        super().__init__(gap=4)
        self._woord = Label("")
        self._woord.setObjectName(f"{naam}.plaats")
        self._vorige = IconButton(Icon.CHEVRON_LEFT, self.tr("Vorig blad"), quiet=True)
        self._vorige.setObjectName(f"{naam}.vorige")
        self._volgende = IconButton(Icon.CHEVRON_RIGHT, self.tr("Volgend blad"), quiet=True)
        self._volgende.setObjectName(f"{naam}.volgende")
        self.add(self._vorige, self._woord, self._volgende)
        self._vorige.clicked.connect(lambda: self.blader.emit(-1))
        self._volgende.clicked.connect(lambda: self.blader.emit(1))
        self.toon(0, 0)

    def toon(self, nummer: int, aantal: int) -> None:
        """Page ``nummer`` (from 0) of ``aantal``; nothing shows without pages."""
        self.setVisible(bool(aantal))
        self._woord.setText(self.tr("Blad {0} van {1}").format(nummer + 1, aantal))
        self._vorige.setEnabled(nummer > 0)
        self._volgende.setEnabled(nummer + 1 < aantal)
