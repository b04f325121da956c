"""Frozen domain values as JSON and back, by their own types: one spelling for the vault and for the wire.

Fields that a value does not have are left to their default, so that what an older program wrote can be read.
Why not by pydantic: docs/adr/0013.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from .ports.werk import Json

T = TypeVar("T")


def naar_json(waarde: object) -> Json:
    """The value as JSON: days and moments as ISO 8601, a dataclass as an object with its fields.

    Raises TypeError for a kind that has no spelling.
    """
    if waarde is None or (isinstance(waarde, bool | int | float | str) and not isinstance(waarde, Enum)):
        return waarde
    if isinstance(waarde, Enum):
        return naar_json(waarde.value)
    if isinstance(waarde, date):
        return waarde.isoformat()
    return _groep(waarde)


def _groep(waarde: object) -> Json:
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return {veld.name: naar_json(getattr(waarde, veld.name)) for veld in fields(waarde) if veld.init}
    if isinstance(waarde, Mapping):
        return {str(naam): naar_json(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, tuple | list):
        return [naar_json(deel) for deel in waarde]
    raise TypeError(f"no spelling for {type(waarde).__name__}")


def uit_json(soort: type[T], waarde: Any) -> T:
    """A value of ``soort`` out of what :func:`naar_json` made. Raises ValueError when it does not fit."""
    gelezen: T = _lees(soort, waarde)
    return gelezen


def _lees(soort: Any, waarde: Any) -> Any:
    if get_origin(soort) in (Union, UnionType):
        return _een_van(get_args(soort), waarde)
    if get_origin(soort) is tuple:
        return _rij(get_args(soort), waarde)
    if isinstance(soort, type) and is_dataclass(soort):
        return _gevuld(soort, waarde)
    if soort in (date, datetime):
        return soort.fromisoformat(waarde)
    if isinstance(soort, type) and issubclass(soort, Enum):
        return soort(waarde)
    if isinstance(soort, type) and not isinstance(waarde, soort):
        raise ValueError(f"not a {soort.__name__}")
    return waarde


def _een_van(soorten: tuple[Any, ...], waarde: Any) -> Any:
    if waarde is None and NoneType in soorten:
        return None
    for soort in soorten:
        if soort is NoneType:
            continue
        try:
            return _lees(soort, waarde)
        except (ValueError, TypeError):
            continue
    raise ValueError("fits none of the kinds")


def _rij(soorten: tuple[Any, ...], waarde: Any) -> tuple[Any, ...]:
    if not isinstance(waarde, list):
        raise ValueError("not a list")
    if len(soorten) == 2 and soorten[1] is Ellipsis:
        return tuple(_lees(soorten[0], deel) for deel in waarde)
    return tuple(_lees(soort, deel) for soort, deel in zip(soorten, waarde, strict=True))


@cache
def _velden(soort: type) -> tuple[tuple[str, Any, bool], ...]:
    hints = get_type_hints(soort)
    return tuple(
        (veld.name, hints[veld.name], veld.default is MISSING and veld.default_factory is MISSING)
        for veld in fields(soort)
        if veld.init
    )


def _gevuld(soort: type, waarde: Any) -> Any:
    if not isinstance(waarde, dict):
        raise ValueError(f"not a {soort.__name__}")
    gevonden = {naam: _lees(hint, waarde[naam]) for naam, hint, _ in _velden(soort) if naam in waarde}
    if any(nodig and naam not in gevonden for naam, _, nodig in _velden(soort)):
        raise ValueError(f"an incomplete {soort.__name__}")
    return soort(**gevonden)
