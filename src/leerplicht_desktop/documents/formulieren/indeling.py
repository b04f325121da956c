"""Lays out a paper for the court as its form says: headings, own words, and the parts from the dossier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from leerplicht_desktop.documents.blocks import Block, Heading
from leerplicht_desktop.documents.formulieren.formulier import Blok, Bloksoort, Formulier
from leerplicht_desktop.documents.formulieren.minitaal import Waarde
from leerplicht_desktop.documents.formulieren.onderdelen import groepen
from leerplicht_desktop.documents.formulieren.opmaak import gezet, staat


@dataclass(frozen=True, slots=True)
class Groep:
    """One heading with all that stands under it. ``onderdelen`` names the parts from the dossier in it."""

    onderdelen: frozenset[str]
    blokken: tuple[Block, ...]


def ingedeeld(
    formulier: Formulier,
    waarden: Mapping[str, Waarde],
    onderdelen: Mapping[str, tuple[Block, ...]],
    *,
    genummerd: bool,
) -> Iterator[Groep]:
    """The groups in the order of the form. A group whose parts are all empty is left out, heading and all.

    ``onderdelen`` holds the content of every part by name; ``genummerd`` puts a number before each heading.
    """
    numbers = count(1)
    for group in groepen(formulier.blokken):
        parts = frozenset(blok.naam for blok in group if blok.soort is Bloksoort.ONDERDEEL)
        if parts and not any(onderdelen[name] for name in parts):
            continue
        blocks = [
            block
            for blok in group
            if staat(blok, waarden)
            for block in _filled(blok, formulier, waarden, onderdelen)
        ]
        if genummerd and blocks and isinstance(blocks[0], Heading):
            blocks[0] = Heading(blocks[0].level, f"{next(numbers)}. {blocks[0].text}")
        if blocks:
            yield Groep(parts, tuple(blocks))


def _filled(
    blok: Blok,
    formulier: Formulier,
    waarden: Mapping[str, Waarde],
    onderdelen: Mapping[str, tuple[Block, ...]],
) -> tuple[Block, ...]:
    if blok.soort is Bloksoort.ONDERDEEL:
        return onderdelen[blok.naam]
    return tuple(gezet(blok, formulier, waarden))
