"""Which fonts may print another script, and what is said of each that may not."""

from __future__ import annotations

from typing import Any

import pytest
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from leerplicht_desktop.documents.archive.fonts import TEXT_BOLD, Lettering, objection
from leerplicht_desktop.documents.archive.typeface import Typeface
from leerplicht_desktop.documents.huisstijl import Lettertype
from leerplicht_desktop.documents.meegeleverd import hulpbestand
from tests.documents.archive.otherfonts import changed, data, with_rights, without, without_outlines


@pytest.mark.parametrize("name", ["Thai.ttf", "Devanagari.ttf", "Han.otf", "Syriac.ttf"])
def test_a_font_with_letters_of_its_own_may_serve(name: str) -> None:
    assert objection(data(name)) == ""


def _colour(font: Any) -> None:
    font["sbix"] = DefaultTable("sbix")
    font["sbix"].data = bytes(8)


def _nothing(_font: Any) -> None: ...


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (b"", "geen lettertype, of het is beschadigd"),
        (b"geen lettertype " * 90, "geen lettertype, of het is beschadigd"),
        (data("Thai.ttf")[:9000], "geen lettertype, of het is beschadigd"),
        (data("Thai.ttf")[:20], "geen lettertype, of het is beschadigd"),
        (b"ttcf" + bytes(8), "geen lettertype, of het is beschadigd"),
        (bytes(60_000_001), "groter dan 60 MB"),
        (changed("Thai.ttf", _nothing, "woff"), "lettertype voor websites"),
        (changed("Thai.ttf", _colour), "lettertype in kleur"),
        (without("Thai.ttf", "glyf"), "geen letters met een omtrek"),
        (without("Thai.ttf", "cmap"), "geen letters met een omtrek"),
        (with_rights("Thai.ttf", 0x0002), "maker staat niet toe"),
        (with_rights("Thai.ttf", 0x0100), "maker staat niet toe"),
        (with_rights("Thai.ttf", 0x0200), "maker staat niet toe"),
        (without("Devanagari.ttf", "GSUB"), "ontbreken de regels om letters te verbinden (Devanagari)"),
        (
            hulpbestand("fonts", "document", "NotoSerif-Bold.ttf"),
            "geen letters in die het programma nog niet",
        ),
    ],
    ids=lambda value: str(value)[:24] if isinstance(value, str) else "",
)
def test_every_other_file_is_told_why_not(file: bytes, said: str) -> None:
    assert said in objection(file)
    assert not objection(file).endswith(".")


@pytest.mark.parametrize("kind", [0x0000, 0x0004, 0x0008])
def test_a_font_that_may_be_embedded_for_reading_is_taken(kind: int) -> None:
    assert objection(with_rights("Thai.ttf", kind)) == ""


def test_an_unusable_font_prints_nothing_and_is_named() -> None:
    lettering = Lettering((Lettertype("lettertypen/mijn.ttf", lambda: with_rights("Thai.ttf", 2)),))
    assert lettering.printable("ก") == "[U+0E01]"
    assert [line.split(":")[0] for line in lettering.unusable] == ["lettertypen/mijn.ttf"]


def test_a_font_that_went_away_is_named() -> None:
    def gone() -> bytes:
        raise FileNotFoundError

    lettering = Lettering((Lettertype("lettertypen/weg.ttf", gone),))
    assert lettering.printable("ก", TEXT_BOLD) == "[U+0E01]"
    assert lettering.unusable == ("lettertypen/weg.ttf: dit bestand is niet te lezen",)


def test_a_letter_without_an_outline_is_no_letter() -> None:
    face = Typeface(without_outlines("Thai.ttf"))
    assert [cluster.glyphs for cluster in face.shape("กข", "Thai", "th")] == [(), ()]


def test_a_font_without_rules_for_a_script_prints_none_of_it() -> None:
    """Devanagari set letter by letter is not to be read: better its codes than wrong shapes."""
    lettering = Lettering((Lettertype("x", lambda: without("Devanagari.ttf", "GSUB")),))
    assert lettering.printable("कि") == "[U+0915][U+093F]"
