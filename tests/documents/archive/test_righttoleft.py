"""Arabic and Hebrew: joined, in order, and readable back."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.documents.archive.press import typeset
from leerplicht_desktop.documents.archive.righttoleft import visual
from leerplicht_desktop.documents.archive.validation import shortcomings
from leerplicht_desktop.documents.blocks import Heading, Paragraph, plain
from leerplicht_desktop.documents.sheet import Sheet
from tests.documents.inzage import bladzijden


def test_letters_are_joined_as_unicode_names_their_forms() -> None:
    """Beh at the beginning, in the middle, at the end; alef joins nothing after it."""
    assert visual("ببب") == "\ufe90\ufe92\ufe91"
    assert visual("باب") == "\ufe8f\ufe8e\ufe91"
    assert visual("لا") == "\ufefb"
    assert visual("بلا") == "\ufefc\ufe91"


def test_marks_go_before_the_letter_they_stand_on() -> None:
    assert visual("بّ") == "\u0651\ufe8f"


def test_numbers_and_latin_keep_their_direction() -> None:
    assert visual("ا 12 ب") == "\ufe8f 12 \ufe8d"
    assert visual("א bel 06 12 ב") == "ב bel 06 12 א"
    assert visual("א (ב)") == "(ב) א"
    assert visual("א 12") == "12 א"


@given(st.text("אבגabc123 ().,", max_size=30))
def test_no_character_is_lost(text: str) -> None:
    assert len(visual(text)) == len(text)


def test_an_arabic_name_can_be_found_in_a_letter(sheet: Callable[..., Sheet]) -> None:
    """What a program copies from the page is the name as it was typed, in its own order."""
    data = typeset(sheet(Paragraph(plain("De heer محمد بن عبد الله was er niet.")))).data
    assert any("ﻣﺤﻤﺪ" in page or "محمد" in page for page in bladzijden(data))
    assert shortcomings(data) == ()


def test_a_paragraph_conforms_splits_and_keeps_its_logical_text(sheet: Callable[..., Sheet]) -> None:
    sentence = "نودّ أن نسمع منكم كيف الحال. "
    text = Paragraph(plain(sentence * 200), lang="ar")
    made = sheet(Heading(1, "T"), Heading(2, "بالعربية"), text, sealed=True)
    paper = typeset(made)
    assert shortcomings(paper.data) == ()
    assert paper.warnings == ()
    assert paper.pages > 1
    with pikepdf.open(io.BytesIO(paper.data)) as document:
        told = [
            str(step.operands[1].ActualText)
            for page in document.pages
            for step in pikepdf.parse_content_stream(page)
            if str(step.operator) == "BDC" and "/ActualText" in step.operands[1]
        ]
        roles = [str(kid.S) for kid in document.Root.StructTreeRoot.K[0].K]
    assert told[0] == "بالعربية"
    assert " ".join(told[1:]) == (sentence * 200).strip()
    assert roles == ["/H1", "/H2", "/P"]
