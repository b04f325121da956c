"""A concept letter as paper, from its form or as verzuimbeeld."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from leerplicht_desktop.casework.brief.elders import elders_zinnen
from leerplicht_desktop.casework.concepten import ConceptBrief, Veldwaarde
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Drukwerk
from leerplicht_desktop.casework.problems import BekendProbleem
from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.casework.queries.stukkenkast import ConceptBriefBeeld
from leerplicht_desktop.documents.formulieren.formulier import Formulier, Veld, Veldtype
from leerplicht_desktop.documents.formulieren.opdracht import Geadresseerde, Opdracht
from leerplicht_desktop.documents.formulieren.opmaak import maak
from leerplicht_desktop.documents.formulieren.veldwaarde import Ingevuld
from leerplicht_desktop.documents.problemen import FormulierProblem
from leerplicht_desktop.documents.sheet import Paper
from leerplicht_desktop.domain.tekstregel import op_een_regel

from . import verzuimbeeld
from .verzuimbeeld import Afdrukkader
from .werkbank import Schrijver, Werkbank, schrijver_van


class BriefdossierWeg(BekendProbleem):
    """The dossier left the laptop: nobody knows here any more which address is secret (R24)."""

    bericht = "Het dossier bij deze brief staat niet meer op deze laptop."
    remedie = "Wat je typte is bewaard. Vraag aan wie het dossier is gegeven; de brief kan hier niet af."


class BriefadresAnders(BekendProbleem):
    """A receiver moved, left the dossier or died after the letter was begun."""

    bericht = "Deze brief komt niet meer aan bij wie hem moet krijgen."
    remedie = "In de brief staat bij Aan wat er is veranderd en wat je kunt doen."


def druk_brief(bank: Werkbank, concept: str, *, definitief: bool) -> Drukwerk:
    """See the port. Raises BriefdossierWeg, BriefadresAnders, FormulierProblem; KeyError once sealed."""
    moment = bank.klok.nu()

    def lees(work: Work) -> tuple[ConceptBriefBeeld, tuple[DossierBeeld, ...], Schrijver]:
        beeld = work.stukkenkast.concept_brief(concept)
        dossiers = (work.caseload.dossier(dossier) for dossier in beeld.concept.dossiers)
        return beeld, tuple(een for een in dossiers if een is not None), schrijver_van(work)

    beeld, dossiers, wie = bank.doe(lees)
    if len(dossiers) != len(beeld.concept.dossiers):
        raise BriefdossierWeg
    if definitief and beeld.adres is not None:
        raise BriefadresAnders
    kader = Afdrukkader(
        huisstijl=bank.kast.huisstijl(wie.gemeente),
        afzender=wie.afzender,
        map=bank.kast.map,
        moment=moment,
        kenmerk=", ".join(een.nummer for een in dossiers),
        definitief=definitief,
    )
    if beeld.concept.formulier == verzuimbeeld.FORMULIER:
        blad = verzuimbeeld.zet(beeld, next(iter(dossiers), None), kader)
        sjabloon = verzuimbeeld.sjabloon(kader)
    else:
        formulier = bank.kast.met_id(beeld.concept.formulier)
        blad, sjabloon = _zet(beeld, formulier, kader, wie), formulier.hash
    waarschuwing = (beeld.waarschuwing,) if beeld.waarschuwing else ()
    return Drukwerk(
        pdf=blad.data,
        inhoud_hash=blad.content_hash,
        sjabloon_hash=sjabloon,
        bladzijden=blad.pages,
        waarschuwingen=(*waarschuwing, *elders_zinnen(dossiers), *blad.warnings),
        concept=concept,
        versie=beeld.concept.versie,
        moment=moment,
        nummer=kader.kenmerk if definitief else "",
        definitief=definitief,
        zonder_telefoon=not (kader.afzender.telefoon or kader.huisstijl.telefoon),
    )


def _zet(beeld: ConceptBriefBeeld, formulier: Formulier, kader: Afdrukkader, wie: Schrijver) -> Paper:
    return maak(
        Opdracht(
            formulier=formulier,
            huisstijl=kader.huisstijl,
            afzender=kader.afzender,
            plaats=wie.verbalisant.standplaats or kader.huisstijl.naam,
            moment=kader.moment,
            kenmerk=kader.kenmerk,
            waarden=_waarden(formulier, beeld.concept.velden),
            aan=_geadresseerde(beeld.concept),
            verborgen=beeld.verborgen,
            definitief=kader.definitief,
        )
    )


def _geadresseerde(concept: ConceptBrief) -> Geadresseerde | None:
    aan = concept.aan
    if aan is None:
        return None
    return Geadresseerde(aan.naamregels, aan.adresregels, aan.aanhef, aan.minderjarig)


def _waarden(formulier: Formulier, velden: Mapping[str, Veldwaarde]) -> dict[str, Ingevuld]:
    """What was typed, as the form wants it; fields that the form no longer has are left out."""
    return {
        veld.naam: _ingevuld(veld, velden[veld.naam])
        for veld in formulier.velden
        if velden.get(veld.naam) not in (None, "", ())
    }


def _ingevuld(veld: Veld, waarde: Veldwaarde) -> Ingevuld:
    lezers: dict[Veldtype, Callable[[str], Ingevuld]] = {
        Veldtype.DATUM: date.fromisoformat,
        Veldtype.DATUMTIJD: datetime.fromisoformat,
        Veldtype.TIJD: time.fromisoformat,
    }
    if veld.type is Veldtype.TEKSTREGEL and isinstance(waarde, str):
        # Typed in a box of lines, before the form asked one line: the paper gets one line all the same.
        return op_een_regel(waarde).strip()
    if veld.type not in lezers or not isinstance(waarde, str):
        return waarde
    try:
        return lezers[veld.type](waarde)
    except ValueError:
        raise FormulierProblem(
            f"In het veld ‘{veld.label}’ staat geen datum of tijd.", "Kies de datum opnieuw.", (veld.naam,)
        ) from None
