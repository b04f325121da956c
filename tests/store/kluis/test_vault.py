from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from leerplicht_desktop.casework.ports.kluis import KluisToestand, Work
from leerplicht_desktop.casework.problems import KluisBeschadigd, KluisBestaatAl, VerkeerdeWachtzin
from leerplicht_desktop.domain.errors import DomainError
from leerplicht_desktop.store import open_kluis
from leerplicht_desktop.store.kluis.schema import Step, steps
from leerplicht_desktop.store.vault import KluisMissing, SqlKluis, WaitFirst
from tests.store.world import WACHTZIN, StilleKlok, fingerprints, vault

pytestmark = pytest.mark.usefixtures("real_derivation")


def test_a_new_vault_is_open_and_closes_and_opens_again(map_: Path, klok: StilleKlok) -> None:
    kluis = vault(map_, klok)
    assert kluis.toestand() is KluisToestand.LEEG
    kluis.maak(WACHTZIN)
    assert kluis.toestand() is KluisToestand.OPEN
    kluis.doe(lambda work: work.inrichting.zet("thema", "donker"))
    kluis.sluit()
    assert kluis.toestand() is KluisToestand.VERGRENDELD
    again = vault(map_, klok)
    again.ontgrendel(WACHTZIN)
    assert again.lees(lambda caseload: caseload.instelling("thema")) == "donker"
    again.sluit()
    assert sorted(path.name for path in map_.iterdir()) == [
        "kluis.db",
        "kluis.slot",
        "pogingen.json",
        "sleutels.json",
        "sleutels.json.bak",
        "stand",
    ]


def test_the_factory_gives_a_vault_that_is_not_there_yet(map_: Path, klok: StilleKlok) -> None:
    assert open_kluis(map_, klok).toestand() is KluisToestand.LEEG
    assert not map_.exists()


def test_a_wrong_passphrase_is_told_apart_and_changes_nothing(kluis: SqlKluis, map_: Path) -> None:
    kluis.sluit()
    before = fingerprints(map_)
    with pytest.raises(VerkeerdeWachtzin) as refusal:
        kluis.ontgrendel("zeven zachte zebra's zwijgen")
    assert refusal.value.wacht == 0
    assert WACHTZIN not in str(refusal.value)
    assert kluis.toestand() is KluisToestand.VERGRENDELD
    assert fingerprints(map_) == before


def test_an_accent_typed_as_two_characters_opens_it_too(map_: Path, klok: StilleKlok) -> None:
    kluis = vault(map_, klok)
    kluis.maak("café")
    kluis.sluit()
    kluis.ontgrendel("café")
    assert kluis.toestand() is KluisToestand.OPEN
    kluis.sluit()


def test_a_change_of_passphrase_keeps_the_work_under_a_new_key(kluis: SqlKluis, map_: Path) -> None:
    kluis.doe(lambda work: work.inrichting.zet("thema", "donker"))
    kluis.sluit()
    before = (map_ / "kluis.db").read_bytes()
    kluis.wijzig_wachtzin(WACHTZIN, "een heel andere zin")
    assert (map_ / "kluis.db").read_bytes() != before
    with pytest.raises(VerkeerdeWachtzin):
        kluis.ontgrendel(WACHTZIN)
    kluis.ontgrendel("een heel andere zin")
    assert kluis.lees(lambda caseload: caseload.instelling("thema")) == "donker"


def test_the_old_passphrase_does_not_live_on_in_the_copy(kluis: SqlKluis, map_: Path) -> None:
    kluis.sluit()
    kluis.wijzig_wachtzin(WACHTZIN, "een heel andere zin")
    (map_ / "sleutels.json").unlink()
    with pytest.raises(VerkeerdeWachtzin):
        kluis.ontgrendel(WACHTZIN)


def test_a_change_with_the_wrong_passphrase_changes_nothing(kluis: SqlKluis, map_: Path) -> None:
    kluis.sluit()
    before = fingerprints(map_)
    with pytest.raises(VerkeerdeWachtzin):
        kluis.wijzig_wachtzin("fout", "nieuw")
    assert fingerprints(map_) == before


def test_the_passphrase_can_change_while_the_vault_is_open(kluis: SqlKluis) -> None:
    kluis.wijzig_wachtzin(WACHTZIN, "een heel andere zin")
    assert kluis.toestand() is KluisToestand.OPEN
    kluis.ontgrendel("een heel andere zin")


@pytest.mark.parametrize("leeg", ["", "   "])
def test_an_empty_passphrase_is_refused_before_anything_is_made(
    map_: Path, klok: StilleKlok, leeg: str
) -> None:
    with pytest.raises(DomainError, match="wachtzin"):
        vault(map_, klok).maak(leeg)
    assert not map_.exists()


def test_a_vault_is_never_made_over_another(kluis: SqlKluis, map_: Path) -> None:
    with pytest.raises(KluisBestaatAl):
        kluis.maak("nog een")
    kluis.sluit()
    before = fingerprints(map_)
    with pytest.raises(KluisBestaatAl):
        kluis.maak("nog een")
    assert fingerprints(map_) == before


@pytest.mark.parametrize(
    "sql", ["CREATE TABEL stuk (a);\n", steps()[0].sql.replace("de deur is open", "dicht")]
)
def test_a_vault_that_could_not_be_built_leaves_nothing(map_: Path, klok: StilleKlok, sql: str) -> None:
    broken = vault(map_, klok, known=[Step(100, sql)])
    with pytest.raises((dbapi2.OperationalError, KluisBeschadigd)):
        broken.maak(WACHTZIN)
    assert broken.toestand() is KluisToestand.LEEG
    assert [path.name for path in map_.iterdir()] == ["kluis.slot"]


def test_slots_without_a_database_are_kept_when_a_vault_is_made(
    kluis: SqlKluis, map_: Path, klok: StilleKlok
) -> None:
    kluis.sluit()
    database = (map_ / "kluis.db").read_bytes()
    slots = (map_ / "sleutels.json").read_bytes()
    (map_ / "kluis.db").unlink()
    assert kluis.toestand() is KluisToestand.LEEG
    kluis.maak("een tweede kluis")
    kluis.sluit()
    kept = [path for path in map_.iterdir() if ".zonder-kluis-" in path.name]
    assert kept
    assert all(path.read_bytes() == slots for path in kept)
    # Whoever brings the database back can bring its slots back as well.
    (map_ / "kluis.db").write_bytes(database)
    (map_ / "sleutels.json").write_bytes(slots)
    kluis.ontgrendel(WACHTZIN)


def test_opening_what_is_not_there_is_refused(map_: Path, klok: StilleKlok) -> None:
    with pytest.raises(KluisMissing):
        vault(map_, klok).ontgrendel(WACHTZIN)
    with pytest.raises(KluisMissing):
        vault(map_, klok).wijzig_wachtzin(WACHTZIN, "nieuw")
    assert not map_.exists()


def test_a_locked_vault_does_nothing(kluis: SqlKluis) -> None:
    kluis.sluit()
    kluis.sluit()
    with pytest.raises(RuntimeError, match="locked"):
        kluis.doe(lambda work: None)
    with pytest.raises(RuntimeError, match="locked"):
        kluis.lees(lambda caseload: None)
    with pytest.raises(RuntimeError, match="locked"):
        kluis.duurzaam()


def test_tries_are_counted_before_they_are_made_and_outlive_the_program(
    kluis: SqlKluis, map_: Path, klok: StilleKlok
) -> None:
    kluis.sluit()
    waits = []
    for _ in range(4):
        other = vault(map_, klok)  # a restart each time
        klok.verder(other.wacht_nog())
        with pytest.raises(VerkeerdeWachtzin) as refusal:
            other.ontgrendel("fout")
        waits.append(refusal.value.wacht)
    assert waits == [0, 0, 1, 2]
    assert vault(map_, klok).wacht_nog() == 2


def test_too_soon_is_refused_without_a_look_and_without_counting(
    kluis: SqlKluis, map_: Path, klok: StilleKlok
) -> None:
    kluis.sluit()
    other = vault(map_, klok)
    for _ in range(3):
        with pytest.raises(VerkeerdeWachtzin):
            other.ontgrendel("fout")
    with pytest.raises(WaitFirst) as refusal:
        other.ontgrendel(WACHTZIN)
    assert refusal.value.wacht == 1
    klok.verder(1)
    other.ontgrendel(WACHTZIN)
    assert other.wacht_nog() == 0
    other.sluit()


def test_a_clock_that_was_a_year_ahead_costs_no_more_than_the_delay(
    kluis: SqlKluis, map_: Path, klok: StilleKlok
) -> None:
    """Finding B5: four wrong tries with the clock a year ahead locked the vault for a year."""
    kluis.sluit()
    klok.verder(365 * 24 * 3600)
    ahead = vault(map_, klok)
    for _ in range(4):
        klok.verder(ahead.wacht_nog())
        with pytest.raises(VerkeerdeWachtzin):
            ahead.ontgrendel("fout")
    klok.verder(-365 * 24 * 3600)
    assert ahead.wacht_nog() == 2
    klok.verder(2)
    ahead.ontgrendel(WACHTZIN)
    ahead.sluit()


@pytest.mark.parametrize("text", ['{"mis":1e999}', '{"mis":7,"niet_voor":"0001-01-01T00:00:00+14:00"}', "["])
def test_a_spoilt_counter_keeps_nobody_out_for_longer_than_its_delay(
    kluis: SqlKluis, map_: Path, klok: StilleKlok, text: str
) -> None:
    kluis.sluit()
    (map_ / "pogingen.json").write_text(text)
    other = vault(map_, klok)
    klok.verder(other.wacht_nog())
    other.ontgrendel(WACHTZIN)
    other.sluit()


@pytest.mark.parametrize("times", [10, 25])
def test_many_wrong_tries_destroy_nothing(kluis: SqlKluis, map_: Path, klok: StilleKlok, times: int) -> None:
    kluis.doe(lambda work: work.inrichting.zet("thema", "donker"))
    kluis.sluit()
    before = fingerprints(map_)
    other = vault(map_, klok)
    for _ in range(times):
        klok.verder(other.wacht_nog())
        with pytest.raises(VerkeerdeWachtzin):
            other.ontgrendel("fout")
    assert fingerprints(map_) == before
    klok.verder(other.wacht_nog())
    other.ontgrendel(WACHTZIN)
    assert other.lees(lambda caseload: caseload.instelling("thema")) == "donker"
    other.sluit()


def test_what_raises_leaves_nothing_behind(kluis: SqlKluis) -> None:
    def act(work: Work) -> None:
        work.inrichting.zet("thema", "donker")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        kluis.doe(act)
    assert kluis.lees(lambda caseload: caseload.instelling("thema")) is None
    kluis.doe(lambda work: work.inrichting.zet("thema", "licht"))
    assert kluis.lees(lambda caseload: caseload.instelling("thema")) == "licht"


def test_forcing_to_the_disk_only_works_when_there_is_work(kluis: SqlKluis, map_: Path) -> None:
    kluis.duurzaam()
    log = (map_ / "kluis.db-wal").stat().st_size
    kluis.duurzaam()
    assert (map_ / "kluis.db-wal").stat().st_size == log
    kluis.doe(lambda work: work.inrichting.zet("thema", "donker"))
    before = (map_ / "kluis.db-wal").stat().st_size
    kluis.duurzaam()
    assert (map_ / "kluis.db-wal").stat().st_size > before
