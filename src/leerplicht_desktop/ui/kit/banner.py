"""Banners over the whole width: a known problem with one action that helps, and the practice screens."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from leerplicht_desktop.ui.kit.buttons import IconButton, OutlinedButton
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.label import IconMark, Ink, Label
from leerplicht_desktop.ui.kit.look import Restyled, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box
from leerplicht_desktop.ui.kit.tokens import Tone, Type

_FRAME = 4


class ProblemBanner(Restyled):
    """A known problem: what is wrong, and the one action that helps. Hidden until `tell`.

    A quiet one is no alarm: work goes on as it is.
    """

    acted = Signal()
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._tone = Tone.WARN
        self._mark = IconMark(Icon.TRIANGLE_ALERT)
        self._words = Label("", wrap=True)
        self._action = OutlinedButton("")
        self._close = IconButton(Icon.X, "Sluit deze melding", quiet=True)
        self._box = QHBoxLayout(self)
        self._box.addWidget(self._mark)
        self._box.addWidget(self._words, 1)
        self._box.addWidget(self._action)
        self._box.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._action.clicked.connect(self.acted)
        self._close.clicked.connect(self.clear)
        self._close.clicked.connect(self.dismissed)
        self.hide()
        self.restyle()

    def tell(self, sentence: str, action: str = "", *, quiet: bool = False) -> None:
        """Shows a problem; without `action` there is nothing to press but the cross."""
        self._tone = Tone.INFO if quiet else Tone.WARN
        self._mark.set_icon(Icon.INFO if quiet else Icon.TRIANGLE_ALERT)
        self._mark.set_tone(self._tone)
        self._words.setText(sentence)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(sentence if quiet else f"Probleem: {sentence}")
        self.show()
        self.update()

    def clear(self) -> None:
        """Takes the banner away."""
        self.hide()

    def restyle(self) -> None:
        """Scales the distances."""
        px = look().px
        self._box.setContentsMargins(px(24), px(8), px(16), px(8))
        self._box.setSpacing(px(12))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints surface and lower line."""
        painter, warn = QPainter(self), look().tone(self._tone)
        draw_box(painter, self.rect(), Box(warn.fill))
        draw_box(painter, self.rect().adjusted(0, self.height() - 1, 0, 0), Box(warn.border))


class PracticeBanner(Restyled):
    """Says on every screen of the practice environment that nothing here is real."""

    def __init__(
        self,
        sentence: str = "Oefenomgeving: testpersonen en een oefenserver. Niets gaat naar een echte gemeente.",
    ) -> None:
        super().__init__()
        self._mark = IconMark(Icon.INFO, Ink.INVERSE)
        self._words = Label(sentence, Type.STRONG, Ink.INVERSE, wrap=True)
        self._box = QHBoxLayout(self)
        self._box.addWidget(self._mark)
        self._box.addWidget(self._words, 1)
        self.setAccessibleName(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.restyle()

    def restyle(self) -> None:
        """Scales the distances."""
        px = look().px
        self._box.setContentsMargins(px(24), px(6), px(24), px(6))
        self._box.setSpacing(px(12))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the orange ground."""
        draw_box(QPainter(self), self.rect(), Box(look().colours.now))


class PracticeFrame(Restyled):
    """The orange frame of the practice environment around everything, with the banner on top."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.banner = PracticeBanner()
        self._box = QVBoxLayout(self)
        self._box.setSpacing(0)
        self._box.addWidget(self.banner)
        self._box.addWidget(content, 1)
        self.restyle()

    def restyle(self) -> None:
        """Scales the frame."""
        width = look().px(_FRAME)
        self._box.setContentsMargins(width, 0, width, width)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the frame."""
        draw_box(QPainter(self), self.rect(), Box("", look().colours.now, look().px(_FRAME)))
