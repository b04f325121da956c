"""The list of dossiers: three lines per row, 84 high; the name never gives way, the badge stands on the last
line.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from leerplicht_desktop.ui.kit.badges import BadgeSpec, badge_size, paint_badge
from leerplicht_desktop.ui.kit.label import data_tooltip
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.paint import Box, draw_box, draw_line_of_text
from leerplicht_desktop.ui.kit.tokens import Type

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()
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


class RowModel(QAbstractListModel):
    """The rows that were fetched so far; pages are added at the end."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[DossierRow] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Number of rows fetched."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, its name, what a screen reader says, or the tooltip."""
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return data_tooltip(row.spoken)
        return None

    def show_rows(self, rows: Sequence[DossierRow]) -> None:
        """Replaces all rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def add_rows(self, rows: Sequence[DossierRow]) -> None:
        """Adds the next page."""
        if not rows:
            return
        self.beginInsertRows(_NOWHERE, len(self._rows), len(self._rows) + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def find(self, key: str) -> int:
        """The place of the row `key`, -1 when it is not fetched."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)


class DossierDelegate(QStyledItemDelegate):
    """Paints a `DossierRow`."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Height of three lines with their padding, from the text size in force; all rows are equal."""
        of = look()
        lines = 2 * of.line(Type.BODY) + max(of.line(Type.BODY), of.sizes.badge - of.px(4))
        return QSize(of.px(200), max(of.sizes.row_dossier, lines + 2 * of.px(12)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints ground, three lines and the badge."""
        row, of, rect = index.data(ROW_ROLE), look(), option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_row_ground(painter, rect, option.state)
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


def paint_row_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    """Paints the ground of a list row: hover, chosen with its bar, focus inside, and the line below."""
    of, colours = look(), look().colours
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    pointed = bool(state & QStyle.StateFlag.State_MouseOver)
    fill = colours.chosen if chosen else colours.hover if pointed else colours.surface
    draw_box(painter, rect, Box(fill))
    draw_box(painter, rect.adjusted(0, rect.height() - 1, 0, 0), Box(colours.line))
    if chosen:
        bar = QRect(rect.x(), rect.y(), of.sizes.row_bar, rect.height() - 1)
        draw_box(painter, bar, Box(colours.chosen_border))
    if state & QStyle.StateFlag.State_HasFocus:
        width = of.borders.ring_outer
        draw_box(painter, rect, Box("", colours.focus_outer, width))
        inner = rect.adjusted(width, width, -width, -width)
        draw_box(painter, inner, Box("", colours.focus_inner, 1))


class DossierList(QListView):
    """The list. `opened` carries the key of the row that became current;

    `near_end` asks for the next page.
    """

    opened = Signal(str)
    near_end = Signal()

    def __init__(self, name: str, *, multi_select: bool = False) -> None:
        super().__init__()
        self.rows = RowModel(self)
        self._quiet = False
        self.setModel(self.rows)
        self.setItemDelegate(DossierDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if multi_select else mode.SingleSelection)
        self.selectionModel().currentChanged.connect(self._went)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def choose(self, key: str) -> bool:
        """Makes the row `key` current without emitting `opened`; False when it is not fetched."""
        at = self.rows.find(key)
        if at < 0:
            return False
        self._quiet = True
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.rows.index(at), flags)
        self._quiet = False
        return True

    def chosen_keys(self) -> list[str]:
        """The keys of all selected rows, in the order of the list."""
        chosen = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        return [index.data(ROW_ROLE).key for index in chosen]

    def minimumSizeHint(self) -> QSize:
        """Two rows."""
        return QSize(look().px(200), 2 * look().sizes.row_dossier)

    def _went(self, now: QModelIndex, _: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.opened.emit(now.data(ROW_ROLE).key)

    def _scrolled(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - _NEAR_END * look().sizes.row_dossier:
            self.near_end.emit()
