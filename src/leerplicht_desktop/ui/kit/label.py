"""Text on screen: plain text only, in a text style and colour of the look, with the line height of the
design.
"""

from dataclasses import dataclass
from enum import StrEnum
from html import escape

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from leerplicht_desktop.ui.kit.icons import Icon, paint_icon
from leerplicht_desktop.ui.kit.look import HeightClaim, Look, look
from leerplicht_desktop.ui.kit.steady import steady
from leerplicht_desktop.ui.kit.tokens import Tone, Type


class Ink(StrEnum):
    """Colours of running text besides the tones."""

    NORMAL = "text"
    SUBTLE = "text_subtle"
    LINK = "link"
    CHOSEN = "chosen_text"
    ON_ACTION = "on_action"
    DISABLED = "disabled_text"
    NOW = "now"
    INVERSE = "surface"


class TextBlock:
    """Text broken into lines for one width.

    Delegates take their row heights from it, `Label` paints with it.
    """

    def __init__(
        self, text: str, font: QFont, width: float, line_height: int, *, centred: bool = False
    ) -> None:
        self._layout = QTextLayout(steady(text).replace("\n", "\u2028"), font)
        option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        self._layout.setTextOption(option)
        # A line taller than the design (large fallback characters) keeps its own height, so nothing overlaps.
        self.step = max(line_height, QFontMetrics(font).height())
        self.width = self._break(max(1.0, width))

    def _break(self, width: float) -> float:
        widest, count = 0.0, 0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * self.step + (self.step - line.height()) / 2))
            widest, count = max(widest, line.naturalTextWidth()), count + 1
        self._layout.endLayout()
        return widest

    @property
    def lines(self) -> int:
        """Number of lines, at least 1."""
        return max(1, self._layout.lineCount())

    @property
    def height(self) -> int:
        """Height of all lines in pixels."""
        return self.lines * self.step

    def draw(self, painter: QPainter, x: float, y: float, colour: str) -> None:
        """Paints the text with its top left corner at (x, y)."""
        painter.setPen(QColor(colour))
        self._layout.draw(painter, QPointF(x, y))


def plain(text: str) -> str:
    """Data made fit for the text of a button: an `&` stays an `&` and does not become a shortcut."""
    return text.replace("&", "&&")


@dataclass(frozen=True, slots=True)
class _Room:
    """What a text takes: its widest line (pixels, with parts), and its height and line step in pixels."""

    width: float
    height: int
    step: int


class _Rooms:
    """The room one text takes at each width that was asked.

    A layout asks the same height dozens of times before it rests, and breaking lines is what it costs.
    Forgets when the look changed; whoever holds it makes a new one for another text or style.
    """

    _ENDLESS = 100_000
    _KEPT = 32

    def __init__(self, text: str, kind: Type) -> None:
        self._text, self._kind = text, kind
        self._look: Look | None = None
        self._found: dict[float, _Room] = {}
        self._longest = -1

    def at(self, width: float) -> _Room:
        """The room with `width` pixels to break in."""
        self._follow()
        natural = self._found.get(self._ENDLESS) or self._measure(self._ENDLESS)
        if width > natural.width + 1:
            return natural
        return self._found.get(width) or self._measure(width)

    def natural(self) -> _Room:
        """The room without breaking."""
        return self.at(self._ENDLESS)

    def longest_word(self) -> int:
        """Pixels of the longest word, 0 without words."""
        self._follow()
        if self._longest < 0:
            font = QFontMetrics(look().font(self._kind))
            self._longest = max((font.horizontalAdvance(word) for word in self._text.split()), default=0)
        return self._longest

    def _follow(self) -> None:
        if self._look is not look():
            self._look, self._longest = look(), -1
            self._found.clear()

    def _measure(self, width: float) -> _Room:
        if len(self._found) >= self._KEPT:
            self._found.clear()
        block = TextBlock(self._text, look().font(self._kind), width, look().line(self._kind))
        room = self._found[width] = _Room(block.width, block.height, block.step)
        return room


class Label(QLabel):
    """A piece of text, broken over lines with `wrap`.

    Without it the text stays on one line; `elide` allows to cut it with … and then shows it as tooltip. A
    `tone` (danger, done ...) goes before `ink`.
    """

    def __init__(
        self,
        text: str = "",
        kind: Type = Type.BODY,
        ink: Ink = Ink.NORMAL,
        *,
        wrap: bool = False,
        elide: bool = False,
    ) -> None:
        super().__init__()
        self._kind, self._ink, self._elide = kind, ink, elide
        self._tone: Tone | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        horizontal = QSizePolicy.Policy.Preferred if wrap or elide else QSizePolicy.Policy.Minimum
        policy = QSizePolicy(horizontal, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self._claim = HeightClaim(self) if wrap else None
        self._rooms = _Rooms(text, kind)
        super().setText(text)
        if self._claim is not None:
            self._claim.claim()

    def set_ink(self, ink: Ink) -> None:
        """Changes the colour to `ink`."""
        self._ink, self._tone = ink, None
        self.update()

    def set_tone(self, tone: Tone | None) -> None:
        """Changes the colour to that of `tone`; None goes back to the ink."""
        self._tone = tone
        self.update()

    def set_kind(self, kind: Type) -> None:
        """Changes the text style."""
        self._kind = kind
        self._rooms = _Rooms(self.text(), kind)
        self.updateGeometry()
        self.update()

    @property
    def colour(self) -> str:
        """The colour in which the text is painted now."""
        if not self.isEnabled():
            return look().colours.disabled_text
        if self._tone is not None:
            return look().tone(self._tone).text
        return str(getattr(look().colours, self._ink))

    def _block(self, width: float) -> TextBlock:
        centred = self.wordWrap() and bool(self.alignment() & Qt.AlignmentFlag.AlignHCenter)
        return TextBlock(
            self.text(), look().font(self._kind), width, look().line(self._kind), centred=centred
        )

    def sizeHint(self) -> QSize:
        """Natural size; wrapped text asks for a comfortable column of 50 characters at most."""
        widest = self._rooms.natural()
        if not self.wordWrap():
            return QSize(round(widest.width + 1), widest.height)
        comfortable = self._rooms.at(min(widest.width + 1, look().px(360)))
        return QSize(round(comfortable.width + 1), comfortable.height)

    def minimumSizeHint(self) -> QSize:
        """One line: all of it, unless it may be cut; wrapped: the longest word."""
        if self.wordWrap():
            return QSize(self._rooms.longest_word() + 1, self._rooms.natural().step)
        hint = self.sizeHint()
        return QSize(min(hint.width(), look().px(48)), hint.height()) if self._elide else hint

    def hasHeightForWidth(self) -> bool:
        """True for text over more lines."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """Height in pixels when the text has `width` pixels."""
        return self._rooms.at(width).height if self.wordWrap() else -1

    def setText(self, text: str) -> None:
        """Shows another text and makes room for it; the same text again costs nothing."""
        if text == self.text():
            return
        self._rooms = _Rooms(text, self._kind)
        super().setText(text)
        if self._claim is not None:
            self._claim.claim()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tells the whole text as a tooltip when it is cut."""
        super().resizeEvent(event)
        if self._elide:
            cut = self.width() < self.sizeHint().width()
            self.setToolTip(data_tooltip(self.text()) if cut else "")

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the text, left aligned unless told otherwise, in the middle of its height."""
        painter = QPainter(self)
        if self.wordWrap():
            broken = self._block(self.width())
            broken.draw(painter, 0, max(0.0, (self.height() - broken.height) / 2), self.colour)
            return
        font = look().font(self._kind)
        text = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        block = TextBlock(text, font, 100_000, look().line(self._kind))
        spare = max(0.0, self.width() - block.width)
        shift = {Qt.AlignmentFlag.AlignRight: 1.0, Qt.AlignmentFlag.AlignHCenter: 0.5}
        share = next((part for flag, part in shift.items() if self.alignment() & flag), 0.0)
        block.draw(painter, spare * share, max(0.0, (self.height() - block.height) / 2), self.colour)


class IconMark(QWidget):
    """An icon that repeats in a picture what the text beside it says. `size` in pixels at 10.5 pt."""

    def __init__(self, icon: Icon, ink: Ink = Ink.NORMAL, size: int = 20) -> None:
        super().__init__()
        self._icon, self._ink, self._size = icon, ink, size
        self._tone: Tone | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: Icon) -> None:
        """Shows another icon."""
        self._icon = icon
        self.update()

    def set_ink(self, ink: Ink) -> None:
        """Changes the colour to `ink`."""
        self._ink, self._tone = ink, None
        self.update()

    def set_tone(self, tone: Tone | None) -> None:
        """Changes the colour to that of `tone`; None goes back to the ink."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        """A square of the chosen size."""
        return QSize(look().px(self._size), look().px(self._size))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the icon."""
        of = look()
        colour = of.tone(self._tone).text if self._tone else str(getattr(of.colours, self._ink))
        paint_icon(QPainter(self), self._icon, QRect(0, 0, of.px(self._size), of.px(self._size)), colour)


def data_tooltip(text: str) -> str:
    """A tooltip that shows `text` literally;

    Qt would otherwise read data that looks like markup as markup.
    """
    return f"<qt>{escape(text)}</qt>" if text else ""
