"""The steps of a procedure: done with a check, now in blue, later empty, and a brown ring where something is
open.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from leerplicht_desktop.ui.kit.icons import Icon, paint_icon
from leerplicht_desktop.ui.kit.label import TextBlock, plain
from leerplicht_desktop.ui.kit.look import HeightClaim, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box, draw_line_of_text, text_width
from leerplicht_desktop.ui.kit.tokens import Tone, Type


class StepState(StrEnum):
    """Where a step stands; the value is what a screen reader says."""

    DONE = "klaar"
    NOW = "bezig"
    LATER = "komt nog"
    OPEN = "nog niet compleet"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a name, one line of words under it (a date, "bezig"), and its state."""

    name: str
    line: str = ""
    state: StepState = StepState.LATER


def paint_step_dot(painter: QPainter, rect: QRect, number: int, state: StepState) -> None:
    """Paints the circle of a step in `rect` (28 square); the list of the proces-verbaal uses it too."""
    of, colours, radius = look(), look().colours, rect.width() / 2
    ok, warn = of.tone(Tone.OK), of.tone(Tone.WARN)
    fill, border, ink = {
        StepState.DONE: (ok.text, "", colours.surface),
        StepState.NOW: (colours.action, "", colours.on_action),
        StepState.LATER: (colours.surface, colours.border, colours.text),
        StepState.OPEN: (colours.surface, warn.border, warn.text),
    }[state]
    draw_box(painter, rect, Box(fill, border, 2, radius))
    if state is StepState.DONE:
        size = of.px(16)
        at = (rect.width() - size) // 2
        paint_icon(painter, Icon.CHECK, QRect(rect.x() + at, rect.y() + at, size, size), ink)
        return
    centre = Qt.AlignmentFlag.AlignHCenter
    draw_line_of_text(painter, rect, str(number), of.font(Type.STRONG), ink, centre)


class Steps(QWidget):
    """Steps beside each other with a line between them; names break over lines when it gets narrow."""

    def __init__(self, steps: Sequence[Step] = ()) -> None:
        super().__init__()
        self._steps: list[Step] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Stappen")
        self._claim = HeightClaim(self)
        self.show_steps(steps)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Shows other steps."""
        self._steps = list(steps)
        said = (f"{at}. {s.name}, {s.state}{', ' + s.line if s.line else ''}" for at, s in _numbered(steps))
        self.setAccessibleDescription(". ".join(said))
        self._claim.claim()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Names may break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in pixels at `width`."""
        texts = [sum(b.height for b in self._blocks(step, room)) for step, room in self.columns(width)]
        return look().sizes.step + look().px(4) + max(texts, default=0)

    def sizeHint(self) -> QSize:
        """Every name on one line."""
        width = sum(_natural(step) for step in self._steps)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough to break every name into words."""
        width = sum(_least(step) for step in self._steps)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints circles, lines and words."""
        painter, of, x = QPainter(self), look(), 0
        columns = self.columns(self.width())
        for at, (step, width) in enumerate(columns, start=1):
            dot = QRect(x, 0, of.sizes.step, of.sizes.step)
            paint_step_dot(painter, dot, at, step.state)
            if at < len(columns):
                self._paint_line(painter, QRect(dot.right() + 1, 0, width - dot.width(), dot.height()), step)
            y = dot.height() + of.px(4)
            colours = (of.colours.text, of.colours.text_subtle)
            for block, colour in zip(self._blocks(step, width), colours, strict=False):
                block.draw(painter, x, y, colour)
                y += block.height
            x += width

    def _paint_line(self, painter: QPainter, room: QRect, step: Step) -> None:
        of, gap = look(), look().px(4)
        done = of.tone(Tone.OK).text
        colour = done if step.state is StepState.DONE else of.colours.line
        y = (room.height() - of.sizes.step_line) // 2
        draw_box(painter, QRect(room.x() + gap, y, room.width() - 2 * gap, of.sizes.step_line), Box(colour))

    def _blocks(self, step: Step, width: int) -> list[TextBlock]:
        kind = Type.STRONG if step.state is StepState.NOW else Type.BODY
        blocks = [TextBlock(step.name, look().font(kind), width - look().px(8), look().line(kind))]
        if step.line:
            font = look().font(Type.AXIS)
            blocks.append(TextBlock(step.line, font, width - look().px(8), look().line(Type.AXIS)))
        return blocks

    def columns(self, width: int) -> list[tuple[Step, int]]:
        """Gives each step the same room; a long name takes more, the last only what it needs."""
        natural = [_natural(step) for step in self._steps]
        fits = sum(natural) <= width
        widths = natural if fits else [_least(step) for step in self._steps]
        level = list(range(len(widths) - 1))
        room = width - sum(widths[-1:])
        while level:
            share = room // len(level)
            wide = [at for at in level if widths[at] > share]
            if not wide:
                break
            room -= sum(widths[at] for at in wide)
            level = [at for at in level if at not in wide]
        for at in level:
            widths[at] = room // len(level)
        return list(zip(self._steps, widths, strict=True))


def _numbered(steps: Sequence[Step]) -> list[tuple[int, Step]]:
    return list(enumerate(steps, start=1))


def _natural(step: Step) -> int:
    fonts = look().font(Type.BODY), look().font(Type.STRONG)
    name = text_width(plain(step.name), *fonts)
    line = text_width(plain(step.line), look().font(Type.AXIS)) if step.line else 0
    return max(name, line, look().sizes.step) + look().px(12)


def _least(step: Step) -> int:
    fonts = look().font(Type.BODY), look().font(Type.STRONG)
    words = (step.name + " " + step.line).split()
    longest = max((text_width(plain(word), *fonts) for word in words), default=0)
    return max(longest, look().sizes.step) + look().px(10)
