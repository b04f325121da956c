"""What may be done to the words of a source: shortened with the omission shown, and masked. Nothing else.

Quotation marks come from :func:`citaat` alone; everywhere else a double one becomes a single one, so that
nothing that was typed looks like words that were recorded as said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import pairwise
from typing import Any, TypeVar, cast

from leerplicht_desktop.domain.errors import DomainError

from .pvzin import Afscherming, Bevinding, Deel, Grond, Zinsoort

T = TypeVar("T")
WEG = "(…)"
_MASKER = {
    Grond.ADRES: "[adres afgeschermd]",
    Grond.NUMMER: "[nummer afgeschermd]",
    Grond.NAAM: "[naam afgeschermd]",
}
_KEREND = ("niet", "geen", "nooit", "nauwelijks", "maar", "behalve", "als", "tenzij", "alleen")
_KEERT = re.compile(rf"\b({'|'.join(_KEREND)})\b", re.IGNORECASE)
_DUBBEL = re.compile('["\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u301d\u301e\uff02]')
_OPENT = re.compile(r"(^|[\s(\[\u2018])$")


def enkel(tekst: str) -> str:
    """The text with single quotation marks for double ones of any kind."""

    def gewisseld(treffer: re.Match[str]) -> str:
        if treffer[0] in "\u201e\u201c\u00ab\u301d":
            return "\u2018"
        if treffer[0] == '"' and _OPENT.search(tekst[: treffer.start()][-1:]):
            return "\u2018"
        return "\u2019"

    return _DUBBEL.sub(gewisseld, tekst)


def alles_enkel(waarde: T) -> T:
    """A value with single quotation marks in every text of it, however deep."""
    anders: Any = waarde
    if isinstance(waarde, str) and not isinstance(waarde, Enum):
        anders = enkel(waarde)
    elif isinstance(waarde, tuple):
        anders = tuple(alles_enkel(deel) for deel in waarde)
    elif is_dataclass(waarde) and not isinstance(waarde, type):
        oud = {veld.name: getattr(waarde, veld.name) for veld in fields(waarde) if veld.init}
        nieuw = {naam: alles_enkel(deel) for naam, deel in oud.items()}
        # What has no such mark stays the very same value, and is not built again.
        if nieuw != oud:
            anders = replace(waarde, **nieuw)
    return cast("T", anders)


def citaat(woorden: str) -> str:
    """Words that were recorded as said, between quotation marks."""
    return f"\u201c{enkel(woorden.strip())}\u201d"


def bronwoorden(zin: Bevinding) -> str:
    """The words of the source as they may be read: the kept parts, joined where something was left out."""
    return _samengevoegd(zin.brontekst, zin.delen, zin.afgeschermd)


def hele_bron(zin: Bevinding) -> str:
    """All words of the source, with the same masks."""
    return _samengevoegd(zin.brontekst, (), zin.afgeschermd)


def _samengevoegd(tekst: str, delen: Sequence[Deel], maskers: Sequence[Afscherming]) -> str:
    if not delen:
        return _gemaskerd(tekst, Deel(0, len(tekst)), maskers).strip()
    stukken = [_gemaskerd(tekst, deel, maskers).strip() for deel in delen]
    voor = [WEG] if tekst[: delen[0].begin].strip() else []
    na = [WEG] if tekst[delen[-1].eind :].strip() else []
    return " ".join([*voor, f" {WEG} ".join(stukken), *na])


def _gemaskerd(tekst: str, deel: Deel, maskers: Sequence[Afscherming]) -> str:
    uit, plek = [], deel.begin
    for masker in sorted(maskers, key=lambda een: een.begin):
        begin, eind = max(masker.begin, plek), min(masker.eind, deel.eind)
        if begin < eind:
            uit += [tekst[plek:begin], _MASKER[masker.grond]]
            plek = eind
    return "".join([*uit, tekst[plek : deel.eind]])


def eis_delen(zin: Bevinding, delen: tuple[Deel, ...]) -> tuple[Deel, ...]:
    """The parts that stay, in order and on whole words; empty when they are the whole text.

    Raises DomainError (``delen``): for a kind that is not shortened, for nothing, and outside the text.
    """
    if zin.soort in (Zinsoort.RECHTEN, Zinsoort.EIGEN):
        raise DomainError("delen", "Deze zin kun je niet inkorten.", "Sv 153 lid 2")
    tekst = zin.brontekst
    passend = tuple(sorted(delen, key=lambda deel: deel.begin))
    fout = not passend or any(not 0 <= deel.begin < deel.eind <= len(tekst) for deel in passend)
    if fout or any(eerst.eind > later.begin for eerst, later in pairwise(passend)):
        raise DomainError("delen", "Er moet minstens een deel van de zin blijven staan.")
    heel = tuple(_op_woorden(tekst, deel) for deel in passend)
    if not any(tekst[deel.begin : deel.eind].strip() for deel in heel):
        raise DomainError("delen", "Er moet minstens een deel van de zin blijven staan.")
    samen = _aaneen(tekst, heel)
    return () if len(samen) == 1 and samen[0] == Deel(0, len(tekst)) else samen


def _op_woorden(tekst: str, deel: Deel) -> Deel:
    """The part, made longer to whole words: half a word says something else."""
    begin, eind = deel.begin, deel.eind
    while begin > 0 and tekst[begin - 1].isalnum() and tekst[begin].isalnum():
        begin -= 1
    while eind < len(tekst) and tekst[eind - 1].isalnum() and tekst[eind].isalnum():
        eind += 1
    return Deel(begin, eind)


def _aaneen(tekst: str, delen: tuple[Deel, ...]) -> tuple[Deel, ...]:
    """Parts with nothing but white space between them are one."""
    samen = [delen[0]]
    for deel in delen[1:]:
        if not tekst[samen[-1].eind : deel.begin].strip():
            samen[-1] = Deel(samen[-1].begin, max(samen[-1].eind, deel.eind))
        else:
            samen.append(deel)
    eerst, laatst = samen[0], samen[-1]
    if not tekst[: eerst.begin].strip():
        samen[0] = Deel(0, eerst.eind)
    if not tekst[laatst.eind :].strip():
        samen[-1] = Deel(samen[-1].begin, len(tekst))
    return tuple(samen)


def zonder(zin: Bevinding, weg: Deel) -> tuple[Deel, ...]:
    """The parts that stay when also ``weg`` is left out. Raises DomainError (``delen``)."""
    nu = zin.delen or (Deel(0, len(zin.brontekst)),)
    weg = _op_woorden(zin.brontekst, weg)
    over = []
    for deel in nu:
        links, rechts = (
            Deel(deel.begin, min(deel.eind, weg.begin)),
            Deel(max(deel.begin, weg.eind), deel.eind),
        )
        over += [stuk for stuk in (links, rechts) if stuk.begin < stuk.eind]
    return eis_delen(zin, tuple(deel for deel in over if zin.brontekst[deel.begin : deel.eind].strip()))


def kerende_woorden(zin: Bevinding) -> tuple[str, ...]:
    """Words that were left out and can turn the meaning round, each once."""
    if not zin.delen:
        return ()
    grenzen = [0, *(plek for deel in zin.delen for plek in (deel.begin, deel.eind)), len(zin.brontekst)]
    gaten = (zin.brontekst[grenzen[begin] : grenzen[begin + 1]] for begin in range(0, len(grenzen), 2))
    return tuple(dict.fromkeys(woord.lower() for gat in gaten for woord in _KEERT.findall(gat)))
