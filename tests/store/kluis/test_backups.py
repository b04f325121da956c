"""Backups: under keys of their own, tried, thinned, obedient to evictions; and the restore."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from leerplicht_desktop.casework.bezoek.bijhouden import segment_schrijven
from leerplicht_desktop.casework.ports.brievenbus import Feedpagina
from leerplicht_desktop.casework.problems import (
    KluisBeschadigd,
    KluisTeruggezet,
    ReservekopieMislukt,
    SchijfVol,
    VerkeerdeWachtzin,
)
from leerplicht_desktop.store.kluis import backups
from leerplicht_desktop.store.kluis.backups import SMALL, WHOLE
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.world import WACHTZIN, StilleKlok, apply, begin_bezoek, leg_bezoek_vast, record, vault


@pytest.fixture
def work(kluis: SqlKluis, klok: StilleKlok) -> Iterator[tuple[SqlKluis, str]]:
    """A vault with a dossier of the municipality, a visit that waits and a draft."""
    apply(kluis, Feedpagina("", "1", (), (record("dossier", "d-1", ("d-1",), {"nummer": "2026-1"}),)))
    leg_bezoek_vast(kluis, klok, ("d-1",))
    _, segment = begin_bezoek(kluis, klok, ("d-1",), "tekst van gisteren")
    kluis.maak_reserve()
    yield kluis, segment
    kluis.sluit()


def _names(map_: Path) -> list[str]:
    return sorted(path.name for path in (map_ / "reserve").iterdir())


def _write(kluis: SqlKluis, segment: str, text: str) -> None:
    kluis.doe(lambda work: segment_schrijven(work, segment, text))


def _damage(map_: Path) -> None:
    with (map_ / "kluis.db").open("r+b") as database:
        database.seek(5000)
        database.write(bytes(200))


def test_both_kinds_are_made_and_nothing_in_them_can_be_read(work: tuple[SqlKluis, str], map_: Path) -> None:
    assert [name.split("-")[1] for name in _names(map_)] == [
        "heel.reserve",
        "heel.sleutel",
        "klein.reserve",
        "klein.sleutel",
    ]
    for path in (map_ / "reserve").iterdir():
        assert path.stat().st_mode & 0o777 == 0o600
        assert b"gisteren" not in path.read_bytes()
        assert b"d-1" not in path.read_bytes()
    work[0].maak_reserve()
    assert len(_names(map_)) == 4  # nothing changed since


@pytest.mark.parametrize("way", ["both", "only small", "only whole"])
def test_a_damaged_vault_comes_back_and_says_what_is_missing(
    work: tuple[SqlKluis, str], map_: Path, klok: StilleKlok, way: str
) -> None:
    kluis, segment = work
    klok.verder(3600)
    _write(kluis, segment, "tekst van vandaag")
    kluis.maak_reserve()
    _write(kluis, segment, "tekst van net")
    kluis.sluit()
    _damage(map_)
    gone = {"only small": "*-heel.*", "only whole": "*-klein.*"}.get(way, "-")
    for path in (map_ / "reserve").glob(gone):
        path.unlink()
    with pytest.raises(KluisBeschadigd):
        kluis.ontgrendel(WACHTZIN)
    with pytest.raises(VerkeerdeWachtzin):
        kluis.zet_terug("een heel andere wachtzin")
    kluis.zet_terug(WACHTZIN)
    (noticed,) = kluis.opgemerkt()
    assert isinstance(noticed, KluisTeruggezet)
    assert noticed.wijzigingen == (2 if way == "only whole" else 1)
    ask = kluis._here().session._connection.execute
    (shown,) = ask("SELECT tekst FROM segment WHERE id = ?", (segment,)).fetchone()
    assert shown == ("tekst van gisteren" if way == "only whole" else "tekst van vandaag")
    assert len(kluis.doe(lambda work: work.brievenbus.openstaand(9))) == 1
    assert kluis.doe(lambda work: work.zaakstukken.nummers.volgende(2026)) is None
    kluis.doe(lambda work: work.brievenbus.noteer_ronde(klok.nu(), 0, 0, "goed"))
    assert ask("SELECT teruggezet FROM kluisstand").fetchone()[0] == 0
    leg_bezoek_vast(kluis, klok, ("d-1",))
    kluis.sluit()
    kluis.ontgrendel(WACHTZIN)
    assert kluis.opgemerkt() == []
    (aside,) = map_.glob("voor-herstel-*")
    assert (aside / "kluis.db").exists()


def test_a_copy_that_is_not_whole_is_passed_over(
    work: tuple[SqlKluis, str], map_: Path, klok: StilleKlok
) -> None:
    kluis, segment = work
    klok.verder(3600)
    _write(kluis, segment, "tekst van vandaag")
    kluis.maak_reserve()
    kluis.sluit()
    newest = sorted((map_ / "reserve").glob("*-klein.reserve"))[-1]
    newest.write_bytes(newest.read_bytes()[:6000] + bytes(300) + newest.read_bytes()[6300:])
    kluis.zet_terug(WACHTZIN)
    shown = kluis._here().session._connection.execute("SELECT tekst FROM segment").fetchall()
    assert "tekst van gisteren" in [row["tekst"] for row in shown]


def test_a_copy_of_another_laptop_does_not_open(
    work: tuple[SqlKluis, str], map_: Path, tmp_path: Path, klok: StilleKlok
) -> None:
    work[0].sluit()
    other = vault(tmp_path / "ander", klok)
    other.maak(WACHTZIN)
    shutil.copytree(map_ / "reserve", tmp_path / "ander" / "reserve")
    copies = other._here()._backups
    with pytest.raises(KluisBeschadigd, match="van een andere laptop"):
        copies.prove(copies.all()[0])
    other.sluit()
    with pytest.raises(KluisBeschadigd, match="geen reservekopie die heel is"):
        other.zet_terug(WACHTZIN)
    other.ontgrendel(WACHTZIN)
    other.sluit()


def test_old_ones_go_and_some_of_each_day_stay(
    work: tuple[SqlKluis, str], map_: Path, klok: StilleKlok
) -> None:
    kluis, segment = work
    for hour in range(20 * 12):
        klok.verder(2 * 3600)
        if hour % 3 == 0:
            _write(kluis, segment, f"uur {hour}")
            kluis.maak_reserve()
    found = kluis._here()._backups
    small, whole = found.all(SMALL), found.all(WHOLE)
    assert 24 <= len(small) <= 31
    assert 1 <= len(whole) <= 2
    assert all(klok.nu() - one.moment <= timedelta(days=14) for one in (*small, *whole))


def test_a_dossier_that_was_taken_away_lives_on_in_no_copy(
    work: tuple[SqlKluis, str], map_: Path, klok: StilleKlok
) -> None:
    kluis, _ = work
    before = kluis._here()._backups.all(WHOLE)[0]
    apply(kluis, Feedpagina("1", "2", ("d-1",), ()))
    klok.verder(60)
    kluis.maak_reserve()
    (after,) = kluis._here()._backups.all(WHOLE)
    assert after.path != before.path
    assert not before.path.exists()
    assert not before.lock.exists()


@pytest.mark.parametrize("point", range(6))
def test_a_disk_that_fills_up_in_the_middle_leaves_nothing_behind(
    work: tuple[SqlKluis, str], map_: Path, klok: StilleKlok, monkeypatch: pytest.MonkeyPatch, point: int
) -> None:
    kluis, segment = work
    klok.verder(3600)
    _write(kluis, segment, "vol")
    before, left = _names(map_), [point]
    full = OSError(errno.ENOSPC, "full")

    def at_a_point(real: Callable[..., object]) -> Callable[..., object]:
        def call(*words: object, **more: object) -> object:
            left[0] -= 1
            if left[0] < 0:
                raise full
            return real(*words, **more)

        return call

    for name in ("connect", "_prove", "sync_file", "write_new", "sync_folder"):
        monkeypatch.setattr(backups, name, at_a_point(getattr(backups, name)))
    try:
        kluis.maak_reserve()
    except SchijfVol:
        made = [name for name in _names(map_) if name not in before]
        assert made == [] or point > 4
    monkeypatch.undo()
    kluis.maak_reserve()
    assert [name for name in _names(map_) if "nieuw" in name] == []
    kluis._here()._backups.prove(kluis._here()._backups.all(SMALL)[0])


def test_no_room_for_a_whole_one_is_said_and_the_small_one_is_there(
    kluis: SqlKluis, map_: Path, klok: StilleKlok, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_bezoek(kluis, klok, ("d-1",), "tekst")
    usage = shutil.disk_usage(map_)
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage._replace(free=1_000_000))
    with pytest.raises(ReservekopieMislukt, match=r"maak \d+ MB vrij"):
        kluis.maak_reserve()
    assert [name.split("-")[1] for name in _names(map_)] == ["klein.reserve", "klein.sleutel"]
