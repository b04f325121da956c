"""A copy of the project in which a fault can be planted without anybody working in it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from .planted import ROOT, Mutant

TIMEOUT_S = 600
_NODE = re.compile(r"(?:FAILED|ERROR) (?P<file>[^:\s]+)(?:::\w+)*?::(?P<test>\w+)")
_KEPT = (
    "src",
    "tests",
    "forms",
    "resources",
    "docs",
    "packaging",
    "pyproject.toml",
    "README.md",
    "CHANGELOG.md",
)


class Verdict(Enum):
    """What became of a fault.

    INVALID: its tests cannot start, or fail or never end without it too: they say nothing.
    """

    CAUGHT = "caught"
    SURVIVED = "SURVIVED"
    INVALID = "INVALID"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on one fault, the seconds it took, and the line of the test that noticed."""

    mutant: Mutant
    verdict: Verdict
    seconds: float
    said: str


class Copy:
    """The project in a folder of its own; ``source`` is what stands there when no fault is planted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in _KEPT:
            source = ROOT / name
            if source.is_dir():
                shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
            elif source.exists():
                shutil.copy2(source, folder / name)

    def run(self, tests: tuple[str, ...]) -> subprocess.CompletedProcess[str]:
        """The named tests against this copy; stops at the first that fails."""
        # PYTHONPATH comes before the editable install, which points at the checkout.
        paths = os.pathsep.join([str(self.folder / "src"), str(self.folder)])
        return subprocess.run(
            [
                sys.executable,
                "-m",
                "pytest",
                "-q",
                "-x",
                "-p",
                "no:randomly",
                "-p",
                "no:cacheprovider",
                "-m",
                "not postgres",
                *tests,
            ],
            cwd=self.folder,
            env={
                **os.environ,
                "PYTHONPATH": paths,
                "QT_QPA_PLATFORM": "offscreen",
                "PYTHONDONTWRITEBYTECODE": "1",
            },
            capture_output=True,
            text=True,
            timeout=TIMEOUT_S,
            check=False,
        )

    def judge(self, mutant: Mutant) -> Outcome:
        """Plant a fault, run its tests, take it out again."""
        path = self.folder / mutant.file
        whole = path.read_text(encoding="utf-8")
        path.write_text(mutant.planted(whole), encoding="utf-8")
        began = time.monotonic()
        try:
            done = self.run(mutant.tests)
        except subprocess.TimeoutExpired:
            done = None
        finally:
            path.write_text(whole, encoding="utf-8")
        if done is None:
            # A loop that does not end is noticed by whoever waits for the tests; tests that are slow are not.
            verdict, said = self._ends_whole(mutant.tests), "the tests never ended"
        else:
            verdict, said = _verdict(done.returncode), _said(done.stdout)
            if verdict is Verdict.CAUGHT and not self._passes_whole(said):
                verdict = Verdict.INVALID
        return Outcome(mutant, verdict, time.monotonic() - began, said)

    def _ends_whole(self, tests: tuple[str, ...]) -> Verdict:
        """CAUGHT when the tests end in time and pass without the fault."""
        try:
            return Verdict.INVALID if self.run(tests).returncode else Verdict.CAUGHT
        except subprocess.TimeoutExpired:
            return Verdict.INVALID

    def _passes_whole(self, said: str) -> bool:
        """Whether the test that noticed passes without the fault: one that always fails sees nothing."""
        node = _NODE.match(said)
        return node is None or self.run((node["file"], "-k", node["test"])).returncode == 0


def _verdict(status: int) -> Verdict:
    """pytest says 0 when all passed, 1 when one failed, and more when it could not run them."""
    if status == 0:
        return Verdict.SURVIVED
    # A worker that Qt ended by a signal has a negative status: that is loud enough.
    return Verdict.CAUGHT if status == 1 or status < 0 else Verdict.INVALID


def _said(output: str) -> str:
    told = [line for line in output.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return told[0] if told else (output.strip().splitlines() or ["nothing was printed"])[-1]
