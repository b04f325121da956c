"""Where the forms lie: those of the municipality when it made its own, else those of the program."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path

from leerplicht_desktop.documents.formulieren.huisstijlbestand import lees_huisstijl
from leerplicht_desktop.documents.huisstijl import Huisstijl
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren


def formuliermap(eigen: Path | None) -> Traversable:
    """The folder with forms; ``eigen`` counts as soon as it is there."""
    return eigen if eigen is not None and eigen.is_dir() else meegeleverde_formulieren()


def huisstijl_van(eigen: Path | None, gemeente: str) -> Huisstijl:
    """The house style. The program's own forms are of no municipality: they get only the name of this one.

    Raises ``FormulierProblem`` when the municipality's house style cannot be used.
    """
    stijl = lees_huisstijl(formuliermap(eigen))
    if eigen is not None and eigen.is_dir():
        return stijl
    return replace(
        stijl,
        naam=gemeente or "Gemeente",
        bezoekadres="",
        postadres="",
        telefoon="",
        email="",
        website="",
        voettekst="",
        logo=b"",
        logo_tekst="",
    )
