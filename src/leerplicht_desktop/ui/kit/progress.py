"""Progress of something that takes longer than a second: counts in words, a bar, and a way to stop without
harm.
"""

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout

from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.label import Label
from leerplicht_desktop.ui.kit.layout import Row
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box


class Bar(QProgressBar):
    """The bar alone, as in a round. Its words stand beside it, never on it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def tell(self, done: int, total: int) -> None:
        """Shows `done` of `total`; a total of 0 counts as not begun."""
        self.setRange(0, max(1, total))
        self.setValue(min(done, total))

    def sizeHint(self) -> QSize:
        """Six pixels high."""
        return QSize(look().px(120), look().px(6))

    def minimumSizeHint(self) -> QSize:
        """Short enough for a narrow card."""
        return QSize(look().px(48), look().px(6))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the whole and the part that is done."""
        painter, of, rect = QPainter(self), look(), self.rect()
        radius = rect.height() / 2
        ground = of.colours.surface if of.outlined else of.colours.hover
        draw_box(painter, rect, Box(ground, of.colours.border, 1, radius))
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        if share > 0:
            width = max(rect.height(), round(rect.width() * share))
            draw_box(painter, QRect(0, 0, width, rect.height()), Box(of.colours.action, "", 1, radius))


class Progress(Restyled):
    """Words, bar and "Stop veilig". `stopped` tells that the officer wants to stop."""

    stopped = Signal()

    def __init__(self, words: str, stop: str = "Stop veilig") -> None:
        super().__init__()
        self._words, self._bar, self._stop = Label(words, wrap=True), Bar(words), LinkButton(stop)
        if not stop:
            self._stop.hide()
        self._stop.clicked.connect(self.stopped)
        head = Row(gap=12)
        head.add_stretched(self._words)
        head.add(self._stop)
        self._box = QVBoxLayout(self)
        self._box.addWidget(head)
        self._box.addWidget(self._bar)
        self.restyle()

    def tell(self, done: int, total: int, words: str) -> None:
        """Shows `done` of `total` and the counts in words: "Verzenden: 2 van 3, 0,3 van 0,4 MB"."""
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.tell(done, total)

    def restyle(self) -> None:
        """Scales the distances."""
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look().px(6))
