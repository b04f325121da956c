"""A log that broke: nothing is dropped in silence, the number is exact, and what can be mended is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from leerplicht_desktop.casework.problems import (
    KluisAfgebroken,
    KluisBeschadigd,
    KluisHersteld,
    KluisStaartKwijt,
    KluisTeruggezet,
    KluisVanElders,
)
from leerplicht_desktop.store.kluis import file, standing
from leerplicht_desktop.store.kluis.wal import PAGE, log_of, mended, scan
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.kluis import damage
from tests.store.kluis.damage import COMMITS, KINDS, killed, tried
from tests.store.mould import opened_vault
from tests.store.world import WACHTZIN, StilleKlok, fingerprints, vault


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return killed(tmp_path_factory.mktemp("schade"))


def _opened(source: Path, map_: Path) -> SqlKluis:
    shutil.copytree(source, map_)
    kluis = vault(map_, StilleKlok())
    kluis.ontgrendel(WACHTZIN)
    return kluis


@pytest.mark.parametrize("number", range(3 * len(KINDS)))
def test_what_is_missing_is_told_exactly(source: Path, map_: Path, number: int) -> None:
    outcome = tried(source, map_, number)
    assert outcome.exact, outcome


def test_one_damaged_spot_that_was_written_over_later_costs_nothing(source: Path, map_: Path) -> None:
    """The flip is in an early copy of a page that was written sixty times since."""
    shutil.copytree(source, map_)
    log = log_of(map_ / "kluis.db")
    content = bytearray(log.read_bytes())
    content[32 + 24 + 100] ^= 1
    log.write_bytes(content)
    kluis = vault(map_, StilleKlok())
    kluis.ontgrendel(WACHTZIN)
    (noticed,) = kluis.opgemerkt()
    assert isinstance(noticed, KluisHersteld)
    assert kluis.opgemerkt() == []
    assert kluis.lees(lambda caseload: caseload.instelling("teller")) == str(COMMITS)
    kluis.sluit()
    (aside,) = map_.glob("schade-*")
    assert (aside / "kluis.db-wal").read_bytes() == content
    assert sorted(path.name for path in aside.iterdir()) == ["kluis.db", "kluis.db-wal"]
    assert {path.stat().st_mode & 0o777 for path in (aside, *aside.iterdir())} == {0o700, 0o600}


def test_frames_that_changed_places_are_never_taken_for_the_newest(source: Path) -> None:
    raw = log_of(source / "kluis.db").read_bytes()
    size = PAGE + 24
    last, before = len(raw) - size, len(raw) - 4 * size
    swapped = raw[:before] + raw[last:] + raw[before + size : last] + raw[before : before + size]
    (source.parent / "x-wal").write_bytes(swapped)
    assert mended(scan(source.parent / "x-wal"))[1] is False
    one = bytearray(raw)
    one[-100] ^= 1
    (source.parent / "x-wal").write_bytes(one)
    assert mended(scan(source.parent / "x-wal"))[1] is True
    (source.parent / "x-wal").write_bytes(raw)
    assert scan(source.parent / "x-wal").broken is False


def test_texts_behind_the_break_come_back(source: Path, map_: Path) -> None:
    shutil.copytree(source, map_)
    log = log_of(map_ / "kluis.db")
    content = bytearray(log.read_bytes())
    for at in (40, 45):  # two spots: too much to trust the log as a whole
        frame = 32 + at * (PAGE + 24)
        content[frame : frame + 20] = os.urandom(20)
    log.write_bytes(content)
    kluis = vault(map_, StilleKlok())
    kluis.ontgrendel(WACHTZIN)
    (noticed,) = kluis.opgemerkt()
    assert isinstance(noticed, KluisStaartKwijt)
    there = int(kluis.lees(lambda caseload: caseload.instelling("teller")) or 0)
    assert noticed.wijzigingen == COMMITS - there
    texts = kluis._here().session._connection.execute("SELECT waar, tekst FROM teruggevonden").fetchall()
    assert any(f"regel {COMMITS} zij zegt" in row["tekst"] for row in texts)
    assert noticed.teksten == len(texts) == len({row["tekst"] for row in texts})
    kluis.sluit()
    kluis.ontgrendel(WACHTZIN)
    assert kluis.opgemerkt() == []  # told once, and kept
    kluis.sluit()


def test_the_log_is_folded_in_before_the_file_is_judged(source: Path, map_: Path) -> None:
    """A page that is damaged in the file and whole in the log is no damage."""
    shutil.copytree(source, map_)
    first = scan(log_of(map_ / "kluis.db")).frames[-1].page
    with (map_ / "kluis.db").open("r+b") as database:
        database.seek((first - 1) * PAGE + 50)
        database.write(bytes(64))
    kluis = vault(map_, StilleKlok())
    kluis.ontgrendel(WACHTZIN)
    assert kluis.opgemerkt() == []
    assert kluis.lees(lambda caseload: caseload.instelling("teller")) == str(COMMITS)
    kluis.sluit()


def test_copies_come_before_the_first_opening(
    source: Path, map_: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(source, map_)
    log = log_of(map_ / "kluis.db")
    content = log.read_bytes()[:-5000]
    broken = content[:300] + b"\0" + content[301:]
    log.write_bytes(broken)

    def never(*_: object) -> None:
        raise RuntimeError("opened")

    monkeypatch.setattr(file, "connect", never)
    kluis = vault(map_, StilleKlok())
    with pytest.raises(RuntimeError, match="opened"):
        kluis.ontgrendel(WACHTZIN)
    (aside,) = map_.glob("schade-*")
    assert (aside / "kluis.db-wal").read_bytes() == broken == log.read_bytes()


def test_a_file_that_was_put_back_is_counted_and_told_once(map_: Path, klok: StilleKlok) -> None:
    kluis = opened_vault(map_, klok)
    kluis.sluit()
    old = (map_ / "kluis.db").read_bytes()
    kluis.ontgrendel(WACHTZIN)
    for n in range(20):
        kluis.doe(lambda work, n=n: work.inrichting.zet("teller", str(n)))  # type: ignore[misc]
    kluis.sluit()
    (map_ / "kluis.db").write_bytes(old)
    kluis.ontgrendel(WACHTZIN)
    (noticed,) = kluis.opgemerkt()
    assert isinstance(noticed, KluisTeruggezet)
    assert noticed.bericht == "Deze kluis is ouder dan wat je al liet zien: 20 wijzigingen ontbreken."
    kluis.sluit()
    kluis.ontgrendel(WACHTZIN)
    assert kluis.opgemerkt() == []
    kluis.sluit()


def test_a_record_that_is_gone_or_was_written_by_another_says_nothing(map_: Path, klok: StilleKlok) -> None:
    kluis = opened_vault(map_, klok)
    kluis.doe(lambda work: work.inrichting.zet("teller", "1"))
    kluis.sluit()
    record = map_ / standing.FILE
    for content in (None, b"", bytes(192), os.urandom(192), os.urandom(500)):
        record.unlink() if content is None else record.write_bytes(content)
        kluis.ontgrendel(WACHTZIN)
        assert kluis.opgemerkt() == []
        kluis.doe(lambda work: work.inrichting.zet("teller", "2"))
        kluis.sluit()
        assert record.stat().st_mode & 0o777 == 0o600


def test_a_torn_record_leaves_the_one_before(tmp_path: Path) -> None:
    key, salt = bytearray(os.urandom(32)), os.urandom(16)
    record = standing.Standing(tmp_path / "stand", key, salt)
    for n in range(1, 6):
        record.put(n, 100 + n, bytes(32))
    record.close()
    content = bytearray((tmp_path / "stand").read_bytes())
    content[96 + 5] ^= 1  # five stands in the second half
    (tmp_path / "stand").write_bytes(content)
    assert standing.read(tmp_path / "stand", key) == standing.Stand(4, 104, bytes(32), salt)
    assert standing.read(tmp_path / "stand", bytearray(32)) is None


@pytest.mark.parametrize("size", [0, 1, 100, PAGE - 1, PAGE + 1])
def test_a_stump_is_refused_and_nothing_is_written_over(map_: Path, klok: StilleKlok, size: int) -> None:
    kluis = opened_vault(map_, klok)
    kluis.sluit()
    content = (map_ / "kluis.db").read_bytes()[:size]
    (map_ / "kluis.db").write_bytes(content)
    before = fingerprints(map_)
    with pytest.raises(KluisAfgebroken, match="Er is niets overschreven"):
        kluis.ontgrendel(WACHTZIN)
    assert fingerprints(map_) == before


def test_a_file_of_another_vault_and_a_damaged_first_page_each_have_a_sentence(
    map_: Path, tmp_path: Path, klok: StilleKlok
) -> None:
    kluis = opened_vault(map_, klok)
    kluis.sluit()
    own = (map_ / "kluis.db").read_bytes()
    other = vault(tmp_path / "ander", klok)
    other.maak(WACHTZIN)
    other.sluit()
    for content, kind in (
        ((tmp_path / "ander" / "kluis.db").read_bytes(), KluisVanElders),
        (b"SQLite format 3\0" + bytes(2 * PAGE - 16), KluisVanElders),
        (own[:300] + bytes(10) + own[310:], KluisBeschadigd),
        (bytes([own[0] ^ 1]) + own[1:], KluisBeschadigd),
    ):
        (map_ / "kluis.db").write_bytes(content)
        before = fingerprints(map_)
        with pytest.raises(KluisBeschadigd) as refused:
            kluis.ontgrendel(WACHTZIN)
        assert refused.type is kind
        assert fingerprints(map_) == before


def test_the_long_run_says_what_it_tried(capsys: pytest.CaptureFixture[str]) -> None:
    assert damage.main(2) == 0
    assert "2 damaged logs" in capsys.readouterr().out
