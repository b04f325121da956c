"""A concept letter lies for days, and meanwhile its receivers move, part or die."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from leerplicht_desktop.casework.concepten import ConceptBrief, Ontvanger
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.proces_verbaal.opstellen import dossierbeelden
from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.casework.queries.stukkenkast import Adreswijziging, Registerpersoon
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.casework.waardenjson import uit_json
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.stuk.geadresseerden import Bestemmingstand, bestemmingstand
from leerplicht_desktop.domain.stuk.stuk import Stuk

from .geheim import verborgen_op, verklapt
from .geheimhouding import bewoners
from .opstellen import aanhef_van

Register = Callable[[str], Registerpersoon]
"""Somebody of the register by id; raises KeyError."""

_BRON = "artikel 5 lid 1 onder d Algemene verordening gegevensbescherming; R30"
_WEG = Adreswijziging(
    "Een ontvanger hoort volgens de gemeente niet meer bij dit dossier.",
    "Vraag het na, of gooi dit concept weg.",
)
_OVERLEDEN = Adreswijziging(
    "Een ontvanger is volgens het register overleden.",
    "Verstuur deze brief niet en gooi het concept weg.",
)
_NAAM = Adreswijziging(
    "Volgens het register is de naam op deze brief niet meer juist.", bij_te_werken=True, om_de_naam=True
)
_VERKLAPT = Adreswijziging("In deze brief staat iets wat nu geheim is voor wie hem krijgt.")
_STANDEN = {
    Bestemmingstand.VERHUISD: Adreswijziging(
        "Volgens het register is het adres op deze brief niet meer juist.", bij_te_werken=True
    ),
    Bestemmingstand.UITEEN: Adreswijziging(
        "De ontvangers wonen niet meer op hetzelfde adres.",
        "Gooi dit concept weg en maak voor ieder een brief.",
    ),
    Bestemmingstand.ONBEKEND: Adreswijziging(
        "Van een ontvanger is geen adres meer bekend.",
        "Vraag het adres na, of gooi dit concept weg.",
    ),
}


def adreswijziging(
    aan: Ontvanger | None, beelden: Sequence[DossierBeeld], register: Register
) -> Adreswijziging | None:
    """None as long as the letter reaches people of the register where they live, under their own name."""
    if aan is None or not aan.personen:
        return None
    wie = {een.persoon: een for een in bewoners(beelden)}
    if any(id_ not in wie for id_ in aan.personen):
        return _WEG
    if _overleden(beelden) & set(aan.personen):
        return _OVERLEDEN
    if aan.adresregels and all(_regels(beelden, id_) == aan.adresregels for id_ in aan.personen):
        # The envelope is right, also when the register gives the house another key.
        return None if _namen(aan.personen, register) == aan.naamregels else _NAAM
    stand = bestemmingstand(aan.adres, [wie[id_] for id_ in aan.personen])
    if stand is Bestemmingstand.KLOPT:
        stand = Bestemmingstand.VERHUISD  # the same house under another name
    return _STANDEN.get(stand)


def achterhaald(
    stuk: Stuk, beelden: Sequence[DossierBeeld], dag: date, register: Register
) -> Adreswijziging | None:
    """The same of a sealed letter, which cannot be changed any more; None for other papers.

    It also tells of what became secret after the seal (R24): until it is sent it can be held back.
    """
    velden = stuk.gegevens.get("velden")
    try:
        aan = uit_json(Ontvanger, stuk.gegevens.get("aan"))
    except ValueError:
        return None
    if isinstance(velden, dict) and verklapt(aan, velden, verborgen_op(beelden, stuk.soort, dag, aan)[1]):
        return _VERKLAPT
    return adreswijziging(aan, beelden, register)


def brief_naar_nieuw_adres(work: Work, brief: str) -> tuple[ConceptBrief, Touched]:
    """The same letter to the same people, at the address where they live and under the name they have now.

    The salutation stays as the officer left it, unless they have another name by now: it would name the old.

    Raises DomainError (``ontvanger``) when another address is not enough, KeyError once sealed.
    """
    concept = work.zaakstukken.concepten.laad_brief(brief)
    wijziging = _nu(work, concept)
    if concept.aan is None or wijziging is None:
        return concept, touched(Soort.STUK, dossiers=concept.dossiers)
    if not wijziging.bij_te_werken:
        raise DomainError("ontvanger", wijziging.zin, _BRON)
    nu = [work.stukkenkast.registerpersoon(id_).ontvanger for id_ in concept.aan.personen]
    namen = tuple(regel for een in nu for regel in een.naamregels)
    aan = replace(
        concept.aan,
        naamregels=namen,
        aanhef=concept.aan.aanhef if namen == concept.aan.naamregels else aanhef_van(nu),
        adresregels=nu[0].adresregels,
        adres=nu[0].adres,
    )
    nieuw = replace(concept, aan=aan)
    work.zaakstukken.concepten.bewaar_brief(nieuw)
    return nieuw, touched(Soort.STUK, Soort.DOSSIER, dossiers=concept.dossiers)


def eis_adres(work: Work, concept: ConceptBrief) -> None:
    """Raise DomainError (``ontvanger``) when the letter no longer reaches its receivers."""
    wijziging = _nu(work, concept)
    if wijziging is not None:
        raise DomainError("ontvanger", wijziging.zin, _BRON)


def _nu(work: Work, concept: ConceptBrief) -> Adreswijziging | None:
    beelden = dossierbeelden(work, concept.dossiers)
    return adreswijziging(concept.aan, beelden, work.stukkenkast.registerpersoon)


def _namen(personen: Sequence[str], register: Register) -> tuple[str, ...]:
    return tuple(regel for id_ in personen for regel in register(id_).ontvanger.naamregels)


def _overleden(beelden: Sequence[DossierBeeld]) -> set[str]:
    allen = (een for beeld in beelden for een in (beeld.jongere, *beeld.betrokkenen))
    return {een.persoon for een in allen if een.persoon is not None and een.overleden}


def _regels(beelden: Sequence[DossierBeeld], persoon: str) -> tuple[str, ...]:
    allen = (een for beeld in beelden for een in (beeld.jongere, *beeld.betrokkenen))
    adres = next((een.adres for een in allen if een.persoon == persoon), None)
    return adres.regels if adres is not None else ()
