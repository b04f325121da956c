"""Dagenstrook, steps and chart: what is painted is also said, and the numbers stand in a table."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.kit.absence import AbsenceCard, AbsenceTable
from leerplicht_desktop.ui.kit.buttons import LinkButton
from leerplicht_desktop.ui.kit.chart import AbsenceChart, WeekHours, hours
from leerplicht_desktop.ui.kit.dagenstrook import Dagenstrook, Day, DayKind
from leerplicht_desktop.ui.kit.look import look
from leerplicht_desktop.ui.kit.progress import Bar
from leerplicht_desktop.ui.kit.steps import Step, Steps, StepState
from tests.ui.kit.gallery_lists import WEEKS
from tests.ui.kit.measure import colours_in, picture, shown

_FIRST = date(2026, 11, 19)


def _day(kind: DayKind, offset: int = 0, why: str = "") -> Day:
    return Day(_FIRST + timedelta(days=offset), kind, "1", why)


def test_each_kind_of_day_looks_different(qtbot: QtBot) -> None:
    seen = []
    for kind in DayKind:
        strip = Dagenstrook([_day(kind)])
        qtbot.addWidget(strip)
        seen.append(picture(shown(strip)))
    assert all(seen[a] != seen[b] for a in range(len(seen)) for b in range(a))


def test_each_day_says_whether_and_why_it_counts(qtbot: QtBot) -> None:
    strip = Dagenstrook([_day(DayKind.START), _day(DayKind.SKIPPED, 2, "zaterdag"), _day(DayKind.LAST, 7)])
    qtbot.addWidget(strip)
    assert strip.accessibleDescription() == (
        "do 19 nov: begin, telt niet mee; za 21 nov: telt niet mee (zaterdag); do 26 nov: laatste dag"
    )


def test_a_narrow_strip_continues_below(qtbot: QtBot) -> None:
    strip = Dagenstrook([_day(DayKind.COUNTED, offset) for offset in range(8)])
    qtbot.addWidget(strip)
    one = strip.heightForWidth(8 * 44)
    assert strip.heightForWidth(4 * 44) == 2 * one + look().px(8)


@given(
    names=st.lists(st.text("abcdefg hij", min_size=1, max_size=24), min_size=1, max_size=6),
    width=st.integers(300, 1400),
)
def test_steps_share_the_width_they_get(names: list[str], width: int) -> None:
    steps = Steps([Step(name) for name in names])
    steps.resize(max(width, steps.minimumSizeHint().width()), 100)
    columns = [room for _, room in steps.columns(steps.width())]
    assert len(columns) == len(names)
    assert sum(columns) <= steps.width()
    assert all(room >= look().sizes.step for room in columns)
    steps.deleteLater()


def test_steps_are_said_and_differ(qtbot: QtBot) -> None:
    pictures = []
    for state in StepState:
        steps = Steps([Step("Melding", "do 19 nov", state)])
        qtbot.addWidget(steps)
        pictures.append(picture(shown(steps)))
        assert steps.accessibleDescription() == f"1. Melding, {state}, do 19 nov"
    assert all(pictures[a] != pictures[b] for a in range(len(pictures)) for b in range(a))


def test_chart_shows_bars_hatch_line_and_limit(qtbot: QtBot) -> None:
    chart = AbsenceChart(WEEKS)
    qtbot.addWidget(chart)
    colours = colours_in(picture(shown(chart, QSize(560, 200))))
    own = look().colours
    for name in (own.chart_full, own.chart_hatch, own.chart_total, own.chart_limit, own.chart_hatch_fill):
        assert name.upper() in colours


def test_chart_says_every_week(qtbot: QtBot) -> None:
    chart = AbsenceChart(WEEKS)
    qtbot.addWidget(chart)
    said = chart.accessibleDescription().split("; ")
    assert said[0] == "week 37: 0 zonder geldige reden, 2 ziek of verlof"
    assert said[6] == "week 43: vrij"
    assert said[9] == "week 46: 6 zonder geldige reden, opgeteld 17, grens bereikt: 17 op vr 13 nov"


def test_table_holds_the_same_numbers(qtbot: QtBot) -> None:
    table = AbsenceTable([WeekHours(45, 2.5, 1, 12), WeekHours(46, 6, 0, 17, "17 op vr 13 nov")])
    qtbot.addWidget(table)
    cells = [[table.item(row, column) for column in range(4)] for row in range(2)]
    texts = [[item.text() for item in row if item is not None] for row in cells]
    assert texts == [["45", "2,5", "1", "12"], ["46", "6", "0", "17 (grens bereikt: 17 op vr 13 nov)"]]


def test_the_link_turns_chart_into_table_and_back(qtbot: QtBot) -> None:
    card = AbsenceCard()
    qtbot.addWidget(card)
    card.show_weeks(WEEKS, 16)
    shown(card, QSize(600, 700))
    chart, table, link = (card.findChild(kind) for kind in (AbsenceChart, AbsenceTable, LinkButton))
    assert isinstance(chart, AbsenceChart)
    assert isinstance(table, AbsenceTable)
    assert isinstance(link, LinkButton)
    for as_table in (True, False):
        QTest.mouseClick(link, Qt.MouseButton.LeftButton)
        assert (table.isVisible(), chart.isVisible()) == (as_table, not as_table)
    assert link.text() == "Toon als tabel"


@pytest.mark.parametrize(("value", "text"), [(4, "4"), (2.5, "2,5"), (0, "0")])
def test_hours_are_written_in_dutch(value: float, text: str) -> None:
    assert hours(value) == text


def test_a_bar_tells_its_share(qtbot: QtBot) -> None:
    bar = Bar("Verzenden")
    qtbot.addWidget(bar)
    bar.tell(0, 0)
    empty = picture(shown(bar))
    bar.tell(2, 3)
    assert (bar.value(), bar.maximum()) == (2, 3)
    assert picture(bar) != empty
    bar.tell(9, 3)
    assert bar.value() == 3
