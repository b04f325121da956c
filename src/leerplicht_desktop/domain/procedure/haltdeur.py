"""Halt: the test with every answer, the offer that nobody has to take, the referral and how it ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.getalwoord import voluit
from leerplicht_desktop.domain.handhaving.halt import (
    Haltoordeel,
    Haltuitkomst,
    Haltvoorwaarden,
    halt_toets,
)
from leerplicht_desktop.domain.verzuim.telling import Eenheid, Verzuimdag
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.kalender import Schooljaar
from leerplicht_desktop.domain.wet.wetboek import bepaling

from .oordeel import Deur, Fase, Oordeel, Weging, Zaakfeiten, Zin
from .procedure import Proceduresoort
from .vraag import Antwoorden, Gegeven, Vraag, Vraagsoort

_S = Vraagsoort
_VERWEZEN = (("verwezen", (True,)),)


def vragen(dag: date) -> tuple[Vraag, ...]:
    """The questions, with the ages of that day."""
    ouders = voluit(bepaling("handhaving.halt", dag).getal("leeftijd_ouders"))
    afloop = (("positief", "Goed afgerond"), ("negatief", "Niet afgerond"))
    return (
        Vraag("keren_te_laat", "Hoe vaak kwam de jongere te laat?", _S.GETAL, kop="De toets"),
        Vraag("uit_zichzelf", "Blijft de jongere uit zichzelf weg?", _S.JA_NEE, nodig=True),
        Vraag("eerder", "Is de jongere eerder voor verzuim naar Halt verwezen?", _S.JA_NEE, nodig=True),
        Vraag("eerder_bron", "Hoe weet je dat?", _S.REGEL),
        Vraag("problemen", "Zijn er ernstige problemen waarvoor nog hulp ontbreekt?", _S.JA_NEE, nodig=True),
        Vraag(
            "aangeboden_op",
            "Wanneer deed je het voorstel op papier?",
            _S.DAG,
            "Zeg erbij dat het niet verplicht is, en wat er anders volgt.",
            kop="Het voorstel",
        ),
        Vraag("jongere_akkoord", "Tekende de jongere?", _S.JA_NEE, "Alleen een handtekening telt."),
        Vraag("ouders_akkoord", "Tekenden de ouders?", _S.JA_NEE, f"Nodig onder de {ouders}."),
        Vraag("verwezen", "Verwijs je naar Halt?", _S.JA_NEE, kop="De verwijzing"),
        Vraag("verwezen_op", "Wanneer?", _S.DAG, bij=_VERWEZEN),
        Vraag("waarom_niet", "Waarom niet?", _S.TEKST, bij=(("verwezen", (False,)),)),
        Vraag("afloop", "Wat meldde Halt terug?", _S.KEUZE, keuzes=afloop, bij=_VERWEZEN),
        Vraag("terug_op", "Wanneer?", _S.DAG, bij=_VERWEZEN),
    )


def regel(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Oordeel:
    """The outcome of the test over the hours reported in the school year of the last of them.

    Lessons and clock hours are not added up: the larger of the two sums is tested, and both are told.
    """
    laatste = max((een.datum for een in feiten.dagen), default=feiten.vandaag)
    jaar = Schooljaar.van(laatste)
    sommen = _sommen(een for een in feiten.dagen if jaar.begin <= een.datum)
    uren = max(sommen.values(), default=Decimal(0))
    toets = halt_toets(
        uren,
        antwoorden.getal("keren_te_laat") or 0,
        feiten.jongere.leeftijd_op(laatste),
        Haltvoorwaarden(
            jongere_akkoord=antwoorden.ja("jongere_akkoord") is True,
            ouders_akkoord=antwoorden.ja("ouders_akkoord") is True,
            eerder_naar_halt=antwoorden.ja("eerder") is True,
            blijft_uit_zichzelf_weg=antwoorden.ja("uit_zichzelf") is not False,
            problemen_zonder_hulp=antwoorden.ja("problemen") is True,
        ),
        laatste,
    )
    verwezen, terug = antwoorden.dag("verwezen_op"), antwoorden.dag("terug_op")
    geweigerd = antwoorden.ja("verwezen") is False
    aangeboden = antwoorden.dag("aangeboden_op")
    return Oordeel(
        _kop(antwoorden, toets),
        (
            Fase("Getoetst", None, antwoorden.ja("eerder") is not None),
            Fase("Voorgesteld", aangeboden, aangeboden is not None),
            Fase("Niet verwezen" if geweigerd else "Verwezen", verwezen, bool(verwezen or geweigerd)),
            Fase("Terug van Halt", terug, terug is not None),
        ),
        (
            Zin(f"Gemeld verzuim in {jaar.tekst()}: {_gemeld(sommen)}.", Weging.FEIT, toets.uitleg),
            *(Zin(reden, Weging.TEGEN, toets.uitleg) for reden in toets.redenen),
        ),
        tuple(_beletsel(antwoorden, toets)),
        brief=Documentsoort.HALT_VERWIJZING if toets and verwezen is not None else None,
        brief_waarden=_in_verwijzing(antwoorden, _gemeld(sommen)),
        klaar=terug is not None or geweigerd,
    )


def _sommen(dagen: Iterable[Verzuimdag]) -> dict[Eenheid, Decimal]:
    """The hours of each unit."""
    sommen: dict[Eenheid, Decimal] = {}
    for een in dagen:
        if een.uren:
            sommen[een.eenheid] = sommen.get(een.eenheid, Decimal(0)) + een.uren
    return sommen


def _gemeld(sommen: Mapping[Eenheid, Decimal]) -> str:
    """The sums in words, each in its own unit."""
    return (
        " en ".join(eenheid.tekst(sommen[eenheid]) for eenheid in Eenheid if eenheid in sommen) or "geen uren"
    )


def _kop(antwoorden: Antwoorden, toets: Haltoordeel) -> str:
    verwezen, afloop = antwoorden.dag("verwezen_op"), antwoorden.tekst("afloop")
    if verwezen is not None and afloop:
        return f"Halt: {'goed' if afloop == 'positief' else 'niet'} afgerond."
    if verwezen is not None:
        return f"Naar Halt verwezen op {lang(verwezen)}."
    return f"Halt-toets: {toets.uitkomst.value}."


def _beletsel(antwoorden: Antwoorden, toets: Haltoordeel) -> Iterator[tuple[str, str]]:
    if antwoorden.ja("verwezen") is False and not antwoorden.tekst("waarom_niet"):
        yield "waarom_niet", "Schrijf waarom je niet verwijst; het komt in een proces-verbaal."
    if antwoorden.ja("verwezen") is not True:
        return
    if toets.uitkomst is Haltuitkomst.NIET:
        yield "verwezen", f"Verwijzen kan niet. {toets.redenen[0]}"
    aangeboden, verwezen = antwoorden.dag("aangeboden_op"), antwoorden.dag("verwezen_op")
    if aangeboden is None:
        yield "aangeboden_op", "Doe het voorstel eerst op papier en vul in wanneer."
    if verwezen is None:
        yield "verwezen_op", "Vul in wanneer je verwees."
    elif aangeboden is not None and verwezen < aangeboden:
        yield "verwezen_op", "De verwijzing ligt vóór het voorstel."


def _in_verwijzing(antwoorden: Antwoorden, gemeld: str) -> Gegeven:
    te_laat = antwoorden.getal("keren_te_laat") or 0
    bron = antwoorden.tekst("eerder_bron")
    return {
        "omvang": f"{gemeld} verzuim" + (f" en {te_laat} keer te laat" if te_laat else ""),
        "eerder_halt": f"nee ({bron})" if bron else "nee",
    }


HALTDEUR = Deur(
    Proceduresoort.HALT,
    "Toets of Halt kan, doe het voorstel en verwijs",
    vragen,
    regel,
)
