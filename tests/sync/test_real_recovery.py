"""Recovery over the whole road: a real vault, a real server process, and the commands of two custodians."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from leerplicht_desktop.casework.ports.brievenbus import Koppeling
from leerplicht_desktop.casework.ports.herstel import (
    BewaardersGewijzigd,
    Herstelantwoord,
    HerstelPastNiet,
    Herstelstand,
)
from leerplicht_desktop.casework.problems import (
    AanmeldingVerlopen,
    ServerWeigert,
)
from leerplicht_desktop.store.kluis import keyslots, recovery_request, recovery_slot
from leerplicht_desktop.store.kluis.passphrase import FLOOR
from leerplicht_desktop.store.kluis.recovery import VaultRecovery
from leerplicht_desktop.sync.recovery_road import RecoveryRoad
from leerplicht_desktop.sync.sign_in import SignInRoad
from leerplicht_server import access, journal
from leerplicht_server.__main__ import main
from leerplicht_server.journal import Filter, What
from tests.store.world import vault

from .real import ANNA, BRAM, Band, RealLaptop, Town, patient, town

NIEUW = "fietsbel kruimel ladder moeras piano"
GEBELD = ("--vastgesteld", "gebeld op het nummer uit de gids")
NAMES = ("griffie", "ict", "privacy")


class Beheer:
    """The administrator's terminal: a command with what is typed, its status, and all that it said."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._patch, self._capsys = folder, patch, capsys

    def __call__(self, *arguments: object, typed: str = "") -> tuple[int, str]:
        self._patch.setattr(sys, "stdin", io.StringIO(f"{typed}\n"))
        code = main([str(one) for one in arguments])
        out, err = self._capsys.readouterr()
        return code, out + err

    def make(self, name: str) -> tuple[str, str]:
        """A custodian's key in a file; the command that his computer gives for the administrator."""
        code, said = self("bewaarder-maken", name, self.folder / name, typed=f"wachtwoord van {name}")
        assert code == 0
        found = re.search(r"--toevoegen (\S+) ([0-9a-f]{64})", said)
        assert found is not None
        return found[1], found[2]

    def step(self, step: str, code: str, name: str) -> tuple[int, str]:
        typed = f"wachtwoord van {name}"
        return self("kluis-openen", step, code, "--sleutel", self.folder / name, *GEBELD, typed=typed)


@pytest.fixture
def stad(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "gemeente") as running:
        yield running


@pytest.fixture
def beheer(
    stad: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Beheer:
    """Three custodians who are known."""
    monkeypatch.setenv("LEERPLICHT_SERVER_DATABASE", f"sqlite:///{tmp_path / 'gemeente' / 'gemeente.db'}")
    made = Beheer(tmp_path, monkeypatch, capsys)
    for name in NAMES:
        assert made("bewaarders", "--toevoegen", *made.make(name), "--reden", "begin")[0] == 0
    return made


@pytest.fixture
def laptop(stad: Town, beheer: Beheer, tmp_path: Path) -> Iterator[RealLaptop]:
    made = RealLaptop(tmp_path / "kluis-a", stad.enrol(ANNA))
    assert made.loop.round().problem is None
    yield made
    made.sluit()


def _recovery(laptop: RealLaptop) -> VaultRecovery:
    return VaultRecovery(laptop.folder, cost=FLOOR, running=laptop.klok.loopt)


def _ask(recovery: VaultRecovery) -> Herstelantwoord:
    return patient(lambda: RecoveryRoad().vraag(recovery.vraag()))


def _lines(stad: Town) -> list[str]:
    with stad.office.database.read() as connection:
        rows = journal.lines(connection, Filter(), 1_000)
        assert not journal.check(connection)
    return [row.wat for row in reversed(rows) if row.wat in _TOLD]


_TOLD = (What.VAULT_ASKED, What.VAULT_HALF, What.VAULT_OPENED, What.VAULT_FETCHED, What.VAULT_REFUSED)


def test_a_forgotten_passphrase_loses_nothing(stad: Town, beheer: Beheer, laptop: RealLaptop) -> None:
    note = laptop.noteer("d-0", "alleen op deze laptop")
    device = laptop.koppeling.device
    laptop.sluit()
    recovery = _recovery(laptop)
    recovery.begin(NIEUW)
    assert _ask(recovery).stand is Herstelstand.GEVRAAGD
    code = recovery.code().replace(" ", "")
    assert recovery.code() in beheer("kluis-openen", "lijst")[1]
    assert beheer.step("eerste", code, "ict")[0] == 0
    assert _ask(recovery).stand is Herstelstand.EERSTE
    status, said = beheer.step("tweede", code, "privacy")
    assert status == 0
    right = re.search(r"[A-Z]{4}(-[A-Z]{4}){3}", said)
    assert right is not None
    answer = _ask(recovery)
    assert answer.stand is Herstelstand.GEOPEND
    recovery.open_met(NIEUW, answer)
    laptop.kluis = vault(laptop.folder, laptop.klok)
    laptop.kluis.ontgrendel(NIEUW)
    laptop.loop = laptop._loop()
    assert [one.id for one in laptop.open] == [note]
    assert isinstance(laptop.loop.round().problem, AanmeldingVerlopen)
    koppeling = laptop.kluis.doe(lambda work: work.brievenbus.koppeling())
    assert koppeling is not None
    laptop.bind(_anew(stad, koppeling))
    assert laptop.koppeling.device == device
    assert laptop.loop.round().problem is None
    assert note in stad.notes()
    assert _lines(stad) == [What.VAULT_ASKED, What.VAULT_HALF, What.VAULT_OPENED, What.VAULT_FETCHED]


def _anew(stad: Town, koppeling: Koppeling) -> Band:
    road = SignInRoad()
    page = patient(lambda: road.begin(stad.server.url, None, koppeling))
    with stad.office.database.write() as connection:
        assert access.approve(connection, page.code, ANNA)
    assert road.aangemeld() is not None
    tied = patient(lambda: road.koppel("laptop van anna"))
    band = tied, road.laptopsleutel()
    road.sluit()
    return band


def test_the_key_of_before_proves_nothing_any_more(stad: Town, beheer: Beheer, laptop: RealLaptop) -> None:
    before = laptop.band
    recovery = _recovery(laptop)
    recovery.begin(NIEUW)
    _ask(recovery)
    code = recovery.code()
    assert beheer.step("eerste", code, "griffie")[0] == 0
    assert beheer.step("tweede", code, "ict")[0] == 0
    laptop.loop.close()
    laptop.bind(before)
    assert isinstance(laptop.loop.round().problem, AanmeldingVerlopen)


def test_who_may_not_opens_nothing(stad: Town, beheer: Beheer, laptop: RealLaptop) -> None:
    recovery = _recovery(laptop)
    recovery.begin(NIEUW)
    _ask(recovery)
    code = recovery.code()
    beheer.make("vreemd")
    for step, name, told in (
        ("tweede", "privacy", "nog niet half geopend"),
        ("eerste", "privacy", "kan hier alleen de tweede zijn"),
        ("eerste", "vreemd", "geen bewaarder van deze gemeente"),
    ):
        status, said = beheer.step(step, code, name)
        assert status == 2
        assert told in said
    wrong = beheer("kluis-openen", "eerste", code, "--sleutel", beheer.folder / "ict", *GEBELD, typed="mis")
    assert wrong[0] == 2
    assert "wachtwoord past niet" in wrong[1]
    silent = beheer(
        "kluis-openen", "eerste", code, "--sleutel", beheer.folder / "ict", typed="wachtwoord van ict"
    )
    assert "--vastgesteld" in silent[1]
    assert "geen verzoek met deze code" in beheer.step("eerste", "123456789012", "ict")[1]
    assert beheer.step("eerste", code, "griffie")[0] == 0
    assert "Na griffie kan alleen: ict, privacy" in beheer.step("tweede", code, "griffie")[1]
    assert _ask(recovery).stand is Herstelstand.EERSTE


def test_a_request_that_was_turned_down_is_over(stad: Town, beheer: Beheer, laptop: RealLaptop) -> None:
    recovery = _recovery(laptop)
    recovery.begin(NIEUW)
    _ask(recovery)
    assert beheer("kluis-openen", "afwijzen", recovery.code(), "--reden", "hij was het niet")[0] == 0
    assert _ask(recovery).stand is Herstelstand.VERLOPEN
    laptop.sluit()
    with pytest.raises(HerstelPastNiet):
        recovery.open_met(NIEUW, Herstelantwoord(Herstelstand.GEOPEND, bytes(80)))
    laptop.herstart()
    assert _lines(stad) == [What.VAULT_ASKED, What.VAULT_REFUSED]


def test_other_custodians_are_told_and_sealed_to(stad: Town, beheer: Beheer, laptop: RealLaptop) -> None:
    assert laptop.loop.round().problem is None
    assert beheer("bewaarders", "--weg", "privacy", "--reden", "andere baan")[0] == 0
    assert isinstance(laptop.loop.round().problem, BewaardersGewijzigd)
    assert laptop.loop.round().problem is None
    found = recovery_slot.found(keyslots.load(laptop.folder))
    assert found is not None
    assert [(one.first, one.second) for one in found.slot.pairs] == [("griffie", "ict")]
    assert beheer("bewaarders", "--weg", "ict", "--reden", "andere baan")[0] == 0
    assert laptop.loop.round().problem is None, "one is no pair: those of before stay"
    assert recovery_slot.found(keyslots.load(laptop.folder)) == found


def test_a_name_is_never_given_twice(beheer: Beheer) -> None:
    name, key = beheer.make("tweede")
    assert beheer("bewaarders", "--toevoegen", name, key, "--reden", "x")[0] == 0
    for given in ((name, "ab" * 32), ("anders", key)):
        status, said = beheer("bewaarders", "--toevoegen", *given, "--reden", "x")
        assert status == 2
        assert "al eens gebruikt" in said
    assert beheer("bewaarder-maken", "tweede", beheer.folder / "tweede", typed="lang genoeg woord")[0] == 2


def test_a_slot_that_names_another_laptop_does_not_open(
    stad: Town, beheer: Beheer, laptop: RealLaptop
) -> None:
    other = RealLaptop(beheer.folder / "kluis-b", stad.enrol(BRAM))
    assert other.loop.round().problem is None
    mine, theirs = laptop.koppeling.device, other.koppeling.device
    other.sluit()
    recovery = _recovery(other)
    recovery.begin(NIEUW)
    path = other.folder / recovery_request.FILE
    path.write_text(path.read_text().replace(theirs, mine))
    assert _ask(recovery).stand is Herstelstand.GEVRAAGD
    status, said = beheer.step("eerste", recovery.code(), "griffie")
    assert status == 2
    assert "past niet bij deze sleutel" in said
    recovery.begin(NIEUW)
    path.write_text(path.read_text().replace(theirs, "dev-onbekend"))
    with pytest.raises(ServerWeigert):
        _ask(recovery)
