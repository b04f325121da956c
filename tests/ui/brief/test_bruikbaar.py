"""Every part named, in the window, by keyboard; at each width and text size."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from leerplicht_desktop.ui.brief.view import BriefScherm
from leerplicht_desktop.ui.kit.look import Look
from leerplicht_desktop.ui.kit.theme import Theme
from tests.ui.handen import druk, rust, toets, typ, vind, zichtbaar
from tests.ui.keuring import buiten_beeld, stops, zonder_naam
from tests.ui.wereld import PAOLO, Wereld

from .conftest import Opener

_BLADEN = ("kiezen", "schrijven", "tabel", "gereed")


def _naar(scherm: BriefScherm, blad: str) -> BriefScherm:
    if blad == "kiezen":
        druk(scherm, "brief.formulier.uitnodiging_gesprek")
    elif blad == "tabel":
        druk(scherm, "brief.formulier.zorgmelding")
        typ(scherm, "brief.instantie.adres", "Postbus 200")
        druk(scherm, "brief.begin")
    else:
        druk(scherm, "brief.formulier.niet_thuiskaart")
        druk(scherm, "brief.begin")
    if blad == "gereed":
        druk(scherm, "brief.definitief")
        druk(scherm.window(), "brief.definitief.wel")
    rust()
    return scherm


def _past(scherm: BriefScherm, breedte: int) -> bool:
    return not buiten_beeld(scherm, breedte, 868)


@pytest.mark.parametrize("blad", _BLADEN)
def test_every_stop_has_a_name(toon: Opener, blad: str) -> None:
    scherm = _naar(toon(PAOLO), blad)
    assert len(stops(scherm)) > 4
    assert not zonder_naam(scherm)


@pytest.mark.parametrize("punten", [10.5, 21.0])
@pytest.mark.parametrize("blad", _BLADEN)
def test_nothing_sticks_out(
    toon: Opener, dress: Callable[..., Look], qtbot: QtBot, blad: str, punten: float
) -> None:
    dress(Theme.LIGHT, punten)
    scherm = _naar(toon(PAOLO), blad)
    # A page that fits is drawn again when the window stands still.
    for breedte in (1376, 960, 736):
        qtbot.waitUntil(partial(_past, scherm, breedte))


def test_in_a_narrow_window_the_paper_stands_behind_a_switch(toon: Opener) -> None:
    scherm = _naar(toon(breedte=736), "schrijven")
    assert not zichtbaar(scherm, "brief.blad")
    druk(scherm, "brief.wissel.rechts")
    assert vind(scherm, "brief.blad").isVisibleTo(scherm)
    druk(scherm, "brief.definitief")
    druk(scherm.window(), "brief.definitief.niet")


def test_escape_leads_back(wereld: Wereld, toon: Opener) -> None:
    scherm = _naar(toon(), "schrijven")
    scherm.window().activateWindow()
    vind(scherm, "brief.veld.kaartnummer").setFocus()
    toets(scherm, "brief.veld.kaartnummer", Qt.Key.Key_Escape)
    assert wereld.terug == 1


def test_leaving_tells_the_others_and_forgets_the_paper(wereld: Wereld, toon: Opener) -> None:
    scherm = _naar(toon(), "schrijven")
    typ(scherm, "brief.veld.kaartnummer", "K-0417")
    eerder = len(wereld.geraakt)
    scherm.verlaat()
    assert len(wereld.geraakt) == eerder + 1


def test_no_part_flashes_as_a_window_of_its_own(toon: Opener) -> None:
    scherm = _naar(toon(PAOLO), "schrijven")
    assert [deel for deel in QApplication.topLevelWidgets() if deel.isVisible()] == [scherm.window()]
    assert QApplication.activeWindow() is scherm.window()
