"""Every value of a record changed alone: what then stands elsewhere says where it is carried to."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from enum import Enum
from string import hexdigits
from typing import Any

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.persoon.identiteit import Bsn, is_bsn

MARK = "Kwastelhout"
"""A word that stands nowhere else."""
HASH = 64  # hexadecimal digits of a SHA-256
_OTHER_BSN = ("123456782", "999990019")


def changes(value: object, at: str = "") -> Iterator[tuple[str, object]]:
    """Place -> the record with only that place changed; a place that allows no other value stays out."""
    if dataclasses.is_dataclass(value) and not isinstance(value, (type, Geboortedatum, Bsn)):
        for field in dataclasses.fields(value):
            place = f"{at}.{field.name}" if at else field.name
            for where, inner in changes(getattr(value, field.name), place):
                try:
                    yield where, dataclasses.replace(value, **{field.name: inner})
                except DomainError:
                    continue
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            for where, inner in changes(part, f"{at}[{number}]"):
                yield where, (*value[:number], inner, *value[number + 1 :])
    else:
        yield from ((at, other) for other in _others(value))


def _others(value: object) -> list[Any]:
    if isinstance(value, Enum):
        return [other for other in type(value) if other is not value]
    if isinstance(value, str):
        return [_other_text(value)] if value else []
    for kind, other in _OTHER.items():
        if isinstance(value, kind):
            return [other(value)]
    return []


def _other_text(value: str) -> str:
    if is_bsn(value):
        return next(one for one in _OTHER_BSN if one != value)
    if len(value) == HASH and set(value) <= set(hexdigits):
        return ("a" if value[0] == "e" else "e") + value[1:]
    return f"{MARK} {value}"


# The first that fits: a bool is an int and a moment is a day too.
_OTHER: dict[type, Callable[[Any], object]] = {
    bool: lambda value: not value,
    Bsn: lambda value: next(one for one in map(Bsn, _OTHER_BSN) if one != value),
    Geboortedatum: lambda value: Geboortedatum((value.jaar or 2000) - 1, 7, 23),
    datetime: lambda value: value + timedelta(days=1, minutes=1),
    date: lambda value: value + timedelta(days=1),
    time: lambda value: value.replace(hour=(value.hour + 3) % 24),
    int: lambda value: value + 1,
}
