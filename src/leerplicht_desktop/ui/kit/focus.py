"""The focus ring: two colours, four pixels outside the part that has the keyboard.

A ring inside the padding is all that a style sheet can draw, so one transparent overlay per window follows
the focus and paints it.
Fields and lists show their focus themselves. A part with a smaller or other shape tells it with
`focus_shape`.
"""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.paint import Box, draw_box

_OWN_FOCUS = (QLineEdit, QAbstractItemView, QAbstractSpinBox, QComboBox)
_FOLLOWED = (
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.StyleChange,
)


@runtime_checkable
class FocusShape(Protocol):
    """A part whose ring is not simply around it."""

    def focus_shape(self) -> tuple[QRect, int]:
        """The rectangle (own coordinates) that the ring surrounds and its corner radius, in pixels."""
        ...


class FocusRing(QWidget):
    """The overlay of one window. It takes no mouse, no keyboard and no place in the accessibility tree."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._radius = 0
        self.hide()

    @classmethod
    def of(cls, window: QWidget) -> "FocusRing":
        """The ring of `window`, made on first use."""
        for child in window.children():
            if type(child) is cls:
                return child
        return cls(window)

    def surround(self, target: QWidget) -> None:
        """Shows the ring around `target`, as far as its scroll area lets it be seen; hides it when that is
        not at all.
        """
        rect, self._radius = _shape(target)
        visible = self.seen(target) & rect
        if visible.isEmpty():
            self.hide()
            return
        window = self.parentWidget() or target.window()
        width = look().borders.ring_inner + look().borders.ring_outer
        outer = QRect(target.mapTo(window, rect.topLeft()), rect.size()).adjusted(
            -width, -width, width, width
        )
        shown = QRect(target.mapTo(window, visible.topLeft()), visible.size()).adjusted(
            -width, -width, width, width
        )
        self.setGeometry(outer)
        hole = QRect(QPoint(width, width), rect.size())
        inset = max(1, self._radius // 3)
        self.setMask(
            QRegion(shown.translated(-outer.topLeft())) - QRegion(hole.adjusted(inset, inset, -inset, -inset))
        )
        self.show()
        self.raise_()
        self.update()

    def seen(self, target: QWidget) -> QRect:
        """What of `target` is not scrolled away, in its own coordinates."""
        return target.visibleRegion().boundingRect()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the outer and the inner ring."""
        painter, borders, colours = QPainter(self), look().borders, look().colours
        outside = self._radius + borders.ring_inner + borders.ring_outer
        draw_box(painter, self.rect(), Box("", colours.focus_outer, borders.ring_outer, outside))
        inner = self.rect().adjusted(
            borders.ring_outer, borders.ring_outer, -borders.ring_outer, -borders.ring_outer
        )
        draw_box(
            painter,
            inner,
            Box("", colours.focus_inner, borders.ring_inner, self._radius + borders.ring_inner),
        )


class _Follower(QObject):
    """Watches which part has the focus, and everything that can move it: itself and what it lies in."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._watched: list[QWidget] = []
        self._ring: FocusRing | None = None
        self._parting: list[QWidget] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._part)
        app.focusChanged.connect(self._moved)

    @Slot(QWidget, QWidget)
    def _moved(self, _: QWidget | None, target: QWidget | None) -> None:
        self._release()
        if target is None or not _wants_ring(target):
            return
        step: QWidget | None = target
        while step is not None:
            self._watched.append(step)
            step.installEventFilter(self)
            step = None if step.isWindow() else step.parentWidget()
        self._ring = FocusRing.of(target.window())
        self._ring.surround(target)

    def _release(self) -> None:
        # A part can be gone on the C++ side while its wrapper still lies in the list.
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
        # This may be the last hold on a window. Letting go here would delete it while Qt is moving the focus
        # away from it, and Qt would go on with what is no longer there.
        self._parting += self._watched
        self._watched, self._ring = [], None
        self._later.start()

    @Slot()
    def _part(self) -> None:
        self._parting.clear()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Moves the ring after the part it surrounds."""
        if event.type() in _FOLLOWED and self._watched and isValid(self._watched[0]):
            ring = self._ring
            if ring is not None and isValid(ring):
                ring.surround(self._watched[0])
        return False


def follow(app: QApplication) -> None:
    """Starts the focus ring for every window of `app`; a second call changes nothing."""
    if app.findChild(_Follower) is None:
        _Follower(app)


def refresh(target: QWidget) -> None:
    """Draws the ring again after `target` changed its `focus_shape` while it had the focus."""
    if target.hasFocus() and _wants_ring(target):
        FocusRing.of(target.window()).surround(target)


def _wants_ring(target: QWidget) -> bool:
    if isinstance(target, FocusShape):
        return True
    if isinstance(target, _OWN_FOCUS):
        return False
    return isinstance(target, QScrollArea) or not isinstance(target, QAbstractScrollArea)


def _shape(target: QWidget) -> tuple[QRect, int]:
    if isinstance(target, FocusShape):
        return target.focus_shape()
    return target.rect(), look().px(6)
