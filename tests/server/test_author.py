"""Whose a record is: the session says so. What a body claims is refused, kind by kind, and never shown."""

from __future__ import annotations

import base64
import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from leerplicht_protocol.messages import Ambtenaar, Author, OpStatus
from leerplicht_protocol.records import Entity
from leerplicht_server import access, records, schema
from leerplicht_server.database import Database, open_database
from leerplicht_server.migrate import migrate
from tests.server.earlier import put_back
from tests.server.office import ANNA, BRAM, MOMENT, NOTE, Laptop, Office
from tests.server.web import client, sign_in

PDF = b"%PDF-1.7 stuk"
VISIT = {
    "begonnen_op": MOMENT,
    "geeindigd_op": MOMENT,
    "vastgelegd_op": MOMENT,
    "adres": "Laan 1",
    "uitkomst": "niet_thuis",
}
PAPER = {
    "soort": "waarschuwing",
    "titel": "Waarschuwing",
    "regime": "avg",
    "verzegeld_op": MOMENT,
    "inhoud_hash": "0" * 64,
    "bestand_hash": hashlib.sha256(PDF).hexdigest(),
    "pdf": base64.b64encode(PDF).decode(),
}
ANNEX = {
    "soort": "pdf",
    "titel": "Brief",
    "mime": "application/pdf",
    "sha256": hashlib.sha256(PDF).hexdigest(),
    "grootte": len(PDF),
    "gemaakt_op": MOMENT,
    "toegevoegd_op": MOMENT,
    "inhoud": base64.b64encode(PDF).decode(),
}
STEP = {"soort": "verzonden", "datum": "2026-11-20", "gezet_op": MOMENT}
TASK = {"wat": "bellen", "uiterlijk": "2026-11-30", "gemaakt_op": MOMENT}
REPORT = {"adres": "Laan 1", "bevinding": "verhuisd", "waargenomen_op": MOMENT, "gemaakt_op": MOMENT}
BODIES: dict[str, dict[str, Any]] = {
    "deurbezoek": VISIT,
    "gespreksnotitie": NOTE,
    "taak": TASK,
    "stuk": PAPER,
    "bijlage": ANNEX,
}


def _make(office: Office, officer: str, entity: str, id_: str, **body: Any) -> tuple[OpStatus, str]:
    op = office.note("d-1", entity=entity, id=id_, body=body)
    op["body"] = {"dossiers": ["d-1"], **body}
    result = office.push(officer, json.loads(json.dumps(op)))
    return result.status, result.reason


@pytest.fixture
def shared(office: Office) -> Office:
    """A dossier that both officers have."""
    office.dossier("d-1", ANNA, BRAM)
    return office


APPLIED = (OpStatus.APPLIED, "")
CLAIMS = ("verbalisant", "door", "auteur", "author", "apparaat", "device", "ontvangen_op", "incarnation")


@pytest.mark.parametrize("entity", BODIES)
@pytest.mark.parametrize("field", CLAIMS)
def test_a_body_that_claims_another_is_refused_in_every_kind(shared: Office, entity: str, field: str) -> None:
    claimed = _make(shared, BRAM, entity, "x-1", **BODIES[entity], **{field: "Anna"})
    assert claimed == (OpStatus.REJECTED, f"auteur: {field}")
    assert shared.count(schema.quarantaine) == 1
    assert _make(shared, BRAM, entity, "x-2", **BODIES[entity]) == APPLIED


@pytest.mark.parametrize("field", ["verbalisant", "door"])
@pytest.mark.parametrize("own", ["Bram", BRAM, ""])
def test_ones_own_name_may_be_said(shared: Office, field: str, own: str) -> None:
    assert _make(shared, BRAM, "bijlage", "b-1", **ANNEX, **{field: own}) == APPLIED


def test_a_former_name_still_counts(shared: Office) -> None:
    """Work waits in an outbox while the municipality changes the name, twice."""
    with shared.database.write() as connection:
        for name in ("Bram de Wit", "B. de Wit"):
            access.add_officer(connection, Ambtenaar(id=BRAM, naam=name))
    for n, name in enumerate(("Bram", "Bram de Wit")):
        assert _make(shared, BRAM, "bijlage", f"b-{n}", **ANNEX, door=name) == APPLIED
    assert _make(shared, ANNA, "bijlage", "b-9", **ANNEX, door="Bram")[0] is OpStatus.REJECTED


# -- who goes on from what -------------------------------------------------------------------------


@pytest.mark.parametrize(("entity", "body"), [("deurbezoek", VISIT), ("gespreksnotitie", NOTE)])
def test_only_its_author_corrects_a_record(shared: Office, entity: str, body: dict[str, Any]) -> None:
    assert _make(shared, ANNA, entity, "x-1", **body) == APPLIED
    correction = {**body, "corrigeert": "x-1", "reden_correctie": "nee"}
    assert _make(shared, BRAM, entity, "x-2", **correction) == (OpStatus.REJECTED, "andermans: corrigeert")
    assert _make(shared, ANNA, entity, "x-3", **correction) == APPLIED


def test_what_was_found_at_a_door_is_of_whoever_stood_there(shared: Office) -> None:
    _make(shared, ANNA, "deurbezoek", "v-1", **VISIT)
    report = {**REPORT, "bezoek": "v-1"}
    assert _make(shared, BRAM, "terugmelding", "t-1", **report)[1] == "andermans: bezoek"
    assert _make(shared, ANNA, "terugmelding", "t-2", **report) == APPLIED


def test_a_step_on_anothers_paper_needs_that_he_left_it(shared: Office) -> None:
    _make(shared, ANNA, "stuk", "s-1", **PAPER)
    sepot = {**STEP, "stuk": "s-1", "soort": "afdoening", "afdoening": "sepot"}
    assert _make(shared, BRAM, "stukstap", "t-1", **sepot)[1] == "andermans: stuk"
    assert _make(shared, BRAM, "stuk", "s-2", **PAPER, aanvulling_op="s-1")[1] == "andermans: aanvulling_op"
    assert _make(shared, ANNA, "stukstap", "t-2", **sepot) == APPLIED
    shared.revoke(ANNA, "d-1")
    assert _make(shared, BRAM, "stukstap", "t-3", **sepot) == APPLIED


def test_a_task_of_a_colleague_may_be_done(shared: Office) -> None:
    _make(shared, ANNA, "taak", "k-1", **TASK)
    done = {"taak": "k-1", "hoe": "gedaan", "afgehandeld_op": MOMENT}
    assert _make(shared, BRAM, "taakafhandeling", "a-1", **done) == APPLIED


# -- what the feed says ----------------------------------------------------------------------------


def _author(office: Office, reader: str, entity: str, id_: str) -> Author:
    laptop = Laptop(office.database, reader)
    laptop.pull()
    found = laptop.records[entity, id_].author
    assert found is not None
    return found


@pytest.mark.parametrize("entity", BODIES)
def test_the_feed_says_who_signed_in_where_and_when(shared: Office, entity: str) -> None:
    _make(shared, BRAM, entity, "x-1", **BODIES[entity])
    said = _author(shared, ANNA, entity, "x-1")
    assert (said.officer, said.name, said.device) == (BRAM, "Bram", "dev-bram")
    assert said.recorded_at == datetime.fromisoformat(MOMENT)
    assert timedelta(0) <= datetime.now(UTC) - said.received_at < timedelta(minutes=5)


def test_what_the_office_writes_has_no_author(shared: Office) -> None:
    laptop = Laptop(shared.database, ANNA)
    laptop.pull()
    assert laptop.records["dossier", "d-1"].author is None


@pytest.mark.parametrize("wrong", [timedelta(0), timedelta(minutes=-14), timedelta(days=3)])
def test_both_clocks_stay_on_the_record(shared: Office, wrong: timedelta) -> None:
    with client(shared.database) as http:
        bram = sign_in(http, BRAM)
        wall = datetime.now(UTC) + wrong
        bram.push(shared.note("d-1"), clock={"wall": wall.isoformat(), "offset_ms": 0})
        device = bram.device
    said = _author(shared, ANNA, "gespreksnotitie", "g-1")
    assert abs(timedelta(milliseconds=said.clock_ms) + wrong) < timedelta(seconds=30)
    assert (said.officer, said.device) == (BRAM, device)


# -- rows of before --------------------------------------------------------------------------------

_APART = (
    *("apparaat", "klok_ms", "bytes"),
    *("besluit", "besluit_op", "besluit_door", "besluit_aan", "besluit_reden"),
)
_ADDED = ("auteur_naam", "apparaat", "apparaat_op", "klok_ms", "regime")


def _back_to_0010(database: Database) -> None:
    with database.write() as connection:
        for index in ("operatie_dag", "ix_quarantaine_apparaat"):
            connection.execute(sa.text(f"DROP INDEX {index}"))
        later = {"record": _ADDED, "ambtenaar": ("vroeger",), "operatie": ("bytes",), "quarantaine": _APART}
        for table, columns in later.items():
            for column in columns:
                connection.execute(sa.text(f"ALTER TABLE {table} DROP COLUMN {column}"))
        # What came after it: tables that were made, and one that went.
        connection.execute(sa.text("DELETE FROM meta WHERE naam = 'journaal'"))
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("DROP FUNCTION journaal_vast() CASCADE"))
        connection.execute(sa.text("CREATE TABLE token (hash VARCHAR PRIMARY KEY)"))
        put_back(connection, "0010")


def test_rows_of_before_get_their_author_from_the_operation(shared: Office, database_url: str) -> None:
    _make(shared, BRAM, "gespreksnotitie", "g-1", **NOTE)
    with shared.database.read() as connection:
        before = records.load(connection, Entity.GESPREKSNOTITIE, "g-1")
    _back_to_0010(shared.database)
    again = open_database(database_url)
    migrate(again)
    with again.read() as connection:
        after = records.load(connection, Entity.GESPREKSNOTITIE, "g-1")
        dossier = records.load(connection, Entity.DOSSIER, "d-1")
    again.close()
    assert before is not None
    assert after is not None
    assert dossier is not None
    assert (after.author.name, after.author.device) == ("Bram", "dev-bram")
    assert datetime.fromisoformat(after.author.recorded_at) == datetime.fromisoformat(MOMENT)
    assert (after.fields, after.rev, after.seq) == (before.fields, before.rev, before.seq)
    assert dossier.author.device == ""


def test_rows_of_before_get_their_regime(shared: Office, database_url: str) -> None:
    visit = {**VISIT, "modus": "opsporing"}
    for entity, id_, body in (
        ("deurbezoek", "v-1", visit),
        ("deurbezoek", "v-2", VISIT),
        ("stuk", "s-1", {**PAPER, "regime": "wpg"}),
        ("bijlage", "b-1", BODIES["bijlage"]),
        ("bijlage", "b-2", BODIES["bijlage"]),
        ("stukstap", "t-1", {**STEP, "stuk": "s-1", "bijlage": "b-1"}),
        ("taak", "k-1", {**TASK, "herkomst": "v-1"}),
        ("stuk", "s-2", PAPER),
        ("stukstap", "t-2", {**STEP, "stuk": "s-2"}),
    ):
        assert _make(shared, BRAM, entity, id_, **body) == APPLIED
    with shared.database.read() as connection:
        chosen = sa.select(schema.record.c.id, schema.record.c.regime).order_by(schema.record.c.id)
        before = connection.execute(chosen).all()
    _back_to_0010(shared.database)
    again = open_database(database_url)
    migrate(again)
    with again.read() as connection:
        after = connection.execute(chosen).all()
    again.close()
    assert after == before
    assert {id_ for id_, regime in after if regime == "wpg"} == {"v-1", "s-1", "t-1", "b-1", "k-1"}
