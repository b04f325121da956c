"""The rules of the manual, with examples that the rules themselves answer: the page cannot differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from leerplicht_desktop.domain.datumtekst import lang, periode
from leerplicht_desktop.domain.handhaving.grondslagen import (
    Betrokkene,
    EerdereAfdoening,
    Haltvoorwaarden,
    Jongere,
    Rol,
    grondslagen,
    halt_toets,
    luxeverzuim_lijn,
    mag_verdachte_zijn,
    recidive,
)
from leerplicht_desktop.domain.handhaving.mas import svb_bericht
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.persoon.identiteit import is_bsn, is_onderwijsnummer
from leerplicht_desktop.domain.plicht.leerplicht import (
    kwalificatieplicht,
    leerplicht_begin,
    leerplicht_einde,
    plicht_op,
)
from leerplicht_desktop.domain.termijn.termijnen import bezwaartermijn
from leerplicht_desktop.domain.verlof.verlof import religieuze_dag, verlof_13a, verlof_14
from leerplicht_desktop.domain.verzuim.telling import (
    Eenheid,
    Verzuimdag,
    aaneengesloten,
    lesuren,
    thuiszitter,
    urentelling,
)
from leerplicht_desktop.domain.vrijstelling.kennisgeving import Kennisgeving, beroep_op_vrijstelling
from leerplicht_desktop.domain.vrijstelling.vrijstelling import Grond
from leerplicht_desktop.domain.wet.kalender import Regio, Schoolkalender, regiokalender

from . import dossiervoorbeelden as dossier

Voorbeelden = Iterator[tuple[str, str]]
_DAG = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Handleidingregel:
    """One rule of the manual: its title, the provisions it rests on, and its examples as (case, answer).

    ``nog_niet`` says why the program does not apply it yet; empty for a rule that it does apply.
    """

    nummer: str
    titel: str
    bepalingen: tuple[str, ...]
    voorbeelden: Callable[[], Voorbeelden]
    nog_niet: str = ""


def _midden() -> Schoolkalender:
    return regiokalender(Regio.MIDDEN)


def _ja_nee(waar: object) -> str:
    return "ja" if waar else "nee"


def _r01() -> Voorbeelden:
    for geboren in (date(2021, 8, 31), date(2021, 9, 1), date(2021, 10, 1), date(2021, 12, 31)):
        yield (
            f"Geboren {lang(geboren)}",
            f"leerplichtig vanaf {lang(leerplicht_begin(geboren, _midden()).datum)}",
        )
    for regio in (Regio.NOORD, Regio.MIDDEN):
        begin = leerplicht_begin(date(2021, 7, 15), regiokalender(regio)).datum
        yield f"Geboren 15 juli 2021, school in regio {regio}", f"leerplichtig vanaf {lang(begin)}"


def _r02() -> Voorbeelden:
    for geboren in (date(2010, 7, 31), date(2010, 8, 1)):
        yield f"Geboren {lang(geboren)}", f"leerplichtig tot en met {lang(leerplicht_einde(geboren).datum)}"


def _r03() -> Voorbeelden:
    geboren = date(2009, 9, 15)
    for dag in (date(2026, 7, 31), date(2026, 8, 1), date(2027, 9, 14), date(2027, 9, 15)):
        yield f"Geboren {lang(geboren)}, op {lang(dag)}", plicht_op(dag, geboren).plicht.value
    einde = kwalificatieplicht(geboren, startkwalificatie=date(2027, 7, 1)).einde
    yield (
        "Dezelfde jongere, havodiploma op 1 juli 2027",
        f"kwalificatieplicht tot en met {lang(einde or geboren)}",
    )
    vrij = kwalificatieplicht(geboren, praktijkonderwijs=True).geldt
    yield "Dezelfde jongere, diploma praktijkonderwijs: kwalificatieplichtig?", _ja_nee(vrij)


def _r04() -> Voorbeelden:
    for jaren in (11, 12):
        einde = leerplicht_einde(date(2010, 10, 1), jaren).datum
        vraag = f"Geboren 1 oktober 2010, op zijn vijftiende {jaren} volledige schooljaren"
        yield vraag, f"leerplichtig tot en met {lang(einde)}"


def _r05() -> Voorbeelden:
    kind = Jongere(date(2015, 3, 10), regiokalender(Regio.ZUID))
    (feit,) = grondslagen(kind, Betrokkene(Rol.JONGERE), "relatief", date(2027, 3, 2), date(2027, 3, 12))
    dagen = periode(feit.van, feit.tot)
    yield "Geboren 10 maart 2015, afwezig 2 tot en met 12 maart 2027", f"als jongere tellen {dagen}"


def _r06() -> Voorbeelden:
    kind = Jongere(date(2010, 11, 1))
    van, tot = date(2026, 9, 1), date(2026, 9, 30)
    for rol, persoon in (("jongere", Betrokkene(Rol.JONGERE)), ("ouder", Betrokkene(Rol.OUDER, gezag=True))):
        oordeel = mag_verdachte_zijn(kind, persoon, "absoluut", van, tot)
        yield f"Jongere van 15, nergens ingeschreven: kan de {rol} verdachte zijn?", _ja_nee(oordeel)


def _r07() -> Voorbeelden:
    kind = Jongere(date(2009, 9, 15))
    ouder = Betrokkene(Rol.OUDER, gezag=True)
    for feit in grondslagen(kind, ouder, "absoluut", date(2026, 6, 1), date(2026, 9, 30)):
        yield f"Niet ingeschreven, {periode(feit.van, feit.tot)}", feit.artikel


def _r08() -> Voorbeelden:
    for uren in ((4, 4, 4, 4), (4, 4, 4, 3), (3.5, 3.5, 3.5, 3.5, 3.5)):
        dagen = [
            Verzuimdag(date(2026, 9, 7) + 7 * n * _DAG, aantal, "lesuur") for n, aantal in enumerate(uren)
        ]
        telling = urentelling(dagen, _midden())
        stand = Eenheid.LESUUR.tekst(telling.stand)
        antwoord = f"bereikt op {lang(telling[0].einde)}" if telling else f"niet bereikt, stand {stand}"
        per_week = ", ".join(f"{aantal:g}" for aantal in uren).replace(".", ",")
        yield f"Elke maandag vanaf 7 september 2026: {per_week} lesuren", antwoord


def _r09() -> Voorbeelden:
    yield "Zeven lessen van vijftig minuten gemist", f"{lesuren([50] * 7, date(2026, 9, 7))} lesuren"


def _r10() -> Voorbeelden:
    for verleend, gevraagd in ((8, 2), (8, 3), (0, 11)):
        besluit = verlof_14(verleend, gevraagd)
        yield f"Al {verleend} dagen verleend, {gevraagd} gevraagd", f"beslist: {besluit.beslisser.value}"


def _r11() -> Voorbeelden:
    for van, tot in (
        (date(2026, 9, 14), date(2026, 9, 25)),
        (date(2026, 9, 14), date(2026, 9, 28)),
        (date(2026, 8, 31), date(2026, 9, 11)),
    ):
        verlof = verlof_13a(van, tot, _midden())
        yield f"{periode(van, tot)}, {verlof.dagen} schooldagen: mogelijk?", _ja_nee(verlof)


def _r12() -> Voorbeelden:
    for gemeld in (date(2027, 3, 8), date(2027, 3, 9)):
        antwoord = "op tijd" if religieuze_dag(date(2027, 3, 10), gemeld).op_tijd else "te laat"
        yield f"Feestdag op 10 maart 2027, gemeld op {lang(gemeld)}", antwoord


def _r13() -> Voorbeelden:
    begin = date(2026, 11, 2)
    gevallen = (
        (
            "richting: vijf maanden geleden nog op een school van die richting",
            date(2026, 5, 2),
            date(2026, 10, 2),
        ),
        ("richting: nooit op een school van die richting", None, date(2026, 10, 2)),
        ("kennisgeving drie weken voor de leerplicht", None, date(2026, 10, 12)),
    )
    for vraag, laatste, ontvangen in gevallen:
        kennisgeving = Kennisgeving(Grond.RICHTING, ontvangen, laatste_dag_zelfde_richting=laatste)
        beroep = beroep_op_vrijstelling(kennisgeving, begin)
        yield (
            f"5 onder b, {vraag}",
            " ".join((beroep.uitkomst.value, *beroep.redenen[:1])).replace(" De ", ". De "),
        )


def _r14() -> Voorbeelden:
    yield "Eén dag, eerste keer", luxeverzuim_lijn(1, True).product.value
    yield (
        "Eén dag, school waarschuwde in de nieuwsbrief",
        luxeverzuim_lijn(1, True, "nieuwsbrief").product.value,
    )
    yield "Twee dagen", luxeverzuim_lijn(2, True).product.value


def _r19() -> Voorbeelden:
    akkoord = Haltvoorwaarden(jongere_akkoord=True, ouders_akkoord=True)
    for uren, te_laat in ((8, 11), (9, 0), (60, 0), (61, 0)):
        vraag = f"14 jaar, met toestemming, {uren} uur en {te_laat} keer te laat"
        yield vraag, halt_toets(uren, te_laat, 14, akkoord).uitkomst.value
    yield "11 jaar, 9 uur", halt_toets(9, 0, 11, akkoord).uitkomst.value


def _r20() -> Voorbeelden:
    for verzonden in (date(2026, 11, 13), date(2026, 11, 20), date(2026, 3, 24), date(2026, 9, 1)):
        laatste = bezwaartermijn(verzonden).laatste_dag
        yield f"Besluit verzonden op {lang(verzonden)}", f"bezwaar kan tot en met {lang(laatste)}"


def _r21() -> Voorbeelden:
    for grondslag in ("2 lid 1", "2 lid 3"):
        gevolg = recidive([EerdereAfdoening(date(2024, 5, 1), grondslag)], date(2026, 11, 2), Rol.OUDER)
        vraag = f"Ouder, op 1 mei 2024 veroordeeld voor artikel {grondslag}: afschrift naar de Raad?"
        yield vraag, _ja_nee(gevolg.afschrift_raad)


def _r22() -> Voorbeelden:
    eerste = date(2026, 9, 7)
    for dag in (date(2026, 10, 4), date(2026, 10, 5), date(2026, 10, 19), date(2026, 12, 7)):
        klok = thuiszitter(eerste, dag)
        yield f"Afwezig sinds {lang(eerste)}, op {lang(dag)} (dag {klok.dagen})", klok.stand.value
    gemist = (*_midden().lesdagen(eerste, date(2026, 9, 11)), date(2026, 9, 15))
    rijen = aaneengesloten(gemist, _midden())
    yield "Hele week weg, maandag op school, dinsdag weer weg", f"{len(rijen)} aparte perioden"


def _r23() -> Voorbeelden:
    for nummer in ("123456782", "123456789", "101222331"):
        yield f"{nummer}: geldig als bsn?", _ja_nee(is_bsn(nummer))
    yield "101222331: geldig als onderwijsnummer?", _ja_nee(is_onderwijsnummer("101222331"))


def _geboortedatum() -> Voorbeelden:
    onbekend = Geboortedatum.uit_lo3("20081200")
    for dag in (date(2026, 11, 30), date(2026, 12, 15)):
        yield f"Geboren {onbekend.tekst()}, op {lang(dag)}", onbekend.leeftijd_op(dag).tekst()
    yield "Geboren 29 februari 2020, wordt vijf op", lang(Geboortedatum(2020, 2, 29).bereikt(5)[0])


def _svb() -> Voorbeelden:
    for geboren in (date(2010, 11, 21), date(2010, 11, 22)):
        bericht = svb_bericht(Jongere(geboren), date(2026, 11, 21), False, False)
        antwoord = bericht.document.naam(date(2026, 11, 21)) if bericht.document else "geen bericht"
        yield f"Geboren {lang(geboren)}, verzuimt op 21 november 2026", antwoord


HANDLEIDINGREGELS: tuple[Handleidingregel, ...] = (
    Handleidingregel("R01", "Begin van de leerplicht", ("leerplicht.begin",), _r01),
    Handleidingregel("R02", "Einde van de leerplicht", ("leerplicht.einde", "leerplicht.schooljaar"), _r02),
    Handleidingregel(
        "R03",
        "Kwalificatieplicht",
        (
            "leerplicht.kwalificatieplicht",
            "leerplicht.geen_kwalificatieplicht",
            "leerplicht.startkwalificatie",
        ),
        _r03,
    ),
    Handleidingregel("R04", "Twaalf schooljaren", ("leerplicht.einde",), _r04),
    Handleidingregel("R05", "Onder twaalf geen verdachte", ("handhaving.leeftijd_verdachte",), _r05),
    Handleidingregel(
        "R06", "Niet ingeschreven", ("handhaving.niet_ingeschreven", "leerplicht.absoluut"), _r06
    ),
    Handleidingregel(
        "R07",
        "Grondslag per dag",
        (
            "grondslag.ouder.leerplicht",
            "grondslag.ouder.kwalificatieplicht",
            "grondslag.jongere.leerplicht",
            "grondslag.jongere.kwalificatieplicht",
        ),
        _r07,
    ),
    Handleidingregel("R08", "De urengrens van een melding", ("verzuim.urengrens",), _r08),
    Handleidingregel(
        "R09",
        "Klokuren en lesuren",
        ("verzuim.eenheid",),
        _r09,
        nog_niet="scholen geven lesuren op; minuten typ je nog nergens",
    ),
    Handleidingregel(
        "R10",
        "Verlof wegens gewichtige omstandigheden",
        ("verlof.14",),
        _r10,
    ),
    Handleidingregel(
        "R11",
        "Vakantieverlof wegens het beroep",
        ("verlof.13a",),
        _r11,
    ),
    Handleidingregel(
        "R12",
        "Religieuze dagen en ziekte",
        ("termijn.religie", "termijn.ziekmelding", "verlof.melder"),
        _r12,
    ),
    Handleidingregel(
        "R13",
        "Beroep op vrijstelling",
        (
            "vrijstelling.5_onder_a",
            "vrijstelling.5_onder_b",
            "vrijstelling.5_onder_c",
            "vrijstelling.eerste_na_begin",
            "termijn.kennisgeving_eerste",
            "termijn.kennisgeving_jaarlijks",
        ),
        _r13,
    ),
    Handleidingregel("R14", "Luxeverzuim", ("verzuim.luxe", "handhaving.luxe_eerste_dag"), _r14),
    Handleidingregel("R15", "Volledig proces-verbaal", ("dossier.proces_verbaal_volledig",), dossier.r15),
    Handleidingregel("R16", "Cautie en recht op een advocaat", ("dossier.cautie",), dossier.r16),
    Handleidingregel("R17", "Horen is geen verhoor", ("dossier.horen", "privacy.regime"), dossier.r17),
    Handleidingregel("R18", "Minderjarige verdachte", ("dossier.minderjarige_verdachte",), dossier.r18),
    Handleidingregel(
        "R19",
        "Halt",
        ("handhaving.halt",),
        _r19,
    ),
    Handleidingregel("R20", "Bezwaartermijn", ("termijn.bezwaar", "termijn.verlenging"), _r20),
    Handleidingregel("R21", "Eerder veroordeeld", ("handhaving.afschrift_raad", "handhaving.recidive"), _r21),
    Handleidingregel("R22", "Thuiszitters", ("verzuim.thuiszitter",), _r22),
    Handleidingregel("R23", "Bsn en onderwijsnummer", ("dossier.bsn",), _r23),
    Handleidingregel("R24", "Geheim adres", ("dossier.brief_per_adres",), dossier.r24),
    Handleidingregel(
        "R25",
        "Bewaren en vernietigen",
        ("bewaring.wpg", "bewaring.leerplicht", "bewaring.kwalificatieplicht"),
        dossier.r25,
        nog_niet="de bewaartermijnen hebben nog geen scherm",
    ),
    Handleidingregel(
        "R26",
        "Een melding sluiten",
        ("verzuim.duo_afsluiten",),
        dossier.r26,
        nog_niet="een melding sluit je in DUO, nog niet in het programma",
    ),
    Handleidingregel("R27", "Nummers", ("dossier.nummer",), dossier.r27),
    Handleidingregel("R28", "Tijd van het bezoek", ("dossier.tijd_van_bezoek",), dossier.r28),
    Handleidingregel("R29", "Toestemming om binnen te komen", ("dossier.binnentreden",), dossier.r29),
    Handleidingregel("R30", "Twee adressen, twee brieven", ("dossier.brief_per_adres",), dossier.r30),
    Handleidingregel("Leeftijd", "Onbekende geboortedag en 29 februari", (), _geboortedatum),
    Handleidingregel("SVB", "Kinderbijslag bij 16 en 17 jaar", ("mas.svb",), _svb),
)
