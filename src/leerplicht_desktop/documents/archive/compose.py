"""Blocks into flowables: the only place where text meets the markup of reportlab, escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import singledispatchmethod
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from leerplicht_desktop.documents.archive import fonts
from leerplicht_desktop.documents.archive.arabic import joined_letters
from leerplicht_desktop.documents.archive.bidi import has_right_to_left, is_right_to_left
from leerplicht_desktop.documents.archive.figures import EmptySignature, TaggedFigure
from leerplicht_desktop.documents.archive.fonts import Lettering
from leerplicht_desktop.documents.archive.mixed import MixedParagraph
from leerplicht_desktop.documents.archive.paragraphs import GroupMark, Tag, TaggedParagraph
from leerplicht_desktop.documents.archive.righttoleft import RightToLeftParagraph
from leerplicht_desktop.documents.archive.tables import Cell, facts_table, grid_table, notice_box
from leerplicht_desktop.documents.archive.typography import LABEL_COLUMN, Styles
from leerplicht_desktop.documents.blocks import (
    Block,
    Column,
    Emphasis,
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
    Run,
    SignatureField,
    Text,
    Together,
    joined,
    plain,
)

_VARIANTS = {
    (fonts.TEXT, Emphasis.BOLD): fonts.TEXT_BOLD,
    (fonts.TEXT, Emphasis.ITALIC): fonts.TEXT_ITALIC,
    (fonts.LABEL, Emphasis.BOLD): fonts.LABEL_BOLD,
}
_HEADING_ROOM = 26 * mm  # a heading with less room below it moves to the next page


def lines(text: Text) -> list[Text]:
    """The text cut at its newlines: every line becomes a paragraph, since a break inside joins words."""
    cut: list[list[Run]] = [[]]
    for run in text:
        first, *rest = run.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        cut[-1].append(Run(first, run.emphasis))
        cut += [[Run(piece, run.emphasis)] for piece in rest]
    kept = [tuple(line) for line in cut if any(run.text.strip() for run in line)]
    return list(kept) or [(Run(""),)]


def _styled(runs: Iterable[tuple[str, str]], base: str) -> str:
    """Runs as the markup of reportlab, every character escaped; ``base`` needs no naming."""
    return "".join(
        escape(piece) if font == base else f'<font name="{font}">{escape(piece)}</font>'
        for font, piece in runs
    )


_ENDLESS = 0xFFFFFFF
"""A height, in points, that nothing fills."""


class Kept(KeepTogether):
    """Stays on one page, counting every space as the frame that draws it does.

    reportlab leaves out the space above the first line, and merges the spaces around what has no height
    where its frame does not: the last line of a group that only just fits fell over the edge, a page with one
    line on it.
    """

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """What it needs, in points."""
        size: tuple[float, float] = super().wrap(available_width, available_height)
        self._H = max(self._H, _drawn_height(self._content, self.canv, available_width))
        return size


def _drawn_height(content: Sequence[Flowable], canvas: Canvas, width: float) -> float:
    """The height of flowables one below the other in a frame, in points, with the space above the first."""
    height = below = 0.0
    for each in content:
        carries = getattr(each, "_SPACETRANSFER", False) or getattr(each, "_ZEROSIZE", False)
        height += each.wrapOn(canvas, width, _ENDLESS)[1]
        height += 0.0 if carries else max(each.getSpaceBefore() - below, 0.0)
        below = below if carries else each.getSpaceAfter()
        height += 0.0 if carries else below
    return height - below


class Composer:
    """Turns the blocks of one document into flowables of ``width`` points."""

    def __init__(self, lettering: Lettering, colour: str, width: float) -> None:
        self._lettering = lettering
        self._styles = Styles(colour)
        self._colour = colour
        self._width = width

    def compose(self, blocks: Iterable[Block]) -> list[Flowable]:
        """All flowables, in order. Headings join the group that follows them, so that none is left behind."""
        made: list[Flowable] = []
        waiting: list[Block] = []
        for block in blocks:
            if isinstance(block, Heading):
                waiting.append(block)
                continue
            if waiting and isinstance(block, Together):
                made += self.block(Together((*waiting, *block.blocks)))
            else:
                made += [flowable for each in (*waiting, block) for flowable in self.block(each)]
            waiting = []
        return made + [flowable for block in waiting for flowable in self.block(block)]

    def markup(self, text: Text, base: str) -> str:
        """The text as reportlab wants it; every character of it escaped."""
        pieces = []
        for run in text:
            wanted = _VARIANTS.get((base, run.emphasis), base)
            printed = self._lettering.prepared(run.text, wanted)
            if has_right_to_left(run.text):
                printed = joined_letters(printed)
            pieces.append(_styled(self._lettering.faces(printed, wanted), base))
        return "".join(pieces)

    def _paragraph(self, text: Text, style: ParagraphStyle, tag: Tag, label: str = "") -> TaggedParagraph:
        """``label`` is markup that hangs in the margin."""
        hanging = f"<bullet>{label}</bullet>" if label else ""
        kind = MixedParagraph if has_right_to_left(joined(text)) else TaggedParagraph
        return kind.tagged(hanging + self.markup(text, style.fontName), style, tag)

    def _flowing(self, text: Text, style: ParagraphStyle, tag: Tag) -> Flowable:
        """A paragraph in the direction of its script; emphasis is for left to right only."""
        if is_right_to_left(joined(text)):
            return RightToLeftParagraph(joined(text), style, tag, self._lettering)
        return self._paragraph(text, style, tag)

    def _cell(self, text: Text, style: ParagraphStyle) -> Cell:
        return [self._paragraph(line, style, Tag("P")) for line in lines(text)]

    @singledispatchmethod
    def block(self, block: Block) -> list[Flowable]:
        """The flowables of one block."""
        raise TypeError(f"onbekend blok {type(block).__name__}")

    @block.register
    def _heading(self, block: Heading) -> list[Flowable]:
        style = self._styles.headings[block.level]
        title = self._lettering.printable(block.text)
        tag = Tag(f"H{block.level}", outline=(title, block.level - 1))
        heading = self._flowing((Run(block.text),), style, tag)
        return [heading] if block.level == 1 else [CondPageBreak(_HEADING_ROOM), heading]

    @block.register
    def _running(self, block: Paragraph) -> list[Flowable]:
        style = self._styles.looks[block.look]
        made = [self._flowing(line, style, Tag("P", block.lang)) for line in lines(block.text)]
        return [CondPageBreak(_HEADING_ROOM), *made] if block.with_next else list(made)

    @block.register
    def _labelled(self, block: Labelled) -> list[Flowable]:
        style = self._styles.labelled(block.look)
        first, *rest = lines(block.text)
        runs = fonts.fitted(self._lettering, block.label, fonts.LABEL, style.bulletFontSize, LABEL_COLUMN - 6)
        return [
            self._paragraph(first, style, Tag("P"), _styled(runs, fonts.LABEL)),
            *(self._paragraph(line, style, Tag("P")) for line in rest),
        ]

    @block.register
    def _listing(self, block: Listing) -> list[Flowable]:
        made: list[Flowable] = [GroupMark("L")]
        for number, item in enumerate(block.items, 1):
            label = f"{number}." if block.numbered else "•"
            made.append(GroupMark("LI"))
            for index, line in enumerate(lines(item)):
                tag = Tag("LBody", block.lang)
                made.append(self._paragraph(line, self._styles.item, tag, label if index == 0 else ""))
            made.append(GroupMark())
        return [*made, GroupMark()]

    @block.register
    def _facts(self, block: Facts) -> list[Flowable]:
        rows = [
            (self._cell((Run(label),), self._styles.fact_label), self._cell(text, self._styles.cell))
            for label, text in block.rows
        ]
        title = self._lettering.printable(block.title)
        return [facts_table(title, rows, block.label_width * mm, self._width)] if rows else []

    @block.register
    def _grid(self, block: Grid) -> list[Flowable]:
        if not block.rows:  # a table with a header and nothing under it is no table (PDF/UA-1, 7.5)
            return [self._paragraph(plain("Niets te vermelden."), self._styles.looks[Look.BODY], Tag("P"))]
        total = sum(column.share for column in block.columns)
        widths = [self._width * column.share / total for column in block.columns]
        header = [self._cell((Run(column.title),), self._head_style(column)) for column in block.columns]
        rows = [
            [
                self._cell(text, self._styles.cell_right if column.right else self._styles.cell)
                for column, text in zip(block.columns, row, strict=True)
            ]
            for row in block.rows
        ]
        names = (self._lettering.printable(block.title), self._lettering.printable(block.summary))
        return [CondPageBreak(_HEADING_ROOM), grid_table(names, header, rows, widths)]

    def _head_style(self, column: Column) -> ParagraphStyle:
        return self._styles.cell_head_right if column.right else self._styles.cell_head

    @block.register
    def _notice(self, block: Notice) -> list[Flowable]:
        return [notice_box(self._cell(block.text, self._styles.cell), self._width, self._colour)]

    @block.register
    def _figure(self, block: Figure) -> list[Flowable]:
        alternative = self._lettering.printable(block.alternative)
        return [TaggedFigure(block.width * mm, block.height * mm, block.paint, alternative), Spacer(0, 6)]

    @block.register
    def _signature(self, block: SignatureField) -> list[Flowable]:
        label = self._lettering.printable(block.label)
        field = EmptySignature(block.name, label, block.width * mm, block.height * mm)
        return [field, self._paragraph((Run(block.label),), self._styles.looks[Look.SMALL], Tag("P"))]

    @block.register
    def _gap(self, block: Gap) -> list[Flowable]:
        return [Spacer(0, block.height * mm)]

    @block.register
    def _new_page(self, block: NewPage) -> list[Flowable]:
        return [PageBreak()]

    @block.register
    def _together(self, block: Together) -> list[Flowable]:
        return [Kept([flowable for each in block.blocks for flowable in self.block(each)])]
