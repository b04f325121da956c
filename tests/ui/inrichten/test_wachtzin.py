"""Choosing a passphrase at the first start."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from leerplicht_desktop.casework.ports.kluis import KluisToestand
from leerplicht_desktop.ui.inrichten.model import Stap
from tests.ui.inrichten.test_inrichten import GOED, Loket, begin


@pytest.mark.parametrize(
    ("wachtzin", "herhaling", "veld", "zin"),
    [
        ("kort", "kort", "wachtzin", "te raden (zeer zwak)"),
        ("leerplicht2026", "leerplicht2026", "wachtzin", "te raden"),
        ("M. de Groot Demostad", "M. de Groot Demostad", "wachtzin", "te raden"),
        (GOED, GOED + ".", "herhaling", "niet gelijk"),
    ],
)
def test_a_weak_or_unequal_passphrase_makes_no_vault(
    qtbot: QtBot, tmp_path: Path, wachtzin: str, herhaling: str, veld: str, zin: str
) -> None:
    start = begin(qtbot, tmp_path, Loket())
    start.druk("verbind")
    start.veld("wachtzin").setText(wachtzin)
    start.veld("herhaling").setText(herhaling)
    start.druk("maak")
    assert zin in start.veld(veld).accessibleDescription()
    assert start.kluis.toestand() is KluisToestand.LEEG
    assert start.toont(Stap.WACHTZIN)


def test_five_words_are_offered_and_their_strength_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    start = begin(qtbot, tmp_path, Loket())
    start.druk("verbind")
    eerste = start.label("voorstel")
    assert len(eerste.split()) == 5
    start.druk("anders")
    assert start.label("voorstel") != eerste
    start.veld("wachtzin").setText("welkom op school")
    qtbot.waitUntil(lambda: "zwak" in start.label("sterkte"))
    start.veld("wachtzin").setText(start.label("voorstel"))
    qtbot.waitUntil(lambda: "zeer sterk" in start.label("sterkte"))
    start.veld("herhaling").setText(start.label("voorstel"))
    start.druk("maak")
    assert start.kluis.toestand() is KluisToestand.OPEN
    start.kluis.sluit()
