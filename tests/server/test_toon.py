"""What the administrator reads of a dossier."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import JsonValue

from leerplicht_protocol.records import Entity
from leerplicht_server import dossiers, records
from leerplicht_server.database import Database
from leerplicht_server.pupils import Leerling, Pupils
from leerplicht_server.search import by_name
from leerplicht_server.show import show_dossier
from tests.server.office import ANNA, MOMENT, Office

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)

CLOSED_DOOR: dict[str, JsonValue] = {
    "begonnen_op": MOMENT,
    "geeindigd_op": "2026-11-20T13:09:00Z",
    "vastgelegd_op": "2026-11-20T13:30:00Z",
    "adres": "Laan 1",
    "uitkomst": "niet_thuis",
    "niet_thuis": {"gezien": ["gordijn dicht", "post"], "achtergelaten": "kaart", "kaartnummer": "K-7"},
}


def _case(office: Office) -> str:
    """A dossier of somebody outside the register, as an import opens it."""
    with office.database.write() as connection:
        pupils = Pupils(connection, [], ["101222331"])
        dossier = pupils.dossier_for(2026, Leerling("", "101222331"))
        pupils.write()
        dossiers.derive(connection, [dossier])
    office.grant(ANNA, dossier)
    return dossier


def _push(office: Office, dossier: str, entity: str, record: str, body: dict[str, JsonValue]) -> None:
    op: dict[str, Any] = office.note(dossier, entity=entity, id=record)
    op["body"] = {**body, "dossiers": [dossier]}
    result = office.push(ANNA, op)
    assert result.status.value == "applied", result.reason


def _text(office: Office, name: str) -> list[str]:
    with office.database.read() as connection:
        return show_dossier(connection, by_name(connection, name)).splitlines()


def test_a_closed_door_is_told_with_what_was_seen(office: Office) -> None:
    dossier = _case(office)
    _push(office, dossier, "deurbezoek", "v-1", CLOSED_DOOR)
    said = _text(office, "2026-0001")
    at = said.index("Deurbezoeken: 1")
    assert said[at + 1] == "  20-11-2026 14:07:00 tot 20-11-2026 14:09:00, Laan 1: niet_thuis"
    assert "    niet thuis: achtergelaten kaart K-7; gezien: gordijn dicht, post" in said
    assert "    vastgelegd op 20-11-2026 14:30:00 door Anna" in said
    assert "    kenmerk v-1" in said


def test_a_talk_its_agreements_and_its_tasks_are_told(office: Office) -> None:
    dossier = _case(office)
    agreed: JsonValue = [{"wat": "naar de huisarts", "wie": "moeder", "uiterlijk": "2026-12-01"}]
    note: dict[str, JsonValue] = {
        "met_wie": "moeder",
        "gesproken_op": MOMENT,
        "hoe": "telefoon",
        "tekst": "eerste regel\ntweede regel",
        "afspraken": agreed,
        "vastgelegd_op": MOMENT,
    }
    _push(office, dossier, "gespreksnotitie", "g-een", note)
    _push(
        office,
        dossier,
        "gespreksnotitie",
        "g-twee",
        {**note, "corrigeert": "g-een", "reden_correctie": "datum"},
    )
    task: dict[str, JsonValue] = {"wat": "bellen", "uiterlijk": "2026-12-02", "gemaakt_op": MOMENT}
    _push(office, dossier, "taak", "t-1", {**task, "tijdstip": "09:30", "wie": "Anna"})
    _push(office, dossier, "taak", "t-2", task)
    end: dict[str, JsonValue] = {"taak": "t-1", "hoe": "vervallen", "afgehandeld_op": MOMENT}
    _push(office, dossier, "taakafhandeling", "te-1", {**end, "toelichting": "dubbel"})
    said = _text(office, dossier)
    for line in (
        "Gespreksnotities: 2",
        "  20-11-2026 14:07:00, telefoon, met moeder",
        "    tekst: eerste regel",
        "      tweede regel",
        "    nieuwe versie van g-een: datum",
        "    afspraak: naar de huisarts (moeder, uiterlijk 2026-12-01)",
        "Taken: 2",
        "  uiterlijk 2026-12-02 09:30: bellen (Anna) – vervallen op 20-11-2026 14:07:00",
        "    dubbel",
        "  uiterlijk 2026-12-02: bellen (niemand genoemd) – open",
    ):
        assert line in said


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ({"adres": {"13.10": "5010", "13.30": "Rue 1"}}, ["    in het buitenland (land 5010) Rue 1"]),
        ({"adres": {"12.10": "Woonboot Zwaan"}}, ["    Woonboot Zwaan"]),
        ({"adres": {}}, ["    adres onbekend"]),
        (
            {"adres": {"10.10": "B", "11.10": "Laan", "11.20": "1", "11.30": "B", "11.60": "2564AA"}},
            ["    Laan 1B, 2564AA (briefadres)"],
        ),
        ({"overleden_op": "20150000"}, ["    OVERLEDEN op ??-??-2015"]),
        ({"opgeschort": "E"}, ["    inschrijving opgeschort (reden E)"]),
        ({"geboortedatum": "00000000", "bsn": None}, ["    bsn onbekend, geboren onbekend, V"]),
        ({"geheimhouding": 7}, ["    GEHEIM ADRES (code 7): niet aan anderen geven"]),
    ],
)
def test_a_person_is_told_with_every_mark(
    office: Office, fields: dict[str, JsonValue], lines: list[str]
) -> None:
    dossier = _case(office)
    person: dict[str, JsonValue] = {
        "bsn": "999990408",
        "geboortedatum": "20090101",
        "geslacht": "V",
        "geheimhouding": 0,
        "overleden_op": None,
        "opgeschort": None,
        "adres": {},
        **fields,
    }
    office.person("p-1", [dossier], **person)
    people: JsonValue = [
        {"persoon": p, "rol": "ouder1", "naam": "A", "gezag": None, "zelfde_adres": True, "dossier": None}
        for p in ("p-1", None)
    ]
    office.edit(dossier, betrokkenen=people)
    said = _text(office, dossier)
    assert "  ouder 1: A, zelfde adres, gezag: onbekend" in said
    assert "    niet in het personenbestand" in said
    for line in lines:
        assert line in said


def test_a_dossier_outside_the_register_has_its_number(office: Office, database: Database) -> None:
    dossier = _case(office)
    with database.read() as connection:
        assert records.load(connection, Entity.DOSSIER, dossier) is not None
    assert "  niet in de BRP, onderwijsnummer 101222331" in _text(office, " 2026-0001 ")
