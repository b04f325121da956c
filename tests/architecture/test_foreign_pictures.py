"""Bytes from outside are decoded by the child alone: Qt is never given a picture to guess at."""

from __future__ import annotations

import re

import pytest

from .test_limits import ROOT

SRC = ROOT / "src" / "leerplicht_desktop"
_GUESSES = re.compile(r"\bQImageReader\b|\.fromData\(|\.loadFromData\(|\bQMovie\b|\bQPdfDocument\b")
_OPENS = re.compile(r"\bImage\.open\(")


@pytest.mark.parametrize("room", ["ui", "bootstrap", "practice"])
def test_no_screen_decodes_a_picture(room: str) -> None:
    found = [
        f"{path.relative_to(SRC)}: {line.strip()}"
        for path in sorted((SRC / room).rglob("*.py"))
        if path.parent.name != "kit"  # draws icons of our own
        for line in path.read_text(encoding="utf-8").splitlines()
        if _GUESSES.search(line)
    ]
    assert found == []


def test_pillow_opens_only_what_its_marks_say() -> None:
    """Without a list of formats Pillow would try forty readers."""
    opened = [
        line.strip()
        for path in sorted((SRC / "documents").rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if _OPENS.search(line)
    ]
    assert opened
    assert [line for line in opened if "formats=" not in line] == []


_IN_THIS_PROCESS = {
    "documents/bureau/bladen.py",  # what was made here a moment ago, by its hash
    "documents/bureau/proefblad.py",  # the page of the self test
    "documents/preview.py",
    "documents/bijlagebeeld.py",  # the child
    "documents/proefdruk.py",  # the child
    "documents/vreemdblad.py",  # the child
}


def test_a_pdf_is_opened_by_the_child_or_was_made_here() -> None:
    opened = {
        path.relative_to(SRC).as_posix()
        for path in sorted(SRC.rglob("*.py"))
        if re.search(r"\bPreview\(|\bPdfDocument\(", path.read_text(encoding="utf-8"))
    }
    assert opened == _IN_THIS_PROCESS


def test_a_drawing_of_lines_is_only_ever_an_icon_of_our_own() -> None:
    """QSvgRenderer follows references to files; the plug-in that reads SVG as a picture is never loaded."""
    known = {"ui/kit/icons.py"}
    for pattern in (r"QtSvg\b|QSvgRenderer", r"\.svg\b"):
        found = {
            path.relative_to(SRC).as_posix()
            for path in sorted(SRC.rglob("*.py"))
            if re.search(pattern, path.read_text(encoding="utf-8"))
        }
        assert found <= known | {"documents/bestandssoort.py"}
