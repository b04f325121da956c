"""A large file goes in by parts: others come in between, and who is cut off goes on where it stopped."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import sqlalchemy as sa

from leerplicht_protocol.records import Entity
from leerplicht_server import records, schema
from leerplicht_server.__main__ import main
from leerplicht_server.database import Database, open_database
from leerplicht_server.errors import DatabaseError
from leerplicht_server.importing import meldingen, schools
from leerplicht_server.importing.in_parts import PART
from leerplicht_server.importing.report import Outcome, Report
from tests.server import files
from tests.server.files import changed, write
from tests.server.office import Laptop

PUPILS = ("999990408", "999996435", "999996447", "999996459")


def _many(path: Path, count: int, mark: str = "B") -> Path:
    template = changed()
    rows = [
        {
            **template,
            "meldingsnummer": f"{mark}{n:06d}",
            "bsn": PUPILS[n % 4],
            "leerjaar": f"klas {n % 7}",
            "datum_melding": f"2026-12-{n % 25 + 1:02d}",
        }
        for n in range(count)
    ]
    return write(path / f"{mark}.csv", rows)


def _count(database: Database) -> int:
    with database.read() as connection:
        where = schema.record.c.entiteit == Entity.VERZUIMMELDING.value
        return int(connection.execute(sa.select(sa.func.count()).where(where)).scalar_one())


def test_the_dossier_says_the_same_as_when_it_came_in_one_by_one(seeded: Database, tmp_path: Path) -> None:
    path = _many(tmp_path, 2 * PART + 10)
    meldingen.import_file(seeded, path)
    newest: dict[str, tuple[tuple[str, str], str]] = {}
    for row in files.rows(path):
        key = (row["datum_melding"], row["meldingsnummer"])
        newest[row["bsn"]] = max(newest.get(row["bsn"], (("", ""), "")), (key, row["leerjaar"]))
    with seeded.read() as connection:
        for bsn, (_, leerjaar) in newest.items():
            person = schema.persoon.c.bsn == bsn
            statement = sa.select(schema.dossier.c.id).join(schema.persoon).where(person)
            id_ = connection.execute(statement).scalar_one()
            dossier = records.load(connection, Entity.DOSSIER, id_)
            assert dossier is not None
            assert dossier.fields["leerjaar"] == leerjaar


def test_every_report_of_every_part_reaches_the_laptop(seeded: Database, tmp_path: Path) -> None:
    before = Laptop(seeded, "n.hendriks")
    before.pull()
    meldingen.import_file(seeded, _many(tmp_path, PART + 3))
    before.pull()
    fresh = {c.id for c in before.received if c.id.startswith("vm-B")}
    assert len(fresh) == PART + 3
    after = Laptop(seeded, "n.hendriks")
    after.pull()
    assert after.holds() == before.holds()


def test_somebody_else_writes_between_two_parts(seeded: Database, tmp_path: Path) -> None:
    seen: list[int] = []

    def write_between(report: Report) -> None:
        seen.append(report.up_to_line)
        with seeded.write() as connection:
            fields = records.load(connection, Entity.VERZUIMMELDING, "vm-B000000")
            assert fields is not None
            later = {"datum_melding": "2026-12-31", "leerjaar": "door een ander"}
            records.change(connection, fields, later)

    verslag = Report(progress=write_between)
    meldingen.import_file(seeded, _many(tmp_path, 2 * PART), report=verslag)
    assert seen == [PART + 1]
    with seeded.read() as connection:
        [id_] = records.dossiers_of(connection, Entity.VERZUIMMELDING, "vm-B000000")
        dossier = records.load(connection, Entity.DOSSIER, id_)
    assert dossier is not None
    assert dossier.fields["leerjaar"] == "door een ander"


def test_two_imports_side_by_side_both_end(seeded_url: str, tmp_path: Path) -> None:
    paths = [_many(tmp_path, 3 * PART, mark) for mark in "CD"]
    reports: list[Report] = []

    def read(path: Path) -> None:
        database = open_database(seeded_url)
        try:
            reports.append(meldingen.import_file(database, path))
        finally:
            database.close()

    threads = [threading.Thread(target=read, args=(path,)) for path in paths]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [report.counts[Outcome.NEW] for report in reports] == [3 * PART, 3 * PART]


class _CutError(Exception):
    """The plug is pulled."""


def _cut(report: Report) -> None:
    raise _CutError


def test_who_was_cut_off_goes_on_with_the_same_file(seeded: Database, tmp_path: Path) -> None:
    path, before = _many(tmp_path, 2 * PART + 1), _count(seeded)
    verslag = Report(progress=_cut)
    with pytest.raises(_CutError):
        meldingen.import_file(seeded, path, report=verslag)
    assert verslag.up_to_line == PART + 1
    assert verslag.counts[Outcome.NEW] == PART == _count(seeded) - before
    again = meldingen.import_file(seeded, path)
    assert [again.counts[u] for u in Outcome] == [PART + 1, PART, 0, 0]


def test_a_part_that_failed_is_not_counted(
    seeded: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    verslag = Report(progress=lambda report: monkeypatch.setattr(records, "insert_many", _broken))
    with pytest.raises(DatabaseError):
        meldingen.import_file(seeded, _many(tmp_path, 2 * PART), report=verslag)
    assert sum(verslag.counts.values()) == PART


def _broken(*_: object) -> None:
    raise DatabaseError("De database is weg.")


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an own database behind the commands."""
    monkeypatch.setenv("LEERPLICHT_SERVER_DATABASE", f"sqlite:///{tmp_path / 'g.db'}")
    return tmp_path


def test_a_command_tells_how_far_it_came(
    empty: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{**files.rows(files.SCHOOLS)[0], "VESTIGINGSCODE": f"{n % 100:02d}"} for n in range(100)]
    written = [{**row, "INSTELLINGSCODE": f"{n:02d}AA"} for n in range(10, 22) for row in rows]
    assert main(["import-scholen", str(write(empty / "s.csv", written))]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines()[-1] == "1200 nieuw, 0 ongewijzigd, 0 gewijzigd, 0 geweigerd"
    assert err.splitlines() == ["Tot en met regel 501 ingelezen.", "Tot en met regel 1001 ingelezen."]
    monkeypatch.setattr(schools, "_keep", _interrupted_after(700))
    assert main(["import-scholen", str(empty / "s.csv")]) == 130
    out, err = capsys.readouterr()
    assert out.splitlines()[-2] == "0 nieuw, 500 ongewijzigd, 0 gewijzigd, 0 geweigerd"
    assert out.splitlines()[-1].startswith("Afgebroken na regel 501: ")


def _interrupted_after(count: int) -> object:
    done: list[None] = []

    def bewaar(*_: object) -> Outcome:
        done.append(None)
        if len(done) > count:
            raise KeyboardInterrupt
        return Outcome.UNCHANGED

    return bewaar


HEAD = ";".join(files.rows(files.SCHOOLS)[0])


@pytest.mark.parametrize("command", ["import-scholen", "import-personen", "import-meldingen"])
@pytest.mark.parametrize(
    ("body", "status", "word"),
    [
        ("", 0, "onder de kop staat niets"),
        ("\r\r\n;;;\n", 0, "onder de kop staat niets"),
        ("Totaal;37\n", 1, "Er is niets gelezen"),
        ("onzin\n", 1, "te weinig velden"),
        ("onzin\r", 1, "te weinig velden"),
        ('"open\n', 1, "aanhalingsteken"),
        ("Zoë\n", 2, "UTF-8"),
    ],
)
def test_a_body_of_which_nothing_was_read_is_never_a_success(
    empty: Path, capsys: pytest.CaptureFixture[str], command: str, body: str, status: int, word: str
) -> None:
    header, _ = files.lo3_rows()
    heads = {
        "import-scholen": HEAD,
        "import-personen": ";".join(header),
        "import-meldingen": ";".join(files.rows(files.REPORTS)[0]),
    }
    path = empty / "leeg.csv"
    path.write_bytes(f"{heads[command]}\n{body}".encode("utf-8" if "ë" not in body else "latin-1"))
    assert main([command, str(path)]) == status
    out, err = capsys.readouterr()
    assert word in out + err
