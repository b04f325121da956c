"""A family case in a real vault: two jongeren, parents at two addresses, luxeverzuim in one week."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from leerplicht_desktop.bootstrap.paper import LatePaper
from leerplicht_desktop.casework.bezoek.bijhouden import (
    binnen_melden,
    segment_schrijven,
    segment_toevoegen,
    uitkomst_kiezen,
    vinkje_zetten,
)
from leerplicht_desktop.casework.bezoek.starten import deurbezoek_starten
from leerplicht_desktop.casework.bezoek.vastleggen import deurbezoek_vastleggen
from leerplicht_desktop.casework.concepten import ConceptPV, Feitkeuze, Persoonskeuze
from leerplicht_desktop.casework.gesprek.notitie_schrijven import (
    gespreksnotitie_bijhouden,
    gespreksnotitie_starten,
    gespreksnotitie_vastleggen,
)
from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import IngelezenBijlage
from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.casework.ports.zaakstukken import Nummerblok
from leerplicht_desktop.casework.proces_verbaal.bijhouden import proces_verbaal_bijhouden, pv_tekst_schrijven
from leerplicht_desktop.casework.proces_verbaal.opstellen import proces_verbaal_opstellen
from leerplicht_desktop.casework.proces_verbaal.verbalisant import verbalisant_instellen
from leerplicht_desktop.casework.proces_verbaal.verzegelen import proces_verbaal_verzegelen
from leerplicht_desktop.casework.stuk.bijlage_toevoegen import bijlage_toevoegen
from leerplicht_desktop.casework.verhoor.bijhouden import (
    bijstand_kiezen,
    cautie_geven,
    feit_mededelen,
    rechtsbijstand_mededelen,
    verhoor_bijhouden,
    zin_schrijven,
    zin_toevoegen,
)
from leerplicht_desktop.casework.verhoor.starten import Verhooropgave, verhoor_starten
from leerplicht_desktop.casework.verhoor.vastleggen import verhoor_vastleggen
from leerplicht_desktop.domain.bezoek.deurbezoek import SoortSegment, SoortVinkje
from leerplicht_desktop.domain.bezoek.uitkomst import Aanwezig, Uitkomst
from leerplicht_desktop.domain.handhaving.grondslagen import Feitsoort, Rol
from leerplicht_desktop.domain.handhaving.proces_verbaal import Eed, Verbalisant
from leerplicht_desktop.domain.handhaving.verhoor import Bijstand
from leerplicht_desktop.domain.nederlandsetijd import in_nederland
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort
from leerplicht_desktop.domain.stuk.stuk import Stuk
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.world import StilleKlok, dossier, melding, persoon, pull, record, vault

T = TypeVar("T")

FLEUR, TEUN = "d-fleur", "d-teun"
SAMEN = (FLEUR, TEUN)
MOEDER = Persoonskeuze("p-moeder", Rol.OUDER, "Renée van Wijngaarden")
VADER = Persoonskeuze("p-vader", Rol.OUDER, "Bram van Wijngaarden")
JONGERE = Persoonskeuze("p-fleur", Rol.JONGERE, "Fleur van Wijngaarden")
WEEK = Feitkeuze(Feitsoort.LUXE, date(2026, 11, 2), date(2026, 11, 6), "Demostad")
KOPPELING = Koppeling(
    server="https://gemeente.example",
    device="dev-1",
    incarnation="inc-1",
    epoch="e-1",
    pin="",
    gemeente="Gemeente Demostad",
    ambtenaar_id="a-1",
    ambtenaar="K. van Es",
    profiel={"functie": "leerplichtambtenaar", "telefoon": "06 1234 5678"},
    oefenen=True,
)
VERBALISANT = Verbalisant(
    naam="K. van Es",
    functie="leerplichtambtenaar",
    organisatie="Gemeente Demostad",
    standplaats="Demostad",
    aktenummer="7654321",
    akte_geldig_tot=date(2029, 1, 1),
    eed=Eed.AMBTSEED,
    parket="Noord-Holland",
)
_LYCEUM: dict[str, Json] = {
    "brin": "07NU",
    "vestiging": "00",
    "naam": "Lyceum De Wissel",
    "straat": "Schoolstraat",
    "huisnummer": "5",
    "postcode": "1234AD",
    "plaats": "Demostad",
    "gemeentecode": "0363",
}


def _adres(straat: str, nummer: str, postcode: str) -> dict[str, Json]:
    return {
        "adres": {"11.10": straat, "11.20": nummer, "11.60": postcode, "11.70": "Demostad"},
        "adres_sleutel": f"{postcode}-{nummer}",
    }


def zaak(kluis: SqlKluis, *, geheim: bool = False) -> None:
    """Pull the family: mother with the jongeren, father elsewhere (``geheim``: at a secret address)."""
    thuis, elders = _adres("Voorbeeldkade", "44", "1234AB"), _adres("Verborgenlaan", "7", "1234XY")
    mensen = (
        ("p-fleur", "Fleur", "20110314", "V", thuis, 0),
        ("p-teun", "Teun", "20140601", "M", thuis, 0),
        ("p-moeder", "Renée", "19800102", "V", thuis, 0),
        ("p-vader", "Bram", "19790203", "M", elders, 7 if geheim else 0),
    )
    records = [
        persoon(
            id_,
            SAMEN,
            naam,
            "Wijngaarden",
            lo3={
                "02.10": naam,
                "02.30": "van",
                "02.40": "Wijngaarden",
                "03.10": geboren,
                "03.20": "0363",
                "04.10": geslacht,
            },
            geboortedatum=geboren,
            geslacht=geslacht,
            geheimhouding=code,
            **waar,
        )
        for id_, naam, geboren, geslacht, waar, code in mensen
    ]
    ouders: list[Json] = [
        {"persoon": "p-moeder", "rol": "ouder1", "naam": MOEDER.naam, "gezag": True, "zelfde_adres": True},
        {"persoon": "p-vader", "rol": "ouder2", "naam": VADER.naam, "gezag": True, "zelfde_adres": False},
    ]
    dagen: list[Json] = [{"datum": f"2026-11-0{dag}", "uren": 6.0} for dag in range(2, 7)]
    for id_, wie, naam in ((FLEUR, "p-fleur", "Fleur"), (TEUN, "p-teun", "Teun")):
        records.append(
            dossier(id_, wie, f"{naam} van Wijngaarden", school="07NU00", betrokkenen=ouders, leerjaar="3")
        )
        records.append(
            melding(
                f"m-{naam.lower()}",
                (id_,),
                "2026-11-09",
                soort="LUXE",
                begindatum="2026-11-02",
                einddatum="2026-11-06",
                verzuim=dagen,
                school="07NU00",
                melder_naam="A. Yılmaz",
                school_kondigde_melding_aan="In de nieuwsbrief van 28 augustus 2026.",
                meldingsnummer=f"2026-{naam}",
            )
        )
    kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(KOPPELING))
    pull(kluis, record("school", "07NU00", (), _LYCEUM), *records)
    kluis.doe(lambda work: verbalisant_instellen(work, VERBALISANT))


def geef_nummers(kluis: SqlKluis, van: int = 101, tot: int = 120) -> None:
    """A block of numbers of 2026."""
    blok = Nummerblok("OEF", 2026, van, tot)
    kluis.doe(lambda work: work.zaakstukken.nummers.bewaar(blok, in_nederland(datetime.now(UTC))))


def genummerde_zaak(kluis: SqlKluis) -> None:
    """The family, and twenty numbers."""
    zaak(kluis)
    geef_nummers(kluis)


def papier(kluis: SqlKluis, klok: StilleKlok) -> LatePaper:
    """Paper that reads this vault."""
    return LatePaper(kluis.doe, klok, "0.0")


def bezoek(kluis: SqlKluis, klok: StilleKlok, *, binnen: bool = True) -> str:
    """A visit at which mother consented to entry, told something, and the officer saw something."""

    def act(work: Work) -> str:
        id_ = deurbezoek_starten(work, klok, SAMEN, "Voorbeeldkade 44").bezoek
        uitkomst_kiezen(work, id_, Uitkomst.OPEN_GEDAAN, frozenset({Aanwezig.OUDER}))
        for soort in (SoortVinkje.LEGITIMATIE, SoortVinkje.DOEL, SoortVinkje.TOESTEMMING):
            vinkje_zetten(work, id_, soort, klok.nu(), "mevrouw Van Wijngaarden")
        binnen_melden(work, id_, binnen)
        gezien = segment_toevoegen(work, klok, id_, SoortSegment.GEZIEN, "")
        segment_schrijven(work, gezien.id, "Koffers stonden in de gang.")
        gezegd = segment_toevoegen(work, klok, id_, SoortSegment.GEZEGD, "Moeder")
        segment_schrijven(work, gezegd.id, "Wij waren op vakantie, het was goedkoper.")
        deurbezoek_vastleggen(work, klok, id_)
        return id_

    return kluis.doe(act)


def gesprek(kluis: SqlKluis, klok: StilleKlok, tekst: str = "Vader zegt dat hij van niets wist.") -> str:
    """A note of a telephone call with father."""

    def act(work: Work) -> str:
        id_ = gespreksnotitie_starten(work, klok, SAMEN)
        notitie = replace(work.notities.laad(id_), met_wie="Vader", tekst=tekst)
        gespreksnotitie_bijhouden(work, notitie)
        gespreksnotitie_vastleggen(work, klok, id_)
        return id_

    return kluis.doe(act)


def begin_verhoor(
    kluis: SqlKluis, klok: StilleKlok, verdachte: Persoonskeuze = MOEDER, dag: date = date(2026, 11, 6)
) -> str:
    """A hearing that was just begun."""
    opgave = Verhooropgave(verdachte, dag, "gemeentehuis Demostad")
    return kluis.doe(lambda work: verhoor_starten(work, klok, SAMEN, opgave))[0]


def vul_verhoor(kluis: SqlKluis, klok: StilleKlok, id_: str, antwoord: str = "Het was goedkoper.") -> None:
    """Everything in its order, one minute apart, up to the signature."""

    def stap(act: Callable[[Work], T]) -> T:
        klok.verder(60)
        return kluis.doe(act)

    stap(lambda work: feit_mededelen(work, klok, id_))
    stap(lambda work: cautie_geven(work, klok, id_))
    stap(lambda work: rechtsbijstand_mededelen(work, klok, id_))
    stap(lambda work: bijstand_kiezen(work, id_, Bijstand.VOORAF))
    zin = stap(lambda work: zin_toevoegen(work, klok, id_, antwoord=True))
    stap(lambda work: zin_schrijven(work, zin.id, antwoord))

    def sluit(work: Work) -> None:
        verhoor = work.zaakstukken.verhoren.laad(id_).verhoor
        verhoor_bijhouden(
            work,
            klok,
            replace(
                verhoor,
                identiteit="aan de hand van het paspoort",
                verstaat_nederlands=True,
                voorgelezen_om=klok.nu(),
                ondertekend=True,
                eind=klok.nu(),
            ),
        )

    stap(sluit)


def verhoor(kluis: SqlKluis, klok: StilleKlok, verdachte: Persoonskeuze = MOEDER) -> str:
    """A hearing, vastgelegd."""
    id_ = begin_verhoor(kluis, klok, verdachte)
    vul_verhoor(kluis, klok, id_)
    kluis.doe(lambda work: verhoor_vastleggen(work, klok, id_))
    return id_


def begin_pv(
    kluis: SqlKluis, klok: StilleKlok, verdachte: Persoonskeuze = MOEDER, keuze: Feitkeuze = WEEK
) -> str:
    """A concept proces-verbaal, as the program builds it."""
    dossiers = SAMEN if verdachte.rol is not Rol.JONGERE else (FLEUR,)
    return kluis.doe(lambda work: proces_verbaal_opstellen(work, klok, dossiers, verdachte, keuze))[0]


ANTWOORDEN = {
    "school.ziekmelding": "De school kreeg geen ziekmelding, zegt de directeur op 20 november.",
    "school.verlof": "Er is geen verlof gevraagd.",
    "school.vrijstelling": "Ik keek op 20 november in het dossier: er is geen beroep gedaan.",
    "school.startkwalificatie": "Nee, zegt de moeder.",
    "persoon.gehoord": "Ik sprak haar aan de deur en vroeg haar de kinderen te brengen.",
    "persoon.verwijtbaarheid": "Zij bracht de kinderen niet.",
    "persoon.halt": "Getoetst op 20 november: niet mogelijk, want te veel uren.",
    "na_verhoor": "Zij kwam niet op de tweede oproep.",
}
"""What every paper answers, each in its own words."""


def vul_pv(kluis: SqlKluis, klok: StilleKlok, id_: str) -> ConceptPV:
    """What the officer has to write himself."""

    def act(work: Work) -> ConceptPV:
        pv_tekst_schrijven(work, id_, "plaats", "Demostad")
        pv_tekst_schrijven(work, id_, "redenen_van_wetenschap", "Ik was zelf aan de deur.")
        for veld, tekst in ANTWOORDEN.items():
            pv_tekst_schrijven(work, id_, veld, tekst)
        pv = work.zaakstukken.concepten.laad_pv(id_).pv
        return proces_verbaal_bijhouden(work, id_, replace(pv, datum=klok.vandaag()))

    return kluis.doe(act)


def verzegeld(kluis: SqlKluis, klok: StilleKlok) -> Stuk:
    """A proces-verbaal from visit to seal, through real paper."""
    bezoek(kluis, klok)
    verhoor(kluis, klok)
    id_ = begin_pv(kluis, klok)
    vul_pv(kluis, klok, id_)
    drukwerk = papier(kluis, klok).proces_verbaal(id_, definitief=True)
    stuk, _ = kluis.doe(lambda work: proces_verbaal_verzegelen(work, klok, id_, drukwerk))
    return stuk


def scan(kluis: SqlKluis, klok: StilleKlok) -> str:
    """The signed paper, scanned and kept with the dossier; its id."""
    gelezen = IngelezenBijlage(Bijlagesoort.PDF, "application/pdf", b"%PDF-scan", 4)
    return kluis.doe(lambda work: bijlage_toevoegen(work, klok, SAMEN, "Ondertekend", gelezen))[0].id


def heropend(kluis: SqlKluis, map_: Path, klok: StilleKlok, wachtzin: str) -> SqlKluis:
    """The same vault, closed and opened again."""
    kluis.sluit()
    again = vault(map_, klok)
    again.ontgrendel(wachtzin)
    return again
