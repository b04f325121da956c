"""Exemptions: an appeal to article 5 onder a, b or c, travelling life (5a), and other education (15)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from leerplicht_desktop.domain.datumsom import maanden_verder
from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.plicht.leerplicht import leerplicht_begin
from leerplicht_desktop.domain.taak.voorstellen import Taakvoorstel
from leerplicht_desktop.domain.termijn.termijnen import Termijn
from leerplicht_desktop.domain.vrijstelling.kennisgeving import (
    Beroep,
    Kennisgeving,
    Uitkomst,
    beroep_op_vrijstelling,
)
from leerplicht_desktop.domain.vrijstelling.vrijstelling import (
    Grond,
    artikel_15,
    document_bij,
    namen_naar_arbeidsinspectie,
    trekkend_bestaan,
)
from leerplicht_desktop.domain.wet.wetboek import bepaling

from .oordeel import Bijdrage, Deur, Fase, Oordeel, Weging, Zaakfeiten, Zin
from .procedure import Proceduresoort
from .vraag import Antwoorden, Gegeven, Vraag, Vraagsoort

_DAG = timedelta(days=1)
_S = Vraagsoort
_ONGESCHIKT, _RICHTING, _BUITENLAND = Grond.ONGESCHIKT.value, Grond.RICHTING.value, Grond.BUITENLAND.value
_TREKKEND, _ANDER = Grond.TREKKEND.value, Grond.ANDER_ONDERWIJS.value
_BEROEP = (_ONGESCHIKT, _RICHTING, _BUITENLAND)
_GRONDEN = (
    (_ONGESCHIKT, "Lichamelijk of psychisch niet geschikt"),
    (_RICHTING, "Bezwaar tegen de richting van de scholen"),
    (_BUITENLAND, "School in het buitenland"),
    (_TREKKEND, "Trekkend bestaan"),
    (_ANDER, "Ander onderwijs"),
)


def vragen(dag: date) -> tuple[Vraag, ...]:
    """The questions of that day."""
    anders = tuple((een, een.capitalize()) for een in _uitzonderingen(dag))
    beroepen = bepaling("vrijstelling.5a_trekkend", dag).lijst("beroepen")
    bij_beroep = (("grond", _BEROEP),)
    besluit = (("verleend", "Verleend"), ("geweigerd", "Geweigerd"))
    return (
        Vraag(
            "grond", "Waarop beroept het gezin zich?", _S.KEUZE, keuzes=_GRONDEN, kop="Het stuk", nodig=True
        ),
        Vraag("dagtekening", "Datum op het stuk", _S.DAG, bij=(("grond", (*_BEROEP, _ANDER)),)),
        Vraag("ontvangen_op", "Wanneer kwam het binnen?", _S.DAG, bij=(("grond", (*_BEROEP, _ANDER)),)),
        Vraag(
            "aantal_bijlagen",
            "Hoeveel bijlagen zaten erbij?",
            _S.GETAL,
            "Bewaar ze alle bij het dossier: een proces-verbaal houdt zonder geen stand.",
            bij=bij_beroep,
        ),
        Vraag(
            "eerste",
            "Is dit de eerste kennisgeving ooit?",
            _S.JA_NEE,
            "Ook in een vorige gemeente.",
            bij=(*bij_beroep, ("na_begin", (True,))),
            kop="Eerste of jaarlijks",
        ),
        Vraag(
            "eerdere_geldig",
            "Gold het beroep waarop deze volgt?",
            _S.JA_NEE,
            bij=(*bij_beroep, ("eerste", (False,))),
        ),
        Vraag(
            "uitzondering",
            "Welke uitzondering noemt het gezin?",
            _S.KEUZE,
            keuzes=(("", "Geen"), *anders)[1:],
            bij=(("grond", (_RICHTING,)), ("eerste", (True,))),
        ),
        Vraag(
            "verklaring_op",
            "Van wanneer is de verklaring?",
            _S.DAG,
            bij=(("grond", (_ONGESCHIKT,)),),
            kop="De voorwaarden",
        ),
        Vraag(
            "aangewezen",
            "Is de arts, pedagoog of psycholoog door de gemeente aangewezen?",
            _S.JA_NEE,
            "Nooit de behandelend arts.",
            bij=(("grond", (_ONGESCHIKT,)),),
        ),
        Vraag(
            "nooit",
            "Zegt de verklaring dat de jongere nooit geschikt zal zijn?",
            _S.JA_NEE,
            bij=(("grond", (_ONGESCHIKT,)),),
        ),
        Vraag(
            "zelfde_richting",
            "Stond de jongere ooit op een school van deze richting?",
            _S.JA_NEE,
            bij=(("grond", (_RICHTING,)),),
            kop="De voorwaarden",
        ),
        Vraag(
            "laatste_dag", "Tot wanneer?", _S.DAG, bij=(("grond", (_RICHTING,)), ("zelfde_richting", (True,)))
        ),
        Vraag(
            "hoofd_buitenland",
            "Verklaart het hoofd dat de jongere er is ingeschreven en komt?",
            _S.JA_NEE,
            bij=(("grond", (_BUITENLAND,)),),
            kop="De voorwaarden",
        ),
        Vraag(
            "beroep",
            "Welk beroep heeft het gezin?",
            _S.KEUZE,
            keuzes=tuple((een, een.capitalize()) for een in beroepen),
            bij=(("grond", (_TREKKEND,)),),
            kop="De voorwaarden",
        ),
        Vraag("reist_mee", "Reist de jongere mee?", _S.JA_NEE, bij=(("grond", (_TREKKEND,)),)),
        Vraag(
            "kilometer",
            "Hoever is de rijdende school, in kilometers?",
            _S.GETAL,
            "Laat leeg als er geen is.",
            bij=(("grond", (_TREKKEND,)),),
        ),
        Vraag(
            "onderwijs",
            "Welk ander onderwijs krijgt de jongere?",
            _S.TEKST,
            bij=(("grond", (_ANDER,)),),
            kop="De voorwaarden",
        ),
        Vraag(
            "besluit",
            "Wat besluit het college?",
            _S.KEUZE,
            keuzes=besluit,
            bij=(("grond", (_ANDER,)),),
            kop="Het besluit",
        ),
        Vraag(
            "besluit_op",
            "Wanneer?",
            _S.DAG,
            bij=(("grond", (_ANDER,)), ("besluit", ("verleend", "geweigerd"))),
        ),
        Vraag(
            "geldt_tot",
            "Tot en met wanneer geldt het?",
            _S.DAG,
            bij=(("grond", (_ANDER,)), ("besluit", ("verleend",))),
        ),
        Vraag("afweging", "Waarom?", _S.TEKST, bij=(("grond", (_ANDER,)),)),
        Vraag("reactie_op", "Wanneer stuurde je de reactie?", _S.DAG, bij=bij_beroep, kop="De reactie"),
        Vraag(
            "geregistreerd_op",
            "Wanneer zette je het in het register onderwijsdeelnemers?",
            _S.DAG,
            bij=bij_beroep,
        ),
    )


def _uitzonderingen(dag: date) -> tuple[str, ...]:
    return bepaling("vrijstelling.eerste_na_begin", dag).lijst("uitzonderingen")


def _begin(feiten: Zaakfeiten) -> date:
    """The first day of leerplicht; years back no calendar is known, and the month alone decides."""
    try:
        return leerplicht_begin(feiten.jongere.geboortedatum, feiten.jongere.kalender).datum
    except DomainError as fout:
        if fout.veld != "kalender":
            raise
        leeftijd = bepaling("leerplicht.begin", None).getal("leeftijd")
        bereikt = Geboortedatum.van(feiten.jongere.geboortedatum).bereikt(leeftijd)[-1]
        return maanden_verder(bereikt.replace(day=1), 1)


def afgeleid(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Gegeven:
    """Whether the notice came after the duty began: then it is asked whether it is the first."""
    ontvangen = antwoorden.dag("ontvangen_op")
    return {"na_begin": ontvangen is not None and ontvangen >= _begin(feiten)}


def regel(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Oordeel:
    """What the rules say of it."""
    grond = antwoorden.tekst("grond")
    if grond in _BEROEP:
        return _kennisgeving(antwoorden, feiten)
    if grond == _TREKKEND:
        return _trekkend(antwoorden, feiten)
    if grond == _ANDER:
        return _ander(antwoorden, feiten)
    return Oordeel("Kies waarop het gezin zich beroept.")


def _ontvangst(antwoorden: Antwoorden) -> Fase:
    op = antwoorden.dag("ontvangen_op")
    return Fase("Ontvangen", op, op is not None)


def _kennisgeving(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Oordeel:
    ontvangen = antwoorden.dag("ontvangen_op")
    if ontvangen is None:
        return Oordeel("Vul in wanneer het stuk binnenkwam.", (_ontvangst(antwoorden),))
    grond = Grond(antwoorden.tekst("grond"))
    beroep = beroep_op_vrijstelling(
        Kennisgeving(
            grond,
            ontvangen,
            verklaring_op=antwoorden.dag("verklaring_op"),
            verklaarder_aangewezen=antwoorden.ja("aangewezen") is True,
            nooit_geschikt=antwoorden.ja("nooit") is True,
            laatste_dag_zelfde_richting=antwoorden.dag("laatste_dag"),
            verklaring_hoofd_buitenland=antwoorden.ja("hoofd_buitenland") is True,
            dagtekening=antwoorden.dag("dagtekening"),
            eerste=antwoorden.ja("eerste"),
            eerdere_geldig=antwoorden.ja("eerdere_geldig"),
            uitzondering=antwoorden.tekst("uitzondering"),
        ),
        _begin(feiten),
    )
    reactie, geregistreerd = antwoorden.dag("reactie_op"), antwoorden.dag("geregistreerd_op")
    inspectie = _inspectie(grond, feiten, geregistreerd) if beroep.voldoet else None
    return Oordeel(
        f"Beroep op artikel {grond.value}: {beroep.uitkomst.value}.",
        (
            _ontvangst(antwoorden),
            Fase("Reactie", reactie, reactie is not None),
            Fase("Geregistreerd", geregistreerd, geregistreerd is not None),
        ),
        tuple(_zinnen(beroep)),
        termijnen=tuple(een for een in (beroep.termijn, beroep.volgende, inspectie) if een is not None),
        brief=document_bij(grond) if beroep.uitkomst is not Uitkomst.NIET_TE_ZEGGEN else None,
        brief_waarden=_in_reactie(beroep, ontvangen, grond),
        taken=_taken(inspectie),
        bijdrage=Bijdrage(vrijgesteld=_loopt(beroep, feiten.vandaag)),
        klaar=reactie is not None,
    )


def _loopt(beroep: Beroep, vandaag: date) -> bool:
    return beroep.voldoet and beroep.geldt_tot is not None and vandaag <= beroep.geldt_tot


def _zinnen(beroep: Beroep) -> Iterator[Zin]:
    for reden in beroep.redenen:
        yield Zin(reden, Weging.TEGEN, beroep.uitleg)
    for vraag in beroep.vragen:
        yield Zin(vraag, Weging.VRAAG, beroep.uitleg)
    if beroep.voldoet:
        zin = "Het beroep voldoet aan de voorwaarden die zijn na te gaan."
        yield Zin(zin, Weging.GOED, beroep.uitleg)
    if beroep.geldt_tot is not None:
        yield Zin(f"Het geldt tot en met {lang(beroep.geldt_tot)}; daarna is een nieuwe kennisgeving nodig.")
    zin = "Dit werkt van rechtswege: niemand verleent of weigert het, en er is geen bezwaar."
    yield Zin(zin, Weging.FEIT, beroep.uitleg)


def _in_reactie(beroep: Beroep, ontvangen: date, grond: Grond) -> Gegeven:
    tot = beroep.geldt_tot
    return {
        "ontvangen_op": ontvangen.isoformat(),
        "grond": f"artikel {grond.value} van de Leerplichtwet 1969",
        "voldoet": beroep.voldoet or None,
        "toelichting": " ".join((*beroep.redenen, *beroep.vragen)),
        "elk_jaar": (beroep.volgende is not None) or None,
        "geldig_tot": tot.isoformat() if tot else None,
    }


def _inspectie(grond: Grond, feiten: Zaakfeiten, geregistreerd: date | None) -> Termijn | None:
    if geregistreerd is None:
        return None
    return namen_naar_arbeidsinspectie(grond, feiten.jongere.geboortedatum, geregistreerd)


def _taken(inspectie: Termijn | None) -> tuple[Taakvoorstel, ...]:
    if inspectie is None:
        return ()
    sleutel = f"arbeidsinspectie:{inspectie.sinds.isoformat()}"
    wat = "Geef de naam door aan de Arbeidsinspectie"
    return (Taakvoorstel(sleutel, wat, inspectie.laatste_dag, inspectie.uitleg),)


def _trekkend(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Oordeel:
    beroep, mee = antwoorden.tekst("beroep"), antwoorden.ja("reist_mee")
    if not beroep or mee is None:
        return Oordeel("Vul het beroep in en of de jongere meereist.")
    stand = trekkend_bestaan(feiten.vandaag, beroep, mee, antwoorden.getal("kilometer"))
    zinnen = tuple(Zin(reden, Weging.TEGEN, stand.uitleg) for reden in stand.redenen)
    goed = Zin("De vrijstelling geldt vandaag.", Weging.GOED, stand.uitleg)
    kop = f"Trekkend bestaan: {'vrijgesteld' if stand else 'niet vrijgesteld'} op {lang(feiten.vandaag)}."
    return Oordeel(kop, (), zinnen or (goed,), klaar=True)


def _ander(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Oordeel:
    ontvangen = antwoorden.dag("ontvangen_op")
    if ontvangen is None:
        return Oordeel("Vul in wanneer de aanvraag binnenkwam.", (_ontvangst(antwoorden),))
    aanvraag = artikel_15(feiten.jongere.plicht_op(ontvangen).plicht, ontvangen)
    besluit, op = antwoorden.tekst("besluit"), antwoorden.dag("besluit_op")
    beletsel = [("besluit_op", "Vul in wanneer het college besliste.")] if besluit and op is None else []
    if besluit and not antwoorden.tekst("afweging"):
        beletsel.append(("afweging", "Schrijf op waarom. Zonder redenen houdt het besluit geen stand."))
    if besluit == "verleend" and not aanvraag:
        beletsel.append(("besluit", "Dit kan niet worden verleend: de jongere is niet kwalificatieplichtig."))
    klaar = bool(besluit and op)
    zinnen = tuple(Zin(reden, Weging.TEGEN, aanvraag.uitleg) for reden in aanvraag.redenen)
    beslis = Zin(
        f"Het college beslist uiterlijk {lang(aanvraag.beslissen.laatste_dag)}.", Weging.FEIT, aanvraag.uitleg
    )
    tot = antwoorden.dag("geldt_tot")
    wat = "Leg de aanvraag om vrijstelling aan het college voor"
    taak = Taakvoorstel(
        f"artikel15:{ontvangen.isoformat()}", wat, aanvraag.beslissen.laatste_dag, aanvraag.beslissen.uitleg
    )
    return Oordeel(
        f"Ander onderwijs: {besluit} op {lang(op)}."
        if besluit and op
        else "Ander onderwijs: het college beslist.",
        (_ontvangst(antwoorden), Fase("Besluit", op, klaar)),
        (*zinnen, beslis),
        tuple(beletsel),
        (aanvraag.beslissen,),
        document_bij(Grond.ANDER_ONDERWIJS) if klaar else None,
        {
            "ontvangen_op": ontvangen.isoformat(),
            "onderwijs": antwoorden.tekst("onderwijs"),
            "afweging": antwoorden.tekst("afweging"),
        },
        () if klaar else (taak,),
        Bijdrage(vrijgesteld=besluit == "verleend" and tot is not None and feiten.vandaag <= tot),
        klaar,
    )


VRIJSTELLINGDEUR = Deur(
    Proceduresoort.VRIJSTELLING,
    "Een beroep op vrijstelling, trekkend bestaan of ander onderwijs",
    vragen,
    regel,
    afgeleid,
)
