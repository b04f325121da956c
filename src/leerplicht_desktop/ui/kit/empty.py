"""An empty place on a screen: one sentence, one action. Never just emptiness."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from leerplicht_desktop.ui.kit.buttons import OutlinedButton
from leerplicht_desktop.ui.kit.icons import Icon, paint_icon
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box
from leerplicht_desktop.ui.kit.tokens import Type


class _Disc(QWidget):
    def __init__(self, icon: Icon) -> None:
        super().__init__()
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look().px(48), look().px(48))

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, of, side = QPainter(self), look(), look().px(48)
        draw_box(painter, QRect(0, 0, side, side), Box(of.colours.subtle, of.colours.line, 1, side / 2))
        size = of.px(20)
        at = (side - size) // 2
        paint_icon(painter, self._icon, QRect(at, at, size, size), of.colours.text_subtle)


class EmptyState(Restyled):
    """What there is not, why that is fine or what to do, and one action.

    `pressed` tells that it was taken.
    """

    pressed = Signal()

    def __init__(
        self, icon: Icon, title: str, sentence: str, action: str = "", action_icon: Icon | None = None
    ) -> None:
        super().__init__()
        title_label, words = Label(title, Type.STRONG, wrap=True), Label(sentence, ink=Ink.SUBTLE, wrap=True)
        for label in (title_label, words):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = OutlinedButton(action, action_icon)
        if not action:
            self.button.hide()
        self.button.clicked.connect(self.pressed)
        self._box = QVBoxLayout(self)
        self._box.addStretch(1)
        self._box.addWidget(_Disc(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        self._box.addWidget(title_label)
        self._box.addWidget(words)
        self._box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._box.addStretch(1)
        self.setAccessibleName(f"{title}. {sentence}")
        self.restyle()

    def restyle(self) -> None:
        """Scales the distances."""
        side = look().px(24)
        self._box.setContentsMargins(side, look().px(16), side, look().px(16))
        self._box.setSpacing(look().px(8))
