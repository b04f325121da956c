"""Numbers and restores from a bad server: what it says costs the laptop no time and no work."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from leerplicht_desktop.sync.loop import SyncLoop
from leerplicht_desktop.sync.refusals import PutBack
from tests.sync.fake_kluis import VasteKlok

from .conftest import Victim
from .work import note


@pytest.mark.parametrize("block", [(1, 99_999_999), (5, 4), (1, 1_001)])
def test_a_block_that_nobody_can_go_through_is_not_taken(block: tuple[int, int], victim: Victim) -> None:
    """A hundred million numbers would be looked at one by one, at each round and before each seal."""

    def wild(answer: dict[str, Any]) -> None:
        answer["van"], answer["tot"] = block

    victim.attacker.change["/v1/nummers"] = wild
    assert victim.loop.round().problem is None
    assert victim.readable == {"d0", "d1", "d2"}
    assert victim.kluis.doe(lambda work: work.zaakstukken.nummers.blokken(2026)) == 0


def _answer(status: int, body: dict[str, Any]) -> httpx.Response:
    return httpx.Response(status, stream=httpx.ByteStream(json.dumps(body).encode()))


class _Always(httpx.BaseTransport):
    """Says at every question that a backup was put back, and that it holds nothing of this laptop."""

    def __init__(self, good: httpx.BaseTransport) -> None:
        self._good = good

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self._good.handle_request(request)
        if request.url.path == "/v1/receipts":
            return _answer(200, {"results": []})
        if request.url.path in {"/v1/ops", "/v1/changes", "/v1/nummers"}:
            return _answer(409, {"code": "teruggezet", "bericht": "back-up"})
        return answer


def test_a_server_that_says_for_ever_that_it_was_put_back_loses_nothing(victim: Victim) -> None:
    sent = note(victim.kluis, "n-sent")
    assert victim.loop.round().problem is None
    waiting = note(victim.kluis, "n-waiting")
    loop = SyncLoop(victim.kluis.doe, VasteKlok(), transport=_Always(victim.attacker))
    for _ in range(5):
        assert isinstance(loop.round().problem, PutBack)
        assert victim.readable == {"d0", "d1", "d2"}
    left = victim.kluis.doe(lambda work: {one.op for one in work.brievenbus.openstaand(9)})
    assert left == {sent, waiting}
    assert victim.loop.round().problem is None
    assert victim.kluis.doe(lambda work: work.brievenbus.openstaand(9)) == ()
    assert victim.readable == {"d0", "d1", "d2"}
