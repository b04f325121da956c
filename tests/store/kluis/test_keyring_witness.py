"""The whole folder of yesterday put back is noticed by the keyring; a lost keyring raises no alarm."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from leerplicht_desktop.casework.problems import KluisTeruggezet
from leerplicht_desktop.store.kluis.passphrase import FLOOR
from leerplicht_desktop.store.kluis.witness import Witness
from leerplicht_desktop.store.vault import SqlKluis
from tests.store.fake_keyring import FileKeyring
from tests.store.world import WACHTZIN, StilleKlok


class Laptop:
    """A vault with a keyring, opened and closed as often as one likes."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.ring, self.klok = folder / "kluis", FileKeyring(folder / "bos.json"), StilleKlok()
        self.new().maak(WACHTZIN)
        self.kluis.sluit()

    def new(self) -> SqlKluis:
        klok = self.klok
        self.kluis = SqlKluis(self.folder, klok, cost=FLOOR, running=klok.loopt, keyring=self.ring)
        return self.kluis

    def works(self, times: int) -> None:
        """Open, write, and close."""
        self.new().ontgrendel(WACHTZIN)
        for one in range(times):
            self.kluis.doe(lambda work, one=one: work.inrichting.zet("thema", f"t{one}"))  # type: ignore[misc]
        self.kluis.sluit()

    def opens(self) -> list[str]:
        """What the officer is told."""
        self.new().ontgrendel(WACHTZIN)
        told = [str(one) for one in self.kluis.opgemerkt()]
        self.kluis.sluit()
        return told


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    return Laptop(tmp_path)


@pytest.mark.parametrize("missing", [1, 7])
def test_the_whole_folder_put_back_is_noticed_and_counted(
    laptop: Laptop, tmp_path: Path, missing: int
) -> None:
    laptop.works(3)
    shutil.copytree(laptop.folder, tmp_path / "gisteren")
    laptop.works(missing)
    shutil.rmtree(laptop.folder)
    shutil.copytree(tmp_path / "gisteren", laptop.folder)
    assert laptop.opens() == [str(KluisTeruggezet(missing))]
    assert laptop.opens() == []


def test_no_alarm_without_a_cause(laptop: Laptop) -> None:
    for times in (0, 2, 1):
        laptop.works(times)
        assert laptop.opens() == []
    laptop.kluis.wijzig_wachtzin(WACHTZIN, "fietsbel kruimel ladder moeras piano")
    laptop.kluis.ontgrendel("fietsbel kruimel ladder moeras piano")
    assert not laptop.kluis.opgemerkt()
    laptop.kluis.sluit()


def test_what_was_not_forced_to_the_disk_is_not_shown(laptop: Laptop) -> None:
    laptop.works(1)
    before = laptop.ring.items
    laptop.new().ontgrendel(WACHTZIN)
    laptop.kluis.doe(lambda work: work.inrichting.zet("thema", "donker"))
    assert laptop.ring.items == before
    laptop.kluis.duurzaam()
    shown = laptop.ring.items
    assert shown != before
    laptop.kluis.doe(lambda work: work.inrichting.zet("thema", "licht"))
    laptop.kluis.duurzaam()
    assert laptop.ring.items == shown, "a keyring is asked once a minute"
    laptop.kluis.sluit()
    assert laptop.ring.items != shown


@pytest.mark.parametrize("spoiled", ["00" * 31, "ff" * 32, ""])
def test_what_makes_no_sense_is_no_witness(laptop: Laptop, spoiled: str) -> None:
    laptop.works(2)
    name = next(name for name in laptop.ring.items if name.endswith(":0"))
    laptop.ring._keep(laptop.ring.items | {name: spoiled})
    assert laptop.opens() == []


def test_a_keyring_that_does_not_answer_hears_nothing(tmp_path: Path, laptop: Laptop) -> None:
    laptop.ring.locked = True
    witness = Witness(laptop.folder, laptop.ring, laptop.klok.loopt)
    assert witness.heard() == 0
    witness.tell(9, now=True)
