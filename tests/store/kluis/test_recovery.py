"""Recovery: two custodians open the vault for a new passphrase, and nothing is lost on the way."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.herstel import (
    Bewaarder,
    GeenHerstel,
    Herstelantwoord,
    HerstelPastNiet,
    Herstelstand,
    KluisGeopendDoorGemeente,
)
from leerplicht_desktop.casework.ports.kluis import Work
from leerplicht_desktop.casework.problems import (
    SleutelbosWeg,
    VerkeerdeWachtzin,
)
from leerplicht_desktop.store.kluis import keyslots, recovery_request, recovery_slot
from leerplicht_desktop.store.kluis.passphrase import FLOOR
from leerplicht_desktop.store.kluis.recovery import VaultRecovery
from leerplicht_desktop.store.vault import SqlKluis
from leerplicht_protocol import custody
from leerplicht_protocol.custody import CustodyError, PrivateKey
from tests.store.fake_keyring import FileKeyring
from tests.store.killed import killed
from tests.store.world import StilleKlok

OUD = "vijf losse woorden zonder verband"
NIEUW = "fietsbel kruimel ladder moeras piano"
NAMEN = ("griffie", "ict", "privacy")


class Huis:
    """A vault with work, and the keys of the custodians it is sealed to."""

    def __init__(self, folder: Path, keyring: FileKeyring | None = None) -> None:
        self.folder, self.keyring, self.klok = folder / "kluis", keyring, StilleKlok()
        self.keys = {name: PrivateKey() for name in NAMEN}
        kluis = self.kluis()
        kluis.maak(OUD)
        kluis.doe(self._tied)
        kluis.doe(lambda work: work.bewaarders.bewaar(self.keepers))
        kluis.sluit()

    @property
    def keepers(self) -> tuple[Bewaarder, ...]:
        return tuple(Bewaarder(name, key.public) for name, key in self.keys.items())

    @property
    def herstel(self) -> VaultRecovery:
        return VaultRecovery(self.folder, keyring=self.keyring, cost=FLOOR, running=self.klok.loopt)

    def kluis(self) -> SqlKluis:
        return SqlKluis(self.folder, self.klok, cost=FLOOR, running=self.klok.loopt, keyring=self.keyring)

    def _tied(self, work: Work) -> None:
        work.brievenbus.bewaar_koppeling(
            Koppeling("https://g", "dev-1", "inc", "ep", "pin", "Testgemeente", "anna", "Anna", {})
        )
        work.inrichting.zet("nog_niet_verstuurd", "dit staat alleen hier")

    def opened(self, first: str = "griffie", second: str = "privacy") -> Herstelantwoord:
        """What the municipality gives for the request under way."""
        request = recovery_request.load(self.folder)
        pair = next(one for one in request.slot.pairs if (one.first, one.second) == (first, second))
        half = custody.open_outer(request.slot, pair, self.keys[first])
        sealed = custody.open_inner_to(request.slot, pair, half, self.keys[second], request.ask.key)
        return Herstelantwoord(Herstelstand.GEOPEND, sealed)

    def recover(self) -> None:
        self.herstel.begin(NIEUW)
        self.herstel.open_met(NIEUW, self.opened())

    def work(self, wachtzin: str) -> str:
        """What was not sent, as the vault holds it."""
        kluis = self.kluis()
        kluis.ontgrendel(wachtzin)
        try:
            return kluis.lees(lambda caseload: str(caseload.instelling("nog_niet_verstuurd")))
        finally:
            kluis.sluit()


@pytest.fixture
def huis(tmp_path: Path) -> Huis:
    return Huis(tmp_path, FileKeyring(tmp_path / "bos.json"))


def test_a_lost_keyring_loses_nothing(huis: Huis) -> None:
    assert huis.keyring is not None
    huis.keyring.clear()
    with pytest.raises(SleutelbosWeg):
        huis.work(OUD)
    huis.recover()
    assert huis.work(NIEUW) == "dit staat alleen hier"
    with pytest.raises(VerkeerdeWachtzin):
        huis.work(OUD)


@pytest.mark.parametrize("pair", [("griffie", "ict"), ("griffie", "privacy"), ("ict", "privacy")])
def test_any_two_open_and_no_one_alone(huis: Huis, pair: tuple[str, str]) -> None:
    huis.herstel.begin(NIEUW)
    request = recovery_request.load(huis.folder)
    for sealed in request.slot.pairs:
        outer = {name for name, key in huis.keys.items() if _opens(request, sealed.first, sealed.second, key)}
        assert outer == {sealed.first}
    first, second = pair
    mine = next(one for one in request.slot.pairs if (one.first, one.second) == pair)
    half = custody.open_outer(request.slot, mine, huis.keys[first])
    for name in set(NAMEN) - {second}:
        with pytest.raises(CustodyError):
            custody.open_inner_to(request.slot, mine, half, huis.keys[name], request.ask.key)
    huis.herstel.open_met(NIEUW, huis.opened(*pair))
    assert huis.work(NIEUW) == "dit staat alleen hier"


def _opens(request: recovery_request.Request, first: str, second: str, key: PrivateKey) -> bool:
    pair = next(one for one in request.slot.pairs if (one.first, one.second) == (first, second))
    try:
        custody.open_outer(request.slot, pair, key)
    except CustodyError:
        return False
    return True


@pytest.mark.parametrize(
    "changed", [{"municipality": "Elders"}, {"vault": "k2"}, {"device": "dev-2"}, {"number": 99}]
)
def test_a_blob_opens_in_its_own_place_only(huis: Huis, changed: dict[str, object]) -> None:
    found = recovery_slot.found(keyslots.load(huis.folder))
    assert found is not None
    elsewhere = found.slot.model_copy(update=changed)
    with pytest.raises(CustodyError):
        custody.open_outer(elsewhere, found.slot.pairs[0], huis.keys["griffie"])


def test_the_answer_is_of_this_request_alone(huis: Huis) -> None:
    huis.herstel.begin(NIEUW)
    before = huis.opened()
    huis.herstel.begin(NIEUW)
    with pytest.raises(HerstelPastNiet):
        huis.herstel.open_met(NIEUW, before)
    with pytest.raises(VerkeerdeWachtzin):
        huis.herstel.open_met("een heel andere zin dan toen", huis.opened())
    assert huis.work(OUD) == "dit staat alleen hier"


def test_another_vault_put_in_its_place_is_not_closed_anew(huis: Huis, tmp_path: Path) -> None:
    other = Huis(tmp_path / "ander")
    huis.herstel.begin(NIEUW)
    answer = huis.opened()
    slots = (huis.folder / keyslots.FILE).read_bytes()
    for name in ("kluis.db", "stand"):
        shutil.copyfile(other.folder / name, huis.folder / name)
    with pytest.raises(HerstelPastNiet):
        huis.herstel.open_met(NIEUW, answer)
    assert (huis.folder / keyslots.FILE).read_bytes() == slots


def test_who_finds_the_laptop_meanwhile_needs_the_new_passphrase(huis: Huis) -> None:
    huis.herstel.begin(NIEUW)
    lies_there = b"".join(path.read_bytes() for path in huis.folder.iterdir() if path.is_file())
    assert recovery_request.load(huis.folder).key(NIEUW) not in lies_there
    assert recovery_request.load(huis.folder).key(NIEUW).hex().encode() not in lies_there
    assert os.stat(huis.folder / recovery_request.FILE).st_mode & 0o777 == 0o600


def test_it_is_told_once_and_stands_in_the_log(huis: Huis) -> None:
    huis.recover()
    kluis = huis.kluis()
    kluis.ontgrendel(NIEUW)
    assert [type(one) for one in kluis.opgemerkt()] == [KluisGeopendDoorGemeente]
    assert [one.blik.daad.value for one in kluis.doe(lambda work: work.leeslog.regels(None, 9))] == [
        "herstel"
    ]
    assert kluis.doe(lambda work: work.brievenbus.laptopsleutel()) is None
    kluis.sluit()
    kluis.ontgrendel(NIEUW)
    assert not kluis.opgemerkt()
    kluis.sluit()


def test_waiting_for_wrong_tries_does_not_stand_in_the_way(huis: Huis) -> None:
    for _ in range(4):
        with pytest.raises(VerkeerdeWachtzin):
            huis.work("verkeerd")
    huis.recover()
    assert huis.work(NIEUW) == "dit staat alleen hier"


def test_a_passphrase_that_comes_to_mind_ends_the_request(huis: Huis) -> None:
    huis.herstel.begin(NIEUW)
    assert huis.work(OUD) == "dit staat alleen hier"
    assert not huis.herstel.code()
    with pytest.raises(GeenHerstel):
        huis.herstel.vraag()


def test_other_custodians_have_it_sealed_to_them(huis: Huis) -> None:
    kluis = huis.kluis()
    kluis.ontgrendel(OUD)
    before = keyslots.load(huis.folder)
    kluis.doe(lambda work: work.bewaarders.bewaar(huis.keepers))
    assert keyslots.load(huis.folder) == before
    huis.keys["privacy"] = PrivateKey()
    kluis.doe(lambda work: work.bewaarders.bewaar(huis.keepers))
    kluis.sluit()
    after = recovery_slot.found(keyslots.load(huis.folder))
    assert after is not None
    assert after.slot.number == 2
    huis.recover()
    assert huis.work(NIEUW) == "dit staat alleen hier"


def test_a_changed_passphrase_keeps_the_slot(huis: Huis) -> None:
    huis.kluis().wijzig_wachtzin(OUD, "een andere lange zin met onzin erin")
    huis.recover()
    assert huis.work(NIEUW) == "dit staat alleen hier"


def test_without_custodians_there_is_nothing_to_ask(tmp_path: Path) -> None:
    klok = StilleKlok()
    kluis = SqlKluis(tmp_path, klok, cost=FLOOR, running=klok.loopt)
    kluis.maak(OUD)
    kluis.sluit()
    herstel = VaultRecovery(tmp_path, cost=FLOOR)
    assert not herstel.mogelijk()
    with pytest.raises(GeenHerstel):
        herstel.begin(NIEUW)


@pytest.mark.parametrize(
    "spoiled", [b"", b"{}", b"[" * 5_000, b'{"soort": "leerplicht-desktop herstelverzoek"}']
)
def test_a_request_that_is_not_whole_is_no_request(huis: Huis, spoiled: bytes) -> None:
    huis.herstel.begin(NIEUW)
    (huis.folder / recovery_request.FILE).write_bytes(spoiled)
    assert not huis.herstel.code()
    with pytest.raises(GeenHerstel):
        huis.herstel.open_met(NIEUW, Herstelantwoord(Herstelstand.GEOPEND, b"x"))
    huis.recover()
    assert huis.work(NIEUW) == "dit staat alleen hier"


def test_killed_anywhere_it_opens_with_one_of_the_two(tmp_path: Path) -> None:
    huis = Huis(tmp_path / "begin", FileKeyring(tmp_path / "begin.json"))
    huis.herstel.begin(NIEUW)
    answer, at = huis.opened(), 0
    shutil.copytree(tmp_path / "begin", tmp_path / "na")
    while True:
        at += 1
        shutil.rmtree(tmp_path / "na")
        shutil.copytree(tmp_path / "begin", tmp_path / "na")
        shutil.copyfile(tmp_path / "begin.json", tmp_path / "na.json")
        huis.folder, huis.keyring = tmp_path / "na" / "kluis", FileKeyring(tmp_path / "na.json")
        if not killed(lambda: huis.herstel.open_met(NIEUW, answer), tmp_path, at):
            break
        assert _left(huis, answer) == "dit staat alleen hier"
    assert at > 6


def _left(huis: Huis, answer: Herstelantwoord) -> str:
    """The work after a kill: with the new passphrase, if need be after taking the same answer again."""
    try:
        return huis.work(NIEUW)
    except VerkeerdeWachtzin:
        huis.herstel.open_met(NIEUW, answer)
        return huis.work(NIEUW)
