"""Accepts a form or says what is wrong with it: one file, or the whole folder of a municipality."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources.abc import Traversable

from leerplicht_desktop.documents.formulieren.formulier import Formulier
from leerplicht_desktop.documents.formulieren.formuliercontrole import beoordeel
from leerplicht_desktop.documents.formulieren.huisstijlbestand import (
    HUISSTIJL,
    huisstijl_fouten,
    leesbare_map,
)
from leerplicht_desktop.documents.formulieren.lettertypen import lettertype_fouten
from leerplicht_desktop.documents.formulieren.lezen import ontleed
from leerplicht_desktop.documents.formulieren.onderdelen import ONDERDELEN
from leerplicht_desktop.documents.formulieren.talen import MAP, taalbladen
from leerplicht_desktop.documents.problemen import FormulierProblem


def lees(bestand: str, data: bytes) -> Formulier:
    """The form; raises ``FormulierProblem`` with all its mistakes. The same bytes are judged once."""
    formulier, fouten = _oordeel(bestand, data)
    if formulier is None or fouten:
        raise FormulierProblem(
            f"Het formulier {bestand} is niet bruikbaar: {fouten[0]}",
            "Verbeter het bestand en controleer het opnieuw.",
            fouten,
        )
    return formulier


@lru_cache(maxsize=256)
def _oordeel(bestand: str, data: bytes) -> tuple[Formulier | None, tuple[str, ...]]:
    formulier, fouten = ontleed(bestand, data)
    if formulier is not None and not fouten:
        fouten = beoordeel(bestand, formulier)
    return formulier, tuple(fouten)


def formulierbestanden(map: Traversable, voorvoegsel: str = "") -> Iterator[tuple[str, bytes]]:
    """The forms in a folder and its subfolders: shown name and content, in the order of the names."""
    for ingang in sorted(map.iterdir(), key=lambda ingang: ingang.name):
        naam = f"{voorvoegsel}{ingang.name}"
        if ingang.is_dir() and ingang.name != MAP:
            yield from formulierbestanden(ingang, f"{naam}/")
        elif ingang.name.endswith(".toml") and ingang.name != HUISSTIJL:
            yield naam, ingang.read_bytes()


def controleer(map: Traversable) -> tuple[str, ...]:
    """Every mistake in every form of a folder, in its house style and in its fonts; empty when all is well.

    Takes a ``pathlib.Path`` too. Raises ``FormulierProblem`` when the folder cannot be read.
    """
    leesbare_map(map)
    gevonden: list[str] = [*huisstijl_fouten(map), *lettertype_fouten(map), *taalbladen(map)[1]]
    kenmerken: dict[str, str] = {}
    rechterstukken: dict[str, str] = {}
    for naam, data in formulierbestanden(map):
        formulier, fouten = ontleed(naam, data)
        gevonden += fouten
        if formulier is None:
            continue
        gevonden += beoordeel(naam, formulier)
        if formulier.id in kenmerken:
            gevonden.append(
                f"{naam}: id ‘{formulier.id}’ is ook die van {kenmerken[formulier.id]}. Kies een ander id."
            )
        kenmerken.setdefault(formulier.id, naam)
        if formulier.vorm in ONDERDELEN and rechterstukken.setdefault(formulier.vorm, naam) != naam:
            gevonden.append(
                f"{naam}: er is al een formulier voor dit stuk: "
                f"{rechterstukken[formulier.vorm]}. Kies er een."
            )
    return tuple(gevonden)
