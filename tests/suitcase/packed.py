"""One full suitcase of an officer's own work: no field is empty and no two values are equal.

What excludes each other travels in several records of a kind: an open door and a closed one, steps of several
sorts. Together they fill every field of every kind; ``test_packed`` says so.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

from leerplicht_desktop.casework.concepten import Persoonskeuze, Verhoorblad, Verhoorzin
from leerplicht_desktop.domain.bezoek.deurbezoek import (
    Achtergelaten,
    Deurbezoek,
    Modus,
    NietThuis,
    Segment,
    SoortSegment,
    SoortVinkje,
    Vinkje,
)
from leerplicht_desktop.domain.bezoek.gespreksnotitie import Afspraak, Gespreksnotitie, Gespreksvorm
from leerplicht_desktop.domain.bezoek.terugmelding import Terugmelding
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.handhaving.verhoor import Afstand, Begeleiding, Bijstand, Tolk, Verhoor
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.privacy.regime import Regime
from leerplicht_desktop.domain.procedure.procedure import Procedure, Proceduresoort
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort, Dossierbijlage
from leerplicht_desktop.domain.stuk.opnamedag import Dagbron
from leerplicht_desktop.domain.stuk.stuk import Afdoening, Stapsoort, Stuk, Stukstap, Verzendwijze
from leerplicht_desktop.domain.taak.taak import Afhandeling, Taak, Taakafhandeling
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort

ZONE = timezone(timedelta(hours=1))
SAMEN = ("d-0", "d-1")

PDF = b"%PDF-1.7 verzegeld"
BRIEF = b"%PDF-1.7 een brief"
FOTO = b"\xff\xd8\xff\xe0 een foto \xff\xd9"
SCAN = b"\xff\xd8\xff\xe0 een scan \xff\xd9"


def om(uur: int, minuut: int, seconde: int = 0) -> datetime:
    """A moment of the day of the visit. Every minute is used once in the whole suitcase."""
    return datetime(2026, 11, 20, uur, minuut, seconde, tzinfo=ZONE)


def _hash(inhoud: bytes) -> str:
    return hashlib.sha256(inhoud).hexdigest()


EERSTE = Deurbezoek(
    id="b-eerste",
    dossiers=SAMEN,
    adres="Beukenlaan 5, 1021AA Amsterdam",
    begonnen_op=om(8, 2, 11),
    uitkomst=Uitkomst.ONBEKEND,
    geeindigd_op=om(8, 4, 12),
    vastgelegd_op=om(8, 6, 13),
)
OPEN = Deurbezoek(
    id="b-open",
    dossiers=SAMEN,
    adres="Achterom 12 hs, 1034BB Zaandam",
    begonnen_op=om(9, 3, 21),
    ander_adres=True,
    modus=Modus.OPSPORING,
    uitkomst=Uitkomst.OPEN_GEDAAN,
    aangetroffen=frozenset({Aanwezig.JONGERE, Aanwezig.OUDER}),
    vinkjes=tuple(
        Vinkje(soort, om(9, 5 + 2 * plaats, 31 + plaats), f"Wie van {soort.value}")
        for plaats, soort in enumerate(SoortVinkje)
    ),
    binnen=True,
    segmenten=(
        Segment("s-1", SoortSegment.GEZIEN, om(9, 21, 1), "Twee paar schoenen bij de deur.", "Ikzelf"),
        Segment(
            "s-2", SoortSegment.GEHOORD, om(9, 23, 2), "Een televisie op de bovenverdieping.", "De buurman"
        ),
        Segment(
            "s-3",
            SoortSegment.GEZEGD,
            om(9, 25, 3),
            "“Hij ligt nog in bed.”",
            "Grootmoeder Ter Horst",
            ongevraagd=True,
        ),
    ),
    geeindigd_op=om(9, 41, 22),
    vastgelegd_op=om(9, 43, 23),
    corrigeert="b-eerste",
    reden_correctie="Het huisnummer stond er verkeerd.",
)
DICHT = Deurbezoek(
    id="b-dicht",
    dossiers=SAMEN,
    adres="Cederpad 7, 1098CC Diemen",
    begonnen_op=om(10, 2, 41),
    uitkomst=Uitkomst.NIET_THUIS,
    niet_thuis=NietThuis(("gordijnen dicht", "post in de bus"), Achtergelaten.KAART, "K-30471"),
    geeindigd_op=om(10, 8, 42),
    vastgelegd_op=om(10, 12, 43),
)
TERUGMELDING = Terugmelding(
    id="w-1",
    dossiers=SAMEN,
    bezoek="b-eerste",
    adres="Duinweg 19, 1056DD Zandvoort",
    bevinding=Uitkomst.VERHUISD,
    waargenomen_op=om(10, 20, 44),
    gemaakt_op=om(10, 24, 45),
    toelichting="De nieuwe bewoner kent het gezin niet.",
)
PROCEDURE_EERST = Procedure(
    id="o-nul",
    zaak="o-nul",
    dossiers=SAMEN,
    soort=Proceduresoort.LUXE,
    begonnen_op=om(10, 31),
    antwoorden={"grond": "14"},
    vastgelegd_op=om(10, 33),
)
PROCEDURE_TWEEDE = replace(
    PROCEDURE_EERST,
    id="o-eerst",
    antwoorden={"grond": "15"},
    corrigeert="o-nul",
    reden_correctie="Verkeerd getypt.",
    vastgelegd_op=om(10, 34),
)
PROCEDURE = Procedure(
    id="o-1",
    zaak="o-nul",
    dossiers=SAMEN,
    soort=Proceduresoort.LUXE,
    begonnen_op=om(10, 35, 46),
    antwoorden={
        "van": "2027-03-15",
        "hoeveel": 17,
        "aangekondigd": True,
        "hoe": "Nieuwsbrief van maart.",
    },
    regime=Regime.WPG,
    kop="Drie dagen, de tweede keer.",
    klaar=True,
    vastgelegd_op=om(10, 37, 47),
    corrigeert="o-eerst",
    reden_correctie="De school telde een dag te veel.",
)
NOTITIE_EERST = Gespreksnotitie(
    id="n-eerst",
    dossiers=SAMEN,
    gesproken_op=om(11, 1),
    met_wie="mentor Van Dam",
    tekst="Hij komt te laat.",
    vastgelegd_op=om(11, 5),
)
NOTITIE = Gespreksnotitie(
    id="n-1",
    dossiers=SAMEN,
    gesproken_op=om(11, 11, 51),
    met_wie="moeder Ter Horst",
    hoe=Gespreksvorm.VIDEOBELLEN,
    tekst="Zij zoekt hulp bij het opstaan.",
    afspraken=(
        Afspraak("a-1", "belt de schoolarts", "de moeder", date(2026, 11, 27)),
        Afspraak("a-2", "maakt een rooster", "mentor Mulder", date(2026, 12, 4)),
    ),
    vastgelegd_op=om(11, 31, 52),
    corrigeert="n-eerst",
    reden_correctie="De naam van de mentor klopte niet.",
)
TAAK = Taak(
    id="t-1",
    dossiers=SAMEN,
    wat="Het rooster nakijken",
    uiterlijk=date(2026, 12, 11),
    gemaakt_op=om(12, 1, 61 - 60),
    wie="collega Post",
    tijdstip=time(14, 35),
    herkomst="n-1",
)
AFHANDELING = Taakafhandeling(
    id="e-1",
    taak="t-1",
    dossiers=SAMEN,
    hoe=Afhandeling.VERVALLEN,
    afgehandeld_op=om(12, 21, 2),
    toelichting="De school deed het zelf.",
)
VERHOOR = Verhoorblad(
    dossiers=SAMEN,
    verdachte=Persoonskeuze("p-verdachte", Rol.JONGERE, "Milan ter Horst"),
    verhoor=Verhoor(
        id="v-1",
        verdachte_geboren=Geboortedatum.uit_lo3("20090417"),
        pleegdatum=date(2026, 11, 6),
        plaats="Purmerend",
        begin=om(13, 0, 3),
        eind=om(13, 55, 4),
        identiteit="identiteitskaart IX4471",
        feit_medegedeeld_om=om(13, 4, 5),
        cautie_om=om(13, 6, 6),
        rechten_in_oproep_van=date(2026, 11, 12),
        rechtsbijstand_medegedeeld_om=om(13, 8, 7),
        bijstand=Bijstand.AFSTAND,
        afstand=Afstand("Dat hoeft niet.", gevolgen_uitgelegd=True, kan_terugkomen=True),
        verstaat_nederlands=False,
        tolk=Tolk("Wbtv 27118", "Tigrinya"),
        kwetsbaar=True,
        begeleiding=Begeleiding.VERTROUWENSPERSOON,
        ouders_ingelicht_op=date(2026, 11, 13),
        aanwezig=("een tante", "begeleider Kok"),
        voorgelezen_om=om(13, 50, 8),
        verbeteringen="Bij vraag twee hoort: soms.",
        ondertekend=False,
        reden_niet_ondertekend="Hij wilde eerst naar huis.",
    ),
    zinnen=(
        Verhoorzin("z-1", om(13, 20, 9), "Waar was je op zes november?", antwoord=False),
        Verhoorzin("z-2", om(13, 22, 10), "Ik was bij mijn oom.", antwoord=True),
    ),
    bron="n-1",
    vastgelegd_op=om(13, 58, 11),
)
BIJLAGE = Dossierbijlage(
    id="x-foto",
    dossiers=SAMEN,
    soort=Bijlagesoort.FOTO,
    titel="De brievenbus",
    mime="image/jpeg",
    sha256=_hash(FOTO),
    grootte=len(FOTO),
    bladzijden=1,
    door="Anna",
    gemaakt_op=om(14, 1, 14),
    toegevoegd_op=om(14, 9, 15),
    dagbron=Dagbron.CAMERA,
    camera="2026-11-10T14:01:33",
    bron_sha256=_hash(b"de foto zoals de telefoon hem gaf"),
)
SCANBLAD = Dossierbijlage(
    id="x-scan",
    dossiers=SAMEN,
    soort=Bijlagesoort.SCAN,
    titel="Het getekende blad",
    mime="image/jpeg",
    sha256=_hash(SCAN),
    grootte=len(SCAN),
    bladzijden=2,
    door="Anna",
    gemaakt_op=om(14, 21, 16),
    toegevoegd_op=om(14, 29, 17),
    dagbron=Dagbron.AMBTENAAR,
    camera="2099-09-29T10:10:10",
    bron_sha256=_hash(b"de scan zoals het apparaat hem gaf"),
)


def stuk(nummer: str) -> Stuk:
    """A proces-verbaal with the number that the laptop has in hand, adding to an earlier one."""
    return Stuk(
        id="q-pv",
        dossiers=SAMEN,
        soort=Documentsoort.PROCES_VERBAAL,
        titel="Aanvullend proces-verbaal verzuim",
        verzegeld_op=om(15, 2, 18),
        regime=Regime.WPG,
        inhoud_hash="11" * 32,
        bestand_hash=_hash(PDF),
        sjabloon_hash="22" * 32,
        nummer=nummer,
        geadresseerde="het arrondissementsparket Noord-Holland",
        bladzijden=6,
        aanvulling_op="q-brief",
        gegevens={"plaats": "Heerhugowaard", "kilometers": 17},
    )


STUK_BRIEF = Stuk(
    id="q-brief",
    dossiers=SAMEN,
    soort=Documentsoort.WAARSCHUWING,
    titel="Waarschuwing",
    verzegeld_op=om(15, 12, 19),
    regime=Regime.AVG,
    inhoud_hash="33" * 32,
    bestand_hash=_hash(BRIEF),
)
STAPPEN = (
    Stukstap(
        id="k-1",
        stuk="q-pv",
        dossiers=SAMEN,
        soort=Stapsoort.ONDERTEKEND,
        datum=date(2026, 11, 21),
        gezet_op=om(16, 1, 20),
        plaats="Alkmaar",
        bijlage="x-scan",
    ),
    Stukstap(
        id="k-2",
        stuk="q-pv",
        dossiers=SAMEN,
        soort=Stapsoort.VERZONDEN,
        datum=date(2026, 11, 22),
        gezet_op=om(16, 3, 21),
        aan="de officier van justitie",
        wijze=Verzendwijze.BEVEILIGDE_MAIL,
    ),
    Stukstap(
        id="k-3",
        stuk="q-pv",
        dossiers=SAMEN,
        soort=Stapsoort.AFDOENING,
        datum=date(2026, 11, 23),
        gezet_op=om(16, 5, 22),
        afdoening=Afdoening.STRAFBESCHIKKING,
        reden="zestig uren werk",
    ),
)
BEZOEKEN = (EERSTE, OPEN, DICHT)
PROCEDURES = (PROCEDURE_EERST, PROCEDURE_TWEEDE, PROCEDURE)
NOTITIES = (NOTITIE_EERST, NOTITIE)
BIJLAGEN = ((BIJLAGE, FOTO), (SCANBLAD, SCAN))
