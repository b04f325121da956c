"""How many guesses a passphrase takes: zxcvbn with Dutch lists, and a rule for sentences of its own.

zxcvbn takes every word for an independent draw, so that "ik ga op vakantie 2026" looks strong. A sentence is
not a draw: its small words follow from the others. With lists alone half of the weak texts that nobody tuned
for passed; with the rule none of ``tests/store/kluis/passphrases/unseen.txt``.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any

from .words import Dutch, dutch

_MOST = 72
"""Characters that zxcvbn takes; it raises above."""
_LOG2 = math.log10(2)
_SMALL_WORD, _YEAR, _KNOWN_ALREADY, _PER_DIGIT, _SIGN = 2.0, 5.0, 1.0, 1.7, 1.5
_PRONOUNCEABLE = 16.0
_PART, _JOINT = 3, 1.0
_CONTENT = 0.72
_COMMONEST = 100
_WORD = re.compile(r"[A-ZÀ-Þ]?[a-zß-ÿ]+|[A-ZÀ-Þ]+(?![a-zß-ÿ])|\d+")
_SYLLABLES = re.compile(
    r"[bcdfghjklmnpqrstvwxz]{0,3}([aeiouy]{1,3}[bcdfghjklmnpqrstvwxz]{1,4})+[aeiouy]{0,2}"
)
_CALENDAR_YEAR = re.compile(r"(19|20)\d\d")


def guesses(text: str, own: Sequence[str] = ()) -> float:
    """The base 10 logarithm of the guesses that ``text`` takes.

    ``own`` are words that a guesser knows of the officer: his name, his municipality.
    """
    text = unicodedata.normalize("NFC", text)
    words = dutch()
    known = [*own, *(name.replace(" ", "") for name in own)]
    plain = _zxcvbn(text, known)
    squeezed = _zxcvbn(re.sub(r"[\s\-_.,]+", "", text), known) + 0.5
    least = min(plain, squeezed, _known_sentence(text, known, words))
    if _is_sentence(text, words):
        least = min(least, _sentence_weight(text, known, words) * _LOG2)
    if len(set(re.sub(r"[^a-z]", "", text.lower()))) < 6 and len(set(text)) < 8:
        least = min(least, 6.0)
    return least


def _zxcvbn(text: str, own: Sequence[str]) -> float:
    judged: dict[str, Any] = _prepared().zxcvbn(text[:_MOST], list(own)) if text else {"guesses_log10": 0.0}
    return float(judged["guesses_log10"])


@cache
def _prepared() -> Any:
    # Loads a megabyte of lists; only who chooses a passphrase waits for it.
    import zxcvbn
    from zxcvbn import matching

    words = dutch()
    matching.add_frequency_lists({**words.lists, "zinnen": list(words.sentences)})
    return zxcvbn


def _known_sentence(text: str, own: Sequence[str], words: Dutch) -> float:
    """A sentence that everybody knows counts for a thousand guesses, whatever stands around it."""
    flat = re.sub(r"[^a-z]", "", text.lower())
    for sentence in words.sentences:
        if len(sentence) >= 8 and sentence in flat:
            rest = re.sub(r"[\s]", "", text.lower()).replace(sentence, "", 1)
            return 3.0 + (_zxcvbn(rest, own) if rest and rest != text.lower() else 0.0)
    return math.inf


def _is_sentence(text: str, words: Dutch) -> bool:
    """Whether at least half of the letters are in words of the language."""
    letters = len(re.sub(r"[\s\d]", "", text))
    found = [word.lower() for word in _WORD.findall(text) if len(word) >= 2 and not word.isdigit()]
    known = sum(len(word) for word in found if _known_weight(word, words) is not None)
    return known >= 4 and 2 * known >= letters


def _sentence_weight(text: str, own: Sequence[str], words: Dutch) -> float:
    mine = {word.lower() for name in own for word in re.findall(r"\w+", name)}
    seen: set[str] = set()
    weight = 0.0
    for found in _WORD.findall(text):
        word = found.lower()
        weight += _KNOWN_ALREADY if word in seen or word in mine else _word_weight(word, words)
        seen.add(word)
    return weight + _SIGN * len(set(re.findall(r"[^\w\s]", text)))


def _word_weight(word: str, words: Dutch) -> float:
    if word.isdigit() and len(word) <= 4:
        return _YEAR if _CALENDAR_YEAR.fullmatch(word) else _PER_DIGIT * len(word)
    known = _known_weight(word, words)
    if known is not None:
        return known
    weight = _zxcvbn(word, ()) / _LOG2
    return min(weight, _PRONOUNCEABLE) if len(word) > 6 and _SYLLABLES.fullmatch(word) else weight


def _known_weight(word: str, words: Dutch) -> float | None:
    """What a word of the language tells, also when it is some words written as one; None for any other."""
    rank = words.rank(word)
    whole = None if rank is None else _rank_weight(rank)
    parts = _glued(word, words)
    found = [weight for weight in (whole, parts) if weight is not None]
    return min(found) if found else None


def _rank_weight(rank: int) -> float:
    return _SMALL_WORD if rank <= _COMMONEST else _CONTENT * math.log2(rank)


def _glued(word: str, words: Dutch) -> float | None:
    """The cheapest way to lay a long word out in common ones: "vrijdagmiddagborrel", "maxverstappen".

    Dutch joins words with letters that tell nothing: the s of "hemelvaartsdag".
    """
    if not 2 * _PART <= len(word) <= _MOST:
        return None
    best: list[float] = [0.0] + [math.inf] * len(word)
    for end in range(_PART, len(word) + 1):
        for link in ("", "s", "e", "n", "en"):
            if word[:end].endswith(link):
                best[end] = min(best[end], best[end - len(link)] + (_JOINT if link else 0.0))
        for begin in range(end - _PART + 1):
            rank = words.ranks.get(word[begin:end])
            if rank is not None:
                best[end] = min(best[end], best[begin] + _rank_weight(rank) + _JOINT)
    return best[-1] if best[-1] < math.inf else None
