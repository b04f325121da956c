"""Arranging parts: rows and columns with distances of the design, a flow that breaks, scrolling, and the
three window widths.
"""

from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QLayoutItem, QScrollArea, QSizePolicy, QWidget

from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.tokens import breakpoints

Margins = tuple[int, int, int, int]
"""Left, top, right, bottom, in pixels at 10.5 pt."""


class _Line(Restyled):
    direction = QBoxLayout.Direction.LeftToRight

    def __init__(self, *parts: QWidget | int, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> None:
        super().__init__()
        self._gap, self._margins = gap, margins
        self._given: Margins | None = None
        self._box = QBoxLayout(self.direction, self)
        self.add(*parts)
        self.restyle()

    def add(self, *parts: QWidget | int) -> None:
        """Adds parts in order; a number is a stretch of that weight."""
        for part in parts:
            if isinstance(part, int):
                self._box.addStretch(part)
            else:
                self._box.addWidget(part)

    def add_stretched(self, part: QWidget, stretch: int = 1) -> None:
        """Adds a part that takes the room that is left."""
        self._box.addWidget(part, stretch)

    def box(self) -> QBoxLayout:
        """The layout itself, for what `add` does not cover."""
        return self._box

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        """Margins in pixels that whoever holds this part counts out, again at each change of the look."""
        self._given = (left, top, right, bottom)
        self.restyle()

    def clear(self) -> None:
        """Takes all parts away and deletes them."""
        while (item := self._box.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def restyle(self) -> None:
        """Scales gap and margins."""
        self._box.setSpacing(look().px(self._gap))
        own = tuple(look().px(side) for side in self._margins)
        self._box.setContentsMargins(*(self._given or own))


class Row(_Line):
    """Parts beside each other. `gap` and `margins` in pixels at 10.5 pt, they grow with the text."""

    def add_top(self, part: QWidget, stretch: int = 0) -> None:
        """Adds a part that stands at the top instead of in the middle, as fields beside each other do."""
        self._box.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)


class Column(_Line):
    """Parts under each other. `gap` and `margins` in pixels at 10.5 pt, they grow with the text."""

    direction = QBoxLayout.Direction.TopToBottom


class ReadingColumn(Column):
    """A column that is never wider than `widest` (pixels at 10.5 pt), also right after the text grew."""

    widest = 760

    def restyle(self) -> None:
        """Scales the distances and the width."""
        super().restyle()
        self.setMaximumWidth(look().px(self.widest))


class Flow(Restyled):
    """Parts beside each other that continue on the next line when the width is used up: badges, filters,
    links.
    """

    def __init__(self, *parts: QWidget, gap: int = 8) -> None:
        super().__init__()
        self._gap = gap
        self._layout = _FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.add(*parts)
        self.restyle()

    def add(self, *parts: QWidget) -> None:
        """Adds parts in order."""
        for part in parts:
            self._layout.addWidget(part)

    def clear(self) -> None:
        """Takes all parts away and deletes them."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def restyle(self) -> None:
        """Scales the gap."""
        self._layout.setSpacing(look().px(self._gap))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Claims the height that the lines need at this width."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Counts the lines again when a part appears, vanishes or changes size."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        # Qt holds a widget of fixed height to its size hint, even where the layout knows a height for this
        # width.
        height = self._layout.heightForWidth(self.width())
        if height != self.minimumHeight():
            self.setMinimumHeight(height)


class _FlowLayout(QLayout):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(
            max((size.width() for size in shown), default=0),
            max((size.height() for size in shown), default=0),
        )

    def _place(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if line and x + size.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(
                    QRect(QPoint(x, y), size.boundedTo(QSize(max(1, rect.width()), size.height())))
                )
            x, line = x + size.width() + self.spacing(), max(line, size.height())
        return y + line - rect.y()


class Scroll(QScrollArea):
    """Content that scrolls up and down and never sideways.

    The frame is not a stop for the tab key; its content is.
    """

    def __init__(self, content: QWidget, name: str) -> None:
        super().__init__()
        self._content = content
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        content.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps the area as wide as its content needs, so that nothing is cut at the right."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self._content:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setMinimumWidth(self._content.minimumSizeHint().width() + look().sizes.scrollbar)


class Width(StrEnum):
    """How much room a window has: all panes, the timeline as a tab, or one pane at a time."""

    WIDE = "wide"
    MIDDLE = "middle"
    NARROW = "narrow"

    @classmethod
    def of(cls, pixels: int) -> "Width":
        """The class of a window that is `pixels` wide at the text size in force."""
        at_rest = pixels / look().scale
        if at_rest >= breakpoints().wide:
            return cls.WIDE
        return cls.MIDDLE if at_rest >= breakpoints().middle else cls.NARROW


class WidthWatch(QObject):
    """Watches a window and says when its width class changes (resize or another text size)."""

    changed = Signal(Width)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._width = Width.of(window.width())
        window.installEventFilter(self)

    @property
    def width(self) -> Width:
        """The width class now."""
        return self._width

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measures again after a resize or a change of theme."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange):
            now = Width.of(self._window.width())
            if now is not self._width:
                self._width = now
                self.changed.emit(now)
        return super().eventFilter(watched, event)
