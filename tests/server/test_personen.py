from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from pydantic import JsonValue

from leerplicht_protocol.records import Entity
from leerplicht_server import records, schema
from leerplicht_server.database import Database, head
from leerplicht_server.importing import persons
from leerplicht_server.importing.lo3 import is_lo3_date
from leerplicht_server.importing.report import Outcome
from tests.server import files
from tests.server.office import Laptop

PAOLO, HIS_MOTHER = "999990408", "999997610"
NAMES = {
    f"01.{e}": e for e in ("02.10", "02.20", "02.30", "02.40", "03.10", "03.20", "03.30", "04.10", "61.10")
}


def _people(database: Database) -> list[dict[str, object]]:
    with database.read() as connection:
        return [json.loads(text) for text in connection.execute(sa.select(schema.persoon.c.bron)).scalars()]


def _own_rows() -> list[dict[str, str]]:
    header, data = files.lo3_rows()
    return [dict(zip(reversed(header), reversed(row), strict=True)) for row in data if row[0]]


def test_every_name_of_the_register_is_kept_byte_for_byte(seeded: Database) -> None:
    rows = _own_rows()
    # The published rows hold one birthplace "000": a code has four digits.
    rows = [{**row, "01.03.20": "0000" if row["01.03.20"] == "000" else row["01.03.20"]} for row in rows]
    expected = Counter(json.dumps({e: r[c] for c, e in NAMES.items() if r[c]}, sort_keys=True) for r in rows)
    kept = Counter(
        json.dumps({e: v for e, v in _lo3(p).items() if e in NAMES.values()}, sort_keys=True)
        for p in _people(seeded)
    )
    assert kept == expected
    assert sum(kept.values()) == 687


def _lo3(person: dict[str, object]) -> dict[str, str]:
    lo3 = person["lo3"]
    assert isinstance(lo3, dict)
    return lo3


def test_a_laptop_gets_names_addresses_and_partners_byte_for_byte(seeded: Database) -> None:
    laptop = Laptop(seeded, "n.hendriks")
    laptop.pull(50)
    rows = {r["01.01.20"]: r for r in _own_rows()}
    people = [c.fields for (kind, _), c in laptop.records.items() if kind == "persoon"]
    assert len(people) > 90
    for fields in people:
        row, lo3, adres = rows[str(fields["bsn"])], fields["lo3"], fields["adres"]
        assert isinstance(lo3, dict)
        assert isinstance(adres, dict)
        assert {e: lo3.get(e, "") for e in NAMES.values()} == {e: row[c] for c, e in NAMES.items()}
        for element in ("11.10", "11.20", "11.30", "11.40", "11.60", "11.70", "12.10", "13.30"):
            assert adres.get(element, "") == row[f"08.{element}"]
        partners = fields["partners"]
        assert isinstance(partners, list)
        present = [p for p in partners if isinstance(p, dict) and p["actueel"]]
        if row["05.02.40"] and not row["05.07.10"]:
            assert present[0]["02.40"] == row["05.02.40"]


def test_twice_the_same_register_changes_nothing(seeded: Database) -> None:
    with seeded.read() as connection:
        before = head(connection)
    report = persons.import_file(seeded, files.PEOPLE)
    assert [report.counts[u] for u in Outcome] == [0, 687, 0, 0]
    with seeded.read() as connection:
        assert head(connection) == before


def test_history_is_history_and_not_a_person(seeded: Database) -> None:
    with seeded.read() as connection:
        count = sa.select(sa.func.count()).where(schema.persoon.c.bsn == "999996411")
        assert connection.execute(count).scalar_one() == 1
        where = schema.persoon.c.bsn == "999996411"
        row = connection.execute(sa.select(schema.persoon).where(where)).one()
    bron = json.loads(row.bron)
    assert bron["naam"] == "Vica Jacobs"
    assert bron["adres"]["11.10"] == "Franciscus Romanusweg"


def test_without_its_first_column_the_file_says_the_same(database: Database, tmp_path: Path) -> None:
    header, data = files.lo3_rows()
    places = list(range(1, len(header)))
    random.Random(7).shuffle(places)
    header = [header[p] for p in places]
    path = files.lo3_file(tmp_path / "p.csv", header, [[row[p] for p in places] for row in data])
    report = persons.import_file(database, path)
    assert [report.counts[u] for u in Outcome] == [687, 0, 0, 0]


def test_a_narrow_file_tells_persons_apart_by_their_number(database: Database, tmp_path: Path) -> None:
    header = ["01.01.20", "01.02.10", "01.02.40", "01.03.10", "08.11.60"]
    rows = [
        ["999990408", "Paolo", "Jager", "20090101", "2564CJ"],
        ["", "", "", "", "2548AE"],
        ["999990408", "Pablo", "Jager", "20090101", ""],
        ["999992557", "Devikumarie", "Dewansingh", "20100801", "2547EH"],
    ]
    report = persons.import_file(database, files.lo3_file(tmp_path / "p.csv", header, rows))
    assert [report.counts[u] for u in Outcome] == [2, 0, 0, 0]
    assert {p["naam"] for p in _people(database)} == {"Paolo Jager", "Devikumarie Dewansingh"}


def test_the_dead_and_the_departed_are_marked(seeded: Database) -> None:
    people = _people(seeded)
    assert sum(1 for p in people if p["overleden_op"]) == 20
    assert Counter(str(p["opgeschort"]) for p in people if p["opgeschort"]) == Counter(
        {"E": 56, "R": 20, "O": 20, "W": 1, "M": 1}
    )
    assert all(p["adres_sleutel"] is None for p in people if p["overleden_op"] or p["opgeschort"])


def test_a_marker_in_the_wrong_column_is_not_a_death(seeded: Database, tmp_path: Path) -> None:
    report = persons.import_file(seeded, files.PEOPLE)
    assert [(o.line, o.what[:21]) for o in report.notices] == [(1692, "06.08.10 bevat een ru")]
    mother = next(p for p in _people(seeded) if p["bsn"] == "999996277")
    assert mother["overleden_op"] is None
    assert "let op, regel 1692" in report.text()


def test_what_is_unknown_of_a_birthday_stays_unknown(seeded: Database) -> None:
    rows = {r["01.01.20"]: r["01.03.10"] for r in _own_rows() if r["01.01.20"]}
    unknown = {bsn: day for bsn, day in rows.items() if "00" in (day[4:6], day[6:])}
    assert len(unknown) >= 8
    kept = {str(p["bsn"]): p["geboortedatum"] for p in _people(seeded)}
    assert {bsn: kept[bsn] for bsn in unknown} == unknown


def _one(database: Database, path: Path, change: Callable[[dict[str, str]], None], bsn: str = PAOLO) -> str:
    header, row = files.lo3_person(bsn, change)
    report = persons.import_file(database, files.lo3_file(path / "p.csv", header, [row]))
    return report.refused[0].what if report.refused else report.text().splitlines()[-1]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"01.01.20": "", "01.01.10": ""}, "A-nummer en bsn ontbreken allebei"),
        ({"01.01.20": "999990409"}, "bsn faalt de elfproef"),
        ({"01.01.20": "99999040X"}, "bsn heeft geen negen cijfers"),
        ({"01.01.20": "12345678"}, "bsn faalt de elfproef"),
        ({"01.01.20": "000000000"}, "bsn faalt de elfproef"),
        ({"01.01.10": "123"}, "A-nummer heeft geen tien cijfers"),
        ({"01.03.10": "20091301"}, "geboortedatum is geen datum"),
        ({"01.03.10": "20090230"}, "geboortedatum is geen datum"),
        ({"01.03.10": "2009"}, "geboortedatum is geen datum"),
        ({"01.03.10": "1 jan 2009"}, "geboortedatum is geen datum"),
        ({"01.03.10": "01/02/2009"}, "01.03.10 kan op twee manieren worden gelezen (dag/maand of maand/dag)"),
        ({"01.04.10": "X"}, "geslacht is niet M, V of O"),
        ({"07.70.10": "9"}, "07.70.10 is geen code voor geheimhouding"),
        ({"06.08.10": "gisteren"}, "datum van overlijden is geen datum"),
    ],
)
@pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)
def test_a_person_that_cannot_be_is_refused(
    seeded: Database, tmp_path: Path, fields: dict[str, str], reason: str
) -> None:
    assert _one(seeded, tmp_path, lambda row: row.update(fields)) == reason


def test_a_move_reaches_every_laptop_that_has_to_know(seeded: Database, tmp_path: Path) -> None:
    laptop = Laptop(seeded, "n.hendriks")
    laptop.pull()
    laptop.received.clear()
    moved = {"08.11.60": "2547EH", "08.11.20": "2015", "08.11.10": "Escamplaan", "08.11.15": "Escamplaan"}
    assert (
        _one(seeded, tmp_path, lambda row: row.update(moved))
        == "0 nieuw, 0 ongewijzigd, 1 gewijzigd, 0 geweigerd"
    )
    laptop.pull()
    changed = {(c.entity.value, c.fields.get("naam")) for c in laptop.received if c.entity == Entity.DOSSIER}
    assert ("dossier", "Paolo de Jager") in changed
    assert ("dossier", "Devikumarie Dewansingh") in changed
    paolo = _dossier(laptop, "Paolo de Jager")
    at_home = [b for b in paolo if b["rol"] == "medebewoner"]
    assert at_home
    assert all(b["zelfde_adres"] for b in at_home)
    assert next(b for b in paolo if b["rol"] == "ouder2")["zelfde_adres"] is False


def _dossier(laptop: Laptop, naam: str) -> list[dict[str, JsonValue]]:
    found = next(
        c for c in laptop.records.values() if c.entity == Entity.DOSSIER and c.fields["naam"] == naam
    )
    people = found.fields["betrokkenen"]
    assert isinstance(people, list)
    return [person for person in people if isinstance(person, dict)]


def test_one_person_stands_in_a_file_once(seeded: Database, tmp_path: Path) -> None:
    header, row = files.lo3_person(PAOLO, lambda _row: None)
    report = persons.import_file(seeded, files.lo3_file(tmp_path / "p.csv", header, [row, row]))
    assert [(o.line, o.what) for o in report.refused] == [(3, "deze persoon staat ook op regel 2")]


def test_a_broken_row_of_history_names_its_own_line(seeded: Database, tmp_path: Path) -> None:
    header, row = files.lo3_person(PAOLO, lambda elements: elements.update({"01.02.10": "Pablo"}))
    path = files.lo3_file(tmp_path / "p.csv", header, [row, ["", "", "x"]])
    report = persons.import_file(seeded, path)
    assert report.refused[0].line == 2
    assert "historie op regel 3" in report.refused[0].what
    with seeded.read() as connection:
        naam = sa.select(schema.persoon.c.bron).where(schema.persoon.c.bsn == PAOLO)
        assert json.loads(connection.execute(naam).scalar_one())["naam"] == "Paolo de Jager"


def test_a_patch_of_an_officer_outlives_the_next_import(seeded: Database, tmp_path: Path) -> None:
    with seeded.write() as connection:
        where = schema.dossier.c.nummer == "2026-0002"
        dossier = connection.execute(sa.select(schema.dossier.c.id).where(where)).scalar_one()
        old = records.load(connection, Entity.DOSSIER, dossier)
        assert old is not None
        records.change(connection, old, {"telefoon": "06-van-de-deur"})
    _one(seeded, tmp_path, lambda row: row.update({"01.02.10": "Pablo"}))
    with seeded.read() as connection:
        new = records.load(connection, Entity.DOSSIER, dossier)
    assert new is not None
    assert (new.fields["telefoon"], new.fields["naam"]) == ("06-van-de-deur", "Pablo de Jager")


@pytest.mark.parametrize(
    ("text", "good"),
    [("20080229", True), ("20090229", False), ("20090013", True), ("00000000", True), ("20090431", False)],
)
def test_a_date_of_the_register(text: str, good: bool) -> None:
    assert is_lo3_date(text) is good
