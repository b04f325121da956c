"""No character is ever lost on the way to paper."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.documents.archive import fonts
from leerplicht_desktop.documents.archive.fonts import Lettering


@pytest.mark.parametrize(
    "name",
    [
        "Şahin",
        "Nguyễn Thị Hồng",
        "Đorđević",
        "Łucja",
        "ʿAbd al-Raḥmān",
        "Øyvind",
        "ĳsje",
        "Ģirts",
        "Ɗan",
        "İpek",
    ],
)
@pytest.mark.parametrize(
    "font", [fonts.TEXT, fonts.TEXT_BOLD, fonts.TEXT_ITALIC, fonts.LABEL, fonts.LABEL_BOLD]
)
def test_names_of_the_register_print_in_every_face(name: str, font: str) -> None:
    lettering = Lettering()
    assert "".join(piece for face, piece in lettering.runs(name, font) if face == font) == name
    assert lettering.lost == ()


def test_two_spellings_of_one_letter_print_the_same() -> None:
    assert Lettering().printable(unicodedata.normalize("NFD", "Nguyễn")) == "Nguyễn"


def test_another_script_falls_back_to_the_last_font() -> None:
    lettering = Lettering()
    assert list(lettering.runs("vink ☑", fonts.TEXT)) == [(fonts.TEXT, "vink "), (fonts.FALLBACK, "☑")]
    assert lettering.lost == ()


def test_a_character_without_a_glyph_becomes_its_code_and_is_reported_once() -> None:
    lettering = Lettering()
    assert lettering.printable("李 en 李 en \ud800") == "[U+674E] en [U+674E] en [U+D800]"
    assert lettering.lost == ("U+674E", "U+D800")


def test_controls_become_spaces_and_marks_of_direction_vanish() -> None:
    assert Lettering().printable("a\tb\x00c\u200ed\u00ade") == "a b cde"


@given(st.text(max_size=60))
def test_every_visible_character_is_printed_or_named(text: str) -> None:
    lettering = Lettering()
    printed = lettering.printable(text)
    for char in fonts.normal(text):
        if unicodedata.category(char) not in {"Cf", "Cc"} and not char.isspace():
            assert char in printed or f"[U+{ord(char):04X}]" in printed


@given(st.text(max_size=200), st.floats(10, 300))
def test_a_fitted_line_never_sticks_out(text: str, room: float) -> None:
    runs = fonts.fitted(Lettering(), text, fonts.LABEL, 8, room)
    assert fonts.width(runs, 8) <= room or len("".join(piece for _, piece in runs)) <= 8
