"""Seal a proces-verbaal: number, time, text, hashes and bytes are fixed in one transaction (R15, R27)."""

from __future__ import annotations

from leerplicht_desktop.casework.concepten import ConceptPV
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.casework.queries.stukkenkast import ConceptPVBeeld
from leerplicht_desktop.casework.stuk.verzegeling import bestand_hash, eis_zelfde, regime
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.casework.uitvak.zaakstukken import stuk_verzending
from leerplicht_desktop.casework.waardenjson import naar_json
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.stuk.stuk import Stuk
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort


def proces_verbaal_verzegelen(
    work: Work, klok: Klok, concept: str, drukwerk: Drukwerk
) -> tuple[Stuk, Touched]:
    """The sealed document; the concept is gone, its id lives on.

    Raises DomainError and changes nothing: the field of the first blocking point (R15), ``drukwerk`` when
    the concept changed since, ``datum`` when it would be closed on another day than that on which it is
    sealed, ``nummer`` when the number on the paper is not the one to give now.
    """
    beeld = work.stukkenkast.concept_pv(concept)
    nu = klok.nu()
    eis_zelfde(drukwerk, concept, beeld.concept.versie, nu)
    if beeld.blokkerend:
        punt = beeld.blokkerend[0]
        raise DomainError(punt.veld, punt.bericht, punt.regel)
    eis_vandaag(beeld.concept, drukwerk)
    nummer = volgend_nummer(work, in_nederland(drukwerk.moment).year)
    if drukwerk.nummer != nummer:
        raise DomainError("nummer", "Dit nummer is al gebruikt. Bekijk het stuk opnieuw en verzegel dan.")
    stuk = _stuk(work, beeld, drukwerk)
    work.zaakstukken.nummers.gebruik(nummer, stuk.id)
    work.zaakstukken.stukken.verzegel(stuk, drukwerk.pdf)
    work.zaakstukken.concepten.verwerp(concept)
    work.uitvak.voeg_toe(stuk_verzending(stuk, nu))
    return stuk, touched(Soort.STUK, Soort.DOSSIER, Soort.SYNC, dossiers=stuk.dossiers)


def eis_vandaag(concept: ConceptPV, drukwerk: Drukwerk) -> None:
    """Raise DomainError (``datum``): on ambtseed nothing is dated before or after the day it is made."""
    if concept.pv.datum != in_nederland(drukwerk.moment).date():
        raise DomainError(
            "datum",
            "De datum van sluiten is niet de dag waarop je verzegelt. Zet de datum op vandaag.",
            "Sv 153 lid 2",
        )


def volgend_nummer(work: Work, jaar: int) -> str:
    """The number the next proces-verbaal gets. Raises DomainError (``nummer``) when there is none."""
    nummer = work.zaakstukken.nummers.volgende(jaar)
    if nummer is None:
        raise DomainError(
            "nummer",
            "De nummers op deze laptop zijn op. Synchroniseer met de gemeente voor nieuwe; het concept "
            "blijft bewaard.",
            "R27",
        )
    return nummer


def _stuk(work: Work, beeld: ConceptPVBeeld, drukwerk: Drukwerk) -> Stuk:
    concept: ConceptPV = beeld.concept
    return Stuk(
        id=concept.id,
        dossiers=concept.dossiers,
        soort=Documentsoort.PROCES_VERBAAL,
        titel="Aanvullend proces-verbaal" if concept.aanvulling_op else "Proces-verbaal",
        verzegeld_op=drukwerk.moment,
        regime=regime(work, Documentsoort.PROCES_VERBAAL, drukwerk.moment),
        inhoud_hash=drukwerk.inhoud_hash,
        bestand_hash=bestand_hash(drukwerk.pdf),
        sjabloon_hash=drukwerk.sjabloon_hash,
        nummer=drukwerk.nummer,
        geadresseerde="officier van justitie",
        bladzijden=drukwerk.bladzijden,
        aanvulling_op=concept.aanvulling_op,
        gegevens=_gegevens(concept),
    )


def _gegevens(concept: ConceptPV) -> dict[str, object]:
    return {
        "proces_verbaal": naar_json(concept.pv),
        "verdachte": naar_json(concept.verdachte),
        "keuze": naar_json(concept.keuze),
        "bronnen": [zin.bron_id for zin in concept.zinnen if zin.bron_id and not zin.weggelaten],
        "verhoren": list(concept.verhoren),
        "bijlagen": list(concept.bijlagen),
    }
