"""What must go: found on its day and not the day before, shown, approved by two, and gone everywhere."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from leerplicht_protocol.records import Entity
from leerplicht_server import acts, journal, quarantine, records, retention, schema
from leerplicht_server.__main__ import main
from leerplicht_server.database import Database
from leerplicht_server.journal import Filter
from leerplicht_server.records import Author
from leerplicht_server.retention import Listing
from tests.server.office import ANNA, BRAM, Laptop, Office

ROOT = Path(__file__).parents[2]
RECEIVED = "2016-11-20T14:00:00.000+00:00"
TEN_YEARS = date(2026, 11, 21)
NOW = date(2030, 1, 1)  # the list is the same on every later day


def _file(office: Office, name: str, born: str, *officers: str) -> None:
    office.dossier(name, *officers)
    office.person(f"p-{name}", [name], geboortedatum=born)
    office.edit(name, jongere=f"p-{name}")


def _put(
    database: Database,
    entity: Entity,
    id_: str,
    dossiers: list[str],
    *,
    wpg: bool = False,
    received: str = RECEIVED,
    **fields: Any,
) -> None:
    author = Author("anna", "Anna", regime="wpg" if wpg else "avg")
    with database.write() as connection:
        body = {"dossiers": dossiers, "tekst": "geheim", **fields}
        records.insert(connection, entity, id_, body, author=author)
        records.link(connection, entity, id_, dossiers)
        connection.execute(
            sa.update(schema.record).where(schema.record.c.id == id_).values(ontvangen_op=received)
        )


def _due(database: Database, today: date) -> Listing:
    with database.read() as connection:
        return retention.listing(connection, today)


def _ids(database: Database, today: date) -> set[str]:
    return {one.id for one in _due(database, today).due}


def _destroy(database: Database, today: date) -> None:
    with database.write() as connection:
        retention.destroy(connection, retention.listing(connection, today).due)


def test_the_terms_are_those_of_the_law_data() -> None:
    law = tomllib.loads((ROOT / "resources/wet/privacy.toml").read_text("utf-8"))
    rules = {one["sleutel"]: one for one in law["bepaling"]}
    own = tomllib.loads((ROOT / "src/leerplicht_server/bewaring.toml").read_text("utf-8"))
    assert own["wpg"]["jaren"] == rules["bewaring.wpg"]["waarden"]["afgeschermd_tot_jaren"]
    assert own["leerplicht"]["jaren"] == rules["bewaring.leerplicht"]["waarden"]["jaren_na_geboorte"]
    after = rules["bewaring.kwalificatieplicht"]["waarden"]["jaren_na_einde"]
    assert own["kwalificatieplicht"]["jaren"] == after
    for name in ("leerplicht", "kwalificatieplicht"):
        assert own[name]["grond"] == rules[f"bewaring.{name}"]["artikel"]


def test_police_data_go_the_day_after_ten_years_with_what_hangs_on_them(office: Office) -> None:
    _file(office, "d-1", "20100101", ANNA)
    _put(office.database, Entity.STUK, "s-1", ["d-1"], wpg=True)
    _put(
        office.database,
        Entity.STUKSTAP,
        "stap",
        ["d-1"],
        wpg=True,
        received="2020-01-01T00:00:00+00:00",
        stuk="s-1",
    )
    _put(
        office.database,
        Entity.TAAK,
        "taak",
        ["d-1"],
        wpg=True,
        received="2021-01-01T00:00:00+00:00",
        herkomst="stap",
    )
    _put(
        office.database,
        Entity.STUK,
        "s-2",
        ["d-1"],
        wpg=True,
        received="2020-01-01T00:00:00+00:00",
        aanvulling_op="s-1",
    )
    _put(office.database, Entity.GESPREKSNOTITIE, "g-1", ["d-1"])
    assert _ids(office.database, date(2026, 11, 20)) == set()
    assert _ids(office.database, TEN_YEARS) == {"s-1", "stap", "taak"}
    assert {one.since for one in _due(office.database, TEN_YEARS).due} == {TEN_YEARS}


@pytest.mark.parametrize(
    ("first", "goes"),
    [
        ("2016-02-29T10:00:00+00:00", date(2026, 3, 1)),
        ("2016-02-28T22:59:00+00:00", date(2026, 3, 1)),
        ("2016-02-28T23:01:00+00:00", date(2026, 3, 1)),
        ("2016-12-31T23:30:00+00:00", date(2027, 1, 2)),
    ],
    ids=["29 February", "28 February", "already 29 in Amsterdam", "already next year in Amsterdam"],
)
def test_the_day_is_that_of_amsterdam(office: Office, first: str, goes: date) -> None:
    _file(office, "d-1", "20100101")
    _put(office.database, Entity.VERHOOR, "v-1", ["d-1"], wpg=True, received=first)
    assert (
        _ids(office.database, goes.replace(day=goes.day - 1) if goes.day > 1 else date(2026, 2, 28)) == set()
    )
    assert _ids(office.database, goes) == {"v-1"}


def test_the_first_day_is_that_of_the_laptop_put_right(office: Office) -> None:
    _file(office, "d-1", "20100101")
    _put(office.database, Entity.VERHOOR, "v-1", ["d-1"], wpg=True)
    with office.database.write() as connection:
        late = {"apparaat_op": "2016-11-10T14:00:00+00:00", "klok_ms": 2 * 24 * 3600 * 1000}
        connection.execute(sa.update(schema.record).where(schema.record.c.id == "v-1").values(**late))
    assert [one.since for one in _due(office.database, TEN_YEARS).due] == [date(2026, 11, 13)]


@pytest.mark.parametrize(
    ("born", "received", "goes"),
    [
        ("20070315", "2020-01-01T00:00:00+00:00", date(2026, 3, 15)),
        ("20070315", "2023-03-14T10:00:00+00:00", date(2026, 3, 15)),
        ("20070315", "2023-03-15T10:00:00+00:00", date(2027, 3, 15)),
        ("20070300", "2020-01-01T00:00:00+00:00", date(2026, 3, 31)),
        ("20070000", "2020-01-01T00:00:00+00:00", date(2026, 12, 31)),
        ("20080229", "2020-01-01T00:00:00+00:00", date(2027, 3, 1)),
    ],
    ids=[
        "nineteen",
        "the day before sixteen",
        "sixteen: two years after the duty",
        "day unknown",
        "month unknown",
        "29 February",
    ],
)
def test_a_file_goes_by_the_selection_list(office: Office, born: str, received: str, goes: date) -> None:
    _file(office, "d-1", born, ANNA)
    _put(office.database, Entity.GESPREKSNOTITIE, "g-1", ["d-1"], received=received)
    _put(office.database, Entity.VERZUIMMELDING, "m-1", ["d-1"], received="2019-01-01T00:00:00+00:00")
    assert _ids(office.database, date.fromordinal(goes.toordinal() - 1)) == set()
    assert _ids(office.database, goes) == {"d-1", "p-d-1", "g-1", "m-1"}


def test_of_an_unknown_birth_year_nobody_decides(office: Office) -> None:
    _file(office, "d-1", "00000000")
    office.dossier("d-2")
    assert _due(office.database, date(2099, 1, 1)) == Listing((), ("d-1", "d-2"))


def test_what_two_files_share_goes_with_the_last(office: Office) -> None:
    _file(office, "oud", "20000101", ANNA)
    _file(office, "jong", "20150101", ANNA)
    office.person("moeder", ["oud", "jong"])
    _put(office.database, Entity.DEURBEZOEK, "b-1", ["oud", "jong"], received="2010-01-01T00:00:00+00:00")
    assert _ids(office.database, TEN_YEARS) == {"oud", "p-oud"}
    _destroy(office.database, TEN_YEARS)
    with office.database.read() as connection:
        assert records.dossiers_of(connection, Entity.DEURBEZOEK, "b-1") == {"jong"}
    assert _ids(office.database, date(2034, 1, 1)) == {"jong", "p-jong", "moeder", "b-1"}


def test_police_data_keep_their_file_alive(office: Office) -> None:
    _file(office, "d-1", "20000101", ANNA)
    _put(office.database, Entity.GESPREKSNOTITIE, "g-1", ["d-1"], received="2010-01-01T00:00:00+00:00")
    _put(office.database, Entity.VERHOOR, "v-1", ["d-1"], wpg=True, received="2017-01-01T00:00:00+00:00")
    assert _ids(office.database, TEN_YEARS) == {"g-1"}
    assert _ids(office.database, date(2027, 1, 2)) == {"g-1", "v-1", "d-1", "p-d-1"}


def test_a_laptop_drops_it_and_nothing_of_it_stays(office: Office) -> None:
    _file(office, "d-1", "20000101", ANNA)
    _file(office, "d-2", "20150101", ANNA)
    _put(office.database, Entity.GESPREKSNOTITIE, "g-1", ["d-1"], received="2010-01-01T00:00:00+00:00")
    _put(office.database, Entity.VERHOOR, "v-1", ["d-2"], wpg=True)
    laptop = Laptop(office.database, ANNA)
    laptop.pull()
    assert {"d-1", "g-1", "v-1"} <= {id_ for _, id_ in laptop.holds()}
    _destroy(office.database, TEN_YEARS)
    laptop.pull()
    assert laptop.holds() == office.visible(ANNA)
    assert not {"d-1", "p-d-1", "g-1", "v-1"} & {id_ for _, id_ in laptop.holds()}
    with office.database.read() as connection:
        rows = connection.execute(sa.select(schema.record).where(schema.record.c.weg)).all()
        assert {row.inhoud for row in rows} == {"{}"}
        logged = connection.execute(sa.select(schema.veldlog.c.id)).scalars().all()
    assert "d-1" not in logged
    assert "d-2" in logged
    assert _ids(office.database, TEN_YEARS) == set()


# -- on the command line ---------------------------------------------------------------------------

WHY = ("--reden", "jaarlijkse ronde")


@pytest.fixture
def case(real_database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Database:
    monkeypatch.setenv("LEERPLICHT_SERVER_DATABASE", database_url)
    office = Office(real_database)
    _file(office, "d-1", "20000101", ANNA, BRAM)
    _put(real_database, Entity.VERHOOR, "v-1", ["d-1"], wpg=True, received="2010-01-01T00:00:00+00:00")
    return real_database


def _as(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(acts, "operator", lambda: name)


def test_two_people_see_it_and_it_is_done(
    case: Database, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = _due(case, NOW).mark
    assert main(["vernietiging"]) == 2
    assert "--reden" in capsys.readouterr().err
    _as(monkeypatch, "os:een")
    assert main(["vernietiging", *WHY]) == 0
    shown = capsys.readouterr().out
    assert "02-01-2020  WPG  verhoor v-1, dossier d-1: artikel 14 Wet politiegegevens" in shown
    assert f"Merk van deze lijst: {mark}" in shown
    assert main(["vernietiging", "--uitvoeren", mark, *WHY]) == 2
    assert "nog niet goedgekeurd" in capsys.readouterr().err
    assert main(["vernietiging", "--goedkeuren", "0" * 16, *WHY]) == 2
    assert "een andere" in capsys.readouterr().err
    assert main(["vernietiging", "--goedkeuren", mark, *WHY]) == 0
    assert main(["vernietiging", "--uitvoeren", mark, *WHY]) == 2
    assert "zelf goedgekeurd" in capsys.readouterr().err
    assert _ids(case, NOW) == {"v-1", "d-1", "p-d-1"}
    _as(monkeypatch, "os:twee")
    assert main(["vernietiging", "--uitvoeren", mark, *WHY]) == 0
    assert "Vernietigd: 1 dossier (AVG), 1 persoon (AVG), 1 verhoor (WPG)." in capsys.readouterr().out
    assert _ids(case, NOW) == set()
    assert main(["vernietiging", *WHY]) == 0
    assert "Er is niets waarvan de bewaartermijn voorbij is." in capsys.readouterr().out


def test_the_journal_tells_that_and_not_what(case: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = _due(case, NOW).mark
    _as(monkeypatch, "os:een")
    main(["vernietiging", "--goedkeuren", mark, *WHY])
    _as(monkeypatch, "os:twee")
    main(["vernietiging", "--uitvoeren", mark, *WHY])
    with case.read() as connection:
        (line,) = journal.lines(connection, Filter(what="vernietigd"), 5)
    assert (line.wie, line.waarop) == ("os:twee", f'["{mark}"]')
    assert line.waarom == "1 dossier (AVG), 1 persoon (AVG), 1 verhoor (WPG); jaarlijkse ronde"
    assert "d-1" not in line.waarom + line.waarop


def test_files_of_unknown_age_are_named(case: Database, capsys: pytest.CaptureFixture[str]) -> None:
    with case.write() as connection:
        records.insert(connection, Entity.DOSSIER, "d-9", {"nummer": "2026-0009", "jongere": None})
        records.link(connection, Entity.DOSSIER, "d-9", ["d-9"])
    assert main(["vernietiging", *WHY]) == 0
    assert "geboortejaar onbekend; beoordeel ze zelf: 2026-0009" in capsys.readouterr().out


# -- what was turned down --------------------------------------------------------------------------


def test_work_that_was_turned_down_goes_after_a_year(office: Office) -> None:
    office.dossier("d-1", BRAM)
    for op in (refused := office.note("d-2", body={"tekst": "geheim"}), waiting := office.note("d-2")):
        office.push(BRAM, op)
    with office.database.write() as connection:
        quarantine.refuse(connection, str(refused["op"]), quarantine.Decision("os:x", "hoort hier niet"))
        decided = sa.update(schema.quarantaine).where(schema.quarantaine.c.op == refused["op"])
        connection.execute(decided.values(besluit_op="2028-02-28T23:30:00.000+00:00"))  # 29 February there
    assert _ids(office.database, date(2029, 2, 28)) == set()
    found = _due(office.database, date(2029, 3, 1))
    assert [one.id for one in found.due] == [refused["op"]]
    assert found.counts == "1 quarantaine (AVG)"
    with office.database.write() as connection:
        retention.destroy(connection, found.due)
        lying = {row.op: row for row in connection.execute(sa.select(schema.quarantaine)).all()}
        (answer,) = quarantine.receipts(connection, BRAM, (str(refused["op"]),))
    assert "geheim" not in lying[refused["op"]].inhoud
    assert lying[refused["op"]].besluit_reden == "hoort hier niet"
    assert answer.reason.startswith("afgewezen")
    assert lying[waiting["op"]].besluit == ""
    assert _ids(office.database, NOW) == set()
