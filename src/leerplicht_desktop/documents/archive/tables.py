"""Tables with a tag tree: Table > THead/TBody > TR > TH/TD, also when rows are split over pages."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString
from reportlab.platypus import Flowable, Table, TableStyle

from leerplicht_desktop.documents.archive import fonts
from leerplicht_desktop.documents.archive.paragraphs import Tag, TaggedParagraph
from leerplicht_desktop.documents.archive.structure import Element

Cell = list[TaggedParagraph]
RULE = HexColor("#8a8a8a")
HEAD_FILL = HexColor("#e8edf1")


def _tags(cell: object) -> list[Tag]:
    if not isinstance(cell, (list, tuple)):
        return []
    return [item.tag for item in cell if isinstance(item, TaggedParagraph)]


def decoration(table: Table, command: str, *_arguments: object) -> None:
    """Makes fills and rules artifacts; every other step of drawing a table is none of its business."""
    if command in {"startBG", "startLines"}:
        table.canv.begin_artifact()
    elif command in {"endBG", "endLines"}:
        table.canv.end_artifact()


class TableTagger:
    """Follows reportlab while it draws a table. One tagger serves all pieces of the table.

    Backgrounds, rules and repeated header rows are artifacts. A row that is split over two pages stays one
    TR: its cells are found again through the paragraphs they share.
    """

    def __init__(self, title: str, summary: str, *, header_rows: int, row_headers: bool) -> None:
        self._title, self._summary = title, summary
        self._header_rows, self._row_headers = header_rows, row_headers
        self._body: Element | None = None
        self._head: Element | None = None
        self._outside: Element | None = None
        self._row: Element | None = None
        self._continued = False
        self._artifact = False
        self._pieces = 0

    def __call__(self, table: Table, command: str, *arguments: Any) -> None:
        """What reportlab calls at every step, with the step as a word."""
        match command:
            case "startTable":
                self._start_table(table)
            case "startRow":
                self._start_row(table, arguments[0])
            case "startCell":
                row, column, value, *_ = arguments
                self._start_cell(table, (row, column), value)
            case "endCell" | "endTable":
                table.canv.tag_parent = self._outside
            case "endRow":
                self._end_row(table)
            case _:
                decoration(table, command)

    def _start_table(self, table: Table) -> None:
        self._outside = table.canv.tag_parent
        self._pieces += 1
        if self._body is not None:
            return
        attributes: dict[str, object] = {"O": PDFName("Table")}
        if self._summary:
            attributes["Summary"] = PDFString(self._summary)
        element = Element("Table", self._outside, title=self._title, attributes=PDFDictionary(attributes))
        self._head = Element("THead", element) if self._header_rows else None
        self._body = Element("TBody", element)

    def _start_row(self, table: Table, row: int) -> None:
        head = row < self._header_rows
        self._artifact = head and self._pieces > 1
        if self._artifact:
            table.canv.begin_artifact("Pagination", "Header")
            return
        known = [tag.cell for cell in table._cellvalues[row] for tag in _tags(cell) if tag.cell is not None]
        self._continued = bool(known)
        self._row = known[0].parent if known else Element("TR", self._head if head else self._body)

    def _end_row(self, table: Table) -> None:
        if self._artifact:
            table.canv.end_artifact()
            self._artifact = False

    def _start_cell(self, table: Table, place: tuple[int, int], value: object) -> None:
        if self._artifact:
            return
        tags = _tags(value)
        known = [tag.cell for tag in tags if tag.cell is not None]
        if known:
            cell = known[0]
        elif self._continued:
            return  # the other half of this cell stands on the page before
        else:
            cell = self._new_cell(*place)
        for tag in tags:
            tag.cell = cell
        table.canv.tag_parent = cell

    def _new_cell(self, row: int, column: int) -> Element:
        head = row < self._header_rows
        if not head and not (self._row_headers and column == 0):
            return Element("TD", self._row)
        scope = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName("Column" if head else "Row")})
        return Element("TH", self._row, attributes=scope)


def facts_table(title: str, rows: list[tuple[Cell, Cell]], label_width: float, width: float) -> Flowable:
    """Two columns with row headers and thin rules; widths in points."""
    table = Table(
        [list(row) for row in rows],
        colWidths=[label_width, width - label_width],
        renderCB=TableTagger(title, "", header_rows=0, row_headers=True),
        hAlign="LEFT",
        splitInRow=1,
        spaceBefore=2,
        spaceAfter=8,
    )
    table.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), fonts.LABEL),  # a cell selects its font even around paragraphs
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LINEBELOW", (0, 0), (-1, -1), 0.4, HexColor("#c9c9c9")),
                ("LINEABOVE", (0, 0), (-1, 0), 0.4, HexColor("#c9c9c9")),
                ("LEFTPADDING", (0, 0), (0, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 6),
                ("TOPPADDING", (0, 0), (-1, -1), 2.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
            ]
        )
    )
    return table


def grid_table(
    names: tuple[str, str], header: list[Cell], rows: list[list[Cell]], widths: list[float]
) -> Flowable:
    """A ruled table with a repeated header row. ``names`` are its title and summary; widths in points."""
    table = Table(
        [header, *rows],
        colWidths=widths,
        repeatRows=1,
        renderCB=TableTagger(*names, header_rows=1, row_headers=False),
        hAlign="LEFT",
        splitInRow=1,
        spaceBefore=4,
        spaceAfter=8,
    )
    table.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), fonts.LABEL),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BACKGROUND", (0, 0), (-1, 0), HEAD_FILL),
                ("LINEBELOW", (0, 0), (-1, 0), 0.8, RULE),
                ("LINEBELOW", (0, 1), (-1, -1), 0.4, HexColor("#c9c9c9")),
                ("LEFTPADDING", (0, 0), (-1, -1), 4),
                ("RIGHTPADDING", (0, 0), (-1, -1), 4),
                ("TOPPADDING", (0, 0), (-1, -1), 2.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
            ]
        )
    )
    return table


def notice_box(content: Cell, width: float, colour: str) -> Flowable:
    """Paragraphs behind a bar of colour."""
    table = Table(
        [[content]],
        colWidths=[width],
        renderCB=decoration,
        hAlign="LEFT",
        splitInRow=1,
        spaceBefore=4,
        spaceAfter=8,
    )
    table.setStyle(
        TableStyle(
            [
                ("FONTNAME", (0, 0), (-1, -1), fonts.LABEL),
                ("BACKGROUND", (0, 0), (-1, -1), HexColor("#f4f2ec")),
                ("LINEBEFORE", (0, 0), (0, -1), 3, HexColor(colour)),
                ("LEFTPADDING", (0, 0), (-1, -1), 10),
                ("TOPPADDING", (0, 0), (-1, -1), 6),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
            ]
        )
    )
    return table
