"""Leaflets in other languages, as content a municipality can replace: ``talen/<code>.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from leerplicht_desktop.documents.formulieren.tomltekst import TomlError, lees_toml
from leerplicht_desktop.documents.problems import FormulierProblem

MAP = "talen"
_SCHEMA = 1
_KEYS = {"schema", "taal", "kop", "alineas"}
_GEEN_VERZUIM = "alineas_geen_verzuim"


@dataclass(frozen=True, slots=True)
class Taalblad:
    """One leaflet: ``taal`` is its BCP 47 code, ``kop`` the name of the language in that language.

    ``geen_verzuim`` is what it says where no hour was missed; empty when the file gives no such text.
    """

    taal: str
    kop: str
    alineas: tuple[str, ...]
    geen_verzuim: tuple[str, ...] = ()


def _leaflet(name: str, data: bytes) -> tuple[Taalblad | None, list[str]]:
    try:
        table = lees_toml(data)
    except TomlError as error:
        return None, [f"{MAP}/{name}: dit is geen leesbaar taalblad ({error})."]
    alineas, geen_verzuim = table.get("alineas"), table.get(_GEEN_VERZUIM, [])
    sound = (
        set(table) - {_GEEN_VERZUIM} == _KEYS
        and table["schema"] == _SCHEMA
        and table["taal"] == name.removesuffix(".toml")
        and isinstance(table["kop"], str)
        and _are_texts(alineas)
        and _are_texts(geen_verzuim)
    )
    if not sound:
        return None, [
            f"{MAP}/{name}: een taalblad heeft schema = {_SCHEMA}, taal (zoals de bestandsnaam), kop "
            f"en alineas (een lijst van teksten), en als u wilt {_GEEN_VERZUIM}."
        ]
    return Taalblad(table["taal"], table["kop"], tuple(table["alineas"]), tuple(geen_verzuim)), []


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) and text.strip() for text in value)


def taalbladen(folder: Traversable) -> tuple[tuple[Taalblad, ...], tuple[str, ...]]:
    """The leaflets of a folder with forms, and what is wrong with the others. No leaflets at all is fine."""
    place = folder.joinpath(MAP)
    if not place.is_dir():
        return (), ()
    found, mistakes = [], []
    for entry in sorted(place.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            leaflet, wrong = _leaflet(entry.name, entry.read_bytes())
            mistakes += wrong
            if leaflet is not None:
                found.append(leaflet)
    return tuple(found), tuple(mistakes)


def taalblad(folder: Traversable, taal: str) -> Taalblad:
    """The leaflet in one language; raises ``FormulierProblem`` when there is none that can be used."""
    found, mistakes = taalbladen(folder)
    for leaflet in found:
        if leaflet.taal == taal:
            return leaflet
    raise FormulierProblem(
        "Er is geen bruikbaar blad in deze taal.", "Kies een andere taal of verbeter het bestand.", mistakes
    )
