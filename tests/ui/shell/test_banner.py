"""The banner of a full disk goes when there is room again: what is kept says so by itself."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.problems import AndereServer, BekendProbleem, SchijfVol
from leerplicht_desktop.ui.kit.banner import PracticeBanner, ProblemBanner
from leerplicht_desktop.ui.scherm.context import Navigatie
from leerplicht_desktop.ui.shell.window import Venster


@pytest.mark.parametrize(("probleem", "blijft"), [(SchijfVol(), False), (AndereServer(), True)])
def test_a_kept_key_takes_the_full_disk_away(qtbot: QtBot, probleem: BekendProbleem, *, blijft: bool) -> None:
    navigatie = Navigatie()
    venster = Venster(navigatie, oefenen=False)
    qtbot.addWidget(venster)
    venster.show()
    venster.toon_probleem(probleem)
    banner = venster.findChild(ProblemBanner)
    assert isinstance(banner, ProblemBanner)
    assert banner.isVisible()
    navigatie.meld_bewaard(datetime.now(UTC))
    assert banner.isVisible() is blijft


def test_a_vault_of_a_practice_municipality_says_so_on_every_screen(qtbot: QtBot) -> None:
    venster = Venster(Navigatie(), oefenen=False)
    qtbot.addWidget(venster)
    venster.show()
    assert venster.findChildren(PracticeBanner) == []
    for _ in range(2):
        venster.toon_oefenen()
    (banner,) = venster.findChildren(PracticeBanner)
    qtbot.waitUntil(banner.isVisible)
    venster.toon_probleem(AndereServer())
    assert venster.findChildren(ProblemBanner)[0].isVisible()
