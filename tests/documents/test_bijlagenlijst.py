"""The list of annexes says whose word their day is, and by which hash the first file is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from leerplicht_desktop.documents.bureau.voorbeeldzaak import voorbeeld_pv
from leerplicht_desktop.documents.pv_delen import bijlage_blokken
from leerplicht_desktop.domain.handhaving.proces_verbaal import Bijlage
from leerplicht_desktop.domain.stuk.opnamedag import Dagbron


def _op_papier(bijlage: Bijlage) -> str:
    (lijst, *_) = bijlage_blokken(replace(voorbeeld_pv(), bijlagen=(bijlage,)))
    return repr(lijst)


@pytest.mark.parametrize(
    ("volgens", "zin"),
    [
        (Dagbron.CAMERA, "Datum volgens de klok van de camera"),
        (Dagbron.AMBTENAAR, "Datum volgens de verbalisant"),
        (Dagbron.TOEVOEGEN, ""),
    ],
)
def test_it_says_whose_word_the_day_is(volgens: Dagbron, zin: str) -> None:
    tekst = _op_papier(Bijlage("De deur", date(2026, 11, 20), 1, "a" * 64, volgens))
    assert (zin or "De deur") in tekst
    assert ("Datum volgens" in tekst) == bool(zin)
    assert "oorspronkelijke" not in tekst


def test_the_hash_of_the_chosen_file_stands_below_that_of_the_annex() -> None:
    tekst = _op_papier(Bijlage("De deur", date(2026, 11, 20), 1, "a" * 64, Dagbron.CAMERA, "b" * 64))
    assert "SHA-256 van het oorspronkelijke bestand: bbbb" in tekst
