"""Buttons: one full button per screen, outlined and destructive ones, icon buttons and links.

All paint themselves from the look in force, so that sizes are real sizes and icon, gap and states are those
of the design.
"""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from leerplicht_desktop.ui.kit.icons import Icon, paint_icon
from leerplicht_desktop.ui.kit.label import data_tooltip
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.paint import MNEMONIC, Box, draw_box, text_width
from leerplicht_desktop.ui.kit.tokens import Tone, Type


class ButtonSize(StrEnum):
    """Where a button stands: 40 high on the desk, 48 to unlock, 48 (full 64) at the door, 56 in a round."""

    DESKTOP = "desktop"
    UNLOCK = "unlock"
    RECORDER = "recorder"
    ROUND = "round"


class Skin(NamedTuple):
    """Colours of a button in one state; empty means nothing is painted."""

    fill: str
    border: str
    ink: str


class Button(QPushButton):
    """What all buttons share. Enter and space press it; while busy it keeps the focus and refuses presses."""

    weight = 500

    def __init__(self, text: str, icon: Icon | None = None, size: ButtonSize = ButtonSize.DESKTOP) -> None:
        super().__init__(text)
        self._icon, self._size, self._rest_text = icon, size, text
        self._busy = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    @property
    def busy(self) -> bool:
        """True between `set_busy` and `set_ready`."""
        return self._busy

    def set_busy(self, text: str) -> None:
        """Shows `text` ("Even geduld") and refuses presses until `set_ready`."""
        if not self._busy:
            self._rest_text = self.text()
        self._busy = True
        self.setText(text)
        self.setAccessibleDescription("Bezig, wacht even")

    def set_ready(self) -> None:
        """Ends the busy state and shows the text from before."""
        self._busy = False
        self.setText(self._rest_text)
        self.setAccessibleDescription("")

    def set_icon(self, icon: Icon | None) -> None:
        """Shows another icon, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The size of the design: fixed height, width of icon and text; a square for an icon alone."""
        if not self.text():
            return QSize(self.design_height(), self.design_height())
        return QSize(2 * look().sizes.button_padding + self._content_width(), self.design_height())

    def minimumSizeHint(self) -> QSize:
        """A button is never smaller than its text."""
        return self.sizeHint()

    def design_height(self) -> int:
        """Height in pixels that belongs to this kind and place."""
        sizes = look().sizes
        heights = {
            ButtonSize.DESKTOP: sizes.button,
            ButtonSize.UNLOCK: sizes.button_unlock,
            ButtonSize.RECORDER: sizes.button_recorder,
            ButtonSize.ROUND: sizes.button_round_full,
        }
        return heights[self._size]

    def _text_font(self, weight: int | None = None) -> QFont:
        """The font of the text: larger at the door."""
        kind = Type.RECORDER if self._size is ButtonSize.RECORDER else Type.BODY
        return look().font(kind, weight or self.weight)

    def _icon_size(self) -> int:
        """Side of the icon in pixels."""
        return look().px(24 if self._size is ButtonSize.RECORDER else 20)

    def _content_width(self) -> int:
        """Width in pixels of icon, gap and text."""
        width = text_width(self.text(), self._text_font()) if self.text() else 0
        if self._shown_icon() is None:
            return width
        return width + self._icon_size() + (look().sizes.icon_gap if self.text() else 0)

    def _shown_icon(self) -> Icon | None:
        """The icon of the present state."""
        return Icon.HOURGLASS if self._busy and self._icon is not None else self._icon

    def skin(self) -> Skin:
        """The colours of the present state."""
        raise TypeError(f"{type(self).__name__} has no colours of its own")

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints box, icon and text."""
        painter, skin, of = QPainter(self), self.skin(), look()
        draw_box(painter, self.rect(), Box(skin.fill, skin.border, of.borders.control, of.px(6)))
        self.paint_content(painter, self.rect(), skin.ink)

    def paint_content(self, painter: QPainter, rect: QRect, ink: str) -> None:
        """Paints icon and text, centred in `rect`."""
        width = self._content_width()
        x, icon, size = rect.x() + (rect.width() - width) // 2, self._shown_icon(), self._icon_size()
        if icon is not None:
            paint_icon(painter, icon, QRect(x, rect.y() + (rect.height() - size) // 2, size, size), ink)
            x += size + look().sizes.icon_gap
        painter.setFont(self._text_font())
        painter.setPen(QColor(ink))
        painter.drawText(
            QRect(x, rect.y(), rect.right() - x + 1, rect.height()),
            Qt.AlignmentFlag.AlignVCenter | MNEMONIC,
            self.text(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses like space; a busy button ignores both."""
        if self._busy:
            event.accept()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.animateClick()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A busy button ignores the mouse."""
        if self._busy:
            event.accept()
        else:
            super().mousePressEvent(event)

    @property
    def pointed(self) -> bool:
        """True while the mouse is above it and it can be pressed."""
        return self.underMouse() and self.isEnabled() and not self._busy


class FullButton(Button):
    """The one full button of a screen: what the officer most likely does next."""

    weight = 600

    def design_height(self) -> int:
        """As the base, and 64 at the door."""
        if self._size is ButtonSize.RECORDER:
            return look().sizes.button_recorder_full
        return super().design_height()

    def skin(self) -> Skin:
        """Ink-blue, darker when pointed at, darkest when pressed; grey and readable when off."""
        colours = look().colours
        if not self.isEnabled():
            return _off()
        if self.isDown() or self.busy:
            return Skin(colours.action_pressed, "", colours.on_action)
        fill = colours.action_hover if self.pointed else colours.action
        return Skin(fill, "", colours.on_action)


class OutlinedButton(Button):
    """Every other action: white with a line."""

    def skin(self) -> Skin:
        """White, warm grey when pointed at or pressed."""
        colours = look().colours
        if not self.isEnabled():
            return _off()
        return Skin(_outlined_fill(self), colours.border, colours.text)


class DestructiveButton(OutlinedButton):
    """An action that takes something away: red text and border, never a red surface."""

    def skin(self) -> Skin:
        """As the outlined button, in red."""
        if not self.isEnabled():
            return _off()
        red = look().tone(Tone.DANGER)
        return Skin(_outlined_fill(self), red.border, red.text)


class IconButton(OutlinedButton):
    """A square button with an icon alone; `name` is its tooltip and what a screen reader says.

    `quiet` leaves out the line.
    """

    def __init__(
        self, icon: Icon, name: str, size: ButtonSize = ButtonSize.DESKTOP, *, quiet: bool = False
    ) -> None:
        super().__init__("", icon, size)
        self._quiet = quiet
        self.set_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Changes what the tooltip and the screen reader say."""
        self.setToolTip(data_tooltip(name))
        self.setAccessibleName(name)

    def skin(self) -> Skin:
        """As the outlined button; a quiet one shows its surface only when pointed at."""
        skin = super().skin()
        if self._quiet and self.isEnabled():
            return Skin(skin.fill if self.pointed or self.isDown() else "", "", skin.ink)
        return skin


class LinkButton(Button):
    """A text link: blue and underlined, the line gets thicker when pointed at. The target is 24 high."""

    def __init__(
        self, text: str, icon: Icon | None = None, *, danger: bool = False, large: bool = False
    ) -> None:
        super().__init__(text, icon, ButtonSize.RECORDER if large else ButtonSize.DESKTOP)
        self._danger = danger
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Width of the text; as high as the smallest target, or as a finger at the door."""
        high = look().sizes.button_recorder if self._size is ButtonSize.RECORDER else look().px(24)
        return QSize(self._content_width(), high)

    def skin(self) -> Skin:
        """Text only."""
        if not self.isEnabled():
            return Skin("", "", look().colours.disabled_text)
        return Skin("", "", look().tone(Tone.DANGER).text if self._danger else look().colours.link)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints icon, text and the line under the text."""
        painter, ink = QPainter(self), self.skin().ink
        self.paint_content(painter, self.rect(), ink)
        if not self.isEnabled() or self._icon is not None:
            return
        metrics = QFontMetrics(self._text_font())
        left = (self.width() - self._content_width()) // 2
        foot = (self.height() + metrics.height()) // 2 + look().px(1)
        thick = look().px(2 if self.pointed or self.isDown() else 1)
        painter.setPen(QPen(QColor(ink), thick))
        painter.drawLine(left, foot, left + self._content_width(), foot)


def _off() -> Skin:
    colours = look().colours
    return Skin(
        colours.disabled,
        colours.line if not look().outlined else colours.disabled_text,
        colours.disabled_text,
    )


def _outlined_fill(button: Button) -> str:
    colours = look().colours
    if button.isDown() or button.busy:
        return colours.line if not look().outlined else colours.hover
    return colours.hover if button.pointed else colours.surface
