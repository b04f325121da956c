"""What the dossier knows of a procedure besides its answers, and what the rules say of both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from leerplicht_desktop.casework.queries.caseload import Caseload, DossierBeeld
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.jongere import Jongere
from leerplicht_desktop.domain.procedure.deuren import deur_van
from leerplicht_desktop.domain.procedure.oordeel import Eerdere, Oordeel, Zaakfeiten
from leerplicht_desktop.domain.procedure.procedure import Procedure, op_volgorde
from leerplicht_desktop.domain.verzuim.meldsoort import Meldsoort
from leerplicht_desktop.domain.verzuim.telling import Verzuimdag
from leerplicht_desktop.domain.wet.kalender import kalender_van


@dataclass(frozen=True, slots=True)
class Procedurestand:
    """The newest fixed version of a procedure, with what the rules say of it today."""

    procedure: Procedure
    oordeel: Oordeel


def nieuwste(versies: tuple[Procedure, ...]) -> tuple[Procedure, ...]:
    """Of each procedure the newest version that was fixed; the most recent procedure first."""
    rijen: dict[str, list[Procedure]] = {}
    for een in versies:
        if not een.is_concept:
            rijen.setdefault(een.zaak, []).append(een)
    gevonden = [op_volgorde(rij)[0] for rij in rijen.values()]
    return tuple(sorted(gevonden, key=_moment, reverse=True))


def _moment(een: Procedure) -> tuple[datetime, str]:
    return een.vastgelegd_op or een.begonnen_op, een.id


def procedures_nu(versies: tuple[Procedure, ...]) -> tuple[Procedure, ...]:
    """What an officer sees of the procedures of a dossier: drafts, and of each the newest fixed version."""
    concepten = [een for een in versies if een.is_concept]
    bezig = {een.zaak for een in concepten}
    vast = [een for een in nieuwste(versies) if een.zaak not in bezig]
    return tuple(sorted((*concepten, *vast), key=_moment, reverse=True))


def zaakfeiten(caseload: Caseload, beeld: DossierBeeld, vandaag: date, zaak: str = "") -> Zaakfeiten:
    """What the dossier knows; ``zaak`` is the procedure itself, which is not among the earlier ones.

    Raises DomainError for a birth date that is none.
    """
    kalender = kalender_van(beeld.school.regio if beeld.school else "")
    return Zaakfeiten(
        jongere=Jongere(Geboortedatum.uit_lo3(beeld.jongere.geboren or "00000000"), kalender),
        vandaag=vandaag,
        eerdere=tuple(
            Eerdere(een.zaak, een.soort, een.antwoorden)
            for een in nieuwste(caseload.procedures(beeld.dossier))
            if een.zaak != zaak
        ),
        dagen=_dagen(beeld),
        luxedagen=_luxedagen(beeld),
    )


def _dagen(beeld: DossierBeeld) -> tuple[Verzuimdag, ...]:
    """Each reported day once: of two reports of one day the larger number counts."""
    gemist: dict[date, Verzuimdag] = {}
    for melding in beeld.meldingen:
        for dag, uren in melding.dagen:
            nieuw = Verzuimdag(dag, Decimal(str(uren)), melding.eenheid)
            if dag not in gemist or gemist[dag].uren < nieuw.uren:
                gemist[dag] = nieuw
    return tuple(gemist[dag] for dag in sorted(gemist))


def _luxedagen(beeld: DossierBeeld) -> tuple[date, ...]:
    luxe = (melding for melding in beeld.meldingen if melding.soort == Meldsoort.LUXE)
    return tuple(sorted({dag for melding in luxe for dag, _ in melding.dagen}))


def procedurestanden(caseload: Caseload, beeld: DossierBeeld, vandaag: date) -> tuple[Procedurestand, ...]:
    """Every procedure of a dossier as it stands, the most recent first."""
    return tuple(
        Procedurestand(
            een,
            deur_van(een.soort).oordeel(een.antwoorden, zaakfeiten(caseload, beeld, vandaag, een.zaak)),
        )
        for een in nieuwste(caseload.procedures(beeld.dossier))
    )
