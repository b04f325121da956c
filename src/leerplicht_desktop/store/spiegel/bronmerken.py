"""The marks of the wire as domain values: where a group of values comes from and what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leerplicht_desktop.domain.persoon.twijfel import Bronmerk, Onderzoek
from leerplicht_desktop.store.kluis.codec import day, text_of

Fields = Mapping[str, Any]
_ELEMENTS = (("persoon", "lo3"), ("adres", "adres"))


def marks(fields: Fields | None) -> tuple[Bronmerk, ...]:
    """The marks of a record.

    A server from before there were marks sends group 83 among the elements of a person and his address: the
    doubt is the same.
    """
    if fields is None:
        return ()
    found = fields.get("bronmerken")
    if found is None:
        parts = ((group, fields.get(name) or {}) for group, name in _ELEMENTS)
        return tuple(_from_elements(group, elements) for group, elements in parts if "83.10" in elements)
    return tuple(_mark(one) for one in found)


def _mark(fields: Fields) -> Bronmerk:
    return Bronmerk(
        groep=text_of(fields, "groep"),
        bron=text_of(fields, "bron"),
        dag=day(fields.get("dag")),
        onderzoeken=tuple(
            Onderzoek(text_of(one, "aanduiding"), text_of(one, "begin"), text_of(one, "eind"))
            for one in fields.get("onderzoeken") or ()
        ),
        niet_vast_te_stellen=tuple(fields.get("niet_vast_te_stellen") or ()),
        geldig_tot=text_of(fields, "geldig_tot"),
    )


def _from_elements(group: str, elements: Fields) -> Bronmerk:
    found = Onderzoek(text_of(elements, "83.10"), text_of(elements, "83.20"), text_of(elements, "83.30"))
    return Bronmerk(group, "brp", onderzoeken=(found,))
