"""The small markup: emphasis from the form, never from a value."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerplicht_desktop.documents.blocks import Emphasis, Run, joined
from leerplicht_desktop.documents.formulieren.minitaal import (
    Ontbreekt,
    Waarde,
    fouten,
    gebruikte_velden,
    gevuld,
)


def test_emphasis_and_fields() -> None:
    assert gevuld("Beste **{{ naam }}**, *graag* tot dan", {"naam": "Łucja"}) == (
        Run("Beste "),
        Run("Łucja", Emphasis.BOLD),
        Run(", "),
        Run("graag", Emphasis.ITALIC),
        Run(" tot dan"),
    )


@given(st.text())
def test_a_value_is_only_ever_itself(value: str) -> None:
    text = gevuld("a {{ naam }} b", {"naam": value})
    for mark in ("\ue000", "\ue001", "\ue002"):
        value = value.replace(mark, "")
    assert joined(text) == f"a {value} b"
    assert all(run.emphasis is Emphasis.NONE for run in text)


@pytest.mark.parametrize(
    ("source", "value", "expected"),
    [
        ("{{ x }}", date(2026, 11, 24), "24 november 2026"),
        ("{{ x | kort }}", date(2026, 11, 24), "24-11-2026"),
        ("{{ x | dag }}", date(2026, 11, 24), "dinsdag 24 november 2026"),
        ("{{ x }}", datetime(2026, 11, 24, 9, 5), "dinsdag 24 november 2026 om 09:05 uur"),  # noqa: DTZ001 - local
        ("{{ x | tijd }}", datetime(2026, 11, 24, 9, 5), "09:05 uur"),  # noqa: DTZ001 - local
        ("{{ x }}", time(9, 5), "09:05 uur"),
        ("{{ x }}", ("a", "b", "c"), "a, b en c"),
        ("{{ x }}", 3, "3"),
        ("{{ x }}", True, "ja"),
        ("{{ x }}", None, ""),
        ("{{ x | hoofdletter }}", "de heer", "De heer"),
        ("{{ x | kort }}{{ x | tijd }}{{ x | dag }}", "los", "loslosloslos"[:9]),
        ("{% if x %}ja{% else %}nee{% endif %}", False, "nee"),
        ("{{ x }}", Ontbreekt("Naam"), "[nog invullen: Naam]"),
        ("{{ x | hoofdletter }}", Ontbreekt("Naam"), "[nog invullen: Naam]"),
    ],
)
def test_values_are_written_as_dutch(source: str, value: Waarde, expected: str) -> None:
    assert fouten(source) == []
    assert joined(gevuld(source, {"x": value})) == expected


@pytest.mark.parametrize("source", ["{{ x }}", "**{{ x }}**", "*{{ x }}*", "**Op {{ x }} uur**"])
def test_what_is_missing_stands_bold_whatever_is_around_it(source: str) -> None:
    (run,) = (run for run in gevuld(source, {"x": Ontbreekt("Tijd")}) if "nog invullen" in run.text)
    assert run == Run("[nog invullen: Tijd]", Emphasis.BOLD)


def test_names_of_an_unreadable_text_are_empty() -> None:
    assert gebruikte_velden("{{ x") == frozenset()
    assert gebruikte_velden("{{ x }} {{ y | dag }}") == {"x", "y"}
