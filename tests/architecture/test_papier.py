"""The promises of docs/papier.md name tests that exist."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_ROW = re.compile(r"^\| (\d+) \|", re.MULTILINE)


def _page() -> str:
    return (ROOT / "docs" / "papier.md").read_text("utf-8")


@cache
def _tests(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.FunctionDef))


def test_every_promise_names_a_test_that_is_there() -> None:
    named = _NAMED.findall(_page())
    assert len(named) > 40
    missing = [(path, name) for path, name in named if name not in _tests(ROOT / path)]
    assert missing == []


def test_all_twenty_promises_stand_there_once() -> None:
    assert [int(number) for number in _ROW.findall(_page())] == list(range(1, 21))
    rows = [line for line in _page().splitlines() if line.startswith("| ") and not line.startswith("| nr ")]
    assert all(_NAMED.search(line) for line in rows if line != "| what | tests |")
