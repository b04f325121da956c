"""Reads ``huisstijl.toml`` and its logo: re-encoded, flattened on white, small enough for any letter."""

from __future__ import annotations

import io
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath
from typing import Any

from leerplicht_desktop.documents.beeldbestand import Grens, hertekend
from leerplicht_desktop.documents.formulieren.aantekeningen import Aantekeningen
from leerplicht_desktop.documents.formulieren.lettertypen import lettertypen
from leerplicht_desktop.documents.formulieren.tomltekst import TomlFout, lees_toml
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.problemen import FormulierProblem, PapierProblem
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


def leesbare_map(map: Traversable) -> None:
    """Raises ``FormulierProblem`` when there is no such folder."""
    if not map.is_dir():
        raise FormulierProblem(
            "Deze map met formulieren bestaat niet.", "Kijk de naam van de map na.", (map.name,)
        )


def logo(data: bytes) -> bytes:
    """The picture as PNG in RGB on white. Raises ``PapierProblem`` for what is no picture or far too big."""
    doel = io.BytesIO()
    hertekend(data, _LOGO).beeld.save(doel, "PNG")
    return doel.getvalue()


def lees_huisstijl(map: Traversable) -> Huisstijl:
    """The house style of a folder with forms; raises ``FormulierProblem`` with every mistake."""
    leesbare_map(map)
    aantekeningen = Aantekeningen(HUISSTIJL)
    stijl = _lees(map, aantekeningen)
    if stijl is None or aantekeningen.fouten:
        raise FormulierProblem(
            f"De huisstijl is niet bruikbaar: {aantekeningen.fouten[0]}",
            "Verbeter huisstijl.toml.",
            tuple(aantekeningen.fouten),
        )
    return stijl


def huisstijl_fouten(map: Traversable) -> tuple[str, ...]:
    """What is wrong with the house style; empty when nothing is."""
    aantekeningen = Aantekeningen(HUISSTIJL)
    _lees(map, aantekeningen)
    return tuple(aantekeningen.fouten)


def _lees(map: Traversable, aantekeningen: Aantekeningen) -> Huisstijl | None:
    try:
        tabel = lees_toml(map.joinpath(HUISSTIJL).read_bytes())
    except OSError:
        aantekeningen.fout("", "het bestand ontbreekt")
        return None
    except TomlFout as fout:
        aantekeningen.fout("", f"het bestand is niet te lezen ({fout})")
        return None
    for sleutel in sorted(set(tabel) - {*_TEKSTEN, "logo"}):
        aantekeningen.fout("", f"‘{sleutel}’ hoort hier niet")
    for sleutel in (*_TEKSTEN, "logo"):
        if not isinstance(tabel.get(sleutel, ""), str):
            aantekeningen.fout(sleutel, "dit moet tekst tussen aanhalingstekens zijn")
    return None if aantekeningen.fouten else _stijl(map, tabel, aantekeningen)


def _stijl(map: Traversable, tabel: dict[str, Any], aantekeningen: Aantekeningen) -> Huisstijl | None:
    beeld = b""
    if tabel.get("logo"):
        try:
            beeld = logo(_logobestand(map, tabel["logo"]))
        except PapierProblem as probleem:
            aantekeningen.fout("logo", probleem.bericht.rstrip(".") + ". " + probleem.remedie.rstrip("."))
    try:
        return Huisstijl(
            **{sleutel: tabel[sleutel] for sleutel in _TEKSTEN if sleutel in tabel}
            | {"logo": beeld, "naam": tabel.get("naam", ""), "lettertypen": lettertypen(map)}
        )
    except DomainError as fout:
        aantekeningen.fout(fout.veld, fout.bericht.rstrip("."))
        return None


def _logobestand(map: Traversable, naam: str) -> bytes:
    if len(PurePosixPath(naam.replace("\\", "/")).parts) != 1:
        raise FormulierProblem("Het logo staat niet in de map zelf.", "Zet het bestand naast huisstijl.toml.")
    try:
        return map.joinpath(naam).read_bytes()
    except OSError as fout:
        raise FormulierProblem(
            f"Het logo ‘{naam}’ is niet gevonden.",
            "Zet het bestand naast huisstijl.toml of haal de regel weg.",
        ) from fout
