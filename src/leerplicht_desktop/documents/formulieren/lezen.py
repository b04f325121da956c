"""Reads one form from TOML; says everything that is wrong with it at once, in Dutch, with the place."""

from __future__ import annotations

import hashlib
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
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
from leerplicht_desktop.documents.formulieren.tomltekst import TomlFout, lees_toml
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

_BOVENAAN = {"schema", "id", "titel", "soort", "vorm", "velden", "blok"}
_VELD = {"type", "label", "verplicht", "voorbeeld", "voorbeeld_jongere", "uitleg", "kolommen"}
_BLOK = {"soort", "tekst", "punten", "rijen", "veld", "naam", "als", "tenzij", "taal"}
_LANGSTE_WOORD = 60  # of what a message repeats
_K = TypeVar("_K", bound=StrEnum)


def _keuze(soort: type[_K], waarde: object, plek: str, aantekeningen: Aantekeningen) -> _K | None:
    try:
        return soort(str(waarde))
    except ValueError:
        waarde = str(waarde)[:_LANGSTE_WOORD]
        dichtbij = get_close_matches(waarde, [str(ding) for ding in soort], 1)
        advies = (
            f"Bedoel je ‘{dichtbij[0]}’?"
            if dichtbij
            else "Kies uit: " + ", ".join(str(ding) for ding in soort)
        )
        aantekeningen.fout(plek, f"‘{waarde}’ bestaat niet. {advies.rstrip('.')}")
        return None


def _onbekend(tabel: dict[str, Any], bekend: set[str], plek: str, aantekeningen: Aantekeningen) -> None:
    for hele_sleutel in sorted(set(tabel) - bekend):
        sleutel = hele_sleutel[:_LANGSTE_WOORD]
        dichtbij = get_close_matches(sleutel, sorted(bekend), 1)
        aantekeningen.fout(
            plek, f"‘{sleutel}’ hoort hier niet" + (f". Bedoel je ‘{dichtbij[0]}’?" if dichtbij else "")
        )


def _tekst(tabel: dict[str, Any], sleutel: str, plek: str, aantekeningen: Aantekeningen) -> str:
    waarde = tabel.get(sleutel, "")
    if isinstance(waarde, str):
        return waarde
    aantekeningen.fout(plek, f"‘{sleutel}’ moet tekst tussen aanhalingstekens zijn")
    return ""


def _alle_teksten(
    tabel: dict[str, Any], sleutel: str, plek: str, aantekeningen: Aantekeningen
) -> tuple[str, ...]:
    waarde = tabel.get(sleutel, [])
    if isinstance(waarde, list) and all(isinstance(ding, str) for ding in waarde):
        return tuple(waarde)
    aantekeningen.fout(plek, f"‘{sleutel}’ moet een lijst van teksten zijn")
    return ()


def _paren(tabel: dict[str, Any], plek: str, aantekeningen: Aantekeningen) -> tuple[tuple[str, str], ...]:
    waarde = tabel.get("rijen", [])
    if isinstance(waarde, list) and all(_is_paar(rij) for rij in waarde):
        return tuple((rij[0], rij[1]) for rij in waarde)
    aantekeningen.fout(plek, "‘rijen’ moet een lijst zijn van twee teksten: wat het is en wat erachter staat")
    return ()


def _is_paar(rij: object) -> bool:
    return isinstance(rij, list) and len(rij) == 2 and all(isinstance(ding, str) for ding in rij)


def _veld(naam: str, tabel: object, aantekeningen: Aantekeningen) -> Veld | None:
    plek = f"veld {naam}"
    if not isinstance(tabel, dict):
        aantekeningen.fout(plek, "schrijf een veld als [velden.naam] met daaronder type en label")
        return None
    _onbekend(tabel, _VELD, plek, aantekeningen)
    soort = _keuze(Veldtype, tabel.get("type"), plek, aantekeningen)
    label = _tekst(tabel, "label", plek, aantekeningen)
    if not label:
        aantekeningen.fout(plek, "er ontbreekt een label: hoe het veld op het scherm heet")
    if not isinstance(tabel.get("verplicht", True), bool):
        aantekeningen.fout(plek, "‘verplicht’ is true of false, zonder aanhalingstekens")
    if soort is None:
        return None
    return Veld(
        naam=naam,
        type=soort,
        label=label,
        verplicht=tabel.get("verplicht", True) is True,
        voorbeeld=tabel.get("voorbeeld"),
        uitleg=_tekst(tabel, "uitleg", plek, aantekeningen),
        kolommen=_alle_teksten(tabel, "kolommen", plek, aantekeningen),
        voorbeeld_jongere=tabel.get("voorbeeld_jongere"),
    )


def _blok(nummer: int, tabel: object, aantekeningen: Aantekeningen) -> Blok | None:
    plek = f"blok {nummer}"
    if not isinstance(tabel, dict):
        aantekeningen.fout(plek, "schrijf een blok als [[blok]] met daaronder een soort")
        return None
    _onbekend(tabel, _BLOK, plek, aantekeningen)
    soort = _keuze(Bloksoort, tabel.get("soort"), plek, aantekeningen)
    if soort is None:
        return None
    return Blok(
        soort=soort,
        tekst=_tekst(tabel, "tekst", plek, aantekeningen),
        punten=_alle_teksten(tabel, "punten", plek, aantekeningen),
        rijen=_paren(tabel, plek, aantekeningen),
        veld=_tekst(tabel, "veld", plek, aantekeningen),
        naam=_tekst(tabel, "naam", plek, aantekeningen),
        als=_tekst(tabel, "als", plek, aantekeningen),
        tenzij=_tekst(tabel, "tenzij", plek, aantekeningen),
        taal=_tekst(tabel, "taal", plek, aantekeningen),
    )


def ontleed(bestand: str, data: bytes) -> tuple[Formulier | None, list[str]]:
    """The form and its mistakes; no form when it cannot even be read.

    ``bestand`` is the name to show. A form from a newer version is not guessed at: it is refused. The same
    bytes are read once: each keystroke in a letter asks for its form, and looks for it among all of them.
    """
    formulier, fouten = _ontleed(bestand, data)
    return formulier, list(fouten)


@lru_cache(maxsize=256)
def _ontleed(bestand: str, data: bytes) -> tuple[Formulier | None, tuple[str, ...]]:
    aantekeningen = Aantekeningen(bestand)
    try:
        tabel = lees_toml(data)
    except TomlFout as fout:
        aantekeningen.fout("", f"dit is geen leesbaar formulier ({fout})")
        return None, tuple(aantekeningen.fouten)
    schema = tabel.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        aantekeningen.fout(
            "", "dit formulier is gemaakt voor een nieuwere versie. Werk eerst het programma bij"
        )
        return None, tuple(aantekeningen.fouten)
    if schema not in range(1, SCHEMA + 1):
        aantekeningen.fout("", f"schrijf bovenaan: schema = {SCHEMA}")
    formulier = _formulier(tabel, data, aantekeningen)
    if formulier is not None and isinstance(schema, int):
        _te_nieuw(formulier, schema, aantekeningen)
    return formulier, tuple(aantekeningen.fouten)


def _te_nieuw(formulier: Formulier, schema: int, aantekeningen: Aantekeningen) -> None:
    """An older program judges a form by its version alone: it must not meet a type that it never heard of."""
    for veld in formulier.velden:
        if veld.type.sinds > schema:
            aantekeningen.fout(
                f"veld {veld.naam}", f"type ‘{veld.type}’ vraagt bovenaan schema = {veld.type.sinds}"
            )


def _formulier(tabel: dict[str, Any], data: bytes, aantekeningen: Aantekeningen) -> Formulier | None:
    _onbekend(tabel, _BOVENAAN, "", aantekeningen)
    soort = _keuze(Documentsoort, tabel.get("soort"), "soort", aantekeningen)
    vorm = _keuze(Vorm, tabel.get("vorm", "brief"), "vorm", aantekeningen)
    fields, ruwe_blokken = tabel.get("velden", {}), tabel.get("blok", [])
    if not isinstance(fields, dict) or not isinstance(ruwe_blokken, list):
        aantekeningen.fout("", "velden of blokken staan niet op de juiste manier in het bestand")
        return None
    velden = [_veld(naam, waarde, aantekeningen) for naam, waarde in fields.items()]
    blokken = [_blok(nummer, waarde, aantekeningen) for nummer, waarde in enumerate(ruwe_blokken, 1)]
    for sleutel in ("id", "titel"):
        if not _tekst(tabel, sleutel, "", aantekeningen):
            aantekeningen.fout("", f"‘{sleutel}’ ontbreekt")
    if soort is None or vorm is None:
        return None
    return Formulier(
        id=str(tabel.get("id", "")),
        titel=str(tabel.get("titel", "")),
        soort=soort,
        vorm=vorm,
        velden=tuple(veld for veld in velden if veld is not None),
        blokken=tuple(blok for blok in blokken if blok is not None),
        hash=hashlib.sha256(data).hexdigest(),
    )
