"""Leave and other excused absence: articles 11a, 12, 13, 13a and 14, each with who decides."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from leerplicht_desktop.domain.datumtekst import lang
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.domain.getalwoord import keer
from leerplicht_desktop.domain.termijn.termijnen import Termijn, termijn
from leerplicht_desktop.domain.verlof.verlof import (
    Beslisser,
    Melder,
    Tijdigheid,
    Verlofbeslissing,
    nooit_een_reden,
    religieuze_dag,
    thuis_jongste_leerlingen,
    verlof_13a,
    verlof_14,
    verlofredenen,
    ziekmelding,
)
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.domain.wet.kalender import Schooljaar
from leerplicht_desktop.domain.wet.wetboek import bepaling

from .oordeel import Bijdrage, Deur, Eerdere, Fase, Oordeel, Weging, Zaakfeiten, Zin
from .procedure import Proceduresoort
from .verlofvragen import BEROEP, GEWICHTIG, JONGSTE, KENNISGEVING, ZIEK, vragen
from .vraag import Antwoorden, Gegeven


def afgeleid(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Gegeven:
    """Who decides, whether the calendar of the school is known, and whether kwalificatieplicht holds."""
    van = antwoorden.dag("van") or feiten.vandaag
    plicht = feiten.jongere.plicht_op(van).plicht
    zicht: dict[str, bool | str] = {
        "rooster": _lesdagen(antwoorden, feiten) is not None or feiten.jongere.kalender is not None,
        "kwalificatieplichtig": plicht.value == "kwalificatieplicht",
    }
    try:
        besluit = _beslissing(antwoorden, feiten)
    except DomainError:
        return zicht
    if besluit is not None:
        zicht["beslist"] = _WIE[besluit.beslisser]
    elif antwoorden.tekst("grond") == BEROEP:
        zicht["beslist"] = "hoofd"
    return zicht


_WIE = {
    Beslisser.HOOFD: "hoofd",
    Beslisser.LEERPLICHTAMBTENAAR: "ambtenaar",
    Beslisser.NIEMAND: "niemand",
}


def regel(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Oordeel:
    """What the rules say of it."""
    grond = antwoorden.tekst("grond")
    if grond == GEWICHTIG:
        return _gewichtig(antwoorden, feiten)
    if grond == BEROEP:
        return _beroep(antwoorden, feiten)
    if grond in KENNISGEVING:
        return _kennisgeving(antwoorden, grond)
    if grond == JONGSTE:
        return _jongste(antwoorden, feiten)
    return Oordeel("Kies waarvoor het verlof is.")


def _lesdagen(antwoorden: Antwoorden, feiten: Zaakfeiten) -> int | None:
    van, tot = antwoorden.dag("van"), antwoorden.dag("tot")
    if van is None or tot is None:
        return None
    if tot < van:
        raise DomainError("tot", "De laatste dag ligt vóór de eerste dag.")
    kalender = feiten.jongere.kalender
    if kalender is not None and kalender.kent(van) and kalender.kent(tot):
        return len(kalender.lesdagen(van, tot))
    return antwoorden.getal("schooldagen")


def _verleend(eerdere: Eerdere, feiten: Zaakfeiten, schooljaar: Schooljaar) -> int:
    """Days that this office granted under article 14 in a school year; those of the head are asked."""
    oud = Antwoorden(eerdere.antwoorden)
    van = oud.dag("van")
    if eerdere.soort is not Proceduresoort.VERLOF or oud.tekst("grond") != GEWICHTIG or van is None:
        return 0
    if Schooljaar.van(van) != schooljaar:
        return 0
    if oud.tekst("besluit") == "deels":
        return oud.getal("verleend_dagen") or 0
    return (_lesdagen(oud, feiten) or 0) if oud.tekst("besluit") == "verleend" else 0


def _beslissing(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Verlofbeslissing | None:
    van, gevraagd = antwoorden.dag("van"), _lesdagen(antwoorden, feiten)
    if antwoorden.tekst("grond") != GEWICHTIG or van is None or not gevraagd:
        return None
    zelf = sum(_verleend(een, feiten, Schooljaar.van(van)) for een in feiten.eerdere)
    eerder = zelf + (antwoorden.getal("eerder_dagen") or 0)
    return verlof_14(
        eerder, gevraagd, van, antwoorden.dag("ontvangen_op"), antwoorden.getal("lesdagen_per_week") or 5
    )


def _gewichtig(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Oordeel:
    besluit = _beslissing(antwoorden, feiten)
    if besluit is None:
        return Oordeel(
            "Vul de eerste en de laatste dag in: dan zie je wie beslist.",
            (Fase("Ontvangen", antwoorden.dag("ontvangen_op")),),
        )
    zinnen = [Zin(_telling(besluit), Weging.FEIT, besluit.uitleg)]
    if besluit.te_laat:
        zinnen.append(
            Zin("De redenen kwamen te laat: achteraf verlenen kan niet meer.", Weging.TEGEN, besluit.uitleg)
        )
    zinnen += _over_de_reden(antwoorden, feiten.vandaag)
    if besluit.beslisser is Beslisser.NIEMAND:
        zin = "De wet laat hier een gat: het hoofd mag het niet en jij ook niet. Vraag je jurist."
        return Oordeel(zin, _begin(antwoorden), (*zinnen, Zin(zin, Weging.VRAAG, besluit.uitleg)))
    if besluit.beslisser is Beslisser.HOOFD:
        return _bij_hoofd(
            antwoorden, tuple(zinnen), f"Verlof, {_dagen(antwoorden, feiten)}: het hoofd beslist."
        )
    return _bij_ambtenaar(antwoorden, feiten, tuple(zinnen))


_DOOR = {
    Beslisser.HOOFD: "het hoofd beslist",
    Beslisser.LEERPLICHTAMBTENAAR: "jij beslist",
    Beslisser.NIEMAND: "niemand kan hierover beslissen",
}


def _telling(besluit: Verlofbeslissing) -> str:
    dagen = keer(besluit.totaal, "dag", "dagen", cijfers=True)
    grens = f"Het hoofd gaat over {besluit.hoogstens}"
    return f"Dit schooljaar samen {dagen} verlof. {grens}; daarom: {_DOOR[besluit.beslisser]}."


def _dagen(antwoorden: Antwoorden, feiten: Zaakfeiten) -> str:
    return keer(_lesdagen(antwoorden, feiten) or 0, "schooldag", "schooldagen", cijfers=True)


def _over_de_reden(antwoorden: Antwoorden, dag: date) -> Iterator[Zin]:
    reden = antwoorden.tekst("reden")
    for een in verlofredenen(dag):
        if een.sleutel == reden:
            yield Zin(f"{een.uitleg.regel} Bewijs: {een.bewijs}.", Weging.FEIT, een.uitleg)
            if een.bewijs != "geen" and not antwoorden.tekst("bewijs"):
                yield Zin(f"Vraag het bewijs: {een.bewijs}.", Weging.LET_OP)
    if reden == "anders":
        wet = bepaling("verlof.nooit", dag)
        nooit = ", ".join(nooit_een_reden(dag))
        yield Zin(f"Nooit een gewichtige omstandigheid: {nooit}.", Weging.LET_OP, wet.uitleg(wet.regel))


def _begin(antwoorden: Antwoorden) -> tuple[Fase, ...]:
    ontvangen = antwoorden.dag("ontvangen_op")
    return (Fase("Ontvangen", ontvangen, ontvangen is not None),)


def _bij_hoofd(antwoorden: Antwoorden, zinnen: tuple[Zin, ...], kop: str) -> Oordeel:
    uitkomst, op = antwoorden.tekst("uitkomst_hoofd"), antwoorden.dag("uitkomst_op")
    doorgestuurd = antwoorden.dag("doorgestuurd_op")
    fasen = (
        *_begin(antwoorden),
        Fase("Naar het hoofd", doorgestuurd, doorgestuurd is not None or bool(uitkomst)),
        Fase("Besluit van het hoofd", op, bool(uitkomst)),
    )
    beletsel = (("uitkomst_op", "Vul in wanneer het hoofd besloot."),) if uitkomst and op is None else ()
    if uitkomst:
        kop = f"{kop.partition(':')[0]}: {_UITKOMST[uitkomst]} door het hoofd."
    zin = Zin(
        "Tegen dit besluit maakt het gezin bezwaar bij de school. Van jou komt er geen besluit.", Weging.FEIT
    )
    brief = None if uitkomst else Documentsoort.BERICHT_SCHOOL
    return Oordeel(kop, fasen, (*zinnen, zin), beletsel, brief=brief, klaar=bool(uitkomst))


_UITKOMST = {"verleend": "verleend", "deels": "deels verleend", "geweigerd": "geweigerd"}


def _bij_ambtenaar(antwoorden: Antwoorden, feiten: Zaakfeiten, zinnen: tuple[Zin, ...]) -> Oordeel:
    ontvangen, gehoord = antwoorden.dag("ontvangen_op"), antwoorden.dag("hoofd_gehoord_op")
    besluit, besloten = antwoorden.tekst("besluit"), antwoorden.dag("besluit_op")
    termijnen = (termijn("verlof_besluit", ontvangen),) if ontvangen else ()
    fasen = (
        *_begin(antwoorden),
        Fase("Compleet", None, antwoorden.ja("compleet") is True),
        Fase("Hoofd gehoord", gehoord, gehoord is not None),
        Fase("Besluit", besloten, bool(besluit and besloten)),
    )
    kop = f"Verlof, {_dagen(antwoorden, feiten)}: jij beslist."
    if besluit and besloten:
        kop = f"Verlof, {_dagen(antwoorden, feiten)}: {_UITKOMST[besluit]} op {lang(besloten)}."
    klaar = bool(besluit and besloten)
    return Oordeel(
        kop,
        fasen,
        (*zinnen, *_wanneer(antwoorden, termijnen), *_zorgvuldig(antwoorden)),
        tuple(_beletsel(antwoorden)),
        termijnen,
        Documentsoort.BESCHIKKING_VERLOF if klaar else None,
        _in_besluit(antwoorden, feiten) if klaar else {},
        bijdrage=Bijdrage(verlofaanvraag_op=None if klaar else ontvangen),
        klaar=klaar,
    )


def _wanneer(antwoorden: Antwoorden, termijnen: tuple[Termijn, ...]) -> Iterator[Zin]:
    van = antwoorden.dag("van")
    for een in termijnen:
        yield Zin(f"Beslis uiterlijk {lang(een.laatste_dag)}.", Weging.FEIT, een.uitleg)
        if van is not None and een.sinds < van <= een.laatste_dag:
            yield Zin(f"Het verlof begint op {lang(van)}. Beslis vóór die dag.", Weging.LET_OP)


def _zorgvuldig(antwoorden: Antwoorden) -> Iterator[Zin]:
    if antwoorden.tekst("besluit") in ("deels", "geweigerd") and antwoorden.dag("zienswijze_op") is None:
        yield Zin(
            "Weiger je om feiten die het gezin anders schreef? Laat het gezin dan eerst reageren "
            "(artikel 4:7 Algemene wet bestuursrecht).",
            Weging.LET_OP,
        )


def _beletsel(antwoorden: Antwoorden) -> Iterator[tuple[str, str]]:
    if not antwoorden.tekst("besluit"):
        return
    if antwoorden.dag("ontvangen_op") is None:
        yield "ontvangen_op", "Vul in wanneer de aanvraag binnenkwam."
    if antwoorden.dag("hoofd_gehoord_op") is None:
        yield "hoofd_gehoord_op", "Hoor eerst het hoofd van de school. Zonder dat kun je niet beslissen."
    yield from _dag_van_besluit(antwoorden)
    if not antwoorden.tekst("afweging"):
        yield "afweging", "Schrijf op waarom je dit besluit. Zonder redenen houdt het besluit geen stand."
    if antwoorden.tekst("besluit") == "deels" and not antwoorden.getal("verleend_dagen"):
        yield "verleend_dagen", "Vul in hoeveel schooldagen je verleent."


def _dag_van_besluit(antwoorden: Antwoorden) -> Iterator[tuple[str, str]]:
    besloten, gehoord = antwoorden.dag("besluit_op"), antwoorden.dag("hoofd_gehoord_op")
    ontvangen = antwoorden.dag("ontvangen_op")
    if besloten is None:
        yield "besluit_op", "Vul in wanneer je besliste."
    elif gehoord is not None and besloten < gehoord:
        yield "besluit_op", "Het besluit ligt vóór de dag waarop je het hoofd hoorde."
    elif ontvangen is not None and besloten < ontvangen:
        yield "besluit_op", "Het besluit ligt vóór de aanvraag."


def _in_besluit(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Gegeven:
    van, tot = antwoorden.dag("van"), antwoorden.dag("tot")
    gevraagd = f"{lang(van)} tot en met {lang(tot)} ({_dagen(antwoorden, feiten)})" if van and tot else ""
    aangevraagd, gehoord = (
        antwoorden.dag("dagtekening") or antwoorden.dag("ontvangen_op"),
        antwoorden.dag("hoofd_gehoord_op"),
    )
    eerder = antwoorden.getal("eerder_dagen")
    return {
        "aangevraagd_op": aangevraagd.isoformat() if aangevraagd else None,
        "periode": gevraagd,
        "reden": antwoorden.tekst("toelichting"),
        "eerder_verlof": keer(eerder, "schooldag", "schooldagen", cijfers=True) if eerder else "geen",
        "hoofd_gehoord_op": gehoord.isoformat() if gehoord else None,
        "mening_hoofd": antwoorden.tekst("hoofd_mening"),
        "besluit": antwoorden.tekst("besluit_tekst"),
        "afweging": antwoorden.tekst("afweging"),
    }


def _beroep(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Oordeel:
    van, tot = antwoorden.dag("van"), antwoorden.dag("tot")
    if van is None or tot is None:
        return Oordeel("Vul de eerste en de laatste dag in.", _begin(antwoorden))
    mag = verlof_13a(
        van,
        tot,
        feiten.jongere.kalender,
        1 if antwoorden.ja("eerder_beroep") else 0,
        antwoorden.getal("lesdagen_per_week") or 5,
        antwoorden.ja("specifieke_aard") is not False,
    )
    zinnen = [Zin(reden, Weging.TEGEN, mag.uitleg) for reden in mag.redenen]
    zinnen.append(Zin("Alleen het hoofd beslist; jij kunt dit verlof niet geven.", Weging.FEIT, mag.uitleg))
    if antwoorden.ja("specifieke_aard") is None:
        zinnen.append(Zin("Vraag een verklaring van de werkgever of uit het bedrijf.", Weging.VRAAG))
    kan = "het hoofd kan dit verlenen" if mag else "dit verlof kan niet"
    return _bij_hoofd(antwoorden, tuple(zinnen), f"Vakantieverlof, {_dagen(antwoorden, feiten)}: {kan}.")


def _kennisgeving(antwoorden: Antwoorden, grond: str) -> Oordeel:
    van, gemeld = antwoorden.dag("van"), antwoorden.dag("ontvangen_op")
    naam = "Ziekmelding" if grond == ZIEK else "Religieuze plicht"
    if van is None or gemeld is None:
        return Oordeel(f"{naam}: vul in om welke dag het gaat en wanneer het is gemeld.", _begin(antwoorden))
    melder = Melder(antwoorden.tekst("melder")) if antwoorden.tekst("melder") else None
    toets = ziekmelding if grond == ZIEK else religieuze_dag
    stand = toets(van, gemeld, melder, woont_zelfstandig=antwoorden.ja("zelfstandig") is True)
    return Oordeel(
        f"{naam} van {lang(van)}: {_tijdig(stand)}.",
        _begin(antwoorden),
        tuple(_over_kennisgeving(stand)),
        klaar=True,
    )


def _tijdig(stand: Tijdigheid) -> str:
    if stand.juiste_melder is False:
        return "niet door de juiste persoon gemeld"
    return "op tijd" if stand.op_tijd else f"te laat, het kon tot en met {lang(stand.uiterlijk)}"


def _over_kennisgeving(stand: Tijdigheid) -> Iterator[Zin]:
    yield Zin(
        f"{'Op tijd' if stand.op_tijd else 'Te laat'} gemeld: uiterlijk {lang(stand.uiterlijk)}.",
        Weging.GOED if stand.op_tijd else Weging.TEGEN,
        stand.uitleg,
    )
    if stand.juiste_melder is False:
        yield Zin("Vraag de ouder of verzorger om het zelf te melden.", Weging.LET_OP, stand.uitleg)
    yield Zin(
        "Niemand beslist hierover: er komt geen besluit en er is geen bezwaar.", Weging.FEIT, stand.uitleg
    )


def _jongste(antwoorden: Antwoorden, feiten: Zaakfeiten) -> Oordeel:
    van, uren = antwoorden.dag("van"), antwoorden.getal("uren")
    if van is None or uren is None:
        return Oordeel("Vul in welke week het is en hoeveel uur.")
    mag = thuis_jongste_leerlingen(
        feiten.jongere.geboortedatum, van, uren, antwoorden.ja("toestemming") is True
    )
    zinnen = tuple(Zin(reden, Weging.TEGEN, mag.uitleg) for reden in mag.redenen)
    return Oordeel(
        f"Week van {lang(van)}, {uren} uur thuis: {'mag' if mag else 'mag niet'}.",
        _begin(antwoorden),
        zinnen or (Zin("Dit past binnen de uren van de wet.", Weging.GOED, mag.uitleg),),
        klaar=True,
    )


VERLOFDEUR = Deur(
    Proceduresoort.VERLOF,
    "Vrij om gewichtige omstandigheden, beroep, religie of ziekte",
    vragen,
    regel,
    afgeleid,
)
