"""Figures of a school year: counted by hand beside what the page says, and small numbers kept inside."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest

from leerplicht_protocol.records import Entity
from leerplicht_server import records
from leerplicht_server.bureau.figures import school_year
from leerplicht_server.bureau.sheet import few, safe
from tests.server.office import ANNA, MOMENT

from .conftest import Bureau


def _report(bureau: Bureau, id_: str, dossier: str, day: str, **more: Any) -> None:
    fields = {"datum_melding": day, "soort": "16UUR", "status": "geregistreerd", "school": "s-1", **more}
    with bureau.office.database.write() as connection:
        records.insert(connection, Entity.VERZUIMMELDING, id_, fields)
        records.link(connection, Entity.VERZUIMMELDING, id_, [dossier])


def _fill(bureau: Bureau) -> None:
    bureau.office.dossier("d-1", ANNA)
    bureau.office.dossier("d-2", ANNA)
    for number in range(6):
        _report(bureau, f"m-{number}", "d-1", "2025-09-10")
    _report(bureau, "m-6", "d-2", "2026-07-31", soort="LUXE")
    _report(bureau, "m-7", "d-2", "2026-03-02", soort="SIGNAAL")
    _report(bureau, "m-8", "d-2", "2026-08-01")  # the next school year
    _report(bureau, "m-9", "d-2", "2025-07-31")  # the one before
    _report(bureau, "m-10", "d-2", "2025-09-10", status="ingetrokken")


def _sheet(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_a_report_counts_in_its_own_school_year(bureau: Bureau) -> None:
    _fill(bureau)
    visitor = bureau.browser().as_("teamleider")
    text = visitor.open("/overzichten?jaar=2025")
    assert "schooljaar 2025/2026, 8 meldingen" in text
    assert "wettelijke melding 6 1" in text
    assert "luxeverzuim 1 1" in text
    assert "School onbekend 8 2" in text
    assert 'aria-label="Meldingen per maand in 2025/2026: samen 8, hoogstens 6 in een maand.' in visitor.text
    assert "die geen signaal is 2" in text
    assert "1 melding" in visitor.open("/overzichten?jaar=2024")


def test_what_leaves_the_house_tells_no_small_numbers(bureau: Bureau) -> None:
    _fill(bureau)
    visitor = bureau.browser().as_("teamleider")
    rows = _sheet(visitor.http.get("/bureau/overzichten/soort.csv?jaar=2025").text)
    assert rows[0] == ["soort", "meldingen", "jongeren"]
    assert rows[1] == ["wettelijke melding", "6", "< 5"]
    assert ["luxeverzuim", "< 5", "< 5"] in rows
    assert ["beginnend verzuim", "0", "0"] in rows
    for table in ("school", "maand", "telling"):
        assert visitor.http.get(f"/bureau/overzichten/{table}.csv?jaar=2025").status_code == 200
    assert visitor.http.get("/bureau/overzichten/bsn.csv").status_code == 404


def test_what_was_done_in_the_year_is_counted_once(bureau: Bureau) -> None:
    bureau.office.dossier("d-1", ANNA)
    visit = {"begonnen_op": MOMENT, "geeindigd_op": MOMENT, "adres": "Laan 1", "vastgelegd_op": MOMENT}
    body = {**visit, "dossiers": ["d-1"], "uitkomst": "niet_thuis"}
    for id_, more in (("v-1", {}), ("v-2", {"corrigeert": "v-1", "reden_correctie": "tijd"})):
        op = {**bureau.office.note("d-1"), "entity": "deurbezoek", "id": id_, "body": {**body, **more}}
        assert bureau.office.push(ANNA, op).status == "applied"
    assert "die in het schooljaar begonnen 1" in bureau.browser().as_("teamleider").open(
        "/overzichten?jaar=2026"
    )


@pytest.mark.parametrize(("day", "year"), [("2026-07-31", 2025), ("2026-08-01", 2026), ("2027-01-01", 2026)])
def test_a_school_year_begins_on_the_first_of_august(day: str, year: int) -> None:
    assert school_year(date.fromisoformat(day)) == year


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", " =", "|", "%"])
def test_no_cell_is_run(start: str) -> None:
    assert safe(f"{start}HYPERLINK(1)").startswith("'")


def test_what_is_harmless_stays_as_it_is() -> None:
    assert [safe(one) for one in ("Demo 't Venster", 12, "")] == ["Demo 't Venster", "12", ""]
    assert [few(one) for one in (0, 1, 4, 5)] == ["0", "< 5", "< 5", "5"]
