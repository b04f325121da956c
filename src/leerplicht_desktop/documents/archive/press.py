"""Sets a sheet: frames, header, watermark, footer, and the check by the validator before it may be sealed."""

from __future__ import annotations

import io

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from leerplicht_desktop.documents.archive import fonts
from leerplicht_desktop.documents.archive.canvas import ArchiveCanvas
from leerplicht_desktop.documents.archive.compose import Composer
from leerplicht_desktop.documents.archive.fonts import Lettering
from leerplicht_desktop.documents.archive.metadata import Metadata
from leerplicht_desktop.documents.archive.typography import QUIET
from leerplicht_desktop.documents.archive.validation import shortcomings
from leerplicht_desktop.documents.content_hash import short_hash
from leerplicht_desktop.documents.problems import PapierProblem
from leerplicht_desktop.documents.sheet import CREATOR, Paper, Sheet

LEFT, RIGHT, TOP, BOTTOM = 24 * mm, 20 * mm, 27 * mm, 21 * mm
MAX_PAGES = 999  # form fields take parent-tree keys from 1000; see canvas
CONCEPT = "CONCEPT"


class _Press(BaseDocTemplate):
    """The document template of one sheet."""

    def __init__(self, sheet: Sheet, lettering: Lettering, target: io.BytesIO) -> None:
        super().__init__(target, pagesize=A4)
        self._sheet = sheet
        self._lettering = lettering
        width, height = A4
        self._room = width - LEFT - RIGHT
        frame = Frame(LEFT, BOTTOM, self._room, height - TOP - BOTTOM, 0, 0, 0, 0, id="blad")
        self.addPageTemplates(PageTemplate("blad", [frame], onPage=self._before_page))
        self.pages = 0

    def make_canvas(
        self, target: io.BytesIO, pagesize: tuple[float, float], **_settings: object
    ) -> ArchiveCanvas:
        """The canvas of this sheet; what the template wants for a plain PDF does not apply."""
        sheet = self._sheet
        title = sheet.title if sheet.sealed else f"{CONCEPT} {sheet.title}"
        keywords = f"sha256:{sheet.content_hash}"
        if sheet.template_hash:
            keywords += f" sjabloon:{sheet.template_hash}"
        shown = self._lettering.printable
        metadata = Metadata(
            title=shown(title),
            author=shown(sheet.huisstijl.naam),
            subject=shown(sheet.subject),
            keywords=keywords,
            creator=CREATOR,
            moment=sheet.moment,
        )
        return ArchiveCanvas(target, pagesize, metadata, self._footer)

    def _line(
        self, canvas: ArchiveCanvas, place: tuple[float, float], text: str, look: tuple[str, float, float]
    ) -> None:
        """One line of text at ``place``; ``look`` is font, size and the room it may take in points."""
        font, size, room = look
        x, y = place
        for name, piece in fonts.fitted(self._lettering, text, font, size, room):
            canvas.setFont(name, size)
            canvas.drawString(x, y, piece)
            x += fonts.width([(name, piece)], size)

    def _before_page(self, canvas: ArchiveCanvas, _template: BaseDocTemplate) -> None:
        if not self._sheet.sealed:
            with canvas.artifact("Pagination", "Watermark"):
                canvas.saveState()
                canvas.setFont(fonts.LABEL_BOLD, 92)
                canvas.setFillColor(HexColor("#ececec"))
                canvas.translate(A4[0] / 2, A4[1] / 2)
                canvas.rotate(52)
                canvas.drawCentredString(0, -30, CONCEPT)
                canvas.restoreState()
        if not (self._sheet.letter and canvas.page_number == 1):
            with canvas.artifact("Pagination", "Header"):
                self._header(canvas)

    def _header(self, canvas: ArchiveCanvas) -> None:
        sheet, y = self._sheet, A4[1] - 18 * mm
        canvas.saveState()
        canvas.setFillColor(HexColor(sheet.huisstijl.kleur))
        half = self._room / 2 - 6
        self._line(canvas, (LEFT, y), sheet.huisstijl.naam, (fonts.LABEL_BOLD, 9.5, half))
        canvas.setFillColor(HexColor(QUIET))
        reference = " ".join(
            part for part in (sheet.soort, sheet.kenmerk if sheet.sealed else "concept") if part
        )
        runs = fonts.fitted(self._lettering, reference, fonts.LABEL, 9, half)
        start = A4[0] - RIGHT - fonts.width(runs, 9)
        self._line(canvas, (start, y), reference, (fonts.LABEL, 9, half))
        canvas.setStrokeColor(HexColor("#c9c9c9"))
        canvas.setLineWidth(0.6)
        canvas.line(LEFT, y - 6, A4[0] - RIGHT, y - 6)
        canvas.restoreState()

    def _footer(self, canvas: ArchiveCanvas, page: int, pages: int) -> None:
        self.pages = pages
        sheet, y = self._sheet, 13 * mm
        canvas.setFillColor(HexColor(QUIET))
        canvas.setStrokeColor(HexColor("#c9c9c9"))
        canvas.setLineWidth(0.6)
        canvas.line(LEFT, y + 11, A4[0] - RIGHT, y + 11)
        number = f"pagina {page} van {pages}"
        room = fonts.width([(fonts.LABEL, number)], 8)
        self._line(canvas, (A4[0] - RIGHT - room, y), number, (fonts.LABEL, 8, room + 1))
        parts = [
            sheet.soort if sheet.sealed else f"{CONCEPT} {sheet.soort.lower()}",
            sheet.kenmerk if sheet.sealed else "",
        ]
        parts += [sheet.huisstijl.voettekst, f"inhoud {short_hash(sheet.content_hash)}"]
        self._line(
            canvas, (LEFT, y), " · ".join(filter(None, parts)), (fonts.LABEL, 8, self._room - room - 12)
        )


def typeset(sheet: Sheet, *, check: bool = True) -> Paper:
    """The sheet as PDF/A-2a and PDF/UA-1.

    The same sheet gives the same bytes (with the same zlib). A sealed sheet is always checked by the
    validator and refused with ``PapierProblem`` when it does not conform; for a concept ``check`` decides
    whether shortcomings become a warning, because a preview at every keystroke cannot wait for it.
    """
    target = io.BytesIO()
    lettering = Lettering()
    press = _Press(sheet, lettering, target)
    width = A4[0] - LEFT - RIGHT
    flowables = Composer(lettering, sheet.huisstijl.kleur, width).compose(sheet.blocks)
    press.build(flowables, canvasmaker=press.make_canvas)
    if press.pages > MAX_PAGES:
        raise PapierProblem("Dit document is langer dan 999 bladzijden.", "Verdeel het over meer documenten.")
    data = target.getvalue()
    warnings = _lost(lettering)
    if sheet.sealed or check:
        found = shortcomings(data)
        if found and sheet.sealed:
            raise PapierProblem(
                "Dit document voldoet niet aan de eisen voor bewaren en toegankelijkheid.",
                "Het blijft een concept. Meld dit bij de beheerder.",
                found,
            )
        warnings += tuple(f"Nog niet geschikt om te bewaren ({line})." for line in found)
    return Paper(data=data, content_hash=sheet.content_hash, pages=press.pages, warnings=warnings)


def _lost(lettering: Lettering) -> tuple[str, ...]:
    if not lettering.lost:
        return ()
    names = ", ".join(lettering.lost)
    return (
        f"Geen enkel lettertype heeft dit teken: {names}. Op papier staat daarvoor de code tussen haken. "
        "Schrijf het woord in onze letters als dat kan.",
    )
