"""The bar above a page: each button goes its own way, and tells a key only where one works."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.bladen.bladbalk import Bladbalk


def _knop(balk: Bladbalk, woord: str) -> QAbstractButton:
    knop = balk.findChild(QAbstractButton, f"proef.{woord}")
    assert isinstance(knop, QAbstractButton)
    return knop


@pytest.mark.parametrize(
    ("woord", "verwacht"),
    [
        ("vorige", [("blader", -1)]),
        ("volgende", [("blader", 1)]),
        ("kleiner", [("zoem", -1)]),
        ("groter", [("zoem", 1)]),
    ],
)
def test_each_button_goes_its_own_way(qtbot: QtBot, woord: str, verwacht: list[tuple[str, int]]) -> None:
    balk = Bladbalk("proef")
    qtbot.addWidget(balk)
    gehoord: list[tuple[str, int]] = []
    balk.blader.connect(lambda stap: gehoord.append(("blader", stap)))
    balk.zoem.connect(lambda stap: gehoord.append(("zoem", stap)))
    balk.toon(1, 3, (100, True, True))
    balk.show()
    QTest.mouseClick(_knop(balk, woord), Qt.MouseButton.LeftButton)
    assert gehoord == verwacht


def test_the_ends_stand_still(qtbot: QtBot) -> None:
    balk = Bladbalk("proef")
    qtbot.addWidget(balk)
    balk.toon(0, 2, (75, False, True))
    assert [_knop(balk, w).isEnabled() for w in ("vorige", "volgende", "kleiner", "groter")] == [
        False,
        True,
        False,
        True,
    ]
    balk.toon(1, 2, (200, True, False))
    assert [_knop(balk, w).isEnabled() for w in ("vorige", "volgende", "kleiner", "groter")] == [
        True,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize("toetsen", [True, False])
def test_a_key_is_told_only_where_it_works(qtbot: QtBot, toetsen: bool) -> None:
    balk = Bladbalk("proef", toetsen=toetsen)
    qtbot.addWidget(balk)
    assert ["Ctrl" in _knop(balk, woord).toolTip() for woord in ("kleiner", "groter")] == [toetsen, toetsen]
