"""Somebody of the register as a letter addresses him and a proces-verbaal names him."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leerplicht_desktop.casework.brief.geheimhouding import adressleutel
from leerplicht_desktop.casework.concepten import Ontvanger
from leerplicht_desktop.casework.queries.stukkenkast import Registerpersoon
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.adressering import aanhef, aanschrijfwijze
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.persoon.identiteit import Bsn, is_bsn
from leerplicht_desktop.domain.persoon.landelijketabel import gemeente_of_code
from leerplicht_desktop.domain.persoon.naam import bekend
from leerplicht_desktop.store.kluis.codec import text_of
from leerplicht_desktop.store.spiegel.display import address, person

Fields = Mapping[str, Any]
_BIRTHPLACE = "03.20"
_UNKNOWN_PLACE = "0000"


def registered(id_: str, fields: Fields) -> Registerpersoon:
    """The person behind a record; empty where the register gives nothing."""
    found = person(fields)
    lo3 = fields.get("lo3") or {}
    where = address(fields)
    number = text_of(fields, "bsn")
    return Registerpersoon(
        persoon=id_,
        naam=found.naam.achternaam if found else "",
        voornamen=bekend(found.naam.voornamen) if found else "",
        geboren=_born(text_of(fields, "geboortedatum")),
        geboorteplaats=_birthplace(text_of(lo3, _BIRTHPLACE)),
        bsn=Bsn(number) if is_bsn(number) else None,
        ontvanger=Ontvanger(
            naamregels=aanschrijfwijze(found).regels if found else (),
            adresregels=where.regels if where else (),
            aanhef=str(aanhef(found)) if found else "",
            personen=(id_,),
            adres=adressleutel(where),
        ),
        geheim=bool(fields.get("geheimhouding")),
    )


def _born(text: str) -> Geboortedatum | None:
    try:
        born = Geboortedatum.uit_lo3(text)
    except DomainError:
        return None
    return born if born.jaar is not None else None


def _birthplace(value: str) -> str:
    """LO3 03.20 holds the code of a municipality, or a place abroad in words."""
    if value == _UNKNOWN_PLACE:
        return ""
    return gemeente_of_code(value) if value.isdigit() else bekend(value)
