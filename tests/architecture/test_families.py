"""A room's folders stand in a row: each has a name, and none leads back to one that leads to it."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "leerplicht_desktop"
ROOMS = ["casework", "store", "domain", "documents", "ui"]

AT_THE_DOOR = {
    "casework": {"concepten", "ids", "problems", "touched", "waardenjson"},
    "store": {"open_vault", "vault", "work"},
    "domain": {
        "datumsom",
        "datumtekst",
        "eisen",
        "errors",
        "getalwoord",
        "nederlandsetijd",
        "tekstregel",
        "uitleg",
        "zichtbaar",
    },
    "ui": set(),
}
"""What every family of a room needs, or what ties them; a file of one family goes into its folder."""


def _imported(path: Path) -> Iterator[str]:
    package = ["leerplicht_desktop", *path.relative_to(SOURCE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            whole = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{whole}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _family(room: Path, path: Path) -> str:
    return path.relative_to(room).parts[0].removesuffix(".py")


def _arrows(room: Path) -> dict[str, set[str]]:
    prefix = f"leerplicht_desktop.{room.name}."
    families = {_family(room, path) for path in room.rglob("*.py")}
    arrows: dict[str, set[str]] = defaultdict(set)
    for path in room.rglob("*.py"):
        for name in _imported(path):
            other = name.removeprefix(prefix).split(".")[0] if name.startswith(prefix) else ""
            if other in families - {_family(room, path)}:
                arrows[_family(room, path)].add(other)
    return arrows


def _reached(arrows: dict[str, set[str]], start: str) -> set[str]:
    seen: set[str] = set()
    to_see = [*arrows.get(start, ())]
    while to_see:
        family = to_see.pop()
        if family not in seen:
            seen.add(family)
            to_see += arrows.get(family, ())
    return seen


@pytest.mark.parametrize("room", ROOMS)
def test_no_family_leads_back_to_itself(room: str) -> None:
    arrows = _arrows(SOURCE / room)
    assert arrows
    assert [family for family in sorted(arrows) if family in _reached(arrows, family)] == []


@pytest.mark.parametrize("room", sorted(AT_THE_DOOR))
def test_no_file_lies_loose(room: str) -> None:
    loose = {path.stem for path in (SOURCE / room).glob("*.py")} - {"__init__"}
    assert loose == AT_THE_DOOR[room]


def test_a_circle_is_seen() -> None:
    arrows = {"vault": {"work"}, "work": {"lezen"}, "lezen": {"kluis", "vault"}}
    assert {family for family in arrows if family in _reached(arrows, family)} == {"vault", "work", "lezen"}
