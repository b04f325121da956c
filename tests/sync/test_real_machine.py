"""The promises of sync once more, in any order, with a real server process and real SQLCipher files."""

from __future__ import annotations

import itertools
import random
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from leerplicht_desktop.casework.ports.brievenbus import AntwoordSoort

from .faults import OMWEGEN, Omweg
from .real import ANNA, BRAM, RealLaptop, Town, town

WIE = st.sampled_from([ANNA, BRAM])
WELK = st.integers(0, 1)
NUMMER = itertools.count()


class Gestorven(BaseException):
    """The program died here."""


class RealMachine(RuleBasedStateMachine):
    """Two officers, two dossiers of their own per run, an office, a bad network, programs that die."""

    stad: Town

    @initialize(zaad=st.integers(0, 10**6))
    def begin(self, zaad: int) -> None:
        """Fresh dossiers, fresh laptops."""
        self.stack = ExitStack()
        folder = Path(self.stack.enter_context(tempfile.TemporaryDirectory()))
        self.dobbel = random.Random(zaad)
        self.sterf_na = 0
        self.eerder = self.stad.notes()
        self.gemaakt: dict[str, set[str]] = {ANNA: set(), BRAM: set()}
        self.dossiers = [f"m-{next(NUMMER)}" for _ in range(2)]
        for dossier in self.dossiers:
            self.stad.office.dossier(dossier, ANNA, BRAM)
        self.laptops = {}
        for officer in (ANNA, BRAM):
            laptop = RealLaptop(folder / officer, self.stad.enrol(officer))
            laptop.punt, laptop.plan = self._punt, self._plan
            self.laptops[officer] = laptop
            self.stack.callback(laptop.sluit)
        self.kans = 0.25

    def _plan(self, request: object) -> Omweg | None:
        return self.dobbel.choice(OMWEGEN) if self.dobbel.random() < self.kans else None

    def _punt(self, naam: str) -> None:
        if self.sterf_na:
            self.sterf_na -= 1
            if self.sterf_na == 0:
                raise Gestorven

    @rule(wie=WIE, welk=WELK, keer=st.integers(1, 3))
    def noteer(self, wie: str, welk: int, keer: int) -> None:
        """The officer writes."""
        for _ in range(keer):
            self.gemaakt[wie].add(self.laptops[wie].noteer(self.dossiers[welk], "gesprek"))

    @rule(wie=WIE, welk=WELK)
    def geef(self, wie: str, welk: int) -> None:
        """The office assigns."""
        self.stad.office.grant(wie, self.dossiers[welk])

    @rule(wie=WIE, welk=WELK)
    def neem(self, wie: str, welk: int) -> None:
        """The office takes away."""
        self.stad.office.revoke(wie, self.dossiers[welk])

    @rule(welk=WELK)
    def wijzig(self, welk: int) -> None:
        """The register changes."""
        self.stad.office.edit(self.dossiers[welk], telefoon=f"06{next(NUMMER)}")

    @rule(na=st.integers(1, 14))
    def richt(self, na: int) -> None:
        """Some program will die after so many commits."""
        self.sterf_na = na

    @rule(wie=WIE)
    def ronde(self, wie: str) -> None:
        """A round, or the beginning of one."""
        laptop = self.laptops[wie]
        try:
            laptop.loop.round()
        except Gestorven:
            laptop.herstart()

    def teardown(self) -> None:
        """The network is good: everything comes to rest, once, and equal on both sides."""
        if not hasattr(self, "laptops"):
            return
        self.kans, self.sterf_na = 0.0, 0
        with self.stack:
            for officer in (ANNA, BRAM, ANNA):
                assert self.laptops[officer].loop.round().problem is None, "I0 all is well"
            daar = self.stad.notes() - self.eerder
            for officer, laptop in self.laptops.items():
                assert laptop.open == (), "I0 the outbox drains"
                assert laptop.spiegel == self.stad.expected(officer), "I3/I4 agreement"
                self._lot(officer, laptop, daar)
            for officer, dossier in itertools.product((ANNA, BRAM), self.dossiers):
                self.stad.office.revoke(officer, dossier)

    def _lot(self, officer: str, laptop: RealLaptop, daar: set[str]) -> None:
        regels = laptop.kluis.lees(lambda caseload: caseload.uitvak(1_000))
        assert len(regels) == len(self.gemaakt[officer]), "I1/I8 a row for every note"
        toegepast = sum(regel.toestand == AntwoordSoort.APPLIED.value for regel in regels)
        geweigerd = [regel for regel in regels if regel.toestand == AntwoordSoort.REJECTED.value]
        assert all(regel.reden == "out_of_scope" for regel in geweigerd), "I6 refused for its own reason only"
        assert toegepast + len(geweigerd) == len(regels), "I1 every row has its end"
        assert len(self.gemaakt[officer] & daar) == toegepast, "I2 once, and only what was taken"


@pytest.fixture
def stad(tmp_path: Path) -> Iterator[Town]:
    """A running municipality."""
    with town(tmp_path / "gemeente") as running:
        yield running


def test_the_promises_hold_on_the_real_road(stad: Town) -> None:
    RealMachine.stad = stad
    modest = settings(
        max_examples=8,
        stateful_step_count=14,
        database=None,
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(RealMachine, settings=modest)
