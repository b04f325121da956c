"""The list of dossiers: three lines per row, 84 high; the name never gives way, the badge stands on the last
line.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from leerplicht_desktop.ui.kit.badges import BadgeSpec, badge_size, paint_badge
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.paint import Box, draw_box, draw_line_of_text
from leerplicht_desktop.ui.kit.painted import PaintedDelegate, PaintedList, RowState
from leerplicht_desktop.ui.kit.tokens import Type

_NEAR_END = 20


@dataclass(frozen=True, slots=True)
class DossierRow:
    """One row. `key` is for the program only; `line` is class and school;

    `kind` one short word ("Melding 16 uur").
    """

    key: str
    name: str
    line: str
    kind: str = ""
    badge: BadgeSpec | None = None

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        badge = self.badge.text if self.badge is not None else ""
        return ", ".join(part for part in (self.name, self.line, self.kind, badge) if part)


class _Delegate(PaintedDelegate[DossierRow]):
    def size_of(self, _item: DossierRow, _width: int) -> QSize:
        """Height of three lines with their padding, from the text size in force; all rows are equal."""
        of = look()
        lines = 2 * of.line(Type.BODY) + max(of.line(Type.BODY), of.sizes.badge - of.px(4))
        return QSize(of.px(200), max(of.sizes.row_dossier, lines + 2 * of.px(12)))

    def draw(self, painter: QPainter, row: DossierRow, shown: RowState) -> None:
        """Paints ground, three lines and the badge."""
        of, rect, chosen = look(), shown.rect, shown.chosen
        _paint_ground(painter, shown)
        line = of.line(Type.BODY)
        x, right, y = rect.x() + of.px(16), rect.right() - of.px(16), rect.y() + of.px(12)
        ink = of.colours.chosen_text if chosen else of.colours.text
        subtle = ink if chosen else of.colours.text_subtle
        first = QRect(x, y, right - x + 1, line)
        draw_line_of_text(painter, first, row.name, of.font(Type.STRONG), ink)
        draw_line_of_text(painter, first.translated(0, line), row.line, of.font(Type.BODY), subtle)
        last = first.translated(0, 2 * line)
        if row.badge is not None:
            size = badge_size(row.badge).boundedTo(QSize(right - x + 1, of.sizes.badge))
            top = last.y() + (line - size.height()) // 2
            paint_badge(painter, QRect(right - size.width() + 1, top, size.width(), size.height()), row.badge)
            last.setRight(right - size.width() - of.px(8))
        draw_line_of_text(painter, last, row.kind, of.font(Type.BODY), ink)


def _paint_ground(painter: QPainter, shown: RowState) -> None:
    """Paints the ground of a row: hover, chosen with its bar, focus inside, and the line below."""
    of, colours, rect = look(), look().colours, shown.rect
    fill = colours.chosen if shown.chosen else colours.hover if shown.pointed else colours.surface
    draw_box(painter, rect, Box(fill))
    draw_box(painter, rect.adjusted(0, rect.height() - 1, 0, 0), Box(colours.line))
    if shown.chosen:
        bar = QRect(rect.x(), rect.y(), of.sizes.row_bar, rect.height() - 1)
        draw_box(painter, bar, Box(colours.chosen_border))
    if shown.focused:
        width = of.borders.ring_outer
        draw_box(painter, rect, Box("", colours.focus_outer, width))
        inner = rect.adjusted(width, width, -width, -width)
        draw_box(painter, inner, Box("", colours.focus_inner, 1))


class DossierList(PaintedList[DossierRow]):
    """The list; `near_end` asks for the next page."""

    near_end = Signal()

    def __init__(self, name: str, *, multi_select: bool = False) -> None:
        super().__init__(name, _Delegate(), lambda row: (row.name, row.spoken, row.spoken))
        self.setUniformItemSizes(True)
        if multi_select:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def chosen_keys(self) -> list[str]:
        """The keys of all selected rows, in the order of the list."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.rows.items[at].key for at in chosen]

    def minimumSizeHint(self) -> QSize:
        """Two rows."""
        return QSize(look().px(200), 2 * look().sizes.row_dossier)

    def _scrolled(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - _NEAR_END * look().sizes.row_dossier:
            self.near_end.emit()
