"""Lists whose rows are painted: one model, one view and one delegate; each list only draws its own rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

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

from leerplicht_desktop.ui.kit.label import data_tooltip
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.tokens import Type

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_NOWHERE = QModelIndex()


class Keyed(Protocol):
    """A row; `key` is for the program only."""

    @property
    def key(self) -> str: ...


Item = TypeVar("Item", bound=Keyed)
Words = Callable[[Item], tuple[str, str, str]]
"""Of a row: what typing its first letters finds, what a screen reader says, what the mouse shows (or "")."""


class PaintedModel(QAbstractListModel, Generic[Item]):
    """The rows that were fetched so far; pages are added at the end."""

    def __init__(self, words: Words[Item], parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self.items: list[Item] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Number of rows fetched."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, its label, what a screen reader says, or the tooltip."""
        item = self.items[index.row()]
        label, spoken, hint = self._words(item)
        told: dict[int, object] = {
            ROW_ROLE: item,
            Qt.ItemDataRole.DisplayRole: label,
            Qt.ItemDataRole.AccessibleTextRole: spoken,
            Qt.ItemDataRole.ToolTipRole: data_tooltip(hint) if hint else None,
        }
        return told.get(role)

    def show_rows(self, rows: Sequence[Item]) -> None:
        """Replaces all rows."""
        self.beginResetModel()
        self.items = list(rows)
        self.endResetModel()

    def add_rows(self, rows: Sequence[Item]) -> None:
        """Adds the next page."""
        if not rows:
            return
        self.beginInsertRows(_NOWHERE, len(self.items), len(self.items) + len(rows) - 1)
        self.items.extend(rows)
        self.endInsertRows()

    def replace_row(self, at: int, item: Item) -> None:
        """Puts another row in the place of one."""
        self.items[at] = item
        self.dataChanged.emit(self.index(at), self.index(at))

    def find(self, key: str) -> int:
        """The place of the row `key`, -1 when it is not fetched."""
        return next((at for at, item in enumerate(self.items) if item.key == key), -1)


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row stands there now; `rect` is its place in pixels."""

    rect: QRect
    chosen: bool
    pointed: bool
    focused: bool
    last: bool


class PaintedDelegate(QStyledItemDelegate, Generic[Item]):
    """Asks its subclass for the height of a row and for its picture."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The size of one row."""
        parent = self.parent()
        width = parent.viewport().width() if isinstance(parent, QListView) else option.rect.width()
        return self.size_of(index.data(ROW_ROLE), width)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paints one row."""
        flags, state = QStyle.StateFlag, option.state
        shown = RowState(
            option.rect,
            chosen=bool(state & flags.State_Selected),
            pointed=bool(state & flags.State_MouseOver),
            focused=bool(state & flags.State_HasFocus),
            last=index.row() == index.model().rowCount() - 1,
        )
        self.draw(painter, index.data(ROW_ROLE), shown)

    def size_of(self, item: Item, width: int) -> QSize:
        """The size of a row in a list of `width` pixels: of one line, unless a list says otherwise."""
        return QSize(width, look().line(Type.BODY))

    def draw(self, painter: QPainter, item: Item, shown: RowState) -> None:
        """Paints a row within `shown.rect`: nothing, unless a list says otherwise."""


class PaintedList(QListView, Generic[Item]):
    """The view. `opened` carries the key of the row that became current by mouse or keyboard."""

    opened = Signal(str)

    def __init__(self, name: str, delegate: PaintedDelegate[Item], words: Words[Item]) -> None:
        super().__init__()
        self.rows = PaintedModel[Item](words, self)
        self._quiet = False
        delegate.setParent(self)
        self.setModel(self.rows)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.selectionModel().currentChanged.connect(self._went)

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

    def current_key(self) -> str:
        """The key of the row with the cursor; empty without one."""
        index = self.currentIndex()
        return self.rows.items[index.row()].key if index.isValid() else ""

    def _went(self, now: QModelIndex, _: QModelIndex) -> None:
        if now.isValid() and not self._quiet:
            self.opened.emit(self.rows.items[now.row()].key)
