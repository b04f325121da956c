"""The days that are charged, one by one: reported, not settled, not excused, looked up, not time-barred.

Each day counts by itself and the message names the days, so that the officer can leave out those and no
other. Source: Leerplichtwet 1969 articles 2, 4, 4a, 5, 11, 15, 19; Sr 68 and 70.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from leerplicht_desktop.domain.datumsom import maanden_verder
from leerplicht_desktop.domain.datumtekst import dagen_in_woorden, lang

from .grondslagen import Feitsoort, verjaard_op
from .proces_verbaal import Feit, ProcesVerbaal
from .pvfeiten import Pvfeiten
from .verhoor import Gewicht, Punt

_BIJNA = 3
"""Months before a day is time-barred in which the officer is told; a custom of this program, not a term."""


def dagpunten(pv: ProcesVerbaal, feiten: Pvfeiten) -> Iterator[Punt]:
    """What is wrong with the days of each fact."""
    for nummer, feit in enumerate(pv.feiten):
        veld = f"feiten.{nummer}.periode"
        yield from _geboren(feit, veld)
        yield from _verjaard(pv, feit, veld)
        if pv.aanvulling_op:
            continue  # its facts are those of the paper that it adds to, and stand there
        yield from _dubbel(pv, nummer, veld)
        yield from _afgedaan(feit, feiten, veld)
        yield from _vrij(feit, feiten, veld)
        if feit.soort is Feitsoort.ABSOLUUT:
            yield from _nagekeken(feit, feiten, veld)
        else:
            yield from _gemeld(pv, feit, feiten, veld)


def _dagen(dagen: Iterable[date]) -> str:
    return dagen_in_woorden(dagen)


def _laat_weg(dagen: list[date]) -> str:
    return "Laat die dag weg." if len(dagen) == 1 else "Laat die dagen weg."


def _geboren(feit: Feit, veld: str) -> Iterator[Punt]:
    if feit.jongere.geboren.vroegst >= feit.grondslag.van:
        bericht = f"Met deze geboortedatum was {feit.jongere.naam} op de eerste dag nog niet geboren."
        yield Punt(veld, f"{bericht} Verbeter de datum.", "Leerplichtwet 3")


def _verjaard(pv: ProcesVerbaal, feit: Feit, veld: str) -> Iterator[Punt]:
    if pv.datum is None:
        return
    voorbij = [dag for dag in feit.grondslag.dagen if verjaard_op(dag) <= pv.datum]
    if voorbij:
        is_ = "is" if len(voorbij) == 1 else "zijn"
        yield Punt(veld, f"{_dagen(voorbij)} {is_} verjaard. {_laat_weg(voorbij)}", "Sr 70 en 71")
    grens = maanden_verder(pv.datum, _BIJNA)
    bijna = [dag for dag in feit.grondslag.dagen if pv.datum < verjaard_op(dag) <= grens]
    if bijna:
        eerst = min(bijna)
        bericht = f"{lang(eerst)} verjaart op {lang(verjaard_op(eerst))}. Verstuur dit voor die dag."
        yield Punt(veld, bericht, "Sr 70 en 71", Gewicht.ADVIES)


def _dubbel(pv: ProcesVerbaal, nummer: int, veld: str) -> Iterator[Punt]:
    """The same day of the same jongere in a fact before it."""
    feit = pv.feiten[nummer]
    eerder = {
        dag
        for ander in pv.feiten[:nummer]
        if ander.jongere.naam == feit.jongere.naam
        for dag in ander.grondslag.dagen
    }
    twee_keer = [dag for dag in feit.grondslag.dagen if dag in eerder]
    if twee_keer:
        bericht = f"{_dagen(twee_keer)} staat al in een eerder feit van dit proces-verbaal."
        yield Punt(veld, f"{bericht} {_laat_weg(twee_keer)}", "Sr 68")


def _afgedaan(feit: Feit, feiten: Pvfeiten, veld: str) -> Iterator[Punt]:
    for stuk in feiten.eerder:
        al = [dag for dag in feit.grondslag.dagen if dag in stuk.dagen]
        if al and stuk.jongere == feit.jongere.naam:
            yield Punt(veld, f"{_dagen(al)}: al in {stuk.wat}. {_laat_weg(al)}", "Sr 68")


def _vrij(feit: Feit, feiten: Pvfeiten, veld: str) -> Iterator[Punt]:
    for stand in feiten.vrij:
        if stand.jongere != feit.jongere.naam:
            continue
        if feit.soort is Feitsoort.ABSOLUUT and not stand.ook_inschrijving:
            continue
        vrije = [dag for dag in feit.grondslag.dagen if stand.geldt(dag)]
        if vrije:
            bericht = f"Op {_dagen(vrije)} gold voor {stand.jongere}: {stand.wat}. {_laat_weg(vrije)}"
            yield Punt(veld, bericht, "Leerplichtwet 5 tot en met 15")


def _nagekeken(feit: Feit, feiten: Pvfeiten, veld: str) -> Iterator[Punt]:
    """A1: the register says it of the days up to the day on which it was asked, and of no later one."""
    if feiten.gecontroleerd is None:
        return
    naam = feit.jongere.naam
    op = max((dag for wie, dag in feiten.gecontroleerd if wie == naam), default=None)
    if op is None:
        bericht = (
            f"Leg bij ‘Niet ingeschreven’ in het dossier vast waar en wanneer je nakeek dat {naam} nergens "
            "staat ingeschreven."
        )
        yield Punt(veld, bericht, "Leerplichtwet 2 en 19")
        return
    daarna = [dag for dag in feit.grondslag.dagen if dag > op]
    if daarna:
        bericht = (
            f"Je controle van de inschrijving is van {lang(op)}. Laat de dagen daarna weg, of kijk "
            "opnieuw na."
        )
        yield Punt(veld, bericht, "Leerplichtwet 2 en 19")


def _gemeld(pv: ProcesVerbaal, feit: Feit, feiten: Pvfeiten, veld: str) -> Iterator[Punt]:
    """B4: of each day that is charged the school told that the jongere was absent."""
    naam, dagen = feit.jongere.naam, feit.grondslag.dagen
    op_papier = {regel.dag for regel in pv.verzuim if regel.jongere == naam}
    niet = [dag for dag in dagen if dag not in op_papier]
    if niet:
        bericht = f"Van {naam} is op {_dagen(niet)} geen verzuim gemeld."
        geen = "Vraag de school om een melding, of kies een andere periode."
        raad = _laat_weg(niet) if len(niet) < len(dagen) else geen
        yield Punt(veld, f"{bericht} {raad}", "Leerplichtwet 2, 4 en 21a")
    if feiten.gemeld is not None:
        weg = [dag for dag in dagen if dag in op_papier and (naam, dag) not in feiten.gemeld]
        if weg:
            nummers = {regel.melding for regel in pv.verzuim if regel.dag in weg and regel.jongere == naam}
            terug = ", ".join(sorted(nummers & feiten.ingetrokken))
            wat = f"De school trok melding {terug} in" if terug else "De melding van de school veranderde"
            bericht = f"{wat}: over {_dagen(weg)} is van {naam} geen verzuim meer gemeld."
            yield Punt(veld, f"{bericht} {_laat_weg(weg)}", "Leerplichtwet 2, 4 en 21a")
