"""What officers were told stands apart from what an import says: neither takes the other away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from leerplicht_protocol.messages import OpStatus
from leerplicht_protocol.records import Entity, Told
from leerplicht_server import caseload, dossiers, records, schema
from leerplicht_server.database import Database, open_database
from leerplicht_server.records import Stored
from leerplicht_server.show import show_dossier
from tests.server.office import ANNA, Office


@pytest.fixture
def town(seeded_url: str) -> Iterator[Database]:
    """The practice municipality."""
    database = open_database(seeded_url)
    yield database
    database.close()


def _read(database: Database, dossier: str) -> Stored:
    with database.read() as connection:
        found = records.load(connection, Entity.DOSSIER, dossier)
    assert found is not None
    return found


def test_an_import_keeps_what_officers_were_told_and_gives_nothing_anew(town: Database) -> None:
    with town.read() as connection:
        dossier = str(connection.execute(sa.select(schema.dossier.c.id).order_by("id")).scalars().first())
    assert set(_read(town, dossier).fields) & set(Told.model_fields) == set()
    office = Office(town)
    with town.write() as connection:
        caseload.grant(connection, ANNA, [dossier])
    told = office.push(ANNA, office.patch(dossier, tolk=("Turks", 0), veiligheid=("Hond los", 0)))
    assert told.status is OpStatus.APPLIED
    before = _read(town, dossier)
    with town.write() as connection:
        dossiers.derive(connection, [dossier])
    after = _read(town, dossier)
    kept = {name: after.fields[name] for name in ("tolk", "veiligheid", "vermeld")}
    assert kept == {name: before.fields[name] for name in kept}
    assert after.frev["tolk"] == before.frev["tolk"] == told.applied["tolk"]
    with town.read() as connection:
        shown = show_dossier(connection, dossier)
    assert "Turks" in shown
    assert "Hond los" in shown
