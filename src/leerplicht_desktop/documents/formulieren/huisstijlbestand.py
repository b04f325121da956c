"""Reads ``huisstijl.toml`` and its logo: re-encoded, flattened on white, small enough for any letter."""

from __future__ import annotations

import io
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Any

from leerplicht_desktop.documents.beeldbestand import Grens, hertekend
from leerplicht_desktop.documents.formulieren.aantekeningen import Aantekeningen
from leerplicht_desktop.documents.formulieren.lettertypen import lettertypen
from leerplicht_desktop.documents.formulieren.tomltekst import TomlError, lees_toml
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.problems import FormulierProblem, PapierProblem
from leerplicht_desktop.domain.errors import DomainError

HUISSTIJL = "huisstijl.toml"
_TEKSTEN = (
    "naam",
    "afdeling",
    "kleur",
    "bezoekadres",
    "postadres",
    "telefoon",
    "email",
    "website",
    "voettekst",
    "logo_tekst",
)
_LOGO = Grens(("PNG", "JPEG"), 4_000_000, 1200, "logo")  # kept at 1200 pixels: 60 mm at 500 dpi


def leesbare_map(folder: Traversable) -> None:
    """Raises ``FormulierProblem`` when there is no such folder."""
    if not folder.is_dir():
        raise FormulierProblem(
            "Deze map met formulieren bestaat niet.", "Kijk de naam van de map na.", (folder.name,)
        )


def logo(data: bytes) -> bytes:
    """The picture as PNG in RGB on white. Raises ``PapierProblem`` for what is no picture or far too big."""
    target = io.BytesIO()
    hertekend(data, _LOGO).beeld.save(target, "PNG")
    return target.getvalue()


def lees_huisstijl(folder: Traversable) -> Huisstijl:
    """The house style of a folder with forms; raises ``FormulierProblem`` with every mistake."""
    leesbare_map(folder)
    notes = Aantekeningen(HUISSTIJL)
    style = _read(folder, notes)
    if style is None or notes.fouten:
        raise FormulierProblem(
            f"De huisstijl is niet bruikbaar: {notes.fouten[0]}",
            "Verbeter huisstijl.toml.",
            tuple(notes.fouten),
        )
    return style


def huisstijl_fouten(folder: Traversable) -> tuple[str, ...]:
    """What is wrong with the house style; empty when nothing is."""
    notes = Aantekeningen(HUISSTIJL)
    _read(folder, notes)
    return tuple(notes.fouten)


def _read(folder: Traversable, notes: Aantekeningen) -> Huisstijl | None:
    try:
        table = lees_toml(folder.joinpath(HUISSTIJL).read_bytes())
    except OSError:
        notes.fout("", "het bestand ontbreekt")
        return None
    except TomlError as error:
        notes.fout("", f"het bestand is niet te lezen ({error})")
        return None
    for key in sorted(set(table) - {*_TEKSTEN, "logo"}):
        notes.fout("", f"‘{key}’ hoort hier niet")
    for key in (*_TEKSTEN, "logo"):
        if not isinstance(table.get(key, ""), str):
            notes.fout(key, "dit moet tekst tussen aanhalingstekens zijn")
    return None if notes.fouten else _style(folder, table, notes)


def _style(folder: Traversable, table: dict[str, Any], notes: Aantekeningen) -> Huisstijl | None:
    picture = b""
    if table.get("logo"):
        try:
            picture = logo(_logo_file(folder, table["logo"]))
        except PapierProblem as problem:
            notes.fout("logo", problem.bericht.rstrip(".") + ". " + problem.remedie.rstrip("."))
    try:
        return Huisstijl(
            **{key: table[key] for key in _TEKSTEN if key in table}
            | {"logo": picture, "naam": table.get("naam", ""), "lettertypen": lettertypen(folder)}
        )
    except DomainError as error:
        notes.fout(error.veld, error.bericht.rstrip("."))
        return None


def _logo_file(folder: Traversable, name: str) -> bytes:
    if len(PurePosixPath(name.replace("\\", "/")).parts) != 1:
        raise FormulierProblem("Het logo staat niet in de map zelf.", "Zet het bestand naast huisstijl.toml.")
    try:
        return folder.joinpath(name).read_bytes()
    except OSError as error:
        raise FormulierProblem(
            f"Het logo ‘{name}’ is niet gevonden.",
            "Zet het bestand naast huisstijl.toml of haal de regel weg.",
        ) from error
