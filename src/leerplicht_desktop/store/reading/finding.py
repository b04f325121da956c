"""The hits of a question: every word in any field, ranked by how it was found and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from leerplicht_desktop.store.kluis.connection import Access

from .asked import Question, read
from .meant import Way
from .places import COST, Field, Number, Places

_GLUED = re.compile(
    r"^(?:vander|vanden|vande|van|opden|opde|op|inde|int|den|der|de|ter|ten|el|al|ben|ait)(?=[a-z]{4})"
)
_KIND_OF_STREET = re.compile(r"(?:straat|laan|weg|plein|kade|hof|singel|gracht|dreef|pad|steeg|plantsoen)$")
_OTHER_STREET, _CODE, _PARTICLE = 30, 16, 14
_LONGEST = 8
LIKE = "lijkt"
"""Found by a name that sounds or looks like what was typed."""
_SAID = {Number.ENDING: "bsn", Number.PHONE_BACK: "telefoon", Number.POSTCODE: "adres"}


_Found = dict[str, tuple[int, str]]
"""Per dossier the least cost, and where that was found."""


class Hit(NamedTuple):
    """A dossier that has all words, and its place in the order."""

    cost: int
    sort: str
    dossier: str

    @property
    def key(self) -> tuple[str, str]:
        """The key by which the next page goes on."""
        return f"{self.cost:05d} {self.sort}", self.dossier


class Hits:
    """What was found, the best first."""

    def __init__(self, order: list[Hit], parts: list[_Found]) -> None:
        self.order = order
        self._parts = parts

    def found_in(self, dossier: str) -> str:
        """The field that explains a hit best: what the name of the child lacks, else that name."""
        where = [one[dossier][1] for one in self._parts]
        return next((place for place in where if place != Field.CHILD), Field.CHILD.value)


class Finder:
    """Answers questions of one open vault."""

    def __init__(self, access: Access) -> None:
        self._places = Places(access)

    def hits(self, text: str) -> Hits:
        """All hits in their order; none when nothing can be read in the text."""
        asked = read(text)
        if not asked:
            return Hits([], [])
        self._places.refresh()
        parts = [self._word(word) for word in asked.names]
        parts += [self._number(digits) for digits in asked.numbers]
        parts += [self._code(code) for code in asked.codes]
        both = set(parts[0])
        for one in parts[1:]:
            both &= one.keys()
        return Hits(sorted(self._hit(dossier, parts, asked) for dossier in both), parts)

    def _hit(self, dossier: str, parts: list[_Found], asked: Question) -> Hit:
        cost = sum([one[dossier][0] for one in parts])
        if asked.loose:
            own = self._places.words_of(dossier)
            cost = max(cost - _PARTICLE * sum(word in own for word in asked.loose), 0)
        return Hit(cost, self._places.sort(dossier), dossier)

    def _word(self, word: str) -> _Found:
        meant = self._places.words.meant(word)
        glued = _GLUED.sub("", word)
        if glued != word and word not in self._places.words:
            for other, cost in self._places.words.meant(glued).items():
                if cost == Way.EXACT or Way.SOUND <= cost < Way.SOUND_BEGIN:
                    meant[other] = min(meant.get(other, Way.NEAR), Way.NEAR)
        found: _Found = {}
        for other, cost in meant.items():
            for dossier, field in self._places.at(other).items():
                like = field == Field.CHILD and cost > Way.BEGIN and cost != Way.MIDDLE
                _least(found, dossier, cost + COST[field], LIKE if like else field.value)
        for dossier in self._other_street(word, meant):
            _least(found, dossier, _OTHER_STREET + COST[Field.STREET], Field.STREET.value)
        return found

    def _other_street(self, word: str, meant: dict[str, int]) -> Iterator[str]:
        """Stantonstraat for who lives on the Stantonkade: the kind of street cut off."""
        street = _KIND_OF_STREET.sub("", word)
        sure = any(cost < Way.BEGIN or Way.SOUND <= cost < Way.SOUND_BEGIN for cost in meant.values())
        if street == word or len(street) < len("laan") or sure:
            return
        for other, cost in self._places.words.meant(street).items():
            if cost < Way.NEAR:
                yield from (d for d, field in self._places.at(other).items() if field == Field.STREET)

    def _number(self, digits: str) -> _Found:
        found: _Found = {}
        for whole, kind, dossier in self._numbered(digits):
            cost = _cost(digits, whole, kind)
            if cost is not None:
                _least(found, dossier, cost, _SAID.get(kind, kind.value))
        if len(digits) <= len("12345"):
            for dossier, field in self._places.at(digits).items():
                _least(found, dossier, COST[field], field.value)
        return found

    def _numbered(self, digits: str) -> Iterator[tuple[str, Number, str]]:
        yield from self._places.numbered(digits, whole=len(digits) < len("1234"))
        if len(digits) >= len("1234"):
            behind = digits[::-1]
            yield from (one for one in self._places.numbered(behind) if one[1] == Number.PHONE_BACK)
        if len("12345") <= len(digits) <= _LONGEST:
            yield from (one for one in self._places.numbered("06" + digits) if one[1] == Number.PHONE)
        if len(digits) == _LONGEST:
            yield from self._places.numbered("0" + digits, whole=True)

    def _code(self, code: str) -> _Found:
        return {
            dossier: (_CODE, Field.STREET.value)
            for _, kind, dossier in self._places.numbered(code)
            if kind == Number.POSTCODE
        }


def _cost(asked: str, whole: str, kind: Number) -> int | None:
    """What a number costs that was found for these digits; None when it does not count."""
    if kind == Number.PHONE_BACK:
        return 24 if whole.startswith(asked[::-1]) else None
    if whole == asked:
        return 8 if kind == Number.ENDING else 0
    if not whole.startswith(asked):
        return 4 if kind == Number.PERSON else 24
    if kind == Number.POSTCODE:
        return _CODE if len(asked) == len("1234") else None
    if kind == Number.PERSON:
        return 20 if len("12345") < len(asked) <= _LONGEST else None
    return 20 if kind in (Number.PHONE, Number.DOSSIER) else None


def _least(found: _Found, dossier: str, cost: int, where: str) -> None:
    if dossier not in found or cost < found[dossier][0]:
        found[dossier] = (cost, where)
