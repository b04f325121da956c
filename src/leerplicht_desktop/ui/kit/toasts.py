"""Toasts: what just happened, and ten seconds to undo it.

At most one at a time, and it never takes the focus.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from leerplicht_desktop.ui.kit.buttons import LinkButton, Skin
from leerplicht_desktop.ui.kit.dialogs import announce
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box
from leerplicht_desktop.ui.kit.tokens import Type, undo_seconds


class _UndoLink(LinkButton):
    weight = 600

    def skin(self) -> Skin:
        return Skin("", "", look().colours.surface)


class Toasts(Restyled):
    """The place for toasts, at the bottom of `window`.

    The clock stands still while it is pointed at or has the focus.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()
        self._undo: Callable[[], None] | None = None
        self._left = 0
        self._text = Label("", Type.BODY, Ink.INVERSE, wrap=True)
        self._seconds = Label("", Type.BODY, Ink.INVERSE)
        self.undo_button = _UndoLink("Ongedaan maken")
        self.undo_button.clicked.connect(self._pressed)
        self._box = QHBoxLayout(self)
        self._box.addWidget(IconMark(Icon.CHECK, Ink.INVERSE))
        self._box.addWidget(self._text, 1)
        self._box.addWidget(self.undo_button)
        self._box.addWidget(self._seconds)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self.tick)
        window.installEventFilter(self)
        self.restyle()

    def tell(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Shows `words` for ten seconds; `undo` is called when the officer takes it back.

        Replaces the one before.
        """
        self._undo, self._left = undo, undo_seconds()
        self._text.setText(words)
        self.undo_button.setVisible(undo is not None)
        self._show_seconds()
        self.setAccessibleName(words)
        self.show()
        self.raise_()
        self._fit()
        self._clock.start()
        announce(self, f"{words}. Ongedaan maken kan {self._left} seconden." if undo else words)

    def tick(self) -> None:
        """One second passes, unless the officer is busy with the toast."""
        if self.underMouse() or self.undo_button.hasFocus():
            return
        self._left -= 1
        self._show_seconds()
        if self._left <= 0:
            self.clear()

    def clear(self) -> None:
        """Takes the toast away; what it told stays done."""
        self._clock.stop()
        self._undo = None
        self.hide()

    def restyle(self) -> None:
        """Scales the distances."""
        px = look().px
        self._box.setContentsMargins(px(16), px(8), px(16), px(8))
        self._box.setSpacing(px(12))
        if not self.isHidden():
            QApplication.postEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays at the bottom of the window."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Takes the room that a longer text or a larger letter asks."""
        if event.type() == QEvent.Type.LayoutRequest and not self.isHidden():
            self._fit()
        return super().event(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the dark ground."""
        draw_box(QPainter(self), self.rect(), Box(look().colours.text, "", 1, look().px(6)))

    def _show_seconds(self) -> None:
        self._seconds.setText(f"{self._left} s")

    def _pressed(self) -> None:
        undo = self._undo
        self.clear()
        if undo is not None:
            undo()

    def _fit(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        width = min(look().px(560), parent.width() - 2 * look().px(16))
        width = max(width, self.minimumSizeHint().width())
        height = max(look().sizes.toast, self.heightForWidth(width))
        bottom = parent.height() - look().sizes.statusbar - look().px(16)
        self.setGeometry((parent.width() - width) // 2, bottom - height, width, height)
