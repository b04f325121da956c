"""Makes the vault of the present schema: ``python -m tests.vaults.maak`` (only when a schema is released)."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from leerplicht_desktop.casework.bezoek.vastleggen import NieuweTaak
from leerplicht_desktop.casework.brief.bijhouden import brief_veld_schrijven
from leerplicht_desktop.casework.brief.opstellen import Briefopgave, brief_opstellen
from leerplicht_desktop.casework.concepten import Ontvanger, Persoonskeuze
from leerplicht_desktop.casework.ports.brievenbus import (
    Antwoord,
    AntwoordSoort,
    Geheim,
    Koppeling,
    Laptopsleutel,
)
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.ports.papier import IngelezenBijlage
from leerplicht_desktop.casework.ports.zaakstukken import Nummerblok
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.casework.stuk.bijlage_toevoegen import bijlage_toevoegen
from leerplicht_desktop.casework.verhoor.bijhouden import cautie_geven, zin_schrijven, zin_toevoegen
from leerplicht_desktop.casework.verhoor.starten import Verhooropgave, verhoor_starten
from leerplicht_desktop.domain.handhaving.grondslagen import Rol
from leerplicht_desktop.domain.persoon.geboortedatum import Geboortedatum
from leerplicht_desktop.domain.stuk.dossierbijlage import Bijlagesoort
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.store.kluis.schema import steps
from leerplicht_desktop.store.vault import SqlKluis
from tests.bench.caseload import pages
from tests.formulieren import formulier
from tests.store.world import StilleKlok, apply, begin_bezoek, leg_bezoek_vast, vault

WACHTZIN = "een oude kluis gaat altijd open"
"""Opens every vault in this folder. They hold invented people only."""

KOPPELING = Koppeling(
    server="https://gemeente.example",
    device="dev-1",
    incarnation="inc-1",
    epoch="e-1",
    pin="",
    gemeente="Demostad",
    ambtenaar_id="a-1",
    ambtenaar="K. van Es",
    profiel={},
    oefenen=True,
)
SLEUTEL = Laptopsleutel(Geheim("van niemand"), Geheim("verlopen"))


def make(folder: Path) -> None:
    """Three dossiers, a visit that was sent, one that waits with its task, and a draft; and papers."""
    klok = StilleKlok()
    kluis = vault(folder, klok)
    kluis.maak(WACHTZIN)
    kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(KOPPELING))
    kluis.doe(lambda work: work.brievenbus.bewaar_laptopsleutel(SLEUTEL))
    for page in pages(3):
        apply(kluis, page)
    leg_bezoek_vast(kluis, klok, ("d-00000",))
    papers(kluis, klok)
    sent = kluis.doe(lambda work: work.brievenbus.openstaand(9))
    answers = [Antwoord(one.op, AntwoordSoort.APPLIED, 1, 90) for one in sent]
    kluis.doe(lambda work: work.brievenbus.verwerk(answers))
    kluis.doe(lambda work: work.brievenbus.noteer_ronde(klok.nu(), 1, 22, "goed"))
    leg_bezoek_vast(kluis, klok, ("d-00001", "d-00002"), (NieuweTaak("Aanbellen", date(2026, 11, 24)),))
    bezoek, segment = begin_bezoek(kluis, klok, ("d-00000",), "Midden in een zin: „Zoë is")
    kluis.doe(lambda work: work.inrichting.onthoud(Werkplek("deurbezoek", bezoek, segment, 26)))
    kluis.sluit()


def papers(kluis: SqlKluis, klok: StilleKlok) -> None:
    """An attachment of two parts, numbers of which one is used, a begun hearing and a concept letter."""
    inhoud = b"%PDF" + bytes(300_000)
    scan = IngelezenBijlage(Bijlagesoort.SCAN, "application/pdf", inhoud, 2)
    school = Ontvanger(("De Wissel",), ("Schoolstraat 5", "1234 AD  DEMOSTAD"), "Geachte heer of mevrouw")
    brief = Briefopgave(Documentsoort.BERICHT_SCHOOL, "bericht_school", aan=school)
    wie = Persoonskeuze(None, Rol.OUDER, "Zoë’s moeder")
    opgave = Verhooropgave(wie, date(2026, 11, 6), "Demostad", geboren=Geboortedatum(1980))

    def act(work: Work) -> None:
        bijlage_toevoegen(work, klok, ("d-00000",), "Ondertekend", scan)
        work.zaakstukken.nummers.bewaar(Nummerblok("OEF", 2026, 101, 120), klok.nu())
        work.zaakstukken.nummers.gebruik("OEF-2026-000101", "stuk-1")
        (id_,), _ = brief_opstellen(work, klok, ("d-00000",), brief)
        brief_veld_schrijven(work, id_, formulier(brief.soort), "stand", "Wij spraken de ouders.")
        verhoor, _ = verhoor_starten(work, klok, ("d-00001",), opgave)
        cautie_geven(work, klok, verhoor)
        zin = zin_toevoegen(work, klok, verhoor, antwoord=True)
        zin_schrijven(work, zin.id, "Dat weet ik niet meer.")

    kluis.doe(act)


if __name__ == "__main__":
    version = steps()[-1].version
    target = Path(__file__).parent / f"schema-{version // 100}.{version % 100}"
    if target.exists():
        sys.exit(f"{target.name} bestaat al; een kluis van een uitgebracht schema verandert nooit")
    make(target)
