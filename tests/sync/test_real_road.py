"""The road against the real server process, over loopback, out of real SQLCipher files."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from leerplicht_desktop.casework.ports.brievenbus import Feedpagina, Geheim, SpiegelRecord
from leerplicht_desktop.casework.problems import (
    AanmeldingVerlopen,
    AndereServer,
    ApparaatIngetrokken,
    GeenVerbinding,
    Geschorst,
)
from leerplicht_desktop.casework.taak.maken import taak_afhandelen, taak_maken
from leerplicht_desktop.domain.taak.taak import Afhandeling

from .faults import OMWEGEN, Naloper, altijd, eenmaal
from .real import ANNA, BRAM, RealLaptop, Town, town


@pytest.fixture
def eerder(stad: Town) -> set[str]:
    """The notes that other tests left."""
    return stad.notes()


def test_from_enrolment_to_the_colleague(
    stad: Town, laptop: RealLaptop, eerder: set[str], tmp_path: Path
) -> None:
    assert laptop.loop.round().problem is None
    assert laptop.spiegel == stad.expected(ANNA)
    stad.server.stop()
    ids = {laptop.noteer("d-0", f"gesprek {nummer}") for nummer in range(3)}
    uitslag = laptop.loop.round()
    assert isinstance(uitslag.problem, GeenVerbinding)
    assert not laptop.loop.probe()
    stad.start()
    assert laptop.loop.probe()
    assert laptop.loop.round().sent == 3
    assert stad.notes() - eerder == ids
    assert laptop.loop.round().sent == 0
    collega = RealLaptop(tmp_path / "kluis-b", stad.enrol(BRAM))
    assert collega.loop.round().problem is None
    assert collega.spiegel == laptop.spiegel == stad.expected(BRAM)
    collega.sluit()


@pytest.mark.parametrize("pad", ["/v1/hello", "/v1/ops", "/v1/changes", "/v1/digest"])
def test_one_trouble_anywhere_and_everything_arrives_once(
    stad: Town, laptop: RealLaptop, eerder: set[str], pad: str
) -> None:
    ids = set()
    for omweg in OMWEGEN:
        laptop.plan = eenmaal(pad, omweg)
        ids.add(laptop.noteer("d-0", "gesprek"))
        laptop.loop.round()
        ids.add(laptop.noteer("d-1", "nog een"))
        assert laptop.loop.round().problem is None
        assert laptop.open == ()
        assert stad.notes() - eerder == ids
    assert laptop.spiegel == stad.expected(ANNA)


def test_old_batches_that_come_late_change_nothing(stad: Town, laptop: RealLaptop, eerder: set[str]) -> None:
    laptop.plan = altijd("/v1/ops", Naloper())
    ids = set()
    for nummer in range(3):
        ids.add(laptop.noteer("d-0", f"gesprek {nummer}"))
        assert laptop.loop.round().problem is None
    assert stad.notes() - eerder == ids


def test_what_needs_an_earlier_record_follows_it(stad: Town, laptop: RealLaptop, eerder: set[str]) -> None:
    eerste = laptop.noteer("d-0", "gesprek")
    verbetering = laptop.verbeter(eerste, "gesprek, beter gezegd")
    taak = laptop.kluis.doe(
        lambda work: taak_maken(
            work, laptop.klok, ("d-0",), "bellen", laptop.klok.vandaag() + timedelta(days=2)
        )
    )
    laptop.kluis.doe(lambda work: taak_afhandelen(work, laptop.klok, taak.id, Afhandeling.GEDAAN))
    for _ in range(2):
        assert laptop.loop.round().problem is None
    assert laptop.open == ()
    assert stad.notes() - eerder == {eerste, verbetering}
    assert laptop.spiegel == stad.expected(ANNA)


class Gestorven(BaseException):
    """The program died here."""


@pytest.mark.parametrize("wanneer", range(1, 17))
def test_a_program_that_dies_at_any_commit_loses_and_doubles_nothing(
    stad: Town, laptop: RealLaptop, eerder: set[str], wanneer: int
) -> None:
    laptop.loop.round()
    ids = {laptop.noteer("d-0", "gesprek"), laptop.noteer("d-1", "nog een")}
    stad.office.edit("d-2", telefoon=f"06{wanneer}")
    keer = [0]

    def sterf(naam: str) -> None:
        keer[0] += 1
        if keer[0] == wanneer:
            raise Gestorven

    laptop.punt = sterf
    with pytest.raises(Gestorven):
        laptop.loop.round()
    laptop.punt = lambda naam: None
    laptop.herstart()
    assert laptop.loop.round().problem is None
    assert laptop.open == ()
    assert stad.notes() - eerder == ids
    assert laptop.spiegel == stad.expected(ANNA)


def test_a_laptop_that_saw_no_mark_yet_hears_it_by_its_cursor(tmp_path: Path) -> None:
    """As a program of before does; with a mark it goes by itself (test_real_restore)."""
    file, backup = tmp_path / "gemeente" / "gemeente.db", tmp_path / "backup.db"
    with town(tmp_path / "gemeente") as stad:
        laptop = RealLaptop(tmp_path / "kluis", stad.enrol(ANNA))
        laptop.loop.round()
        stad.server.stop()
        stad.office.database.close()
        shutil.copy(file, backup)
        stad.start()
        notitie = laptop.noteer("d-0", "gesprek")
        assert laptop.loop.round().sent == 1
        stad.server.stop()
        stad.office.database.close()
        for rest in file.parent.glob("gemeente.db-*"):  # a backup is put back without yesterday's journal
            rest.unlink()
        shutil.copy(backup, file)
        stad.start()
        laptop.kluis.doe(lambda work: work.plaats.zie(""))
        assert isinstance(laptop.loop.round().problem, AndereServer)
        uitslag = laptop.loop.round()
        assert isinstance(uitslag.problem, AndereServer)
        uitslag = laptop.loop.fetch_again(uitslag.epoch)
        assert (uitslag.problem, uitslag.sent) == (None, 1)
        assert laptop.koppeling.epoch == uitslag.epoch
        assert stad.notes() == {notitie}
        assert laptop.spiegel == stad.expected(ANNA)
        laptop.sluit()


def test_a_case_that_goes_and_comes_back(stad: Town, laptop: RealLaptop) -> None:
    laptop.noteer("d-0", "gesprek")
    laptop.loop.round()
    stad.office.revoke(ANNA, "d-0")
    te_laat = laptop.noteer("d-0", "net te laat")
    uitslag = laptop.loop.round()
    assert (uitslag.refused, uitslag.problem) == (1, None)
    assert laptop.spiegel == stad.expected(ANNA)
    assert ("dossier", "d-0") not in laptop.spiegel
    assert te_laat not in stad.notes()
    stad.office.grant(ANNA, "d-0")
    assert laptop.loop.round().problem is None
    assert laptop.spiegel == stad.expected(ANNA)
    assert te_laat in stad.notes()  # access returned: what was refused for it came in by itself
    (regel,) = (r for r in laptop.kluis.lees(lambda caseload: caseload.uitvak(9)) if r.reden)
    assert (regel.toestand, regel.reden) == ("applied", "toegang_terug")


def test_two_laptops_of_one_officer(stad: Town, laptop: RealLaptop, eerder: set[str], tmp_path: Path) -> None:
    tweede = RealLaptop(tmp_path / "kluis-2", stad.enrol(ANNA))
    assert tweede.koppeling.device != laptop.koppeling.device
    laptop.noteer("d-0", "op de ene")
    tweede.noteer("d-0", "op de andere")
    for _ in range(2):
        for machine in (laptop, tweede):
            assert machine.loop.round().problem is None
    assert laptop.spiegel == tweede.spiegel == stad.expected(ANNA)
    assert len(stad.notes() - eerder) == 2
    tweede.sluit()


@pytest.mark.parametrize("how", ["revoked", "suspended"])
def test_who_lost_the_right_signs_in_to_hand_in_and_gets_nothing(
    stad: Town, laptop: RealLaptop, how: str
) -> None:
    revoked = how == "revoked"
    notitie = laptop.noteer("d-0", "gesprek")
    act = (
        ("apparaten", "--intrekken", laptop.koppeling.device) if revoked else ("ambtenaren", "--schors", ANNA)
    )
    assert stad.server.command(*act).returncode == 0
    assert isinstance(laptop.loop.round().problem, AanmeldingVerlopen)
    assert len(laptop.open) == 1
    laptop.bind(stad.enrol(ANNA, laptop.band))
    uitslag = laptop.loop.round()
    stad.server.command("ambtenaren", "--herstel", ANNA)
    assert type(uitslag.problem) is (ApparaatIngetrokken if revoked else Geschorst)
    assert uitslag.refused == 1
    (regel,) = laptop.kluis.lees(lambda caseload: caseload.uitvak(9))
    assert regel.reden == ("na_intrekking" if revoked else "na_schorsing")
    assert notitie not in stad.notes()
    assert laptop.spiegel == {}


def test_an_officer_sees_what_became_of_work_that_was_refused(stad: Town, laptop: RealLaptop) -> None:
    assert laptop.loop.round().problem is None
    late = laptop.noteer("d-0", "gesprek van gisteren")
    stad.office.revoke(ANNA, "d-0")
    assert laptop.loop.round().refused == 1
    (regel,) = laptop.kluis.lees(lambda caseload: caseload.uitvak(9))
    listed = stad.server.command("quarantaine", "--ambtenaar", ANNA)
    assert regel.op in listed.stdout
    assert "gesprek van gisteren" not in listed.stdout
    assert stad.server.command("quarantaine", "--vrijgeven", regel.op, "--reden", "gebeld").returncode == 0
    assert laptop.loop.round().problem is None
    (regel,) = laptop.kluis.lees(lambda caseload: caseload.uitvak(9))
    assert (regel.toestand, regel.reden) == ("applied", "vrijgegeven: gebeld")
    assert late in stad.notes()
    stad.office.grant(ANNA, "d-0")


def test_a_token_that_does_not_count_keeps_the_work(stad: Town, laptop: RealLaptop) -> None:
    laptop.noteer("d-0", "gesprek")
    koppeling, sleutel = laptop.band
    laptop.bind((koppeling, replace(sleutel, vernieuwing=Geheim("verlopen"))))
    assert isinstance(laptop.loop.round().problem, AanmeldingVerlopen)
    assert [verzending.entity for verzending in laptop.open] == ["gespreksnotitie"]
    laptop.bind(stad.enrol(ANNA, laptop.band))
    assert laptop.loop.round().sent == 1


def test_a_mirror_that_was_damaged_is_mended(stad: Town, laptop: RealLaptop) -> None:
    laptop.noteer("d-0", "gesprek")
    laptop.loop.round()
    cursor = laptop.kluis.doe(lambda work: work.brievenbus.cursor())
    schade = (
        SpiegelRecord("dossier", "d-1", (), 9, 9, True, {}, {}),
        SpiegelRecord("taak", "van-niemand", ("d-2",), 1, 1, False, {}, {}),
    )
    laptop.kluis.doe(lambda work: work.brievenbus.pas_toe(Feedpagina(cursor, cursor, (), schade)))
    assert laptop.spiegel != stad.expected(ANNA)
    assert laptop.loop.round().problem is None
    assert laptop.spiegel == stad.expected(ANNA)


@pytest.mark.parametrize("na", range(1, 8))
def test_locking_in_the_middle_is_no_fault(laptop: RealLaptop, na: int) -> None:
    laptop.noteer("d-0", "gesprek")
    keer = [0]

    def vergrendel(naam: str) -> None:
        keer[0] += naam == "na_commit"
        if keer[0] == na:
            laptop.loop.stop()
            laptop.kluis.sluit()

    laptop.punt = vergrendel
    uitslag = laptop.loop.round()
    assert uitslag.stopped
    assert uitslag.problem is None
    assert not laptop.loop.probe()
    laptop.punt = lambda naam: None
    laptop.herstart()
    assert laptop.loop.round().problem is None
    assert laptop.open == ()


def test_a_cursor_that_is_nonsense_begins_again(stad: Town, laptop: RealLaptop) -> None:
    laptop.loop.round()
    cursor = laptop.kluis.doe(lambda work: work.brievenbus.cursor())
    laptop.kluis.doe(lambda work: work.brievenbus.pas_toe(Feedpagina(cursor, "onzin", (), ())))
    assert laptop.loop.round().problem is None
    assert laptop.spiegel == stad.expected(ANNA)
