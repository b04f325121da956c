"""Work on a concept proces-verbaal: its fields, its texts per keystroke, what is joined."""

from __future__ import annotations

from dataclasses import replace

from leerplicht_desktop.casework.concepten import ConceptPV, Feitkeuze
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import EerdereAfdoening
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal

from .feiten import eis_luxe, feiten_van, verzuimtabel
from .opstellen import dossierbeelden

PV_TEKSTEN = (
    "plaats",
    "redenen_van_wetenschap",
    "niet_gehoord",
    "na_verhoor",
    "school.melding",
    "school.verklaring",
    "school.voorlichting",
    "school.verlof",
    "school.ziekmelding",
    "school.vrijstelling",
    "school.startkwalificatie",
    "persoon.omstandigheden",
    "persoon.hulp",
    "persoon.verwijtbaarheid",
    "persoon.advies",
    "persoon.gehoord",
    "persoon.halt",
)
"""The texts of a proces-verbaal that have a keystroke path, by the name of their field."""


def proces_verbaal_bijhouden(work: Work, concept: str, pv: ProcesVerbaal) -> ConceptPV:
    """Keep verdachte, verbalisant and the day of closing of ``pv``, and nothing else of it.

    Facts, attendance table, earlier outcomes, sentences and every text have acts of their own: what a screen
    held of those while it asked this may be older than what stands in the vault by now.
    """
    huidig = work.zaakstukken.concepten.laad_pv(concept)
    eigen = replace(huidig.pv, verdachte=pv.verdachte, verbalisant=pv.verbalisant, datum=pv.datum)
    work.zaakstukken.concepten.bewaar_pv(replace(huidig, pv=eigen))
    return work.zaakstukken.concepten.laad_pv(concept)


def pv_tekst_schrijven(work: Work, concept: str, veld: str, tekst: str) -> None:
    """The keystroke path of a text. Raises KeyError for a field that is not among :data:`PV_TEKSTEN`."""
    if veld not in PV_TEKSTEN:
        raise KeyError(veld)
    work.zaakstukken.concepten.schrijf_pv(concept, veld, tekst)


def lees_tekst(pv: ProcesVerbaal, veld: str) -> str:
    """The text of a field of :data:`PV_TEKSTEN`."""
    deel, _, naam = veld.partition(".")
    return str(getattr(getattr(pv, deel), naam)) if naam else str(getattr(pv, deel))


def feiten_herzien(work: Work, concept: str, keuze: Feitkeuze) -> ConceptPV:
    """Another kind or period: facts and attendance table are made anew. Raises as *opstellen*."""
    huidig = work.zaakstukken.concepten.laad_pv(concept)
    beelden = dossierbeelden(work, huidig.dossiers)
    feiten = feiten_van(beelden, huidig.verdachte, keuze)
    eis_luxe(beelden, keuze, feiten)
    pv = replace(huidig.pv, feiten=feiten, verzuim=verzuimtabel(beelden, keuze))
    nieuw = replace(huidig, keuze=keuze, pv=pv)
    work.zaakstukken.concepten.bewaar_pv(nieuw)
    return nieuw


def verhoren_kiezen(work: Work, concept: str, verhoren: tuple[str, ...]) -> ConceptPV:
    """Which hearings are joined. Raises DomainError (``verhoor``) for one that is not vastgelegd."""
    huidig = work.zaakstukken.concepten.laad_pv(concept)
    for id_ in verhoren:
        if work.stukkenkast.verhoor(id_).blad.is_concept:
            raise DomainError("verhoor", "Leg het verhoor eerst vast; daarna kan het in het proces-verbaal.")
    return _bewaar(work, replace(huidig, verhoren=verhoren))


def bijlagen_kiezen(work: Work, concept: str, bijlagen: tuple[str, ...]) -> ConceptPV:
    """Which attachments are annexes, in order. Raises KeyError for one that is unknown."""
    huidig = work.zaakstukken.concepten.laad_pv(concept)
    for id_ in bijlagen:
        work.zaakstukken.bijlagen.laad(id_)
    return _bewaar(work, replace(huidig, bijlagen=bijlagen))


def eerdere_afdoeningen_noteren(work: Work, concept: str, eerdere: tuple[EerdereAfdoening, ...]) -> ConceptPV:
    """Earlier outcomes: a conviction asks for a copy to the Raad (R21). Raises DomainError (``eerdere``)."""
    huidig = work.zaakstukken.concepten.laad_pv(concept)
    eerste = min((feit.grondslag.van for feit in huidig.pv.feiten), default=None)
    if eerste is not None and any(een.op > eerste for een in eerdere):
        raise DomainError("eerdere", "Een eerdere afdoening ligt vóór het nieuwe feit. Verbeter de datum.")
    persoon = replace(huidig.pv.persoon, eerdere=eerdere)
    return _bewaar(work, replace(huidig, pv=replace(huidig.pv, persoon=persoon)))


def proces_verbaal_verwerpen(work: Work, concept: str) -> Touched:
    """Throw a concept away; it had no number and its sources stay. Raises KeyError once sealed."""
    huidig = work.zaakstukken.concepten.laad_pv(concept)
    work.zaakstukken.concepten.verwerp(concept)
    return touched(Soort.STUK, Soort.DOSSIER, dossiers=huidig.dossiers)


def _bewaar(work: Work, concept: ConceptPV) -> ConceptPV:
    work.zaakstukken.concepten.bewaar_pv(concept)
    return concept
