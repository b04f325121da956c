"""Makes the vault of the present schema: ``python -m tests.vaults.maak`` (only when a schema is released)."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from leerplicht_desktop.casework.deurbezoek_vastleggen import NieuweTaak
from leerplicht_desktop.casework.ports import Antwoord, AntwoordSoort, Geheim, Koppeling
from leerplicht_desktop.casework.queries import Werkplek
from leerplicht_desktop.store.schema import steps
from tests.bench.caseload import pages
from tests.store.world import StilleKlok, apply, begin_bezoek, leg_bezoek_vast, vault

WACHTZIN = "een oude kluis gaat altijd open"
"""Opens every vault in this folder. They hold invented people only."""

KOPPELING = Koppeling(
    server="https://gemeente.example",
    token=Geheim("verlopen"),
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


def make(folder: Path) -> None:
    """Three dossiers, a visit that was sent, one that waits with its task, and a draft."""
    klok = StilleKlok()
    kluis = vault(folder, klok)
    kluis.maak(WACHTZIN)
    kluis.doe(lambda work: work.brievenbus.bewaar_koppeling(KOPPELING))
    for page in pages(3):
        apply(kluis, page)
    leg_bezoek_vast(kluis, klok, ("d-00000",))
    (sent,) = kluis.doe(lambda work: work.brievenbus.openstaand(9))
    kluis.doe(lambda work: work.brievenbus.verwerk([Antwoord(sent.op, AntwoordSoort.APPLIED, 1, 90)]))
    kluis.doe(lambda work: work.brievenbus.noteer_ronde(klok.nu(), 1, 22, "goed"))
    leg_bezoek_vast(kluis, klok, ("d-00001", "d-00002"), (NieuweTaak("Aanbellen", date(2026, 11, 24)),))
    bezoek, segment = begin_bezoek(kluis, klok, ("d-00000",), "Midden in een zin: „Zoë is")
    kluis.doe(lambda work: work.inrichting.onthoud(Werkplek("deurbezoek", bezoek, segment, 26)))
    kluis.sluit()


if __name__ == "__main__":
    version = steps()[-1].version
    target = Path(__file__).parent / f"schema-{version // 100}.{version % 100}"
    if target.exists():
        sys.exit(f"{target.name} bestaat al; een kluis van een uitgebracht schema verandert nooit")
    make(target)
