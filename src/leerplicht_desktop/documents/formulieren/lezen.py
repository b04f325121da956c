"""Reads one form from TOML; says everything that is wrong with it at once, in Dutch, with the place."""

from __future__ import annotations

import hashlib
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, TypeVar

from leerplicht_desktop.documents.formulieren.aantekeningen import Aantekeningen
from leerplicht_desktop.documents.formulieren.formulier import (
    SCHEMA,
    Blok,
    Bloksoort,
    Formulier,
    Veld,
    Veldtype,
    Vorm,
)
from leerplicht_desktop.documents.formulieren.tomltekst import TomlError, lees_toml
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

_TOP = {"schema", "id", "titel", "soort", "vorm", "velden", "blok"}
_FIELD = {"type", "label", "verplicht", "voorbeeld", "voorbeeld_jongere", "uitleg", "kolommen"}
_BLOCK = {"soort", "tekst", "punten", "rijen", "veld", "naam", "als", "tenzij", "taal"}
_E = TypeVar("_E", bound=StrEnum)


def _choice(kind: type[_E], value: object, place: str, notes: Aantekeningen) -> _E | None:
    try:
        return kind(str(value))
    except ValueError:
        close = get_close_matches(str(value), [str(item) for item in kind], 1)
        advice = f"Bedoel je ‘{close[0]}’?" if close else "Kies uit: " + ", ".join(str(item) for item in kind)
        notes.fout(place, f"‘{value}’ bestaat niet. {advice.rstrip('.')}")
        return None


def _unknown(table: dict[str, Any], known: set[str], place: str, notes: Aantekeningen) -> None:
    for key in sorted(set(table) - known):
        close = get_close_matches(key, sorted(known), 1)
        notes.fout(place, f"‘{key}’ hoort hier niet" + (f". Bedoel je ‘{close[0]}’?" if close else ""))


def _text(table: dict[str, Any], key: str, place: str, notes: Aantekeningen) -> str:
    value = table.get(key, "")
    if isinstance(value, str):
        return value
    notes.fout(place, f"‘{key}’ moet tekst tussen aanhalingstekens zijn")
    return ""


def _strings(table: dict[str, Any], key: str, place: str, notes: Aantekeningen) -> tuple[str, ...]:
    value = table.get(key, [])
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    notes.fout(place, f"‘{key}’ moet een lijst van teksten zijn")
    return ()


def _pairs(table: dict[str, Any], place: str, notes: Aantekeningen) -> tuple[tuple[str, str], ...]:
    value = table.get("rijen", [])
    if isinstance(value, list) and all(_is_pair(row) for row in value):
        return tuple((row[0], row[1]) for row in value)
    notes.fout(place, "‘rijen’ moet een lijst zijn van twee teksten: wat het is en wat erachter staat")
    return ()


def _is_pair(row: object) -> bool:
    return isinstance(row, list) and len(row) == 2 and all(isinstance(item, str) for item in row)


def _veld(name: str, table: object, notes: Aantekeningen) -> Veld | None:
    place = f"veld {name}"
    if not isinstance(table, dict):
        notes.fout(place, "schrijf een veld als [velden.naam] met daaronder type en label")
        return None
    _unknown(table, _FIELD, place, notes)
    kind = _choice(Veldtype, table.get("type"), place, notes)
    label = _text(table, "label", place, notes)
    if not label:
        notes.fout(place, "er ontbreekt een label: hoe het veld op het scherm heet")
    if not isinstance(table.get("verplicht", True), bool):
        notes.fout(place, "‘verplicht’ is true of false, zonder aanhalingstekens")
    if kind is None:
        return None
    return Veld(
        naam=name,
        type=kind,
        label=label,
        verplicht=table.get("verplicht", True) is True,
        voorbeeld=table.get("voorbeeld"),
        uitleg=_text(table, "uitleg", place, notes),
        kolommen=_strings(table, "kolommen", place, notes),
        voorbeeld_jongere=table.get("voorbeeld_jongere"),
    )


def _blok(number: int, table: object, notes: Aantekeningen) -> Blok | None:
    place = f"blok {number}"
    if not isinstance(table, dict):
        notes.fout(place, "schrijf een blok als [[blok]] met daaronder een soort")
        return None
    _unknown(table, _BLOCK, place, notes)
    kind = _choice(Bloksoort, table.get("soort"), place, notes)
    if kind is None:
        return None
    return Blok(
        soort=kind,
        tekst=_text(table, "tekst", place, notes),
        punten=_strings(table, "punten", place, notes),
        rijen=_pairs(table, place, notes),
        veld=_text(table, "veld", place, notes),
        naam=_text(table, "naam", place, notes),
        als=_text(table, "als", place, notes),
        tenzij=_text(table, "tenzij", place, notes),
        taal=_text(table, "taal", place, notes),
    )


def ontleed(bestand: str, data: bytes) -> tuple[Formulier | None, list[str]]:
    """The form and its mistakes; no form when it cannot even be read.

    ``bestand`` is the name to show. A form from a newer version is not guessed at: it is refused.
    """
    notes = Aantekeningen(bestand)
    try:
        table = lees_toml(data)
    except TomlError as error:
        notes.fout("", f"dit is geen leesbaar formulier ({error})")
        return None, notes.fouten
    schema = table.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        notes.fout("", "dit formulier is gemaakt voor een nieuwere versie. Werk eerst het programma bij")
        return None, notes.fouten
    if schema not in range(1, SCHEMA + 1):
        notes.fout("", f"schrijf bovenaan: schema = {SCHEMA}")
    formulier = _formulier(table, data, notes)
    if formulier is not None and isinstance(schema, int):
        _te_nieuw(formulier, schema, notes)
    return formulier, notes.fouten


def _te_nieuw(formulier: Formulier, schema: int, notes: Aantekeningen) -> None:
    """An older program judges a form by its version alone: it must not meet a type that it never heard of."""
    for veld in formulier.velden:
        if veld.type.sinds > schema:
            notes.fout(f"veld {veld.naam}", f"type ‘{veld.type}’ vraagt bovenaan schema = {veld.type.sinds}")


def _formulier(table: dict[str, Any], data: bytes, notes: Aantekeningen) -> Formulier | None:
    _unknown(table, _TOP, "", notes)
    soort = _choice(Documentsoort, table.get("soort"), "soort", notes)
    vorm = _choice(Vorm, table.get("vorm", "brief"), "vorm", notes)
    fields, blocks = table.get("velden", {}), table.get("blok", [])
    if not isinstance(fields, dict) or not isinstance(blocks, list):
        notes.fout("", "velden of blokken staan niet op de juiste manier in het bestand")
        return None
    velden = [_veld(name, value, notes) for name, value in fields.items()]
    blokken = [_blok(number, value, notes) for number, value in enumerate(blocks, 1)]
    for key in ("id", "titel"):
        if not _text(table, key, "", notes):
            notes.fout("", f"‘{key}’ ontbreekt")
    if soort is None or vorm is None:
        return None
    return Formulier(
        id=str(table.get("id", "")),
        titel=str(table.get("titel", "")),
        soort=soort,
        vorm=vorm,
        velden=tuple(veld for veld in velden if veld is not None),
        blokken=tuple(blok for blok in blokken if blok is not None),
        hash=hashlib.sha256(data).hexdigest(),
    )
