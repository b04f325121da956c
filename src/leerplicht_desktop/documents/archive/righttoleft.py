"""A paragraph from right to left: letters joined, words in their order, the logical text kept for readers.

reportlab sets characters from left to right as they come. Here each line is turned into the order in which
it is seen, and carries its logical text as ActualText (ISO 32000-1, 14.9.4). Numbers and Latin words keep
their own direction; see ``bidi``.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from leerplicht_desktop.documents.archive import fonts
from leerplicht_desktop.documents.archive.arabic import glyphs
from leerplicht_desktop.documents.archive.bidi import inner_levels, mirrored, seen_order
from leerplicht_desktop.documents.archive.fonts import Lettering
from leerplicht_desktop.documents.archive.paragraphs import Tag


def visual(text: str) -> str:
    """One line in the order in which it is seen from left to right."""
    pieces = glyphs(text)
    levels = inner_levels("".join(letter for letter, _ in pieces))
    seen = ((levels[at] % 2, *pieces[at]) for at in seen_order(levels))
    # Marks come first: the font draws them over what follows, and sets them without width.
    return "".join(marks + (mirrored(letter) if odd else letter) for odd, letter, marks in seen)


@dataclass(frozen=True, slots=True)
class _Line:
    logical: str
    runs: tuple[tuple[str, str], ...]
    width: float


class RightToLeftParagraph(Flowable):
    """Right-aligned lines of one paragraph; splits between lines."""

    def __init__(self, text: str, style: ParagraphStyle, tag: Tag, lettering: Lettering) -> None:
        super().__init__()
        self._words = text.split()
        self._style, self._tag, self._lettering = style, tag, lettering
        self._lines: list[_Line] = []

    def getSpaceBefore(self) -> float:  # noqa: N802 - reportlab calls it
        """Room above."""
        return float(self._style.spaceBefore)

    def getSpaceAfter(self) -> float:  # noqa: N802 - reportlab calls it
        """Room below."""
        return float(self._style.spaceAfter)

    def _line(self, words: list[str]) -> _Line:
        logical = " ".join(words)
        prepared = self._lettering.prepared(logical, self._style.fontName)
        runs = tuple(self._lettering.faces(visual(prepared), self._style.fontName))
        return _Line(logical, runs, fonts.width(list(runs), self._style.fontSize))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Breaks the words into lines."""
        self.width = width
        self._lines = []
        waiting: list[str] = []
        for word in self._words:
            if waiting and self._line([*waiting, word]).width > width:
                self._lines.append(self._line(waiting))
                waiting = []
            waiting.append(word)
        self._lines.append(self._line(waiting))
        self.height = len(self._lines) * float(self._style.leading)
        return width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        """The lines that fit, and the rest; both belong to the same element."""
        self.wrap(width, height)
        fit = int(height // self._style.leading)
        if fit < 1 or fit >= len(self._lines):
            return []
        pieces = (self._lines[:fit], self._lines[fit:])
        texts = (" ".join(line.logical for line in piece) for piece in pieces)
        return [RightToLeftParagraph(text, self._style, self._tag, self._lettering) for text in texts]

    def draw(self) -> None:
        """Draws each line inside the element, with its logical text."""
        canvas = self.canv
        element = self._tag.place(canvas, self.height)
        canvas.setFillColor(self._style.textColor)
        for number, line in enumerate(self._lines, 1):
            x = self.width - line.width
            y = self.height - number * self._style.leading + (self._style.leading - self._style.fontSize)
            with canvas.marked(element, actual=line.logical):
                for font, piece in line.runs:
                    canvas.setFont(font, self._style.fontSize)
                    canvas.drawString(x, y, piece)
                    x += fonts.width([(font, piece)], self._style.fontSize)
