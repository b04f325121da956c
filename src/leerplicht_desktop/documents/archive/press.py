"""Sets a sheet: frames, header, watermark, footer, and the check by the validator before it may be sealed."""

from __future__ import annotations

import io

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from leerplicht_desktop.documents.archive import fonts
from leerplicht_desktop.documents.archive.canvas import ArchiveCanvas
from leerplicht_desktop.documents.archive.compose import Composer
from leerplicht_desktop.documents.archive.fonts import Lettering
from leerplicht_desktop.documents.archive.letterhead import draw_letterhead, draw_line, draw_runs
from leerplicht_desktop.documents.archive.metadata import Metadata
from leerplicht_desktop.documents.archive.typography import QUIET
from leerplicht_desktop.documents.archive.validation import shortcomings
from leerplicht_desktop.documents.content_hash import short_hash
from leerplicht_desktop.documents.problemen import PapierProblem
from leerplicht_desktop.documents.sheet import CREATOR, Format, Paper, Sheet

MAX_PAGES = 999  # form fields take parent-tree keys from 1000; see canvas
CONCEPT = "CONCEPT"
_LETTER_TOP = 50 * mm  # where the address begins: behind the window of a C5/6 envelope
_SMALL = 8
_NAMED = 12  # as many characters without a letter a warning names


class _Press(BaseDocTemplate):
    """The document template of one sheet."""

    def __init__(self, sheet: Sheet, lettering: Lettering, target: io.BytesIO) -> None:
        width, height, left, right, top, bottom = (side * mm for side in sheet.format.value)
        super().__init__(target, pagesize=(width, height))
        self._sheet = sheet
        self._lettering = lettering
        self._size = (width, height)
        self._left, self._right = left, right
        self.room = width - left - right
        frames = [("blad", height - top - bottom)]
        if sheet.letter:
            frames.insert(0, ("brief", height - _LETTER_TOP - bottom))
        for name, tall in frames:
            frame = Frame(left, bottom, self.room, tall, 0, 0, 0, 0, id=name)
            self.addPageTemplates(
                PageTemplate(name, [frame], onPage=self._before_page, autoNextPageTemplate="blad")
            )
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

    def _before_page(self, canvas: ArchiveCanvas, _template: BaseDocTemplate) -> None:
        width, height = self._size
        if not self._sheet.sealed:
            with canvas.artifact("Pagination", "Watermark"):
                canvas.saveState()
                canvas.setFont(fonts.LABEL_BOLD, width / 6.5)
                canvas.setFillColor(HexColor("#ececec"))
                canvas.translate(width / 2, height / 2)
                canvas.rotate(52)
                canvas.drawCentredString(0, -width / 20, CONCEPT)
                canvas.restoreState()
        if self._sheet.letter and canvas.page_number == 1:
            box = (self._left, self.room, height - 14 * mm)
            draw_letterhead(canvas, self._lettering, self._sheet.huisstijl, box)
        else:
            with canvas.artifact("Pagination", "Header"):
                self._header(canvas)

    def _header(self, canvas: ArchiveCanvas) -> None:
        sheet = self._sheet
        y = self._size[1] - (18 if sheet.format is Format.A4 else 12) * mm
        canvas.saveState()
        canvas.setFillColor(HexColor(sheet.huisstijl.kleur))
        half = self.room / 2 - 6
        kenmerk = sheet.kenmerk if sheet.sealed else "concept"
        runs = fonts.fitted(self._lettering, f"{sheet.soort} {kenmerk}".strip(), fonts.LABEL, 9, half)
        taken = fonts.width(runs, 9)
        name = (fonts.LABEL_BOLD, 9.5, self.room - taken - 12)
        draw_line(canvas, self._lettering, (self._left, y), sheet.huisstijl.naam, name)
        canvas.setFillColor(HexColor(QUIET))
        draw_runs(canvas, (self._size[0] - self._right - taken, y), runs, 9)
        self._rule(canvas, y - 6)
        canvas.restoreState()

    def _rule(self, canvas: ArchiveCanvas, y: float) -> None:
        canvas.setStrokeColor(HexColor("#c9c9c9"))
        canvas.setLineWidth(0.6)
        canvas.line(self._left, y, self._size[0] - self._right, y)

    def _footer(self, canvas: ArchiveCanvas, page: int, pages: int) -> None:
        self.pages = pages
        sheet = self._sheet
        small, y = (_SMALL, 13 * mm) if sheet.format is Format.A4 else (6, 8 * mm)
        canvas.setFillColor(HexColor(QUIET))
        self._rule(canvas, y + 11)
        number = f"pagina {page} van {pages}"
        room = fonts.width([(fonts.LABEL, number)], small)
        place = (self._size[0] - self._right - room, y)
        draw_line(canvas, self._lettering, place, number, (fonts.LABEL, small, room + 1))
        parts = [
            sheet.soort if sheet.sealed else f"{CONCEPT} {sheet.soort.lower()}",
            sheet.kenmerk if sheet.sealed else "",
            sheet.huisstijl.voettekst if sheet.format is Format.A4 else "",
            f"inhoud {short_hash(sheet.content_hash)}",
        ]
        look = (fonts.LABEL, small, self.room - room - 12)
        draw_line(canvas, self._lettering, (self._left, y), " · ".join(filter(None, parts)), look)


def typeset(sheet: Sheet, *, check: bool = True) -> Paper:
    """The sheet as PDF/A-2a and PDF/UA-1.

    The same sheet gives the same bytes (with the same zlib). A sealed sheet is always checked by the
    validator and refused with ``PapierProblem`` when it does not conform; for a concept ``check`` decides
    whether shortcomings become a warning, because a preview at every keystroke cannot wait for it.
    """
    target = io.BytesIO()
    lettering = Lettering(sheet.huisstijl.lettertypen)
    press = _Press(sheet, lettering, target)
    flowables = Composer(lettering, sheet.huisstijl.kleur, press.room).compose(sheet.blocks)
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
    names = ", ".join(lettering.lost[:_NAMED])
    more = len(lettering.lost) - _NAMED
    what = f"{names} en nog {more}" if more > 0 else names
    return (
        f"Geen enkel lettertype heeft dit teken: {what}. Op papier staat daarvoor de code tussen haken. "
        "Schrijf het woord in onze letters als dat kan.",
        *(f"Het lettertype {one}." for one in lettering.unusable),
    )
