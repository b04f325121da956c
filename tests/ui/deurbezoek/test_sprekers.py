"""Turns of speech: what somebody said stays with him, whoever speaks next."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from leerplicht_desktop.ui.deurbezoek.view import DeurbezoekScherm
from tests.ui.handen import deel, druk, rust, toets, typ, vind, zichtbaar
from tests.ui.wereld import Wereld

VADER, BUREN, ZELF = "Vader, Thanatos Olympos", "Buren", "Ik zelf"


def _gezegd(wereld: Wereld, bezoek: str) -> list[tuple[str, str]]:
    vast = wereld.lees(lambda caseload: caseload.bezoek(bezoek))
    return [(segment.spreker, segment.tekst) for segment in vast.segmenten]


def _vader_zegt(scherm: DeurbezoekScherm) -> None:
    druk(scherm, "deurbezoek.soort.gezegd")
    druk(scherm, "deurbezoek.spreker.1")
    typ(scherm, "deurbezoek.tekst", "Hij is ziek.")


@pytest.mark.parametrize(("knop", "wie"), [("deurbezoek.spreker.6", ZELF), ("deurbezoek.spreker.5", BUREN)])
def test_the_next_speaker_begins_a_remark_of_his_own(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str, knop: str, wie: str
) -> None:
    _vader_zegt(scherm)
    druk(scherm, knop)
    assert _gezegd(wereld, bezoek) == [(VADER, "Hij is ziek.")]
    assert vind(scherm, "deurbezoek.tekst").hasFocus()
    typ(scherm, "deurbezoek.tekst", "Sinds wanneer?")
    assert _gezegd(wereld, bezoek) == [(VADER, "Hij is ziek."), (wie, "Sinds wanneer?")]
    druk(scherm, "deurbezoek.spreker.1")
    typ(scherm, "deurbezoek.tekst", "Maandag.")
    assert [spreker for spreker, _ in _gezegd(wereld, bezoek)] == [VADER, wie, VADER]


def test_the_same_speaker_goes_on(wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str) -> None:
    _vader_zegt(scherm)
    druk(scherm, "deurbezoek.spreker.1")
    typ(scherm, "deurbezoek.tekst", " Echt.")
    assert _gezegd(wereld, bezoek) == [(VADER, "Hij is ziek. Echt.")]


def test_a_remark_without_words_only_changes_its_speaker(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str
) -> None:
    _vader_zegt(scherm)
    for knop in ("deurbezoek.spreker.5", "deurbezoek.spreker.6"):
        druk(scherm, knop)
    typ(scherm, "deurbezoek.tekst", "Dag.")
    assert _gezegd(wereld, bezoek) == [(VADER, "Hij is ziek."), (ZELF, "Dag.")]


def test_an_earlier_quote_that_is_written_on_keeps_its_speaker(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str
) -> None:
    _vader_zegt(scherm)
    druk(scherm, "deurbezoek.spreker.6")
    typ(scherm, "deurbezoek.tekst", "Waarom?")
    vind(scherm, "deurbezoek.segment.1").setFocus()
    rust()
    druk(scherm, "deurbezoek.spreker.5")
    typ(scherm, "deurbezoek.tekst", "Ik zag hem.")
    assert _gezegd(wereld, bezoek) == [
        (VADER, "Hij is ziek."),
        (ZELF, "Waarom?"),
        (BUREN, "Ik zag hem."),
    ]


@pytest.mark.parametrize("manier", ["knop", "toets"])
def test_taking_back_takes_the_change_of_speaker_first(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str, manier: str
) -> None:
    _vader_zegt(scherm)
    druk(scherm, "deurbezoek.spreker.6")
    if manier == "knop":
        druk(scherm, "deurbezoek.ongedaan")
    else:
        toets(scherm, "deurbezoek.tekst", Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert _gezegd(wereld, bezoek) == [(VADER, "Hij is ziek.")]
    typ(scherm, "deurbezoek.tekst", " Nog.")
    assert _gezegd(wereld, bezoek) == [(VADER, "Hij is ziek. Nog.")]


def test_a_wrong_speaker_is_mended_at_the_remark_itself(
    wereld: Wereld, scherm: DeurbezoekScherm, bezoek: str
) -> None:
    _vader_zegt(scherm)
    druk(scherm, "deurbezoek.wie")
    menu = deel(scherm, "deurbezoek.wie.menu", QMenu)
    next(actie for actie in menu.actions() if actie.text() == BUREN).trigger()
    assert _gezegd(wereld, bezoek) == [(BUREN, "Hij is ziek.")]
    druk(scherm, "deurbezoek.ongedaan")
    assert _gezegd(wereld, bezoek) == [(VADER, "Hij is ziek.")]


def test_the_way_to_mend_stands_at_a_quote_with_words_only(scherm: DeurbezoekScherm) -> None:
    typ(scherm, "deurbezoek.tekst", "Licht aan.")
    assert not zichtbaar(scherm, "deurbezoek.wie")
    druk(scherm, "deurbezoek.soort.gezegd")
    assert not zichtbaar(scherm, "deurbezoek.wie")
    typ(scherm, "deurbezoek.tekst", "Dag.")
    assert zichtbaar(scherm, "deurbezoek.wie")
