"""The yearly report: every figure counted by hand, the borders of the year, and nobody's name."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa

from leerplicht_protocol.records import Entity
from leerplicht_server import audit_report, journal, records, schema
from leerplicht_server.__main__ import main
from leerplicht_server.database import Database
from leerplicht_server.journal import Entry, What
from leerplicht_server.records import Author
from tests.server.office import ANNA, Office

DAY = date(2027, 1, 15)
BORDERS = {
    "2025-12-31T22:59:59.999+00:00": False,
    "2025-12-31T23:00:00.000+00:00": True,
    "2026-12-31T22:59:59.999+00:00": True,
    "2026-12-31T23:00:00.000+00:00": False,
}


def _put(database: Database, id_: str, received: str, regime: str = "wpg") -> None:
    with database.write() as connection:
        author = Author("anna", "Anna", regime=regime)
        records.insert(connection, Entity.VERHOOR, id_, {"tekst": "Fleur"}, author=author)
        records.link(connection, Entity.VERHOOR, id_, ["d-1"])
        chosen = sa.update(schema.record).where(schema.record.c.id == id_)
        connection.execute(chosen.values(ontvangen_op=received))


def _report(database: Database, year: int = 2026) -> list[str]:
    with database.read() as connection:
        return list(audit_report.report(connection, year, DAY))


def test_records_are_counted_by_law_and_by_year(office: Office) -> None:
    office.dossier("d-1", ANNA)
    for number, moment in enumerate(BORDERS):
        _put(office.database, f"v-{number}", moment)
    _put(office.database, "oud", "2010-01-01T00:00:00.000+00:00")
    said = _report(office.database)
    assert said[said.index("Politiegegevens (Wpg)") + 1] == "  verhoor: 5, waarvan 2 uit 2026"
    assert said[said.index("Overige gegevens (AVG)") + 1].startswith("  dossier: 1, waarvan ")
    assert "  Voorbij en nog niet vernietigd: 1 verhoor (WPG)" in said
    assert "  Dossiers zonder geboortejaar, door een mens te beoordelen: 1" in said


def test_the_journal_is_counted_and_what_was_destroyed_told(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    with office.database.write() as connection:
        for what, why in (
            (What.READ, "klacht"),
            (What.READ, "niet opgegeven"),
            (What.PROVIDED, "niet opgegeven"),
            (What.DESTROYED, "2 verhoor (WPG); ronde"),
        ):
            journal.append(connection, Entry("os:x", what, ("d-1",), why))
    with office.database.read() as connection:
        year = int(str(connection.execute(sa.select(schema.journaal.c.op)).scalars().first())[:4])
    said = _report(office.database, year)
    assert {"  gelezen: 2", "  verstrekt: 1", "  vernietigd: 1"} <= set(said)
    assert "  Ingezien zonder reden: 1" in said
    assert said[said.index("Vernietigd") + 1] == "  2 verhoor (WPG)"
    assert said[said.index("Het journaal") + 1] == "  De ketting van regels klopt."
    assert "  ambtenaren, actief: 2" in said
    assert "  recht dossiers_halen_wpg: ambtenaar, mandaathouder" in said
    assert not {"d-1", "Anna", "os:x"} & set(" ".join(said).split())
    before = _report(office.database, year - 1)
    assert before[before.index("Vernietigd") + 1] == "  niets"


def test_it_is_asked_with_a_reason_and_of_a_year_that_was(
    real_database: Database,
    database_url: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LEERPLICHT_SERVER_DATABASE", database_url)
    assert main(["jaarverslag", "2026"]) == 2
    assert "--reden" in capsys.readouterr().err
    assert main(["jaarverslag", "2999", "--reden", "controle"]) == 2
    assert "Kies een jaar" in capsys.readouterr().err
    assert main(["jaarverslag", "2026", "--reden", "controle"]) == 0
    assert capsys.readouterr().out.startswith("Jaarverslag Wpg en AVG over 2026\n")
    with real_database.read() as connection:
        (line,) = journal.lines(connection, journal.Filter(what="lijst getoond"), 5)
    assert (line.waarop, line.waarom) == ('["jaarverslag"]', "controle")
