"""The journal: what is written in it, that nobody changes it, and that every tampering shows."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from leerplicht_protocol.messages import JournalHead
from leerplicht_server import journal, journal_words, schema
from leerplicht_server.__main__ import main
from leerplicht_server.database import Database, open_database
from leerplicht_server.errors import DatabaseError
from leerplicht_server.http import witness
from leerplicht_server.identity import officers
from leerplicht_server.journal import Entry, Filter, What
from leerplicht_server.migrate import migrate
from tests.server import files
from tests.server.office import ANNA, BRAM, Office
from tests.server.web import client, sign_in


def _fill(database: Database, count: int = 60) -> JournalHead:
    for number in range(count):
        with database.write() as connection:
            head = journal.append(connection, Entry(f"os:{number}", What.READ, (f"d-{number}",), "zaak"))
    return head


def _lines(database: Database, what: str = "") -> list[Any]:
    with database.read() as connection:
        return journal.lines(connection, Filter(what=what), 500)


def _told(database: Database) -> list[tuple[str, str]]:
    return [(row.wie, row.wat) for row in reversed(_lines(database))]


# -- nobody changes it -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement", ["UPDATE journaal SET waarom = 'x' WHERE nr = 7", "DELETE FROM journaal WHERE nr = 7"]
)
def test_the_server_cannot_change_a_line(database: Database, statement: str) -> None:
    _fill(database, 9)
    with pytest.raises(DatabaseError), database.write() as connection:
        connection.execute(sa.text(statement))
    with database.read() as connection:
        assert journal.check(connection) == ""


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.postgres
def test_nor_can_it_be_emptied(database: Database) -> None:
    _fill(database, 3)
    with pytest.raises(DatabaseError), database.write() as connection:
        connection.execute(sa.text("TRUNCATE journaal"))


def test_writers_from_all_sides_make_one_chain(database: Database) -> None:
    threads = [threading.Thread(target=_fill, args=(database, 25)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.read() as connection:
        assert journal.check(connection) == ""
        last = journal.head(connection)
    assert last is not None
    assert last.nr == 100


def test_an_act_that_fails_leaves_no_line(database: Database) -> None:
    with suppress(ZeroDivisionError), database.write() as connection:
        journal.append(connection, Entry("os:x", What.READ))
        raise ZeroDivisionError
    assert _lines(database) == []


# -- an administrator of the database is seen ------------------------------------------------------

CHANGED, GONE = "Regel 7 is niet zoals hij geschreven is", "Regel {} ontbreekt"
SWAP = (
    "UPDATE journaal SET nr = CASE nr WHEN 7 THEN -8 WHEN 8 THEN -7 END WHERE nr IN (7, 8)",
    "UPDATE journaal SET nr = -nr WHERE nr < 0",
)
INSERT = (
    "UPDATE journaal SET nr = nr + 1000 WHERE nr >= 7",
    "UPDATE journaal SET nr = nr - 999 WHERE nr > 1000",
    "INSERT INTO journaal SELECT 7, op, wie, apparaat, 'verzonnen', waarop, waarom, vorige, hash "
    "FROM journaal WHERE nr = 8",
)
CUT = "Het journaal is ingekort: er was een regel 60"
TAMPERED: dict[str, tuple[tuple[str, ...], str]] = {
    "who": (("UPDATE journaal SET wie = 'os:ander' WHERE nr = 7",), CHANGED),
    "when": (("UPDATE journaal SET op = '2026-01-01T00:00:00+00:00' WHERE nr = 7",), CHANGED),
    "what": (("UPDATE journaal SET wat = 'verstrekt' WHERE nr = 7",), CHANGED),
    "on what": (("UPDATE journaal SET waarop = '[]' WHERE nr = 7",), CHANGED),
    "why": (("UPDATE journaal SET waarom = 'anders' WHERE nr = 7",), CHANGED),
    "laptop": (("UPDATE journaal SET apparaat = 'dev-x' WHERE nr = 7",), CHANGED),
    "with another hash": (("UPDATE journaal SET waarom = 'anders', hash = 'a' WHERE nr = 7",), CHANGED),
    "removed": (("DELETE FROM journaal WHERE nr = 7",), GONE.format(7)),
    "first removed": (("DELETE FROM journaal WHERE nr = 1",), GONE.format(1)),
    "swapped": (SWAP, CHANGED),
    "put in between": (INSERT, CHANGED),
    "tail cut off": (
        ("DELETE FROM journaal WHERE nr > 50",),
        "Het journaal is ingekort: er was een regel 60",
    ),
    "emptied": (("DELETE FROM journaal",), CUT),
    "emptied, with its mark": (
        ("DELETE FROM journaal", "DELETE FROM meta WHERE naam = 'journaal'"),
        "Het journaal is leeg, en er zijn wel gegevens",
    ),
    "the mark removed": (("DELETE FROM meta WHERE naam = 'journaal'",), "Het merk van het journaal is"),
}


def _unguarded(database: Database) -> None:
    with database.write() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.text("ALTER TABLE journaal DISABLE TRIGGER ALL"))
        else:
            connection.execute(sa.text("DROP TRIGGER journaal_vast"))
            connection.execute(sa.text("DROP TRIGGER journaal_heel"))


@pytest.mark.parametrize("how", TAMPERED)
@pytest.mark.usefixtures("office")
def test_every_tampering_shows(database: Database, how: str) -> None:
    _fill(database)
    statements, found = TAMPERED[how]
    _unguarded(database)
    with database.write() as connection:
        for statement in statements:
            connection.execute(sa.text(statement))
    with database.read() as connection:
        assert found in journal.check(connection)


@pytest.mark.parametrize("count", [7, 60, 80])
def test_a_chain_begun_anew_shows(database: Database, count: int) -> None:
    """Also when the program itself goes on writing: what it kept of the old chain stays."""
    _fill(database)
    _unguarded(database)
    with database.write() as connection:
        connection.execute(sa.text("DELETE FROM journaal"))
    _fill(database, count)
    with database.read() as connection:
        assert ("ingekort" if count < 60 else "herschreven") in journal.check(connection)


def test_a_line_put_at_the_end_shows(database: Database) -> None:
    head = _fill(database, 3)
    line = {"nr": 4, "op": "2026-11-20T14:00:00", "wie": ANNA, "apparaat": "", "wat": "gelezen"}
    line |= {"waarop": "[]", "waarom": ""}
    with database.write() as connection:
        sealed = journal._seal(head.hash, line)
        connection.execute(sa.insert(schema.journaal).values(**line, vorige=head.hash, hash=sealed))
    with database.read() as connection:
        assert "die de server niet schreef" in journal.check(connection)


def test_a_chain_written_anew_with_its_mark_shows_beside_one_elsewhere(database: Database) -> None:
    head = _fill(database)
    _unguarded(database)
    with database.write() as connection:
        connection.execute(sa.text("DELETE FROM journaal"))
        connection.execute(sa.text("DELETE FROM meta WHERE naam = 'journaal'"))
    _fill(database)
    with database.read() as connection:
        assert journal.check(connection) == ""  # alone the chain cannot know
        assert "herschreven: regel 60" in journal.check(connection, (head.nr, head.hash[: journal.PREFIX]))


# -- what is written -------------------------------------------------------------------------------


def test_a_page_of_the_feed_names_its_dossiers_once(office: Office) -> None:
    office.dossier("d-1", ANNA)
    office.dossier("d-2", ANNA, BRAM)
    with client(office.database) as http:
        anna = sign_in(http, ANNA)
        place = anna.changes().next
        anna.changes(place)
    given = _lines(office.database, what=What.PROVIDED.value)
    assert [(row.wie, row.apparaat, row.waarop) for row in given] == [(ANNA, anna.device, '["d-1", "d-2"]')]
    assert _told(office.database)[-1] == (ANNA, "verstrekt")


def test_every_refusal_is_one_line_with_who_and_why(office: Office) -> None:
    office.dossier("d-1", ANNA)
    with client(office.database) as http:
        bram = sign_in(http, BRAM)
        bram.push(office.note("d-1"))
        bram.get("/v1/changes", cursor="verzonnen")
        bram.get("/v1/changes", limit=0)
        http.get("/v1/changes")
        http.get("/v1/bestaat-niet")
        with office.database.write() as connection:
            officers.revoke_device(connection, bram.device)
        bram.get("/v1/digest")
    refused = [(row.wie, row.waarop, row.waarom) for row in _lines(office.database, what=What.REFUSED.value)]
    assert list(reversed(refused)) == [
        (BRAM, '["d-1"]', "out_of_scope"),
        (BRAM, '["GET /v1/changes"]', "400 cursor"),
        (BRAM, '["GET /v1/changes"]', "422 vorm"),
        (witness.STRANGER, '["GET /v1/changes"]', "401 aanmelden"),
        (witness.STRANGER, '["GET -"]', "404 404"),
        # Nothing tells who it was any more: his sessions ended with his laptop.
        (witness.STRANGER, '["GET /v1/digest"]', "401 aanmelden"),
    ]


def test_a_stranger_does_not_fill_it(office: Office) -> None:
    with client(office.database) as http:
        for _ in range(witness.A_MINUTE + 20):
            assert http.get("/v1/changes").status_code == 401
    assert len(_lines(office.database)) == witness.A_MINUTE


def test_what_was_too_much_is_told_afterwards() -> None:
    moment = [1_000.0]
    told = witness.Told(lambda: moment[0])
    said = [told.one_more(ANNA) for _ in range(witness.A_MINUTE + 5)]
    assert said == [(True, 0)] * witness.A_MINUTE + [(False, 0)] * 5
    assert told.one_more(BRAM) == (True, 0)
    moment[0] += 60
    assert told.one_more(ANNA) == (True, 5)


def test_who_signed_in_does_not_fill_it_either(office: Office) -> None:
    """Refusals, the same numbers again, the same laptop again: none of it is worth a line each."""
    with client(office.database) as http:
        anna = sign_in(http, ANNA)
        block = {"device": anna.device, "jaar": 2026, "volg": 1}
        again = {"name": "Laptop 1", "incarnation": "i-1"}
        before = len(_lines(office.database))
        for _ in range(witness.A_MINUTE + 20):
            assert anna.get("/v1/changes", limit=0).status_code == 422
        for _ in range(10):
            assert anna.http.post("/v1/nummers", json=block, auth=anna.auth).status_code == 200
            assert anna.http.post("/v1/devices", json=again, auth=anna.auth).status_code == 200
    added = Counter(row.wat for row in _lines(office.database)[:-before])
    assert added == {What.REFUSED.value: witness.A_MINUTE, What.NUMBERS.value: 1}


# -- commands --------------------------------------------------------------------------------------

Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.setenv("LEERPLICHT_SERVER_DATABASE", database_url)
    monkeypatch.setenv("USER", "vervalst")
    monkeypatch.setenv("LOGNAME", "vervalst")

    def command(*arguments: object) -> tuple[int, str]:
        code = main([str(one) for one in arguments])
        return code, "".join(capsys.readouterr())

    return command


def test_every_act_of_an_administrator_is_in_it(run: Run, database_url: str) -> None:
    run("ambtenaar", "j.jansen", "--naam", "J. Jansen", "--reden", "nieuw in dienst")
    run("import-scholen", files.SCHOOLS)
    run("import-personen", files.PEOPLE)
    run("import-meldingen", files.REPORTS)
    run("toewijzen", "j.jansen", "--school", "98GG")
    run("inschrijfrecht", "j.jansen")
    assert run("ambtenaren", "--schors", "j.jansen")[0] == 2
    run("ambtenaren", "--schors", "j.jansen", "--reden", "verlof")
    code, said = run("toon", "2026-0001")
    assert (code, "--reden" in said) == (2, True)
    assert run("toon", "2026-0001", "--reden", "inzageverzoek 12")[0] == 0
    database = open_database(database_url)
    migrate(database)
    rows = list(reversed(_lines(database)))
    database.close()
    assert {row.wie for row in rows} <= {f"os:{_me()}", f"os:{_me()} (sudo van vervalst)"}
    assert [row.wat for row in rows] == [
        "ambtenaar bijgewerkt",
        *["ingelezen"] * 6,
        "toegewezen",
        "inschrijfrecht gegeven",
        "ambtenaar geschorst",
        "gelezen",
    ]
    assert (rows[0].waarom, rows[-2].waarom, rows[-1].waarom) == (
        "nieuw in dienst",
        "verlof",
        "inzageverzoek 12",
    )
    assert rows[2].waarom.startswith("12 nieuw, 0 ongewijzigd")
    assert len(rows[7].waarop) > len('["j.jansen"]')


def _me() -> str:
    return Path.home().owner()


def test_the_journal_is_read_by_filter_and_reading_it_is_in_it(run: Run) -> None:
    run("ambtenaar", "j.jansen", "--naam", "J. Jansen", "--reden", "een\x1b[2Jbel")
    run("inschrijfrecht", "j.jansen")
    assert run("journaal")[0] == 2
    code, said = run("journaal", "--wat", "inschrijfrecht gegeven", "--dossier", "j.jansen", "--reden", "x")
    assert (code, len(said.splitlines())) == (0, 1)
    assert "niet opgegeven" in said
    whole = run("journaal", "--van", "2026-01-01", "--reden", "controle")[1]
    assert "een[2Jbel" in whole
    assert "journaal gelezen" in whole
    nothing = (0, "Er is geen regel die hieraan voldoet.\n")
    assert run("journaal", "--tot", "1999-12-31", "--reden", "controle") == nothing
    for day in ("gisteren", "2026-02-30"):
        code, said = run("journaal", "--van", day, "--reden", "x")
        assert (code, "--van" in said) == (2, True)


def test_the_check_on_the_command_line(run: Run, database_url: str) -> None:
    run("ambtenaar", "j.jansen", "--naam", "J. Jansen")
    code, said = run("journaal", "--controleer")
    mark = said.split("Merk: ")[1].splitlines()[0]
    assert (code, mark[:2]) == (0, "1:")
    run("ambtenaar", "k.bakker", "--naam", "K. Bakker")
    assert run("journaal", "--controleer", "--merk", mark)[0] == 0
    other = f"2:{'0' * 64}"
    assert "herschreven" in run("journaal", "--merk", other)[1]
    assert "ingekort" in run("journaal", "--merk", f"9:{'0' * 64}")[1]
    for wrong in ("zomaar", "", "2:abc", "2"):
        code, said = run("journaal", "--merk", wrong)
        assert (code, "--merk" in said) == (2, True)
    database = open_database(database_url)
    _unguarded(database)
    with database.write() as connection:
        connection.execute(sa.update(schema.journaal).values(wie="os:ander"))
    database.close()
    code, said = run("journaal", "--controleer")
    assert (code, "Regel 1 is niet" in said) == (1, True)


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (
            Entry(ANNA, What.REFUSED, ("d-1", "d-2"), "out_of_scope, invalid: hoe", "dev-1"),
            "d-1, d-2; het dossier",
        ),
        (Entry(ANNA, What.REFUSED, ("d-1",), "invalid: hoe"), "klopt niet met wat is afgesproken (hoe)"),
        (Entry(ANNA, What.REFUSED, ("GET /v1/x",), "403 apparaat_ingetrokken"), "laptop is door de gemeente"),
        (Entry(ANNA, What.REFUSED, ("GET /v1/x",), "422 vorm"), "niet de afgesproken vorm (422)"),
        (Entry(ANNA, What.REFUSED, ("GET -",), "404 404"), "kent dit verzoek niet (404)"),
        (Entry(ANNA, What.PROVIDED, ("d-1",), "3 records"), "d-1; 3 gegevens"),
        (Entry(ANNA, What.SIGNED_IN, (), "ambtenaar"), "anna: aangemeld; ambtenaar"),
    ],
)
def test_a_line_is_told_in_dutch(database: Database, entry: Entry, told: str) -> None:
    with database.write() as connection:
        journal.append(connection, entry)
    with database.read() as connection:
        (row,) = journal.lines(connection, Filter(), 1)
    said = journal_words.line(row, {})
    assert told in said
    assert not {"[", '"', "_"} & set(said)


# -- the head --------------------------------------------------------------------------------------


def test_hello_tells_the_head_and_what_a_laptop_kept(office: Office) -> None:
    with client(office.database) as http:
        assert http.get("/v1/hello").json()["journal"] is None
        head = _fill(office.database, 3)
        said = http.get("/v1/hello", params={"journal": 2}).json()
        assert (said["journal"]["nr"], said["journal"]["hash"]) == (3, head.hash)
        with office.database.read() as connection:
            assert said["journal_seen"] == journal.hash_of(connection, 2)
        for number in (4, 0, -1, 2**63, 2**70):
            assert http.get("/v1/hello", params={"journal": number}).json()["journal_seen"] == ""
