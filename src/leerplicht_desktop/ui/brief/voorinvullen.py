"""What the program knows already, filled in when a letter is begun; the officer may change all of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from leerplicht_desktop.casework.brief.bijhouden import brief_veld_schrijven
from leerplicht_desktop.casework.brief.opstellen import Briefopgave, brief_opstellen
from leerplicht_desktop.casework.brief.overtreden_regel import overtreden_regel
from leerplicht_desktop.casework.concepten import Veldwaarde
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import Formulierbeeld
from leerplicht_desktop.casework.procedure.brief import briefwaarden
from leerplicht_desktop.casework.proces_verbaal.verbalisant import verbalisant_van
from leerplicht_desktop.casework.queries.caseload import DossierBeeld
from leerplicht_desktop.casework.queries.stukkenkast import ConceptBriefBeeld
from leerplicht_desktop.casework.queries.tegenspraak import bevinding_in_woorden, tegenspraak
from leerplicht_desktop.casework.touched import Touched
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.privacy.regime import bsn_op
from leerplicht_desktop.domain.verzuim.weken import gemelde_periode
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.feestdagen import werkdag_vanaf

from .model import is_geheim


def brieven_beginnen(
    work: Work, klok: Klok, dossier: str, opgave: Briefopgave, formulier: Formulierbeeld
) -> tuple[tuple[str, ...], Touched]:
    """Begin the letters and fill in what is known, in one transaction. Raises DomainError (``ontvanger``)."""
    ids, bericht = brief_opstellen(work, klok, (dossier,), opgave)
    beeld = work.caseload.dossier(dossier)
    if beeld is not None:
        bekend = dict(_bekend(work, klok, beeld, opgave.soort))
        if opgave.soort is Documentsoort.TERUGMELDING_BRP:
            bekend.update(_tegenspraak(work, beeld))
        uit_procedure = briefwaarden(work.caseload, beeld, klok.vandaag(), opgave.soort)
        for id_ in ids:
            brief = work.stukkenkast.concept_brief(id_)
            verborgen, voor_hem = brief.verborgen, {**bekend, **_voor_lezer(beeld, brief, opgave.soort)}
            for veld in formulier.velden:
                waarde = uit_procedure.get(veld.naam) or voor_hem.get((veld.naam, _soort(veld.type)))
                if waarde is not None and not is_geheim(waarde, verborgen):
                    brief_veld_schrijven(work, id_, formulier, veld.naam, waarde)
    return ids, bericht


def _soort(type_: str) -> str:
    """A text is filled in the same way over one line and over more."""
    return "tekst" if type_ == "tekstregel" else type_


def _bekend(
    work: Work, klok: Klok, beeld: DossierBeeld, soort: Documentsoort
) -> Iterator[tuple[tuple[str, str], Veldwaarde]]:
    """Values by name and type of the field, as the forms of the program call them."""
    yield ("jongere", "tekst"), beeld.naam
    geboren = _geboren(beeld.jongere.geboren)
    if geboren:
        yield ("geboren", "datum"), geboren
    if beeld.school is not None:
        yield ("school", "tekst"), beeld.school.naam
    if beeld.meldingen:
        yield ("melding_op", "datum"), beeld.meldingen[0].datum_melding.isoformat()
    if bsn_op(soort, klok.vandaag()).mag and beeld.jongere.persoon is not None:
        bsn = work.stukkenkast.registerpersoon(beeld.jongere.persoon).bsn
        if bsn is not None:
            yield ("bsn", "bsn"), bsn.waarde
    yield from _van_jezelf(work)
    periode = gemelde_periode(beeld.meldingen) if soort is Documentsoort.VERZUIMBEELD else None
    for naam, dag in zip(("van", "tot"), periode or (), strict=False):
        yield (naam, "datum"), dag.isoformat()
    if soort is Documentsoort.NIET_THUISKAART:
        yield ("bezoek_op", "datumtijd"), klok.nu().replace(tzinfo=None).isoformat(timespec="minutes")
        morgen = werkdag_vanaf(klok.vandaag() + timedelta(days=1))
        yield ("bellen_op", "datum"), morgen.isoformat()


def _tegenspraak(work: Work, beeld: DossierBeeld) -> Iterator[tuple[tuple[str, str], Veldwaarde]]:
    """What the newest visit found at the address of the register."""
    bezoek = tegenspraak(work.caseload, beeld.dossier)
    if bezoek is None:
        return
    yield ("adres", "tekst"), bezoek.adres
    moment = in_nederland(bezoek.begonnen_op).replace(tzinfo=None)
    yield ("bezocht_op", "datumtijd"), moment.isoformat(timespec="minutes")
    yield ("bevinding", "tekst"), bevinding_in_woorden(bezoek)


def _voor_lezer(
    beeld: DossierBeeld, brief: ConceptBriefBeeld, soort: Documentsoort
) -> dict[tuple[str, str], Veldwaarde]:
    """What differs between the letters that are begun together: the rule is another for the jongere."""
    aan = brief.concept.aan
    if soort is not Documentsoort.WAARSCHUWING or aan is None or not aan.personen:
        return {}
    zelf = aan.personen == (beeld.jongere.persoon,)
    return {("regel", "tekst"): overtreden_regel(beeld, jongere=zelf) or None}


def _van_jezelf(work: Work) -> Iterator[tuple[tuple[str, str], Veldwaarde]]:
    boa = verbalisant_van(work)
    for naam, waarde in (
        ("aktenummer", boa.aktenummer),
        ("standplaats", boa.standplaats),
        ("parket", boa.parket),
    ):
        if waarde:
            yield (naam, "tekst"), waarde


def _geboren(lo3: str) -> Veldwaarde:
    try:
        dag = Geboortedatum.uit_lo3(lo3).precies if lo3 else None
    except DomainError:
        return None
    return dag.isoformat() if dag else None
