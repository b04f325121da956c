"""A sheet on paper: conformance, identity on each page, hostile text, the same bytes twice."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pikepdf
import pytest

from leerplicht_desktop.documents.archive import press, validation
from leerplicht_desktop.documents.archive.press import typeset
from leerplicht_desktop.documents.blocks import (
    Column,
    Facts,
    Figure,
    Gap,
    Grid,
    Heading,
    Labelled,
    Listing,
    Look,
    NewPage,
    Notice,
    Paragraph,
    Together,
    bold,
    plain,
)
from leerplicht_desktop.documents.preview import Preview
from leerplicht_desktop.documents.problemen import PapierProblem
from leerplicht_desktop.documents.sheet import Sheet
from leerplicht_desktop.domain.errors import DomainError

Make = Callable[..., Sheet]
VIJANDIG = [
    "<b",
    "<img src='/etc/hostname'/>",
    "a & b",
    "</para>",
    "**niet vet**",
    "&lt;",
    "{{ veld }}",
    "<!--",
    "x" * 300,
]


@pytest.mark.parametrize("sealed", [True, False])
def test_an_empty_and_a_full_sheet_conform(sheet: Make, *, sealed: bool) -> None:
    for blocks in ((Heading(1, "Leeg"),), (Heading(1, "Vol"), *_everything("tekst"))):
        paper = typeset(sheet(*blocks, sealed=sealed))
        assert validation.shortcomings(paper.data) == ()
        assert paper.warnings == ()


def _everything(
    text: str,
) -> list[Paragraph | Labelled | Listing | Notice | Facts | Grid | Together | Gap | NewPage]:
    return [
        Paragraph(plain(text), Look.STATEMENT),
        Paragraph(bold(text), Look.SMALL, with_next=True),
        Labelled(text[:12], plain(text)),
        Listing((plain(text), bold(text)), numbered=True),
        Notice(plain(text)),
        Facts(text, ((text[:40], plain(text)),)),
        Gap(4),
        NewPage(),
        Grid(text, (Column(text[:20]), Column("Uren", right=True)), ((plain(text), plain("3")),), text),
        Together((Paragraph(plain(text)), Paragraph(plain(text)))),
    ]


@pytest.mark.parametrize("text", VIJANDIG)
def test_hostile_text_prints_as_itself(sheet: Make, words: Callable[[bytes], str], text: str) -> None:
    paper = typeset(sheet(Heading(1, text), *_everything(text), sealed=True, title=text))
    read = words(paper.data).replace(" ", "")
    assert read.count(text.replace(" ", "")) >= 9


def test_nothing_stands_outside_the_margins(sheet: Make) -> None:
    paper = typeset(sheet(Heading(1, "x" * 300), *_everything("y" * 300)))
    with Preview(paper.data) as preview:
        for picture in preview.pictures(36):
            rows = [
                picture.rgba[y * picture.width * 4 : (y + 1) * picture.width * 4]
                for y in range(picture.height)
            ]
            edge = 18 * 36 // 25  # 18 mm at 36 dpi, inside the narrower margin
            assert all(set(row[-4 * edge :]) == {255} for row in rows)


def test_each_page_names_itself_and_the_document(
    sheet: Make, page_words: Callable[[bytes], list[str]]
) -> None:
    paper = typeset(sheet(Heading(1, "T"), Paragraph(plain("woord " * 3000)), sealed=True))
    pages = page_words(paper.data)
    assert len(pages) == paper.pages > 2
    for number, text in enumerate(pages, 1):
        assert f"pagina {number} van {paper.pages}" in text
        assert "2026-1" in text
        assert "inhoud 0123 4567 89ab cdef" in text
        assert "CONCEPT" not in text


def test_a_concept_says_so_everywhere_and_has_no_number(
    sheet: Make, page_words: Callable[[bytes], list[str]]
) -> None:
    paper = typeset(sheet(Heading(1, "T"), Paragraph(plain("woord " * 3000))))
    for text in page_words(paper.data):
        assert text.count("CONCEPT") == 2
        assert "2026-1" not in text
    with pikepdf.open(io.BytesIO(paper.data)) as document:
        assert str(document.docinfo.Title) == "CONCEPT Proef"


def test_metadata_tell_the_same_twice(sheet: Make) -> None:
    made = replace(sheet(Heading(1, "T"), sealed=True, title="Łucja & <co>"), template_hash="ab12")
    with pikepdf.open(io.BytesIO(typeset(made).data)) as document, document.open_metadata() as xmp:
        assert xmp["dc:title"] == str(document.docinfo.Title) == "Łucja & <co>"
        assert xmp["pdf:Keywords"] == f"sha256:{made.content_hash} sjabloon:ab12"
        assert xmp["xmp:CreateDate"] == "2026-11-24T14:30:00+01:00"
        assert str(document.docinfo.CreationDate) == "D:20261124143000+01'00'"


def test_only_embedded_fonts_and_nothing_active(sheet: Make) -> None:
    data = typeset(sheet(Heading(1, "T"), *_everything("tekst ☑"))).data
    with pikepdf.open(io.BytesIO(data)) as document:
        fonts = {
            str(font.BaseFont): "/FontFile2" in font.FontDescriptor
            for page in document.pages
            for font in page.Resources.Font.values()
        }
        assert all(fonts.values())
        assert not document.is_encrypted
        assert not document.attachments
        assert "/OpenAction" not in document.Root
    assert b"Helvetica" not in data


_TWICE = """
import hashlib, sys
sys.path.insert(0, sys.argv[1])
from tests.documents.conftest import tijd
from leerplicht_desktop.documents.archive.press import typeset
from leerplicht_desktop.documents.blocks import Heading, Paragraph, plain
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.sheet import Sheet
blocks = (Heading(1, "T"), Paragraph(plain("Şahin " * 900)))
sheet = Sheet("T", "S", "Proef", Huisstijl("G"), tijd(14, 30), "0" * 64, blocks, sealed=True)
print(hashlib.sha256(typeset(sheet).data).hexdigest())
"""


def test_the_same_sheet_gives_the_same_bytes_anywhere() -> None:
    """Another hash seed, time zone and locale change nothing."""
    here = str(Path(__file__).parents[3])
    worlds = (
        {"PYTHONHASHSEED": "1", "TZ": "UTC"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", _TWICE, here], capture_output=True, check=True, env={**os.environ, **world}
        ).stdout
        for world in worlds
    }
    assert len(found) == 1
    assert len(found.pop().strip()) == hashlib.sha256().digest_size * 2


def test_a_lost_character_is_reported(sheet: Make, words: Callable[[bytes], str]) -> None:
    paper = typeset(sheet(Heading(1, "T"), Paragraph(plain("heer 李"))))
    assert "[U+674E]" in words(paper.data)
    assert len(paper.warnings) == 1
    assert "U+674E" in paper.warnings[0]


def test_a_document_that_does_not_conform_is_not_sealed(sheet: Make) -> None:
    """A drawing without words for who cannot see it."""
    blocks = (
        Heading(1, "T"),
        Figure(9, 9, lambda canvas, width, height: canvas.rect(0, 0, width, height), ""),
    )
    with pytest.raises(PapierProblem, match="blijft een concept") as caught:
        typeset(sheet(*blocks, sealed=True))
    assert any(line.startswith("ua1") for line in caught.value.bijzonderheden)
    concept = typeset(sheet(*blocks))
    assert any("Nog niet geschikt" in line for line in concept.warnings)
    assert typeset(sheet(*blocks), check=False).warnings == ()


def test_a_document_without_end_is_refused(sheet: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "MAX_PAGES", 2)
    with pytest.raises(PapierProblem, match="langer dan"):
        typeset(sheet(Heading(1, "T"), Paragraph(plain("woord " * 3000))))


def test_a_moment_without_zone_is_refused(sheet: Make) -> None:
    with pytest.raises(DomainError, match="tijdzone"):
        replace(sheet(Heading(1, "T")), moment=datetime(2026, 11, 24, 14, 30))  # noqa: DTZ001 - the point


@pytest.mark.parametrize(
    "blocks", [(Heading(2, "a"),), (Heading(1, "a"), Heading(3, "b")), (Heading(1, "a"), Heading(1, "b"))]
)
def test_headings_out_of_order_are_a_mistake_of_the_form(sheet: Make, blocks: tuple[Heading, ...]) -> None:
    with pytest.raises(ValueError, match="kop van niveau"):
        sheet(*blocks)
    with pytest.raises(ValueError, match="kop van niveau"):
        sheet(Together(blocks))
