"""Accepts a form or says what is wrong with it: one file, or the whole folder of a municipality."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable

from leerplicht_desktop.documents.formulieren.formulier import Formulier
from leerplicht_desktop.documents.formulieren.huisstijlbestand import (
    HUISSTIJL,
    huisstijl_fouten,
    leesbare_map,
)
from leerplicht_desktop.documents.formulieren.lettertypen import lettertype_fouten
from leerplicht_desktop.documents.formulieren.lezen import ontleed
from leerplicht_desktop.documents.formulieren.lint import beoordeel
from leerplicht_desktop.documents.formulieren.onderdelen import ONDERDELEN
from leerplicht_desktop.documents.formulieren.talen import MAP, taalbladen
from leerplicht_desktop.documents.problems import FormulierProblem


def lees(bestand: str, data: bytes) -> Formulier:
    """The form; raises ``FormulierProblem`` with all its mistakes."""
    formulier, fouten = ontleed(bestand, data)
    if formulier is not None and not fouten:
        fouten = beoordeel(bestand, formulier)
    if formulier is None or fouten:
        raise FormulierProblem(
            f"Het formulier {bestand} is niet bruikbaar: {fouten[0]}",
            "Verbeter het bestand en controleer het opnieuw.",
            tuple(fouten),
        )
    return formulier


def formulierbestanden(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    """The forms in a folder and its subfolders: shown name and content, in the order of the names."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        name = f"{prefix}{entry.name}"
        if entry.is_dir() and entry.name != MAP:
            yield from formulierbestanden(entry, f"{name}/")
        elif entry.name.endswith(".toml") and entry.name != HUISSTIJL:
            yield name, entry.read_bytes()


def controleer(folder: Traversable) -> tuple[str, ...]:
    """Every mistake in every form of a folder, in its house style and in its fonts; empty when all is well.

    Takes a ``pathlib.Path`` too. Raises ``FormulierProblem`` when the folder cannot be read.
    """
    leesbare_map(folder)
    found: list[str] = [*huisstijl_fouten(folder), *lettertype_fouten(folder), *taalbladen(folder)[1]]
    ids: dict[str, str] = {}
    courts: dict[str, str] = {}
    for name, data in formulierbestanden(folder):
        formulier, mistakes = ontleed(name, data)
        found += mistakes
        if formulier is None:
            continue
        found += beoordeel(name, formulier)
        if formulier.id in ids:
            found.append(
                f"{name}: id ‘{formulier.id}’ is ook die van {ids[formulier.id]}. Kies een ander id."
            )
        ids.setdefault(formulier.id, name)
        if formulier.vorm in ONDERDELEN and courts.setdefault(formulier.vorm, name) != name:
            found.append(
                f"{name}: er is al een formulier voor dit stuk: {courts[formulier.vorm]}. Kies er een."
            )
    return tuple(found)
