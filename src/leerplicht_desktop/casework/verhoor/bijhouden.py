"""Everything of a hearing, kept the moment it happens: rights with their times, then the statement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from leerplicht_desktop.casework.concepten import Verhoorblad, Verhoorzin
from leerplicht_desktop.casework.ids import nieuw_id
from leerplicht_desktop.casework.ports.klok import Klok
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.handhaving.verhoor import Afstand, Bijstand, Verhoor

from .starten import eis_oud_genoeg

_TIJDEN = {
    "feit_medegedeeld_om": "waarop je het feit vertelde",
    "cautie_om": "van de cautie",
    "rechtsbijstand_medegedeeld_om": "waarop je over een advocaat vertelde",
    "voorgelezen_om": "van het voorlezen",
    "eind": "van het einde",
}


def verhoor_bijhouden(work: Work, klok: Klok, verhoor: Verhoor) -> Verhoorblad:
    """Keep the hearing as it now stands, all but its lines.

    Raises DomainError naming the field when a time lies before the beginning or has yet to come, and
    ``verdachte`` when another day of the fact makes the jongere too young (R05).
    """
    blad = _concept(work, verhoor.id)
    nu = klok.nu()
    if verhoor.begin > nu:
        raise DomainError("begin", "Die tijd moet nog komen. Vul in hoe laat het verhoor begon.")
    for veld, woorden in _TIJDEN.items():
        moment: datetime | None = getattr(verhoor, veld)
        if moment is not None and moment < verhoor.begin.replace(second=0, microsecond=0):
            raise DomainError(veld, f"De tijd {woorden} ligt vóór het begin van het verhoor. Verbeter die.")
        if moment is not None and moment > nu:
            raise DomainError(veld, f"De tijd {woorden} moet nog komen. Verbeter die.")
    eis_oud_genoeg(verhoor, blad.verdachte)
    return _bewaar(work, replace(blad, verhoor=replace(verhoor, regels=())))


def feit_mededelen(work: Work, klok: Klok, verhoor: str) -> Verhoorblad:
    """Told now of what fact the suspicion is (Sv 27c lid 1)."""
    return _bijgewerkt(work, verhoor, lambda oud: replace(oud, feit_medegedeeld_om=klok.nu()))


def cautie_geven(work: Work, klok: Klok, verhoor: str) -> Verhoorblad:
    """Told now that the suspect need not answer (Sv 29 lid 2; R16)."""
    return _bijgewerkt(work, verhoor, lambda oud: replace(oud, cautie_om=klok.nu()))


def rechtsbijstand_mededelen(work: Work, klok: Klok, verhoor: str) -> Verhoorblad:
    """Told now of the right to a lawyer, before and during the hearing (Sv 27c lid 2)."""
    return _bijgewerkt(work, verhoor, lambda oud: replace(oud, rechtsbijstand_medegedeeld_om=klok.nu()))


def bijstand_kiezen(
    work: Work, verhoor: str, bijstand: Bijstand, afstand: Afstand | None = None
) -> Verhoorblad:
    """What the suspect wants with a lawyer; ``afstand`` holds the answer and what was explained (Sv 28a).

    The suspect can come back on it: choosing again replaces the choice, and the waiver goes with it.
    """
    blad = _concept(work, verhoor)
    behouden = (afstand or Afstand("")) if bijstand is Bijstand.AFSTAND else None
    return _bewaar(work, replace(blad, verhoor=replace(blad.verhoor, bijstand=bijstand, afstand=behouden)))


def zin_toevoegen(work: Work, klok: Klok, verhoor: str, *, antwoord: bool) -> Verhoorzin:
    """A new, empty line with the time of now.

    Raises DomainError (``cautie_om``) for an answer before the cautie was given (R16).
    """
    blad = _concept(work, verhoor)
    if antwoord and blad.verhoor.cautie_om is None:
        raise DomainError(
            "cautie_om",
            "Geef eerst de cautie. Wat daarvoor wordt gezegd, hoort niet in de verklaring; schrijf dat in "
            "een gespreksnotitie.",
            "Sv 29 lid 2; R16",
        )
    nu = klok.nu()
    zin = Verhoorzin(nieuw_id(nu), nu, "", antwoord)
    work.zaakstukken.verhoren.zet_zin(verhoor, zin)
    return zin


def zin_wijzigen(work: Work, verhoor: str, zin: Verhoorzin) -> None:
    """Another time, or question instead of answer; the text is kept by :func:`zin_schrijven`."""
    _concept(work, verhoor)
    work.zaakstukken.verhoren.zet_zin(verhoor, zin)


def zin_schrijven(work: Work, zin: str, tekst: str) -> None:
    """The keystroke path of a line: one statement, committed at once."""
    work.zaakstukken.verhoren.schrijf(zin, tekst)


def zin_wissen(work: Work, zin: str) -> None:
    """Take a line away."""
    work.zaakstukken.verhoren.wis_zin(zin)


def _bijgewerkt(work: Work, verhoor: str, zet: Callable[[Verhoor], Verhoor]) -> Verhoorblad:
    blad = _concept(work, verhoor)
    return _bewaar(work, replace(blad, verhoor=zet(blad.verhoor)))


def _concept(work: Work, verhoor: str) -> Verhoorblad:
    blad = work.zaakstukken.verhoren.laad(verhoor)
    if not blad.is_concept:
        raise DomainError("verhoor", "Dit verhoor is vastgelegd en verandert niet meer.")
    return blad


def _bewaar(work: Work, blad: Verhoorblad) -> Verhoorblad:
    work.zaakstukken.verhoren.bewaar(blad)
    return blad
