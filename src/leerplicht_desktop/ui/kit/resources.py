"""Where the files live that the screens show: fonts, icons, design tokens.

An installed program carries them as the package `leerplicht_resources`; a checkout has them in `resources/`
at its root.
"""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_CHECKOUT = Path(__file__).parents[4] / "resources"


@cache
def root() -> Traversable:
    """The folder of resources.

    Raises `FileNotFoundError` when neither place has it: the installation is damaged.
    """
    try:
        return files("leerplicht_resources")
    except ModuleNotFoundError:
        if not _CHECKOUT.is_dir():
            msg = "De bestanden van het programma ontbreken. Installeer het programma opnieuw."
            raise FileNotFoundError(msg) from None
        return _CHECKOUT


def read_bytes(*path: str) -> bytes:
    """The content of one resource, such as `read_bytes("fonts", "inter", "Inter-Bold.otf")`."""
    return _find(path).read_bytes()


def read_text(*path: str) -> str:
    """The text of one resource, read as UTF-8."""
    return _find(path).read_text(encoding="utf-8")


def _find(path: tuple[str, ...]) -> Traversable:
    # A package without __init__ takes one step at a time on Python 3.11.
    found = root()
    for step in path:
        found = found.joinpath(step)
    return found
