"""What the register doubts is no fact in a proces-verbaal: it is stated with its doubt, or left out.

Worked out each time the concept is read, for doubt begins and ends while a concept lies. What the officer
filled in himself is his own and carries no reservation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leerplicht_desktop.casework.concepten import ConceptPV
from leerplicht_desktop.casework.queries.caseload import DossierBeeld, PersoonBeeld
from leerplicht_desktop.casework.queries.stukkenkast import Registerpersoon
from leerplicht_desktop.domain.handhaving.proces_verbaal import (
    BetrokkenJongere,
    ProcesVerbaal,
    Verdachte,
    Voorbehoud,
)
from leerplicht_desktop.domain.persoon.twijfel import Brpwaarde

from .feiten import betrokken, verdachte_van

_VELDEN = (
    ("naam", Brpwaarde.NAAM),
    ("voornamen", Brpwaarde.NAAM),
    ("geboren", Brpwaarde.GEBOORTEDATUM),
    ("geboorteplaats", Brpwaarde.GEBOORTEPLAATS),
    ("adres", Brpwaarde.ADRES),
)


def met_voorbehoud(
    pv: ProcesVerbaal, concept: ConceptPV, register: Registerpersoon | None, beelden: Sequence[DossierBeeld]
) -> ProcesVerbaal:
    """The same with what is doubted on the day of reading, of the suspect and of every jongere."""
    mensen = [een for beeld in beelden for een in (beeld.jongere, *beeld.betrokkenen)]
    wie = next((een for een in mensen if een.persoon and een.persoon == concept.verdachte.persoon), None)
    jongeren = {betrokken(beeld).naam: beeld.jongere for beeld in beelden}
    verdachte = replace(pv.verdachte, voorbehouden=())
    if wie is not None and register is not None and beelden:
        gegeven = verdachte_van(concept.verdachte, register, beelden)
        verdachte = replace(verdachte, voorbehouden=_van_verdachte(pv.verdachte, gegeven, wie))
    feiten = tuple(
        replace(feit, jongere=_jongere(feit.jongere, jongeren.get(feit.jongere.naam))) for feit in pv.feiten
    )
    return replace(pv, verdachte=verdachte, feiten=feiten)


def _van_verdachte(staat: Verdachte, gegeven: Verdachte, wie: PersoonBeeld) -> tuple[Voorbehoud, ...]:
    gevonden = []
    for veld, waarde in _VELDEN:
        twijfel = wie.twijfel(waarde)
        if twijfel is not None and getattr(staat, veld) and getattr(staat, veld) == getattr(gegeven, veld):
            gevonden.append(Voorbehoud(veld, twijfel.voorbehoud))
    return tuple(gevonden)


def _jongere(staat: BetrokkenJongere, wie: PersoonBeeld | None) -> BetrokkenJongere:
    twijfels = (wie.twijfel(Brpwaarde.NAAM), wie.twijfel(Brpwaarde.GEBOORTEDATUM)) if wie is not None else ()
    zinnen = (f"{een.zin}, volgens {een.volgens}" for een in twijfels if een is not None)
    return replace(staat, voorbehoud="; ".join(zinnen))
