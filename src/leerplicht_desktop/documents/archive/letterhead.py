"""The top of the first page of a letter: logo or name of the municipality, and how to reach it."""

from __future__ import annotations

import io
import re

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
_BREAK = re.compile(r"[^ @./-]*[ @./-]?")  # after these a line may go on below: an address is never cut short
_NAME = ((16.0, 1), (13.0, 2), (10.5, 3))  # size in points and lines, for a short name and for longer ones


def draw_line(
    canvas: ArchiveCanvas,
    lettering: Lettering,
    place: tuple[float, float],
    text: str,
    look: tuple[str, float, float],
) -> None:
    """One line of text at ``place``; ``look`` is font, size and the room it may take in points."""
    font, size, room = look
    draw_runs(canvas, place, fonts.fitted(lettering, text, font, size, room), size)


def draw_runs(
    canvas: ArchiveCanvas, place: tuple[float, float], runs: list[tuple[str, str]], size: float
) -> None:
    """Runs of (font, characters) on one line at ``place``."""
    x, y = place
    for name, piece in runs:
        canvas.setFont(name, size)
        canvas.drawString(x, y, piece)
        x += fonts.width([(name, piece)], size)


def broken(lettering: Lettering, text: str, font: str, size: float, room: float) -> list[str]:
    """The text as lines of at most ``room`` points; only a word without any sign in it may stick out."""
    found: list[str] = []
    line = ""
    for piece in _BREAK.findall(text):
        if line and fonts.width(list(lettering.runs((line + piece).rstrip(), font)), size) > room:
            found.append(line.rstrip())
            line = ""
        line += piece
    return [*found, line.rstrip()]


def _draw_name(
    canvas: ArchiveCanvas, lettering: Lettering, name: str, box: tuple[float, float, float]
) -> float:
    """Draws the name of the municipality, smaller when it is long; returns the height of its last line."""
    left, room, top = box
    for size, most in _NAME:
        lines = broken(lettering, name, fonts.LABEL_BOLD, size, room)
        if len(lines) <= most:
            break
    kept = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    y = top - 16
    with canvas.marked(Element("P", canvas.root)):
        for number, line in enumerate(kept):
            y = top - 16 - number * size * 1.2
            draw_line(canvas, lettering, (left, y), line, (fonts.LABEL_BOLD, size, room))
    return y


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
        y = _draw_name(canvas, lettering, style.naam, (left, width * 0.58, top))
        if style.afdeling:
            canvas.setFillColor(HexColor(QUIET))
            with canvas.marked(Element("P", canvas.root)):
                draw_line(canvas, lettering, (left, y - 14), style.afdeling, small)
    canvas.setFillColor(HexColor(QUIET))
    _draw_reach(canvas, lettering, style, (left + width * 0.64, width * 0.36, top))
    canvas.restoreState()


def _draw_reach(
    canvas: ArchiveCanvas, lettering: Lettering, style: Huisstijl, box: tuple[float, float, float]
) -> None:
    """How to reach the municipality; a long address goes on below, in full."""
    left, room, top = box
    all_ = [broken(lettering, line, fonts.LABEL, 8.4, room) for line in style.contactregels]
    leading = 11.5 if sum(map(len, all_)) <= 7 else 9.6
    y = top - 10
    for lines in all_:
        with canvas.marked(Element("P", canvas.root)):
            for line in lines:
                draw_line(canvas, lettering, (left, y), line, (fonts.LABEL, 8.4, room))
                y -= leading


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
