"""Begin letters: one for each address, never two addresses on one letter (R30)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leerplicht_desktop.casework.concepten import ConceptBrief, Ontvanger
from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.proces_verbaal.opstellen import dossierbeelden
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, PersoonBeeld
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.leeftijden import meerderjarig_vanaf
from leerplicht_desktop.domain.privacy.regime import Bewoner
from leerplicht_desktop.domain.stuk.geadresseerden import Briefbestemming, briefbestemmingen, een_brief
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

from .geheimhouding import adressleutel


@dataclass(frozen=True, slots=True)
class Briefopgave:
    """Which letter to whom: ``personen`` are ids of the register; ``aan`` is somebody outside (school, OM).

    With neither the paper has no addressee (a card, minutes). ``samen`` asks for a single letter.
    """

    soort: Documentsoort
    formulier: str
    personen: tuple[str, ...] = ()
    aan: Ontvanger | None = None
    samen: bool = False


def brief_opstellen(
    work: Work, klok: Klok, dossiers: tuple[str, ...], opgave: Briefopgave
) -> tuple[tuple[str, ...], Touched]:
    """The ids of the concept letters, one for each address.

    Raises DomainError (``ontvanger``) when an address is unknown, somebody is not of these dossiers, or
    ``samen`` is asked for people at several addresses; ``soort`` for a proces-verbaal.
    """
    if opgave.soort is Documentsoort.PROCES_VERBAAL:
        raise DomainError("soort", "Een proces-verbaal is geen brief. Stel het op bij Processen-verbaal.")
    beelden = dossierbeelden(work, dossiers)
    nu = klok.nu()
    ids: list[str] = []
    for aan in _ontvangers(work, klok, beelden, opgave):
        concept = ConceptBrief(nieuw_id(nu), dossiers, opgave.soort, opgave.formulier, aan, nu)
        work.zaakstukken.concepten.nieuwe_brief(concept)
        ids.append(concept.id)
    return tuple(ids), touched(Soort.STUK, Soort.DOSSIER, dossiers=dossiers)


def brieven_aan(mensen: Sequence[PersoonBeeld]) -> tuple[Briefbestemming, ...]:
    """The letters to these people: one for each address, and the jongere always one of his own.

    A letter to a jongere says "je" and is about what helps him; he is heard himself (article 22 LPW). Raises
    DomainError (``ontvanger``) when nobody is chosen or an address is unknown.
    """
    ouders = [een for een in mensen if een.rol != "jongere"]
    jongeren = [een for een in mensen if een.rol == "jongere"]
    if not (ouders and jongeren):
        return briefbestemmingen(_bewoners(mensen))
    return (*briefbestemmingen(_bewoners(ouders)), *briefbestemmingen(_bewoners(jongeren)))


def _bewoners(mensen: Sequence[PersoonBeeld]) -> list[Bewoner]:
    return [Bewoner(een.persoon or "", adressleutel(een.adres), een.geheim) for een in mensen]


def _ontvangers(
    work: Work, klok: Klok, beelden: tuple[DossierBeeld, ...], opgave: Briefopgave
) -> tuple[Ontvanger | None, ...]:
    if not opgave.personen:
        return (opgave.aan,)
    mensen = {
        persoon.persoon: persoon
        for beeld in beelden
        for persoon in (beeld.jongere, *beeld.betrokkenen)
        if persoon.persoon is not None
    }
    if any(id_ not in mensen for id_ in opgave.personen):
        raise DomainError("ontvanger", "Kies een ontvanger die bij dit dossier hoort.")
    gekozen = [mensen[id_] for id_ in opgave.personen]
    brieven = (een_brief(_bewoners(gekozen)),) if opgave.samen else brieven_aan(gekozen)
    return tuple(_ontvanger(work, klok, brief, mensen) for brief in brieven)


def _ontvanger(work: Work, klok: Klok, brief: Briefbestemming, mensen: dict[str, PersoonBeeld]) -> Ontvanger:
    geregistreerd = [work.stukkenkast.registerpersoon(id_) for id_ in brief.personen]
    eerste = geregistreerd[0].ontvanger
    jong = [
        een.geboren is not None
        and een.geboren.leeftijd_op(klok.vandaag()).minstens(meerderjarig_vanaf(klok.vandaag())) is not True
        and mensen[een.persoon].rol == "jongere"
        for een in geregistreerd
    ]
    return Ontvanger(
        naamregels=tuple(regel for een in geregistreerd for regel in een.ontvanger.naamregels),
        adresregels=eerste.adresregels,
        aanhef=aanhef_van([een.ontvanger for een in geregistreerd]),
        personen=brief.personen,
        adres=brief.adres,
        minderjarig=all(jong),
    )


def aanhef_van(ontvangers: Sequence[Ontvanger]) -> str:
    """``Geachte mevrouw A, geachte heer B``: each salutation as the register gives it."""
    if len(ontvangers) == 1:
        return ontvangers[0].aanhef
    heffen = [een.aanhef for een in ontvangers if een.aanhef]
    if not heffen:
        return "Geachte ouders"
    rest = [f"{hef[:1].lower()}{hef[1:]}" for hef in heffen[1:]]
    return ", ".join((heffen[0], *rest))
