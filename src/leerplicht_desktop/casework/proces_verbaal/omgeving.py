"""What lies beside a concept proces-verbaal, gathered from the dossiers for the pass over the whole paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol

from leerplicht_desktop.casework.concepten import ConceptPV
from leerplicht_desktop.casework.procedure.feiten import Procedurestand, nieuwste, procedurestanden
from leerplicht_desktop.casework.queries.caseload import Caseload, DossierBeeld
from leerplicht_desktop.casework.queries.stukkenkast import Stukkenkast
from leerplicht_desktop.domain.handhaving.pvfeiten import Eerderstuk, Handeling, Pvfeiten, Vrijstand
from leerplicht_desktop.domain.procedure.procedure import Proceduresoort
from leerplicht_desktop.domain.procedure.vraag import Antwoorden
from leerplicht_desktop.domain.stuk.stuk import Stuk
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

from .feiten import betrokken, registerstand
from .verzegeld import verzegeld_pv


class Omgeving(Protocol):
    """Where it is read."""

    @property
    def caseload(self) -> Caseload:
        """Dossiers and their procedures."""

    @property
    def stukkenkast(self) -> Stukkenkast:
        """Sealed papers."""


def pvfeiten(
    omgeving: Omgeving,
    beelden: Sequence[DossierBeeld],
    concept: ConceptPV,
    handelingen: tuple[Handeling, ...],
    vandaag: date,
) -> Pvfeiten:
    """Everything that can contradict the concept, as it stands today."""
    standen = [(beeld, een) for beeld in beelden for een in _standen(omgeving, beeld, vandaag)]
    return Pvfeiten(
        register=registerstand(concept.verdachte, beelden),
        gemeld=frozenset(
            (betrokken(beeld).naam, dag)
            for beeld in beelden
            for melding in beeld.meldingen
            for dag, _ in melding.dagen
        ),
        ingetrokken=frozenset(een.meldingsnummer for beeld in beelden for een in beeld.ingetrokken),
        vrij=tuple(vrij for beeld, een in standen for vrij in _vrij(betrokken(beeld).naam, een)),
        eerder=(
            *_verzegeld(omgeving, concept),
            *(stuk for beeld, een in standen for stuk in _halt(beeld, een)),
        ),
        handelingen=handelingen,
        gecontroleerd=tuple(
            (betrokken(beeld).naam, op) for beeld, een in standen if (op := _gecontroleerd(een)) is not None
        ),
    )


def _standen(omgeving: Omgeving, beeld: DossierBeeld, vandaag: date) -> tuple[Procedurestand, ...]:
    if not nieuwste(omgeving.caseload.procedures(beeld.dossier)):
        return ()  # the rules of a procedure need a birth date; a dossier without one can have none
    return procedurestanden(omgeving.caseload, beeld, vandaag)


def _vrij(naam: str, stand: Procedurestand) -> Iterator[Vrijstand]:
    antwoorden = Antwoorden(stand.procedure.antwoorden)
    if stand.procedure.soort is Proceduresoort.VERLOF:
        van, tot = antwoorden.dag("van"), antwoorden.dag("tot")
        if antwoorden.tekst("besluit") == "verleend" and van is not None and tot is not None:
            yield Vrijstand(naam, van, tot, "verleend verlof")
    if stand.procedure.soort is Proceduresoort.INSCHRIJVING:
        van = antwoorden.dag("vrijgesteld_van")
        if van is not None:
            yield Vrijstand(
                naam, van, antwoorden.dag("vrijgesteld_tot"), "een vrijstelling", ook_inschrijving=True
            )
    if stand.procedure.soort is Proceduresoort.VRIJSTELLING:
        yield from _vrijgesteld(naam, antwoorden, stand)


def _vrijgesteld(naam: str, antwoorden: Antwoorden, stand: Procedurestand) -> Iterator[Vrijstand]:
    if antwoorden.tekst("besluit") == "verleend":
        van, tot = antwoorden.dag("besluit_op"), antwoorden.dag("geldt_tot")
    else:
        waarden = stand.oordeel.brief_waarden
        einde = waarden.get("geldig_tot")
        if waarden.get("voldoet") is not True or not isinstance(einde, str):
            return
        van, tot = antwoorden.dag("ontvangen_op"), date.fromisoformat(einde)
    if van is not None:
        yield Vrijstand(naam, van, tot, "een vrijstelling", ook_inschrijving=True)


def _gecontroleerd(stand: Procedurestand) -> date | None:
    antwoorden = Antwoorden(stand.procedure.antwoorden)
    if stand.procedure.soort is not Proceduresoort.INSCHRIJVING or antwoorden.tekst("uitkomst") != "geen":
        return None
    return antwoorden.dag("geraadpleegd_op")


def _halt(beeld: DossierBeeld, stand: Procedurestand) -> Iterator[Eerderstuk]:
    """The days that Halt was about: those reported up to the referral, once it ended well (Sr 77e)."""
    antwoorden = Antwoorden(stand.procedure.antwoorden)
    verwezen = antwoorden.dag("verwezen_op")
    if stand.procedure.soort is not Proceduresoort.HALT or antwoorden.tekst("afloop") != "positief":
        return
    dagen = frozenset(
        dag
        for melding in beeld.meldingen
        for dag, _ in melding.dagen
        if verwezen is not None and dag <= verwezen
    )
    yield Eerderstuk("de Halt-afdoening die goed is afgerond", betrokken(beeld).naam, dagen)


def _verzegeld(omgeving: Omgeving, concept: ConceptPV) -> Iterator[Eerderstuk]:
    """The days of every sealed proces-verbaal against the same suspect, those it only adds to left out."""
    gezien: set[str] = set()
    for dossier in concept.dossiers:
        for regel in omgeving.stukkenkast.stukken(dossier):
            if regel.concept or regel.soort is not Documentsoort.PROCES_VERBAAL or regel.id in gezien:
                continue
            gezien.add(regel.id)
            stuk = omgeving.stukkenkast.stuk(regel.id).stuk
            if stuk.id != concept.aanvulling_op and not stuk.aanvulling_op and _zelfde(stuk, concept):
                yield from _dagen(stuk)


def _zelfde(stuk: Stuk, concept: ConceptPV) -> bool:
    bewaard = stuk.gegevens.get("verdachte")
    if not isinstance(bewaard, dict):
        return False
    persoon, naam = bewaard.get("persoon"), bewaard.get("naam")
    if persoon is not None and concept.verdachte.persoon is not None:
        return bool(persoon == concept.verdachte.persoon)
    return bool(naam == concept.verdachte.naam)


def _dagen(stuk: Stuk) -> Iterator[Eerderstuk]:
    try:
        feiten = verzegeld_pv(stuk.gegevens).feiten
    except (KeyError, ValueError):
        return  # of another program: what it charged cannot be read here
    for feit in feiten:
        wat = f"proces-verbaal {stuk.nummer}"
        yield Eerderstuk(wat, feit.jongere.naam, frozenset(feit.grondslag.dagen))
