"""The map of the house is that of today: what it names exists, and each room and family stands on it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "src" / "leerplicht_desktop"
MAP = ROOT / "docs" / "architecture.md"
GUIDES = (MAP, ROOT / "CONTRIBUTING.md", ROOT / "README.md", ROOT / "docs" / "glossary.md")
PATH = re.compile(r"`((?:src|tests|docs|packaging|resources|forms|requirements)/[\w./-]+)`")
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")


def _families(room: str) -> set[str]:
    return {
        each.name for each in (HOUSE / room).iterdir() if each.is_dir() and (each / "__init__.py").exists()
    }


def _on_the_map() -> dict[str, str]:
    """Room -> what the map says of it."""
    text = MAP.read_text("utf-8")
    told: dict[str, str] = {}
    room = ""
    for line in text.split("```")[3].splitlines():
        if begins := re.match(r"(\w+)/ ", line):
            room = begins[1]
        told[room] = told.get(room, "") + " " + line
    return told


def missing(guide: Path, text: str) -> list[str]:
    """Paths and links that lead nowhere."""
    paths = [
        found
        for found in PATH.findall(text)
        if "NAME" not in found and not (ROOT / found.rstrip("/.")).exists()
    ]
    links = [found for found in LINK.findall(text) if not (guide.parent / found).exists()]
    return paths + links


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_path_in_a_guide_exists(guide: Path) -> None:
    assert missing(guide, guide.read_text("utf-8")) == []


def test_a_path_that_left_is_found() -> None:
    assert missing(MAP, "see `src/leerplicht_desktop/nowhere.py` and [that](adr/9999-no.md)") == [
        "src/leerplicht_desktop/nowhere.py",
        "adr/9999-no.md",
    ]


@pytest.mark.parametrize("room", ["casework", "documents", "domain", "store", "ui"])
def test_every_family_stands_on_the_map(room: str) -> None:
    words = set(re.findall(r"\w+", _on_the_map()[room]))
    assert _families(room) <= words


def test_every_room_stands_on_the_map() -> None:
    rooms = {each.name for each in HOUSE.iterdir() if each.is_dir() and (each / "__init__.py").exists()}
    assert rooms <= set(_on_the_map())
