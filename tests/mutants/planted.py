"""Faults that a tired developer makes, written down: where, what stood there, what stands there now, and who
must say so. ``lists`` has a file per room; ``python -m tests.mutants`` plants them one by one."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LISTS = Path(__file__).resolve().parent / "lists"


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault. ``old`` stands exactly once in ``file``; ``tests`` are the nearest that should notice."""

    room: str
    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
    harm: str
    """What the officer, the child or the judge would meet."""

    def planted(self, text: str) -> str:
        """The text of the file with the fault in it. ValueError when ``old`` does not stand there once."""
        if text.count(self.old) != 1:
            raise ValueError(f"{self.name}: stands {text.count(self.old)} times in {self.file}")
        return text.replace(self.old, self.new)


def mutants(folder: Path = LISTS) -> tuple[Mutant, ...]:
    """Every fault of every room, in the order of the lists."""
    found: list[Mutant] = []
    for path in sorted(folder.glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["mutant"]:
            found.append(
                Mutant(
                    path.stem,
                    entry["name"],
                    entry["file"],
                    entry["old"],
                    entry["new"],
                    tuple(entry["tests"]),
                    entry["harm"],
                )
            )
    return tuple(found)
