"""A round keeps the laptop in numbers: no more than needed, and a refusal stops nothing."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from leerplicht_desktop.casework.ports.zaakstukken import Nummerblok
from leerplicht_desktop.sync.loop import SyncLoop

from .fake_kluis import VasteKlok
from .fake_server import Kabel
from .faults import Storing, eenmaal, terug_kwijt, zegt
from .laptop import Laptop, gemeente


def test_a_block_is_asked_for_once_until_few_are_left() -> None:
    kabel = Kabel(gemeente())
    laptop = Laptop(kabel.gemeente, transport=kabel)
    for _ in range(3):
        assert laptop.loop.round().problem is None
    assert kabel.verzoeken.count("POST /v1/nummers") == 1
    assert laptop.kluis.staat.blokken == [Nummerblok("OEF", 2026, 1, 20)]


def test_few_left_asks_for_the_next_block() -> None:
    laptop = Laptop(gemeente())
    laptop.kluis.staat.blokken.append(Nummerblok("OEF", 2026, 901, 904))
    laptop.loop.round()
    assert [blok.van for blok in laptop.kluis.staat.blokken] == [901, 1]


def test_in_december_the_new_year_is_ready() -> None:
    laptop = Laptop(gemeente())
    klok = VasteKlok(datetime(2026, 12, 3, 9, 0, tzinfo=UTC))
    assert SyncLoop(laptop.kluis.doe, klok, transport=laptop.transport).round().problem is None
    assert [blok.jaar for blok in laptop.kluis.staat.blokken] == [2026, 2027]


def test_a_lost_answer_costs_no_numbers() -> None:
    server = gemeente()
    laptop = Laptop(server, transport=Storing(Kabel(server), eenmaal("/v1/nummers", terug_kwijt)))
    result = laptop.loop.round()
    assert (result.problem, result.received) == (None, 3)  # the pull goes on
    assert laptop.loop.round().problem is None
    assert laptop.kluis.staat.blokken == [Nummerblok("OEF", 2026, 1, 20)]
    assert len(server.blokken) == 1


@pytest.mark.parametrize("status", [404, 422, 429, 500, 503])
def test_a_municipality_without_numbers_stops_nothing(status: int) -> None:
    server = gemeente()
    laptop = Laptop(server, transport=Storing(Kabel(server), eenmaal("/v1/nummers", zegt(status))))
    uitslag = laptop.loop.round()
    assert (uitslag.problem, uitslag.received > 0) == (None, True)
    assert laptop.kluis.staat.blokken == []
