"""Build a concept proces-verbaal from what was recorded, against one suspect, about one or more jongeren."""

from __future__ import annotations

from dataclasses import replace

from leerplicht_desktop.casework.concepten import ConceptPV, Feitkeuze, Persoonskeuze
from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.proces_verbaal import ProcesVerbaal

from .bronnen import als_conceptzinnen, bronzinnen
from .feiten import eis_luxe, feiten_van, schooldeel, verdachte_van, verzuimtabel
from .verbalisant import verbalisant_van


def proces_verbaal_opstellen(
    work: Work, klok: Klok, dossiers: tuple[str, ...], verdachte: Persoonskeuze, keuze: Feitkeuze
) -> tuple[str, Touched]:
    """The id of a new concept. An open one against the same suspect is taken up again instead.

    The facts are split per ground and per period (R05–R07); the chronology, the attendance table and what
    the school told come from the records; hearings of the suspect that were vastgelegd are joined.
    Raises DomainError: ``dossiers``, ``verdachte`` (with the reason why not), ``gezag`` while nobody knows
    it, ``kalender``, ``tot``, and ``reden`` for a first single day of luxeverzuim (R14).
    """
    beelden = dossierbeelden(work, dossiers)
    geraakt = touched(Soort.STUK, Soort.DOSSIER, dossiers=dossiers)
    for id_ in work.zaakstukken.concepten.open_pv(dossiers):
        open_ = work.zaakstukken.concepten.laad_pv(id_)
        if open_.verdachte == verdachte and open_.aanvulling_op is None:
            return id_, geraakt
    feiten = feiten_van(beelden, verdachte, keuze)
    eis_luxe(beelden, keuze, feiten)
    register = work.stukkenkast.registerpersoon(verdachte.persoon) if verdachte.persoon else None
    persoon = verdachte_van(verdachte, register, beelden)
    nu = klok.nu()
    pv = ProcesVerbaal(
        verbalisant=verbalisant_van(work),
        verdachte=replace(persoon, hoedanigheid=persoon.hoedanigheid or feiten[0].grondslag.hoedanigheid),
        feiten=feiten,
        school=schooldeel(beelden, keuze),
        verzuim=verzuimtabel(beelden, keuze),
    )
    concept = ConceptPV(
        id=nieuw_id(nu),
        dossiers=dossiers,
        verdachte=verdachte,
        keuze=keuze,
        pv=pv,
        begonnen_op=nu,
        zinnen=als_conceptzinnen(bronzinnen(work, beelden, verdachte, keuze), nu),
        verhoren=verhoren_van(work, dossiers, verdachte),
    )
    work.zaakstukken.concepten.nieuw_pv(concept)
    return concept.id, geraakt


def is_zo_gekozen(work: Work, concept: str, keuze: Feitkeuze) -> bool:
    """Whether a concept is about these facts: one that was begun before may be about others."""
    return work.zaakstukken.concepten.laad_pv(concept).keuze == keuze


def dossierbeelden(work: Work, dossiers: tuple[str, ...]) -> tuple[DossierBeeld, ...]:
    """The pictures of these dossiers. Raises DomainError (``dossiers``) for none, or one that left."""
    gevonden = tuple(beeld for id_ in dossiers if (beeld := work.caseload.dossier(id_)) is not None)
    if not gevonden or len(gevonden) != len(dossiers):
        raise DomainError("dossiers", "Kies één of meer leerlingen uit je eigen dossiers.")
    return gevonden


def verhoren_van(work: Work, dossiers: tuple[str, ...], verdachte: Persoonskeuze) -> tuple[str, ...]:
    """Hearings of this suspect that were vastgelegd, the oldest first."""
    gevonden = {
        beeld.blad.id: beeld.blad
        for dossier in dossiers
        for beeld in work.stukkenkast.verhoren(dossier)
        if not beeld.blad.is_concept and beeld.blad.verdachte.persoon == verdachte.persoon
    }
    naam = verdachte.naam.casefold()
    passend = (
        blad for blad in gevonden.values() if verdachte.persoon or blad.verdachte.naam.casefold() == naam
    )
    return tuple(blad.id for blad in sorted(passend, key=lambda blad: blad.verhoor.begin))
