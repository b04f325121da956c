"""The list of planted faults stays true, and the tool that plants them tells silence from noise."""

from __future__ import annotations

import ast
import subprocess
from collections import Counter
from pathlib import Path

import pytest

from tests.mutants.drawn import drawn
from tests.mutants.planted import ROOT, Mutant, mutants
from tests.mutants.trial import Copy, Verdict

ALL = mutants()
ROOMS = {"domain", "casework", "store", "sync", "documents", "ui", "bootstrap", "server", "protocol"}


@pytest.mark.parametrize("mutant", ALL, ids=lambda mutant: f"{mutant.room}-{mutant.name}")
def test_a_fault_still_fits(mutant: Mutant) -> None:
    text = (ROOT / mutant.file).read_text(encoding="utf-8")
    planted = mutant.planted(text)
    assert planted != text
    if mutant.file.endswith(".py"):
        ast.parse(planted)
    for named in mutant.tests:
        assert (ROOT / named.split("::")[0]).exists(), named


def test_every_room_is_tried_and_no_name_stands_twice() -> None:
    assert {mutant.room for mutant in ALL} == ROOMS
    assert max(Counter(mutant.name for mutant in ALL).values()) == 1
    assert len(ALL) >= 80


FAILED = "FAILED tests/a/test_b.py::test_c[1] - assert 1\n1 failed in 1s"
GREEN = (0, "3 passed in 1s")


class Scripted(Copy):
    """A copy of one file; pytest answers in turn what was written down, None for a run that never ends."""

    def __init__(self, folder: Path, *answers: tuple[int, str] | None) -> None:
        self.folder, self.answers = folder, list(answers)
        self.asked: list[tuple[tuple[str, ...], str]] = []

    def run(self, tests: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
        """The next answer."""
        self.asked.append((tests, (self.folder / "deel.py").read_text(encoding="utf-8")))
        answer = self.answers.pop(0)
        if answer is None:
            raise subprocess.TimeoutExpired("pytest", 1)
        return subprocess.CompletedProcess([], answer[0], answer[1])


@pytest.mark.parametrize(
    ("answers", "verdict", "again"),
    [
        ([GREEN], Verdict.SURVIVED, None),
        ([(1, FAILED), GREEN], Verdict.CAUGHT, ("tests/a/test_b.py", "-k", "test_c")),
        ([(1, FAILED), (1, FAILED)], Verdict.INVALID, ("tests/a/test_b.py", "-k", "test_c")),
        ([(2, "ERROR tests/a/test_b.py\n1 error"), GREEN], Verdict.CAUGHT, ("tests/a",)),
        ([(4, "no such file"), (4, "no such file")], Verdict.INVALID, ("tests/a",)),
        ([(-11, ""), GREEN], Verdict.CAUGHT, ("tests/a",)),
        ([(0, ""), GREEN], Verdict.CAUGHT, ("tests/a",)),
        ([None, GREEN], Verdict.CAUGHT, ("tests/a",)),
        ([None, None], Verdict.INVALID, ("tests/a",)),
        ([(5, "3 deselected"), (5, "3 deselected")], Verdict.INVALID, ("tests/a",)),
    ],
)
def test_a_fault_is_caught_by_what_is_silent_without_it(
    tmp_path: Path,
    answers: list[tuple[int, str] | None],
    verdict: Verdict,
    again: tuple[str, ...] | None,
) -> None:
    source = tmp_path / "deel.py"
    source.write_text("heel", encoding="utf-8")
    copy = Scripted(tmp_path, *answers)
    fault = Mutant("domain", "D", "deel.py", "heel", "stuk", ("tests/a",), "")
    assert copy.judge(fault).verdict is verdict
    planted = [(("tests/a",), "stuk")]
    assert copy.asked == planted + ([(again, "heel")] if again else [])
    assert source.read_text(encoding="utf-8") == "heel"


def test_faults_are_drawn_from_every_room_alike_and_each_is_one_that_python_reads() -> None:
    found = drawn(30, 7)
    assert found == drawn(30, 7)
    assert {fault.file for fault in found} != {fault.file for fault in drawn(30, 8)}
    per_room = Counter(fault.room for fault in found)
    assert set(per_room) == ROOMS | {"machine", "practice"}
    assert max(per_room.values()) - min(per_room.values()) <= 2
    assert len({fault.file for fault in found}) == 30
    for fault in found:
        assert fault.new != fault.old
        ast.parse(fault.new)
        assert all((ROOT / named).exists() for named in fault.tests)
