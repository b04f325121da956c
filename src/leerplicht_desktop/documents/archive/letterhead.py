"""The top of the first page of a letter: logo or name of the municipality, and how to reach it."""

from __future__ import annotations

import io

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName

from leerplicht_desktop.documents.archive import fonts
from leerplicht_desktop.documents.archive.canvas import ArchiveCanvas
from leerplicht_desktop.documents.archive.fonts import Lettering
from leerplicht_desktop.documents.archive.structure import Element
from leerplicht_desktop.documents.archive.typography import QUIET
from leerplicht_desktop.documents.huisstijl import Huisstijl

LOGO_WIDTH, LOGO_HEIGHT = 60 * mm, 18 * mm


def draw_line(
    canvas: ArchiveCanvas,
    lettering: Lettering,
    place: tuple[float, float],
    text: str,
    look: tuple[str, float, float],
) -> None:
    """One line of text at ``place``; ``look`` is font, size and the room it may take in points."""
    font, size, room = look
    x, y = place
    for name, piece in fonts.fitted(lettering, text, font, size, room):
        canvas.setFont(name, size)
        canvas.drawString(x, y, piece)
        x += fonts.width([(name, piece)], size)


def draw_letterhead(
    canvas: ArchiveCanvas, lettering: Lettering, style: Huisstijl, box: tuple[float, float, float]
) -> None:
    """Draws it as tagged content; ``box`` is its left side, width and upper edge in points."""
    left, width, top = box
    small = (fonts.LABEL, 9.5, width * 0.58)
    canvas.saveState()
    if style.logo:
        _logo(canvas, lettering, style, (left, top))
    else:
        canvas.setFillColor(HexColor(style.kleur))
        with canvas.marked(Element("P", canvas.root)):
            draw_line(canvas, lettering, (left, top - 16), style.naam, (fonts.LABEL_BOLD, 16, width * 0.58))
        if style.afdeling:
            canvas.setFillColor(HexColor(QUIET))
            with canvas.marked(Element("P", canvas.root)):
                draw_line(canvas, lettering, (left, top - 30), style.afdeling, small)
    canvas.setFillColor(HexColor(QUIET))
    for number, line in enumerate(style.contactregels):
        with canvas.marked(Element("P", canvas.root)):
            place = (left + width * 0.64, top - 10 - number * 11.5)
            draw_line(canvas, lettering, place, line, (fonts.LABEL, 8.4, width * 0.36))
    canvas.restoreState()


def _logo(canvas: ArchiveCanvas, lettering: Lettering, style: Huisstijl, place: tuple[float, float]) -> None:
    picture = ImageReader(io.BytesIO(style.logo))
    across, down = picture.getSize()
    scale = min(LOGO_WIDTH / across, LOGO_HEIGHT / down)
    x, y = place[0], place[1] - down * scale
    box = [round(value, 2) for value in (x, y, x + across * scale, y + down * scale)]
    attributes = PDFDictionary({"O": PDFName("Layout"), "BBox": PDFArray(box), "Placement": PDFName("Block")})
    alternative = lettering.printable(style.logo_tekst)
    with canvas.marked(Element("Figure", canvas.root, alt=alternative, attributes=attributes)):
        canvas.drawImage(picture, x, y, across * scale, down * scale)
