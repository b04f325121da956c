"""The card around the absence chart: heading, legend, and the same numbers as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.cards import Card
from leerplicht_desktop.ui.kit.chart import AbsenceChart, WeekHours, hours
from leerplicht_desktop.ui.kit.label import Ink, Label
from leerplicht_desktop.ui.kit.layout import Flow, Row
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.paint import Box, draw_box, draw_hatch
from leerplicht_desktop.ui.kit.tokens import Type

_LEFT = Qt.AlignmentFlag.AlignLeft
_WRAP = Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap.value)
EXCUSED = "Ziek gemeld of verlof"


class AbsenceTable(QTableWidget):
    """The numbers of the chart as a table, as high as its rows."""

    def __init__(
        self, weeks: Sequence[WeekHours] = (), unit: str = "lesuren", excused: str = EXCUSED, window: str = ""
    ) -> None:
        columns = ("Week", "Zonder geldige reden", excused, _added(window))
        super().__init__(0, len(columns))
        self.setAccessibleName(f"Verzuim per week, in {unit}")
        self.setHorizontalHeaderLabels(columns)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(_LEFT | Qt.AlignmentFlag.AlignVCenter | _WRAP)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_weeks(weeks)
        self._size_header()

    def show_weeks(self, weeks: Sequence[WeekHours]) -> None:
        """Fills the table."""
        self.setRowCount(len(weeks))
        for row, week in enumerate(weeks):
            for column, text in enumerate(_cells(week)):
                self.setItem(row, column, QTableWidgetItem(text))
        self.resizeRowsToContents()
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        """Takes the heights of a new text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._size_header()
            self.resizeRowsToContents()
            self.updateGeometry()

    def _size_header(self) -> None:
        # The header of Qt does not grow with words that break: two lines are enough for our four.
        self.horizontalHeader().setFixedHeight(2 * look().line(Type.BODY) + 2 * look().px(8))

    def sizeHint(self) -> QSize:
        """All rows, without scrolling."""
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return QSize(look().px(560), rows + self.horizontalHeader().height() + 2)

    def minimumSizeHint(self) -> QSize:
        """All rows."""
        return QSize(look().px(240), self.sizeHint().height())


class AbsenceCard(Card):
    """The chart with its heading and legend; the link turns it into a table and back.

    `unit` is the word for the hours, `excused` what the hatched hours are, `window` what the line spans.
    """

    def __init__(
        self, title: str = "", unit: str = "lesuren", excused: str = EXCUSED, window: str = ""
    ) -> None:
        self._link = LinkButton("Toon als tabel")
        super().__init__(title or f"Verzuim per week, in {unit}", self._link)
        self._chart, self._table = (
            AbsenceChart(unit=unit, window=window),
            AbsenceTable((), unit, excused, window),
        )
        self._legend = Flow(
            _entry("full", "Zonder geldige reden"),
            _entry("hatched", excused),
            _entry("line", _added(window)),
            gap=16,
        )
        self.add(self._legend, self._chart, self._table)
        self._table.hide()
        self._link.clicked.connect(self._turn)

    def show_weeks(self, weeks: Sequence[WeekHours], limit: float) -> None:
        """Shows these weeks; `limit` in hours per window."""
        self._chart.show_weeks(weeks, limit)
        self._table.show_weeks(weeks)

    def _turn(self) -> None:
        as_table = self._table.isHidden()
        self._table.setVisible(as_table)
        self._chart.setVisible(not as_table)
        self._legend.setVisible(not as_table)
        self._link.setText("Toon als grafiek" if as_table else "Toon als tabel")


class _Swatch(QWidget):
    def __init__(self, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(look().px(24 if self._kind == "line" else 12), look().px(12))

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, colours, rect = QPainter(self), look().colours, QRect(0, 0, *self.sizeHint().toTuple())
        if self._kind == "full":
            draw_box(painter, rect, Box(colours.chart_full, "", 1, look().px(2)))
        elif self._kind == "hatched":
            draw_box(painter, rect, Box(colours.chart_hatch_fill, colours.chart_hatch, 1, look().px(2)))
            inner = rect.toRectF().adjusted(1, 1, -1, -1)
            draw_hatch(painter, inner, colours.chart_hatch, look().px(5), look().px(1.25))
        else:
            self._paint_line(painter, rect)

    def _paint_line(self, painter: QPainter, rect: QRect) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look().colours.chart_total), look().px(2)))
        middle = rect.toRectF().center()
        painter.drawLine(0, round(middle.y()), rect.width(), round(middle.y()))
        painter.setBrush(QColor(look().colours.surface))
        painter.drawEllipse(middle, look().px(3), look().px(3))


def _added(window: str) -> str:
    return f"Opgeteld over {window}" if window else "Opgeteld"


def _entry(kind: str, words: str) -> QWidget:
    row = Row(_Swatch(kind), Label(words, ink=Ink.SUBTLE), gap=8)
    row.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return row


def _cells(week: WeekHours) -> tuple[str, str, str, str]:
    if week.holiday:
        return str(week.week), "vrij", "vrij", ""
    total = "" if week.total is None else hours(week.total)
    if week.reached:
        total = f"{total} (grens bereikt: {week.reached})"
    return str(week.week), hours(week.without_reason), hours(week.excused), total
