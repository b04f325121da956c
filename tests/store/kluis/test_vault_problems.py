"""What goes wrong on a disk: each has its own name, and nothing is deleted or changed by looking."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from leerplicht_desktop.casework.ports.kluis import KluisToestand, Work
from leerplicht_desktop.casework.problems import (
    AlleenLezen,
    KluisBeschadigd,
    KluisBezet,
    KluisNieuwer,
    SchijfVol,
    SleutelsOntbreken,
)
from leerplicht_desktop.store.kluis.schema import Step, steps
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.world import WACHTZIN, StilleKlok, begin_bezoek, fingerprints, vault

NOBODY = 65534


@pytest.fixture
def dicht(kluis: SqlKluis, klok: StilleKlok) -> SqlKluis:
    """A vault with some work in it, closed."""
    begin_bezoek(kluis, klok, ("d-1",), "Zij zegt dat hij slaapt. " * 4000)
    kluis.sluit()
    return kluis


def test_a_newer_major_version_is_refused_untouched(dicht: SqlKluis, map_: Path, klok: StilleKlok) -> None:
    later = (*steps(), Step(200, "CREATE TABLE later (a TEXT) STRICT;\n"))
    newer = vault(map_, klok, known=later)
    newer.ontgrendel(WACHTZIN)
    newer.sluit()
    before = fingerprints(map_)
    with pytest.raises(KluisNieuwer):
        dicht.ontgrendel(WACHTZIN)
    assert fingerprints(map_) == before


def test_a_newer_version_that_crashed_is_refused_with_its_log_untouched(
    dicht: SqlKluis, map_: Path, klok: StilleKlok, tmp_path: Path
) -> None:
    newer = vault(map_, klok, known=(*steps(), Step(200, "CREATE TABLE later (a TEXT) STRICT;\n")))
    newer.ontgrendel(WACHTZIN)
    newer.doe(lambda work: work.inrichting.zet("thema", "donker"))
    crashed = tmp_path / "crash"
    shutil.copytree(map_, crashed)
    newer.sluit()
    watched = [crashed / "kluis.db", crashed / "kluis.db-wal"]
    before = [path.read_bytes() for path in watched]
    with pytest.raises(KluisNieuwer):
        vault(crashed, klok).ontgrendel(WACHTZIN)
    assert [path.read_bytes() for path in watched] == before


def test_a_newer_minor_version_opens(dicht: SqlKluis, map_: Path, klok: StilleKlok) -> None:
    later = Step(steps()[-1].version + 1, "CREATE TABLE later (a TEXT) STRICT;\n")
    newer = vault(map_, klok, known=(*steps(), later))
    newer.ontgrendel(WACHTZIN)
    newer.sluit()
    dicht.ontgrendel(WACHTZIN)
    assert dicht.lees(lambda caseload: caseload.sync().te_verzenden) == 0


@pytest.mark.parametrize("over", [0, 100, 4096, 40_000, -1])
def test_a_truncated_file_is_called_damaged_and_kept(dicht: SqlKluis, map_: Path, over: int) -> None:
    database = map_ / "kluis.db"
    whole = database.read_bytes()
    database.write_bytes(whole[:over])
    with pytest.raises(KluisBeschadigd):
        dicht.ontgrendel(WACHTZIN)
    assert database.read_bytes() == whole[:over]
    database.write_bytes(whole)
    dicht.ontgrendel(WACHTZIN)


@pytest.mark.parametrize("part", [0.0, 0.01, 0.3, 0.6, 0.999])
def test_a_flipped_bit_is_called_damaged_and_kept(dicht: SqlKluis, map_: Path, part: float) -> None:
    database = map_ / "kluis.db"
    content = bytearray(database.read_bytes())
    content[int(part * (len(content) - 1))] ^= 1
    database.write_bytes(content)
    with pytest.raises(KluisBeschadigd) as problem:
        dicht.ontgrendel(WACHTZIN)
    assert "niets gewist" in problem.value.remedie
    assert database.read_bytes() == bytes(content)


def test_damage_that_appears_while_working_has_its_name(
    kluis: SqlKluis, map_: Path, klok: StilleKlok
) -> None:
    begin_bezoek(kluis, klok, ("d-1",), "x")
    kluis.sluit()
    kluis.ontgrendel(WACHTZIN)
    database = map_ / "kluis.db"
    content = database.read_bytes()
    database.write_bytes(content[:8192] + bytes(len(content) - 8192))
    with pytest.raises(KluisBeschadigd):
        kluis.lees(lambda caseload: caseload.tijdlijn("d-1"))


def test_a_file_of_another_program_is_called_damaged(dicht: SqlKluis, map_: Path) -> None:
    (map_ / "kluis.db").write_bytes(b"SQLite format 3\x00" + bytes(8176))
    with pytest.raises(KluisBeschadigd):
        dicht.ontgrendel(WACHTZIN)


def test_missing_slots_come_from_the_copy_and_are_put_back(dicht: SqlKluis, map_: Path) -> None:
    whole = (map_ / "sleutels.json").read_bytes()
    (map_ / "sleutels.json").unlink()
    dicht.ontgrendel(WACHTZIN)
    assert (map_ / "sleutels.json").read_bytes() == whole


@pytest.mark.parametrize("rommel", [b"", b"{}", b"[1]", b"null", b'{"controle": 1}', b"\xff\xfe", b"{"])
def test_broken_slots_come_from_the_copy_and_the_broken_file_is_kept(
    dicht: SqlKluis, map_: Path, rommel: bytes
) -> None:
    (map_ / "sleutels.json").write_bytes(rommel)
    dicht.ontgrendel(WACHTZIN)
    assert (map_ / "sleutels.json.beschadigd").read_bytes() == rommel
    assert json.loads((map_ / "sleutels.json").read_bytes())["versie"] == 2


@pytest.mark.parametrize("weg", [True, False])
def test_without_any_slots_the_vault_says_so_and_stays(dicht: SqlKluis, map_: Path, weg: bool) -> None:
    for name in ("sleutels.json", "sleutels.json.bak"):
        if weg:
            (map_ / name).unlink()
        else:
            (map_ / name).write_bytes((map_ / name).read_bytes().replace(b'"rondes": 3', b'"rondes": 1'))
    before = fingerprints(map_)
    with pytest.raises(SleutelsOntbreken):
        dicht.ontgrendel(WACHTZIN)
    assert fingerprints(map_) == before


def test_slots_of_a_newer_program_are_refused(dicht: SqlKluis, map_: Path) -> None:
    found = json.loads((map_ / "sleutels.json").read_bytes())
    del found["controle"]
    found["versie"] = 3
    text = json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    found["controle"] = hashlib.sha256(text.encode()).hexdigest()
    (map_ / "sleutels.json").write_text(json.dumps(found))
    with pytest.raises(KluisNieuwer):
        dicht.ontgrendel(WACHTZIN)


@contextmanager
def _without_rights(folder: Path) -> Iterator[None]:
    """Nobody may write here; as root by being somebody else for a while."""
    folder.chmod(0o555)
    for path in folder.iterdir():
        path.chmod(0o444)
    root = os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)


@pytest.fixture
def open_map() -> Iterator[Path]:
    """A folder that everybody may enter."""
    folder = Path(tempfile.mkdtemp(prefix="kluis-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


def test_a_read_only_folder_has_its_name_and_nothing_changes(open_map: Path, klok: StilleKlok) -> None:
    kluis = vault(open_map, klok)
    kluis.maak(WACHTZIN)
    kluis.sluit()
    before = fingerprints(open_map)
    with _without_rights(open_map):
        with pytest.raises(AlleenLezen):
            kluis.ontgrendel(WACHTZIN)
        with pytest.raises(AlleenLezen):
            kluis.wijzig_wachtzin(WACHTZIN, "nieuw")
        assert fingerprints(open_map) == before


def test_no_vault_is_made_in_a_read_only_folder(open_map: Path, klok: StilleKlok) -> None:
    with _without_rights(open_map):
        with pytest.raises(AlleenLezen):
            vault(open_map, klok).maak(WACHTZIN)
        with pytest.raises(AlleenLezen):
            vault(open_map / "kluis", klok).maak(WACHTZIN)
        assert list(open_map.iterdir()) == []


def test_a_second_opening_is_refused_until_the_first_is_closed(
    kluis: SqlKluis, map_: Path, klok: StilleKlok
) -> None:
    other = vault(map_, klok)
    with pytest.raises(KluisBezet, match="open in een ander venster"):
        other.ontgrendel(WACHTZIN)
    assert other.toestand() is KluisToestand.VERGRENDELD
    kluis.sluit()
    other.ontgrendel(WACHTZIN)
    other.sluit()


def test_a_full_file_rolls_back_and_goes_on_when_there_is_room(kluis: SqlKluis, klok: StilleKlok) -> None:
    bezoek, segment = begin_bezoek(kluis, klok, ("d-1",), "tot hier")
    session = kluis._here().session
    session.control("PRAGMA max_page_count = 1")
    with pytest.raises(SchijfVol):
        kluis.doe(lambda work: work.bezoeken.schrijf(segment, "x" * 400_000))
    assert kluis.lees(lambda caseload: caseload.bezoek(bezoek)).segmenten[0].tekst == "tot hier"
    session.control("PRAGMA max_page_count = 1000000")
    kluis.doe(lambda work: work.bezoeken.schrijf(segment, "en verder"))
    assert kluis.lees(lambda caseload: caseload.bezoek(bezoek)).segmenten[0].tekst == "en verder"


@pytest.fixture
def kleine_schijf(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    point = tmp_path / "schijf"
    point.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(point)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root can mount a small disk")
    yield point
    subprocess.run(["umount", "-l", str(point)], check=True)


def _write_on(work: Work, segment: str) -> None:
    for length in range(1000):
        work.bezoeken.schrijf(segment, "x" * 4000 * length)


def _fill(disk: Path) -> Path:
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            return ballast


def test_a_full_disk_has_its_name_and_writing_goes_on_when_there_is_room(
    kleine_schijf: Path, klok: StilleKlok
) -> None:
    kluis = vault(kleine_schijf / "kluis", klok)
    kluis.maak(WACHTZIN)
    bezoek, segment = begin_bezoek(kluis, klok, ("d-1",), "tot hier")
    ballast = _fill(kleine_schijf)
    with pytest.raises(SchijfVol):
        kluis.doe(lambda work: _write_on(work, segment))
    said = kluis.lees(lambda caseload: caseload.bezoek(bezoek)).segmenten[0].tekst
    assert said == "tot hier"
    ballast.unlink()
    kluis.doe(lambda work: work.bezoeken.schrijf(segment, "en verder"))
    kluis.sluit()
    kluis.ontgrendel(WACHTZIN)
    assert kluis.lees(lambda caseload: caseload.bezoek(bezoek)).segmenten[0].tekst == "en verder"
    kluis.sluit()


def test_a_vault_that_does_not_fit_is_not_half_made(kleine_schijf: Path, klok: StilleKlok) -> None:
    ballast = _fill(kleine_schijf)
    kluis = vault(kleine_schijf / "kluis", klok)
    with pytest.raises(SchijfVol):
        kluis.maak(WACHTZIN)
    assert [path.name for path in (kleine_schijf / "kluis").iterdir()] == ["kluis.slot"]
    ballast.unlink()
    kluis.maak(WACHTZIN)
    kluis.sluit()


def test_a_passphrase_that_cannot_be_written_leaves_the_old_one(
    kleine_schijf: Path, klok: StilleKlok
) -> None:
    kluis = vault(kleine_schijf / "kluis", klok)
    kluis.maak(WACHTZIN)
    kluis.sluit()
    before = fingerprints(kleine_schijf / "kluis")
    ballast = _fill(kleine_schijf)
    with pytest.raises(SchijfVol):
        kluis.wijzig_wachtzin(WACHTZIN, "nieuw")
    ballast.unlink()
    assert fingerprints(kleine_schijf / "kluis")["sleutels.json"] == before["sleutels.json"]
    kluis.ontgrendel(WACHTZIN)
    kluis.sluit()
