"""What a register's list doubts of itself comes through the import to every laptop, and to ``toon``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from leerplicht_protocol.bronmerk import Bronmerk, Onderzoek
from leerplicht_protocol.records import Dossier, Entity, Persoon
from leerplicht_server import records, schema, show
from leerplicht_server.database import Database
from leerplicht_server.importing import persons
from leerplicht_server.importing.report import Outcome
from tests.server import files

PAOLO = "999990408"
pytestmark = pytest.mark.parametrize("seeded_url", ["sqlite"], indirect=True)

Elements = dict[str, str]


def _imported(seeded: Database, tmp_path: Path, change: Callable[[Elements], None]) -> str:
    """The dossier of Paolo after his list came in again; its id."""
    header, row = files.lo3_person(PAOLO, change)
    report = persons.import_file(seeded, files.lo3_file(tmp_path / "p.csv", header, [row]))
    assert report.counts[Outcome.CHANGED] == 1, report.text()
    with seeded.read() as connection:
        jongere = sa.select(schema.dossier.c.id).join(
            schema.persoon, schema.persoon.c.id == schema.dossier.c.persoon
        )
        return str(connection.execute(jongere.where(schema.persoon.c.bsn == PAOLO)).scalar_one())


def _read(seeded: Database, dossier_id: str) -> tuple[Dossier, Persoon, str]:
    with seeded.read() as connection:
        stored = records.load(connection, Entity.DOSSIER, dossier_id)
        assert stored is not None
        person = records.load(connection, Entity.PERSOON, str(stored.fields["jongere"]))
        assert person is not None
        return (
            Dossier.model_validate(stored.fields),
            Persoon.model_validate(person.fields),
            show.show_dossier(connection, dossier_id),
        )


def _doubt(elements: Elements) -> None:
    """Every category that can be doubted, each with a code and days of its own."""
    elements["02.02.40"] = elements["02.02.40"] or "Ouder"
    for place, (category, code) in enumerate(
        {"01": "010240", "02": "020210", "03": "030000", "08": "089999", "11": "113210"}.items(), start=1
    ):
        elements[f"{category}.83.10"] = code
        elements[f"{category}.83.20"] = f"2026010{place}"
        elements[f"{category}.83.30"] = f"2027020{place}"
    elements["08.86.10"] = "20260315"


def test_each_category_travels_with_its_own_code_and_days(seeded: Database, tmp_path: Path) -> None:
    dossier, person, _ = _read(seeded, _imported(seeded, tmp_path, _doubt))
    roles = {one.rol.value: one for one in dossier.betrokkenen}
    marks = {
        mark.groep: mark
        for mark in (
            *person.bronmerken,
            *dossier.bronmerken,
            *roles["ouder1"].bronmerken,
            *roles["ouder2"].bronmerken,
        )
    }
    found = {group: mark.onderzoeken for group, mark in marks.items() if mark.onderzoeken}
    assert found == {
        "persoon": (Onderzoek(aanduiding="010240", begin="20260101", eind="20270201"),),
        "ouder1": (Onderzoek(aanduiding="020210", begin="20260102", eind="20270202"),),
        "ouder2": (Onderzoek(aanduiding="030000", begin="20260103", eind="20270203"),),
        "adres": (Onderzoek(aanduiding="089999", begin="20260104", eind="20270204"),),
        "gezag": (Onderzoek(aanduiding="113210", begin="20260105", eind="20270205"),),
    }
    assert {mark.bron for mark in found_marks(marks)} == {"brp"}
    assert str(marks["adres"].dag) == "2026-03-15"


def found_marks(marks: dict[str, Bronmerk]) -> list[Bronmerk]:
    return [mark for mark in marks.values() if mark.onderzoeken]


def test_the_administrator_reads_each_doubt(seeded: Database, tmp_path: Path) -> None:
    _, _, text = _read(seeded, _imported(seeded, tmp_path, _doubt))
    for line in (
        "IN ONDERZOEK (010240) sinds 01-01-2026 tot 01-02-2027",
        "IN ONDERZOEK (020210) sinds 02-01-2026 tot 02-02-2027",
        "IN ONDERZOEK (030000) sinds 03-01-2026 tot 03-02-2027",
        "VERBLIJFT NIET OP DIT ADRES (089999) sinds 04-01-2026 tot 04-02-2027",
        "IN ONDERZOEK (113210) sinds 05-01-2026 tot 05-02-2027",
        "bron adres: BRP, 2026-03-15",
    ):
        assert line in text


@pytest.mark.parametrize(
    ("code", "begin", "end", "line"),
    [
        ("081100", "20250801", "20251001", "voorbij: in onderzoek (081100) sinds 01-08-2025 tot 01-10-2025"),
        ("081100", "20250801", "00000000", "voorbij: in onderzoek (081100) sinds 01-08-2025 tot onbekend"),
        ("089999", "20250000", "20251001", "voorbij: verblijft niet op dit adres (089999)"),
        ("081100", "20250800", "20990000", "IN ONDERZOEK (081100) sinds ??-08-2025 tot ??-??-2099"),
        ("081100", "onzin", "", "IN ONDERZOEK (081100) sinds onzin"),
    ],
)
def test_an_examination_that_ended_is_not_shouted(
    seeded: Database, tmp_path: Path, code: str, begin: str, end: str, line: str
) -> None:
    def change(elements: Elements) -> None:
        elements |= {"08.83.10": code, "08.83.20": begin, "08.83.30": end}

    assert line in _read(seeded, _imported(seeded, tmp_path, change))[2]


def test_the_same_list_again_is_no_change(seeded: Database, tmp_path: Path) -> None:
    _imported(seeded, tmp_path, _doubt)
    header, row = files.lo3_person(PAOLO, _doubt)
    again = persons.import_file(seeded, files.lo3_file(tmp_path / "p.csv", header, [row]))
    assert again.counts[Outcome.UNCHANGED] == 1


def _clear(elements: Elements, category: str) -> None:
    for name in elements:
        if name.startswith(f"{category}."):
            elements[name] = ""


@pytest.mark.parametrize(
    ("element", "value"),
    [("03.02.40", "."), ("03.62.10", "00000000"), ("03.03.10", "00000000"), ("03.04.10", "O")],
)
def test_a_parent_of_whom_nothing_is_known_is_a_parent(
    seeded: Database, tmp_path: Path, element: str, value: str
) -> None:
    def unknown(elements: Elements) -> None:
        _clear(elements, "03")
        elements[element] = value

    dossier, _, text = _read(seeded, _imported(seeded, tmp_path, unknown))
    (parent,) = (one for one in dossier.betrokkenen if one.rol == "ouder2")
    assert (parent.persoon, parent.naam) == (None, "onbekend")
    assert parent.bronmerken[0].niet_vast_te_stellen == ("030240",)
    assert "ouder 2: onbekend" in text


def test_without_groups_1_to_4_and_62_there_is_no_parent(seeded: Database, tmp_path: Path) -> None:
    def gone(elements: Elements) -> None:
        _clear(elements, "03")
        elements.update({"03.81.10": "0518", "03.82.10": "0518", "03.85.10": "20100101"})

    dossier, _, text = _read(seeded, _imported(seeded, tmp_path, gone))
    assert [one.rol for one in dossier.betrokkenen if one.rol == "ouder2"] == []
    assert "ouder 2" not in text


def test_who_is_of_age_is_under_nobodys_gezag(seeded: Database, tmp_path: Path) -> None:
    def grown(elements: Elements) -> None:
        elements["01.03.10"] = "20060101"
        elements["11.32.10"] = "12"

    dossier, _, text = _read(seeded, _imported(seeded, tmp_path, grown))
    assert {one.gezag for one in dossier.betrokkenen if one.rol.startswith("ouder")} == {True}
    assert "meerderjarig: niemand heeft gezag" in text
    assert "gezag: ja" not in text


def _fields(**changed: Any) -> dict[str, Any]:
    return Persoon(bsn="999970021").model_dump(mode="json") | changed


def test_a_mark_of_a_later_server_is_read_by_an_older_laptop(seeded: Database) -> None:
    later = {"groep": "adres", "bron": "kadaster", "dag": "2026-01-02", "zeker": 3}
    (mark,) = Persoon.model_validate(_fields(bronmerken=[later])).bronmerken
    assert (mark.bron, str(mark.dag)) == ("kadaster", "2026-01-02")
    assert Persoon.model_validate({"bsn": "999970021"}).bronmerken == ()
