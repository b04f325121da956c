"""Fill in a concept letter, each field as it is typed; or throw it away."""

from __future__ import annotations

from dataclasses import replace

from leerplicht_desktop.casework.concepten import ConceptBrief, Ontvanger, Veldwaarde
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Formulierbeeld
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.errors import DomainError


def brief_veld_schrijven(
    work: Work, brief: str, formulier: Formulierbeeld, veld: str, waarde: Veldwaarde
) -> None:
    """The keystroke path of a field of ``formulier``; None or empty text empties it.

    Raises DomainError (``veld``) for a name the form does not have, which no paper would ever show, and
    KeyError when sealed.
    """
    if veld not in {een.naam for een in formulier.velden}:
        raise DomainError(
            "veld", f"Het formulier ‘{formulier.titel}’ heeft geen veld ‘{veld}’. Open de brief opnieuw."
        )
    work.zaakstukken.concepten.schrijf_veld(brief, veld, waarde)


def brief_bijhouden(work: Work, brief: str, aan: Ontvanger | None) -> ConceptBrief:
    """Another form of address for the same receiver, or another organisation.

    A letter to people of the register keeps their address: raises DomainError (``ontvanger``) otherwise.
    """
    huidig = work.zaakstukken.concepten.laad_brief(brief)
    oud = huidig.aan
    if oud is not None and oud.personen and (aan is None or _elders(oud, aan)):
        raise DomainError(
            "ontvanger", "Deze brief is voor iemand uit het register. Maak een nieuwe brief voor een ander."
        )
    nieuw = replace(huidig, aan=aan)
    work.zaakstukken.concepten.bewaar_brief(nieuw)
    return nieuw


def aanhef_schrijven(work: Work, brief: str, tekst: str) -> None:
    """The salutation of the receiver as he is kept by now: the address may be another than a key ago."""
    aan = work.zaakstukken.concepten.laad_brief(brief).aan
    if aan is not None:
        brief_bijhouden(work, brief, replace(aan, aanhef=tekst))


def brief_verwerpen(work: Work, brief: str) -> Touched:
    """Throw a concept letter away. Raises KeyError once sealed."""
    huidig = work.zaakstukken.concepten.laad_brief(brief)
    work.zaakstukken.concepten.verwerp(brief)
    return touched(Soort.STUK, Soort.DOSSIER, dossiers=huidig.dossiers)


def _elders(oud: Ontvanger, nieuw: Ontvanger) -> bool:
    return (oud.personen, oud.adres, oud.adresregels) != (nieuw.personen, nieuw.adres, nieuw.adresregels)
