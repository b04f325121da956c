"""Sentences take their numbers from the provision of a day, and say them as people do."""

from __future__ import annotations

from datetime import date

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.getalwoord import dagenduur, keer, voluit
from leerplicht_desktop.domain.wet.wetzin import duur, met_de_wet

DAG = date(2026, 11, 30)


GETALLEN = {
    0: "nul",
    1: "een",
    16: "zestien",
    20: "twintig",
    22: "tweeëntwintig",
    23: "drieëntwintig",
    31: "eenendertig",
    99: "negenennegentig",
    100: "100",
}


@pytest.mark.parametrize(("getal", "woord"), GETALLEN.items())
def test_numbers_in_words(getal: int, woord: str) -> None:
    assert voluit(getal) == woord


def test_a_number_with_its_word() -> None:
    assert (keer(1, "week", "weken"), keer(2, "week", "weken")) == ("één week", "twee weken")
    assert (keer(1, "dag", "dagen", cijfers=True), keer(4, "dag", "dagen", cijfers=True)) == (
        "1 dag",
        "4 dagen",
    )
    assert (dagenduur(28), dagenduur(30), dagenduur(7)) == ("vier weken", "dertig dagen", "één week")


def test_a_sentence_is_filled_in_from_the_law_of_its_day() -> None:
    zin = (
        "Binnen {termijn.bezwaar}, vanaf {handhaving.halt|leeftijd}, {verlof.14|dagen|schooldag|schooldagen}."
    )
    assert met_de_wet(zin, DAG) == "Binnen zes weken, vanaf 12, tien schooldagen."
    assert met_de_wet("{leerplicht.begeleiding|leeftijd}", date(2020, 1, 1)) == "23"
    assert met_de_wet("{leerplicht.begeleiding|leeftijd}", DAG) == "27"
    assert duur("termijn.bezwaar", None, cijfers=True) == "6 weken"


@pytest.mark.parametrize("plek", ["{bestaat.niet}", "{verlof.14|bestaat_niet}"])
def test_a_place_that_the_law_does_not_have_is_an_error(plek: str) -> None:
    with pytest.raises(DomainError):
        met_de_wet(plek, DAG)
