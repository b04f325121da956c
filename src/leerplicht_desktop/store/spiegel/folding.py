"""Names as somebody types them: without accents, capitals and the letters a keyboard does not have."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ı": "i",
        "ĳ": "ij",
        "ə": "e",
    }
)
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Lower case without accents; letters that have no accent to lose become what one types for them."""
    if text.isascii():
        return text.lower()
    # Taken apart first: some signs hold a capital (㎐), and folding twice must be folding once.
    lowered = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    plain = "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))
    return plain.translate(_LETTERS)


def words(text: str) -> tuple[str, ...]:
    """The words of a text, folded; an apostrophe inside a word does not end it."""
    return tuple(_WORD.findall(_APOSTROPHES.sub("", fold(text))))


def indexed(text: str) -> str:
    """What goes into the search index: the words, and those around an apostrophe or hyphen apart as well."""
    joined = words(text)
    apart = tuple(_WORD.findall(fold(text)))
    glued = tuple(w for part in fold(text).split() if "-" in part for w in ["".join(_WORD.findall(part))])
    return " ".join(dict.fromkeys((*joined, *apart, *glued)))
