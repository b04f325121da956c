"""What may not stand anywhere: rooms without a name, addresses of machines, unfinished ends."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

ROOMS = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
# Spelled in two halves, so that this file itself does not hold them.
MACHINES = re.compile(
    "|".join(["/ro" + "ot/", "/wo" + "rk/", "pypi" + r"\.org", "pythonhost" + "ed", "deb" + r"\.debian\."])
)
LOOSE_ENDS = re.compile("|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "NotImplemented" + "Error"]))


def _tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


def _texts() -> list[tuple[Path, str]]:
    kinds = {".py", ".md", ".toml", ".txt", ".sh", ".json", ".sql", ".csv", ".cfg", ""}
    return [
        (path, path.read_text(encoding="utf-8", errors="replace"))
        for path in _tracked()
        if path.suffix in kinds and path.stat().st_size < 2_000_000
    ]


def test_every_room_has_a_name() -> None:
    for path in _tracked():
        assert not ROOMS & {part.removesuffix(".py") for part in path.relative_to(ROOT).parts}, path


def test_no_machine_and_no_registry_stands_anywhere() -> None:
    for path, text in _texts():
        assert not MACHINES.search(text), path


@pytest.mark.parametrize("folder", ["src", "tests", "packaging"])
def test_nothing_is_left_for_later(folder: str) -> None:
    for path in (ROOT / folder).rglob("*.py"):
        found = LOOSE_ENDS.search(path.read_text(encoding="utf-8"))
        assert found is None, f"{path}: {found}"


def test_no_lock_file_with_addresses() -> None:
    assert not (ROOT / "uv.lock").exists()
    for path in (ROOT / "requirements").glob("*.txt"):
        assert "://" not in path.read_text(encoding="utf-8")


def test_each_word_of_the_glossary_stands_once() -> None:
    rows = [
        line.split("|")[1].strip()
        for line in (ROOT / "docs/glossary.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("| ") and line.count("|") == 5 and not line.startswith("| Woord")
    ]
    assert len(rows) > 50
    assert len(rows) == len(set(rows))
    assert rows == sorted(rows, key=str.casefold)
