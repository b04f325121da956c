"""How work is cut into batches: what the server takes at once, and what a slow line carries."""

from __future__ import annotations

import gzip
import json

import httpx
import pytest

from leerplicht_desktop.sync import push

from .fake_server import Kabel
from .faults import Storing, altijd
from .laptop import Laptop, gemeente


@pytest.mark.parametrize(
    ("server_takes", "sizes"), [(1, [1] * 7), (3, [3, 3, 1]), (5, [5, 2]), (1_000, [5, 2])]
)
def test_a_batch_holds_what_the_server_takes_and_never_more_than_ours(
    monkeypatch: pytest.MonkeyPatch, server_takes: int, sizes: list[int]
) -> None:
    monkeypatch.setattr(push, "BATCH_OPS", 5)
    sent: list[int] = []

    def count(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
        packed = request.headers.get("content-encoding") == "gzip"
        sent.append(len(json.loads(gzip.decompress(request.content) if packed else request.content)["ops"]))
        return goed.handle_request(request)

    server = gemeente()
    server.max_ops = server_takes
    laptop = Laptop(server, transport=Storing(Kabel(server), altijd("/v1/ops", count)))
    # The first waits for the last: it stays in the outbox, and no batch becomes larger by it.
    laptop.kluis.notitie("op0", "n0", ("d0",), "verbetering", after=("n6",))
    for nummer in range(1, 7):
        laptop.kluis.notitie(f"op{nummer}", f"n{nummer}", ("d0",), "tekst")
    assert laptop.loop.round().problem is None
    assert sent == sizes


def test_a_batch_stays_under_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(push, "BATCH_BYTES", 1_000)
    server = gemeente()
    laptop = Laptop(server)
    for nummer in range(6):
        laptop.kluis.notitie(f"op{nummer}", f"n{nummer}", ("d0",), "x" * (2_000 if nummer == 3 else 10))
    assert laptop.loop.round().sent == 6
    assert server.duwen == 3  # three small ones, the large one alone, the last two
