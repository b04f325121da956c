"""One pass over the whole proces-verbaal: every point, the field to go to, and the rule that asks (R15).

Each part of the document has its own function: the officer, the suspect, the facts (R05, R06), the school
(R14), the content, the earlier outcomes (R21). The points of a hearing come from ``verhoor``, those of the
days from ``dagpunten``, of dates from ``datumpunten``, of sentences from ``zinpunten``, and what any answer
settles from ``vraagpunten``. A concept lies for weeks, so it is held against what lies beside it too
(``pvfeiten``). The same pass stands on the screen and before the seal. Source:
Sv 27a, 152, 153, 487; Sr 69; Besluit BOA 27; Leerplichtwet 1969.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from leerplicht_desktop.domain.getalwoord import voluit
from leerplicht_desktop.domain.handhaving.leeftijden import verdachte_vanaf
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.persoon.identiteit import bevat_bsn

from . import verhoor as verhoren
from .dagpunten import dagpunten
from .datumpunten import datumpunten
from .grondslagen import Feitsoort, Rol
from .proces_verbaal import Feit, ProcesVerbaal, Verdachte
from .pvfeiten import NIETS_ERNAAST, Pvfeiten, Registerstand
from .verhoor import Gewicht, Punt
from .vraagpunten import vraagpunten
from .zinpunten import zinpunten


def punten(pv: ProcesVerbaal, feiten: Pvfeiten = NIETS_ERNAAST) -> tuple[Punt, ...]:
    """Every point of the whole paper: faults first, then open questions, then advice.

    Each names its field and the rule that asks. Without ``feiten`` only the paper itself is looked at.
    """
    gevonden = [
        *_verbalisant(pv),
        *_verdachte(pv),
        *_register(pv.verdachte, feiten.register),
        *_voorbehouden(pv.verdachte),
        *_feiten(pv),
        *_school(pv),
        *_inhoud(pv),
        *_eerdere(pv),
        *(
            Punt(f"verhoor.{nummer}.{punt.veld}", punt.bericht, punt.regel, punt.gewicht)
            for nummer, een in enumerate(pv.verhoren)
            for punt in verhoren.punten(een)
        ),
        *dagpunten(pv, feiten),
        *datumpunten(pv, feiten),
        *vraagpunten(pv),
        *_bsn(pv),
    ]
    return tuple(sorted(gevonden, key=lambda punt: _VOLGORDE.index(punt.gewicht)))


_VOLGORDE = (Gewicht.BLOKKEERT, Gewicht.ANTWOORD, Gewicht.ADVIES)


def is_compleet(pv: ProcesVerbaal) -> bool:
    """Whether nothing blocks sealing (R15)."""
    return not any(punt.moet for punt in punten(pv))


def _advies(veld: str, bericht: str, regel: str) -> Punt:
    return Punt(veld, bericht, regel, gewicht=Gewicht.ADVIES)


def _ontbrekend(waarden: tuple[tuple[str, object, str, str], ...]) -> list[Punt]:
    return [
        Punt(veld, bericht, regel)
        for veld, waarde, bericht, regel in waarden
        if waarde is None or (isinstance(waarde, str) and not waarde.strip())
    ]


def _verbalisant(pv: ProcesVerbaal) -> list[Punt]:
    wie = pv.verbalisant
    gevonden = _ontbrekend(
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
        gevonden.append(
            Punt("verbalisant.akte_geldig_tot", "Je akte is verlopen op deze datum.", "Besluit BOA 5")
        )
    if pv.datum is not None and pv.datum < _laatste_dag(pv):
        bericht = "Deze datum ligt vóór een feit, verhoor of bevinding die erin staat. Verbeter de datum."
        gevonden.append(Punt("datum", bericht, "Sv 153 lid 2"))
    if not wie.parket.strip():
        gevonden.append(_advies("verbalisant.parket", "Vul het parket in.", "Leerplichtwet 22 lid 5"))
    return gevonden


def _laatste_dag(pv: ProcesVerbaal) -> date:
    """The last day of which it tells something."""
    momenten = (*(een.moment for een in pv.bevindingen), *(een.begin for een in pv.verhoren))
    dagen = (*(in_nederland(moment).date() for moment in momenten), *(een.grondslag.tot for een in pv.feiten))
    return max(dagen, default=date.min)


def _verdachte(pv: ProcesVerbaal) -> list[Punt]:
    wie = pv.verdachte
    gevonden = _ontbrekend(
        (
            ("verdachte.naam", wie.naam, "Vul de naam van de verdachte in.", "Sv 27a"),
            ("verdachte.voornamen", wie.voornamen, "Vul de voornamen van de verdachte in.", "Sv 27a"),
            ("verdachte.geboren", wie.geboren, "Vul de geboortedatum van de verdachte in.", "Sv 27a"),
            ("verdachte.geboorteplaats", wie.geboorteplaats, "Vul de geboorteplaats in.", "Sv 27a"),
            ("verdachte.adres", wie.adres, "Vul het adres van de verdachte in.", "Sv 27a"),
        )
    )
    if wie.rol is not Rol.JONGERE:
        gevonden += _ontbrekend(
            (
                (
                    "verdachte.hoedanigheid",
                    wie.hoedanigheid,
                    "Kies of de verdachte het gezag heeft of de jongere verzorgt.",
                    "Leerplichtwet 2 lid 1",
                ),
            )
        )
        gevonden += _te_jong(pv)
    return [*gevonden, *_verdenking(pv)]


def _verdenking(pv: ProcesVerbaal) -> list[Punt]:
    """Since when he was suspect decides how his words outside a hearing stand (Sv 27, 29)."""
    vanaf, veld = pv.verdachte.verdacht_vanaf, "verdachte.verdacht_vanaf"
    if vanaf is None:
        if any(pv.stand(zin) is not None for zin in pv.bevindingen):
            bericht = (
                "Vul in sinds wanneer deze persoon verdachte is: zijn woorden staan in het proces-verbaal."
            )
            return [Punt(veld, bericht, "Sv 27 en 29")]
        return []
    if pv.feiten and vanaf < min(feit.grondslag.van for feit in pv.feiten):
        return [Punt(veld, "De verdenking ligt vóór de eerste dag van het feit. Verbeter de dag.", "Sv 27")]
    begin = min((in_nederland(een.begin).date() for een in pv.verhoren), default=None)
    oproep = min(
        (een.rechten_in_oproep_van for een in pv.verhoren if een.rechten_in_oproep_van), default=begin
    )
    if begin is not None and vanaf > min(begin, oproep or begin):
        return [Punt(veld, "De oproep of het verhoor ligt vóór de verdenking. Verbeter de dag.", "Sv 27")]
    return []


def _te_jong(pv: ProcesVerbaal) -> list[Punt]:
    """An adult under twelve, or not yet born, is a birth date typed wrong."""
    geboren = pv.verdachte.geboren
    if geboren is None or all(_oud_genoeg(geboren, feit.grondslag.van) is not False for feit in pv.feiten):
        return []
    vanaf = voluit(verdachte_vanaf(pv.feiten[0].grondslag.van))
    bericht = f"Met deze geboortedatum was de verdachte toen nog geen {vanaf}. Verbeter de datum."
    return [Punt("verdachte.geboren", bericht, "Sv 27a en 487")]


def _oud_genoeg(geboren: Geboortedatum, dag: date) -> bool | None:
    """Whether somebody could be a verdachte on that day (Sv 487); None when the birth date leaves it open."""
    return geboren.vroegst <= dag and geboren.leeftijd_op(dag).minstens(verdachte_vanaf(dag))


def _register(wie: Verdachte, nu: Registerstand | None) -> list[Punt]:
    if nu is None:
        return []
    if nu.overleden:
        bericht = (
            "De verdachte is volgens het register overleden. Vervolgen kan niet meer: gooi dit concept weg."
        )
        return [Punt("verdachte", bericht, "Sr 69")]
    if nu.adres and nu.adres not in (wie.adres, wie.verblijfadres):
        bericht = "In het register staat nu een ander adres. Controleer waar de verdachte woont."
        return [_advies("verdachte.adres", bericht, "Sv 153 lid 2")]
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
    gevonden = []
    for nummer, feit in enumerate(pv.feiten):
        veld = f"feiten.{nummer}"
        if not feit.plaats.strip():
            gevonden.append(Punt(f"{veld}.plaats", "Vul de plaats van het feit in.", "Sv 153 lid 2"))
        if pv.verdachte.rol is Rol.JONGERE:
            gevonden += _jonge_verdachte(pv.verdachte, feit, veld)
    return gevonden


def _jonge_verdachte(verdachte: Verdachte, feit: Feit, veld: str) -> list[Punt]:
    """R05 and R06: nobody under twelve, and nobody for the enrolment that is the duty of his parents."""
    gevonden = []
    if verdachte.geboren is not None and _oud_genoeg(verdachte.geboren, feit.grondslag.van) is not True:
        vanaf = voluit(verdachte_vanaf(feit.grondslag.van))
        bericht = f"Op de eerste dag van dit feit was de jongere geen {vanaf}. Laat die dagen weg."
        gevonden.append(Punt(f"{veld}.periode", bericht, "Sv 487; R05"))
    if feit.soort is Feitsoort.ABSOLUUT:
        gevonden.append(
            Punt(
                f"{veld}.soort",
                "Inschrijven is de plicht van de ouders. Een minderjarige is hiervoor geen verdachte.",
                "Leerplichtwet 2 en 26; R06",
            )
        )
    return gevonden


def _school(pv: ProcesVerbaal) -> list[Punt]:
    gevonden = []
    if pv.is_luxe and not pv.school.voorlichting.strip():
        bericht = "Vul in hoe en wanneer de school de regels vertelde."
        gevonden.append(Punt("school.voorlichting", bericht, "2017R002; R14"))
    return gevonden


def _inhoud(pv: ProcesVerbaal) -> list[Punt]:
    gevonden = []
    if not pv.redenen_van_wetenschap.strip():
        bericht = "Schrijf hoe je weet wat hier staat."
        gevonden.append(Punt("redenen_van_wetenschap", bericht, "Sv 153 lid 2"))
    if not pv.bevindingen:
        gevonden.append(Punt("bevindingen", "Er staan nog geen bevindingen in.", "Sv 153 lid 2"))
    gevonden += zinpunten(pv)
    persoon = (
        ("omstandigheden", pv.persoon.omstandigheden, "Beschrijf de persoonlijke omstandigheden."),
        ("hulp", pv.persoon.hulp, "Beschrijf welke hulp is geprobeerd."),
    )
    return gevonden + [
        _advies(f"persoon.{veld}", bericht, "model proces-verbaal")
        for veld, waarde, bericht in persoon
        if not waarde.strip()
    ]


def _bsn(pv: ProcesVerbaal) -> list[Punt]:
    """P9: the number of a citizen stands in the head of the paper, for the suspect, and nowhere else."""
    teksten = [
        ("redenen_van_wetenschap", pv.redenen_van_wetenschap),
        ("niet_gehoord", pv.niet_gehoord),
        ("na_verhoor", pv.na_verhoor),
        *((f"school.{veld.name}", getattr(pv.school, veld.name)) for veld in fields(pv.school)),
        *(
            (f"persoon.{veld.name}", getattr(pv.persoon, veld.name))
            for veld in fields(pv.persoon)
            if veld.name != "eerdere"
        ),
        *(("bijlagen", bijlage.titel) for bijlage in pv.bijlagen),
        *(
            (f"bevindingen.{nummer}", zin.tekst)
            for nummer, zin in enumerate(pv.bevindingen)
            if zin.eigen_woorden
        ),
    ]
    bericht = "Hier staat een BSN. Haal het weg: het nummer van de verdachte staat al in de kop."
    return [Punt(veld, bericht, "Wabb 10 en 12") for veld, tekst in teksten if bevat_bsn(tekst)]


def _eerdere(pv: ProcesVerbaal) -> list[Punt]:
    """R21: after an earlier conviction of a parent, a copy goes to the Raad voor de Kinderbescherming."""
    gevolg = pv.gevolg_van_eerdere
    titels = {bijlage.titel.casefold() for bijlage in pv.bijlagen}
    return [
        _advies(
            "bijlagen",
            f"Denk aan het {titel}. Het staat op de bijlagenlijst; verstuur het als dit is ondertekend.",
            "Leerplichtwet 22 lid 5; R21",
        )
        for titel in (gevolg.bijlagen if gevolg is not None else ())
        if titel.casefold() not in titels
    ]
