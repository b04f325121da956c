"""A long quotation from right to left inside a Dutch sentence: where each word of it is printed."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from itertools import groupby
from typing import Any

import pikepdf
import pypdfium2
import pytest

from leerplicht_desktop.documents.archive.press import typeset
from leerplicht_desktop.documents.archive.validation import shortcomings
from leerplicht_desktop.documents.blocks import (
    Block,
    Column,
    Emphasis,
    Facts,
    Grid,
    Labelled,
    Listing,
    Notice,
    Paragraph,
    Run,
    plain,
)
from leerplicht_desktop.documents.sheet import Sheet
from tests.documents.inzage import bladzijden

Vel = Callable[..., Sheet]
_LETTERS = "אבגדהוזחטיכלמנסעפצקרשת"


def woorden(aantal: int) -> list[str]:
    """Hebrew words that differ, every eighth a number and every eighth a Latin name."""
    made = [3 * _LETTERS[n % 22] + _LETTERS[n // 22] for n in range(aantal)]
    made[2::8] = [str(100 + n) for n in range(len(made[2::8]))]
    made[6::8] = [f"Jan{n}x" for n in range(len(made[6::8]))]
    return made


def _tekens(page: Any) -> list[tuple[float, float, float, str]]:
    """(top, left, right, sign) of what is printed, from above; one line lies over 8 points from the next."""
    signs = [
        (page.get_charbox(at, loose=True), page.get_text_range(at, 1)) for at in range(page.count_chars())
    ]
    lined: list[tuple[float, float, float, str]] = []
    for box, sign in sorted(signs, key=lambda sign: -sign[0][1]):
        top = lined[-1][0] if lined and lined[-1][0] - box[1] < 4 else box[1]
        lined += [(top, box[0], box[2], sign)] if sign.strip() else []
    return lined


def gedrukt(data: bytes) -> list[list[str]]:
    """The words of each printed line from left to right, by the place of their letters on the page."""
    document = pypdfium2.PdfDocument(data)
    lines: list[list[str]] = []
    for number in range(len(document)):
        signs = sorted(_tekens(document[number].get_textpage()), key=lambda sign: (-sign[0], sign[1]))
        for _, line in groupby(signs, lambda sign: sign[0]):
            words, edge = [""], 0.0
            for _, left, right, sign in line:
                if edge and left - edge > 1.5:
                    words.append("")
                words[-1] += sign
                edge = right
            lines.append(words)
    document.close()
    return lines


def gelezen(line: list[str], words: list[str]) -> list[str]:
    """The words of the quotation on a line as its reader reads them: from right to left."""
    bare = [word.strip("“”.") for word in reversed(line)]
    printed = ["".join(reversed(word)) if word[:1] in _LETTERS else word for word in bare]
    return [word for word in printed if word in words]


@pytest.mark.parametrize("aantal", [4, 25, 60])
def test_a_quotation_goes_on_from_line_to_line(sheet: Vel, aantal: int) -> None:
    words = woorden(aantal)
    data = typeset(sheet(Paragraph(plain(f"De moeder zei toen “{' '.join(words)}” en liep weg.")))).data
    lines = [line for line in gedrukt(data) if gelezen(line, words)]
    assert len(lines) >= aantal // 16
    assert [word for line in lines for word in gelezen(line, words)] == words
    assert lines[0][:4] == ["De", "moeder", "zei", "toen"]
    assert lines[-1][-3:] == ["en", "liep", "weg."]


@pytest.mark.parametrize(
    "block",
    [
        lambda text: Labelled("10:15 uur", text),
        lambda text: Listing((text,)),
        lambda text: Facts("Feiten", (("Zei", text),)),
        lambda text: Notice(text),
        lambda text: Grid("Tabel", (Column("Dag"), Column("Zei", 3)), ((plain("ma"), text),)),
    ],
    ids=["labelled", "listing", "facts", "notice", "table"],
)
def test_in_every_block_and_with_emphasis(sheet: Vel, block: Callable[[Any], Block]) -> None:
    words = woorden(40)
    text = (Run("Zij zei “"), Run(" ".join(words), Emphasis.BOLD), Run("” en ging."))
    data = typeset(sheet(block(text))).data
    assert [word for line in gedrukt(data) for word in gelezen(line, words)] == words
    assert shortcomings(data) == ()


def test_over_a_page_break_a_word_keeps_its_place(sheet: Vel) -> None:
    """The second page does not see the mark that opened the quotation, and still knows of it."""
    words = woorden(400)
    above = tuple(Paragraph(plain("Regel.")) for _ in range(28))
    paper = typeset(sheet(*above, Paragraph(plain(f"Zij zei “{' '.join(words)}.” Klaar."))))
    assert paper.pages == 2
    assert [word for line in gedrukt(paper.data) for word in gelezen(line, words)] == words
    assert shortcomings(paper.data) == ()


def test_one_word_alone_in_a_cell(sheet: Vel) -> None:
    assert ["םולש"] in gedrukt(typeset(sheet(Notice(plain("שלום")))).data)


def _stroom(data: bytes) -> str:
    """What the first page prints, sign by sign in the order in which it is printed."""
    printed, letters = "", dict[int, str]()
    with pikepdf.open(io.BytesIO(data)) as document:
        page = document.pages[0]
        for step in pikepdf.parse_content_stream(page):
            if str(step.operator) == "Tf":
                table = page.Resources.Font[str(step.operands[0])].ToUnicode.read_bytes().decode()
                rows = re.findall("^<([0-9A-F]{2})> <([0-9A-F]{4,})>$", table, re.MULTILINE)
                letters = {int(code, 16): bytes.fromhex(sign).decode("utf-16-be") for code, sign in rows}
            elif str(step.operator) == "Tj":
                printed += "".join(letters.get(code, "") for code in bytes(step.operands[0]))
    return printed


def test_brackets_turn_and_a_mark_is_printed_before_its_letter(sheet: Vel) -> None:
    """The font draws a mark over what follows it."""
    data = typeset(sheet(Paragraph(plain("Zij zei אב (ג\u05bcד) הו en ging.")))).data
    assert "Zij zei וה (ד\u05bcג) בא en ging." in _stroom(data)


def test_who_copies_a_quotation_gets_whole_words(sheet: Vel) -> None:
    """Programs that show a PDF turn such words round themselves: an ActualText would come out reversed."""
    sentence = "לא הלך לבית הספר כי היה חולה ואני התקשרתי אליהם בבוקר מוקדם"
    words = 3 * sentence.split()
    data = typeset(sheet(Paragraph(plain(f"De vader: “{' '.join(words)}.”")), sealed=True)).data
    copied = re.findall("[א-ת]+", " ".join(bladzijden(data)))
    assert copied == words
    with pikepdf.open(io.BytesIO(data)) as document:
        assert b"ActualText" not in document.pages[0].Contents.read_bytes()


@pytest.mark.parametrize("word", ["ש\u0301", "א\u0302 ב", "x ש\u0301\u05b8 y", "م\u0301\u064e", "\u0301ש"])
def test_a_mark_keeps_the_font_that_has_it(sheet: Vel, word: str) -> None:
    """A mark of another script on a letter: both are printed, each from its own font."""
    for block in (Notice(plain(word)), Paragraph(plain(word))):
        assert shortcomings(typeset(sheet(block), check=False).data) == ()
