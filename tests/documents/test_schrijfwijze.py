"""How dates, times and lists are written."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from leerplicht_desktop.documents import schrijfwijze


def test_dates_and_times() -> None:
    moment = datetime(2026, 11, 4, 9, 5, tzinfo=UTC)
    assert schrijfwijze.moment_voluit(moment) == "woensdag 4 november 2026 om 09:05 uur"


@pytest.mark.parametrize(
    ("namen", "zin"), [((), ""), (("a",), "a"), (("a", "b"), "a en b"), (("a", "b", "c"), "a, b en c")]
)
def test_a_list_in_a_sentence(namen: tuple[str, ...], zin: str) -> None:
    assert schrijfwijze.opsomming(namen) == zin


@pytest.mark.parametrize(
    ("zin", "uit"), [("Klaar", "Klaar."), ("Klaar? ", "Klaar?"), ("", ""), ("‘Ja.’", "‘Ja.’.")]
)
def test_a_sentence_ends_once(zin: str, uit: str) -> None:
    assert schrijfwijze.met_punt(zin) == uit
