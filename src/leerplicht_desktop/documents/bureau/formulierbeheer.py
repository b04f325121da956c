"""The forms on the command line: a municipality checks what it edited, and sees what it does."""

from __future__ import annotations

import sys
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TextIO

from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.documents.bureau.voorbeeld import voorbeelden
from leerplicht_desktop.documents.formulieren.keuren import controleer as fouten_in
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren


def waar(echt: Path, oefenen: Path, uit: TextIO) -> int:
    """Say where the program looks for a municipality's own forms, and which it uses now; always 0."""
    for naam, map_ in (("Formulieren", echt), ("In de oefenomgeving", oefenen)):
        nu = (
            "deze map wordt gebruikt"
            if map_.is_dir()
            else "deze map is er niet: die van het programma gelden"
        )
        uit.write(f"{naam}: {map_}\n  {nu}\n")
    return 0


def kopieer(doel: Path, uit: TextIO) -> int:
    """Put the program's own forms in a new folder; 2 when something lies there, and then nothing is done."""
    try:
        if doel.exists() and (not doel.is_dir() or any(doel.iterdir())):
            uit.write(f"In {doel} staat al iets. Kies een map die er nog niet is. Er is niets gekopieerd.\n")
            return 2
        _kopieer_map(meegeleverde_formulieren(), doel)
    except OSError as fout:
        sys.stderr.write(f"In {doel} kan niet worden geschreven ({fout.strerror or 'onbekende oorzaak'}).\n")
        return 1
    uit.write(f"De formulieren staan in {doel}. Begin met huisstijl.toml, en lees README.md.\n")
    return 0


def _kopieer_map(bron: Traversable, doel: Path) -> None:
    """Every form, file by file: an installed package is no folder on the disk that can be copied as one."""
    doel.mkdir(parents=True, exist_ok=True)
    for deel in bron.iterdir():
        if deel.is_dir() and deel.name != "__pycache__":
            _kopieer_map(deel, doel / deel.name)
        elif deel.is_file() and not deel.name.endswith((".py", ".pyc")):
            (doel / deel.name).write_bytes(deel.read_bytes())


def controleer(map_: Path, uit: TextIO) -> int:
    """Name every mistake in the forms of a folder; 0 when there is none."""
    if not map_.is_dir():
        uit.write(f"De map {map_} bestaat niet. Geef de map waarin de formulieren staan.\n")
        return 2
    fouten = fouten_in(map_)
    for fout in fouten:
        uit.write(f"{fout}\n")
    uit.write(f"{_aantal(len(fouten))} gevonden.\n")
    return 1 if fouten else 0


def _aantal(fouten: int) -> str:
    return {0: "Geen fouten", 1: "1 fout"}.get(fouten, f"{fouten} fouten")


def voorbeeld(map_: Path, doel: Path, uit: TextIO) -> int:
    """Write a filled example of every form, as concept and as final, into ``doel``."""
    if controleer(map_, uit) != 0:
        uit.write("Verbeter eerst de fouten; er zijn geen voorbeelden gemaakt.\n")
        return 1
    try:
        doel.mkdir(parents=True, exist_ok=True)
        for naam, pdf in voorbeelden(map_):
            (doel / naam).write_bytes(pdf)
            uit.write(f"  {doel / naam}\n")
    except (BekendProbleem, OSError) as fout:
        sys.stderr.write(
            f"{fout if isinstance(fout, BekendProbleem) else 'In deze map kan niet worden geschreven.'}\n"
        )
        return 1
    return 0
