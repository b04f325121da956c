"""Ticks and radio buttons with a box of 24; at the door a row of 52 that shows the time."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QRadioButton, QSizePolicy

from leerplicht_desktop.ui.kit.icons import Icon, paint_icon
from leerplicht_desktop.ui.kit.label import TextBlock, plain
from leerplicht_desktop.ui.kit.look import HeightClaim, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box, text_width
from leerplicht_desktop.ui.kit.tokens import Type


class Tick(QCheckBox):
    """A tick with words beside it and, below them, one line of help; 40 high or more."""

    kind = Type.BODY

    def __init__(self, words: str, help_text: str = "") -> None:
        super().__init__(plain(words))
        self.words, self._help = words, help_text
        self.setAccessibleName(words)
        self.setAccessibleDescription(help_text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._claim = HeightClaim(self)

    def set_help(self, text: str) -> None:
        """Changes the line of help."""
        self._help = text
        self.setAccessibleDescription(text)
        self._claim.claim()
        self.update()

    def least_height(self) -> int:
        """Smallest height of the target in pixels."""
        return look().sizes.button

    def right_room(self) -> int:
        """Pixels kept free at the right."""
        return 0

    def side(self) -> int:
        """Pixels left and right of the content."""
        return 0

    def hasHeightForWidth(self) -> bool:
        """Words may take more lines in a narrow column."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height for the words in `width` pixels."""
        blocks = self._blocks(width)
        return max(self.least_height(), sum(block.height for block in blocks) + look().px(8))

    def sizeHint(self) -> QSize:
        """Words on one line."""
        lines = [(self.words, self.words_font())] + ([(self._help, self._help_font())] if self._help else [])
        text = max(text_width(plain(line), font) for line, font in lines)
        width = 2 * self.side() + look().sizes.tick + look().px(8) + text + 2 + self.right_room()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the longest word."""
        longest = max((text_width(plain(word), self.words_font()) for word in self.words.split()), default=0)
        width = 2 * self.side() + look().sizes.tick + look().px(8) + longest + 2 + self.right_room()
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def words_font(self) -> QFont:
        """The font of the words."""
        return look().font(self.kind)

    def hitButton(self, pos: QPoint) -> bool:
        """The whole row is the target."""
        return self.rect().contains(pos)

    def focus_shape(self) -> tuple[QRect, int]:
        """The ring surrounds the box."""
        return self._box_rect(), look().px(4)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints box, words and help."""
        painter, of = QPainter(self), look()
        self.paint_box(painter, self._box_rect())
        ink = of.colours.text if self.isEnabled() else of.colours.disabled_text
        x = self._box_rect().right() + 1 + of.px(8)
        blocks = self._blocks(self.width())
        y = (self.height() - sum(block.height for block in blocks)) // 2
        for block, colour in zip(blocks, (ink, of.colours.text_subtle), strict=False):
            block.draw(painter, x, y, colour)
            y += block.height

    def paint_box(self, painter: QPainter, rect: QRect) -> None:
        """Paints the box and its check."""
        of, colours = look(), look().colours
        width = max(2, of.borders.control)
        if not self.isEnabled():
            draw_box(painter, rect, Box(colours.disabled, colours.disabled_text, 1, of.px(4)))
        elif self.isChecked():
            fill = colours.action_hover if self.underMouse() else colours.action
            draw_box(painter, rect, Box(fill, "", 1, of.px(4)))
        else:
            fill = colours.hover if self.underMouse() else colours.surface
            draw_box(painter, rect, Box(fill, colours.border, width, of.px(4)))
        if self.isChecked():
            size = of.px(16)
            at = rect.center() - QPoint(size // 2 - 1, size // 2 - 1)
            ink = colours.on_action if self.isEnabled() else colours.disabled_text
            paint_icon(painter, Icon.CHECK, QRect(at, QSize(size, size)), ink)

    def _box_rect(self) -> QRect:
        size = look().sizes.tick
        return QRect(self.side(), (self.height() - size) // 2, size, size)

    def _help_font(self) -> QFont:
        return look().font(Type.BODY)

    def _blocks(self, width: int) -> list[TextBlock]:
        room = width - 2 * self.side() - look().sizes.tick - look().px(8) - self.right_room()
        blocks = [TextBlock(self.words, self.words_font(), room, look().line(self.kind))]
        if self._help:
            blocks.append(TextBlock(self._help, self._help_font(), room, look().line(Type.BODY)))
        return blocks


class TickRow(Tick):
    """A tick at the door: a row of 52 with the time of the tick at its right."""

    kind = Type.RECORDER

    def __init__(self, words: str, help_text: str = "") -> None:
        super().__init__(words, help_text)
        self._time = ""

    def set_time(self, time: str) -> None:
        """Shows when it was ticked ("14:01"); empty shows nothing."""
        self._time = time
        self.setAccessibleName(f"{self.words}, {time}" if time else self.words)
        self.update()

    def least_height(self) -> int:
        """52."""
        return look().sizes.tick_row

    def right_room(self) -> int:
        """Room for the time, also before there is one."""
        return text_width("00:00", self._time_font()) + look().px(12)

    def side(self) -> int:
        """Padding of the row."""
        return look().px(12)

    def _time_font(self) -> QFont:
        return look().font(Type.RECORDER, 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the tick and the time."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self._time_font())
        painter.setPen(look().colours.text)
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(0, 0, -self.side(), 0), align, self._time)


class Radio(QRadioButton):
    """One of a few: a circle of 24 with words beside it. Radios with the same parent exclude each other."""

    def __init__(self, words: str) -> None:
        super().__init__(plain(words))
        self.words = words
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Circle and words on one line, 40 high."""
        text = text_width(plain(self.words), look().font(Type.BODY))
        return QSize(look().sizes.tick + look().px(8) + text + 2, look().sizes.button)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole part is the target."""
        return self.rect().contains(pos)

    def focus_shape(self) -> tuple[QRect, int]:
        """The ring surrounds the circle."""
        size = look().sizes.tick
        return QRect(0, (self.height() - size) // 2, size, size), size // 2

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints circle, dot and words."""
        painter, of, (rect, radius) = QPainter(self), look(), self.focus_shape()
        colours = of.colours
        ink = colours.action if self.isEnabled() else colours.disabled_text
        border = ink if self.isChecked() or not self.isEnabled() else colours.border
        fill = colours.hover if self.underMouse() and self.isEnabled() else colours.surface
        draw_box(painter, rect, Box(fill, border, max(2, of.borders.control), radius))
        if self.isChecked():
            inset = of.px(6)
            draw_box(painter, rect.adjusted(inset, inset, -inset, -inset), Box(ink, "", 1, radius))
        text = TextBlock(self.words, of.font(Type.BODY), 100_000, of.line(Type.BODY))
        colour = colours.text if self.isEnabled() else colours.disabled_text
        text.draw(painter, rect.right() + 1 + of.px(8), (self.height() - text.height) / 2, colour)
