"""Every command and every endpoint that shows people says so in the journal: each is asked, and looked at.

They are taken from the program itself, so one that comes later and has no example here fails the test.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from leerplicht_protocol.recovery import RecoveryAsk, RecoverySlot
from leerplicht_server import cli, journal, recovery, schema
from leerplicht_server.__main__ import main
from leerplicht_server.database import Database, open_database
from leerplicht_server.journal import Entry, What
from leerplicht_server.rights import MATRIX
from tests.server import files
from tests.server.identity.conftest import Hands, Town
from tests.server.identity.laptop import Laptop
from tests.server.office import ANNA, BRAM, MOMENT, NOTE, Office
from tests.server.test_own_data import make_case
from tests.server.web import client

WHY = ("--reden", "proef")
TO = (datetime.now(UTC).date() + timedelta(days=7)).isoformat()
COMMANDS: dict[str, list[tuple[object, ...]]] = {
    "seed": [()],
    "import-personen": [(files.PEOPLE, "--verzonnen")],
    "import-scholen": [(files.SCHOOLS, "--verzonnen")],
    "import-meldingen": [(files.REPORTS, "--verzonnen")],
    "toewijzen": [("k.bakker", "--dossier", "2026-0001"), ("k.bakker", "--school", "98AA", "--intrekken")],
    "gebied": [
        (),
        ("k.bakker", "--school", "98AA"),
        ("k.bakker", "--postcode", "2564"),
        ("k.bakker", "--school", "98AA", "--intrekken", *WHY),
    ],
    "mandaat": [(), ("--van", "n.hendriks", "--aan", "k.bakker", "--tot", TO, *WHY)],
    "onleesbaar": [()],
    "toon": [("2026-0001", *WHY)],
    "ambtenaar": [("j.jansen", "--naam", "J. Jansen")],
    "ambtenaren": [
        (),
        ("--schors", "k.bakker", *WHY),
        ("--herstel", "k.bakker", *WHY),
        ("--ontkoppel", "k.bakker", *WHY),
        ("--weer", "k.bakker", *WHY),
    ],
    "inschrijfrecht": [("n.hendriks",)],
    "toelaten": [("BCDF-GHJK", "n.hendriks")],
    "apparaten": [(), ("--intrekken", "dev-1", *WHY)],
    "quarantaine": [
        (),
        ("--toon", "op-1"),
        ("--toon", "op-1", "--inhoud", *WHY),
        ("--vrijgeven", "op-1", *WHY),
        ("--overdragen", "op-1", "--aan", "k.bakker", *WHY),
        ("--afwijzen", "op-1", *WHY),
    ],
    "jaarverslag": [("2026", *WHY)],
    "herstel": [WHY],
    "vernietiging": [WHY, ("--goedkeuren", "0" * 16, *WHY), ("--uitvoeren", "0" * 16, *WHY)],
    "bewaarders": [(), ("--toevoegen", "griffie", "ab" * 32, *WHY), ("--weg", "griffie", *WHY)],
    "kluis-openen": [("lijst",)],
    "journaal": [WHY, ("--dossier", "2026-0001", *WHY), ("--controleer",)],
}
WITHOUT = {
    "serve": "it shows nothing, and does not end; that it started is in the journal (test_process)",
    "openapi": "it opens no database",
    "bewaarder-maken": "it opens no database: a custodian makes his key on his own computer",
    "controleer": "it holds settings against the machine, and reads of nobody (test_checks)",
    "inzageverzoek": "it writes files for who asked; that it did is in the journal (test_own_data)",
    "sleutel": "it shows nothing; that it was renewed is in the journal (test_checks)",
}


QUIET = {
    "bewaarders",
    "herstel",
    "jaarverslag",
    "seed",
    "import-personen",
    "import-scholen",
    "import-meldingen",
    "ambtenaar",
    "toelaten",
}
"""These say how many, or what was typed: if one begins to name people, its line is looked for as well."""


def _commands() -> dict[str, argparse.ArgumentParser]:
    actions = cli._parser()._subparsers._group_actions  # type: ignore[union-attr]
    found: dict[str, argparse.ArgumentParser] = dict(actions[0].choices)  # type: ignore[arg-type]
    return found


def _options(parser: argparse.ArgumentParser) -> set[str]:
    """The options that change what a command does, by the group of those that exclude each other."""
    groups = parser._mutually_exclusive_groups
    return {action.option_strings[0] for group in groups for action in group._group_actions}


def test_every_command_has_an_example() -> None:
    commands = _commands()
    assert set(COMMANDS) | set(WITHOUT) == set(commands)
    for name, parser in commands.items():
        tried = {str(word) for example in COMMANDS.get(name, ()) for word in example}
        missing = _options(parser) - tried - {"--adres"}  # chooses dossiers as --school does
        assert not missing, (name, missing)


def _of_people(database: Database) -> set[str]:
    """What tells of whom: names, numbers, ids."""
    with database.read() as connection:
        people = connection.execute(sa.select(schema.persoon.c.bsn, schema.persoon.c.id))
        dossiers = connection.execute(sa.select(schema.dossier.c.id, schema.dossier.c.nummer))
        officers = connection.execute(sa.select(schema.ambtenaar.c.id, schema.ambtenaar.c.naam))
        return {str(value) for rows in (people, dossiers, officers) for row in rows for value in row if value}


def _shown(said: str, marks: Iterable[str]) -> set[str]:
    return {mark for mark in marks if re.search(rf"(?<![\w-]){re.escape(mark)}(?![\w-])", said)}


def _height(database: Database) -> int:
    with database.read() as connection:
        last = journal.head(connection)
    return last.nr if last is not None else 0


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_shows_people_is_in_the_journal(
    name: str, seeded_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LEERPLICHT_SERVER_DATABASE", seeded_url)
    database = open_database(seeded_url)
    _something_to_see(database)
    marks = _of_people(database)
    shown = set()
    for example in COMMANDS[name]:
        before = _height(database)
        main([name, *map(str, example)])
        out, err = capsys.readouterr()
        shown |= (seen := _shown(out + err, marks))
        assert not seen or _height(database) > before, (example, seen)
    database.close()
    assert bool(shown) == (name not in QUIET)


def _something_to_see(database: Database) -> None:
    """A laptop and what it could not read, an account, a line in the journal."""
    laptop = {"id": "dev-1", "ambtenaar": "n.hendriks", "naam": "Laptop", "incarnatie": "i-9"}
    unread = {"apparaat": "dev-1", "entiteit": "dossier", "rev": 1, "reden": "bytes", "gemeld_op": "2026"}
    with database.write() as connection:
        first = connection.execute(sa.select(schema.dossier.c.id).limit(1)).scalar_one()
        gone = {"ingetrokken": False, "gemaakt_op": "2026-11-20"}
        connection.execute(sa.insert(schema.apparaat).values(**laptop, **gone))
        connection.execute(sa.insert(schema.onleesbaar).values(**unread, id=first))
        named = schema.ambtenaar.c.id == "k.bakker"
        connection.execute(sa.update(schema.ambtenaar).where(named).values(issuer="https://x", subject="k"))
        apart = {"op": "op-1", "ambtenaar": "k.bakker", "reden": "out_of_scope", "onderwerp": "g-1"}
        note = {
            "op": "op-1",
            "kind": "create",
            "n": 1,
            "at": MOMENT,
            "entity": "gespreksnotitie",
            "id": "g-1",
        }
        whole = json.dumps({**note, "dossiers": [first], "body": {**NOTE, "dossiers": [first]}})
        connection.execute(sa.insert(schema.quarantaine).values(**apart, inhoud=whole, ontvangen_op=MOMENT))
        slot = RecoverySlot.model_validate({**SLOT, "device": "dev-1"})
        recovery.ask(connection, RecoveryAsk(handle="a" * 64, key="b" * 64, slot=slot), int(time.time()))
        journal.append(connection, Entry("os:x", What.READ, (first,)))


# -- endpoints -------------------------------------------------------------------------------------

SHOWN_TO_ANYBODY = {
    "GET /aanmelden": "of practice: nobody in it is real",
    "POST /aanmelden": "as above",
    "GET /health": "one word, of nobody",
    "GET /ready": "as above",
    "GET /metrics": "counts alone, of nobody (test_operating)",
}
SLOT = {
    "municipality": "x",
    "vault": "v-1",
    "device": "dev-x",
    "number": 1,
    "pairs": [{"first": "griffie", "second": "ict", "blob": "ab"}],
}
ASKED: dict[str, object] = {
    "GET /v1/hello": None,
    "GET /v1/changes": None,
    "GET /v1/digest": None,
    "GET /v1/journaal": None,
    "POST /v1/inzage": {"dossier": "2026-0001", "van": "jongere", "regime": "avg", "reden": "verzoek"},
    "POST /v1/sign-in": None,
    "POST /v1/session": {"handle": "x", "code": "x", "verifier": "x" * 43, "redirect": "x"},
    "POST /v1/renew": {"renewal": "RENEWAL"},
    "POST /v1/device-code": None,
    "POST /v1/token": {"device_code": "x"},
    "POST /v1/devices": {"name": "x", "incarnation": "i-1"},
    "POST /v1/unreadable": {"device": "DEVICE", "records": []},
    "POST /v1/nummers": {"device": "DEVICE", "jaar": 2026, "volg": 1},
    "POST /v1/receipts": {"device": "DEVICE", "ops": ["op-2"]},
    "POST /v1/ops": "a field that a colleague filled meanwhile",
    "POST /v1/sign-out": None,
    "POST /v1/recovery": {"handle": "a" * 64, "key": "b" * 64, "slot": SLOT},
    "POST /v1/recovery/answer": {"handle": "a" * 64},
}
SHOWING = {"GET /v1/changes", "GET /v1/journaal", "POST /v1/inzage", "POST /v1/ops", "POST /v1/receipts"}
PHONE = "070-5550199"


def test_every_endpoint_has_an_example() -> None:
    assert set(ASKED) | set(SHOWN_TO_ANYBODY) == set(MATRIX.endpoints)


def _ask(town: Town, laptop: Laptop, way: str) -> str:
    method, path = way.split()
    if way == "POST /v1/ops":
        return laptop.push(town.office.patch("d-1", telefoon=("070-5550100", 1))).text
    value = ASKED[way]
    if isinstance(value, dict):
        filled = {"RENEWAL": laptop.live.renewal, "DEVICE": laptop.live.device}
        value = {key: filled.get(one, one) if isinstance(one, str) else one for key, one in value.items()}
    return laptop.call(method, path, value).text


@pytest.mark.parametrize("way", ASKED)
def test_an_endpoint_that_shows_people_is_in_the_journal(database: Database, way: str) -> None:
    office = Office(database)
    make_case(office)
    office.grant(BRAM, "d-1")
    with client(database) as http:
        town = Town(office, Hands(), http)
        bram, anna = town.working(BRAM, "i-2"), town.working(ANNA)
        assert bram.push(office.patch("d-1", telefoon=(PHONE, 1))).json()["results"][0]["status"] == "applied"
        with database.write() as connection:
            mine = schema.sessie.c.jkt == anna.prover.thumbprint
            connection.execute(sa.update(schema.sessie).where(mine).values(rollen='["ambtenaar","privacy"]'))
        if way == "POST /v1/receipts":
            _ask(town, anna, "POST /v1/ops")
        before = _height(database)
        said = _ask(town, anna, way)
    seen = _shown(said, {"d-1", BRAM, "Bram", "Fleur Jansen", PHONE})
    assert bool(seen) == (way in SHOWING), said
    assert not seen or _height(database) > before, seen
