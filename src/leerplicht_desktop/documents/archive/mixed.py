"""A paragraph from left to right with words in it that run the other way.

reportlab breaks the text into lines in the order in which it is read; each line is turned into the order in
which it is seen only when it is drawn (UAX 9, L2), so that a quotation goes on from line to line as its
reader expects. The lines carry no ActualText: programs that show a PDF turn such words round themselves, and
would turn a text that is right already into one that is wrong.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import Any, Self

from reportlab.lib.styles import ParagraphStyle

from leerplicht_desktop.documents.archive.bidi import mirrored, seen_order, sentence_levels
from leerplicht_desktop.documents.archive.paragraphs import Tag, TaggedParagraph

_BLANK = -1


_Drawn = tuple[Any, str]
"""A character and what reportlab knows about its font and colour."""


@dataclass(slots=True)
class _Sign:
    """One letter with the marks on it; a mark may stand in another font than its letter."""

    letter: _Drawn
    level: int
    marks: list[_Drawn] = field(default_factory=list)

    @property
    def seen(self) -> list[_Drawn]:
        """As it is printed: from right to left a mark comes first, for it is drawn over what follows."""
        look, char = self.letter
        return [*self.marks, (look, mirrored(char))] if self.level % 2 else [self.letter, *self.marks]


class MixedParagraph(TaggedParagraph):
    """Markup from left to right, with Arabic letters joined but in the order in which they are read."""

    levels: list[int]
    """One for each character that is no blank: blanks come and go where lines break."""

    @classmethod
    def tagged(cls, markup: str, style: ParagraphStyle, tag: Tag) -> Self:
        """A paragraph of this role. ``markup`` is escaped text; see ``compose``."""
        made = super().tagged(markup, style, tag)
        text = "".join(frag.text for frag in made.frags)
        levels = zip(text, sentence_levels(text), strict=True)
        made.levels = [level for char, level in levels if not char.isspace()]
        return made

    def split(self, width: float, height: float) -> list[Any]:
        """The pieces for this page and the next; a number at the cut still knows what it stands in."""
        pieces: list[Any] = super().split(width, height)
        if len(pieces) > 1:  # else nothing fits, or all of it
            cut = sum(not char.isspace() for line in pieces[0].blPara.lines for _, char in _letters(line))
            pieces[0].levels, pieces[1].levels = self.levels[:cut], self.levels[cut:]
        return pieces

    def draw(self) -> None:
        """Draws the lines as they are seen, and leaves them as they are read."""
        read = self.blPara
        levels = iter(self.levels)
        self.blPara = read.clone(kind=1, lines=[_seen_line(read, line, levels) for line in read.lines])
        super().draw()
        self.blPara = read


def _letters(line: Any) -> list[_Drawn]:
    """The characters of a broken line with what reportlab knows of them; plain lines hold words alone."""
    pieces = [(None, " ".join(line[1]))] if isinstance(line, tuple) else [(f, f.text) for f in line.words]
    return [(look, char) for look, text in pieces for char in text]


def _seen_line(read: Any, line: Any, levels: Iterator[int]) -> Any:
    """The line in the order in which it is seen; ``levels`` gives the next character its level."""
    signs = _signs([(look or read, char) for look, char in _letters(line)], levels)
    order = seen_order([sign.level for sign in signs])
    drawn = (one for place in order for one in signs[place].seen)
    words = [_piece(list(run)) for _, run in groupby(drawn, lambda one: id(one[0]))]
    if isinstance(line, tuple):
        return read.clone(extraSpace=line[0], wordCount=len(line[1]), words=words, lineBreak=False)
    return line.clone(words=words)


def _signs(letters: list[_Drawn], levels: Iterator[int]) -> list[_Sign]:
    """The characters of a line with their levels; a blank runs along where both its neighbours do (L1)."""
    signs: list[_Sign] = []
    for look, char in letters:
        level = _BLANK if char.isspace() else next(levels)
        if unicodedata.category(char) == "Mn" and signs and signs[-1].level != _BLANK:
            signs[-1].marks.append((look, char))
        else:
            signs.append(_Sign((look, char), level))
    solid = [at for at, sign in enumerate(signs) if sign.level != _BLANK]
    for before, after in pairwise(solid):
        for sign in signs[before + 1 : after]:
            sign.level = min(signs[before].level, signs[after].level)
    for sign in signs:
        sign.level = max(sign.level, 0)
    return signs


def _piece(run: list[_Drawn]) -> Any:
    """Neighbours that look the same, as one piece for reportlab."""
    return run[0][0].clone(text="".join(char for _, char in run))
