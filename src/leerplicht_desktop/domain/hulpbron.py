"""Where the read-only reference data lies: inside the installed wheel, or beside the sources."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_PAKKET = "leerplicht_resources"
_BRONMAP = Path(__file__).parents[3] / "resources"


def hulpbronnen(pakket: str = _PAKKET) -> Traversable:
    """Return the folder with reference data; the wheel installs it as a package of its own."""
    try:
        return files(pakket)
    except ModuleNotFoundError:
        return _BRONMAP


def lees_map(naam: str, achtervoegsel: str = ".toml") -> dict[str, str]:
    """Return the texts of one folder of reference data by file name, in the order of the names."""
    gevonden = [pad for pad in hulpbronnen().joinpath(naam).iterdir() if pad.name.endswith(achtervoegsel)]
    return {pad.name: pad.read_text("utf-8") for pad in sorted(gevonden, key=lambda pad: pad.name)}
