"""Every value of a record with its place in it, whatever it is made of."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import UTC, date, datetime, time
from enum import Enum

from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum

Leaf = str | int | float | bool | None


def leaves(value: object, at: str = "") -> dict[str, Leaf]:
    """Place -> value, as it is spelled on the wire: a moment in UTC, a day as ISO, an enum by its value."""
    return dict(_walk(value, at))


def _walk(value: object, at: str) -> Iterator[tuple[str, Leaf]]:
    inside = _inside(value, at)
    if inside is None:
        yield at, _spelled(value)
    else:
        for place, inner in inside:
            yield from _walk(inner, place)


def _inside(value: object, at: str) -> list[tuple[str, object]] | None:
    """What a value is made of, each part with its place; None when it is one value."""
    if dataclasses.is_dataclass(value) and not isinstance(value, (type, Geboortedatum)):
        names = [field.name for field in dataclasses.fields(value)]
        return [(_below(at, name), getattr(value, name)) for name in names]
    if isinstance(value, Mapping):
        return [(_below(at, str(name)), inner) for name, inner in value.items()]
    if isinstance(value, Set):
        value = sorted(value, key=str)
    if isinstance(value, Sequence) and not isinstance(value, (str, bytes)):
        return [(f"{at}[{place}]", inner) for place, inner in enumerate(value)]
    return None


def _below(at: str, name: str) -> str:
    return f"{at}.{name}" if at else name


def _spelled(value: object) -> Leaf:
    if isinstance(value, Geboortedatum):
        return value.lo3()
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    raise TypeError(f"a suitcase holds no {type(value).__name__}")


def unset(value: object, at: str = "") -> set[str]:
    """The fields that are empty or stand at their default: they would not be missed when they got lost."""
    found: set[str] = set()
    if isinstance(value, Geboortedatum):
        return found
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            inner, place = getattr(value, field.name), _below(at, field.name)
            if inner == field.default or (not isinstance(inner, bool) and not inner):
                found.add(place)
            found |= unset(inner, place)
    elif isinstance(value, (tuple, list)):
        for number, inner in enumerate(value):
            found |= unset(inner, f"{at}[{number}]")
    return found


def doubles(value: object) -> set[Leaf]:
    """Texts, days and numbers that stand in it twice: one could be carried into the place of the other."""
    told = [leaf for leaf in leaves(value).values() if leaf not in (None, "") and not isinstance(leaf, bool)]
    return {leaf for leaf in told if told.count(leaf) > 1}
