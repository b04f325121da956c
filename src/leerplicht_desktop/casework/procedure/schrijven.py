"""Write a procedure: begin, keep every answer, fix a version, go on with the next."""

from __future__ import annotations

from dataclasses import replace

from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.casework.uitvak.procedure import procedure_verzending
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.procedure.deuren import deur_van
from leerplicht_desktop.domain.procedure.procedure import Procedure, Proceduresoort, vastleggen
from leerplicht_desktop.domain.procedure.vraag import Waarde

from .feiten import zaakfeiten


def procedure_starten(work: Work, klok: Klok, dossier: str, soort: Proceduresoort) -> str:
    """The id of a draft: the open one of this kind that has no earlier version, or a new one."""
    for id_ in work.procedures.concepten((dossier,)):
        open_ = work.procedures.laad(id_)
        if open_.soort is soort and open_.corrigeert is None:
            return id_
    nu = klok.nu()
    id_ = nieuw_id(nu)
    work.procedures.nieuw(Procedure(id_, id_, (dossier,), soort, nu, regime=deur_van(soort).regime))
    return id_


def procedure_voortzetten(work: Work, klok: Klok, versie: str) -> str:
    """The id of a draft that goes on from a version that was fixed: the open one, or a new one.

    Raises DomainError when a newer version was fixed.
    """
    oud = work.procedures.laad(versie)
    for id_ in work.procedures.concepten(oud.dossiers):
        if work.procedures.laad(id_).zaak == oud.zaak:
            return id_
    if any(een.corrigeert == versie for een in work.caseload.procedures(oud.dossiers[0])):
        raise DomainError("procedure", "Er is een nieuwere versie. Ga daarmee verder.")
    nieuw = replace(
        oud,
        id=nieuw_id(klok.nu()),
        vastgelegd_op=None,
        corrigeert=versie,
        reden_correctie="",
        kop="",
        klaar=False,
    )
    work.procedures.nieuw(nieuw)
    return nieuw.id


def procedure_antwoorden(work: Work, procedure: str, naam: str, waarde: Waarde) -> None:
    """The keystroke path of one answer."""
    work.procedures.schrijf(procedure, naam, waarde)


def procedure_reden_schrijven(work: Work, procedure: str, reden: str) -> None:
    """The keystroke path of why an answer was changed."""
    work.procedures.schrijf_reden(procedure, reden)


def procedure_vastleggen(work: Work, klok: Klok, procedure: str) -> tuple[Procedure, Touched]:
    """Fix the version; it waits in the outbox. One transaction.

    Raises DomainError naming the question that blocks; then nothing has changed.
    """
    nu, concept = klok.nu(), work.procedures.laad(procedure)
    beeld = work.caseload.dossier(concept.dossiers[0])
    if beeld is None:
        raise DomainError("procedure", "Dit dossier staat niet meer op deze laptop.")
    deur = deur_van(concept.soort)
    feiten = zaakfeiten(work.caseload, beeld, klok.vandaag(), concept.zaak)
    for vraag in deur.gestelde(concept.antwoorden, feiten):
        if vraag.nodig and concept.antwoorden.get(vraag.naam) in (None, ""):
            raise DomainError(vraag.naam, "Vul dit in.")
    oordeel = deur.oordeel(concept.antwoorden, feiten)
    for naam, zin in oordeel.beletsel:
        raise DomainError(naam, zin)
    vorige = work.procedures.laad(concept.corrigeert) if concept.corrigeert else None
    vast = replace(vastleggen(concept, nu, vorige), kop=oordeel.kop, klaar=oordeel.klaar)
    work.procedures.leg_vast(vast)
    work.uitvak.voeg_toe(procedure_verzending(vast, nu))
    bericht = touched(Soort.PROCEDURE, Soort.TAAK, Soort.DOSSIER, Soort.SYNC, dossiers=vast.dossiers)
    return vast, bericht


def procedure_verwerpen(work: Work, procedure: str) -> Touched | None:
    """Leave an empty draft behind, or one that changes nothing. Anything else stays; then None."""
    concept = work.procedures.laad(procedure)
    vorige = work.procedures.laad(concept.corrigeert) if concept.corrigeert else None
    gevuld = {naam: waarde for naam, waarde in concept.antwoorden.items() if waarde not in (None, "")}
    if not concept.is_concept or gevuld != (dict(vorige.antwoorden) if vorige is not None else {}):
        return None
    work.procedures.verwerp(procedure)
    return touched(Soort.PROCEDURE, Soort.DOSSIER, dossiers=concept.dossiers)
