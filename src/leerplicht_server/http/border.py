"""The outer border: what every request must pass before anything is read, and what every answer carries.

The headers sit outside of everything, so that also an answer to a request that went wrong has them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from urllib.parse import urlsplit

from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from leerplicht_protocol import recovery, session

from .answers import RefusalError
from .sources import Sources

NO_PAGE = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For an answer that is no page: nothing in it may be loaded, sent or framed."""

_ALWAYS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": NO_PAGE,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_ONCE = frozenset(
    {
        "authorization",
        "content-encoding",
        "content-length",
        "content-type",
        "dpop",
        "expect",
        "host",
        "origin",
        "transfer-encoding",
        "x-forwarded-host",
        "x-forwarded-proto",
    }
)
"""Headers that say one thing. With two of them a proxy, this server and a log may each read another."""

_FOREVER = "max-age=63072000"
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})

BEGINS = frozenset(
    {
        "/v1/device-code",
        "/v1/devices",
        "/aanmelden",
        "/bureau/aanmelden/oefenen",
        session.SIGN_IN,
        session.SESSION,
        recovery.ASK,
    }
)
"""Where a sign-in, an enrolment or the recovery of a vault begins."""


class BorderedApp(FastAPI):
    """The application; every answer carries the headers of ``_ALWAYS``, and a page may set its own."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] == "http":
            send = _dressed(send, secure=scope.get("scheme") == "https")
        await super().__call__(scope, receive, send)


class Border:
    """Middleware: the host it was asked by, and how often this source asks."""

    def __init__(self, app: ASGIApp, sources: Sources, addresses: Collection[str]) -> None:
        self._app = app
        self._sources = sources
        self._hosts = _HERE | {urlsplit(address).hostname or "" for address in addresses} - {""}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        address = str((scope.get("client") or ("",))[0])
        begins = scope["method"] == "POST" and scope["path"] in BEGINS
        heard = _heard(send, lambda: self._sources.refused(address))
        try:
            _check_once(headers)
            self._check_host(headers.get("host", ""))
            shown = headers.get("authorization", "") or headers.get("cookie", "")
            with self._sources.asking(address, shown, begins=begins):
                await self._app(scope, receive, heard)
        except RefusalError as fault:
            await fault.answer()(scope, receive, send)

    def _check_host(self, host: str) -> None:
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            name = ""
        if name.rstrip(".") not in self._hosts:
            raise RefusalError(421, "adres", "Onder dit adres is deze server niet te bereiken.")


def _check_once(headers: Headers) -> None:
    """Raises RefusalError (400) when a header that says one thing stands twice, the same or not."""
    names = [name for name, _ in headers.items() if name in _ONCE]
    if len(names) != len(set(names)):
        raise RefusalError(400, "koppen", "Een kop van het verzoek staat er twee keer. Er is niets gedaan.")


def _dressed(send: Send, *, secure: bool) -> Send:
    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _ALWAYS.items():
                headers.setdefault(name, value)
            if secure:
                headers.setdefault("Strict-Transport-Security", _FOREVER)
        await send(message)

    return dressed


def _heard(send: Send, refused: Callable[[], None]) -> Send:
    async def heard(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 401:
            challenge = Headers(raw=message["headers"]).get("www-authenticate", "")
            if session.Refused.NONCE not in challenge:  # that is how a proof begins, no guess
                refused()
        await send(message)

    return heard
