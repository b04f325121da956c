"""Lists: heights from the text, words for a screen reader, pages that are asked for in time."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.kit.badges import BadgeSpec
from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.look import Look, look
from leerplicht_desktop.ui.kit.rows import DossierList, DossierRow
from leerplicht_desktop.ui.kit.timeline import TimelineItem, TimelineList
from leerplicht_desktop.ui.kit.tokens import Tone, Type
from tests.ui.kit.measure import POINTS, colours_in, picture, shown

_SOON = BadgeSpec("Nog 2 werkdagen", Tone.WARN, Icon.HOURGLASS)


def _rows(count: int) -> list[DossierRow]:
    return [DossierRow(str(at), f"Leerling {at}", "2 havo", "Melding 16 uur", _SOON) for at in range(count)]


def _list(qtbot: QtBot, count: int = 3) -> DossierList:
    view = DossierList("Dossiers")
    qtbot.addWidget(view)
    view.rows.show_rows(_rows(count))
    shown(view, QSize(304, 600))
    return view


@pytest.mark.parametrize("points", POINTS)
def test_a_row_holds_its_three_lines(qtbot: QtBot, dress: Callable[..., Look], points: float) -> None:
    dress(points=points)
    view = _list(qtbot)
    assert view.sizeHintForRow(0) >= 84 * points / 10.5 - 1
    assert view.sizeHintForRow(0) >= 3 * look().line(Type.BODY) + 2 * look().px(12)


def test_a_row_is_read_aloud_whole(qtbot: QtBot) -> None:
    view = _list(qtbot)
    said = view.rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Leerling 0, 2 havo, Melding 16 uur, Nog 2 werkdagen"
    assert DossierRow("1", "Çelik", "2 havo").spoken == "Çelik, 2 havo"


def test_tooltip_shows_data_literally(qtbot: QtBot) -> None:
    view = DossierList("Dossiers")
    qtbot.addWidget(view)
    view.rows.show_rows([DossierRow("1", "<img src=x>", "2 havo")])
    assert "&lt;img" in view.rows.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_opened_by_arrow_key_and_not_by_program(qtbot: QtBot) -> None:
    view = _list(qtbot)
    heard: list[str] = []
    view.opened.connect(heard.append)
    assert view.choose("1")
    assert not view.choose("99")
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert heard == ["2"]
    assert view.chosen_keys() == ["2"]


def test_chosen_has_a_fill_and_a_bar(qtbot: QtBot) -> None:
    view = _list(qtbot)
    before = colours_in(picture(view))
    view.choose("1")
    added = colours_in(picture(view)) - before
    assert look().colours.chosen.upper() in added


def test_the_next_page_is_asked_for_before_the_end(qtbot: QtBot) -> None:
    view, asked = _list(qtbot, 200), []
    view.near_end.connect(lambda: asked.append(view.verticalScrollBar().value()))
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 4)
    assert asked == []
    bar.setValue(bar.maximum() - 10 * 84)
    assert len(asked) == 1
    view.rows.add_rows(_rows(50))
    view.rows.add_rows([])
    assert view.rows.rowCount() == 250


def test_more_rows_may_be_selected_when_asked(qtbot: QtBot) -> None:
    view = DossierList("Dossiers", multi_select=True)
    qtbot.addWidget(view)
    view.rows.show_rows(_rows(4))
    shown(view, QSize(304, 400))
    view.choose("0")
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.chosen_keys() == ["0", "1"]


def _timeline(qtbot: QtBot, width: int) -> TimelineList:
    view = TimelineList()
    qtbot.addWidget(view)
    text = "Twee keer gebeld naar moeder, geen voicemail, daarna de mentor gesproken."
    view.show_items(
        [
            TimelineItem("1", Icon.PHONE_MISSED, "Gebeld, geen gehoor", "ma 23 nov · jij", text, unsent=True),
            TimelineItem("2", Icon.DOOR_OPEN, "Deurbezoek", "di 24 nov, 14:00 · jij", planned=True),
        ]
    )
    shown(view, QSize(width, 500))
    return view


def test_timeline_grows_where_it_is_narrow(qtbot: QtBot) -> None:
    view = _timeline(qtbot, 600)
    wide = view.visualRect(view.model().index(0, 0)).height()
    shown(view, QSize(220, 500))
    QApplication.processEvents()
    narrow = view.visualRect(view.model().index(0, 0)).height()
    assert narrow >= wide + 2 * look().line(Type.BODY)


def test_timeline_is_read_aloud(qtbot: QtBot) -> None:
    view = _timeline(qtbot, 300)
    first, second = (view.model().index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1))
    assert first.startswith("Gebeld, geen gehoor, ma 23 nov · jij, Twee keer")
    assert first.endswith("Nog niet verstuurd")
    assert second == "Deurbezoek, gepland, di 24 nov, 14:00 · jij"


def test_timeline_knows_where_the_cursor_is(qtbot: QtBot) -> None:
    view = _timeline(qtbot, 300)
    view.setCurrentIndex(view.model().index(1, 0))
    assert view.current_key() == "2"
    view.show_items([])
    assert view.current_key() == ""
