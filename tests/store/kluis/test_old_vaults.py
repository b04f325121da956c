"""A vault that was ever released opens for ever."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from leerplicht_desktop.casework.queries.caseload import DossierFilter
from leerplicht_desktop.store.kluis.schema import steps
from tests.store.world import StilleKlok, fingerprints, leg_bezoek_vast, vault
from tests.vaults import maak
from tests.vaults.maak import WACHTZIN

FOLDERS = sorted(path for path in Path(maak.__file__).parent.iterdir() if path.name.startswith("schema-"))


def test_the_present_schema_has_its_vault() -> None:
    version = steps()[-1].version
    assert f"schema-{version // 100}.{version % 100}" in [folder.name for folder in FOLDERS]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))
def test_everything_in_it_is_still_there(folder: Path, map_: Path, klok: StilleKlok) -> None:
    before = fingerprints(folder)
    shutil.copytree(folder, map_)
    kluis = vault(map_, klok)
    kluis.ontgrendel(WACHTZIN)
    page = kluis.lees(lambda caseload: caseload.zoek("", DossierFilter.ALLE, None, 9))
    assert {regel.dossier for regel in page.regels} == {"d-00000", "d-00001", "d-00002"}
    plek = kluis.lees(lambda caseload: caseload.werkplek())
    draft = kluis.lees(lambda caseload: caseload.bezoek(plek.ding))
    assert draft.segmenten[0].tekst[: plek.cursor] == "Midden in een zin: „Zoë is"
    (taak,) = kluis.lees(lambda caseload: caseload.taken(None, True))
    assert (taak.wat, taak.uiterlijk, len(taak.dossiers)) == ("Aanbellen", date(2026, 11, 24), 2)
    assert [one.entity for one in kluis.doe(lambda work: work.brievenbus.openstaand(9))] == [
        "deurbezoek",
        "taak",
    ]
    assert [item.verzonden for item in kluis.lees(lambda caseload: caseload.tijdlijn("d-00001"))][:2] == [
        False,
        False,
    ]
    stand = kluis.lees(lambda caseload: caseload.sync())
    assert (stand.te_verzenden, stand.gemeente, stand.ontvangen) == (2, "Demostad", 22)
    leg_bezoek_vast(kluis, klok, ("d-00002",))
    kluis.sluit()
    assert fingerprints(folder) == before


def test_papers_are_still_there(map_: Path, klok: StilleKlok) -> None:
    folder = next(folder for folder in FOLDERS if folder.name == "schema-1.1")
    shutil.copytree(folder, map_)
    kluis = vault(map_, klok)
    kluis.ontgrendel(WACHTZIN)
    (regel,) = kluis.bekijk(lambda kast: kast.bijlagen("d-00000"))
    inhoud = kluis.bekijk(lambda kast: kast.bijlage_inhoud(regel.bijlage.id))
    assert (regel.verzonden, len(inhoud)) == (True, regel.bijlage.grootte)
    assert kluis.bekijk(lambda kast: kast.nummers()).volgende == "OEF-2026-000102"
    (verhoor,) = kluis.bekijk(lambda kast: kast.verhoren("d-00001"))
    assert [zin.tekst for zin in verhoor.blad.zinnen] == ["Dat weet ik niet meer."]
    (brief,) = kluis.bekijk(lambda kast: kast.stukken("d-00000"))
    velden = kluis.bekijk(lambda kast: kast.concept_brief(brief.id)).concept.velden
    assert velden == {"bericht": "Wij spraken de ouders."}
    kluis.sluit()
