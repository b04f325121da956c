"""Which way text runs: a level for every character, and the order in which a line is seen.

The levels and the reordering are those of UAX 9: even runs from left to right, odd from right to left, and
each line is reordered by itself once it is broken off (rule L2). Where levels come from is simpler, and
kinder to a letter: a telephone number stays whole, a number behind a name stays behind it, and a quotation
that begins in Arabic is one piece between its quotation marks (UAX 9, HL3), so that its full stop and a Latin
name inside fall where its reader expects them.
"""

from __future__ import annotations

import re
import unicodedata

from leerplicht_desktop.documents.archive.standins import is_private, runs_from_right

_RTL = frozenset({"R", "AL"})
_LTR = frozenset({"L", "EN", "AN"})
_MIRROR = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_STRETCH = re.compile("R(?:[Rnmd]*R)?[md]*")
_QUOTED = re.compile('(?<=[“„])[^“„”]+(?=[”“])|(?<=«)[^«»]+(?=»)|(?<=‘)[^‘’]+(?=’)|"[^"]+"')
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def direction_of(char: str) -> str:
    """The class of Unicode; a stand-in runs as the letters that it stands for."""
    if is_private(char):
        return "R" if runs_from_right(char) else "L"
    return unicodedata.bidirectional(char)


def is_right_to_left(text: str) -> bool:
    """Whether the first letter with a direction is Arabic, Hebrew or alike."""
    for char in text:
        direction = direction_of(char)
        if direction in _RTL:
            return True
        if direction == "L":
            return False
    return False


def has_right_to_left(text: str) -> bool:
    """Whether any letter is Arabic, Hebrew or alike."""
    return any(direction_of(char) in _RTL for char in text)


def inner_levels(text: str) -> list[int]:
    """Levels of text that runs from right to left: 1, and 2 for the numbers and Latin words in it."""
    levels: list[int] = []
    for at, char in enumerate(text):
        direction, before = direction_of(char), levels[-1] if levels else 1
        if direction == "NSM":
            levels.append(before)
        elif direction in _LTR:
            levels.append(2)
        else:
            inside = before == 2 and direction not in _RTL and _latin_ahead(text, at)
            levels.append(2 if inside else 1)
    return levels


def sentence_levels(text: str) -> list[int]:
    """Levels of a sentence from left to right: 0, and more where words in it run the other way."""
    levels = [0] * len(text)
    for start, end in _stretches(text):
        levels[start:end] = inner_levels(text[start:end])
    return levels


def seen_order(levels: list[int]) -> list[int]:
    """The places of one line in the order in which they are seen from left to right (UAX 9, L2)."""
    order = list(range(len(levels)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def mirrored(text: str) -> str:
    """Brackets as they look where text runs from right to left (UAX 9, L4)."""
    return text.translate(_MIRROR)


def _latin_ahead(text: str, at: int) -> bool:
    """Whether the next letter with a direction runs from left to right."""
    directions = (direction_of(char) for char in text[at:])
    return next((found in _LTR for found in directions if found in _LTR | _RTL), False)


def _stretches(text: str) -> list[tuple[int, int]]:
    """Where words run from right to left; what stands between two of them goes along, Latin words do not."""
    quoted = [_inside(found) for found in _QUOTED.finditer(text)]
    found = [(start, end) for start, end in quoted if is_right_to_left(text[start:end])]
    kinds = "".join(map(_kind, text))
    for start, end in found:
        kinds = f"{kinds[:start]}{'L' * (end - start)}{kinds[end:]}"
    for pair in _BRACKETED.finditer(text):
        start, end = pair.span()
        way = _bracket_way(kinds[:start], kinds[start + 1 : end - 1])
        if way:
            kinds = f"{kinds[:start]}{way}{kinds[start + 1 : end - 1]}{way}{kinds[end:]}"
    return found + [place.span() for place in _STRETCH.finditer(kinds)]


def _bracket_way(before: str, inside: str) -> str:
    """Which way a pair of brackets goes, by what it holds and what stands before it (UAX 9, N0)."""
    if "R" not in inside or "L" in inside:
        return "L" if "L" in inside else ""
    return "R" if before.rstrip("nmd")[-1:] == "R" else "L"


def _inside(found: re.Match[str]) -> tuple[int, int]:
    start, end = found.span()
    return (start + 1, end - 1) if found[0].startswith('"') else (start, end)


def _kind(char: str) -> str:
    direction = direction_of(char)
    if direction in _RTL:
        return "R"
    return {"L": "L", "NSM": "m", "EN": "d", "AN": "d"}.get(direction, "n")
