"""Arabic letters joined: each in the form that its place in the word asks for (Unicode, chapter 9.2).

reportlab prints characters as they come, so the presentation forms of Unicode itself stand in for what a
shaping engine would do. Text in other scripts passes unchanged.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from leerplicht_desktop.documents.archive import fonts

_LAM_ALEF = frozenset({"\u0644\u0622", "\u0644\u0623", "\u0644\u0625", "\u0644\u0627"})
_FORMS = ("isolated", "final", "initial", "medial")

Glyph = tuple[str, str]
"""One letter in its form, and the marks that stand on it."""


def glyphs(text: str) -> list[Glyph]:
    """The letters of a text in logical order, joined; lam and alef together count as one letter."""
    clusters = _clusters(unicodedata.normalize("NFC", text))
    shapes = _presentation()
    made = []
    for at, (letter, marks) in enumerate(clusters):
        before = at > 0 and _joins_next(clusters[at - 1][0]) and _joins_previous(letter)
        after = at + 1 < len(clusters) and _joins_next(letter) and _joins_previous(clusters[at + 1][0])
        form = _FORMS[(1 if before else 0) + (2 if after else 0)]
        made.append((shapes.get((form, letter), letter), marks))
    return made


def joined_letters(text: str) -> str:
    """The text in logical order with every Arabic letter in its form."""
    return "".join(letter + marks for letter, marks in glyphs(text))


@cache
def _presentation() -> dict[Glyph, str]:
    """(form, letters) to the one character that shows it, as Unicode itself decomposes them.

    Of the ligatures only lam with alef, which a reader expects joined; and only what the font can print.
    """
    printable = fonts.characters(fonts.FALLBACK)
    table: dict[Glyph, str] = {}
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


def _clusters(text: str) -> list[Glyph]:
    """(letter, its marks) pairs."""
    found: list[Glyph] = []
    for char in text:
        if unicodedata.category(char) == "Mn" and found:
            found[-1] = (found[-1][0], found[-1][1] + char)
        elif found and not found[-1][1] and ("isolated", found[-1][0] + char) in _presentation():
            found[-1] = (found[-1][0] + char, "")
        else:
            found.append((char, ""))
    return found
