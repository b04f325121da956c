"""A concept letter lies for days, and meanwhile its receivers move, part or die."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.geadresseerden import Bestemmingstand, bestemmingstand
from leerplicht_desktop.domain.stuk import Stuk

from .geheimhouding import bewoners
from .papierstukken import ConceptBrief, Ontvanger
from .ports import Work
from .proces_verbaal_opstellen import dossierbeelden
from .queries import DossierBeeld
from .stukken_queries import Adreswijziging
from .touched import Soort, Touched, touched
from .waardenjson import uit_json

_BRON = "artikel 5 lid 1 onder d Algemene verordening gegevensbescherming; R30"
_WEG = Adreswijziging(
    "Een ontvanger hoort volgens de gemeente niet meer bij dit dossier.",
    "Vraag het na, of gooi dit concept weg.",
)
_OVERLEDEN = Adreswijziging(
    "Een ontvanger is volgens het register overleden.",
    "Verstuur deze brief niet en gooi het concept weg.",
)
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


def adreswijziging(aan: Ontvanger | None, beelden: Sequence[DossierBeeld]) -> Adreswijziging | None:
    """None as long as the letter reaches people of the register where they live."""
    if aan is None or not aan.personen:
        return None
    wie = {een.persoon: een for een in bewoners(beelden)}
    if any(id_ not in wie for id_ in aan.personen):
        return _WEG
    if _overleden(beelden) & set(aan.personen):
        return _OVERLEDEN
    stand = bestemmingstand(aan.adres, [wie[id_] for id_ in aan.personen])
    if stand is Bestemmingstand.KLOPT and aan.adresregels != _regels(beelden, aan.personen[0]):
        stand = Bestemmingstand.VERHUISD  # the same house under another name
    return _STANDEN.get(stand)


def achterhaald(stuk: Stuk, beelden: Sequence[DossierBeeld]) -> Adreswijziging | None:
    """The same of a sealed letter, which cannot be changed any more; None for other papers."""
    try:
        aan = uit_json(Ontvanger, stuk.gegevens.get("aan"))
    except ValueError:
        return None
    return adreswijziging(aan, beelden)


def brief_naar_nieuw_adres(work: Work, brief: str) -> tuple[ConceptBrief, Touched]:
    """The same letter to the same people, at the address where they live now; the salutation stays.

    Raises DomainError (``ontvanger``) when another address is not enough, KeyError once sealed.
    """
    concept = work.papieren.concepten.laad_brief(brief)
    wijziging = adreswijziging(concept.aan, dossierbeelden(work, concept.dossiers))
    if concept.aan is None or wijziging is None:
        return concept, touched(Soort.STUK, dossiers=concept.dossiers)
    if not wijziging.bij_te_werken:
        raise DomainError("ontvanger", wijziging.zin, _BRON)
    nu = [work.stukkenkast.registerpersoon(id_).ontvanger for id_ in concept.aan.personen]
    aan = replace(
        concept.aan,
        naamregels=tuple(regel for een in nu for regel in een.naamregels),
        adresregels=nu[0].adresregels,
        adres=nu[0].adres,
    )
    nieuw = replace(concept, aan=aan)
    work.papieren.concepten.bewaar_brief(nieuw)
    return nieuw, touched(Soort.STUK, Soort.DOSSIER, dossiers=concept.dossiers)


def eis_adres(work: Work, concept: ConceptBrief) -> None:
    """Raise DomainError (``ontvanger``) when the letter no longer reaches its receivers."""
    wijziging = adreswijziging(concept.aan, dossierbeelden(work, concept.dossiers))
    if wijziging is not None:
        raise DomainError("ontvanger", wijziging.zin, _BRON)


def _overleden(beelden: Sequence[DossierBeeld]) -> set[str]:
    allen = (een for beeld in beelden for een in (beeld.jongere, *beeld.betrokkenen))
    return {een.persoon for een in allen if een.persoon is not None and een.overleden}


def _regels(beelden: Sequence[DossierBeeld], persoon: str) -> tuple[str, ...]:
    allen = (een for beeld in beelden for een in (beeld.jongere, *beeld.betrokkenen))
    adres = next((een.adres for een in allen if een.persoon == persoon), None)
    return adres.regels if adres is not None else ()
