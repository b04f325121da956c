from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test

from leerplicht_desktop.store.kluis.attempts import FREE, LONGEST, Attempts, delay
from tests.store.world import StilleKlok

YEAR = 365 * 24 * 3600.0
SPOILT = (
    b"",
    b"null",
    b"[]",
    b"{}",
    b"{",
    b"\xff\xfe",
    b'{"mis": "x", "van": 1}',
    b'{"mis": true, "van": 1}',
    b'{"mis": -5, "van": 3}',
    b'{"mis": 1e999, "van": 0}',
    b'{"mis": 4, "van": 1e300}',
    b'{"mis": 4, "van": NaN}',
    b'{"mis": 4, "van": "x"}',
    b'{"mis": 10000000, "van": 1}',
    b"[" * 3000,
    b'{"mis": ' + b"9" * 5000 + b"}",
)


def test_the_fourth_try_waits_and_the_delay_doubles_to_a_quarter_of_an_hour() -> None:
    waits = [delay(wrong) for wrong in range(15)]
    assert waits == [0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]


@given(st.integers(min_value=0, max_value=10**9))
def test_the_delay_never_shrinks(wrong: int) -> None:
    assert delay(wrong) <= delay(wrong + 1) <= LONGEST


def test_the_clock_that_counts_runs_since_the_start_of_the_machine() -> None:
    """What makes a restart harmless without knowing which start it was."""
    up = float(Path("/proc/uptime").read_text().split()[0])
    # /proc/uptime counts a laptop that sleeps as well; the running clock may stand still meanwhile.
    assert 0 < time.monotonic() <= up + 1


def test_the_counter_outlives_the_program_and_success_ends_it(tmp_path: Path, klok: StilleKlok) -> None:
    path = tmp_path / "pogingen.json"
    Attempts(path, klok.loopt).create()
    for _ in range(5):
        Attempts(path, klok.loopt).begin()
    assert Attempts(path, klok.loopt).wait() == 4
    klok.verder(3.5)
    assert Attempts(path, klok.loopt).wait() == 0.5
    Attempts(path, klok.loopt).succeeded()
    assert Attempts(path, klok.loopt).wait() == 0


@pytest.mark.parametrize("years", [-100, -1, 1, 100])
def test_the_calendar_does_not_count(tmp_path: Path, klok: StilleKlok, years: int) -> None:
    attempts = Attempts(tmp_path / "pogingen.json", klok.loopt)
    attempts.create()
    running = klok.loopt()
    for _ in range(5):
        attempts.begin()
    klok.verder(years * YEAR)
    still = Attempts(tmp_path / "pogingen.json", lambda: running)
    assert still.wait() == 4


def test_after_a_restart_the_wait_begins_anew_and_ends(tmp_path: Path, klok: StilleKlok) -> None:
    attempts = Attempts(tmp_path / "pogingen.json", klok.loopt)
    attempts.create()
    for _ in range(7):
        attempts.begin()
    klok.herstart()
    assert Attempts(tmp_path / "pogingen.json", klok.loopt).wait() == 16
    klok.verder(10)
    assert Attempts(tmp_path / "pogingen.json", klok.loopt).wait() == 6


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_spoilt_counter_is_as_before_the_fourth_try(
    tmp_path: Path, klok: StilleKlok, spoilt: bytes
) -> None:
    path = tmp_path / "pogingen.json"
    path.write_bytes(spoilt)
    attempts = Attempts(path, klok.loopt)
    assert attempts.wait() == delay(FREE)
    klok.verder(delay(FREE))
    assert attempts.wait() == 0
    attempts.begin()
    assert attempts.wait() == delay(FREE + 1)


@pytest.mark.parametrize("what", [Path.mkdir, lambda path: path.symlink_to("/dev/zero"), lambda path: None])
def test_what_is_no_file_is_set_aside(
    tmp_path: Path, klok: StilleKlok, what: Callable[[Path], object]
) -> None:
    path = tmp_path / "pogingen.json"
    what(path)
    attempts = Attempts(path, klok.loopt)
    assert attempts.wait() == delay(FREE)
    klok.verder(delay(FREE))
    assert attempts.wait() == 0
    attempts.begin()
    assert json.loads(path.read_bytes())["mis"] == FREE + 1


def test_a_counter_of_the_program_of_before_keeps_its_tries(tmp_path: Path, klok: StilleKlok) -> None:
    path = tmp_path / "pogingen.json"
    path.write_bytes(b'{"mis": 5, "niet_voor": "2199-01-01T00:00:00+00:00"}')
    attempts = Attempts(path, klok.loopt)
    assert attempts.wait() == 4
    klok.verder(4)
    assert attempts.wait() == 0


def test_in_a_folder_that_cannot_be_written_the_wait_ends_as_well(tmp_path: Path, klok: StilleKlok) -> None:
    attempts = Attempts(tmp_path / "niet hier" / "pogingen.json", klok.loopt)
    assert attempts.wait() == delay(FREE)
    klok.verder(delay(FREE))
    assert attempts.wait() == 0


def test_the_counter_keeps_its_size(tmp_path: Path, klok: StilleKlok) -> None:
    path = tmp_path / "pogingen.json"
    attempts = Attempts(path, klok.loopt)
    attempts.create()
    size = path.stat().st_size
    for _ in range(12):
        attempts.begin()
        assert path.stat().st_size == size


class _ByTheCalendar(Attempts):
    """Planted: what the program did before. The moments come from a clock that anybody may set."""

    calendar: Callable[[], float]

    def wait(self) -> float:
        wrong, until = self._read()
        return max(0.0, min((until or 0.0) - self.calendar(), delay(wrong)))

    def begin(self) -> None:
        wrong = self._read()[0] + 1
        self._write(wrong, max(0.0, self.calendar() + delay(wrong)))


class _NoNewStart(Attempts):
    """Planted: a running clock that began anew is not noticed."""

    def _restart(self, wrong: int, now: float) -> float:
        return self._read()[1] or 0.0


class _ForgetsAtARestart(Attempts):
    """Planted: a running clock that began anew wipes the wait."""

    def _restart(self, wrong: int, now: float) -> float:
        return now - delay(wrong)


class Laptop(RuleBasedStateMachine):
    """A laptop with its clocks, an officer, and somebody who spoils the file."""

    folder: Path
    kind: type[Attempts]

    def __init__(self) -> None:
        super().__init__()
        self.up, self.wall, self.real, self.last, self.wrong = 5.0, 1.8e9, 0.0, -1e9, 0
        self.known = True
        (self.folder / "pogingen.json").unlink(missing_ok=True)
        self.begun()
        self.attempts.create()

    def begun(self) -> None:
        self.attempts = self.kind(self.folder / "pogingen.json", lambda: self.up)
        if isinstance(self.attempts, _ByTheCalendar):
            self.attempts.calendar = lambda: self.wall

    def allowed(self) -> bool:
        left = self.attempts.wait()
        assert 0 <= left <= (delay(self.wrong) if self.known else LONGEST), "longer than the delay"
        if left > 0:
            return False
        assert not self.known or self.real - self.last >= delay(self.wrong) - 0.01, "allowed too early"
        return True

    @rule()
    def wrong_try(self) -> None:
        if self.allowed():
            self.attempts.begin()
            self.wrong, self.last = self.wrong + 1, self.real

    @rule()
    def right_try(self) -> None:
        if self.allowed():
            self.attempts.begin()
            self.attempts.succeeded()
            self.wrong, self.last, self.known = 0, -1e9, True

    @rule()
    def waits_as_told(self) -> None:
        self.runs(self.attempts.wait() + 0.01)
        assert self.attempts.wait() == 0, "the wait does not end"

    @rule(seconds=st.floats(0, 1000))
    def runs(self, seconds: float) -> None:
        self.up += seconds
        self.wall += seconds
        self.real += seconds

    @rule(seconds=st.floats(0, 1e5))
    def sleeps(self, seconds: float) -> None:
        self.wall += seconds
        self.real += seconds

    @rule(up=st.floats(0, 60))
    def starts_again(self, up: float) -> None:
        self.up = up
        self.wall += up
        self.real += up
        self.begun()

    @rule(wall=st.one_of(st.floats(-6e10, 2.5e11), st.sampled_from([0.0, 1.8e9 + YEAR])))
    def clock_is_set(self, wall: float) -> None:
        self.wall = wall

    @rule(spoilt=st.sampled_from(SPOILT))
    def is_spoilt(self, spoilt: bytes) -> None:
        (self.folder / "pogingen.json").write_bytes(spoilt)
        self.known = False

    @rule()
    def program_starts_again(self) -> None:
        self.begun()


def _run(folder: Path, kind: type[Attempts], runs: int) -> None:
    machine = type("Machine", (Laptop,), {"folder": folder, "kind": kind})
    quick = settings(
        max_examples=runs,
        stateful_step_count=30,
        report_multiple_bugs=False,
        phases=(Phase.generate,),  # a planted fault need not be made small
    )
    run_state_machine_as_test(machine, settings=quick)


@pytest.fixture
def quick() -> Iterator[Path]:
    """A folder where forcing to the disk costs nothing: thousands of tries are written."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield Path(folder)


def test_never_too_early_and_never_longer_than_the_delay(quick: Path) -> None:
    _run(quick, Attempts, 60)


@pytest.mark.parametrize("planted", [_ByTheCalendar, _NoNewStart, _ForgetsAtARestart])
def test_the_property_sees_a_planted_fault(quick: Path, planted: type[Attempts]) -> None:
    def ten_times() -> None:
        """What is drawn may miss it once; ten times two hundred laptops do not."""
        for _ in range(10):
            _run(quick, planted, 200)

    with pytest.raises(AssertionError):
        ten_times()
