"""The absence chart: bars per school week, a line added up over four lesweken, the limit dashed.

The numbers come from the domain; this only draws them. The same numbers stand in a table one click away.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.paint import Box, draw_box, draw_hatch, draw_line_of_text, text_width
from leerplicht_desktop.ui.kit.tokens import Type


@dataclass(frozen=True, slots=True)
class WeekHours:
    """One school week: hours without valid reason, hours ill or on leave, and what the line shows.

    `total` is the sum over the window (None: no point here); `reached` says in words that the limit was
    reached here ("17 op vr 13 nov"), after which the line starts anew. A `holiday` week is skipped.
    """

    week: int
    without_reason: float = 0
    excused: float = 0
    total: float | None = None
    reached: str = ""
    holiday: bool = False


def hours(value: float) -> str:
    """Hours as written in Dutch: "4", "2,5"."""
    return f"{value:g}".replace(".", ",")


class AbsenceChart(QWidget):
    """The plot itself. Use `absence.AbsenceCard` for the plot with heading, legend and table."""

    def __init__(
        self, weeks: Sequence[WeekHours] = (), limit: float = 0, unit: str = "lesuren", window: str = ""
    ) -> None:
        """`unit` is the word for the hours ("klokuren" for a primary school), `window` what it spans."""
        super().__init__()
        self._weeks: list[WeekHours] = []
        self._limit, self._unit, self._window = limit, unit, window
        self._words: list[QRect] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"Verzuim per week, in {unit}")
        self.show_weeks(weeks, limit)

    def show_weeks(self, weeks: Sequence[WeekHours], limit: float) -> None:
        """Shows other weeks; `limit` in hours of the unit per window."""
        self._weeks, self._limit = list(weeks), limit
        self.setAccessibleDescription("; ".join(_said(week) for week in weeks))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the plot and two rows of numbers."""
        return QSize(look().px(560), look().px(140) + 2 * self._row())

    def minimumSizeHint(self) -> QSize:
        """Each week wide enough for its numbers."""
        least = max((text_width("vrij", look().font(Type.AXIS)), look().px(24)))
        width = self._left() + len(self._weeks) * (least + look().px(2))
        return QSize(max(width, look().px(240)), self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paints grid, holidays, bars, limit, line and numbers, in that order."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_grid(painter)
        for at, week in enumerate(self._weeks):
            if week.holiday:
                draw_hatch(painter, self._band(at), look().colours.chart_free, look().px(7), look().px(1))
            else:
                self._paint_bars(painter, at, week)
            self._paint_numbers(painter, at, week)
        self._words = self._spots()
        self._paint_limit(painter)
        self._paint_line(painter)
        self._paint_limit_words(painter)

    def _row(self) -> int:
        return look().px(20)

    def _left(self) -> int:
        words = max(text_width(word, look().font(Type.AXIS)) for word in ("Week", "Uren"))
        return words + look().px(20)

    def _top(self) -> float:
        return (
            max([1, self._limit * 1.25, *(week.total or 0 for week in self._weeks), *map(_sum, self._weeks)])
            * 1.05
        )

    def _base(self) -> int:
        return self.height() - 2 * self._row() - look().px(4)

    def _y(self, value: float) -> float:
        return self._base() - value / self._top() * (self._base() - look().px(8))

    def _band(self, at: int) -> QRectF:
        step = (self.width() - self._left()) / max(1, len(self._weeks))
        wide = min(step * 0.9, look().px(36))
        middle = self._left() + (at + 0.5) * step
        return QRectF(middle - wide / 2, look().px(8), wide, self._base() - look().px(8))

    def _paint_grid(self, painter: QPainter) -> None:
        of, right = look(), Qt.AlignmentFlag.AlignRight
        for value in (0.0, self._limit / 2, self._limit):
            y = round(self._y(value))
            label = QRect(0, y - of.px(10), self._left() - of.px(10), of.px(20))
            draw_line_of_text(painter, label, hours(value), of.font(Type.AXIS), of.colours.text_subtle, right)
            if value < self._limit:
                draw_box(
                    painter, QRect(self._left(), y, self.width() - self._left(), 1), Box(of.colours.line)
                )

    def _paint_bars(self, painter: QPainter, at: int, week: WeekHours) -> None:
        of, band = look(), self._band(at)
        bar = band.adjusted(band.width() * 0.18, 0, -band.width() * 0.18, 0)
        base = float(self._base())
        for value, hatched in ((week.without_reason, False), (week.excused, True)):
            if not value:
                continue
            height = self._base() - self._y(value)
            rect = QRectF(bar.x(), base - height, bar.width(), height)
            if hatched:
                draw_box(painter, rect.toRect(), Box(of.colours.chart_hatch_fill, "", 1, of.px(2)))
                draw_hatch(painter, QRectF(rect.toRect()), of.colours.chart_hatch, of.px(5), of.px(1.25))
                draw_box(painter, rect.toRect(), Box("", of.colours.chart_hatch, 1, of.px(2)))
            else:
                draw_box(painter, rect.toRect(), Box(of.colours.chart_full, "", 1, of.px(2)))
            base -= height + of.px(2)

    def _paint_numbers(self, painter: QPainter, at: int, week: WeekHours) -> None:
        of, centre = look(), Qt.AlignmentFlag.AlignHCenter
        step = round((self.width() - self._left()) / max(1, len(self._weeks)))
        x = round(self._band(at).center().x() - step / 2)
        upper = QRect(x, self._base() + of.px(4), step, self._row())
        under = upper.translated(0, self._row())
        axis = of.font(Type.AXIS)
        if at == 0:
            for rect, word in ((upper, "Week"), (under, "Uren")):
                left = QRect(0, rect.y(), self._left(), rect.height())
                draw_line_of_text(painter, left, word, axis, of.colours.text_subtle)
        draw_line_of_text(painter, upper, str(week.week), axis, of.colours.text_subtle, centre)
        text = "vrij" if week.holiday else hours(_sum(week))
        font = axis if week.holiday else of.font(Type.AXIS, 600)
        ink = of.colours.text_subtle if week.holiday else of.colours.text
        draw_line_of_text(painter, under, text, font, ink, centre)

    def _paint_limit(self, painter: QPainter) -> None:
        of, y = look(), self._y(self._limit)
        pen = QPen(QColor(of.colours.chart_limit), of.px(2))
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.drawLine(QPointF(self._left(), y), QPointF(self.width(), y))

    def _paint_limit_words(self, painter: QPainter) -> None:
        """Above the line at the left, else at the right, else below it: where nothing else stands."""
        of, y = look(), round(self._y(self._limit))
        font = of.font(Type.AXIS, 600)
        text = f"Grens: {hours(self._limit)} {self._unit}{f' in {self._window}' if self._window else ''}"
        wide, high = text_width(text, font) + 2, of.px(18)
        left, right = self._left() + of.px(2), self.width() - wide
        for x, top in (
            (left, y - of.px(20)),
            (right, y - of.px(20)),
            (left, y + of.px(2)),
            (right, y + of.px(2)),
        ):
            place = QRect(x, top, wide, high)
            if not any(place.intersects(taken) for taken in self._words):
                draw_line_of_text(painter, place, text, font, of.colours.chart_limit)
                return

    def _spots(self) -> list[QRect]:
        """Where the dots of the line stand."""
        radius = look().px(6)
        return [
            QRectF(
                self._band(at).center().x() - radius, self._y(week.total) - radius, 2 * radius, 2 * radius
            ).toRect()
            for at, week in enumerate(self._weeks)
            if week.total is not None
        ]

    def _paint_line(self, painter: QPainter) -> None:
        of = look()
        painter.setPen(QPen(QColor(of.colours.chart_total), of.px(2)))
        for part in self._parts():
            points = [QPointF(self._band(at).center().x(), self._y(total)) for at, total in part]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(of.colours.chart_total), of.px(2)))
            painter.drawPolyline(QPolygonF(points))
        shown = [(at, week) for at, week in enumerate(self._weeks) if week.total is not None]
        for at, week in shown:
            self._paint_point(painter, at, week, is_last=at == shown[-1][0])

    def _paint_point(self, painter: QPainter, at: int, week: WeekHours, *, is_last: bool) -> None:
        of, spot = look(), QPointF(self._band(at).center().x(), self._y(week.total or 0))
        limit, line = QColor(of.colours.chart_limit), QColor(of.colours.chart_total)
        painter.setPen(QPen(limit if week.reached else line, of.px(2)))
        painter.setBrush(limit if week.reached else QColor(of.colours.surface))
        radius = of.px(4.5) if week.reached else of.px(3)
        painter.drawEllipse(spot, radius, radius)
        words = week.reached or (hours(week.total or 0) if is_last else "")
        if not words:
            return
        font, ink = (
            of.font(Type.AXIS, 600),
            of.colours.chart_limit if week.reached else of.colours.chart_total,
        )
        width = text_width(words, font) + 2
        x = min(
            round(spot.x()) + of.px(8) if week.reached else round(spot.x()) - width // 2, self.width() - width
        )
        place = QRect(x, round(spot.y()) - of.px(24), width, of.px(18))
        if not any(place.intersects(taken) for taken in self._words):
            self._words.append(place)
            draw_line_of_text(painter, place, words, font, ink)

    def _parts(self) -> list[list[tuple[int, float]]]:
        """The line in pieces: it starts anew after the limit was reached."""
        parts: list[list[tuple[int, float]]] = [[]]
        for at, week in enumerate(self._weeks):
            if week.total is not None:
                parts[-1].append((at, week.total))
            if week.reached:
                parts.append([])
        return [part for part in parts if part]


def _sum(week: WeekHours) -> float:
    return week.without_reason + week.excused


def _said(week: WeekHours) -> str:
    if week.holiday:
        return f"week {week.week}: vrij"
    said = f"week {week.week}: {hours(week.without_reason)} zonder geldige reden"
    said += f", {hours(week.excused)} ziek of verlof" if week.excused else ""
    said += f", opgeteld {hours(week.total)}" if week.total is not None else ""
    return f"{said}, grens bereikt: {week.reached}" if week.reached else said
