"""A line of the journal as an auditor reads it: Dutch, and nothing that only a program understands."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy.engine import Row

from leerplicht_protocol.session import Refused

from . import quarantine_words
from .dossier_lines import moment
from .identity.faults import SENTENCES
from .journal import What, plain_line

_HTTP = {
    "vorm": "het verzoek had niet de afgesproken vorm",
    "cursor": "de plaats in de wijzigingen was niet van deze server",
    "epoch": "de laptop kende nog andere gegevens van de gemeente",
    "protocol": "laptop en server verstonden elkaar niet",
    "te_vaak": "er kwamen te veel verzoeken",
    "te_groot": "het bericht was te groot",
    "codering": "het bericht was ingepakt op een manier die niet wordt gelezen",
    "koppen": "een kop stond er twee keer",
    "nummers": "de laptop kreeg die dag al genoeg nummers",
    "adres": "het verzoek noemde een ander adres dan dat van de server",
    "druk": "er liepen te veel aanmeldingen",
    "database": "de database antwoordde niet",
    "fout": "er ging iets mis in de server",
    "oefenen_elders": "een oefenserver antwoordt alleen op zijn eigen computer",
    "meten_elders": "de cijfers zijn er alleen voor een programma op dezelfde computer",
    "http": "de server kent dit verzoek niet",
    "404": "de server kent dit verzoek niet",
    "405": "de server kent dit verzoek niet",
}


def line(row: Row[Any], numbers: Mapping[str, str]) -> str:
    """One line for a terminal; ``numbers`` of dossiers by id."""
    device = f" op {row.apparaat}" if row.apparaat else ""
    parts = (f"{row.wie}{device}: {row.wat}", about(row.waarop, numbers), because(row.wat, row.waarom))
    return plain_line(f"{row.nr}  {moment(row.op)}  {'; '.join(filter(None, parts))}")


def about(text: str, numbers: Mapping[str, str]) -> str:
    """What an act was about: dossiers, laptops, people or files."""
    named = [str(one) for one in json.loads(text)]
    return ", ".join(f"{one} ({numbers[one]})" if one in numbers else one for one in named)


def because(what: str, why: str) -> str:
    """Why, or what came of it."""
    if what == What.PROVIDED:
        return why.replace("records", "gegevens")
    if what != What.REFUSED:
        return why
    status, _, code = why.partition(" ")
    if status.isdecimal() and code and " " not in code:
        return f"{_of_request(code)} ({status})"
    return ", ".join(quarantine_words.why(one) for one in why.split(", "))


def _of_request(code: str) -> str:
    if code in Refused._value2member_map_:
        sentence = SENTENCES.get(Refused(code), "")
        return sentence.rstrip(".") or code
    return _HTTP.get(code, code)
