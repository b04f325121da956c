"""The marks that travel with a person, a dossier and the people in it, from what was kept of the source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pydantic import JsonValue

from leerplicht_protocol.bronmerk import Bronmerk, Onderzoek
from leerplicht_protocol.records import Rol

_ELEMENTS = (("persoon", "lo3"), ("adres", "adres"))
"""Where the elements of a group lie in what an older server kept: it had no marks yet."""


def of_person(source: Mapping[str, Any]) -> tuple[Bronmerk, ...]:
    """The marks of a person: of himself, his partners and his address."""
    if "bronmerken" not in source:
        return tuple(_from_elements(group, source.get(name) or {}) for group, name in _ELEMENTS)
    return _chosen(source, {"persoon", "partner", "adres"})


def of_role(source: Mapping[str, Any], rol: Rol) -> tuple[Bronmerk, ...]:
    """The marks of a parent, as the list of the jongere has them."""
    return _chosen(source, {rol.value}) if rol in {Rol.OUDER1, Rol.OUDER2} else ()


def of_dossier(source: Mapping[str, Any] | None, days: Mapping[str, str]) -> tuple[Bronmerk, ...]:
    """The marks of a dossier: gezag by the register, and what schools said last on ``days``."""
    return (*(_chosen(source, {"gezag"}) if source else ()), *_reported(days))


def again(before: Any, days: Mapping[str, str]) -> list[JsonValue]:
    """The marks of a dossier of which only the reports changed, as they are stored."""
    kept = [mark for mark in before or () if mark["groep"] not in _REPORTED]
    return [*kept, *(mark.model_dump(mode="json") for mark in _reported(days))]


_REPORTED = ("telefoon", "afwijkend_adres")


def _reported(days: Mapping[str, str]) -> tuple[Bronmerk, ...]:
    return tuple(
        Bronmerk.model_validate({"groep": group, "bron": "school", "dag": days[group]})
        for group in _REPORTED
        if group in days
    )


def _chosen(source: Mapping[str, Any], groups: set[str]) -> tuple[Bronmerk, ...]:
    kept: Iterable[Mapping[str, Any]] = source.get("bronmerken") or ()
    read = {"dag": source.get("gelezen_op")}
    return tuple(Bronmerk.model_validate({**read, **mark}) for mark in kept if mark["groep"] in groups)


def is_over(end: str, today: date) -> bool:
    """Whether an examination with this end (LO3, empty for none) is over; of unknown parts the latest counts.

    One of which nothing is known is over: the register does not write an end before there is one.
    """
    if len(end) != len("jjjjmmdd") or not end.isdigit():
        return bool(end.strip())
    year, month, day = int(end[:4]), int(end[4:6]) or 12, int(end[6:]) or 31
    return not year or (year, month, day) <= (today.year, today.month, today.day)


def _from_elements(group: str, elements: Mapping[str, str]) -> Bronmerk:
    code = elements.get("83.10", "")
    found = Onderzoek(aanduiding=code, begin=elements.get("83.20", ""), eind=elements.get("83.30", ""))
    return Bronmerk(groep=group, bron="brp", onderzoeken=(found,) if code else ())
