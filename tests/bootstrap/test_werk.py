"""Every screen the window can be asked for is there, under its own name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.bootstrap.screens import makers
from leerplicht_desktop.ui.shell.wegwijzer import rail_items
from tests.ui.wereld import Wereld, bouw_wereld


@pytest.fixture
def wereld(tmp_path: Path) -> Iterator[Wereld]:
    made = bouw_wereld(tmp_path)
    yield made
    made.kluis.sluit()


def test_each_maker_makes_the_screen_of_its_name(wereld: Wereld, qtbot: QtBot) -> None:
    for naam, maak in makers(wereld.context).items():
        scherm = maak()
        qtbot.addWidget(scherm)
        assert scherm.naam == naam
        assert scherm.titel


def test_the_rail_leads_to_screens_that_exist(wereld: Wereld) -> None:
    namen = makers(wereld.context)
    for item in rail_items():
        assert item.key in namen
