"""What the proces-verbaal and the hearing share when a form lays them out."""

from __future__ import annotations

from dataclasses import fields
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from leerplicht_desktop.documents.assets import shipped_forms
from leerplicht_desktop.documents.formulieren.formulier import Formulier, Vorm
from leerplicht_desktop.documents.formulieren.keuren import formulierbestanden, lees
from leerplicht_desktop.documents.formulieren.lezen import ontleed
from leerplicht_desktop.documents.formulieren.minitaal import Ontbreekt, Waarde
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.handhaving.proces_verbaal import Verbalisant

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def rechterformulier(vorm: Vorm, folder: Traversable) -> Formulier:
    """The form of this shape in a folder, else the one that comes with the program.

    A municipality that copied the forms before this one was among them goes on with ours. Raises
    ``FormulierProblem`` when the one it has is not sound.
    """
    for name, data in formulierbestanden(folder):
        formulier, _ = ontleed(name, data)
        if formulier is not None and formulier.vorm is vorm:
            return lees(name, data)
    return rechterformulier(vorm, shipped_forms())


def rechtervelden(wie: Verbalisant, verdachte: str, rol: Rol) -> dict[str, Waarde]:
    """Officer and suspect for the own words of a form; what is not known yet prints as a remark."""
    known = {
        "behandelaar": wie.naam,
        "functie": wie.functie,
        "aktenummer": wie.aktenummer,
        "standplaats": wie.standplaats,
        "verdachte": verdachte,
    }
    return {
        **{name: value or Ontbreekt(name) for name, value in known.items()},
        "organisatie": wie.organisatie,
        "parket": wie.parket,
        "jongere_verdacht": rol is Rol.JONGERE,
        "ouder_verdacht": rol is not Rol.JONGERE,
    }


def zonder_formulier(stuk: DataclassInstance) -> dict[str, Any]:
    """What a fingerprint covers: everything but the compiled form, which its own hash stands for."""
    return {part.name: getattr(stuk, part.name) for part in fields(stuk) if part.name != "formulier"}
