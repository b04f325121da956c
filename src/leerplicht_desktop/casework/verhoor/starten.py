"""Begin a hearing with a time of its own, or go on with the one that was begun (R17)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leerplicht_desktop.casework.concepten import Persoonskeuze, Verhoorblad
from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.touched import Soort, Touched, touched
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.getalwoord import voluit
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.handhaving.leeftijden import verdachte_vanaf
from leerplicht_desktop.domain.handhaving.verhoor import Verhoor
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum

from .oproep import oproep_van


@dataclass(frozen=True, slots=True)
class Verhooropgave:
    """Who is heard, of what day the fact is, and where. ``geboren`` only for somebody not in the register.

    ``rechten_in_oproep_van`` is looked up among the letters when it is not given (R16). ``bron`` is the
    visit or note during which the suspicion arose; its text stays there.
    """

    verdachte: Persoonskeuze
    pleegdatum: date
    plaats: str = ""
    geboren: Geboortedatum | None = None
    rechten_in_oproep_van: date | None = None
    bron: str | None = None


def verhoor_starten(
    work: Work, klok: Klok, dossiers: tuple[str, ...], opgave: Verhooropgave
) -> tuple[str, Touched]:
    """The id of the hearing. An open one of the same suspect is taken up again instead of a second one.

    Raises DomainError: ``dossiers`` without a jongere, ``verdachte`` for a jongere under twelve on the day
    of the fact (R05), ``geboren`` when nobody knows the birth date, ``pleegdatum`` in the future.
    """
    if not dossiers:
        raise DomainError("dossiers", "Kies over welke leerling het verhoor gaat.")
    geraakt = touched(Soort.VERHOOR, Soort.DOSSIER, dossiers=dossiers)
    for id_ in work.zaakstukken.verhoren.open_verhoren(dossiers):
        if work.zaakstukken.verhoren.laad(id_).verdachte == opgave.verdachte:
            return id_, geraakt
    nu = klok.nu()
    if opgave.pleegdatum > klok.vandaag():
        raise DomainError("pleegdatum", "De dag van het feit moet nog komen. Verbeter de datum.")
    verhoor = Verhoor(
        id=nieuw_id(nu),
        verdachte_geboren=_geboren(work, opgave),
        pleegdatum=opgave.pleegdatum,
        plaats=opgave.plaats,
        begin=nu,
        rechten_in_oproep_van=opgave.rechten_in_oproep_van
        or oproep_van(work.stukkenkast, dossiers, opgave.verdachte),
    )
    eis_oud_genoeg(verhoor, opgave.verdachte)
    work.zaakstukken.verhoren.nieuw(Verhoorblad(dossiers, opgave.verdachte, verhoor, bron=opgave.bron))
    return verhoor.id, geraakt


def eis_oud_genoeg(verhoor: Verhoor, verdachte: Persoonskeuze) -> None:
    """Raise DomainError for a jongere who was, or may have been, under twelve on that day (R05).

    Of anybody who was not yet born by then: ``pleegdatum``.
    """
    if verhoor.pleegdatum < verhoor.verdachte_geboren.vroegst:
        raise DomainError("pleegdatum", "Toen was de verdachte nog niet geboren. Verbeter de dag.")
    if verdachte.rol is not Rol.JONGERE:
        return
    vanaf = verdachte_vanaf(verhoor.pleegdatum)
    if verhoor.verdachte_geboren.leeftijd_op(verhoor.pleegdatum).minstens(vanaf) is not True:
        raise DomainError(
            "verdachte",
            f"Deze jongere was geen {voluit(vanaf)} op de dag van het feit en kan geen verdachte zijn. "
            "Een ouder wel.",
            "Sv 487; R05",
        )


def _geboren(work: Work, opgave: Verhooropgave) -> Geboortedatum:
    geboren = opgave.geboren
    if opgave.verdachte.persoon is not None:
        try:
            geboren = work.stukkenkast.registerpersoon(opgave.verdachte.persoon).geboren or geboren
        except KeyError:
            raise DomainError("verdachte", "Deze persoon staat niet in je dossiers. Kies opnieuw.") from None
    if geboren is None:
        raise DomainError("geboren", "Vul de geboortedatum van de verdachte in.", "Sv 27a")
    return geboren
