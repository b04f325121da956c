"""Leaflets in other languages, as content a municipality can replace: ``talen/<code>.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from leerplicht_desktop.documents.formulieren.tomltekst import TomlFout, lees_toml
from leerplicht_desktop.documents.problemen import FormulierProblem

MAP = "talen"
_SCHEMA = 1
_SLEUTELS = {"schema", "taal", "kop", "alineas"}
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


def _taalblad(naam: str, data: bytes) -> tuple[Taalblad | None, list[str]]:
    try:
        tabel = lees_toml(data)
    except TomlFout as fout:
        return None, [f"{MAP}/{naam}: dit is geen leesbaar taalblad ({fout})."]
    alineas, geen_verzuim = tabel.get("alineas"), tabel.get(_GEEN_VERZUIM, [])
    gaaf = (
        set(tabel) - {_GEEN_VERZUIM} == _SLEUTELS
        and tabel["schema"] == _SCHEMA
        and tabel["taal"] == naam.removesuffix(".toml")
        and isinstance(tabel["kop"], str)
        and _zijn_teksten(alineas)
        and _zijn_teksten(geen_verzuim)
    )
    if not gaaf:
        return None, [
            f"{MAP}/{naam}: een taalblad heeft schema = {_SCHEMA}, taal (zoals de bestandsnaam), kop "
            f"en alineas (een lijst van teksten), en als u wilt {_GEEN_VERZUIM}."
        ]
    return Taalblad(tabel["taal"], tabel["kop"], tuple(tabel["alineas"]), tuple(geen_verzuim)), []


def _zijn_teksten(waarde: object) -> bool:
    return isinstance(waarde, list) and all(isinstance(tekst, str) and tekst.strip() for tekst in waarde)


def taalbladen(map: Traversable) -> tuple[tuple[Taalblad, ...], tuple[str, ...]]:
    """The leaflets of a folder with forms, and what is wrong with the others. No leaflets at all is fine."""
    plek = map.joinpath(MAP)
    if not plek.is_dir():
        return (), ()
    gevonden, fouten = [], []
    for ingang in sorted(plek.iterdir(), key=lambda ingang: ingang.name):
        if ingang.name.endswith(".toml"):
            taalblad, mis = _taalblad(ingang.name, ingang.read_bytes())
            fouten += mis
            if taalblad is not None:
                gevonden.append(taalblad)
    return tuple(gevonden), tuple(fouten)


def taalblad(map: Traversable, taal: str) -> Taalblad:
    """The leaflet in one language; raises ``FormulierProblem`` when there is none that can be used."""
    gevonden, fouten = taalbladen(map)
    for taalblad in gevonden:
        if taalblad.taal == taal:
            return taalblad
    raise FormulierProblem(
        "Er is geen bruikbaar blad in deze taal.", "Kies een andere taal of verbeter het bestand.", fouten
    )
