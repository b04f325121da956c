"""A reference leads somewhere: each rule, promise and decision that the source names stands in docs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
NUMBER = re.compile(r"\b(R\d{2}|W\d|I\d{1,2}|ADR \d{4})\b")
# What a reader cannot open: pages that are not in this repository, and numbers without a page.
OUTSIDE = re.compile(r"domain reference|design decision|\bdecision \d|design/\w+\.md|findings/")
HOMES = {"R": "handleiding/regels.md", "W": "handleiding/werkwijze.md", "I": "sync.md"}


def _known() -> set[str]:
    """Every number that has a heading or a row of its own."""
    rules = set(re.findall(r"^## .*\((R\d{2})", (DOCS / HOMES["R"]).read_text(encoding="utf-8"), re.M))
    ways = set(re.findall(r"^## (W\d)\b", (DOCS / HOMES["W"]).read_text(encoding="utf-8"), re.M))
    promises = set(re.findall(r"^\| (I\d{1,2}) \|", (DOCS / HOMES["I"]).read_text(encoding="utf-8"), re.M))
    records = {f"ADR {path.name[:4]}" for path in (DOCS / "adr").glob("[0-9]*.md")}
    return rules | ways | promises | records


def dangling(text: str, known: set[str]) -> list[str]:
    """The references in a text that lead nowhere."""
    return [found for found in NUMBER.findall(text) if found not in known] + OUTSIDE.findall(text)


def _sources() -> list[Path]:
    kinds = [*(ROOT / "src").rglob("*.py"), *(ROOT / "resources").rglob("*.toml"), *DOCS.rglob("*.md")]
    return sorted([*kinds, *(ROOT / "forms").rglob("*.toml"), ROOT / "pyproject.toml", ROOT / "README.md"])


def test_every_reference_leads_somewhere() -> None:
    known = _known()
    lost = {path.relative_to(ROOT): dangling(path.read_text(encoding="utf-8"), known) for path in _sources()}
    assert not {path: found for path, found in lost.items() if found}


def test_no_decision_has_the_number_of_another() -> None:
    numbers = [path.name[:4] for path in (DOCS / "adr").glob("*.md")]
    assert len(numbers) == len(set(numbers)), sorted(numbers)


@pytest.mark.parametrize("planted", ["see R99", "holds W9", "keeps I42", "ADR 9999 says", "decision 9"])
def test_a_planted_reference_is_found(planted: str) -> None:
    assert dangling(planted, _known())
