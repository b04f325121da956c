"""How a folded word sounds in Dutch, and how many letters two words are apart."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[a-z]{2}[a-z])(?:szoon|zoon|szn|sz|ssens|sens|ssen|sen|sse|se)$")
# One pass over the word; the order of the alternatives is the order of the rules.
_RULES = (
    ("chr", "kr"),
    ("ssch|sch(?![aeiou])", "s"),
    ("sch", "sg"),
    ("tsj|tsch|tch|sh|sj|cz|sz", "s"),
    ("ck|cq", "k"),
    ("ch|gh|kh", "g"),
    ("th|dt", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("rh", "r"),
    ("dj", "j"),
    ("tz|ts|ds(?![aeiou])", "s"),
    ("d$", "t"),
    ("b$", "p"),
    ("c(?=[eiy])", "s"),
    ("c|qu|q", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("eeuw|ieuw|euw", "ef"),
    ("ouw|auw|ou|au|oe|ue|oo|uu", "o"),
    ("v|w", "f"),
    ("(?:aij|eij|ij|ei|ey|ay|ai)(?=[aou])", "aj"),
    ("aij|eij|ij|ei|ey|ay|ai", "i"),
    ("uij|uy|ui", "y"),
    ("ie|ii", "i"),
    ("ee", "e"),
    ("ae", "a"),
    ("y(?=[aeiou])", "j"),
    ("y", "i"),
    ("u", "o"),
    ("h(?![aeiouy])|(?<=[bcdfgklmnpqrstvwxz])h", ""),
)
_SOUND = re.compile("|".join(f"({rule})" for rule, _ in _RULES))
_TWICE = re.compile(r"(.)\1+")
_SOFT = re.compile(r"(?<!s)ch(?!r)")
_SHORTEST = 3
_LONG_KEY = 6


def sounds(word: str) -> tuple[str, ...]:
    """Keys of a folded word, equal for what sounds the same; two when its ``ch`` can be ``sj`` as well."""
    if len(word) < _SHORTEST or not word.isalpha():
        return (word,)
    keys = [_key(word)]
    if "ch" in word and not word.startswith("chr"):
        keys.append(_key(_SOFT.sub("sj", word)))
    return tuple(dict.fromkeys(keys))


def begun(word: str) -> str:
    """The key of a word of which the end is still to come."""
    return sounds(word + "a")[0][:-1]


def _key(word: str) -> str:
    key = _TWICE.sub(r"\1", _SOUND.sub(_sound, _END.sub("sen", word)))
    return key[:-1] if len(key) >= _LONG_KEY and key.endswith("en") else key


def _sound(found: re.Match[str]) -> str:
    return _RULES[(found.lastindex or 1) - 1][1]


def distance(one: str, other: str, most: int) -> int:
    """Letters changed, lost, added or swapped between two words; ``most + 1`` when it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row_at, letter in enumerate(one, 1):
        row = [row_at]
        for at, facing in enumerate(other, 1):
            least = last[at - 1] if letter == facing else 1 + min(last[at - 1], last[at], row[at - 1])
            if before and at > 1 and letter == other[at - 2] and one[row_at - 2] == facing:
                least = min(least, before[at - 2] + 1)
            row.append(least)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return min(last[-1], most + 1)
