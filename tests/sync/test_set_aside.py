"""One record that cannot be read is set aside and told to both sides; the rest is kept (ADR 0011, 0016)."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import JsonValue

from leerplicht_protocol.records import Entity

from .fake_server import Gemeente, Kabel
from .faults import Storing, eenmaal, zegt
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
    ("fields", "reason"),
    [
        ({"uitkomst": 7}, "vorm"),
        ({"uitkomst": "geen_gehoor", "adres": 7}, "vorm"),
        ({"uitkomst": "geen_gehoor", "begonnen_op": "gisteren"}, "vorm"),
        ({"adres": "Boterdiep \u202e13"}, "vorm"),
        ({"begonnen_op": "2199-01-01T00:00:00Z"}, "vorm"),
        ({"x": "a" * 9_000}, "onbekend"),
        ({"x": [0] * 60_000}, "te_groot"),
        ({"uitkomst": "geen_gehoor"}, "nieuw"),
    ],
)
def test_what_cannot_be_read_is_set_aside_and_told_once(fields: dict[str, JsonValue], reason: str) -> None:
    laptop, server = _with(**fields)
    assert laptop.loop.round().problem is None
    assert laptop.spiegel == server.beeld("a")
    assert laptop.kluis.staat.spiegel["deurbezoek", "b1"].opzij
    told = [(one.entity, one.id, one.rev, one.reason) for one in server.onleesbaar[0].records]
    assert told == [("deurbezoek", "b1", 1, reason)]
    laptop.loop.round()
    assert len(server.onleesbaar) == 1


def test_a_record_that_comes_again_mended_takes_its_place_and_the_line_goes() -> None:
    laptop, server = _with(uitkomst=7)
    laptop.loop.round()
    server.schrijf(Entity.DEURBEZOEK, "b1", ("d0",), {**BEZOEK})
    assert laptop.loop.round().problem is None
    assert not laptop.kluis.staat.spiegel["deurbezoek", "b1"].opzij
    assert [len(report.records) for report in server.onleesbaar] == [1, 0]
    assert laptop.kluis.staat.terzijde == {}


def test_the_line_goes_with_the_dossier() -> None:
    laptop, server = _with(uitkomst=7)
    laptop.loop.round()
    server.trek_in("a", "d0")
    laptop.loop.round()
    assert [len(report.records) for report in server.onleesbaar] == [1, 0]


def test_a_server_that_does_not_take_the_report_is_asked_again() -> None:
    server = gemeente()
    server.schrijf(Entity.DEURBEZOEK, "b1", ("d0",), {**BEZOEK, "uitkomst": 7})
    laptop = Laptop(server, transport=Storing(Kabel(server), eenmaal("/v1/unreadable", zegt(404))))
    for told in (0, 1, 1):
        assert laptop.loop.round().problem is None
        assert len(server.onleesbaar) == told


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
