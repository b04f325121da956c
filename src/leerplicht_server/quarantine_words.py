"""What lies in quarantine, in Dutch for the administrator: whose, from where, since when and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from pydantic import JsonValue
from sqlalchemy.engine import Connection, Row

from leerplicht_protocol.records import Entity

from .dossier_lines import Lines, moment, told
from .schema import dossier

_WHY = {
    "na_intrekking": "ingeleverd na intrekking van de laptop",
    "na_schorsing": "ingeleverd na schorsing van de ambtenaar",
    "out_of_scope": "het dossier was niet (meer) van hem",
    "deels": "het gaat over meer kinderen, en niet allemaal waren ze van hem; voor de anderen staat het er",
    "dossier_gone": "het dossier is er niet meer",
    "after_rejected": "het gaat verder op iets dat zelf nog niet is aangenomen",
    "immutable": "er staat al iets anders onder dit kenmerk",
    "nummer": "het nummer hoort bij een ander stuk",
    "nummer_niet_van_laptop": "het nummer is niet van deze laptop",
    "auteur": "er staat een andere naam of laptop in dan die van de afzender",
    "andermans": "het gaat verder op iets dat een ander maakte",
    "te_groot": "het is groter dan een gegeven mag zijn",
    "onbekend": "er staan te veel onbekende velden in",
    "bytes": "de bijlage is niet wat er staat (foto of pdf)",
    "invalid": "het klopt niet met wat is afgesproken",
    "vorm": "het heeft niet de afgesproken vorm",
    "op_gewijzigd": "het kwam terug met een andere inhoud",
    "quarantaine_vol": "van deze laptop ligt al te veel dat niet is beoordeeld",
    "dag_vol": "deze ambtenaar stuurde vandaag al te veel",
}

_KINDS = {
    Entity.DEURBEZOEK: "deurbezoek",
    Entity.GESPREKSNOTITIE: "gespreksnotitie",
    Entity.TAAK: "taak",
    Entity.TAAKAFHANDELING: "afgehandelde taak",
    Entity.TERUGMELDING: "terugmelding aan de BRP",
    Entity.PROCEDURE: "procedure",
    Entity.VERHOOR: "verhoor",
    Entity.STUK: "stuk",
    Entity.STUKSTAP: "stap van een stuk",
    Entity.BIJLAGE: "bijlage",
    Entity.DOSSIER: "wijziging van een dossier",
}

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_BYTES = frozenset({"pdf", "inhoud"})
"""Fields that hold a file: their size is told, not their characters."""


def why(reason: str) -> str:
    """Why it was refused. What is behind a colon names a field."""
    word, _, more = reason.partition(":")
    words = _WHY.get(word.strip(), word.strip())
    return f"{words} ({more.strip()})" if more.strip() and word in _WHY else words


def kind(raw: JsonValue) -> str:
    """What kind of work it is."""
    entity = raw.get("entity") if isinstance(raw, dict) else None
    return next((word for key, word in _KINDS.items() if key.value == entity), "onbekend soort")


def dossiers(raw: JsonValue) -> list[str]:
    """The dossiers that an operation names; none when it cannot be read."""
    named = raw.get("dossiers") if isinstance(raw, dict) else None
    return [one for one in named if isinstance(one, str)] if isinstance(named, list) else []


def dossier_numbers(connection: Connection, ids: Sequence[str]) -> list[str]:
    """The numbers of dossiers as people know them; of one that is not there its id."""
    rows = connection.execute(sa.select(dossier.c.id, dossier.c.nummer).where(dossier.c.id.in_(ids)))
    numbers = {row.id: row.nummer for row in rows}
    return [str(numbers.get(one, one)) for one in ids]


def line(connection: Connection, row: Row[Any], raw: JsonValue) -> str:
    """One line of the list: nothing of what was written."""
    numbers = ", ".join(dossier_numbers(connection, dossiers(raw))) or "geen dossier"
    laptop = f"{row.apparaat} ({row.laptop})" if row.laptop else row.apparaat or "onbekende laptop"
    who = f"{row.ambtenaar} ({row.naam})" if row.naam else row.ambtenaar
    parts = [row.op, f"{kind(raw)} bij {numbers}", f"van {who}", f"laptop {laptop}"]
    parts += [f"sinds {moment(row.ontvangen_op)}", why(row.reden)]
    return "  ".join((*parts, *decided(row)))


def decided(row: Row[Any]) -> Iterable[str]:
    """What a person decided of it; nothing when nobody did."""
    if not row.besluit:
        return ()
    to = f" aan {row.besluit_aan}" if row.besluit_aan else ""
    reason = f" ({row.besluit_reden})" if row.besluit_reden else ""
    return (f"{row.besluit}{to} op {moment(row.besluit_op)} door {row.besluit_door}{reason}",)


def described(connection: Connection, row: Row[Any], raw: JsonValue) -> Lines:
    """All about one of them but what was written."""
    yield f"{row.op}: {kind(raw)}"
    yield f"  van           {row.naam or row.ambtenaar} ({row.ambtenaar})"
    yield f"  laptop        {row.laptop or 'onbekend'} ({row.apparaat or 'onbekend'})"
    yield f"  dossier       {', '.join(dossier_numbers(connection, dossiers(raw))) or 'geen'}"
    if isinstance(raw, dict) and isinstance(raw.get("at"), str):
        yield f"  geschreven    {_moment(raw['at'])} volgens de laptop"
    yield f"  ontvangen     {moment(row.ontvangen_op)}"
    yield f"  omvang        {row.bytes} bytes"
    yield f"  waarom apart  {why(row.reden)}"
    for words in decided(row):
        yield f"  besluit       {words}"


def written(raw: JsonValue) -> Lines:
    """What was written, field by field; of a file only how long it is."""
    body = raw.get("body", raw.get("set")) if isinstance(raw, dict) else None
    yield "  inhoud"
    if not isinstance(body, dict):
        yield from told("wat er kwam", str(raw)[:4_000])
        return
    for name, value in body.items():
        yield from _field(name, value)


def _field(name: str, value: JsonValue) -> Lines:
    if name in _BYTES and isinstance(value, str):
        yield f"    {name}: een bestand van ongeveer {len(value) * 3 // 4} bytes"
    elif isinstance(value, list):
        for one in value:
            yield from told(name, _words(one))
    elif value not in ("", None):
        yield from told(name, _words(value))


def pairs(raw: JsonValue) -> Iterable[tuple[str, str]]:
    """What was written as name and text, for a page; of a file only how long it is."""
    body = raw.get("body", raw.get("set")) if isinstance(raw, dict) else None
    if not isinstance(body, dict):
        yield "wat er kwam", str(raw)[:4_000]
        return
    for name, value in body.items():
        if name in _BYTES and isinstance(value, str):
            yield name, f"een bestand van ongeveer {len(value) * 3 // 4} bytes"
        elif name != "dossiers" and value not in ("", None, [], {}):
            yield name.replace("_", " "), _moments(_words(value))


def _moments(text: str) -> str:
    """With each moment as it is on a clock in the Netherlands."""
    return _MOMENT.sub(lambda found: _moment(found[0]), text)


def _words(value: JsonValue) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_words(part)}" for name, part in value.items() if part not in ("", None))
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value)


def _moment(text: JsonValue) -> str:
    try:
        return moment(text)
    except ValueError:
        return "op een onleesbaar moment"
