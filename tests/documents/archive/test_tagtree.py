"""What a screen reader walks through."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pikepdf
import pytest

from leerplicht_desktop.documents.archive.press import typeset
from leerplicht_desktop.documents.blocks import (
    Column,
    Facts,
    Figure,
    Grid,
    Heading,
    Labelled,
    Listing,
    Notice,
    Paragraph,
    SignatureField,
    plain,
)
from leerplicht_desktop.documents.sheet import Sheet

_LANG = "Dit is een zin van gemiddelde lengte. " * 300


@dataclass(frozen=True)
class Node:
    """One structure element, copied out of the file."""

    role: str
    alt: str = ""
    lang: str = ""
    scope: str = ""


def elements(data: bytes) -> list[Node]:
    """All structure elements in reading order."""

    def walk(element: pikepdf.Object) -> Iterator[Node]:
        scope = element.get("/A", pikepdf.Dictionary()).get("/Scope", "")
        yield Node(
            str(element.S)[1:], str(element.get("/Alt", "")), str(element.get("/Lang", "")), str(scope)
        )
        for kid in element.get("/K", []):
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == pikepdf.Name.StructElem:
                yield from walk(kid)

    with pikepdf.open(io.BytesIO(data)) as document:
        return list(walk(document.Root.StructTreeRoot.K[0]))


def named(data: bytes, role: str) -> list[Node]:
    """The elements of one role."""
    return [node for node in elements(data) if node.role == role]


def test_every_block_has_its_role(sheet: Callable[..., Sheet]) -> None:
    data = typeset(
        sheet(
            Heading(1, "Titel"),
            Heading(2, "Deel"),
            Paragraph(plain("Tekst\nmet een tweede regel")),
            Labelled("14:01", plain("Gezien")),
            Listing((plain("een"), plain("twee"))),
            Notice(plain("Let op")),
            Facts("Feiten", (("Naam", plain("Daniël")),)),
            Figure(20, 10, lambda canvas, width, height: canvas.rect(0, 0, width, height), "Een kader"),
            SignatureField("verbalisant", "Handtekening"),
        )
    ).data
    assert [node.role for node in elements(data)] == [
        *("Document", "H1", "H2", "P", "P", "P"),
        *("L", "LI", "LBody", "LI", "LBody", "P"),
        *("Table", "TBody", "TR", "TH", "P", "TD", "P"),
        *("Figure", "Form", "P"),
    ]
    assert named(data, "Figure")[0].alt == "Een kader"
    assert named(data, "Form")[0].alt == "Handtekening"


def test_a_long_table_has_one_header_row_and_every_data_row_once(sheet: Callable[..., Sheet]) -> None:
    rows = tuple((plain(f"{number}-11-2026"), plain("3")) for number in range(400))
    data = typeset(
        sheet(Heading(1, "T"), Grid("Verzuim", (Column("Dag", 3), Column("Uren", right=True)), rows))
    ).data
    assert len(named(data, "TR")) == 401
    assert [cell.scope for cell in named(data, "TH")] == ["/Column", "/Column"]
    assert len(named(data, "Table")) == 1


@pytest.mark.parametrize("short_first", [True, False])
def test_a_row_taller_than_a_page_stays_one_row(sheet: Callable[..., Sheet], *, short_first: bool) -> None:
    row = (plain("kort"), plain(_LANG)) if short_first else (plain(_LANG), plain("kort"))
    paper = typeset(sheet(Heading(1, "T"), Grid("Verzuim", (Column("A"), Column("B")), (row,))))
    assert paper.pages > 1
    assert len(named(paper.data, "TR")) == 2
    assert len(named(paper.data, "TD")) == 2
    assert len(named(paper.data, "P")) == 4


def test_a_paragraph_over_pages_stays_one_element(sheet: Callable[..., Sheet]) -> None:
    paper = typeset(sheet(Heading(1, "T"), Paragraph(plain(_LANG))))
    assert paper.pages > 1
    assert len(named(paper.data, "P")) == 1


def test_a_foreign_paragraph_names_its_language(sheet: Callable[..., Sheet]) -> None:
    data = typeset(sheet(Heading(1, "T"), Paragraph(plain("Evinizi ziyaret ettik."), lang="tr"))).data
    assert named(data, "P")[0].lang == "tr"


def test_outline_targets_are_on_the_right_pages(sheet: Callable[..., Sheet]) -> None:
    paper = typeset(sheet(Heading(1, "Een"), Paragraph(plain(_LANG)), Heading(2, "Twee")))
    with pikepdf.open(io.BytesIO(paper.data)) as document:
        pages: list[object] = [page.objgen for page in document.pages]
        first = document.Root.Outlines.First
        found = [(str(item.Title), pages.index(item.Dest[0].objgen)) for item in (first, first.First)]
    assert found == [("Een", 0), ("Twee", paper.pages - 1)]
