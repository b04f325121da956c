from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.store.kluis.attempts import LONGEST, Attempts, delay
from tests.store.world import StilleKlok


def test_the_fourth_try_waits_and_the_delay_doubles_to_a_minute() -> None:
    assert [delay(wrong) for wrong in range(12)] == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]


@given(st.integers(min_value=0, max_value=10**9))
def test_the_delay_never_shrinks(wrong: int) -> None:
    assert delay(wrong) <= delay(wrong + 1) <= LONGEST


def test_the_counter_outlives_the_program_and_success_ends_it(tmp_path: Path, klok: StilleKlok) -> None:
    path = tmp_path / "pogingen.json"
    Attempts(path, klok).create()
    for _ in range(5):
        Attempts(path, klok).begin()
    assert Attempts(path, klok).wait() == 4
    klok.verder(3.5)
    assert Attempts(path, klok).wait() == 0.5
    Attempts(path, klok).succeeded()
    assert Attempts(path, klok).wait() == 0


def test_a_clock_put_back_never_locks_the_officer_out(tmp_path: Path, klok: StilleKlok) -> None:
    attempts = Attempts(tmp_path / "pogingen.json", klok)
    for _ in range(5):
        attempts.begin()
    klok.verder(-365 * 24 * 3600)
    assert attempts.wait() == 4


@pytest.mark.parametrize(
    "rommel", [b"", b"null", b"[]", b"{}", b'{"mis": "x", "niet_voor": 1}', b'{"mis": 9, "niet_voor": "x"}']
)
def test_a_broken_counter_starts_anew(tmp_path: Path, klok: StilleKlok, rommel: bytes) -> None:
    path = tmp_path / "pogingen.json"
    path.write_bytes(rommel)
    attempts = Attempts(path, klok)
    assert attempts.wait() == 0
    for _ in range(4):
        attempts.begin()
    assert attempts.wait() == 2


def test_the_counter_keeps_its_size(tmp_path: Path, klok: StilleKlok) -> None:
    path = tmp_path / "pogingen.json"
    attempts = Attempts(path, klok)
    attempts.create()
    size = path.stat().st_size
    for _ in range(12):
        attempts.begin()
        assert path.stat().st_size == size
