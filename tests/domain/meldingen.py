"""The practice reports as values of the domain, for the tests that judge them."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.verzuim.melding import Melding
from leerplicht_desktop.domain.verzuim.meldsoort import Meldsoort
from leerplicht_desktop.domain.verzuim.telling import Verzuimdag
from leerplicht_desktop.domain.wet.kalender import Schoolkalender, regio_van, regiokalender

OEFENDATA = Path(__file__).parents[2] / "resources" / "oefendata"


def rijen(naam: str) -> list[dict[str, str]]:
    with (OEFENDATA / naam).open(encoding="utf-8-sig", newline="") as bestand:
        return list(csv.DictReader(bestand, delimiter=";"))


@cache
def geboortedata() -> dict[str, Geboortedatum]:
    personen = rijen("rvig_testpersonen_lo3.csv")
    return {
        persoon["01.01.20"]: Geboortedatum.uit_lo3(persoon["01.03.10"])
        for persoon in personen
        if persoon["01.01.20"] and persoon["01.03.10"]
    }


@cache
def kalenders() -> dict[tuple[str, str], Schoolkalender]:
    return {
        (school["INSTELLINGSCODE"], school["VESTIGINGSCODE"]): regiokalender(
            regio_van(school["PROVINCIE"], school["GEMEENTENAAM"])
        )
        for school in rijen("scholen.csv")
    }


def melding_van(rij: dict[str, str]) -> Melding:
    dagen = (deel.split("=") for deel in rij["verzuimspecificatie"].split("|"))
    return Melding(
        Meldsoort(rij["soort"]),
        date.fromisoformat(rij["datum_melding"]),
        date.fromisoformat(rij["begindatum"]),
        date.fromisoformat(rij["einddatum"]) if rij["einddatum"] else None,
        tuple(Verzuimdag(date.fromisoformat(dag), uren, rij["eenheid"]) for dag, uren in dagen),
        rij["alle_lessen_gemist"] == "J",
    )
