"""The words that exist in the caseload, and which of them a typed word may mean.

They live in memory as long as the vault is open: nothing of it is written down.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterator
from enum import IntEnum

from .sound import begun, distance, sounds


class Way(IntEnum):
    """How a word was found, and what that costs in the order of hits."""

    EXACT = 0
    BEGIN = 8
    SOUND = 12
    SOUND_BEGIN = 20
    NEAR = 24
    MIDDLE = 28
    NEAR_TWO = 110


_NEAR_FROM = 4
_TWO_FROM = 8
_SOUND_FROM = 3


class Words:
    """All words, sorted as they are written and as they sound, forwards and from behind."""

    def __init__(self) -> None:
        self._keys: dict[str, tuple[str, ...]] = {}
        self._of: dict[str, set[str]] = {}
        self._written: list[str] = []
        self._behind: list[str] = []
        self._heard: list[str] = []
        self._heard_behind: list[str] = []
        self._whole: str | None = None

    def __contains__(self, word: str) -> bool:
        return word in self._keys

    def add(self, word: str) -> None:
        """A word came that was not there."""
        if word in self._keys:
            return
        self._whole = None
        self._keys[word] = sounds(word) if word.isalpha() else ()
        insort(self._written, word)
        insort(self._behind, word[::-1])
        for key in self._keys[word]:
            if key not in self._of:
                self._of[key] = set()
                insort(self._heard, key)
                insort(self._heard_behind, key[::-1])
            self._of[key].add(word)

    def drop(self, word: str) -> None:
        """Nobody has this word any more."""
        self._whole = None
        _take(self._written, word)
        _take(self._behind, word[::-1])
        for key in self._keys.pop(word):
            self._of[key].discard(word)
            if not self._of[key]:
                del self._of[key]
                _take(self._heard, key)
                _take(self._heard_behind, key[::-1])

    def meant(self, word: str) -> dict[str, int]:
        """Words that may be meant with their cost; the least wins, and the nearest spelling comes first."""
        found: dict[str, int] = {word: Way.EXACT} if word in self._keys else {}
        for other in _beginning(self._written, word):
            found.setdefault(other, Way.BEGIN)
        if word.isalpha() and len(word) >= _SOUND_FROM:
            for other, way in sorted(self._alike(word), key=lambda one: one[1]):
                if other not in found:
                    found[other] = way + min(distance(word, other, 2), 3)
        if word.isalpha() and len(word) >= _NEAR_FROM:
            for other in self._holding(word):
                found.setdefault(other, Way.MIDDLE)
        return found

    def _alike(self, word: str) -> Iterator[tuple[str, Way]]:
        for key in sounds(word):
            yield from ((other, Way.SOUND) for other in self._of.get(key, ()))
            if len(key) >= _NEAR_FROM:
                for longer in (*_beginning(self._heard, key), *_beginning(self._heard, begun(word))):
                    yield from ((other, Way.SOUND_BEGIN) for other in self._of[longer])
            if len(word) >= _NEAR_FROM:
                for near, way in _near(key, self._heard, self._heard_behind):
                    yield from self._spelt(word, self._of[near], way)
        if len(word) >= _NEAR_FROM:
            for near, way in _near(word, self._written, self._behind):
                yield from self._spelt(word, {near}, way)

    def _spelt(self, word: str, found: set[str], way: Way) -> Iterator[tuple[str, Way]]:
        most = 2 if len(word) < _TWO_FROM else 3
        yield from ((other, way) for other in found if distance(word, other, most) <= most)

    def _holding(self, word: str) -> list[str]:
        if self._whole is None:
            self._whole = "\n" + "\n".join(self._written) + "\n"
        return re.findall(f"\n([^\n]+{re.escape(word)}[^\n]*)", self._whole)


def _near(asked: str, ahead: list[str], back: list[str]) -> Iterator[tuple[str, Way]]:
    """Words one letter away, two from eight on; one end of them is unharmed."""
    most = 1 if len(asked) < _TWO_FROM else 2
    part = 2 if len(asked) == _NEAR_FROM + 2 else max(1, len(asked) // (most + 1))
    candidates = set(_beginning(ahead, asked[:part]))
    candidates |= {other[::-1] for other in _beginning(back, asked[::-1][:part])}
    for other in candidates - {asked}:
        if len(other) < _SOUND_FROM or not other.isalpha():
            continue
        near = distance(asked, other, most)
        if near <= most:
            yield other, Way.NEAR if near == 1 else Way.NEAR_TWO


def _beginning(words: list[str], head: str) -> Iterator[str]:
    for place in range(bisect_left(words, head), len(words)):
        if not words[place].startswith(head):
            return
        yield words[place]


def _take(words: list[str], word: str) -> None:
    del words[bisect_left(words, word)]
