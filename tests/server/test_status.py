"""The state of a report at DUO, from the file to the laptop."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa

from leerplicht_protocol.records import MELDINGSTATUS, Entity, Verzuimmelding
from leerplicht_server import records, schema
from leerplicht_server.database import Database
from leerplicht_server.importing import meldingen
from leerplicht_server.importing.report import Outcome, Report
from leerplicht_server.show import show_dossier
from tests.server.files import Row, changed, write
from tests.server.office import Laptop

LATER = {"datum_melding": "2026-12-01", "leerjaar": "groep 99", "telefoon_ouder_of_leerling": "06-99"}


def _read(database: Database, path: Path, *rows: Row) -> Report:
    return meldingen.import_file(database, write(path / "m.csv", rows))


def _dossier(database: Database) -> tuple[str, dict[str, object]]:
    with database.read() as connection:
        where = schema.persoon.c.bsn == "999990408"
        id_ = connection.execute(
            sa.select(schema.dossier.c.id).join(schema.persoon).where(where)
        ).scalar_one()
        found = records.load(connection, Entity.DOSSIER, id_)
    assert found is not None
    return id_, dict(found.fields)


def test_a_withdrawn_report_reaches_the_laptop_and_says_nothing_of_the_dossier(
    seeded: Database, tmp_path: Path
) -> None:
    _, before = _dossier(seeded)
    assert _read(seeded, tmp_path, changed(**LATER)).counts[Outcome.NEW] == 1
    assert _dossier(seeded)[1]["leerjaar"] == "groep 99"
    gone = changed(**LATER, status="Ingetrokken", status_toelichting="Verkeerde leerling.")
    assert _read(seeded, tmp_path, gone).counts[Outcome.CHANGED] == 1
    id_, after = _dossier(seeded)
    assert {n: after[n] for n in ("leerjaar", "telefoon", "school")} == {
        n: before[n] for n in ("leerjaar", "telefoon", "school")
    }
    laptop = Laptop(seeded, "n.hendriks")
    laptop.pull()
    carried = Verzuimmelding.model_validate(laptop.records["verzuimmelding", "vm-2026900001"].fields)
    assert (carried.status, carried.status_toelichting) == ("ingetrokken", "Verkeerde leerling.")
    with seeded.read() as connection:
        assert "    status: ingetrokken. Verkeerde leerling" in show_dossier(connection, id_).splitlines()


@pytest.mark.parametrize("written", [*MELDINGSTATUS, "IN BEHANDELING", "ter_kennisgeving_aangenomen"])
@pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)
def test_the_five_states_come_in(seeded: Database, tmp_path: Path, written: str) -> None:
    assert _read(seeded, tmp_path, changed(status=written)).counts[Outcome.NEW] == 1
    with seeded.read() as connection:
        stored = records.load(connection, Entity.VERZUIMMELDING, "vm-2026900001")
    assert stored is not None
    assert stored.fields["status"] == written.lower().replace("_", " ")


@pytest.mark.parametrize("written", ["I", "weg", "overgedragen aan derden"])
@pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)
def test_a_state_that_duo_does_not_have_is_told(seeded: Database, tmp_path: Path, written: str) -> None:
    [refused] = _read(seeded, tmp_path, changed(status=written)).refused
    assert refused.what == "onbekende status"
    assert "ter kennisgeving aangenomen" in refused.remedy


def test_a_laptop_or_a_file_from_before_reads_it_as_registered() -> None:
    body = {
        "meldingsnummer": "1",
        "datum_melding": "2026-10-06",
        "begindatum": "2026-10-01",
        "soort": "LUXE",
        "eenheid": "lesuur",
        "verzuim": [],
    }
    assert Verzuimmelding.model_validate(body).status == MELDINGSTATUS[0]
    assert Verzuimmelding.model_validate({**body, "status": "van later"}).status == "van later"
