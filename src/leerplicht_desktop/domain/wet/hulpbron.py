"""Where the read-only reference data lies: beside the sources, or inside the installed wheel.

A checkout goes first: an editable installation also carries a copy, of the day it was made. What lies
three folders up from an installed program is somebody else's: a folder counts only beside ``pyproject.toml``.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_PAKKET = "leerplicht_resources"
_BRONMAP = Path(__file__).parents[4] / "resources"


def hulpbronnen(pakket: str = _PAKKET, bronmap: Path = _BRONMAP) -> Traversable:
    """Return the folder with reference data; the wheel installs it as a package of its own.

    Raises ModuleNotFoundError when neither is there: the installation is damaged.
    """
    return bronmap if in_bron(bronmap) and (bronmap / "wet").is_dir() else files(pakket)


def in_bron(bronmap: Path) -> bool:
    """Whether ``bronmap`` is a folder of the sources, and not one that happens to have the same name."""
    return (bronmap.parent / "pyproject.toml").is_file()


def hulpbron(*delen: str) -> Traversable:
    """Return one file or folder of it. A package without __init__ takes one step at a time on Python 3.11."""
    gevonden = hulpbronnen()
    for deel in delen:
        gevonden = gevonden.joinpath(deel)
    return gevonden


def lees_map(naam: str, achtervoegsel: str = ".toml") -> dict[str, str]:
    """Return the texts of one folder of reference data by file name, in the order of the names."""
    gevonden = [pad for pad in hulpbron(naam).iterdir() if pad.name.endswith(achtervoegsel)]
    return {pad.name: pad.read_text("utf-8") for pad in sorted(gevonden, key=lambda pad: pad.name)}
