"""Right-to-left text: letters joined, words in their order, the logical text kept for readers and searches.

reportlab sets characters from left to right as they come. Here each line is turned into the order in which
it is seen, with the presentation forms of Arabic letters, and carries its logical text as ActualText
(ISO 32000-1, 14.9.4). Numbers and Latin words keep their own direction. It is enough for a leaflet or a
quotation; it is not the whole Unicode bidirectional algorithm.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from leerplicht_desktop.documents.archive import fonts
from leerplicht_desktop.documents.archive.fonts import Lettering
from leerplicht_desktop.documents.archive.paragraphs import Tag

_RTL = frozenset({"R", "AL"})
_LTR = frozenset({"L", "EN", "AN"})
_MIRROR = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_LAM_ALEF = frozenset({"\u0644\u0622", "\u0644\u0623", "\u0644\u0625", "\u0644\u0627"})
_STRETCH = re.compile("R(?:[Rnm]*R)?m*")
_TOGETHER = 60  # characters that surely fit on one line of A4
_FORMS = ("isolated", "final", "initial", "medial")


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is Arabic, Hebrew or alike."""
    for char in text:
        direction = unicodedata.bidirectional(char)
        if direction in _RTL:
            return True
        if direction == "L":
            return False
    return False


@cache
def _presentation() -> dict[tuple[str, str], str]:
    """(form, letters) to the one character that shows it, as Unicode itself decomposes them.

    Of the ligatures only lam with alef, which a reader expects joined; and only what the font can print.
    """
    printable = fonts.characters(fonts.FALLBACK)
    table: dict[tuple[str, str], str] = {}
    for code in (*range(0xFB50, 0xFDD0), *range(0xFE70, 0xFEFD)):
        parts = unicodedata.decomposition(chr(code)).split()
        if code not in printable or not parts or parts[0].strip("<>") not in _FORMS:
            continue
        letters = "".join(chr(int(part, 16)) for part in parts[1:])
        if len(letters) == 1 or letters in _LAM_ALEF:
            table.setdefault((parts[0].strip("<>"), letters), chr(code))
    return table


def _joins_next(letter: str) -> bool:
    return ("initial", letter) in _presentation()


def _joins_previous(letter: str) -> bool:
    return ("final", letter) in _presentation()


def _clusters(text: str) -> list[tuple[str, str]]:
    """(letter, its marks) pairs; lam and alef together count as one letter."""
    found: list[tuple[str, str]] = []
    for char in text:
        if unicodedata.category(char) == "Mn" and found:
            found[-1] = (found[-1][0], found[-1][1] + char)
        elif found and not found[-1][1] and ("isolated", found[-1][0] + char) in _presentation():
            found[-1] = (found[-1][0] + char, "")
        else:
            found.append((char, ""))
    return found


def _shaped(clusters: list[tuple[str, str]]) -> list[str]:
    shapes = _presentation()
    made = []
    for at, (letter, marks) in enumerate(clusters):
        before = at > 0 and _joins_next(clusters[at - 1][0]) and _joins_previous(letter)
        after = at + 1 < len(clusters) and _joins_next(letter) and _joins_previous(clusters[at + 1][0])
        form = _FORMS[(1 if before else 0) + (2 if after else 0)]
        # Marks come first: the font draws them over what follows, and sets them without width.
        made.append(marks + shapes.get((form, letter), letter))
    return made


def visual(text: str) -> str:
    """One line in the order in which it is seen from left to right."""
    pieces = _shaped(_clusters(unicodedata.normalize("NFC", text)))
    line: list[str] = []
    latin: list[str] = []
    for at, piece in enumerate(pieces):
        direction = unicodedata.bidirectional(piece[-1])
        inside = bool(latin) and direction not in _RTL and _latin_ahead(pieces[at:])
        if direction in _LTR or inside:
            latin.append(piece)
            continue
        line += reversed(latin)
        latin = []
        line.append(piece.translate(_MIRROR))
    line += reversed(latin)
    return "".join(reversed(line))


def _latin_ahead(pieces: list[str]) -> bool:
    """Whether the next letter with a direction runs from left to right."""
    directions = (unicodedata.bidirectional(piece[-1]) for piece in pieces)
    return next((found in _LTR for found in directions if found in _LTR | _RTL), False)


def in_sentence(text: str) -> str:
    """Text from left to right, with the words in it that run the other way as they are seen.

    Such words are held together on one line, because they would change places with the line break between
    them. A stretch of more than 60 characters is cut into parts that follow each other from left to right: a
    long quotation is read better as a paragraph of its own.
    """
    directions = "".join(_direction(char) for char in text)
    made, end = [], 0
    for found in _STRETCH.finditer(directions):
        made += [text[end : found.start()], " ".join(map(_held, _parts(text[found.start() : found.end()])))]
        end = found.end()
    return "".join((*made, text[end:]))


def _direction(char: str) -> str:
    direction = unicodedata.bidirectional(char)
    if direction in _RTL:
        return "R"
    return {"L": "L", "NSM": "m"}.get(direction, "n")


def _held(words: str) -> str:
    return visual(words).replace(" ", "\xa0")


def _parts(stretch: str) -> list[str]:
    parts: list[str] = []
    for word in stretch.split(" "):
        if parts and len(parts[-1]) + len(word) < _TOGETHER:
            parts[-1] += f" {word}"
        else:
            parts.append(word)
    return parts


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
        runs = tuple(self._lettering.runs(visual(logical), self._style.fontName))
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
