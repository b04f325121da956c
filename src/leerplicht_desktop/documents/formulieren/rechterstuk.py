"""What the proces-verbaal and the hearing share when a form lays them out."""

from __future__ import annotations

from dataclasses import fields
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from leerplicht_desktop.documents.formulieren.formulier import Formulier, Vorm
from leerplicht_desktop.documents.formulieren.keuren import formulierbestanden, lees
from leerplicht_desktop.documents.formulieren.lezen import ontleed
from leerplicht_desktop.documents.formulieren.minitaal import Ontbreekt, Waarde
from leerplicht_desktop.documents.meegeleverd import meegeleverde_formulieren
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.handhaving.proces_verbaal import Verbalisant

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def rechterformulier(vorm: Vorm, map: Traversable) -> Formulier:
    """The form of this shape in a folder, else the one that comes with the program.

    A municipality that copied the forms before this one was among them goes on with ours. Raises
    ``FormulierProblem`` when the one it has is not sound.
    """
    for naam, data in formulierbestanden(map):
        formulier, _ = ontleed(naam, data)
        if formulier is not None and formulier.vorm is vorm:
            return lees(naam, data)
    return rechterformulier(vorm, meegeleverde_formulieren())


def rechtervelden(wie: Verbalisant, verdachte: str, rol: Rol) -> dict[str, Waarde]:
    """Officer and suspect for the own words of a form; what is not known yet prints as a remark."""
    bekend = {
        "behandelaar": wie.naam,
        "functie": wie.functie,
        "aktenummer": wie.aktenummer,
        "standplaats": wie.standplaats,
        "verdachte": verdachte,
    }
    return {
        **{naam: waarde or Ontbreekt(naam) for naam, waarde in bekend.items()},
        "organisatie": wie.organisatie,
        "parket": wie.parket,
        "jongere_verdacht": rol is Rol.JONGERE,
        "ouder_verdacht": rol is not Rol.JONGERE,
    }


def zonder_formulier(stuk: DataclassInstance) -> dict[str, Any]:
    """What a fingerprint covers: everything but the compiled form, which its own hash stands for."""
    return {deel.name: getattr(stuk, deel.name) for deel in fields(stuk) if deel.name != "formulier"}
