"""Every date and time on the paper held against the others: before, after, at the same moment, still valid.

All times are those of the Netherlands. Source: Sv 153 lid 2, 488; Besluit BOA 5.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time, timedelta

from leerplicht_desktop.domain.datumtekst import dagen_in_woorden, lang
from leerplicht_desktop.domain.nederlandsetijd import in_nederland

from .leeftijden import verdachte_vanaf
from .proces_verbaal import ProcesVerbaal
from .pvfeiten import Pvfeiten
from .pvzin import Stand
from .verhoor import Gewicht, Punt, Verhoor

_SV = "Sv 153 lid 2"
_VROEG, _LAAT = time(7), time(22)
_LANG, _LANG_MINDERJARIG = timedelta(hours=4), timedelta(hours=2)
"""Custom, not law: a hearing outside these hours, or this long, is looked at again before it is sworn to."""


def datumpunten(pv: ProcesVerbaal, feiten: Pvfeiten) -> Iterator[Punt]:
    """What cannot be true of two dates together."""
    yield from _na_sluiting(pv)
    yield from _akte(pv)
    yield from _leeftijdsverschil(pv)
    eerste = min((feit.grondslag.van for feit in pv.feiten), default=None)
    for een in pv.persoon.eerdere:
        if eerste is not None and een.op > eerste:
            bericht = f"De afdoening van {lang(een.op)} is niet van vóór het feit. Verbeter de datum."
            yield Punt("persoon.eerdere", bericht, "Leerplichtwet 26")
    for nummer, verhoor in enumerate(pv.verhoren):
        veld = f"verhoor.{nummer}"
        yield from _bij_het_feit(pv, verhoor, veld)
        yield from _duur(verhoor, veld)
        yield from _tegelijk(verhoor, pv.verhoren[:nummer], feiten, veld)


def _na_sluiting(pv: ProcesVerbaal) -> Iterator[Punt]:
    """T2 and T28: nothing on the paper is of after the day on which it is closed."""
    if pv.datum is None:
        return
    for bijlage in pv.bijlagen:
        if bijlage.datum > pv.datum:
            bericht = f"Bijlage ‘{bijlage.titel}’ is van {lang(bijlage.datum)}, na de sluiting."
            yield Punt("bijlagen", f"{bericht} Haal die eraf of verbeter de datum.", _SV)
    for nummer, verhoor in enumerate(pv.verhoren):
        for naam, wat, dag in (
            ("ouders_ingelicht_op", "Het inlichten van de ouders", verhoor.ouders_ingelicht_op),
            ("rechten_in_oproep_van", "De oproep", verhoor.rechten_in_oproep_van),
        ):
            if dag is not None and dag > pv.datum:
                bericht = f"{wat} staat op {lang(dag)}. Dat is na de sluiting van dit proces-verbaal."
                yield Punt(f"verhoor.{nummer}.{naam}", bericht, _SV)


def _akte(pv: ProcesVerbaal) -> Iterator[Punt]:
    """T30: the akte is valid on the day of each act as a BOA, not only on the day of closing."""
    tot = pv.verbalisant.akte_geldig_tot
    if tot is None:
        return
    gehoord = {in_nederland(een.begin).date() for een in pv.verhoren}
    cautie = {zin.dag for zin in pv.bevindingen if pv.stand(zin) in _NA_CAUTIE}
    buiten = [dag for dag in gehoord | cautie if dag > tot]
    if buiten:
        bericht = (
            f"Je akte gold niet op {dagen_in_woorden(buiten)}. Wat je toen als BOA deed, kan er niet in."
        )
        yield Punt("verbalisant.akte_geldig_tot", bericht, "Besluit BOA 5")


_NA_CAUTIE = (Stand.NA_CAUTIE, Stand.CAUTIE_ZONDER_RECHTSBIJSTAND)


def _leeftijdsverschil(pv: ProcesVerbaal) -> Iterator[Punt]:
    wie = pv.verdachte.geboren
    if wie is None or wie.jaar is None:
        return
    for feit in pv.feiten:
        kind = feit.jongere.geboren
        if feit.jongere.naam == pv.verdachte.naam or kind.jaar is None or pv.verdachte.rol == "jongere":
            continue
        jaren = kind.jaar - wie.jaar
        if jaren < verdachte_vanaf(feit.grondslag.van):
            bericht = f"De verdachte is {jaren} jaar ouder dan {feit.jongere.naam}. Kloppen deze datums?"
            yield Punt("verdachte.geboren", bericht, "Sv 27a", Gewicht.ADVIES)
            return


def _bij_het_feit(pv: ProcesVerbaal, verhoor: Verhoor, veld: str) -> Iterator[Punt]:
    """T20 and T21: a hearing is about a day that is charged, and does not come before it."""
    dagen = {dag for feit in pv.feiten for dag in feit.grondslag.dagen}
    if not dagen:
        return
    op = in_nederland(verhoor.begin).date()
    if op < min(dagen):
        yield Punt(f"{veld}.begin", f"Het verhoor was op {lang(op)}, vóór het feit.", "Sv 27")
    elif op == min(dagen):
        bericht = "Het verhoor was op de eerste dag van het feit. Klopt dat?"
        yield Punt(f"{veld}.begin", bericht, "Sv 27", Gewicht.ADVIES)
    if verhoor.pleegdatum not in dagen:
        bericht = f"Het verhoor gaat over {lang(verhoor.pleegdatum)}. Dat is geen dag van dit feit."
        yield Punt(f"{veld}.pleegdatum", bericht, "Sv 27")
    verteld = verhoor.ouders_ingelicht_op
    if verteld is not None and verteld > op and verhoor.minderjarig_bij_verhoor():
        bericht = "De ouders zijn pas na het verhoor ingelicht. Klopt deze datum?"
        yield Punt(f"{veld}.ouders_ingelicht_op", bericht, "Sv 488", Gewicht.ADVIES)


def _duur(verhoor: Verhoor, veld: str) -> Iterator[Punt]:
    begin = in_nederland(verhoor.begin)
    if not _VROEG <= begin.time() <= _LAAT:
        bericht = f"Het verhoor begon om {begin:%H.%M} uur. Klopt die tijd?"
        yield Punt(f"{veld}.begin", bericht, _SV, Gewicht.ADVIES)
    if verhoor.eind is None:
        return
    duur = verhoor.eind - verhoor.begin
    grens = _LANG_MINDERJARIG if verhoor.minderjarig_bij_verhoor() else _LANG
    if duur > grens or (verhoor.minderjarig_bij_verhoor() and duur == grens):
        uren = f"{duur.total_seconds() / 3600:.1f}".rstrip("0").rstrip(".").replace(".", ",")
        yield Punt(f"{veld}.eind", f"Het verhoor duurde {uren} uur. Klopt dit?", _SV, Gewicht.ADVIES)


def _tegelijk(verhoor: Verhoor, eerdere: tuple[Verhoor, ...], feiten: Pvfeiten, veld: str) -> Iterator[Punt]:
    """T24: nobody hears somebody while he stands at a door."""
    eind = verhoor.eind or verhoor.begin
    ander = next(
        (
            een.wat
            for een in feiten.handelingen
            if een.id != verhoor.id and een.begin < eind and verhoor.begin < een.eind
        ),
        "",
    )
    if any(een.begin < eind and verhoor.begin < (een.eind or een.begin) for een in eerdere):
        ander = ander or "een ander verhoor"
    if ander:
        bericht = f"Op dit moment was je volgens je verslag ook bij {ander}. Verbeter een van de tijden."
        yield Punt(f"{veld}.begin", bericht, _SV)


def laatste_verhoor(pv: ProcesVerbaal) -> date | None:
    """The day of the last hearing, with what was said at the door after the caution."""
    dagen = [in_nederland(een.begin).date() for een in pv.verhoren]
    return max(dagen, default=None)


def niet_gehoord_over(pv: ProcesVerbaal) -> tuple[date, ...]:
    """The charged days after the last hearing: about those the suspect could not be heard (T20)."""
    laatst = laatste_verhoor(pv)
    if laatst is None:
        return ()
    return tuple(sorted({dag for feit in pv.feiten for dag in feit.grondslag.dagen if dag > laatst}))
