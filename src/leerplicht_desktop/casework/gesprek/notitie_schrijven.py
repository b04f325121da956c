"""Write a note of a talk: begin, keep every key, fix it, correct it."""

from __future__ import annotations

from dataclasses import replace

from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.taak.maken import taak_maken
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.casework.uitvak.werk import gespreksnotitie_verzending
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Afspraak, Gespreksnotitie, vastleggen
from leerplicht_desktop.domain.errors import DomainError


def gespreksnotitie_starten(work: Work, klok: Klok, dossiers: tuple[str, ...]) -> str:
    """The id of a draft note: the open one that shares a jongere, or a new one with the time of now."""
    if not dossiers:
        raise DomainError("dossiers", "Kies over welke leerling het gesprek ging.")
    open_ = work.notities.concept_voor(dossiers)
    if open_ is not None:
        return open_
    nu = klok.nu()
    notitie = Gespreksnotitie(nieuw_id(nu), dossiers, nu)
    work.notities.nieuw(notitie)
    return notitie.id


def gespreksnotitie_bijhouden(work: Work, notitie: Gespreksnotitie) -> None:
    """Keep the draft as it now stands, every field and agreement."""
    _concept(work, notitie.id)
    work.notities.bewaar(notitie)


def gesprekstekst_schrijven(work: Work, notitie: str, tekst: str) -> None:
    """The keystroke path of the text."""
    work.notities.schrijf(notitie, tekst)


def nieuwe_afspraak(klok: Klok) -> Afspraak:
    """An empty agreement, to be filled in."""
    return Afspraak(nieuw_id(klok.nu()))


def gespreksnotitie_vastleggen(work: Work, klok: Klok, notitie: str) -> tuple[Gespreksnotitie, Touched]:
    """Fix the note; its agreements become tasks; all waits in the outbox. One transaction.

    Raises DomainError naming the field that blocks; then nothing has changed.
    """
    nu = klok.nu()
    vast = vastleggen(work.notities.laad(notitie), nu)
    work.notities.leg_vast(vast)
    work.uitvak.voeg_toe(gespreksnotitie_verzending(vast, nu))
    al_gemaakt = _eerdere_afspraken(work, vast)
    for afspraak in vast.afspraken:
        if afspraak.uiterlijk is not None and (afspraak.wat, afspraak.wie) not in al_gemaakt:
            taak_maken(
                work,
                klok,
                vast.dossiers,
                afspraak.wat,
                afspraak.uiterlijk,
                wie=afspraak.wie,
                herkomst=vast.id,
            )
    return vast, touched(Soort.NOTITIE, Soort.TAAK, Soort.DOSSIER, Soort.SYNC, dossiers=vast.dossiers)


def gespreksnotitie_verbeteren(work: Work, klok: Klok, notitie: str) -> str:
    """A draft with the content of a note that was vastgelegd. Returns its id."""
    oud = work.caseload.notitie(notitie)
    if oud.is_concept:
        raise DomainError(
            "notitie", "Deze notitie is nog niet vastgelegd. Je kunt er gewoon in verder schrijven."
        )
    open_ = work.notities.concept_voor(oud.dossiers)
    if open_ is not None:
        if work.notities.laad(open_).corrigeert == notitie:
            return open_
        raise DomainError("notitie", "Er staat nog een notitie open voor dit gezin. Rond die eerst af.")
    nu = klok.nu()
    nieuw = replace(oud, id=nieuw_id(nu), vastgelegd_op=None, corrigeert=notitie, reden_correctie="")
    work.notities.nieuw(nieuw)
    return nieuw.id


def gespreksnotitie_verwerpen(work: Work, notitie: str) -> Touched | None:
    """Leave an empty draft behind. A draft in which anything was written stays; then None."""
    huidig = work.notities.laad(notitie)
    if not huidig.is_concept or not huidig.is_leeg or huidig.corrigeert is not None:
        return None
    work.notities.verwerp(notitie)
    return touched(Soort.NOTITIE, Soort.DOSSIER, dossiers=huidig.dossiers)


def _eerdere_afspraken(work: Work, notitie: Gespreksnotitie) -> set[tuple[str, str]]:
    """Agreements of the version this one corrects: those became tasks before."""
    if notitie.corrigeert is None:
        return set()
    oud = work.caseload.notitie(notitie.corrigeert)
    return {(afspraak.wat, afspraak.wie) for afspraak in oud.afspraken}


def _concept(work: Work, notitie: str) -> None:
    if not work.notities.laad(notitie).is_concept:
        raise DomainError("notitie", "Deze notitie is al vastgelegd. Maak een verbetering.")
