"""Choices of one or more: big choices and tiles at the door, filters with a count, segmented choices.

Where only one may be chosen, put the buttons in a `ChoiceGroup`: one stop for the tab key, arrow keys inside.
"""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from leerplicht_desktop.ui.kit.buttons import Button, ButtonSize, Skin
from leerplicht_desktop.ui.kit.icons import Icon, paint_icon
from leerplicht_desktop.ui.kit.label import TextBlock, plain
from leerplicht_desktop.ui.kit.layout import Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.paint import Box, draw_box, draw_line_of_text, text_width
from leerplicht_desktop.ui.kit.tokens import Type


class Choice(Button):
    """What all choices share: checkable, chosen is a fill and heavier text, the width of which is always
    reserved.
    """

    def __init__(self, text: str, icon: Icon | None = None, size: ButtonSize = ButtonSize.RECORDER) -> None:
        super().__init__(plain(text), icon, size)
        self.words = text
        self.setAccessibleName(text)
        self.setCheckable(True)

    def set_words(self, text: str) -> None:
        """Shows and says other words; `setText` alone would not reach what is painted."""
        self.words = text
        self.setText(plain(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def _text_font(self, weight: int | None = None) -> QFont:
        """Semibold when chosen."""
        return super()._text_font(weight or (600 if self.isChecked() else 400))

    def widest(self) -> int:
        """Width in pixels of the words in the heaviest weight they can get."""
        return text_width(plain(self.words), self._text_font(400), self._text_font(600))

    def skin(self) -> Skin:
        """White; chosen blue (yellow in Buiten); warm grey when pointed at or pressed."""
        colours = look().colours
        if not self.isEnabled():
            return Skin(colours.disabled, colours.line, colours.disabled_text)
        if self.isChecked():
            return Skin(colours.chosen, colours.chosen_border, colours.chosen_text)
        fill = colours.hover if self.pointed or self.isDown() else colours.surface
        return Skin(fill, colours.border, colours.text)


class BigChoice(Choice):
    """A choice at the door, 64 high. Chosen: three pixels of border, and a check in place of the icon."""

    def __init__(self, text: str, icon: Icon | None = None) -> None:
        super().__init__(text, icon)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)

    def design_height(self) -> int:
        """64, and more when the text is too large for it."""
        return look().sizes.choice

    def _shown_icon(self) -> Icon | None:
        """A check when chosen."""
        return Icon.CIRCLE_CHECK if self.isChecked() else super()._shown_icon()

    def _content_width(self) -> int:
        """Icon, gap and the widest form of the words."""
        return self._icon_size() + look().px(12) + self.widest()

    def sizeHint(self) -> QSize:
        """Narrow padding, because six stand beside each other."""
        return QSize(self._content_width() + 2 * look().px(12), self.design_height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints box, icon and words."""
        painter, skin, of = QPainter(self), self.skin(), look()
        width = of.sizes.choice_border if self.isChecked() else of.borders.control
        draw_box(painter, self.rect(), Box(skin.fill, skin.border, width, of.px(8)))
        self.paint_words(painter, skin.ink)

    def paint_words(self, painter: QPainter, ink: str) -> None:
        """Paints icon and words in the middle."""
        size, gap, words = self._icon_size(), look().px(12), text_width(plain(self.words), self._text_font())
        x = (self.width() - size - gap - words) // 2
        icon = self._shown_icon()
        if icon is not None:
            paint_icon(painter, icon, QRect(x, (self.height() - size) // 2, size, size), ink)
        room = QRect(x + size + gap, 0, words + 2, self.height())
        draw_line_of_text(painter, room, self.words, self._text_font(), ink)


class Tile(BigChoice):
    """A larger choice, 80 high (in a round 72), left aligned, with room for a second line."""

    def __init__(
        self, text: str, icon: Icon | None = None, more: str = "", *, in_round: bool = False
    ) -> None:
        super().__init__(text, icon)
        self._more, self._in_round = more, in_round
        self.setAccessibleDescription(more)

    def design_height(self) -> int:
        """80, in a round 72."""
        return look().sizes.tile_round if self._in_round else look().sizes.tile

    def _text_font(self, weight: int | None = None) -> QFont:
        """In a round the first line is always semibold, in normal size."""
        if not self._in_round:
            return super()._text_font(weight)
        return look().font(Type.STRONG)

    def _content_width(self) -> int:
        """As wide as the longer of both lines."""
        more = text_width(plain(self._more), look().font(Type.BODY)) if self._more else 0
        return self._icon_size() + look().px(12) + max(self.widest(), more)

    def paint_words(self, painter: QPainter, ink: str) -> None:
        """Paints icon and one or two lines, from the left."""
        of, size, x = look(), self._icon_size(), look().px(16)
        icon = self._shown_icon()
        if icon is not None:
            paint_icon(painter, icon, QRect(x, (self.height() - size) // 2, size, size), ink)
        lines = [(self.words, self._text_font(), ink)]
        if self._more:
            subtle = of.colours.text_subtle if not self.isChecked() else ink
            lines.append((self._more, of.font(Type.BODY), subtle if self.isEnabled() else ink))
        x, room = x + size + of.px(12), self.width() - x - size - of.px(20)
        blocks = [TextBlock(text, font, 100_000, of.line(Type.BODY)) for text, font, _ in lines]
        y = (self.height() - sum(block.height for block in blocks)) // 2
        for (text, font, colour), block in zip(lines, blocks, strict=True):
            draw_line_of_text(painter, QRect(x, y, room, block.height), text, font, colour)
            y += block.height


class FilterPill(Choice):
    """A saved filter with the number of things behind it.

    At the door it is 48 high and shows a check when chosen.
    """

    def __init__(self, text: str, count: int | None = None, *, recorder: bool = False) -> None:
        super().__init__(text, None, ButtonSize.RECORDER if recorder else ButtonSize.DESKTOP)
        self._recorder = recorder
        self._count: int | None = None
        self.set_count(count)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int | None) -> None:
        """Changes the number; None shows no number."""
        self._count = count
        self.setAccessibleName(self.words if count is None else f"{self.words}, {count}")
        self.updateGeometry()
        self.update()

    def design_height(self) -> int:
        """32, at the door 48."""
        return look().sizes.pill_recorder if self._recorder else look().sizes.pill

    def _content_width(self) -> int:
        """Words in their widest form, the number, and at the door room for the check."""
        width = self.widest() + (look().px(24) if self._recorder else 0)
        if self._count is None:
            return width
        return width + look().px(6) + text_width(str(self._count), look().font(Type.BODY))

    def sizeHint(self) -> QSize:
        """A pill around the words; never narrower than high."""
        padding = look().px(16) if self._recorder else look().sizes.pill_padding
        width = self._content_width() + 2 * padding
        return QSize(max(width, self.design_height()), self.design_height())

    def focus_shape(self) -> tuple[QRect, int]:
        """The ring is as round as the pill."""
        return self.rect(), self.height() // 2

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints pill, check, words and number."""
        painter, skin, of = QPainter(self), self.skin(), look()
        draw_box(painter, self.rect(), Box(skin.fill, skin.border, of.borders.control, self.height() / 2))
        words, number = text_width(plain(self.words), self._text_font()), of.font(Type.BODY)
        count = "" if self._count is None else str(self._count)
        check = of.px(24) if self._recorder and self.isChecked() else 0
        after = of.px(6) + text_width(count, number) if count else 0
        x = (self.width() - check - words - after) // 2
        if check:
            size = of.px(16)
            paint_icon(painter, Icon.CHECK, QRect(x, (self.height() - size) // 2, size, size), skin.ink)
        room = QRect(x + check, 0, words + 2, self.height())
        draw_line_of_text(painter, room, self.words, self._text_font(), skin.ink)
        room = QRect(x + check + words + of.px(6), 0, after, self.height())
        draw_line_of_text(painter, room, count, number, skin.ink)


class Segment(Choice):
    """One part of a `Segmented` choice."""

    def __init__(self, text: str, icon: Icon | None, place: tuple[bool, bool]) -> None:
        super().__init__(text, icon)
        self._first, self._last = place

    def _icon_size(self) -> int:
        """20, also at the door."""
        return look().px(20)

    def _content_width(self) -> int:
        """Icon, gap and the widest form of the words."""
        icon = self._icon_size() + look().sizes.icon_gap if self._icon is not None else 0
        return icon + self.widest()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the part with round corners at the ends only, and a foot when chosen."""
        painter, skin, of = QPainter(self), self.skin(), look()
        radius, width = of.px(6), of.borders.control
        rect = self.rect().adjusted(0 if self._first else -2 * radius, 0, 0 if self._last else 2 * radius, 0)
        draw_box(painter, rect, Box(skin.fill, skin.border, width, radius))
        if not self._first:
            draw_box(painter, QRect(0, 0, 1, self.height()), Box(look().colours.border))
        if self.isChecked():
            foot = QPainterPath()
            foot.addRoundedRect(rect.toRectF(), radius, radius)
            painter.setClipPath(foot)
            height = of.sizes.tab_foot
            draw_box(painter, QRect(0, self.height() - height, self.width(), height), Box(skin.border))
            painter.setClipping(False)
        self._paint_words(painter, skin.ink)

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        of, size = look(), self._icon_size()
        words = text_width(plain(self.words), self._text_font())
        lead = size + of.sizes.icon_gap if self._icon is not None else 0
        x = (self.width() - lead - words) // 2
        if self._icon is not None:
            paint_icon(painter, self._icon, QRect(x, (self.height() - size) // 2, size, size), ink)
        room = QRect(x + lead, 0, words + 2, self.height())
        draw_line_of_text(painter, room, self.words, self._text_font(), ink)


class ChoiceGroup(QButtonGroup):
    """Keeps at most one of its buttons chosen. `picked` carries the key after a choice of the officer."""

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._keys: dict[str, Choice] = {}
        self.buttonClicked.connect(self._clicked)

    def add(self, key: str, button: Choice) -> Choice:
        """Puts `button` in the group under `key` and gives it back."""
        button.setAutoExclusive(True)
        self._keys[key] = button
        self.addButton(button)
        return button

    @property
    def key(self) -> str:
        """The key of the chosen button; empty when nothing is chosen."""
        return next((key for key, button in self._keys.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Chooses `key` without emitting `picked`; empty chooses nothing.

        Raises `KeyError` for another key.
        """
        if key:
            self._keys[key].setChecked(True)
            return
        self.setExclusive(False)
        for button in self._keys.values():
            button.setChecked(False)
        self.setExclusive(True)

    def _clicked(self) -> None:
        self.picked.emit(self.key)


class Segmented(Row):
    """A few options in one bar, 48 high; exactly one may be chosen, arrow keys move.

    Options: key, words, icon.
    """

    picked = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str, Icon | None]]) -> None:
        super().__init__(gap=0)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.group = ChoiceGroup(self)
        self.group.picked.connect(self.picked)
        last = len(options) - 1
        self._segments = tuple(
            Segment(words, icon, (at == 0, at == last)) for at, (_, words, icon) in enumerate(options)
        )
        for (key, _, _), segment in zip(options, self._segments, strict=True):
            self.add(self.group.add(key, segment))

    @property
    def key(self) -> str:
        """The key of the chosen option; empty when nothing is chosen."""
        return self.group.key

    def choose(self, key: str) -> None:
        """Chooses `key` without emitting `picked`."""
        self.group.choose(key)

    def set_words(self, at: int, words: str) -> None:
        """Gives the option at that place, from 0, other words."""
        self._segments[at].set_words(words)
