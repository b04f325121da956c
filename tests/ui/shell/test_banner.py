"""The banner of a full disk goes when there is room again: what is kept says so by itself."""

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.problems import AndereServer, BekendProbleem, KluisTeruggezet, SchijfVol
from leerplicht_desktop.ui.kit.banner import PracticeBanner, ProblemBanner
from leerplicht_desktop.ui.kit.label import Label
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


def test_what_the_vault_says_stays_until_it_was_put_away(qtbot: QtBot) -> None:
    """The road comes back with its own a second later, every time."""
    venster = Venster(Navigatie(), oefenen=False)
    qtbot.addWidget(venster)
    venster.show()
    venster.toon_probleem(KluisTeruggezet(20))
    venster.toon_probleem(AndereServer())
    banner = venster.findChildren(ProblemBanner)[0]
    assert "20 wijzigingen ontbreken" in _words(banner)
    banner.clear()
    venster.toon_probleem(AndereServer())
    assert "20 wijzigingen" not in _words(banner)
    assert banner.isVisible()


def _words(banner: ProblemBanner) -> str:
    return " ".join(label.text() for label in banner.findChildren(Label))
