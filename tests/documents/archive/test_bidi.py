"""Which way text runs, and in which order a line is seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.documents.archive.bidi import (
    has_right_to_left,
    is_right_to_left,
    mirrored,
    seen_order,
    sentence_levels,
)


def gezien(text: str) -> str:
    """A Dutch sentence on one line, as it is seen from left to right."""
    levels = sentence_levels(text)
    return "".join(mirrored(text[at]) if levels[at] % 2 else text[at] for at in seen_order(levels))


@pytest.mark.parametrize(
    ("text", "first", "anywhere"),
    [
        ("مدرسة", True, True),
        ("שלום", True, True),
        ("12 مدرسة", True, True),
        ("a مدرسة", False, True),
        ("", False, False),
        ("12", False, False),
    ],
)
def test_the_first_letter_decides_for_a_paragraph(text: str, *, first: bool, anywhere: bool) -> None:
    assert is_right_to_left(text) is first
    assert has_right_to_left(text) is anywhere


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Mevrouw בב אא zegt (ב) 12.", "Mevrouw אא בב zegt (ב) 12."),
        ("Daniël, 12", "Daniël, 12"),
        ("De heer אב 12 jaar", "De heer בא 12 jaar"),
        ("klas אב12 ja", "klas 12בא ja"),
        ("zij zei אב, 06 12 34, גד toen", "zij zei דג ,06 12 34 ,בא toen"),
        ("met (אב) גד erbij", "met (בא) דג erbij"),
        ("en אב (גד) הו erbij", "en וה (דג) בא erbij"),
        ("Jan (אב) en Piet", "Jan (בא) en Piet"),
        ("אב [גד] Jan", "[דג] בא Jan"),
    ],
)
def test_words_in_a_dutch_sentence_stand_as_they_are_read(text: str, seen: str) -> None:
    assert gezien(text) == seen


@pytest.mark.parametrize("marks", ["“”", "„”", "«»", "‘’", '""'])
def test_a_quotation_is_one_piece_between_its_marks(marks: str) -> None:
    """With its full stop at its own end, and a Latin name where its reader expects it (UAX 9, HL3)."""
    opening, closing = marks[0], marks[1]
    assert gezien(f"Zij: {opening}אב Jan גד.{closing} Klaar.") == f"Zij: {opening}.דג Jan בא{closing} Klaar."


def test_a_dutch_quotation_stays_dutch() -> None:
    assert gezien("Zij: “Dag אב, tot 12 uur.” Klaar.") == "Zij: “Dag בא, tot 12 uur.” Klaar."
    assert gezien("“Ja” zei hij, “אב גד.”") == "“Ja” zei hij, “.דג בא”"


def test_marks_stay_on_their_letter() -> None:
    assert sentence_levels("a בּ b")[2:4] == [1, 1]
    assert sentence_levels("“א n\u0323 ב”")[1:7] == [1, 1, 2, 2, 1, 1]


@given(st.text("אבגabc123 ().,“”", max_size=30))
def test_no_character_of_a_sentence_is_lost(text: str) -> None:
    assert sorted(seen_order(sentence_levels(text))) == list(range(len(text)))


@given(st.lists(st.integers(0, 2), max_size=12))
def test_what_runs_from_left_to_right_keeps_its_order(levels: list[int]) -> None:
    plain = [at for at in seen_order(levels) if levels[at] == 0]
    assert plain == sorted(plain)
