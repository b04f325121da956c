"""The manual stays whole: its links lead somewhere, its pictures are there, and its messages are ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HANDLEIDING = Path(__file__).parents[2] / "docs" / "handleiding"
BLADEN = sorted(HANDLEIDING.glob("*.md"))
BRON = Path(__file__).parents[2] / "src" / "leerplicht_desktop"
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_KOP = re.compile(r"^#+ (.+)$", re.MULTILINE)
_MELDING = re.compile(r"^\| \*([^*]+)\* \|", re.MULTILINE)


def _anker(kop: str) -> str:
    """The anchor that a heading gets: small letters, words joined, no marks."""
    return re.sub(r"[^\w\- ]", "", kop.lower()).strip().replace(" ", "-")


@pytest.mark.parametrize("blad", BLADEN, ids=lambda blad: blad.name)
def test_every_link_leads_somewhere(blad: Path) -> None:
    for doel in _LINK.findall(blad.read_text("utf-8")):
        if doel.startswith("http"):
            continue
        bestand, _, plek = doel.partition("#")
        ander = blad.parent / bestand if bestand else blad
        assert ander.exists(), doel
        if plek:
            koppen = _KOP.findall(ander.read_text("utf-8"))
            assert plek in {_anker(kop) for kop in koppen}, doel


def test_every_picture_is_shown() -> None:
    gezegd = "".join(blad.read_text("utf-8") for blad in BLADEN)
    assert [beeld.name for beeld in (HANDLEIDING / "beelden").iterdir() if beeld.name not in gezegd] == []


def test_the_messages_of_the_chapter_on_paper_are_those_of_the_program() -> None:
    bron = " ".join(bestand.read_text("utf-8") for bestand in sorted(BRON.rglob("*.py")))
    meldingen = _MELDING.findall((HANDLEIDING / "papier.md").read_text("utf-8"))
    assert len(meldingen) >= 5
    assert [melding for melding in meldingen if melding not in bron] == []
