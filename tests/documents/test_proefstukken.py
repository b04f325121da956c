"""Acceptance checks 1, 5, 6, 8, 9, 10 and 16 on every document the program can make (see docs/papier.md)."""

from __future__ import annotations

import io
import itertools
import re
import unicodedata
from pathlib import Path

import pikepdf
import pytest

from leerplicht_desktop.documents.archive.validation import shortcomings
from tests.documents.inzage import bladzijden, kopjes, letters, levend, qpdf, tags
from tests.documents.proefstukken import FORMULIEREN, OMVANGEN, PROEFSTUKKEN, gemaakt

ELK = pytest.mark.parametrize("naam", PROEFSTUKKEN)


def test_every_form_is_tried_in_every_size() -> None:
    for id_ in FORMULIEREN:
        for omvang in OMVANGEN:
            for veld in ("met", "zonder"):
                assert f"{id_}-{omvang}-{veld}-veld" in PROEFSTUKKEN


@ELK
def test_it_is_pdf_a_2a_and_pdf_ua_1(naam: str) -> None:
    paper = gemaakt(naam)
    assert shortcomings(paper.data) == ()
    assert paper.warnings == ()


@ELK
def test_every_letter_is_embedded_and_can_be_read_back(naam: str) -> None:
    found = letters(gemaakt(naam).data)
    assert found
    assert {name: both for name, both in found.items() if both != (True, True)} == {}
    assert not [name for name in found if "Helvetica" in name or "Courier" in name]


@ELK
def test_its_text_comes_back_whole(naam: str) -> None:
    text = "\n".join(bladzijden(gemaakt(naam).data))
    strange = {char for char in text if char in "\0\ufffd\u00ad\ufffe" or unicodedata.category(char) == "Co"}
    assert strange == set()
    assert "[U+" not in text
    # A hyphen that the layout added at the end of a line would break searching.
    assert re.findall(r"[a-z]{3}-\r?\n[a-z]{3}", text) == []


@ELK
def test_its_tags_tell_the_same_story(naam: str) -> None:
    found = tags(gemaakt(naam).data)
    levels = [int(tag.role[1]) for tag in found if re.fullmatch("H[1-6]", tag.role)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    tables = [index for index, tag in enumerate(found) if tag.role == "Table"]
    for start, end in zip(tables, [*tables, len(found)][1:], strict=bool(tables)):
        assert any("TH" in tag.below for tag in found[start:end])
    assert all(tag.alt for tag in found if tag.role in {"Figure", "Form"})


@ELK
def test_a_long_table_has_each_row_once(naam: str) -> None:
    rows = PROEFSTUKKEN[naam].rijen
    if rows:
        bodies = [tag.below.count("TR") for tag in tags(gemaakt(naam).data) if tag.role == "TBody"]
        heads = [tag.below.count("TR") for tag in tags(gemaakt(naam).data) if tag.role == "THead"]
        assert rows in bodies
        assert set(heads) == {1}


@ELK
def test_each_page_says_where_it_is(naam: str) -> None:
    paper = gemaakt(naam)
    pages = [" ".join(text.split()) for text in bladzijden(paper.data)]
    assert len(pages) == paper.pages
    for number, text in enumerate(pages, 1):
        assert text.count(f"pagina {number} van {paper.pages}") == 1
        assert re.search(r"inhoud( [0-9a-f]{4}){4}", text)


@ELK
def test_each_bookmark_leads_to_its_heading(naam: str) -> None:
    data = gemaakt(naam).data
    pages = [_bare(text) for text in bladzijden(data)]
    marks = kopjes(data)
    assert len(marks) == len([tag for tag in tags(data) if re.fullmatch("H[1-6]", tag.role)])
    for title, page in marks:
        assert _bare(title) in pages[page] or _rtl(title)


def _bare(text: str) -> str:
    return "".join(text.split())


def _rtl(text: str) -> bool:
    """Pdfium gives Arabic back in another order; ``test_righttoleft`` reads it by its ActualText."""
    return any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text)


@ELK
def test_concept_stands_on_every_page_or_on_none(naam: str) -> None:
    paper, concept = gemaakt(naam), PROEFSTUKKEN[naam].concept
    pages = bladzijden(paper.data)
    assert [("CONCEPT" in text) for text in pages] == [concept] * len(pages)
    first_heading = kopjes(paper.data)[0][0]
    assert ("CONCEPT" in first_heading) is concept


@ELK
def test_nothing_in_it_acts_or_leads_away(naam: str) -> None:
    assert levend(gemaakt(naam).data) == set()


@pytest.mark.parametrize(
    ("damage", "seen"),
    [
        ({"OpenAction": pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")}, b"/JS"),
        ({"OpenAction": pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://voorbeeld.example")}, b"/URI"),
    ],
)
def test_what_acts_would_be_seen(damage: dict[str, pikepdf.Object], seen: bytes) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(gemaakt("pv-luxe").data)) as document:
        for key, value in damage.items():
            document.Root[f"/{key}"] = value
        document.save(target)
    assert seen in levend(target.getvalue())


@ELK
def test_qpdf_finds_nothing(naam: str, tmp_path: Path) -> None:
    assert qpdf(gemaakt(naam).data, tmp_path) == ""


def test_qpdf_would_say_so(tmp_path: Path) -> None:
    data = gemaakt("pv-luxe").data
    assert "xref" in qpdf(data.replace(b"startxref", b"startxxxx"), tmp_path)
