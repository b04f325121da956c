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

    INVALID: its tests fail, cannot start or never end without it too: they say nothing.
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
            green, said = self._told(mutant.tests)
        finally:
            path.write_text(whole, encoding="utf-8")
        verdict = Verdict.SURVIVED
        if not green:
            # Loud without the fault too, by failing or by being slow: then it says nothing of the fault.
            node = _NODE.match(said)
            again = (node["file"], "-k", node["test"]) if node else mutant.tests
            verdict = Verdict.CAUGHT if self._told(again)[0] else Verdict.INVALID
        return Outcome(mutant, verdict, time.monotonic() - began, said)

    def _told(self, tests: tuple[str, ...]) -> tuple[bool, str]:
        """Whether all of these tests passed, and the line that says so, or which did not."""
        try:
            done = self.run(tests)
        except subprocess.TimeoutExpired:
            return False, "the tests never ended"
        said = _said(done.stdout)
        # A fault may end the process itself, with status 0 and without a word.
        return done.returncode == 0 and " passed" in said, said


def _said(output: str) -> str:
    told = [line for line in output.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return told[0] if told else (output.strip().splitlines() or ["nothing was printed"])[-1]
