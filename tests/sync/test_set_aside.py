"""A word of tomorrow in one record: that record is set aside, the rest of the page is kept (ADR 0011)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import JsonValue

from leerplicht_desktop.casework.problems import ServerWeigert
from leerplicht_protocol.records import Entity

from .fake_server import Gemeente
from .laptop import Laptop, dossier, gemeente

BEZOEK: dict[str, JsonValue] = {
    "dossiers": ["d0"],
    "begonnen_op": "2026-11-24T14:02:00+01:00",
    "geeindigd_op": "2026-11-24T14:20:00+01:00",
    "vastgelegd_op": "2026-11-24T14:21:00+01:00",
    "adres": "Boterdiep 31",
    "uitkomst": "niet_thuis",
}


def _with(**fields: JsonValue) -> tuple[Laptop, Gemeente]:
    server = gemeente()
    server.schrijf(Entity.DEURBEZOEK, "b1", ("d0",), {**BEZOEK, **fields})
    return Laptop(server), server


@pytest.mark.parametrize(
    "fields",
    [
        {"uitkomst": "geen_gehoor"},
        {"aangetroffen": ["oma"]},
        {"segmenten": [{"soort": "geroken", "tijd": "2026-11-24T14:05:00+01:00", "tekst": "x"}]},
    ],
)
def test_a_word_of_tomorrow_sets_its_record_aside(fields: dict[str, JsonValue]) -> None:
    laptop, server = _with(**fields)
    result = laptop.loop.round()
    assert (result.problem, result.received) == (None, 4)
    kept = laptop.kluis.staat.spiegel
    assert [key for key, record in kept.items() if record.opzij] == [("deurbezoek", "b1")]
    assert laptop.spiegel == server.beeld("a")  # counted, so the digest agrees
    assert laptop.loop.round().received == 0


@pytest.mark.parametrize(
    "fields",
    [
        {"uitkomst": 7},
        {"uitkomst": "geen_gehoor", "adres": 7},
        {"uitkomst": "geen_gehoor", "begonnen_op": "gisteren"},
    ],
)
def test_more_than_a_word_still_stops_the_page(fields: dict[str, JsonValue]) -> None:
    laptop, _ = _with(**fields)
    assert type(laptop.loop.round().problem) is ServerWeigert
    assert not laptop.spiegel


def test_a_newer_program_takes_it_back_in() -> None:
    """Another program: what it can read of what was set aside takes its place in the next round."""
    laptop, _ = _with(uitkomst="geen_gehoor")
    laptop.loop.round()
    key = ("deurbezoek", "b1")
    # The list of outcomes cannot grow in a test: so the record becomes one that this program does know.
    kept = laptop.kluis.staat.spiegel
    kept[key] = replace(kept[key], fields=BEZOEK)
    laptop.herstart()
    result = laptop.loop.round()
    assert not laptop.kluis.staat.spiegel[key].opzij
    assert result.touched


def test_what_is_readable_is_never_set_aside() -> None:
    laptop, server = _with()
    server.schrijf(Entity.DOSSIER, "d1", ("d1",), {**dossier(1), "van_morgen": 1})
    laptop.loop.round()
    assert not any(record.opzij for record in laptop.kluis.staat.spiegel.values())
