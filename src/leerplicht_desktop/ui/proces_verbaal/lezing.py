"""What the screen reads: the concept with what was recorded since, or the sealed one with its attachments."""

from __future__ import annotations

from dataclasses import dataclass

from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.proces_verbaal.verzegeld import verzegeld_pv
from leerplicht_desktop.casework.proces_verbaal.zinnen import ontbrekende
from leerplicht_desktop.casework.queries.stukkenkast import ConceptPVBeeld
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.stuk import Stuk

from .model import Stukblad


@dataclass(frozen=True, slots=True)
class Conceptblad:
    """A concept. ``nieuw`` sentences were recorded since; ``geheim`` warns of a secret address (R24)."""

    beeld: ConceptPVBeeld
    nieuw: int
    geheim: bool


def lees(work: Work, id_: str) -> Conceptblad | Stukblad | None:
    """The one or the other; None when it is not on this laptop."""
    try:
        beeld = work.stukkenkast.concept_pv(id_)
    except KeyError:
        return _lees_stuk(work, id_)
    geheim = _geheim(work, beeld.concept.dossiers)
    return Conceptblad(beeld, len(ontbrekende(work, beeld.concept)), geheim)


def _lees_stuk(work: Work, id_: str) -> Stukblad | None:
    try:
        beeld = work.stukkenkast.stuk(id_)
    except KeyError:
        return None
    gevonden = {
        regel.bijlage.id: regel.bijlage
        for dossier in beeld.stuk.dossiers
        for regel in work.stukkenkast.bijlagen(dossier)
    }
    geheim = _geheim(work, beeld.stuk.dossiers)
    return Stukblad(beeld, tuple(gevonden.values()), geheim, _naar_raad(beeld.stuk))


def _geheim(work: Work, dossiers: tuple[str, ...]) -> bool:
    """Whether the address of anybody in these dossiers is secret."""
    beelden = (work.caseload.dossier(dossier) for dossier in dossiers)
    return any(
        persoon.geheim for beeld in beelden if beeld for persoon in (beeld.jongere, *beeld.betrokkenen)
    )


def _naar_raad(stuk: Stuk) -> bool:
    """Whether a copy goes to the Raad voor de Kinderbescherming (R21)."""
    try:
        gevolg = verzegeld_pv(stuk.gegevens).gevolg_van_eerdere
    except (KeyError, ValueError, DomainError):
        # It was made by another program: what it holds cannot be read here, only its paper.
        return False
    return gevolg is not None and gevolg.afschrift_raad
