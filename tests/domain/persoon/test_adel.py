"""Noble titles: every code of table 38 in every form the register publishes."""

from __future__ import annotations

import pytest

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.adel import Geslacht, titel_uit_code

_FORMS = {
    ("B", "BS"): ("baron", "barones"),
    ("G", "GI"): ("graaf", "gravin"),
    ("H", "HI"): ("hertog", "hertogin"),
    ("JH", "JV"): ("jonkheer", "jonkvrouw"),
    ("M", "MI"): ("markies", "markiezin"),
    ("P", "PS"): ("prins", "prinses"),
}


@pytest.mark.parametrize("codes", _FORMS)
def test_the_form_follows_the_sex_and_not_the_code(codes: tuple[str, str]) -> None:
    man, vrouw = _FORMS[codes]
    for code, eigen in zip(codes, (man, vrouw), strict=True):
        titel = titel_uit_code(code)
        assert titel is not None
        assert titel.vorm(Geslacht.MAN) == man
        assert titel.vorm(Geslacht.VROUW) == vrouw
        assert titel.vorm(Geslacht.ONBEKEND) == ""
        assert titel.eigen_vorm == eigen
        assert titel.predicaat is (code in ("JH", "JV"))


def test_ridder_has_no_female_form() -> None:
    ridder = titel_uit_code("R")
    assert ridder is not None
    assert (ridder.vorm(Geslacht.MAN), ridder.vorm(Geslacht.VROUW)) == ("ridder", "")


@pytest.mark.parametrize(
    ("code", "man", "vrouw", "onbekend"),
    [
        ("GI", "Hooggeboren heer", "Hooggeboren vrouwe", ""),
        ("PS", "Hoogheid", "Hoogheid", "Hoogheid"),
        ("HI", "Hoogwelgeboren heer", "Hoogwelgeboren vrouwe", ""),
        ("JV", "Hoogwelgeboren heer", "Hoogwelgeboren vrouwe", ""),
        ("R", "Hoogwelgeboren heer", "Hoogwelgeboren vrouwe", ""),
    ],
)
def test_form_of_address(code: str, man: str, vrouw: str, onbekend: str) -> None:
    titel = titel_uit_code(code)
    assert titel is not None
    assert [titel.aanspreekvorm(sex) for sex in Geslacht] == [man, vrouw, onbekend]


def test_no_code_is_no_title_and_a_strange_code_is_refused() -> None:
    assert titel_uit_code("") is None
    with pytest.raises(DomainError, match="tabel 38"):
        titel_uit_code("XX")
