"""``make dekking``: the files that stay covered to the last branch, each by the tests written for it.

``pairs.toml`` has a table per source file or folder with its tests. A file joins the list when it is whole;
none leaves it. Other tests may pass through a file too, but they do not count: what nobody tries on purpose
is not held.

    python -m tests.covered              all pairs
    python -m tests.covered casework     those whose source has this in its path
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from .pairs import ROOT, Pair, pairs


def _measured(pair: Pair, folder: Path) -> dict[str, tuple[int, int]]:
    """Missing lines and missing branches per file of a pair. Raises RuntimeError when its tests fail."""
    data, report = folder / "data", folder / "report.json"
    wanted = {str(path.relative_to(ROOT)) for path in pair.files}
    python = [sys.executable, "-m"]
    own = {"COVERAGE_FILE": str(data), "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run(
        [
            *python,
            "coverage",
            "run",
            "--branch",
            "--source=src",
            "-m",
            "pytest",
            "-q",
            "-m",
            "not postgres",
            *pair.tests,
        ],
        cwd=ROOT,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise RuntimeError(f"{pair.source}: its tests fail\n{run.stdout[-2000:]}")
    subprocess.run(
        [*python, "coverage", "json", "-q", "-o", str(report)],
        cwd=ROOT,
        env={**os.environ, **own},
        check=True,
    )
    found = json.loads(report.read_text(encoding="utf-8"))["files"]
    return {
        name: (len(measured["missing_lines"]), len(measured["missing_branches"]))
        for name, measured in found.items()
        if name in wanted
    }


def main(words: Sequence[str] | None = None) -> int:
    """Measure every pair, tell what is missing, and return the exit status."""
    asked = sys.argv[1:] if words is None else list(words)
    missing = 0
    for pair in pairs():
        if asked and not any(word in pair.source for word in asked):
            continue
        with tempfile.TemporaryDirectory(prefix="covered-") as folder:
            measured = _measured(pair, Path(folder))
        unseen = {str(path.relative_to(ROOT)) for path in pair.files} - set(measured)
        short = {name: gaps for name, gaps in measured.items() if gaps != (0, 0)}
        missing += len(short) + len(unseen)
        sys.stdout.write(f"{'short' if short or unseen else 'whole':<6} {pair.source}\n")
        for name, (lines, branches) in sorted(short.items()):
            sys.stdout.write(f"       {name}: {lines} lines, {branches} branches\n")
        for name in sorted(unseen):
            sys.stdout.write(f"       {name}: not one line\n")
        sys.stdout.flush()
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
