"""What a thing turns out to be: a dossier to write for, a concept letter, or a sealed one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from leerplicht_desktop.casework.ports.kluis import Kluis
from leerplicht_desktop.casework.queries.caseload import Caseload, DossierBeeld
from leerplicht_desktop.casework.queries.stukkenkast import ConceptBriefBeeld, StukBeeld
from leerplicht_desktop.ui.scherm.woorden import opsomming

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Opening:
    """One of the three, and whose it is; all None when it is not on this laptop."""

    dossier: DossierBeeld | None = None
    concept: ConceptBriefBeeld | None = None
    stuk: StukBeeld | None = None
    namen: str = ""
    geheim: bool = False
    """Whether somebody of the sealed letter's dossiers has a secret address."""


def lees_ding(kluis: Kluis, ding: str) -> Opening:
    """On the store lane."""
    dossier = kluis.lees(lambda caseload: caseload.dossier(ding))
    if dossier is not None:
        return Opening(dossier=dossier, namen=dossier.naam)
    concept = lees_concept(kluis, ding)
    if concept is not None:
        return Opening(concept=concept, namen=_namen(kluis, concept.concept.dossiers))
    stuk = _of_niets(lambda: kluis.bekijk(lambda kast: kast.stuk(ding)))
    if stuk is not None:
        dossiers = stuk.stuk.dossiers
        return Opening(stuk=stuk, namen=_namen(kluis, dossiers), geheim=_geheim(kluis, dossiers))
    return Opening()


def lees_concept(kluis: Kluis, brief: str) -> ConceptBriefBeeld | None:
    """A concept letter; None when it was sealed or thrown away."""
    return _of_niets(lambda: kluis.bekijk(lambda kast: kast.concept_brief(brief)))


def _of_niets(vraag: Callable[[], T]) -> T | None:
    try:
        return vraag()
    except KeyError:
        return None


def _geheim(kluis: Kluis, dossiers: tuple[str, ...]) -> bool:
    def vraag(caseload: Caseload) -> bool:
        beelden = (caseload.dossier(dossier) for dossier in dossiers)
        return any(een.geheim for beeld in beelden if beeld for een in (beeld.jongere, *beeld.betrokkenen))

    return kluis.lees(vraag)


def _namen(kluis: Kluis, dossiers: tuple[str, ...]) -> str:
    def vraag(caseload: Caseload) -> str:
        beelden = (caseload.dossier(dossier) for dossier in dossiers)
        return opsomming(beeld.naam for beeld in beelden if beeld is not None)

    return kluis.lees(vraag)
