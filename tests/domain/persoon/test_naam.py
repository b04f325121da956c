"""The parts of a name, and that no accent is ever lost on the way."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.domain.persoon.adel import Geslacht, titel_uit_code
from leerplicht_desktop.domain.persoon.naam import Naam, aaneen, hoofdletter, voorletters


@pytest.mark.parametrize(
    ("voornamen", "expected"),
    [
        ("Henk", "H."),
        ("Anna Cornelia", "A.C."),
        ("Johan Frank Robert", "J.F.R."),
        ("Theo Philip IJsbrand", "T.P.I."),
        ("Anne-Fleur Belle", "A.B."),
        ("Suzie Q", "S.Q"),
        ("A", "A"),
        ("J P", "J P"),
        ("Suzie Q Maria", "S.Q M."),
        ("Ali bin Mohammed", "A.b.M."),
        ("Özil  Ólafur", "Ö.Ó."),
        (".", ""),
        ("", ""),
    ],
)
def test_initials(voornamen: str, expected: str) -> None:
    assert voorletters(voornamen) == expected


def test_an_accent_stored_apart_stays_with_its_letter() -> None:
    assert voorletters(unicodedata.normalize("NFD", "Éva")) == unicodedata.normalize("NFD", "É.")
    assert voorletters(unicodedata.normalize("NFD", "É")) == unicodedata.normalize("NFD", "É")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("van Dam", "Van Dam"), ("'t Hof", "'t Hof"), ("éclair", "Éclair"), ("ßa", "ßa"), ("", "")],
)
def test_capital_in_front(text: str, expected: str) -> None:
    assert hoofdletter(text) == expected


@given(st.text(alphabet=st.characters(exclude_categories=("Z", "C")), min_size=1))
def test_a_name_comes_out_as_it_went_in(surname: str) -> None:
    naam = Naam(geslachtsnaam=surname)
    assert naam.volledig(Geslacht.ONBEKEND) == ("Naam onbekend" if surname == "." else surname)
    assert hoofdletter(surname)[1:] == surname[1:]


@pytest.mark.parametrize(
    ("geslacht", "naam", "expected"),
    [
        (Geslacht.VROUW, Naam("Christina Maria", "", "Maassen"), "Christina Maria Maassen"),
        (Geslacht.MAN, Naam("Mohamed", "El", "Rafi"), "Mohamed El Rafi"),
        (Geslacht.MAN, Naam("", "", "Obbadah"), "Obbadah"),
        (Geslacht.VROUW, Naam("Dian Marini Maya", "", "."), "Dian Marini Maya"),
        (Geslacht.VROUW, Naam("", "van", "."), "Naam onbekend"),
        (
            Geslacht.VROUW,
            Naam("Żáïŀëñøŕ Åłéèç Đëļŧå", "'S", "Streeveld", titel_uit_code("JV")),
            "jonkvrouw Żáïŀëñøŕ Åłéèç Đëļŧå 'S Streeveld",
        ),
        (
            Geslacht.ONBEKEND,
            Naam("Jo Anne", "van", "Hoogh", titel_uit_code("JV")),
            "jonkvrouw Jo Anne van Hoogh",
        ),
        (
            Geslacht.VROUW,
            Naam("Robin Sam", "van  den", "Aedel", titel_uit_code("R")),
            "Robin Sam ridder van den Aedel",
        ),
        (
            Geslacht.ONBEKEND,
            Naam("Robin", "van", "Aedel", titel_uit_code("GI")),
            "Robin gravin van Aedel",
        ),
        (Geslacht.VROUW, Naam("Robin", "van", "Aedel", titel_uit_code("G")), "Robin gravin van Aedel"),
    ],
)
def test_full_name(geslacht: Geslacht, naam: Naam, expected: str) -> None:
    assert naam.volledig(geslacht) == expected


def test_short_name_takes_what_is_known() -> None:
    assert Naam("Jo Anne", "in 't", "Veld").kort == "Jo in 't Veld"
    assert Naam("", "", "Obbadah").kort == "Obbadah"
    assert Naam("Dian Maya", "", ".").kort == "Dian"
    assert Naam().kort == "Naam onbekend"


def test_a_name_does_not_show_itself() -> None:
    assert repr(Naam("Jo", "", "Boer")) == "Naam(***)"
    assert aaneen("", " van  den ", "Aedel") == "van den Aedel"
