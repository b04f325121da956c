"""Quotations in other scripts: letters in their shapes, found again by who searches, inside the column."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.documents.archive import fonts
from leerplicht_desktop.documents.archive.fontfile import embedded
from leerplicht_desktop.documents.archive.fonts import Lettering
from leerplicht_desktop.documents.archive.press import typeset
from leerplicht_desktop.documents.archive.typeface import Typeface
from leerplicht_desktop.documents.blocks import Facts, Heading, Labelled, Notice, Paragraph, plain
from leerplicht_desktop.documents.preview import Preview
from leerplicht_desktop.documents.sheet import Paper, Sheet
from tests.documents.archive.otherfonts import added, data

Make = Callable[..., Sheet]
ALL = ("Thai.ttf", "Devanagari.ttf", "Han.otf", "Syriac.ttf")
TIGRINYA = "ሰላም፡ ንስኻትኩም ከመይ ኣለኹም፧ እቲ ወደይ ሓሚሙ ኣሎ፣ ናብ ቤት ትምህርቲ ክኸይድ ኣይከኣለን።"
AMAZIGH = "ⴰⵣⵓⵍ ⴼⵍⵍⴰⵡⵏ ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⵓⵜⵍⴰⵢⵜ"
THAI = "ลูกชายของฉันป่วยและไม่สามารถไปโรงเรียนได้น้ำที่นี่กำลัง"
HINDI = "मेरा बेटा बीमार है। क्षत्रिय विद्यार्थी हिन्दी कि"
CHINESE = "我的儿子这个星期生病了，发高烧，医生说他必须在家休息，所以不能去学校。"
SYRIAC = "ܫܠܡܐ ܥܠܝܟܘܢ"


def _paper(sheet: Make, *blocks: object, names: tuple[str, ...] = ALL, sealed: bool = True) -> Paper:
    made = sheet(Heading(1, "T"), *blocks, sealed=sealed)
    return typeset(replace(made, huisstijl=replace(made.huisstijl, lettertypen=added(*names))))


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("text", [TIGRINYA, AMAZIGH])
def test_the_program_itself_prints_ethiopic_and_tifinagh(
    sheet: Make, words: Callable[[bytes], str], text: str
) -> None:
    paper = _paper(sheet, Paragraph(plain(f"Zij zei: “{text}”")), names=())
    assert text in words(paper.data)
    assert paper.warnings == ()


@pytest.mark.parametrize("text", [THAI, HINDI, CHINESE, "ちょっと待って、제아들이"])
def test_a_font_of_the_municipality_prints_its_script_everywhere(
    sheet: Make, words: Callable[[bytes], str], text: str
) -> None:
    """Sealed, so the validator has passed it; in running text, beside a label, in a cell and in a box."""
    cell = Facts("Gegevens", (("Gezegd", plain(text)),))
    paper = _paper(sheet, Paragraph(plain(text)), Labelled("14:02", plain(text)), cell, Notice(plain(text)))
    assert _bare(words(paper.data)).count(_bare(text)) == 4
    assert paper.warnings == ()


def test_without_a_font_every_letter_keeps_its_code(sheet: Make, words: Callable[[bytes], str]) -> None:
    paper = _paper(sheet, Paragraph(plain("ไม่ 李")), names=())
    assert "[U+0E44][U+0E21][U+0E48] [U+674E]" in words(paper.data)
    assert "U+674E" in paper.warnings[0]


def test_a_warning_does_not_name_a_hundred_letters(sheet: Make) -> None:
    (warning,) = _paper(sheet, Paragraph(plain(CHINESE)), names=()).warnings
    assert warning.count("U+") == 12
    assert re.search(r"en nog \d+", warning)


def test_letters_change_places_in_print_and_not_in_the_text() -> None:
    """The vowel of कि is written before its consonant, and क्ष is one sign."""
    face = Typeface(data("Devanagari.ttf"))
    (ki,) = face.shape("कि", "Deva", "hi")
    (ka,) = face.shape("क", "Deva", "hi")
    assert ki.text == "कि"
    assert [number for number, _, _ in ki.glyphs].index(ka.glyphs[0][0]) == 1
    (ksha,) = face.shape("क्ष", "Deva", "hi")
    assert len(ksha.glyphs) == 1


def test_a_mark_stands_on_its_letter() -> None:
    """Drawn at the start of its letter instead, it would stick out at the left."""
    face = Typeface(data("Thai.ttf"))
    (cluster,) = face.shape("นี้", "Thai", "th")
    _, (left, _, right, _) = embedded(face, {33: cluster})
    assert 0 <= left < right <= cluster.advance
    letter, *marks = cluster.glyphs
    assert len(marks) == 2
    assert letter[0] not in {number for number, _, _ in marks}
    assert cluster.advance == Typeface(data("Thai.ttf")).shape("น", "Thai", "th")[0].advance


@pytest.mark.parametrize("text", [4 * THAI, 4 * CHINESE, f"Zij zei: “{4 * CHINESE}” en “{4 * THAI}”."])
def test_text_without_spaces_fills_its_column_and_stays_in_it(sheet: Make, text: str) -> None:
    paper = _paper(sheet, Labelled("14:02", plain(text)), sealed=False)
    with Preview(paper.data) as preview:
        width = preview.picture(0, 72).width
        lines = [line for line in preview.text(0).splitlines() if re.search(r"[\u0e00-\u9fff]", line)]
    assert len(lines) > 2
    assert min(map(len, lines[:-1])) > 25, lines
    assert _rightmost(paper.data) < width - 50
    starts = {line.strip()[0] for line in lines[1:]}
    assert not starts & set("，。า")
    assert not any("\u0e31" <= first <= "\u0e3a" for first in starts)


def _rightmost(data: bytes) -> float:
    """The right edge of the last letter of another script, in points."""
    page: Any = pypdfium2.PdfDocument(data)[0].get_textpage()
    signs = ((page.get_charbox(at), page.get_text_range(at, 1)) for at in range(page.count_chars()))
    return max(float(box[2]) for box, sign in signs if sign > "\u0e00")


def test_a_script_from_right_to_left_runs_so(sheet: Make) -> None:
    """The first word stands at the right, and each word is found again whole."""
    paper = _paper(sheet, Paragraph(plain(f"Zij zei: “{SYRIAC}” en ging weg.")), Paragraph(plain(SYRIAC)))
    first, second = SYRIAC.split()
    page: Any = pypdfium2.PdfDocument(paper.data)[0].get_textpage()
    left = {word: page.get_charbox(page.get_text_range().index(word))[0] for word in (first, second)}
    assert left[first] > left[second] > 0
    assert SYRIAC.encode("utf-16-be").hex().upper().encode() in _content(paper.data)
    assert paper.warnings == ()


def test_each_piece_says_its_language(sheet: Make) -> None:
    paper = _paper(sheet, Paragraph(plain(f"“{THAI}” “{TIGRINYA}” “{HINDI}” “{CHINESE}”")))
    told = set(re.findall(rb"/Lang \(([^)]*)\)", _content(paper.data)))
    assert told == {b"th", b"und-Ethi", b"und-Deva", b"zh"}


def test_a_paragraph_that_says_its_language_says_it_once(sheet: Make) -> None:
    paper = _paper(sheet, Paragraph(plain(TIGRINYA), lang="ti"))
    assert b"/Lang" not in _content(paper.data)


def _content(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as document:
        return b"".join(page.Contents.read_bytes() for page in document.pages)


def test_more_letters_than_one_font_file_holds(sheet: Make, words: Callable[[bytes], str]) -> None:
    syllables = "".join(chr(code) for code in range(0x1200, 0x1357) if chr(code).isprintable())
    paper = _paper(sheet, Paragraph(plain(syllables)), names=())
    assert _bare(words(paper.data)).count(syllables) == 1
    with pikepdf.open(io.BytesIO(paper.data)) as document:
        own = [font for font in document.pages[0].Resources.Font.values() if "Ethiopic" in str(font.BaseFont)]
    assert len(own) == 2


def test_title_and_bookmark_hold_the_letters_themselves(sheet: Make) -> None:
    made = sheet(Heading(1, f"Over {TIGRINYA}"), sealed=True, title=f"Over {TIGRINYA}")
    with pikepdf.open(io.BytesIO(typeset(made).data)) as document:
        assert str(document.docinfo.Title) == f"Over {TIGRINYA}"
        assert str(document.Root.Outlines.First.Title) == f"Over {TIGRINYA}"


def test_the_same_words_make_the_same_bytes(sheet: Make) -> None:
    blocks = (Paragraph(plain(THAI)), Paragraph(plain(CHINESE)), Paragraph(plain(TIGRINYA)))
    assert _paper(sheet, *blocks).data == _paper(sheet, *blocks).data


def test_what_somebody_types_among_the_private_characters_is_no_stand_in() -> None:
    lettering = Lettering()
    list(lettering.runs("ሰላም", fonts.TEXT))
    assert lettering.printable("\U000f0000 \U00100000") == "[U+F0000] [U+100000]"


@given(
    st.text(st.sampled_from(f"{THAI}{HINDI}{CHINESE}{SYRIAC}{TIGRINYA} a1.\u200b\u200d\ufe0f"), max_size=40)
)
def test_every_letter_is_printed_or_named(text: str) -> None:
    """A zero-width space only says where a line may end; a joiner goes along where it joins something."""
    printed = Lettering(added(*ALL)).printable(text, fonts.TEXT)
    told = re.sub(r"\[U\+([0-9A-F]{4,6})\]", lambda code: chr(int(code[1], 16)), printed)
    steering = str.maketrans("", "", "\u200b\u200d\ufe0f")
    assert told.translate(steering) == fonts.normal(text).translate(steering)
