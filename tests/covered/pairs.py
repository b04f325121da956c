"""The list of source files that stay covered, with the tests that are written for each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIST = Path(__file__).resolve().parent / "pairs.toml"


@dataclass(frozen=True, slots=True)
class Pair:
    """A source file, or every file of a folder, and its tests."""

    source: str
    tests: tuple[str, ...]

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that must be whole; an empty ``__init__`` has nothing to cover."""
        path = ROOT / self.source
        found = sorted(path.rglob("*.py")) if path.is_dir() else [path]
        return tuple(one for one in found if one.stat().st_size and one.name != "__init__.py")


def pairs() -> tuple[Pair, ...]:
    """The whole list, in its order."""
    table = tomllib.loads(LIST.read_text(encoding="utf-8"))["pair"]
    return tuple(Pair(entry["source"], tuple(entry["tests"])) for entry in table)
