"""The dagenstrook: a term laid out day by day, each day counted or not.

It shows a count, it does not make one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from leerplicht_desktop.ui.kit.dates import short_date, short_day
from leerplicht_desktop.ui.kit.label import data_tooltip
from leerplicht_desktop.ui.kit.look import HeightClaim, look
from leerplicht_desktop.ui.kit.paint import Box, draw_box, draw_line_of_text
from leerplicht_desktop.ui.kit.tokens import Tone, Type


class DayKind(StrEnum):
    """What a day does in the count; the value is what a screen reader says."""

    START = "begin, telt niet mee"
    COUNTED = "telt mee"
    TODAY = "vandaag, telt mee"
    TODAY_SKIPPED = "vandaag, telt niet mee"
    SKIPPED = "telt niet mee"
    AHEAD = "komt nog"
    LAST = "laatste dag"
    MISSED = "laatste dag, voorbij"
    LATE = "te laat"


@dataclass(frozen=True, slots=True)
class Day:
    """One day: the date, its kind, what stands in it ("start", "3", "–", "+1") and why it counts or not."""

    day: date
    kind: DayKind
    text: str
    why: str = ""


class Dagenstrook(QWidget):
    """The strip of days; it continues on a next line in a narrow card.

    Each day tells its reason as a tooltip.
    """

    def __init__(self, days: Sequence[Day] = ()) -> None:
        super().__init__()
        self._days: list[Day] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Dagenstrook")
        self._claim = HeightClaim(self)
        self.show_days(days)

    def show_days(self, days: Sequence[Day]) -> None:
        """Shows another term."""
        self._days = list(days)
        self.setAccessibleDescription("; ".join(_said(day) for day in days))
        self._claim.claim()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Days may continue on a next line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height in pixels at `width`."""
        lines = -(-len(self._days) // self._per_line(width)) if self._days else 0
        return lines * self._line_height() + max(0, lines - 1) * look().px(8)

    def sizeHint(self) -> QSize:
        """All days on one line."""
        width = len(self._days) * self._step()
        return QSize(width, self.heightForWidth(max(1, width)))

    def minimumSizeHint(self) -> QSize:
        """Two days wide."""
        return QSize(2 * self._step(), self.heightForWidth(max(2 * self._step(), self.width())))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints the days."""
        painter, of, centre = QPainter(self), look(), Qt.AlignmentFlag.AlignHCenter
        for at, day in enumerate(self._days):
            rect, line = self._rect(at), of.line(Type.BODY)
            above = QRect(rect.x(), rect.y() - line, rect.width(), line)
            below = QRect(rect.x(), rect.bottom() + 1, rect.width(), line)
            font, subtle = of.font(Type.BODY), of.colours.text_subtle
            draw_line_of_text(painter, above, short_day(day.day), font, subtle, centre)
            draw_line_of_text(painter, below, str(day.day.day), font, subtle, centre)
            box, ink = _cell(day.kind)
            draw_box(painter, rect, box)
            weight = 400 if day.kind in (DayKind.START, DayKind.SKIPPED) else 600
            draw_line_of_text(painter, rect, day.text, of.font(Type.BODY, weight), ink, centre)

    def event(self, event: QEvent) -> bool:
        """Shows why the day under the mouse counts or not."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._day_at(event.pos())
            said = _said(self._days[at]) if at is not None else ""
            QToolTip.showText(event.globalPos(), data_tooltip(said), self)
            return True
        return super().event(event)

    def _day_at(self, pos: QPoint) -> int | None:
        return next((at for at in range(len(self._days)) if self._rect(at).contains(pos)), None)

    def _step(self) -> int:
        return look().sizes.day + look().sizes.day_gap

    def _line_height(self) -> int:
        return look().sizes.day_height + 2 * look().line(Type.BODY)

    def _per_line(self, width: int) -> int:
        return max(1, (width + look().sizes.day_gap) // self._step())

    def _rect(self, at: int) -> QRect:
        line, column = divmod(at, self._per_line(self.width()))
        y = line * (self._line_height() + look().px(8)) + look().line(Type.BODY)
        return QRect(column * self._step(), y, look().sizes.day, look().sizes.day_height)


def _said(day: Day) -> str:
    reason = f" ({day.why})" if day.why else ""
    return f"{short_date(day.day)}: {day.kind}{reason}"


def _cell(kind: DayKind) -> tuple[Box, str]:
    of, colours, radius = look(), look().colours, look().px(4)
    warn, danger, info = of.tone(Tone.WARN), of.tone(Tone.DANGER), of.tone(Tone.INFO)
    dashed = Box("", colours.border, 1, radius, dashed=True)
    return {
        DayKind.START: (Box(colours.subtle, colours.line, 1, radius), colours.text),
        DayKind.COUNTED: (Box(info.fill, info.border, 1, radius), info.text),
        DayKind.TODAY: (Box(colours.action, "", 1, radius), colours.on_action),
        DayKind.TODAY_SKIPPED: (Box("", colours.action, 2, radius, dashed=True), colours.text),
        DayKind.SKIPPED: (dashed, colours.text_subtle),
        DayKind.AHEAD: (Box(colours.surface, colours.line, 1, radius), colours.text),
        DayKind.LAST: (Box(colours.surface, warn.border, 2, radius), warn.text),
        DayKind.MISSED: (Box(colours.surface, danger.border, 2, radius), danger.text),
        DayKind.LATE: (Box(danger.fill, danger.border, 1, radius), danger.text),
    }[kind]
