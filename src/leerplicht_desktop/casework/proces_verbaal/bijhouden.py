"""Work on a concept proces-verbaal: its fields, its texts per keystroke, its sentences, what is joined."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from leerplicht_desktop.casework.concepten import ConceptPV, Conceptzin, Feitkeuze
from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.grondslagen import EerdereAfdoening
from leerplicht_desktop.domain.handhaving.proces_verbaal import Bevinding, Bronsoort, Kennis, ProcesVerbaal

from .bronnen import als_conceptzinnen, bronzinnen
from .feiten import eis_luxe, feiten_van, verzuimtabel
from .opstellen import dossierbeelden

PV_TEKSTEN = (
    "plaats",
    "redenen_van_wetenschap",
    "niet_gehoord",
    "school.melding",
    "school.verklaring",
    "school.voorlichting",
    "school.verlof",
    "school.ziekmelding",
    "persoon.omstandigheden",
    "persoon.hulp",
    "persoon.verwijtbaarheid",
    "persoon.advies",
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


def pv_zin_schrijven(work: Work, zin: str, tekst: str) -> None:
    """The keystroke path of a sentence of the chronology."""
    work.zaakstukken.concepten.schrijf_zin(zin, tekst)


def pv_zin_toevoegen(work: Work, klok: Klok, concept: str, kennis: Kennis, moment: datetime) -> Conceptzin:
    """A sentence of the officer's own, with that as its source.

    Raises DomainError (``moment``) when it lies in the future.
    """
    nu = klok.nu()
    if moment > nu:
        raise DomainError("moment", "Die tijd moet nog komen. Vul in wanneer het gebeurde.")
    bevinding = Bevinding(moment, "", kennis, Bronsoort.EIGEN, f"aantekening van {lang(klok.vandaag())}")
    zin = Conceptzin(nieuw_id(nu), bevinding)
    work.zaakstukken.concepten.zet_zin(concept, zin)
    return zin


def pv_zin_wijzigen(work: Work, concept: str, zin: Conceptzin) -> None:
    """Keep everything of a sentence but its text: time, source, of whom, whether it goes on the paper.

    What was told cannot become the officer's own observation: raises DomainError (``kennis``).
    """
    oud = next((een for een in work.zaakstukken.concepten.laad_pv(concept).zinnen if een.id == zin.id), None)
    if oud is None:
        raise KeyError(zin.id)
    if oud.bron_id and oud.bevinding.kennis is not zin.bevinding.kennis:
        raise DomainError(
            "kennis",
            "Deze zin komt uit een verslag. Wat een ander vertelde, kan niet je eigen waarneming worden.",
            "Sv 153 lid 2",
        )
    work.zaakstukken.concepten.zet_zin(concept, replace(zin, bron_id=oud.bron_id))


def pv_zin_wissen(work: Work, concept: str, zin: str) -> None:
    """Take an own sentence away; one that came from a record stays in the concept, off the paper."""
    oud = next((een for een in work.zaakstukken.concepten.laad_pv(concept).zinnen if een.id == zin), None)
    if oud is not None and oud.bron_id:
        work.zaakstukken.concepten.zet_zin(concept, replace(oud, weggelaten=True))
    elif oud is not None:
        work.zaakstukken.concepten.wis_zin(zin)


def bronnen_bijwerken(work: Work, klok: Klok, concept: str) -> int:
    """Add what was recorded since to the chronology; returns how many sentences."""
    huidig = work.zaakstukken.concepten.laad_pv(concept)
    nieuw = als_conceptzinnen(ontbrekende(work, huidig), klok.nu())
    for zin in nieuw:
        work.zaakstukken.concepten.zet_zin(concept, zin)
    return len(nieuw)


def ontbrekende(work: Work, concept: ConceptPV) -> tuple[tuple[str, Bevinding], ...]:
    """Sentences the records give that the concept does not hold yet, not even left out."""
    beelden = dossierbeelden(work, concept.dossiers)
    aanwezig = {zin.bron_id for zin in concept.zinnen}
    vanaf = (
        work.zaakstukken.stukken.laad(concept.aanvulling_op).verzegeld_op if concept.aanvulling_op else None
    )
    gevonden = bronzinnen(work, beelden, concept.keuze, vanaf)
    return tuple(paar for paar in gevonden if paar[0] not in aanwezig)


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
