"""The styles of the house: 10 to 11 points, line height 1.4, ragged right, no hyphens."""

from __future__ import annotations

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle

from leerplicht_desktop.documents.archive import fonts
from leerplicht_desktop.documents.blocks import Look

INK = "#1c1c1c"
QUIET = "#444444"
LABEL_COLUMN = 84.0  # points, the margin column of a Labelled block


class Styles:
    """Every paragraph style, in the colour of one municipality."""

    def __init__(self, colour: str) -> None:
        base = ParagraphStyle(
            "base",
            fontName=fonts.TEXT,
            fontSize=10.5,
            leading=14.6,
            spaceAfter=6,
            textColor=HexColor(INK),
            allowWidows=0,
            allowOrphans=0,
            splitLongWords=1,
        )
        head = ParagraphStyle(
            "head", parent=base, fontName=fonts.LABEL_BOLD, textColor=HexColor(colour), keepWithNext=0
        )
        self.looks = {
            Look.BODY: base,
            Look.LEAD: ParagraphStyle(
                "lead", parent=base, fontName=fonts.LABEL, fontSize=11, leading=15.4, spaceAfter=1
            ),
            Look.SMALL: ParagraphStyle(
                "small", parent=base, fontName=fonts.LABEL, fontSize=8.6, leading=12, spaceAfter=4,
                textColor=HexColor(QUIET),
            ),
            Look.ADDRESS: ParagraphStyle("address", parent=base, spaceAfter=0),
            Look.STATEMENT: ParagraphStyle("statement", parent=base, leftIndent=14, spaceAfter=5),
            Look.GAP: ParagraphStyle(
                "gap", parent=base, fontName=fonts.LABEL_BOLD, textColor=HexColor("#a11616")
            ),
        }  # fmt: skip
        self.headings = {
            1: ParagraphStyle("h1", parent=head, fontSize=18, leading=22.5, spaceAfter=6),
            2: ParagraphStyle("h2", parent=head, fontSize=12, leading=16, spaceBefore=10, spaceAfter=4),
            3: ParagraphStyle("h3", parent=head, fontSize=10.5, leading=14.6, spaceBefore=6, spaceAfter=3),
        }
        cell = ParagraphStyle(
            "cell", parent=base, fontName=fonts.LABEL, fontSize=9.2, leading=12.6, spaceAfter=0
        )
        self.cell = cell
        self.cell_head = ParagraphStyle("cellhead", parent=cell, fontName=fonts.LABEL_BOLD)
        self.cell_right = ParagraphStyle("cellright", parent=cell, alignment=2)
        self.cell_head_right = ParagraphStyle("cellheadright", parent=self.cell_head, alignment=2)
        self.fact_label = ParagraphStyle("factlabel", parent=cell, textColor=HexColor(QUIET))
        self.item = ParagraphStyle("item", parent=base, leftIndent=14, bulletIndent=2, spaceAfter=3)

    def labelled(self, look: Look) -> ParagraphStyle:
        """The look with room for a label in the margin column."""
        return ParagraphStyle(
            f"labelled-{look}",
            parent=self.looks[look],
            leftIndent=LABEL_COLUMN,
            bulletIndent=0,
            bulletFontName=fonts.LABEL,
            bulletFontSize=9.2,
            bulletColor=HexColor(QUIET),
        )
