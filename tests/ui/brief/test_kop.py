"""The head of a letter leaves the room to the letter, at each width and text size, and hides no action."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel

from leerplicht_desktop.ui.brief.kop import Kop
from leerplicht_desktop.ui.brief.view import BriefScherm
from leerplicht_desktop.ui.kit.look import Look
from leerplicht_desktop.ui.kit.theme import Theme
from tests.ui.handen import deel, druk, rust, toets, typ, vind, zichtbaar
from tests.ui.keuring import stops
from tests.ui.kit.measure import cut
from tests.ui.wereld import PAOLO

from .conftest import Opener

Kleed = Callable[..., Look]
MATEN = [(21, 1296, 754), (10.5, 792, 668), (10.5, 732, 632), (15.75, 1296, 754)]
"""What windows of 1440 by 900, 1024 by 768 and 800 by 700 leave to the screen while practising, in pixels."""
RUIM, KRAP = (10.5, 1376, 868), MATEN[1]


def _maat(scherm: BriefScherm, dress: Kleed, maat: tuple[float, int, int]) -> None:
    dress(Theme.LIGHT, maat[0])
    scherm.resize(*maat[1:])
    rust()


def _kop(scherm: BriefScherm) -> Kop:
    (kop,) = scherm.findChildren(Kop)
    return kop


def _schrijf(toon: Opener, formulier: str = "uitnodiging_gesprek") -> BriefScherm:
    scherm = toon(PAOLO)
    druk(scherm, f"brief.formulier.{formulier}")
    druk(scherm, "brief.begin")
    return scherm


def _rij(scherm: BriefScherm, *namen: str) -> list[QRect]:
    kop = _kop(scherm)
    plekken = []
    for naam in namen:
        stuk = vind(scherm, naam)
        plekken.append(QRect(stuk.mapTo(kop, stuk.rect().topLeft()), stuk.size()))
    return plekken


def _op_een_rij(plekken: list[QRect]) -> bool:
    return all(een.right() < ander.left() for een, ander in pairwise(plekken))


@pytest.mark.parametrize("maat", MATEN)
def test_the_head_is_one_row_and_a_fifth_of_the_height(
    toon: Opener, dress: Kleed, maat: tuple[float, int, int]
) -> None:
    scherm = _schrijf(toon)
    _maat(scherm, dress, maat)
    kop = _kop(scherm)
    assert kop.height() * 5 <= scherm.height()
    namen = ("brief.terug", "brief.titel", "brief.weg", "brief.concept_afdrukken", "brief.definitief")
    assert _op_een_rij(_rij(scherm, *namen))
    assert list(cut(kop)) == []
    titel = deel(scherm, "brief.titel", QLabel)
    assert titel.width() >= titel.sizeHint().width()


def test_what_has_no_room_stands_in_words_for_eye_and_reader(toon: Opener, dress: Kleed) -> None:
    scherm = _schrijf(toon)
    _maat(scherm, dress, RUIM)
    assert deel(scherm, "brief.stand", QLabel).text() == "Concept, nog 3 te doen"
    assert deel(scherm, "brief.concept_afdrukken", QAbstractButton).text() == "Druk concept af…"
    assert not deel(scherm, "brief.namen", QLabel).text().startswith("Concept")
    _maat(scherm, dress, KRAP)
    assert not zichtbaar(scherm, "brief.stand")
    assert deel(scherm, "brief.namen", QLabel).text().startswith("Concept, nog 3 te doen · aan ")
    for naam, woord in (
        ("brief.concept_afdrukken", "Druk concept af…"),
        ("brief.weg", "Gooi dit concept weg"),
        ("brief.definitief", "Maak definitief"),
    ):
        knop = deel(scherm, naam, QAbstractButton)
        assert QAccessible.queryAccessibleInterface(knop).text(QAccessible.Text.Name) == woord
        assert knop.text() == woord or woord in knop.toolTip()
    typ(scherm, "brief.veld.gesprek_waar", "kamer 2.14")
    assert deel(scherm, "brief.namen", QLabel).text().startswith("Concept, nog 2 te doen · aan ")


def test_every_action_is_reached_by_key_and_by_mouse(toon: Opener, dress: Kleed) -> None:
    scherm = _schrijf(toon)
    _maat(scherm, dress, KRAP)
    namen = [stop.objectName() for stop in stops(scherm)]
    knoppen = ["brief.terug", "brief.weg", "brief.concept_afdrukken", "brief.definitief"]
    assert [naam for naam in namen if naam in knoppen] == knoppen
    druk(scherm, "brief.concept_afdrukken")
    druk(scherm.window(), "brief.afdrukken.niet")
    for naam, niet in (("brief.weg", "brief.weg.niet"), ("brief.concept_afdrukken", "brief.afdrukken.niet")):
        toets(scherm, naam, Qt.Key.Key_Space)
        druk(scherm.window(), niet)


@pytest.mark.parametrize("maat", [*MATEN, RUIM])
def test_a_sealed_letter_is_printed_and_exported_from_one_row(
    toon: Opener, dress: Kleed, maat: tuple[float, int, int]
) -> None:
    scherm = _schrijf(toon, "niet_thuiskaart")
    druk(scherm, "brief.definitief")
    druk(scherm.window(), "brief.definitief.wel")
    _maat(scherm, dress, maat)
    assert _op_een_rij(_rij(scherm, "brief.terug", "brief.titel", "brief.exporteer", "brief.afdrukken"))
    assert list(cut(_kop(scherm))) == []
    namen = deel(scherm, "brief.namen", QLabel).text()
    ruim = zichtbaar(scherm, "brief.stand")
    gezegd = deel(scherm, "brief.stand", QLabel).text() if ruim else namen
    assert gezegd.startswith("Definitief")
    assert "Concept" not in namen
    assert vind(scherm, "brief.exporteer").accessibleName() == "Exporteer…"
