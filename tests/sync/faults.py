"""What can go wrong between laptop and municipality, as transports around a good one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx

Omweg = Callable[[httpx.Request, httpx.BaseTransport], httpx.Response]

PORTAAL = b"<!doctype html><html><title>Gastnetwerk</title><body>Klik om verder te gaan</body></html>"


GEDULD = 2_000
"""Requests after which a test fails: a program that asks for ever must be told, not waited for."""


class Storing(httpx.BaseTransport):
    """Asks ``plan`` at every request what to do with it; None: let it through."""

    def __init__(self, goed: httpx.BaseTransport, plan: Callable[[httpx.Request], Omweg | None]) -> None:
        self.goed, self.plan = goed, plan
        self.verzoeken: list[str] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Let it go wrong, or not."""
        request.read()
        self.verzoeken.append(request.url.path)
        assert len(self.verzoeken) < GEDULD, f"{request.url.path} is asked for ever"
        omweg = self.plan(request)
        return omweg(request, self.goed) if omweg else self.goed.handle_request(request)

    def close(self) -> None:
        """Close the good one too."""
        self.goed.close()


def eenmaal(pad: str, omweg: Omweg) -> Callable[[httpx.Request], Omweg | None]:
    """The first request to ``pad`` goes wrong, the rest go well."""
    over = [omweg]

    def plan(request: httpx.Request) -> Omweg | None:
        return over.pop() if request.url.path == pad and over else None

    return plan


def altijd(pad: str, omweg: Omweg) -> Callable[[httpx.Request], Omweg | None]:
    """Every request to ``pad`` goes wrong."""
    return lambda request: omweg if request.url.path == pad else None


def heen_kwijt(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
    """The request never arrives."""
    raise httpx.ConnectError("no route", request=request)


def terug_kwijt(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
    """The server did its work, and the answer is lost."""
    _lees(goed.handle_request(request))
    raise httpx.ReadTimeout("too slow", request=request)


def dubbel(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
    """The request arrives twice."""
    _lees(goed.handle_request(request))
    return goed.handle_request(request)


def afgekapt(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
    """Half of the body, then nothing."""
    return _halveer(goed.handle_request(request), eind=True)


def afgekapt_zonder_fout(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
    """Half of the body, and a clean end."""
    return _halveer(goed.handle_request(request), eind=False)


def zegt(status: int, body: bytes = b"", **kop: str) -> Omweg:
    """Somebody answers something else; the server never hears the request."""

    def omweg(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
        return httpx.Response(status, headers=kop, stream=httpx.ByteStream(body))

    return omweg


def na_werk_zegt(status: int, body: bytes = b"") -> Omweg:
    """The server did its work, and something on the way answers in its place."""

    def omweg(request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
        _lees(goed.handle_request(request))
        return httpx.Response(status, stream=httpx.ByteStream(body))

    return omweg


class Naloper:
    """Keeps every batch, and lets an old one arrive again before a new one."""

    def __init__(self) -> None:
        self.oud: list[httpx.Request] = []

    def __call__(self, request: httpx.Request, goed: httpx.BaseTransport) -> httpx.Response:
        for eerder in self.oud:
            _lees(goed.handle_request(eerder))
        self.oud.append(request)
        return goed.handle_request(request)


class _Half(httpx.SyncByteStream):
    def __init__(self, body: bytes, eind: bool) -> None:
        self._body, self._eind = body, eind

    def __iter__(self) -> Iterator[bytes]:
        yield self._body[: len(self._body) // 2]
        if self._eind:
            raise httpx.RemoteProtocolError("peer closed connection")


def _halveer(antwoord: httpx.Response, *, eind: bool) -> httpx.Response:
    body = _lees(antwoord)
    kop = {k: v for k, v in antwoord.headers.items() if k == "content-encoding"}
    return httpx.Response(antwoord.status_code, headers=kop, stream=_Half(body, eind))


def _lees(antwoord: httpx.Response) -> bytes:
    body = b"".join(antwoord.iter_raw())
    antwoord.close()
    return body


OMWEGEN: list[Omweg] = [
    heen_kwijt,
    terug_kwijt,
    afgekapt,
    dubbel,
    zegt(500),
    zegt(503),
    zegt(429),
    zegt(200, b"{garbage"),
    zegt(200, PORTAAL),
    zegt(307, Location="http://127.0.0.1:1/v1/ops"),
    na_werk_zegt(502),
]
"""Everything that may come between, once."""
