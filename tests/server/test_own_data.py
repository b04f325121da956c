"""A citizen gets his own data under one law, and nothing that tells of another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import sqlalchemy as sa
from pydantic import JsonValue

from leerplicht_protocol.records import Entity
from leerplicht_server import journal, own_data, records, schema
from leerplicht_server.__main__ import main
from leerplicht_server.database import Database
from leerplicht_server.errors import UnknownError
from leerplicht_server.records import Author
from tests.server.office import ANNA, Office

PEOPLE: dict[str, dict[str, JsonValue]] = {
    "jongere": {
        "bsn": "999990019",
        "geboortedatum": "20120304",
        "geslacht": "V",
        "adres": {"11.10": "Dorpsstraat", "11.20": "7", "11.60": "2564AA", "11.70": "Demostad"},
        "lo3": {"02.10": "Fleur Ömer", "02.40": "Jansen"},
    },
    "ouder1": {
        "bsn": "999990020",
        "geslacht": "V",
        "adres": {"11.10": "Dorpsstraat", "11.20": "7", "11.60": "2564AA"},
        "lo3": {"02.10": "Mirjam", "02.40": "Vermeer"},
    },
    "ouder2": {
        "bsn": "999990032",
        "geslacht": "M",
        "geheimhouding": 7,
        "adres": {"11.10": "Geheimlaan", "11.20": "12", "11.60": "8888ZZ"},
        "lo3": {"02.10": "Karel", "02.40": "Jansen"},
    },
}
NAMES = {"jongere": "Fleur Jansen", "ouder1": "Mirjam Vermeer", "ouder2": "Karel Jansen"}
TALK = (
    "Karel Jansen (999990032) woont op Geheimlaan 12, 8888 ZZ. Mirjam zei dat karel belt; Fleur woont op "
    "Dorpsstraat 7, 2564 AA, nummer 999990019. Mentor El Amrani meldde."
)
SECRETS = ("Karel", "karel", "999990032", "Geheimlaan", "8888", "Amrani")


def make_case(office: Office) -> None:
    """A jongere and two parents, one at a secret address, with a record of each kind."""
    database = office.database
    office.dossier("d-1", ANNA)
    with database.write() as connection:
        connection.execute(sa.insert(schema.dossier).values(id="d-1", nummer="2026-0001", afgeleid="{}"))
    circle: list[JsonValue] = []
    for role, fields in PEOPLE.items():
        office.person(f"p-{role}", ["d-1"], **fields)
        circle.append({"rol": role, "naam": NAMES[role], "persoon": f"p-{role}"})
    office.edit("d-1", betrokkenen=circle, jongere="p-jongere")
    _put(
        database, Entity.VERZUIMMELDING, "m-1", melder_naam="El Amrani", reden="Ziek", melder_telefoon="06-1"
    )
    _put(database, Entity.GESPREKSNOTITIE, "g-1", met_wie="moeder", tekst=TALK, gesproken_op="2026-11-20")
    said = [
        {"soort": "gezegd", "spreker": "Mirjam Vermeer", "tekst": "Zij is ziek."},
        {"soort": "gezegd", "spreker": "Karel Jansen", "tekst": "Ik werk."},
    ]
    _put(database, Entity.DEURBEZOEK, "b-1", begonnen_op="2026-11-20", segmenten=said, adres="Geheimlaan 12")
    _put(database, Entity.PROCEDURE, "x-1", soort="meldcode", kop="Zorgen")
    _put(database, Entity.PROCEDURE, "x-2", soort="verlof", kop="Verlof", antwoorden={"waarom": "bruiloft"})
    suspect = {"persoon": "p-ouder1", "naam": "Mirjam Vermeer"}
    answer = [{"tekst": "Karel moest haar brengen.", "antwoord": True}]
    _put(database, Entity.VERHOOR, "v-1", "wpg", verdachte=suspect, regels=answer, begin="2026-11-20")
    _put(database, Entity.VERHOOR, "v-2", "wpg", verdachte={"persoon": "p-ouder2"}, regels=answer)


def _put(database: Database, entity: Entity, id_: str, regime: str = "avg", **fields: Any) -> None:
    with database.write() as connection:
        records.insert(connection, entity, id_, fields, author=Author("anna", "Anna", regime=regime))
        records.link(connection, entity, id_, ["d-1"])


def _given(database: Database, role: str, regime: str = "avg", refused: str = "") -> dict[str, Any]:
    with database.read() as connection:
        return own_data.package(connection, "d-1", role, regime, refused)


def _kinds(given: dict[str, Any]) -> list[str]:
    return [one["gegeven"] for one in given["gegevens"]]


@pytest.fixture
def case(database: Database) -> Database:
    make_case(Office(database))
    return database


def test_the_jongere_gets_what_is_his_and_no_others(case: Database) -> None:
    given = _given(case, "jongere")
    assert _kinds(given) == ["verzuimmelding", "deurbezoek", "gespreksnotitie", "procedure"]
    assert given["register"] == {
        "burgerservicenummer": "999990019",
        "geboren": "20120304",
        "geslacht": "V",
        "straat": "Dorpsstraat",
        "huisnummer": "7",
        "postcode": "2564AA",
        "plaats": "Demostad",
    }
    assert given["in het dossier staan ook"] == ["een ouder", "een ouder"]
    text = json.dumps(given, ensure_ascii=False)
    assert not [secret for secret in (*SECRETS, "Mirjam", "06-1", "Anna") if secret in text]
    note = given["gegevens"][2]["tekst"]
    assert "Fleur woont op Dorpsstraat 7, 2564 AA, nummer 999990019" in note
    assert note.startswith(
        "[naam afgeschermd] ([nummer afgeschermd]) woont op [adres afgeschermd], [adres afgeschermd]."
    )
    assert given["niet meegegeven"] == {"procedure": 1}  # the meldcode waits for a decision


def test_a_parent_gets_only_what_is_of_her(case: Database) -> None:
    given = _given(case, "ouder1")
    assert _kinds(given) == ["deurbezoek", "gespreksnotitie"]
    (said,) = given["gegevens"][0]["segmenten"]
    assert said["tekst"] == "Zij is ziek."
    assert given["niet meegegeven"] == {"verzuimmelding": 1, "procedure": 2}
    text = json.dumps(given, ensure_ascii=False)
    assert not [secret for secret in (*SECRETS, "Fleur", "999990019", "Ziek") if secret in text]


def test_police_data_go_apart_and_can_be_refused(case: Database) -> None:
    given = _given(case, "ouder1", "wpg")
    assert _kinds(given) == ["verhoor"]
    assert given["gegevens"][0]["regels"][0]["tekst"] == "[naam afgeschermd] moest haar brengen."
    assert given["register"] == {}
    assert given["niet meegegeven"] == {"verhoor": 1}
    refused = _given(case, "ouder1", "wpg", "lopend onderzoek")
    assert (refused["gegevens"], refused["soorten"]) == ([], {"verhoor": 1})
    assert _given(case, "jongere", "wpg")["gegevens"] == []


def test_who_is_not_in_it_or_twice_is_told(case: Database) -> None:
    with pytest.raises(UnknownError, match="niemand verzorger"):
        _given(case, "verzorger")
    twice: JsonValue = [{"rol": "verzorger", "naam": name, "persoon": None} for name in ("A. Een", "B. Twee")]
    _edit(case, twice)
    with pytest.raises(UnknownError, match="meer dan een verzorger"):
        _given(case, "verzorger")


def _edit(database: Database, circle: JsonValue) -> None:
    with database.write() as connection:
        old = records.load(connection, Entity.DOSSIER, "d-1")
        assert old is not None
        records.change(connection, old, {"betrokkenen": circle})


def test_it_is_written_for_the_owner_alone_and_in_the_journal(
    real_database: Database,
    database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LEERPLICHT_SERVER_DATABASE", database_url)
    make_case(Office(real_database))
    ask = ["inzageverzoek", "2026-0001", "--van", "jongere", "--naar", str(tmp_path)]
    assert main([*ask, "--regime", "avg"]) == 2
    assert main([*ask, "--regime", "avg", "--weigeren", "x", "--reden", "verzoek"]) == 2
    assert "alleen bij --regime wpg" in capsys.readouterr().err
    assert main([*ask, "--regime", "avg", "--reden", "verzoek"]) == 0
    written, pdf = sorted(tmp_path.glob("inzage-avg-jongere-*"))
    assert written.stat().st_mode & 0o777 == 0o600
    assert json.loads(written.read_text("utf-8"))["van"]["naam"] == "Fleur Jansen"
    pages = pypdfium2.PdfDocument(pdf.read_bytes())
    text = " ".join(pages[n].get_textpage().get_text_range() for n in range(len(pages)))
    assert "geboren: 04-03-2012" in text
    assert "Dorpsstraat 7" in " ".join(text.split())
    assert not [secret for secret in SECRETS if secret in text]
    assert main([*ask, "--regime", "avg", "--reden", "verzoek"]) == 2
    assert "bestaat al" in capsys.readouterr().err
    ask[-1] = str(tmp_path / "weg")
    assert main([*ask, "--regime", "avg", "--reden", "verzoek"]) == 2
    assert "niet te schrijven" in capsys.readouterr().err
    with real_database.read() as connection:
        (line,) = journal.lines(connection, journal.Filter(what="inzage gegeven"), 5)
    assert (line.waarop, line.waarom) == ('["d-1"]', "avg, jongere; verzoek")


def test_a_long_package_takes_more_pages(case: Database) -> None:
    from leerplicht_server.own_data_paper import paper

    given = _given(case, "jongere")
    given["gegevens"] = given["gegevens"] * 40
    assert len(pypdfium2.PdfDocument(paper(given, {"waarvoor": "toezicht " * 60}))) > 5
