"""The files of the paper that come with the program: fonts, the colour profile, the forms."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from leerplicht_desktop.documents.problems import PapierProblem
from leerplicht_desktop.domain.wet.hulpbron import hulpbron

_FORMS_IN_CHECKOUT = Path(__file__).parents[3] / "forms"


def resource(*parts: str) -> bytes:
    """The content of a file under ``resources``. Raises ``PapierProblem`` when it is gone."""
    try:
        return hulpbron(*parts).read_bytes()
    except OSError as error:
        raise PapierProblem(
            "Een bestand van het programma ontbreekt.",
            "Installeer het programma opnieuw.",
            ("/".join(parts),),
        ) from error


def shipped_forms() -> Traversable:
    """The folder with the forms that come with the program; a municipality may use its own instead."""
    return _FORMS_IN_CHECKOUT if (_FORMS_IN_CHECKOUT / "brieven").is_dir() else files("leerplicht_forms")
