"""Nothing in the program takes the zone of the laptop: a paper has the same times and days everywhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "leerplicht_desktop"


def _own_zone(source: str) -> Iterator[int]:
    """Lines that ask for the zone of the machine."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else ""
        owner = called.value if isinstance(called, ast.Attribute) else None
        bare = len(node.args) < _NEEDED.get(name, 0) and not node.keywords
        of_a_type = isinstance(owner, ast.Name) and owner.id in {"datetime", "date"}
        if name == "localtime" or (bare and (name == "astimezone" or of_a_type)):
            yield node.lineno


_NEEDED = {"astimezone": 1, "now": 1, "today": 1, "fromtimestamp": 2}


def test_no_moment_takes_the_zone_of_the_laptop() -> None:
    found = [
        f"{file.relative_to(SOURCE)}:{line}"
        for file in sorted(SOURCE.rglob("*.py"))
        for line in _own_zone(file.read_text("utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "x = moment.astimezone()",
        "x = datetime.now()",
        "x = date.today()",
        "x = datetime.fromtimestamp(5.0)",
        "x = time.localtime()",
    ],
)
def test_each_way_to_ask_for_it_is_seen(line: str) -> None:
    assert list(_own_zone(line)) == [1]


def test_a_zone_that_is_named_is_right() -> None:
    assert list(_own_zone("x = moment.astimezone(UTC); y = datetime.now(UTC); z = klok.now()")) == []
