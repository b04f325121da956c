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
    nummers = count(1)
    for groep in groepen(formulier.blokken):
        delen = frozenset(blok.naam for blok in groep if blok.soort is Bloksoort.ONDERDEEL)
        if delen and not any(onderdelen[naam] for naam in delen):
            continue
        blokken = [
            gezet_blok
            for blok in groep
            if staat(blok, waarden)
            for gezet_blok in _gevuld(blok, formulier, waarden, onderdelen)
        ]
        if genummerd and blokken and isinstance(blokken[0], Heading):
            blokken[0] = Heading(blokken[0].level, f"{next(nummers)}. {blokken[0].text}")
        if blokken:
            yield Groep(delen, tuple(blokken))


def _gevuld(
    blok: Blok,
    formulier: Formulier,
    waarden: Mapping[str, Waarde],
    onderdelen: Mapping[str, tuple[Block, ...]],
) -> tuple[Block, ...]:
    if blok.soort is Bloksoort.ONDERDEEL:
        return onderdelen[blok.naam]
    return tuple(gezet(blok, formulier, waarden))
