"""What the register doubts is read in the dossier and before a visit, and ends by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leerplicht_desktop.casework.ports.brievenbus import Feedpagina, SpiegelRecord
from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.casework.queries.caseload import Werkplek
from leerplicht_desktop.domain.wet.documentsoort import Documentsoort
from leerplicht_desktop.ui.brief.ontvangers import Ontvangers
from leerplicht_desktop.ui.brief.soorten import SOORTEN
from leerplicht_desktop.ui.dossiers.view import DossiersScherm
from leerplicht_desktop.ui.kit.doubt import DoubtBadge
from tests.ui.wereld import PAOLO, Wereld, persoon

from .zien import leest

BSN = "999990408"


def _merk(groep: str, code: str) -> dict[str, Json]:
    onderzoek: dict[str, Json] = {"aanduiding": code, "begin": "20260801"}
    return {"groep": groep, "bron": "brp", "onderzoeken": [onderzoek]}


def _zet(wereld: Wereld, *merken: Json, **anders: Json) -> None:
    velden = persoon(BSN).model_dump(mode="json") | {"bronmerken": list(merken)} | anders
    record = SpiegelRecord("persoon", f"p-{BSN}", (PAOLO,), 2, 2, False, velden, {})
    cursor = wereld.doe(lambda work: work.brievenbus.cursor())
    wereld.doe(lambda work: work.brievenbus.pas_toe(Feedpagina(cursor, f"{cursor}x", (), (record,))))


@pytest.mark.parametrize(
    ("groep", "code", "kop"),
    [
        ("adres", "081120", "Adres in onderzoek"),
        ("adres", "089999", "Woont niet op dit adres"),
        ("persoon", "010240", "Naam in onderzoek"),
        ("persoon", "010300", "Geboortedatum in onderzoek"),
    ],
)
def test_a_doubt_stands_above_the_name_with_its_day(
    wereld: Wereld, scherm: DossiersScherm, groep: str, code: str, kop: str
) -> None:
    scherm.toon(Werkplek("dossiers", PAOLO))
    assert not leest(scherm, kop)
    _zet(wereld, _merk(groep, code))
    scherm.toon(Werkplek("dossiers", PAOLO))
    assert leest(scherm, kop)
    assert leest(scherm, "1 augustus 2026")
    merken = [merk for merk in scherm.findChildren(DoubtBadge) if merk.isVisibleTo(scherm)]
    assert any(merk.accessibleName().startswith(kop) for merk in merken)
    assert all(merk.accessibleName().endswith(", volgens de BRP.") for merk in merken)


@pytest.mark.parametrize(("code", "zin"), [("080000", "het adres is in onderzoek"), ("089999", "woont niet")])
def test_it_is_told_beside_the_start_of_a_visit(
    wereld: Wereld, scherm: DossiersScherm, code: str, zin: str
) -> None:
    _zet(wereld, _merk("adres", code))
    scherm.toon(Werkplek("dossiers", PAOLO))
    assert leest(scherm, f"De BRP zegt: {zin}")
    _zet(wereld, _merk("persoon", "010240"))
    scherm.toon(Werkplek("dossiers", PAOLO))
    assert not leest(scherm, "De BRP zegt")


def test_who_is_eighteen_is_spoken_to_and_written_to_himself(wereld: Wereld, scherm: DossiersScherm) -> None:
    _zet(wereld, geboortedatum="20070101")
    scherm.toon(Werkplek("dossiers", PAOLO))
    assert leest(scherm, "Volgende stap: spreek Paolo de Jager")
    assert not leest(scherm, "en de ouders")
    assert not leest(scherm, "heeft gezag")
    beeld = wereld.lees(lambda caseload: caseload.dossier(PAOLO))
    assert beeld is not None
    ontvangers = Ontvangers()
    ontvangers.toon(SOORTEN[Documentsoort.WAARSCHUWING], beeld, wereld.klok.vandaag())
    assert ontvangers.personen == (f"p-{BSN}",)
    jong = replace(beeld, meerderjarig=False)
    ontvangers.toon(SOORTEN[Documentsoort.WAARSCHUWING], jong, wereld.klok.vandaag())
    assert f"p-{BSN}" not in ontvangers.personen
