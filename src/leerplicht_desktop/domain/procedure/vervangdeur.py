"""Vervangende leerplicht: 3a (from fourteen) and 3b (the last school year), each with its own parties."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.taak.voorstellen import Taakvoorstel
from leerplicht_desktop.domain.termijn.termijnen import Termijn, termijn
from leerplicht_desktop.domain.vrijstelling.vrijstelling import (
    Aanvraag,
    Grond,
    document_bij,
    namen_naar_arbeidsinspectie,
    verlenging_aanvragen_voor,
    vervangende_leerplicht,
)
from leerplicht_desktop.domain.wet.wetboek import bepaling

from .oordeel import Deur, Fase, Oordeel, Weging, Zaakfeiten, Zin
from .procedure import Proceduresoort
from .vraag import Antwoorden, Vraag, Vraagsoort

_S = Vraagsoort
_3A, _3B = Grond.VERVANGEND.value, Grond.VERVANGEND_LAATSTE_JAAR.value
_BESLOTEN = ("toegewezen", "afgewezen")


def _gehoord(dag: date, grond: str) -> Iterator[Vraag]:
    """For each party the law names: the day it was heard, or why it was not."""
    for plaats, wie in enumerate(bepaling(f"vrijstelling.{grond}", dag).lijst("horen")):
        kop = "Horen" if not plaats else ""
        bij = (("grond", (grond,)),)
        yield Vraag(f"{grond}_gehoord_{plaats}", f"Wanneer is gehoord: {wie}?", _S.DAG, bij=bij, kop=kop)
        yield Vraag(
            f"{grond}_reden_{plaats}",
            f"Niet gehoord: {wie}. Waarom?",
            _S.REGEL,
            "Laat leeg als je een dag invulde.",
            bij=bij,
        )


def vragen(dag: date) -> tuple[Vraag, ...]:
    """The questions of that day."""
    besluit = (("toegewezen", "Toegewezen"), ("afgewezen", "Afgewezen"))
    gronden = ((_3A, "Vervangende leerplicht"), (_3B, "Laatste schooljaar op een instelling"))
    return (
        Vraag("grond", "Wat wordt gevraagd?", _S.KEUZE, keuzes=gronden, kop="De aanvraag", nodig=True),
        Vraag("ontvangen_op", "Wanneer kwam de aanvraag binnen?", _S.DAG, nodig=True),
        Vraag("vanaf", "Vanaf welke dag?", _S.DAG, nodig=True),
        Vraag("tot", "Tot en met welke dag?", _S.DAG),
        Vraag(
            "schooljaren",
            "Hoeveel volledige schooljaren had de jongere?",
            _S.GETAL,
            "Laat leeg als je het niet weet.",
            bij=(("grond", (_3B,)),),
        ),
        Vraag("plan", "Welk programma of welke instelling?", _S.TEKST),
        *_gehoord(dag, _3A),
        *_gehoord(dag, _3B),
        Vraag(
            "overeenstemming_wie",
            "Wie stemde in namens het bevoegd gezag van de school?",
            _S.REGEL,
            bij=(("grond", (_3A,)),),
            kop="Overeenstemming",
        ),
        Vraag("overeenstemming_op", "Wanneer?", _S.DAG, bij=(("grond", (_3A,)),)),
        Vraag("besluit", "Wat besluit het college?", _S.KEUZE, keuzes=besluit, kop="Het besluit"),
        Vraag("besluit_op", "Wanneer?", _S.DAG, bij=(("besluit", _BESLOTEN),)),
        Vraag("afweging", "Waarom?", _S.TEKST, bij=(("besluit", _BESLOTEN),)),
        Vraag(
            "afschrift_op",
            "Wanneer ging het afschrift naar de ouders?",
            _S.DAG,
            bij=(("besluit", _BESLOTEN),),
        ),
        Vraag(
            "geregistreerd_op",
            "Wanneer zette je het in het register onderwijsdeelnemers?",
            _S.DAG,
            bij=(("besluit", ("toegewezen",)),),
        ),
    )


def regel(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Oordeel:
    """What the rules say of it."""
    grond, ontvangen, vanaf = (
        antwoorden.tekst("grond"),
        antwoorden.dag("ontvangen_op"),
        antwoorden.dag("vanaf"),
    )
    if not grond or ontvangen is None or vanaf is None:
        return Oordeel("Vul in wat wordt gevraagd, wanneer het binnenkwam en vanaf welke dag.")
    aanvraag = vervangende_leerplicht(
        Grond(grond), feiten.jongere.geboortedatum, ontvangen, vanaf, antwoorden.getal("schooljaren")
    )
    besluit, op = antwoorden.tekst("besluit"), antwoorden.dag("besluit_op")
    klaar = bool(besluit and op)
    termijnen = tuple(_termijnen(antwoorden, feiten, aanvraag))
    naam = f"Artikel {grond}"
    return Oordeel(
        f"{naam}: {besluit} op {lang(op)}." if besluit and op else f"{naam}: het college beslist.",
        tuple(_fasen(antwoorden, aanvraag)),
        tuple(_zinnen(antwoorden, aanvraag)),
        tuple(_beletsel(antwoorden, aanvraag)),
        termijnen,
        document_bij(Grond(grond)) if klaar else None,
        {
            "ontvangen_op": ontvangen.isoformat(),
            "programma": antwoorden.tekst("plan"),
            "instelling": antwoorden.tekst("plan"),
            "afweging": antwoorden.tekst("afweging"),
        },
        tuple(_taken(antwoorden, termijnen, klaar=klaar)),
        klaar=klaar and antwoorden.dag("afschrift_op") is not None,
    )


def _partijen(antwoorden: Antwoorden, aanvraag: Aanvraag) -> Iterator[tuple[str, str, date | None, str]]:
    """Each party with its question, the day it was heard and why it was not."""
    grond = aanvraag.grond.value
    for plaats, wie in enumerate(aanvraag.horen):
        naam = f"{grond}_gehoord_{plaats}"
        yield wie, naam, antwoorden.dag(naam), antwoorden.tekst(f"{grond}_reden_{plaats}")


def _fasen(antwoorden: Antwoorden, aanvraag: Aanvraag) -> Iterator[Fase]:
    yield Fase("Ontvangen", antwoorden.dag("ontvangen_op"), gedaan=True)
    for wie, _, op, reden in _partijen(antwoorden, aanvraag):
        yield Fase(f"Gehoord: {wie}" if not reden or op else f"Niet gehoord: {wie}", op, bool(op or reden))
    if aanvraag.overeenstemming:
        op = antwoorden.dag("overeenstemming_op")
        yield Fase("Overeenstemming met het bevoegd gezag", op, op is not None)
    besloten, afschrift = antwoorden.dag("besluit_op"), antwoorden.dag("afschrift_op")
    yield Fase("Besluit", besloten, besloten is not None)
    yield Fase("Afschrift aan de ouders", afschrift, afschrift is not None)


def _zinnen(antwoorden: Antwoorden, aanvraag: Aanvraag) -> Iterator[Zin]:
    for reden in aanvraag.redenen:
        yield Zin(reden, Weging.TEGEN, aanvraag.uitleg)
    yield Zin(
        f"Het college beslist uiterlijk {lang(aanvraag.beslissen.laatste_dag)}.", Weging.FEIT, aanvraag.uitleg
    )
    tot = antwoorden.dag("tot")
    if aanvraag.grond is Grond.VERVANGEND and tot is not None:
        yield Zin(
            f"Verlenging wordt uiterlijk {lang(verlenging_aanvragen_voor(tot))} gevraagd.", Weging.LET_OP
        )


def _beletsel(antwoorden: Antwoorden, aanvraag: Aanvraag) -> Iterator[tuple[str, str]]:
    if not antwoorden.tekst("besluit"):
        return
    for wie, naam, op, reden in _partijen(antwoorden, aanvraag):
        if op is None and not reden:
            yield naam, f"Hoor eerst: {wie}, of schrijf waarom dat niet kon."
    toegewezen = antwoorden.tekst("besluit") == "toegewezen"
    if aanvraag.overeenstemming and toegewezen and antwoorden.dag("overeenstemming_op") is None:
        yield "overeenstemming_op", "Zonder overeenstemming met het bevoegd gezag kan dit niet."
    if antwoorden.dag("besluit_op") is None:
        yield "besluit_op", "Vul in wanneer het college besliste."
    if not antwoorden.tekst("afweging"):
        yield "afweging", "Schrijf op waarom. Zonder redenen houdt het besluit geen stand."


def _termijnen(antwoorden: Antwoorden, feiten: Zaakfeiten, aanvraag: Aanvraag) -> Iterator[Termijn]:
    yield aanvraag.beslissen
    besloten, geregistreerd = antwoorden.dag("besluit_op"), antwoorden.dag("geregistreerd_op")
    if besloten is not None:
        yield termijn("afschrift_vervangende_leerplicht", besloten)
    if geregistreerd is not None:
        namen = namen_naar_arbeidsinspectie(aanvraag.grond, feiten.jongere.geboortedatum, geregistreerd)
        if namen is not None:
            yield namen


_WAT = {
    "vervangende_leerplicht": "Leg de aanvraag aan het college voor",
    "afschrift_vervangende_leerplicht": "Stuur het afschrift naar de ouders",
    "arbeidsinspectie": "Geef de naam door aan de Arbeidsinspectie",
}


def _taken(antwoorden: Antwoorden, termijnen: tuple[Termijn, ...], *, klaar: bool) -> Iterator[Taakvoorstel]:
    gedaan = {
        "vervangende_leerplicht": klaar,
        "afschrift_vervangende_leerplicht": antwoorden.dag("afschrift_op") is not None,
    }
    for een in termijnen:
        if not gedaan.get(een.sleutel, False):
            sleutel = f"{een.sleutel}:{een.sinds.isoformat()}"
            yield Taakvoorstel(sleutel, _WAT[een.sleutel], een.laatste_dag, een.uitleg)


VERVANGDEUR = Deur(
    Proceduresoort.VERVANGEND,
    "Een ander programma, of het laatste schooljaar op een instelling",
    vragen,
    regel,
)
