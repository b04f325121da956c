"""The screen of a proces-verbaal by keyboard and screen reader; at every width and text size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QScrollArea

from leerplicht_desktop.ui.kit.look import Look
from leerplicht_desktop.ui.kit.tabs import Tabs
from leerplicht_desktop.ui.kit.theme import Theme
from leerplicht_desktop.ui.proces_verbaal.model import STAPPEN
from leerplicht_desktop.ui.proces_verbaal.view import ProcesVerbaalScherm
from tests.ui.handen import deel, druk, rust, toets, vind, zichtbaar
from tests.ui.keuring import buiten_beeld, stops, zonder_naam
from tests.ui.proces_verbaal.conftest import Opener
from tests.ui.proces_verbaal.daden import maak_compleet, stap, verzegel
from tests.ui.wereld import DRIELING, Wereld

Kleed = Callable[..., Look]
SLEUTELS = [sleutel for sleutel, _ in STAPPEN]
MATEN = ((1440, 900), (1024, 768), (800, 600))


def test_everything_has_a_name(scherm: ProcesVerbaalScherm) -> None:
    for sleutel in SLEUTELS:
        stap(scherm, sleutel)
        assert zonder_naam(scherm) == [], sleutel


@pytest.mark.parametrize("punten", [10.5, 15.75, 21])
def test_nothing_sticks_out(dress: Kleed, scherm: ProcesVerbaalScherm, punten: float) -> None:
    dress(Theme.LIGHT, punten)
    for sleutel in SLEUTELS:
        scherm.resize(1440, 900)
        stap(scherm, sleutel)
        for breedte, hoogte in MATEN:
            assert buiten_beeld(scherm, breedte, hoogte) == [], (sleutel, breedte)


@pytest.mark.parametrize("punten", [10.5, 21])
def test_the_beginning_and_the_sealed_one_fit(
    dress: Kleed, toon: Opener, scherm: ProcesVerbaalScherm, punten: float
) -> None:
    maak_compleet(scherm)
    verzegel(scherm)
    aanloop = toon(f"nieuw:{DRIELING[0]}")
    dress(Theme.LIGHT, punten)
    for een in (scherm, aanloop):
        assert zonder_naam(een) == []
        for breedte, hoogte in MATEN:
            assert buiten_beeld(een, breedte, hoogte) == [], breedte


def test_the_preview_is_a_tab_where_it_does_not_fit(scherm: ProcesVerbaalScherm) -> None:
    assert zichtbaar(scherm, "pv.voorbeeld.blad")
    assert not zichtbaar(scherm, "pv.tabs")
    scherm.resize(960, 700)
    rust()
    assert zichtbaar(scherm, "pv.tabs")
    assert not zichtbaar(scherm, "pv.voorbeeld.blad")
    deel(scherm, "pv.tabs", Tabs).choose("voorbeeld")
    deel(scherm, "pv.tabs", Tabs).chosen.emit("voorbeeld")
    rust()
    assert zichtbaar(scherm, "pv.voorbeeld.blad")
    druk(scherm, "pv.volgende")
    assert not zichtbaar(scherm, "pv.voorbeeld.blad")


def test_done_points_show_when_asked(scherm: ProcesVerbaalScherm) -> None:
    eerst = len(_punten(scherm))
    druk(scherm, "pv.toon_alles")
    assert len(_punten(scherm)) > eerst
    druk(scherm, "pv.toon_alles")
    assert len(_punten(scherm)) == eerst


def test_in_a_narrow_window_the_form_comes_first(scherm: ProcesVerbaalScherm) -> None:
    scherm.resize(736, 600)
    rust()
    assert _punten(scherm) == []
    druk(scherm, "pv.toon_alles")
    assert _punten(scherm) != []
    assert deel(scherm, "pv.toon_alles", QPushButton).text() == "Verberg de punten"
    druk(scherm, "pv.toon_alles")
    assert _punten(scherm) == []


@pytest.mark.parametrize(
    ("punten", "breedte", "hoogte"), [(21, 1305, 762), (10.5, 732, 632), (15.75, 1305, 762)]
)
def test_half_of_the_height_is_form(
    dress: Kleed, scherm: ProcesVerbaalScherm, punten: float, breedte: int, hoogte: int
) -> None:
    """What a window of 1440 by 900 or 800 by 700 leaves to the screen, at 200, 100 and 150 %."""
    dress(Theme.LIGHT, punten)
    scherm.resize(breedte, hoogte)
    rust()
    for sleutel in SLEUTELS:
        stap(scherm, sleutel)
        assert _kijkgat(scherm, sleutel) * 2 >= scherm.height(), sleutel


def test_in_a_low_window_the_bar_is_one_line_that_leads_to_the_preview(
    dress: Kleed, scherm: ProcesVerbaalScherm
) -> None:
    dress(Theme.LIGHT, 21)
    scherm.resize(1305, 762)
    rust()
    assert not zichtbaar(scherm, "pv.tabs")
    assert deel(scherm, "pv.volgende", QPushButton).accessibleName() == "Volgende: feit en periode"
    regel = {vind(scherm, naam).geometry().center().y() for naam in ("pv.naar_blad", "pv.verzegel")}
    assert len(regel) == 1
    druk(scherm, "pv.naar_blad")
    assert zichtbaar(scherm, "pv.voorbeeld.blad")
    assert not zichtbaar(scherm, "pv.stap.feit")
    druk(scherm, "pv.naar_blad")
    assert zichtbaar(scherm, "pv.stap.feit")
    druk(scherm, "pv.naar_blad")
    druk(scherm, "pv.volgende")
    assert zichtbaar(scherm, "pv.feit.plaats")


def test_steps_by_arrow_and_on_by_the_full_button(scherm: ProcesVerbaalScherm) -> None:
    vind(scherm, "pv.stap.verdachte").setFocus()
    toets(scherm, "pv.stap.verdachte", Qt.Key.Key_Down)
    assert vind(scherm, "pv.feit.plaats").isVisible()
    druk(scherm, "pv.volgende")
    assert vind(scherm, "pv.redenen_van_wetenschap").isVisible()


def test_escape_leads_back(wereld: Wereld, scherm: ProcesVerbaalScherm) -> None:
    vind(scherm, "pv.verdachte.naam").setFocus()
    toets(scherm, "pv.verdachte.naam", Qt.Key.Key_Escape)
    assert wereld.terug == 1


def _punten(scherm: ProcesVerbaalScherm) -> list[str]:
    return [een.objectName() for een in stops(scherm) if een.objectName().startswith("pv.punt.")]


def _kijkgat(scherm: ProcesVerbaalScherm, sleutel: str) -> int:
    """How high the page of a step shows, in pixels."""
    vlak = vind(scherm, f"pv.vlak.{sleutel}")
    rollen = (rol for rol in scherm.findChildren(QScrollArea) if rol.isAncestorOf(vlak))
    return min(rol.viewport().height() for rol in rollen)
