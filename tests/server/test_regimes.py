"""Under which law a record comes in: by what it says, and by what it is when it says otherwise."""

from __future__ import annotations

import pytest
from pydantic import JsonValue

from leerplicht_protocol.records import Entity
from leerplicht_server import regimes
from tests.server.office import Office

CAUTIE: JsonValue = [{"soort": "legitimatie"}, {"soort": "cautie"}]


@pytest.mark.parametrize(
    ("entity", "body", "law"),
    [
        (Entity.VERHOOR, {}, "wpg"),
        (Entity.DEURBEZOEK, {"modus": "opsporing"}, "wpg"),
        (Entity.DEURBEZOEK, {"modus": "toezicht", "vinkjes": CAUTIE}, "wpg"),
        (Entity.DEURBEZOEK, {"modus": "toezicht", "vinkjes": [{"soort": "doel"}]}, "avg"),
        (Entity.DEURBEZOEK, {}, "avg"),
        (Entity.STUK, {"soort": "proces_verbaal", "regime": "avg"}, "wpg"),
        (Entity.STUK, {"soort": "uitnodiging_gesprek", "regime": "avg"}, "avg"),
        (Entity.STUK, {"soort": "oproep_verhoor", "regime": "wpg"}, "wpg"),
        (Entity.PROCEDURE, {"regime": "wpg"}, "wpg"),
        (Entity.GESPREKSNOTITIE, {"vinkjes": CAUTIE}, "avg"),
    ],
)
def test_the_law_of_a_new_record(
    office: Office, entity: Entity, body: dict[str, JsonValue], law: str
) -> None:
    with office.database.read() as connection:
        assert regimes.of(connection, entity, body) == law
