"""The screen of a hearing by keyboard and screen reader; at every width and text size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from leerplicht_desktop.ui.kit.look import Look
from leerplicht_desktop.ui.kit.theme import Theme
from leerplicht_desktop.ui.verhoor.model import STAPPEN
from leerplicht_desktop.ui.verhoor.view import VerhoorScherm
from tests.ui.handen import druk, toets, vind
from tests.ui.keuring import buiten_beeld, stops, zonder_naam
from tests.ui.verhoor.conftest import Opener, bewaard, stap, vul_in
from tests.ui.wereld import DRIELING, Wereld

Kleed = Callable[..., Look]
SLEUTELS = [sleutel for sleutel, _ in STAPPEN]


def test_everything_has_a_name(wereld: Wereld, scherm: VerhoorScherm) -> None:
    vul_in(wereld, scherm)
    for sleutel in SLEUTELS:
        stap(scherm, sleutel)
        assert zonder_naam(scherm) == [], sleutel


@pytest.mark.parametrize("punten", [10.5, 15.75, 21])
def test_nothing_sticks_out(dress: Kleed, wereld: Wereld, scherm: VerhoorScherm, punten: float) -> None:
    vul_in(wereld, scherm)
    dress(Theme.LIGHT, punten)
    for sleutel in SLEUTELS:
        scherm.resize(1440, 900)
        stap(scherm, sleutel)
        for breedte, hoogte in ((1440, 900), (1024, 768), (800, 600)):
            assert buiten_beeld(scherm, breedte, hoogte) == [], (sleutel, breedte)


@pytest.mark.parametrize("punten", [10.5, 21])
def test_the_beginning_and_the_reading_fit(
    dress: Kleed, wereld: Wereld, toon: Opener, scherm: VerhoorScherm, punten: float
) -> None:
    vul_in(wereld, scherm)
    druk(scherm, "verhoor.vastleggen")
    aanloop = toon(f"nieuw:{DRIELING[0]}")
    dress(Theme.LIGHT, punten)
    for een in (scherm, aanloop):
        assert zonder_naam(een) == []
        for breedte, hoogte in ((1440, 900), (800, 600)):
            assert buiten_beeld(een, breedte, hoogte) == [], breedte


def test_steps_are_one_stop_with_arrows(scherm: VerhoorScherm) -> None:
    vind(scherm, "verhoor.stap.wie").setFocus()
    toets(scherm, "verhoor.stap.wie", Qt.Key.Key_Down)
    assert vind(scherm, "verhoor.identiteit").isVisible()
    namen = [een.objectName() for een in stops(scherm) if een.objectName().startswith("verhoor.stap.")]
    assert namen == ["verhoor.stap.begin"]


def test_a_choice_by_keyboard_is_kept(wereld: Wereld, scherm: VerhoorScherm) -> None:
    stap(scherm, "rechten")
    vind(scherm, "verhoor.cautie").setFocus()
    toets(scherm, "verhoor.cautie", Qt.Key.Key_Space)
    assert bewaard(wereld, scherm).cautie_om == wereld.klok.nu()
