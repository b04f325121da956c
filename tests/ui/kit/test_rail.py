"""The rail and the status bar."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QWidget
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.kit.icons import Icon
from leerplicht_desktop.ui.kit.look import Look
from leerplicht_desktop.ui.kit.rail import Rail, RailItem
from leerplicht_desktop.ui.kit.statusbar import StatusBar
from tests.ui.kit.measure import POINTS, picture, shown

_ITEMS = (
    RailItem("vandaag", Icon.SUN_MEDIUM, "Vandaag"),
    RailItem("dossiers", Icon.FOLDER_OPEN, "Dossiers", 142),
    RailItem("verbaal", Icon.FILE_PEN_LINE, "Processen-verbaal"),
)


def _rail(qtbot: QtBot) -> tuple[Rail, QListView]:
    rail = Rail("Gemeente Demostad", _ITEMS)
    qtbot.addWidget(rail)
    shown(rail, QSize(224, 700))
    view = rail.findChild(QListView)
    assert isinstance(view, QListView)
    return rail, view


def _said(view: QListView) -> list[str]:
    model = view.model()
    return [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(model.rowCount())]


def test_names_and_counts_are_read_aloud(qtbot: QtBot) -> None:
    rail, view = _rail(qtbot)
    assert view.accessibleName() == "Schermen"
    assert _said(view) == ["Vandaag", "Dossiers, 142", "Processen-verbaal"]
    rail.set_count("vandaag", 2)
    assert _said(view)[0] == "Vandaag, 2"


def test_arrow_keys_and_clicks_go_to_a_screen(qtbot: QtBot) -> None:
    rail, view = _rail(qtbot)
    heard: list[str] = []
    rail.chosen.connect(heard.append)
    rail.choose("vandaag")
    assert heard == []
    QTest.keyClick(view, Qt.Key.Key_Down)
    place = view.visualRect(view.model().index(2, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert heard == ["dossiers", "verbaal"]
    with pytest.raises(KeyError):
        rail.choose("weg")


@pytest.mark.parametrize("points", POINTS)
def test_widths_and_targets(qtbot: QtBot, dress: Callable[..., Look], points: float) -> None:
    dress(points=points)
    rail, view = _rail(qtbot)
    scale = points / 10.5
    assert rail.width() == pytest.approx(224 * scale, abs=1)
    assert view.sizeHintForRow(0) >= 40 * scale
    rail.set_narrow(True)
    shown(rail, QSize(1, round(700 * scale)))
    assert rail.width() == pytest.approx(64 * scale, abs=1)
    assert view.sizeHintForRow(0) >= 44 * scale


def test_chosen_looks_chosen(qtbot: QtBot) -> None:
    rail, _ = _rail(qtbot)
    before = picture(rail)
    rail.choose("dossiers")
    assert picture(rail) != before


def test_foot_says_what_the_network_does(qtbot: QtBot) -> None:
    rail, _ = _rail(qtbot)
    rail.set_connection(Icon.CLOUD_OFF, "Geen verbinding", "3 wijzigingen wachten")
    rail.set_lock("Vergrendelt over 4:12")
    names = {part.accessibleName() for part in rail.findChildren(QWidget) if part.isVisible()}
    assert {"Geen verbinding, 3 wijzigingen wachten", "Vergrendelt over 4:12"} <= names


def test_status_bar_says_when_it_was_saved(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    shown(bar, QSize(900, 32))
    assert bar.saved.text() == "Alles is bewaard"
    bar.set_saved(datetime(2026, 11, 24, 14, 7, 31, tzinfo=UTC))
    assert bar.saved.text() == bar.saved.accessibleName() == "Bewaard 14:07:31"
    assert bar.height() == 32
