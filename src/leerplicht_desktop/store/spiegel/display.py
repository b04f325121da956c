"""How people, addresses and schools of the mirror are shown: through the rules of the register."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from leerplicht_desktop.casework.queries.caseload import Adres, SchoolBeeld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.adressering import adresregels, persoon_uit_lo3
from leerplicht_desktop.domain.persoon.landelijketabel import gemeentenaam
from leerplicht_desktop.domain.persoon.persoon import Persoon
from leerplicht_desktop.domain.wet.hulpbron import lees_map
from leerplicht_desktop.domain.wet.kalender import regio_van
from leerplicht_desktop.store.kluis.codec import text_of

Fields = Mapping[str, Any]


def person(fields: Fields) -> Persoon | None:
    """The person behind a record; without the address when only that cannot be read, else None."""
    lo3, partners = fields.get("lo3") or {}, fields.get("partners") or ()
    for adres in (fields.get("adres") or {}, {}):
        try:
            return persoon_uit_lo3(lo3, partners, adres)
        except DomainError:
            continue
    return None


def short_name(fields: Fields | None, otherwise: str) -> str:
    """First given name and surname; ``otherwise`` when the register has none to give."""
    found = person(fields) if fields and fields.get("lo3") else None
    return found.korte_naam if found is not None else otherwise


def full_name(fields: Fields | None, otherwise: str) -> str:
    """All given names, title and surname, byte for byte."""
    found = person(fields) if fields and fields.get("lo3") else None
    return found.volledige_naam if found is not None else otherwise


def address(fields: Fields | None) -> Adres | None:
    """The address in lines; ``onbekend`` when the register gives none. None without a person."""
    if fields is None:
        return None
    found = person(fields)
    parts = adresregels(found) if found is not None else None
    lines = parts.regels if parts is not None else ()
    if parts is not None and parts.landcode and not parts.land:
        # A country that nobody can name is said on the address itself, where the officer reads it.
        lines = (*lines, f"(land onbekend: code {parts.landcode})")
    return Adres(lines, text_of(fields, "adres_sleutel"), onbekend=not lines)


def school(fields: Fields) -> SchoolBeeld:
    """A school with its address on one line and its holiday region."""
    street = f"{text_of(fields, 'straat')} {text_of(fields, 'huisnummer')}".strip()
    town = f"{text_of(fields, 'postcode')} {text_of(fields, 'plaats')}".strip()
    return SchoolBeeld(
        naam=text_of(fields, "naam"),
        brin=text_of(fields, "brin"),
        vestiging=text_of(fields, "vestiging"),
        adres=", ".join(part for part in (street, town) if part),
        telefoon=text_of(fields, "telefoon"),
        website=text_of(fields, "website"),
        onderwijs=text_of(fields, "onderwijsstructuur"),
        regio=region(text_of(fields, "gemeentecode"), text_of(fields, "provincie")),
    )


def region(gemeentecode: str, province: str = "") -> str:
    """``noord``, ``midden`` or ``zuid``; empty when the municipality is not in the table."""
    try:
        return regio_van(
            province or _provinces().get(gemeentecode, ""),
            gemeentenaam(gemeentecode) if gemeentecode else "",
        ).value
    except DomainError:
        return ""


@cache
def _provinces() -> dict[str, str]:
    table = tomllib.loads(lees_map("schoolvakanties")["gemeente_provincie.toml"])
    return {code: name for name, codes in table["provincie"].items() for code in codes}
