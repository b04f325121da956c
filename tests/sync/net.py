"""A network that loses, doubles, delays, cuts and lies, by the throw of a die."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable

import httpx

from .fake_server import Kabel
from .faults import Omweg, afgekapt, dubbel, heen_kwijt, terug_kwijt, zegt

SOMS: list[Omweg] = [
    heen_kwijt,
    terug_kwijt,
    dubbel,
    afgekapt,
    zegt(500),
    zegt(503),
    zegt(429),
    zegt(200, b"<html>"),
]


class Net(httpx.BaseTransport):
    """``kans`` of trouble at every request; ``punt`` hears when an answer has come in.

    ``cursor`` is where the laptop says it is: a request from the beginning by a laptop that was further
    is counted in ``hersteld``, for the feed alone should do.
    """

    def __init__(self, kabel: Kabel, dobbel: random.Random, kans: float) -> None:
        self.kabel, self.dobbel, self.kans = kabel, dobbel, kans
        self.punt: Callable[[str], None] = lambda naam: None
        self.cursor: Callable[[], str] = lambda: ""
        self.hersteld = 0
        self._oud: list[httpx.Request] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Well, or not."""
        request.read()
        if request.url.path == "/v1/changes" and self.cursor() and not request.url.params["cursor"]:
            self.hersteld += 1
        antwoord = self._omweg(request)(request, self.kabel)
        self.punt(f"na {request.url.path}")
        return antwoord

    def _omweg(self, request: httpx.Request) -> Omweg:
        if self.dobbel.random() >= self.kans:
            return _goed
        if request.url.path != "/v1/ops":
            return self.dobbel.choice(SOMS)
        self._oud.append(request)
        return self.dobbel.choice([*SOMS, self._nakomer, _halverwege])

    def _nakomer(self, request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
        """An old batch arrives late, before the new one."""
        goed.handle_request(self.dobbel.choice(self._oud)).read()
        return goed.handle_request(request)


def _goed(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
    return goed.handle_request(request)


def _halverwege(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
    """The server dies after half of the batch."""
    verpakt = request.headers.get("Content-Encoding") == "gzip"
    verzoek = json.loads(gzip.decompress(request.content) if verpakt else request.content)
    verzoek["ops"] = verzoek["ops"][: max(1, len(verzoek["ops"]) // 2)]
    kop = {k: v for k, v in request.headers.items() if k not in {"content-encoding", "content-length"}}
    half = httpx.Request(request.method, request.url, headers=kop, content=json.dumps(verzoek).encode())
    goed.handle_request(half).read()
    raise httpx.ReadError("peer died", request=request)
