"""One invented case from beginning to end, for the examples a municipality sees after editing its forms."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from leerplicht_desktop.domain.handhaving.grondslagen import (
    Betrokkene,
    EerdereAfdoening,
    Feitsoort,
    Jongere,
    Rol,
    grondslagen,
)
from leerplicht_desktop.domain.handhaving.proces_verbaal import (
    BetrokkenJongere,
    Bijlage,
    Eed,
    Feit,
    Persoonsbeeld,
    ProcesVerbaal,
    Schooldeel,
    Verbalisant,
    Verdachte,
    Verzuimregel,
)
from leerplicht_desktop.domain.handhaving.pvzin import Bevinding, Bron, Bronsoort, Spreker, Zinsoort
from leerplicht_desktop.domain.handhaving.verhoor import Afstand, Bijstand, Tolk, Verhoor, Verhoorregel
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.persoon.identiteit import Bsn
from leerplicht_desktop.domain.wet.kalender import Regio, regiokalender

ZONE = timezone(timedelta(hours=1))
_WAAROM = "Hieruit blijkt dat het gezin niet thuis was op de dagen van het verzuim"
FLEUR = BetrokkenJongere(
    "Fleur van Wijngaarden",
    Geboortedatum(2016, 4, 12),
    "Basisschool De Springplank",
    "99ZZ00",
    "groep 6",
    "sinds 1 augustus 2020",
)
TEUN = BetrokkenJongere(
    "Teun van Wijngaarden",
    Geboortedatum(2018, 9, 3),
    "Basisschool De Springplank",
    "99ZZ00",
    "groep 4",
    "sinds 1 september 2022",
)


def tijd(dag: int, uur: int, minuut: int, maand: int = 11) -> datetime:
    """A moment in the autumn of 2026."""
    return datetime(2026, maand, dag, uur, minuut, tzinfo=ZONE)


def voorbeeld_verbalisant() -> Verbalisant:
    """The officer, complete."""
    return Verbalisant(
        naam="M. de Groot",
        functie="leerplichtambtenaar",
        organisatie="Gemeente Demostad",
        standplaats="Demostad",
        aktenummer="7654321",
        akte_geldig_tot=date(2029, 3, 1),
        eed=Eed.AMBTSBELOFTE,
        parket="arrondissementsparket Demostad",
    )


def voorbeeld_verhoor() -> Verhoor:
    """A hearing in the right order, with a waiver and an interpreter."""
    return Verhoor(
        id="v1",
        verdachte_geboren=Geboortedatum(1984, 2, 1),
        pleegdatum=date(2026, 11, 6),
        plaats="Demostad, in het gemeentehuis",
        begin=tijd(13, 9, 20),
        eind=tijd(13, 9, 55),
        identiteit="ik zag een geldig Nederlands paspoort",
        feit_medegedeeld_om=tijd(13, 9, 21),
        cautie_om=tijd(13, 9, 22),
        rechten_in_oproep_van=date(2026, 11, 9),
        rechtsbijstand_medegedeeld_om=tijd(13, 9, 23),
        bijstand=Bijstand.AFSTAND,
        afstand=Afstand("Nee, dat is niet nodig.", gevolgen_uitgelegd=True, kan_terugkomen=True),
        verstaat_nederlands=False,
        tolk=Tolk("A. Öztürk, tolknummer 1234", "Turks"),
        aanwezig=("de tolk",),
        regels=(
            Verhoorregel(
                tijd(13, 9, 25), "Waarom waren Fleur en Teun die week niet op school?", antwoord=False
            ),
            Verhoorregel(tijd(13, 9, 26), "Wij waren bij mijn zus in Turkije. De vlucht was goedkoper."),
            Verhoorregel(tijd(13, 9, 31), "Wist u dat dat niet mocht?", antwoord=False),
            Verhoorregel(tijd(13, 9, 32), "Ik had de nieuwsbrief niet gelezen. Het spijt mij."),
        ),
        voorgelezen_om=tijd(13, 9, 50),
        verbeteringen="het was de zus van zijn vrouw",
        ondertekend=True,
    )


def voorbeeld_pv() -> ProcesVerbaal:
    """Two children, five schooldays each, one parent."""
    kalender = regiokalender(Regio.MIDDEN)
    ouder = Betrokkene(Rol.OUDER, gezag=True)
    feiten = tuple(
        Feit(jongere, Feitsoort.LUXE, grond, "Demostad", "5 schooldagen")
        for jongere in (FLEUR, TEUN)
        for grond in grondslagen(
            Jongere(jongere.geboren, kalender), ouder, Feitsoort.LUXE, date(2026, 11, 2), date(2026, 11, 6)
        )
    )
    return ProcesVerbaal(
        verbalisant=voorbeeld_verbalisant(),
        verdachte=Verdachte(
            rol=Rol.OUDER,
            naam="Van Wijngaarden",
            voornamen="Maarten Łucjan",
            geboren=Geboortedatum(1984, 2, 1),
            geboorteplaats="Kraków (Polen)",
            bsn=Bsn("123456782"),
            nationaliteit="Nederlandse",
            adres="Dorpsstraat 12 bis, 1234 AB Demostad",
            telefoon="06 8765 4321",
            hoedanigheid="als degene die het gezag uitoefent",
        ),
        feiten=feiten,
        school=Schooldeel(
            melding=(
                "Op 9 november 2026 meldde de directeur van Basisschool De Springplank bij DUO dat Fleur en "
                "Teun een week niet op school waren."
            ),
            verklaring=(
                "De directeur, mevrouw S. Jansen, schreef mij op 11 november 2026: “De kinderen waren "
                "die week "
                "niet op school. Vader vroeg eerder verlof. Dat heb ik geweigerd.”"
            ),
            voorlichting="In de nieuwsbrief van 16 september 2026, aan alle ouders gemaild (bijlage 3).",
            verlof="Op 1 oktober 2026 gevraagd, op 5 oktober 2026 door de directeur geweigerd (bijlage 4).",
            ziekmelding=(
                "Op 2 november 2026 om 08:10 uur meldde vader beide kinderen telefonisch ziek, voor "
                "die dag. Dat was op tijd. Ik stelde vast dat het gezin met koffers was vertrokken en dat de "
                "kinderen niet thuis waren."
            ),
            vrijstelling="Ik keek op 11 november 2026 in het dossier. Er is geen beroep gedaan.",
        ),
        bevindingen=_bevindingen(),
        verzuim=tuple(
            Verzuimregel(
                date(2026, 11, dag), jongere.naam, "hele dag", "ziek gemeld door vader" if dag == 2 else ""
            )
            for jongere in (FLEUR, TEUN)
            for dag in range(2, 7)
        ),
        verhoren=(voorbeeld_verhoor(),),
        persoon=Persoonsbeeld(
            "De verdachte werkt en zorgt samen met zijn vrouw voor de kinderen.",
            "Ik bood een gesprek met de school aan. Dat is gevoerd op 17 november 2026.",
            "De verdachte wist dat het verlof was geweigerd.",
            "De school en ik vragen de officier om te letten op het gesprek dat is gevoerd.",
            (EerdereAfdoening(date(2024, 3, 4), "2 lid 1"),),
            gehoord=(
                "Ik sprak de verdachte op 17 november 2026 en vroeg hem de kinderen voortaan naar school te "
                "laten gaan. Hij zegde dat toe."
            ),
        ),
        redenen_van_wetenschap=(
            "Wat ik zelf zag en hoorde, staat bij de bevindingen als mijn waarneming. Het andere hoorde ik "
            "van de genoemde personen of las ik in de genoemde stukken."
        ),
        bijlagen=tuple(
            Bijlage(titel, date(2026, 11, 9), bladen, f"{nummer:064x}")
            for nummer, (titel, bladen) in enumerate(
                (
                    ("Verzuimoverzicht van de school", 2),
                    ("Oproep voor het verhoor, met bewijs van verzending", 2),
                    ("Nieuwsbrief van 16 september 2026", 4),
                    ("Verlofaanvraag en beslissing", 2),
                    ("afschrift Raad voor de Kinderbescherming", 1),
                ),
                7,
            )
        ),
        plaats="Demostad",
        datum=date(2026, 11, 24),
        nummer="LP-0363-2026-00041",
    )


def _bevindingen() -> tuple[Bevinding, ...]:
    """What a visit, a talk with a neighbour, a second look and a report gave."""
    eerste, tweede = _bezoek(2, 11, 5), _bezoek(6, 17, 10)
    return (
        Bevinding(
            Zinsoort.WAARNEMING,
            tijd(2, 10, 15),
            replace(eerste, plek="verloop", hash_plek=_plekhash(21)),
            "Ik was aan de deur van Dorpsstraat 12 bis in Demostad. Niemand deed open. Op de oprit stond "
            "geen auto.",
            reden=_WAAROM,
        ),
        Bevinding(
            Zinsoort.GEZEGD,
            tijd(2, 10, 25),
            replace(eerste, plek="buren", hash_plek=_plekhash(22)),
            "Ze zijn zaterdag met koffers in de auto gestapt.",
            spreker=Spreker("Een bewoner van nummer 14"),
            reden=_WAAROM,
        ),
        Bevinding(
            Zinsoort.WAARNEMING,
            tijd(6, 16, 40),
            replace(tweede, plek="gezien", hash_plek=_plekhash(23)),
            "De brievenbus was vol en de gordijnen waren dicht.",
            aanloop="Ik zag",
            reden=_WAAROM,
        ),
        Bevinding(
            Zinsoort.STUK,
            tijd(9, 9, 0),
            Bron(
                Bronsoort.MELDING,
                "melding 2026-0417 van 9 november 2026",
                "melding",
                "melding",
                _plekhash(24),
            ),
            "Ik ontving van Basisschool De Springplank een melding van luxeverzuim van twee kinderen, vanaf "
            "2 november 2026 (bijlage 1).",
            alleen_dag=True,
            reden="Dit is het verzuim waarover dit proces-verbaal gaat",
        ),
    )


def _plekhash(nummer: int) -> str:
    return hashlib.sha256(bytes([nummer])).hexdigest()


def _bezoek(dag: int, uur: int, minuut: int) -> Bron:
    return Bron(
        Bronsoort.BEZOEK,
        f"bezoek van {dag} november 2026",
        f"bezoek-{dag}",
        vastgelegd_op=tijd(dag, uur, minuut),
    )
