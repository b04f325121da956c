"""The Dutch words that passphrases are drawn from and judged by: ``resources/wachtzin``."""

from __future__ import annotations

import lzma
import secrets
from dataclasses import dataclass, field
from functools import cache

from leerplicht_desktop.domain.wet.hulpbron import hulpbron

WORDS = 5
"""Words of a drawn passphrase: 5 of 7,776, which is 64.6 bits."""
_FOLDER = "wachtzin"
_ONLY_SPELLED = 65_536
_OF_THE_WORK = 100


@dataclass(frozen=True, slots=True)
class Dutch:
    """``lists`` have the commonest word first; ``sentences`` are known to everybody, without spaces."""

    lists: dict[str, list[str]]
    sentences: tuple[str, ...]
    ranks: dict[str, int] = field(repr=False)
    spelling: bytes = field(repr=False)

    def rank(self, word: str) -> int | None:
        """1 for the commonest, 65,536 for what is only in the spelling list, None for what is no word."""
        found = self.ranks.get(word)
        if found is None and len(word) > 1 and b"\n" + word.encode() + b"\n" in self.spelling:
            return _ONLY_SPELLED
        return found


@cache
def drawn_from() -> tuple[str, ...]:
    """The 7,776 words of the generator."""
    return tuple(hulpbron(_FOLDER, "vijf_woorden.txt").read_text("utf-8").split())


def draw() -> str:
    """Five words, each as likely as any other."""
    return " ".join(secrets.choice(drawn_from()) for _ in range(WORDS))


@cache
def dutch() -> Dutch:
    """All lists; takes a third of a second and 15 MB, once."""
    text = lzma.decompress(hulpbron(_FOLDER, "nederlands.txt.xz").read_bytes())
    ranked, _, spelling = text.partition(b"[spelling]")
    lists: dict[str, list[str]] = {}
    for part in ranked.decode().split("[")[1:]:
        title, _, content = part.partition("]\n")
        lists[title] = content.split()
    lists["vak"] = hulpbron(_FOLDER, "vakwoorden.txt").read_text("utf-8").split()
    ranks: dict[str, int] = {}
    for words in lists.values():
        for place, word in enumerate(words, 1):
            ranks[word] = min(ranks.get(word, place), place)
    for word in lists["vak"]:
        ranks[word] = min(ranks[word], _OF_THE_WORK)
    sentences = hulpbron(_FOLDER, "bekende_zinnen.txt").read_text("utf-8").splitlines()
    return Dutch(lists, tuple(_beginnings(sentences)), ranks, spelling)


def _beginnings(sentences: list[str]) -> list[str]:
    """Each sentence and its beginnings of three words and more, the longest first, without spaces."""
    found: set[str] = set()
    for sentence in sentences:
        words = sentence.split()
        found.update("".join(words[:count]) for count in range(min(3, len(words)), len(words) + 1))
    return sorted(found, key=lambda one: (-len(one), one))
