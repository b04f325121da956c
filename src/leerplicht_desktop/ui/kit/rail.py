"""The rail at the left: the eight screens with their counts, and below them connection and lock. 224 wide, or
64.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QVBoxLayout, QWidget

from leerplicht_desktop.ui.kit.cards import Divider
from leerplicht_desktop.ui.kit.icons import Icon, paint_icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label, data_tooltip
from leerplicht_desktop.ui.kit.layout import Column, Row
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box, draw_line_of_text
from leerplicht_desktop.ui.kit.painted import PaintedDelegate, PaintedList, RowState
from leerplicht_desktop.ui.kit.tokens import Type

_GAP = 4


@dataclass(frozen=True, slots=True)
class RailItem:
    """One screen: a key for the program, icon, name, and how many things wait there (0 shows nothing)."""

    key: str
    icon: Icon
    text: str
    count: int = 0


class _Delegate(PaintedDelegate[RailItem]):
    narrow = False

    def size_of(self, _item: RailItem, _width: int) -> QSize:
        sizes = look().sizes
        height = sizes.rail_item_narrow if self.narrow else sizes.rail_item
        return QSize(sizes.rail_narrow, height + look().px(_GAP))

    def draw(self, painter: QPainter, item: RailItem, shown: RowState) -> None:
        of, chosen = look(), shown.chosen
        rect = shown.rect.adjusted(of.px(8), 0, -of.px(8), -of.px(_GAP))
        _ground(painter, rect, shown)
        ink = of.colours.chosen_text if chosen else of.colours.text
        size = of.px(20)
        x = rect.x() + ((rect.width() - size) // 2 if self.narrow else of.px(12))
        paint_icon(painter, item.icon, QRect(x, rect.y() + (rect.height() - size) // 2, size, size), ink)
        if self.narrow:
            return
        weight = 600 if chosen else 400
        text = QRect(x + size + of.px(12), rect.y(), 0, rect.height())
        text.setRight(rect.right() - of.px(12) - (of.px(32) if item.count else 0))
        draw_line_of_text(painter, text, item.text, of.font(Type.BODY, weight), ink)
        if item.count:
            right = Qt.AlignmentFlag.AlignRight
            room = rect.adjusted(0, 0, -of.px(12), 0)
            draw_line_of_text(painter, room, str(item.count), of.font(Type.BODY), ink, right)


def _ground(painter: QPainter, rect: QRect, shown: RowState) -> None:
    of = look()
    radius = of.px(6)
    if shown.chosen:
        border = of.colours.chosen_border if of.outlined else ""
        draw_box(painter, rect, Box(of.colours.chosen, border, of.borders.control, radius))
        bar = QRect(rect.x(), rect.y() + of.px(8), of.sizes.rail_bar, rect.height() - of.px(16))
        draw_box(painter, bar, Box(of.colours.chosen_border, "", 1, 1.5))
    elif shown.pointed:
        draw_box(painter, rect, Box(of.colours.hover, "", 1, radius))
    if shown.focused:
        width = of.borders.ring_outer
        inner = rect.adjusted(width, width, -width, -width)
        draw_box(painter, rect, Box("", of.colours.focus_outer, width, radius))
        draw_box(painter, inner, Box("", of.colours.focus_inner, 1, radius))


def _words(item: RailItem) -> tuple[str, str, str]:
    spoken = f"{item.text}, {item.count}" if item.count else item.text
    return item.text, spoken, item.text


class _View(PaintedList[RailItem]):
    def __init__(self, delegate: _Delegate) -> None:
        super().__init__("Schermen", delegate, _words)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)  # never half a screen's name
        self.setProperty("grond", "geen")

    def sizeHint(self) -> QSize:
        rows = sum(self.sizeHintForRow(row) for row in range(self.rows.rowCount()))
        return QSize(look().sizes.rail_narrow, rows)

    def minimumSizeHint(self) -> QSize:
        return QSize(look().sizes.rail_narrow, look().sizes.rail_item)


class Rail(Restyled):
    """The rail. `chosen` carries the key of the screen that the officer goes to, by mouse or arrow keys."""

    chosen = Signal(str)

    def __init__(self, municipality: str, items: Sequence[RailItem]) -> None:
        super().__init__()
        self._delegate = _Delegate()
        self._view = _View(self._delegate)
        self._view.rows.show_rows(items)
        self._mark = _Mark(municipality)
        self._connection = _FootLine(Icon.CLOUD_OFF)
        self._lock = _FootLine(Icon.LOCK)
        self._box = QVBoxLayout(self)
        self._foot = Column(Divider(), self._connection, self._lock, gap=8, margins=(8, 0, 8, 12))
        self._box.addWidget(self._mark)
        self._box.addWidget(self._view, 1)
        self._box.addWidget(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._view.opened.connect(self.chosen)
        self.restyle()

    @property
    def narrow(self) -> bool:
        """True while only icons are shown."""
        return self._delegate.narrow

    def set_narrow(self, narrow: bool) -> None:
        """Shows icons only (64 wide), or icons and names (224 wide)."""
        self._delegate.narrow = narrow
        for part in (self._mark, self._connection, self._lock):
            part.set_narrow(narrow)
        self.restyle()

    def choose(self, key: str) -> None:
        """Marks the screen `key` as chosen without emitting `chosen`.

        Raises `KeyError` when there is none.
        """
        if not self._view.choose(key):
            raise KeyError(key)

    def set_count(self, key: str, count: int) -> None:
        """Shows how many things wait on a screen; 0 shows nothing."""
        at = self._view.rows.find(key)
        if at >= 0:
            self._view.rows.replace_row(at, replace(self._view.rows.items[at], count=count))

    def set_connection(self, icon: Icon, text: str, more: str = "") -> None:
        """Shows the state of the network: "Geen verbinding" and below it "3 wijzigingen wachten"."""
        self._connection.tell(icon, text, more)

    def set_lock(self, text: str) -> None:
        """Shows when the program locks: "Vergrendelt over 4:12"."""
        self._lock.tell(Icon.LOCK, text)

    def restyle(self) -> None:
        """Scales width and distances."""
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(look().px(8))
        self.setFixedWidth(look().sizes.rail_narrow if self.narrow else look().sizes.rail)
        self._view.doItemsLayout()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints surface and right line."""
        painter, of = QPainter(self), look()
        draw_box(painter, self.rect(), Box(of.colours.subtle))
        draw_box(painter, self.rect().adjusted(self.width() - 1, 0, 0, 0), Box(of.colours.line))


class ProgramMark(QWidget):
    """The mark of the program: a door in an ink-blue square. `size` in pixels at 10.5 pt."""

    def __init__(self, size: int = 36) -> None:
        super().__init__()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(look().px(self._size), look().px(self._size))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints square and door."""
        painter, of, side = QPainter(self), look(), look().px(self._size)
        draw_box(painter, QRect(0, 0, side, side), Box(of.colours.action, "", 1, of.px(8)))
        size = round(side * 0.56)
        at = (side - size) // 2
        paint_icon(painter, Icon.DOOR_OPEN, QRect(at, at, size, size), of.colours.on_action)


class _Mark(Row):
    def __init__(self, municipality: str) -> None:
        self._words = Column(
            Label("Leerplicht", Type.STRONG), Label(municipality, ink=Ink.SUBTLE, elide=True), gap=0
        )
        super().__init__(ProgramMark(), self._words, 1, gap=12, margins=(16, 16, 8, 8))

    def set_narrow(self, narrow: bool) -> None:
        self._words.setVisible(not narrow)
        self._margins = (14, 12, 14, 4) if narrow else (16, 16, 8, 8)
        self.restyle()


class _FootLine(Row):
    def __init__(self, icon: Icon) -> None:
        self._icon = IconMark(icon)
        self._text, self._more = Label(elide=True), Label(ink=Ink.SUBTLE, elide=True)
        self._words = Column(self._text, self._more, gap=0)
        super().__init__(gap=12, margins=(12, 4, 0, 0))
        self.box().addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.add_stretched(self._words)
        self.hide()

    def tell(self, icon: Icon, text: str, more: str = "") -> None:
        self._icon.set_icon(icon)
        self._text.setText(text)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        said = f"{text}, {more}" if more else text
        self.setAccessibleName(said)
        self.setToolTip(data_tooltip(said))
        self.setVisible(bool(text))

    def set_narrow(self, narrow: bool) -> None:
        self._words.setVisible(not narrow)
        self._margins = (14, 4, 0, 0) if narrow else (12, 4, 0, 0)
        self.restyle()
