"""The timeline of a dossier: what, when · who, and the text, on a line with icons. Newest first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QPainter, QResizeEvent

from leerplicht_desktop.ui.kit.icons import Icon, paint_icon
from leerplicht_desktop.ui.kit.label import TextBlock
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.paint import Box, draw_box
from leerplicht_desktop.ui.kit.painted import PaintedDelegate, PaintedList, RowState
from leerplicht_desktop.ui.kit.tokens import Type

_UNSENT = "Nog niet verstuurd"


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One event. `when_who` is "vr 20 nov · jij"; `planned` still has to happen;

    `unsent` is only on this laptop.
    """

    key: str
    icon: Icon
    title: str
    when_who: str
    text: str = ""
    planned: bool = False
    unsent: bool = False

    @property
    def spoken(self) -> str:
        """The item as a screen reader says it."""
        planned = "gepland" if self.planned else ""
        unsent = _UNSENT if self.unsent else ""
        return ", ".join(part for part in (self.title, planned, self.when_who, self.text, unsent) if part)


class _Delegate(PaintedDelegate[TimelineItem]):
    def size_of(self, item: TimelineItem, width: int) -> QSize:
        blocks = sum(block.height for block, _ in _blocks(item, width - _lead()))
        unsent = look().line(Type.BODY) if item.unsent else 0
        return QSize(width, blocks + unsent + look().px(16))

    def draw(self, painter: QPainter, item: TimelineItem, shown: RowState) -> None:
        of, rect = look(), shown.rect
        _paint_dot(painter, item, shown)
        x, y = rect.x() + _lead(), rect.y() + of.px(4)
        for block, colour in _blocks(item, rect.width() - _lead()):
            block.draw(painter, x, y, colour)
            y += block.height
        if item.unsent:
            size, line = of.px(16), of.line(Type.BODY)
            paint_icon(
                painter, Icon.CLOUD_UPLOAD, QRect(x, y + (line - size) // 2, size, size), of.colours.now
            )
            words = TextBlock(_UNSENT, of.font(Type.BODY), 100_000, line)
            words.draw(painter, x + size + of.px(6), y, of.colours.now)
        if shown.focused:
            ring = rect.adjusted(0, 0, -1, -of.px(4))
            draw_box(painter, ring, Box("", of.colours.focus_outer, of.borders.ring_outer, of.px(4)))


def _paint_dot(painter: QPainter, item: TimelineItem, shown: RowState) -> None:
    of, colours, dot, rect = look(), look().colours, look().sizes.timeline_dot, shown.rect
    middle = rect.x() + of.px(4) + dot // 2
    width = of.sizes.timeline_line
    if not shown.last:
        line = QRect(middle - width // 2, rect.y() + dot, width, rect.height() - dot)
        draw_box(painter, line, Box(colours.line))
    if rect.y() > 0 and shown.last:
        draw_box(painter, QRect(middle - width // 2, rect.y(), width, of.px(2)), Box(colours.line))
    circle = QRect(middle - dot // 2, rect.y() + of.px(2), dot, dot)
    draw_box(painter, circle, Box(colours.surface, colours.line, 1, dot / 2, dashed=item.planned))
    size = of.px(16)
    at = (dot - size) // 2
    place = QRect(circle.x() + at, circle.y() + at, size, size)
    paint_icon(painter, item.icon, place, colours.text_subtle)


class TimelineList(PaintedList[TimelineItem]):
    """The list; heights follow the text at every width."""

    def __init__(self, name: str = "Tijdlijn") -> None:
        super().__init__(name, _Delegate(), lambda item: (item.title, item.spoken, ""))
        self.setProperty("grond", "geen")

    def show_items(self, items: Sequence[TimelineItem]) -> None:
        """Shows these events, newest first."""
        self.rows.show_rows(items)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breaks the texts again at another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Breaks the texts again at another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.scheduleDelayedItemsLayout()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the pane of 280."""
        return QSize(look().px(160), look().px(120))


def _lead() -> int:
    return look().sizes.timeline_dot + look().px(16)


def _blocks(item: TimelineItem, width: int) -> list[tuple[TextBlock, str]]:
    of = look()
    room = width - of.px(4)
    line = of.line(Type.BODY)
    texts = [
        (item.title, of.font(Type.STRONG), of.colours.text),
        (item.when_who, of.font(Type.BODY), of.colours.text_subtle),
        (item.text, of.font(Type.BODY), of.colours.text),
    ]
    return [(TextBlock(text, font, room, line), colour) for text, font, colour in texts if text]
