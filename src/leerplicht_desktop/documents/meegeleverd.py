"""The files of the paper that come with the program: fonts, the colour profile, the forms."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from leerplicht_desktop.documents.problemen import PapierProblem
from leerplicht_desktop.domain.wet.hulpbron import hulpbron, in_bron

_FORMULIEREN_IN_BRON = Path(__file__).parents[3] / "forms"


def hulpbestand(*delen: str) -> bytes:
    """The content of a file under ``resources``. Raises ``PapierProblem`` when it is gone."""
    try:
        return hulpbron(*delen).read_bytes()
    except OSError as fout:
        raise PapierProblem(
            "Een bestand van het programma ontbreekt.",
            "Installeer het programma opnieuw.",
            ("/".join(delen),),
        ) from fout


def meegeleverde_formulieren() -> Traversable:
    """The folder with the forms that come with the program; a municipality may use its own instead."""
    eigen = in_bron(_FORMULIEREN_IN_BRON) and (_FORMULIEREN_IN_BRON / "brieven").is_dir()
    return _FORMULIEREN_IN_BRON if eigen else files("leerplicht_forms")
