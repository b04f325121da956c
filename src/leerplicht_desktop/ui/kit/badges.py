"""Badges: status in words with an icon, and a colour that only repeats it.

The same function paints them inside lists.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from leerplicht_desktop.ui.kit.icons import Icon, paint_icon
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.paint import Box, draw_box, draw_line_of_text, text_width
from leerplicht_desktop.ui.kit.tokens import Tone, Type


@dataclass(frozen=True, slots=True)
class BadgeSpec:
    """What a badge says. `tone`: DANGER late or today, WARN near, OK done, INFO mode, OPSPORING, NEUTRAL."""

    text: str
    tone: Tone = Tone.NEUTRAL
    icon: Icon | None = None


def badge_size(spec: BadgeSpec, *, recorder: bool = False) -> QSize:
    """Size in pixels of the badge: 24 high, at the door 28."""
    sizes, of = look().sizes, look()
    width = text_width(spec.text.replace("&", "&&"), of.font(Type.BODY, _weight())) + 2 * sizes.badge_padding
    if spec.icon is not None:
        width += of.px(16) + sizes.badge_gap
    return QSize(width, sizes.badge_recorder if recorder else sizes.badge)


def paint_badge(painter: QPainter, rect: QRect, spec: BadgeSpec) -> None:
    """Paints the badge in `rect`, which has the size of `badge_size`; in less width the text ends in an
    ellipsis.
    """
    of, colours = look(), look().tone(spec.tone)
    border = colours.border if spec.tone is not Tone.NEUTRAL or not of.outlined else of.colours.border
    draw_box(painter, rect, Box(colours.fill, border, of.borders.badge, of.px(4)))
    x = rect.x() + of.sizes.badge_padding
    if spec.icon is not None:
        size = of.px(16)
        paint_icon(
            painter, spec.icon, QRect(x, rect.y() + (rect.height() - size) // 2, size, size), colours.text
        )
        x += size + of.sizes.badge_gap
    room = QRect(x, rect.y(), rect.right() - of.sizes.badge_padding - x + 2, rect.height())
    draw_line_of_text(painter, room, spec.text, of.font(Type.BODY, _weight()), colours.text)


def _weight() -> int:
    return 600 if look().outlined else 500


class Badge(QLabel):
    """A badge that stands by itself. With a source, put a `LinkButton("Bron en datum")` beside it."""

    def __init__(
        self, text: str, tone: Tone = Tone.NEUTRAL, icon: Icon | None = None, *, recorder: bool = False
    ) -> None:
        super().__init__()
        self._spec, self._recorder = BadgeSpec(text, tone, icon), recorder
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def set_spec(self, spec: BadgeSpec) -> None:
        """Shows another status."""
        self._spec = spec
        self.setText(spec.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The size of the design."""
        return badge_size(self._spec, recorder=self._recorder)

    def minimumSizeHint(self) -> QSize:
        """A badge is never cut."""
        return self.sizeHint()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the badge."""
        paint_badge(QPainter(self), self.rect(), self._spec)
