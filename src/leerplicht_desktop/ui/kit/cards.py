"""Cards: white surfaces with a thin line on the paper, with a heading and, at its right, one fact or one
link.
"""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Row
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box
from leerplicht_desktop.ui.kit.tokens import Tone, Type


class Card(Restyled):
    """A card. `aside` stands at the right of the heading: a text, or a widget such as `LinkButton`.

    `emphasis` draws the thicker line of the next visit (INFO) or of something that waits for a choice (WARN).
    """

    def __init__(
        self, title: str = "", aside: str | QWidget = "", *, padding: int = 16, gap: int = 12
    ) -> None:
        super().__init__()
        self._padding, self._gap = padding, gap
        self._emphasis: Tone | None = None
        self._box = QVBoxLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(title)
        if title or aside:
            self._box.addWidget(_head(title, aside))
        self.restyle()

    def add(self, *parts: QWidget | int) -> None:
        """Adds parts under each other; a number is a stretch of that weight."""
        for part in parts:
            if isinstance(part, int):
                self._box.addStretch(part)
            else:
                self._box.addWidget(part)

    def add_stretched(self, part: QWidget, stretch: int = 1) -> None:
        """Adds a part that takes the room that is left."""
        self._box.addWidget(part, stretch)

    def emphasise(self, tone: Tone | None) -> None:
        """Draws a line of two pixels in the colour of `tone`; None goes back to the thin line."""
        self._emphasis = tone
        self.update()

    def restyle(self) -> None:
        """Scales the distances."""
        self._box.setContentsMargins(*(4 * (look().px(self._padding),)))
        self._box.setSpacing(look().px(self._gap))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints surface and line."""
        of, width, border = look(), look().borders.surface, look().colours.line
        if self._emphasis is Tone.INFO:
            border, width = of.colours.action, 2
        elif self._emphasis is not None:
            border, width = of.tone(self._emphasis).border, 2
        draw_box(QPainter(self), self.rect(), Box(of.colours.surface, border, width, of.px(8)))


class Divider(QWidget):
    """A thin line between parts of a card."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the line."""
        draw_box(QPainter(self), self.rect(), Box(look().colours.line))


class Pane(Restyled):
    """A plain surface without corners, such as the header of a dossier or the bar at the bottom of a visit.

    `edge` is where its thin line runs: "top", "bottom", "left", "right" or empty.
    """

    def __init__(self, content: QWidget, edge: str = "", ground: str = "surface") -> None:
        super().__init__()
        self._edge, self._ground = edge, ground
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(content)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints surface and line."""
        painter, of, rect = QPainter(self), look(), self.rect()
        draw_box(painter, rect, Box(str(getattr(of.colours, self._ground))))
        lines = {
            "top": (0, 0, rect.width(), 1),
            "bottom": (0, rect.height() - 1, rect.width(), 1),
            "left": (0, 0, 1, rect.height()),
            "right": (rect.width() - 1, 0, 1, rect.height()),
        }
        if self._edge:
            x, y, width, height = lines[self._edge]
            rect.setRect(x, y, width, height)
            draw_box(painter, rect, Box(of.colours.line))


def _head(title: str, aside: str | QWidget) -> QWidget:
    row = Row(gap=12)
    row.add_stretched(Label(title, Type.HEADING, wrap=True))
    if isinstance(aside, QWidget):
        row.add(aside)
    elif aside:
        row.add(Label(aside, ink=Ink.SUBTLE))
    return row
