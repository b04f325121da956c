"""The suitcase is full: a field that nobody packed would not be missed."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from leerplicht_desktop.domain.bezoek.deurbezoek import Achtergelaten, NietThuis

from . import packed
from .leaves import doubles, unset

KINDS: dict[str, tuple[Any, ...]] = {
    "bezoek": (packed.OPEN, packed.DICHT),
    "terugmelding": (packed.TERUGMELDING,),
    "procedure": (packed.PROCEDURE,),
    "notitie": (packed.NOTITIE,),
    "taak": (packed.TAAK,),
    "afhandeling": (packed.AFHANDELING,),
    "verhoor": (packed.VERHOOR,),
    "stuk": (packed.stuk("OEF-2026-000007"),),
    "stukstap": packed.STAPPEN,
    "bijlage": (packed.BIJLAGE, packed.SCANBLAD),
}
# Fields that are filled by something else than a value of their own.
ELSEWHERE = {
    "verhoor": {"verhoor.regels", "zinnen[1].antwoord"},
}


@pytest.mark.parametrize("kind", KINDS)
def test_no_field_stays_behind(kind: str) -> None:
    empty = set.intersection(*(unset(value) for value in KINDS[kind]))
    assert empty - ELSEWHERE.get(kind, set()) == set()


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_values_are_equal(kind: str) -> None:
    for value in KINDS[kind]:
        assert doubles(value) == set()


def test_an_empty_field_is_noticed() -> None:
    assert unset(dataclasses.replace(packed.TAAK, wie="")) == {"wie"}
    card = dataclasses.replace(packed.DICHT, niet_thuis=NietThuis(("licht aan",), Achtergelaten.KAART))
    assert "niet_thuis.kaartnummer" in unset(card)


def test_a_double_value_is_noticed() -> None:
    assert doubles(dataclasses.replace(packed.NOTITIE, met_wie="de moeder")) == {"de moeder"}
