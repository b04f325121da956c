"""Where lines may break without spaces, and which language a script tells."""

from __future__ import annotations

import pytest

from leerplicht_desktop.documents.archive import fonts
from leerplicht_desktop.documents.archive.scripts import (
    SHAPED,
    by_script,
    language_of,
    may_break,
    opentype_tags,
    script_of,
)


@pytest.mark.parametrize(
    ("before", "after", "script", "may"),
    [
        ("我", "的", "Hani", True),
        ("我", "，", "Hani", False),
        ("，", "他", "Hani", True),
        ("（", "真", "Hani", False),
        ("ち", "ょ", "Hira", False),
        ("아", "들", "Hang", False),
        ("ก", "ข", "Thai", True),
        ("เ", "พ", "Thai", False),
        ("พ", "า", "Thai", False),
        ("ໄ", "ປ", "Laoo", False),
        ("ខ្ញុំ", "ឈឺ", "Khmr", True),
        ("ណា", "ស់", "Khmr", False),
        ("နေ", "မ", "Mymr", True),
        ("တ", "က်", "Mymr", False),
        ("ናብ፡", "ቤ", "Ethi", True),
        ("ና", "ብ", "Ethi", False),
        ("་", "ས", "Tibt", True),
        ("क", "ख", "Deva", False),
    ],
)
def test_a_line_may_end_where_a_reader_expects_it(before: str, after: str, script: str, may: bool) -> None:
    assert may_break(before, after, script) is may


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("我的儿子", ["zh"]),
        ("息子は病気", ["ja", "ja", "ja"]),
        ("제", ["ko"]),
        ("ሰላም", ["und-Ethi"]),
        ("क।", ["und-Deva"]),
        ("กข", ["th"]),
    ],
)
def test_a_script_tells_its_language_where_it_can(text: str, languages: list[str]) -> None:
    assert [language_of(script, text) for script, _ in by_script(text)] == languages


def test_what_scripts_share_goes_along_with_the_letters_around_it() -> None:
    assert list(by_script("、我。ก")) == [("Hani", "、我。"), ("Thai", "ก")]
    assert list(by_script("、")) == [("Zyyy", "、")]


def test_every_script_that_must_be_shaped_is_known_to_fonts() -> None:
    assert all(opentype_tags(script) - {"DFLT"} for script in SHAPED)


def test_the_plain_fonts_hold_no_script_that_must_be_shaped() -> None:
    """reportlab would print it letter by letter, and nobody could read it."""
    for name in (fonts.TEXT, fonts.LABEL, fonts.FALLBACK):
        assert not {script_of(chr(code)) for code in fonts.characters(name)} & SHAPED
