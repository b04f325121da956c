"""When a proces-verbaal is complete: every gap, the field to go to, and the rule that asks (R15).

Each part of the document has its own function: the officer, the suspect, the facts (R05, R06), the school
(R14), the content, the earlier outcomes (R21); the points of a hearing come from ``verhoor``. A concept lies
for weeks, so it is held against the register too. Sealing is only possible when no point blocks. Source:
Sv 27a, 152, 153, 487; Sr 69; Besluit BOA 27; Leerplichtwet 1969.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from leerplicht_desktop.domain.getalwoord import voluit
from leerplicht_desktop.domain.handhaving.leeftijden import verdachte_vanaf
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum

from . import verhoor as verhoren
from .grondslagen import Feitsoort, Rol
from .proces_verbaal import Feit, Kennis, ProcesVerbaal, Verdachte
from .verhoor import Punt


@dataclass(frozen=True, slots=True)
class Registerstand:
    """What the register says of the suspect by now. ``adres`` on one line, empty when it is unknown."""

    adres: str = ""
    overleden: bool = False


def punten(pv: ProcesVerbaal, register: Registerstand | None = None) -> tuple[Punt, ...]:
    """Every gap, blocking ones first, each with the field to go to and the rule that asks.

    Without ``register`` (somebody who is not registered) only the paper itself is looked at.
    """
    found = [
        *_verbalisant(pv),
        *_verdachte(pv),
        *_register(pv.verdachte, register),
        *_voorbehouden(pv.verdachte),
        *_feiten(pv),
        *_school(pv),
        *_inhoud(pv),
        *_eerdere(pv),
        *(
            Punt(f"verhoor.{number}.{punt.veld}", punt.bericht, punt.regel, punt.moet)
            for number, een in enumerate(pv.verhoren)
            for punt in verhoren.punten(een)
        ),
    ]
    return tuple(sorted(found, key=lambda punt: not punt.moet))


def is_compleet(pv: ProcesVerbaal) -> bool:
    """Whether nothing blocks sealing (R15)."""
    return not any(punt.moet for punt in punten(pv))


def _advies(veld: str, bericht: str, regel: str) -> Punt:
    return Punt(veld, bericht, regel, moet=False)


def _missing(values: tuple[tuple[str, object, str, str], ...]) -> list[Punt]:
    return [
        Punt(veld, bericht, regel)
        for veld, value, bericht, regel in values
        if value is None or (isinstance(value, str) and not value.strip())
    ]


def _verbalisant(pv: ProcesVerbaal) -> list[Punt]:
    wie = pv.verbalisant
    found = _missing(
        (
            ("verbalisant.naam", wie.naam, "Vul je naam of BOA-nummer in.", "Sv 153"),
            ("verbalisant.standplaats", wie.standplaats, "Vul je standplaats in.", "Besluit BOA 27"),
            ("verbalisant.aktenummer", wie.aktenummer, "Vul het nummer van je akte in.", "Besluit BOA 27"),
            ("verbalisant.domein", wie.domein, "Vul je domein in.", "besluit BOA leerplicht 3 lid 3"),
            ("verbalisant.eed", wie.eed, "Kies ambtseed of ambtsbelofte.", "Sv 153 lid 1"),
            ("plaats", pv.plaats, "Vul in waar je het proces-verbaal sluit.", "Sv 153 lid 2"),
            ("datum", pv.datum, "Vul de datum in waarop je het proces-verbaal sluit.", "Sv 153 lid 2"),
        )
    )
    if wie.akte_geldig_tot is not None and pv.datum is not None and wie.akte_geldig_tot < pv.datum:
        found.append(
            Punt("verbalisant.akte_geldig_tot", "Je akte is verlopen op deze datum.", "Besluit BOA 5")
        )
    if pv.datum is not None and pv.datum < _laatste_dag(pv):
        message = "Deze datum ligt vóór een feit, verhoor of bevinding die erin staat. Verbeter de datum."
        found.append(Punt("datum", message, "Sv 153 lid 2"))
    if not wie.parket.strip():
        found.append(_advies("verbalisant.parket", "Vul het parket in.", "Leerplichtwet 22 lid 5"))
    return found


def _laatste_dag(pv: ProcesVerbaal) -> date:
    """The last day of which it tells something."""
    momenten = (*(een.moment for een in pv.bevindingen), *(een.begin for een in pv.verhoren))
    dagen = (*(moment.astimezone().date() for moment in momenten), *(een.grondslag.tot for een in pv.feiten))
    return max(dagen, default=date.min)


def _verdachte(pv: ProcesVerbaal) -> list[Punt]:
    wie = pv.verdachte
    found = _missing(
        (
            ("verdachte.naam", wie.naam, "Vul de naam van de verdachte in.", "Sv 27a"),
            ("verdachte.voornamen", wie.voornamen, "Vul de voornamen van de verdachte in.", "Sv 27a"),
            ("verdachte.geboren", wie.geboren, "Vul de geboortedatum van de verdachte in.", "Sv 27a"),
            ("verdachte.geboorteplaats", wie.geboorteplaats, "Vul de geboorteplaats in.", "Sv 27a"),
            ("verdachte.adres", wie.adres, "Vul het adres van de verdachte in.", "Sv 27a"),
        )
    )
    if wie.rol is not Rol.JONGERE:
        found += _missing(
            (
                (
                    "verdachte.hoedanigheid",
                    wie.hoedanigheid,
                    "Kies of de verdachte het gezag heeft of de jongere verzorgt.",
                    "Leerplichtwet 2 lid 1",
                ),
            )
        )
        found += _te_jong(pv)
    return found


def _te_jong(pv: ProcesVerbaal) -> list[Punt]:
    """An adult under twelve, or not yet born, is a birth date typed wrong."""
    geboren = pv.verdachte.geboren
    if geboren is None or all(_oud_genoeg(geboren, feit.grondslag.van) is not False for feit in pv.feiten):
        return []
    vanaf = voluit(verdachte_vanaf(pv.feiten[0].grondslag.van))
    message = f"Met deze geboortedatum was de verdachte toen nog geen {vanaf}. Verbeter de datum."
    return [Punt("verdachte.geboren", message, "Sv 27a en 487")]


def _oud_genoeg(geboren: Geboortedatum, dag: date) -> bool | None:
    """Whether somebody could be a verdachte on that day (Sv 487); None when the birth date leaves it open."""
    return geboren.vroegst <= dag and geboren.leeftijd_op(dag).minstens(verdachte_vanaf(dag))


def _register(wie: Verdachte, nu: Registerstand | None) -> list[Punt]:
    if nu is None:
        return []
    if nu.overleden:
        message = (
            "De verdachte is volgens het register overleden. Vervolgen kan niet meer: gooi dit concept weg."
        )
        return [Punt("verdachte", message, "Sr 69")]
    if nu.adres and nu.adres not in (wie.adres, wie.verblijfadres):
        message = "In het register staat nu een ander adres. Controleer waar de verdachte woont."
        return [_advies("verdachte.adres", message, "Sv 153 lid 2")]
    return []


def _voorbehouden(wie: Verdachte) -> list[Punt]:
    """What the register doubts is printed with its doubt: the officer may know better, and fills that in."""
    return [
        _advies(
            f"verdachte.{een.veld}",
            f"Dit is geen vaststaand gegeven ({een.tekst}). Zo komt het in het proces-verbaal te staan.",
            "Sv 153 lid 2",
        )
        for een in wie.voorbehouden
    ]


def _feiten(pv: ProcesVerbaal) -> list[Punt]:
    if not pv.feiten:
        return [Punt("feiten", "Kies het feit: periode, grondslag en jongere.", "Leerplichtwet 26")]
    found = []
    for number, feit in enumerate(pv.feiten):
        veld = f"feiten.{number}"
        if not feit.plaats.strip():
            found.append(Punt(f"{veld}.plaats", "Vul de plaats van het feit in.", "Sv 153 lid 2"))
        if pv.verdachte.rol is Rol.JONGERE:
            found += _jonge_verdachte(pv.verdachte, feit, veld)
        if not pv.aanvulling_op and not _gemeld(pv, feit):
            message = f"Van {feit.jongere.naam} is in deze periode geen verzuim gemeld. Klopt de periode?"
            found.append(_advies(f"{veld}.periode", message, "Leerplichtwet 21 en 21a"))
    return found


def _gemeld(pv: ProcesVerbaal, feit: Feit) -> bool:
    """Whether the school reported a day of this fact; of absoluut verzuim there is no list."""
    return feit.soort is Feitsoort.ABSOLUUT or any(
        regel.jongere == feit.jongere.naam and regel.dag in feit.grondslag.dagen for regel in pv.verzuim
    )


def _jonge_verdachte(verdachte: Verdachte, feit: Feit, veld: str) -> list[Punt]:
    """R05 and R06: nobody under twelve, and nobody for the enrolment that is the duty of his parents."""
    found = []
    if verdachte.geboren is not None and _oud_genoeg(verdachte.geboren, feit.grondslag.van) is not True:
        vanaf = voluit(verdachte_vanaf(feit.grondslag.van))
        message = f"Op de eerste dag van dit feit was de jongere geen {vanaf}. Laat die dagen weg."
        found.append(Punt(f"{veld}.periode", message, "Sv 487; R05"))
    if feit.soort is Feitsoort.ABSOLUUT:
        found.append(
            Punt(
                f"{veld}.soort",
                "Inschrijven is de plicht van de ouders. Een minderjarige is hiervoor geen verdachte.",
                "Leerplichtwet 2 en 26; R06",
            )
        )
    return found


def _school(pv: ProcesVerbaal) -> list[Punt]:
    found = []
    if pv.is_luxe and not pv.school.voorlichting.strip():
        message = "Vul in hoe en wanneer de school de regels vertelde."
        found.append(Punt("school.voorlichting", message, "2017R002; R14"))
    if pv.is_luxe and not pv.school.verlof.strip():
        message = "Vul in of verlof is gevraagd, en wat de beslissing was."
        found.append(_advies("school.verlof", message, "2017R002"))
    if pv.is_ingeschreven and not pv.school.ziekmelding.strip():
        message = "Vul in of er een ziekmelding kwam, en van wie."
        found.append(_advies("school.ziekmelding", message, "Leerplichtwet 12"))
    return found


def _inhoud(pv: ProcesVerbaal) -> list[Punt]:
    found = []
    if not pv.redenen_van_wetenschap.strip():
        message = "Schrijf hoe je weet wat hier staat."
        found.append(Punt("redenen_van_wetenschap", message, "Sv 153 lid 2"))
    if not pv.bevindingen:
        found.append(Punt("bevindingen", "Er staan nog geen bevindingen in.", "Sv 153 lid 2"))
    for number, bevinding in enumerate(pv.bevindingen):
        if bevinding.kennis is Kennis.GEHOORD_VAN and not bevinding.van_wie.strip():
            veld = f"bevindingen.{number}.van_wie"
            found.append(Punt(veld, "Schrijf van wie je dit hoorde.", "Sv 153 lid 2"))
    if not pv.verhoren and not pv.niet_gehoord.strip():
        message = "Er is geen verhoor. Schrijf waarom de verdachte niet is gehoord."
        found.append(_advies("niet_gehoord", message, "Sv 27c"))
    persoon = (
        ("omstandigheden", pv.persoon.omstandigheden, "Beschrijf de persoonlijke omstandigheden."),
        ("hulp", pv.persoon.hulp, "Beschrijf welke hulp is geprobeerd."),
        ("verwijtbaarheid", pv.persoon.verwijtbaarheid, "Schrijf wat je de verdachte verwijt."),
    )
    return found + [
        _advies(f"persoon.{veld}", message, "model proces-verbaal")
        for veld, value, message in persoon
        if not value.strip()
    ]


def _eerdere(pv: ProcesVerbaal) -> list[Punt]:
    """R21: after an earlier conviction of a parent, a copy goes to the Raad voor de Kinderbescherming."""
    gevolg = pv.gevolg_van_eerdere
    titles = {bijlage.titel.casefold() for bijlage in pv.bijlagen}
    return [
        _advies(
            "bijlagen",
            f"Denk aan het {title}. Het staat op de bijlagenlijst; verstuur het als dit is ondertekend.",
            "Leerplichtwet 22 lid 5; R21",
        )
        for title in (gevolg.bijlagen if gevolg is not None else ())
        if title.casefold() not in titles
    ]
