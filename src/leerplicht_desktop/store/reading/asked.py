"""What was typed in the search field, read: words, words that may be left out, numbers and postcodes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leerplicht_desktop.store.spiegel.folding import fold, words

_SIGNS, _WORDS = 200, 8
_PARTICLES = frozenset(
    words(
        "van de der den het t s te ten ter tot op in aan bij onder uit voor von zu du la le los del della di "
        "da dos el al ben bin ait ibn oud v d vd vdr vh vdn vde"
    )
)
_NOISE = frozenset(
    words("mw mevr mevrouw dhr meneer heer fam familie dossier dossiernummer bsn tel telefoon postcode nr")
)
_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([a-z]{1,2})\b(?!\w)")
_NUMBER = re.compile(r"(?<!\w)\+?\(?[0-9][0-9\s.()/–-]*[0-9](?!\w)|(?<!\w)[0-9]+(?!\w)")
_DIGITS = re.compile("[0-9]+")
_ABROAD, _ABROAD_LONG = "31", 11
_LEAST, _MOST = 7, 12


@dataclass(frozen=True)
class Question:
    """All of ``names``, ``numbers`` and ``codes`` must be found; ``loose`` words lift a hit that has them."""

    names: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.names or self.numbers or self.codes)


def read(text: str) -> Question:
    """Reads at most 200 signs and 8 words: a pasted e-mail is no question of 400 conditions."""
    rest = fold(text[:_SIGNS])
    codes = tuple("".join(found.groups()) for found in _POSTCODE.finditer(rest))
    rest = _POSTCODE.sub(" ", rest)
    numbers = tuple(number for found in _NUMBER.finditer(rest) for number in _numbers(found.group()))
    typed = tuple(dict.fromkeys(words(_NUMBER.sub(" ", rest))))
    strong = [w for w in typed if w not in _PARTICLES | _NOISE and len(w) > 1]
    loose = tuple(w for w in typed if w not in _NOISE and w not in strong)
    if strong or numbers or codes:
        return Question(tuple(strong[:_WORDS]), loose, numbers[:_WORDS], codes[:_WORDS])
    return Question(names=(loose or typed)[:_WORDS])


def dialled(text: str) -> str:
    """A telephone number as one dials it inside the country; of any other number its digits."""
    digits = "".join(_DIGITS.findall(text.replace("(0)", "")))
    if digits.startswith("00" + _ABROAD):
        return "0" + digits[4:]
    if digits.startswith(_ABROAD) and len(digits) == _ABROAD_LONG:
        return "0" + digits[2:]
    return digits


def _numbers(text: str) -> list[str]:
    whole, parts = dialled(text), _DIGITS.findall(text)
    return [whole] if len(parts) == 1 or _LEAST <= len(whole) <= _MOST else parts
