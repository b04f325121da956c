"""The fonts that a municipality adds for other scripts: a folder ``lettertypen`` beside the house style."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import PurePosixPath

from leerplicht_desktop.documents.huisstijl import Lettertype

MAP = "lettertypen"
_LETTERTYPE = frozenset({".ttf", ".otf", ".ttc", ".woff", ".woff2"})
_ERBIJ = frozenset({".txt", ".md", ".pdf"})  # the licence, which many fonts ask to be kept beside them


def _bestanden(map: Traversable) -> Iterator[tuple[str, Traversable]]:
    """(extension, file) pairs in the order of the names; hidden files of a system are left out."""
    map_ = map.joinpath(MAP)
    if not map_.is_dir():
        return
    for ingang in sorted(map_.iterdir(), key=lambda ingang: ingang.name):
        if ingang.is_file() and not ingang.name.startswith("."):
            yield PurePosixPath(ingang.name).suffix.lower(), ingang


def lettertypen(map: Traversable) -> tuple[Lettertype, ...]:
    """The fonts of a folder with forms; each is read when a text needs it."""
    return tuple(
        Lettertype(f"{MAP}/{ingang.name}", ingang.read_bytes)
        for soort, ingang in _bestanden(map)
        if soort in _LETTERTYPE
    )


def lettertype_fouten(map: Traversable) -> tuple[str, ...]:
    """What is wrong with the fonts; empty when nothing is, or when there are none."""
    vreemd = [
        f"{MAP}/{ingang.name}: dit is geen lettertype. "
        "Zet hier alleen ttf, otf en ttc, en hun licentie (txt)."
        for soort, ingang in _bestanden(map)
        if soort not in _LETTERTYPE | _ERBIJ
    ]
    return (*vreemd, *(f"{een.naam}: {fout}." for een in lettertypen(map) if (fout := _fout(een))))


def _fout(lettertype: Lettertype) -> str:
    """Why the font cannot serve; empty when it can."""
    from leerplicht_desktop.documents.archive.fonts import objection

    try:
        return objection(lettertype.lees())
    except OSError:
        return "dit bestand is niet te lezen. Kijk na of je het mag openen"
