"""The ear of one sign-in: a listener on this machine to which the browser brings the answer (RFC 8252, 7.3).

Only a request at the right path and host that carries the state of this sign-in counts, and only the first.
Anything else gets a page and has no effect, so that no page on the web can end a sign-in. It listens no
longer than the sign-in lasts: until the answer came, time is up, or somebody stops it.
"""

from __future__ import annotations

import hmac
import secrets
import socket
import sys
import threading
import time
from base64 import b64encode
from collections.abc import Mapping, Sequence
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast
from urllib.parse import parse_qs

from leerplicht_desktop.casework.problems import PoortBezet

HOST = "127.0.0.1"
PATH = "/terug"
LARGEST = 8_000
"""Longest answer that is read, in bytes; the largest fields of a provider are a few hundred."""

_CONNECTION_SECONDS = 5.0
_MOST_AT_ONCE = 16
_LOOK_EVERY = 0.2

_STYLE = (
    "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1.5rem;"
    "color:#1b1b1b;background:#f4f2ed}h1{font-size:1.6rem}"
)
_PAGE = (
    "<!doctype html><html lang=nl><head><meta charset=utf-8>"
    "<meta name=viewport content='width=device-width'><title>{title} · Leerplicht Desktop</title>"
    "<style>{style}</style></head><body><h1>{title}</h1><p>{text}</p></body></html>"
)
_HEADERS = (
    ("Content-Type", "text/html; charset=utf-8"),
    (
        "Content-Security-Policy",
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        f"style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'",
    ),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Connection", "close"),
)
_DONE = ("Je bent aangemeld", "Je kunt dit venster sluiten en verdergaan in Leerplicht Desktop.")
_NOT_DONE = (
    "Je bent niet aangemeld",
    "Je kunt dit venster sluiten. In Leerplicht Desktop staat hoe je verdergaat.",
)
_NOTHING = (
    "Hier is niets te doen",
    "Deze pagina hoort niet bij een aanmelding die loopt. Je kunt dit venster sluiten.",
)


class Ear:
    """Listens for the answer to one sign-in. Safe from any thread."""

    def __init__(self, ports: Sequence[int] = (), seconds: float = 300.0) -> None:
        """``ports`` are tried in turn; none means any free one. Raises PoortBezet when all are taken."""
        self.state = secrets.token_urlsafe(32)
        self._door = threading.Lock()
        self._answer: Mapping[str, str] | None = None
        self._end = time.monotonic() + seconds
        self._server = self._bind(tuple(ports) or (0,))
        self._thread = threading.Thread(target=self._listen, name="aanmelden", daemon=True)
        self._thread.start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    @property
    def redirect(self) -> str:
        """The address that the browser is sent back to."""
        return f"http://{HOST}:{self.port}{PATH}"

    @property
    def answer(self) -> Mapping[str, str] | None:
        """The fields of the answer, each of them given once; None while none came."""
        return self._answer

    @property
    def remaining(self) -> float:
        """Seconds until it stops listening by itself."""
        return max(0.0, self._end - time.monotonic())

    def close(self) -> None:
        """Stop listening; returns when the port is free again."""
        self._end = 0.0
        self._thread.join()

    def hear(self, host: str, path: str, fields: Mapping[str, str]) -> bool:
        """Whether a request is the answer. The first one is kept; whatever comes after it is not."""
        ours = (
            host == f"{HOST}:{self.port}"
            and path == PATH
            and hmac.compare_digest(fields.get("state", "").encode(), self.state.encode())
        )
        with self._door:
            if not ours or self._answer is not None or not self.remaining:
                return False
            self._answer = fields
            return True

    def _bind(self, ports: Sequence[int]) -> _Server:
        for port in ports:
            try:
                return _Server(self, port)
            except OSError:
                continue
        raise PoortBezet

    def _listen(self) -> None:
        with self._server:
            while self.remaining and self._answer is None:
                self._server.handle_request()


class _Server(ThreadingHTTPServer):
    """Threads, because a browser opens connections ahead that it does not use; only so many of them."""

    # Without this a fixed port stays shut for a minute after a sign-in (TIME_WAIT). On Windows the same
    # option would let another program listen beside us: there the socket must be exclusive.
    allow_reuse_address = sys.platform != "win32"
    daemon_threads = True
    timeout = _LOOK_EVERY

    def __init__(self, ear: Ear, port: int) -> None:
        self.ear = ear
        self._room = threading.BoundedSemaphore(_MOST_AT_ONCE)
        super().__init__((HOST, port), _Handler)

    def server_bind(self) -> None:
        """Take the port, for this program alone."""
        if sys.platform == "win32":
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        super().server_bind()

    def process_request(self, request: Any, client_address: Any) -> None:
        """A connection too many is closed at once."""
        if self._room.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """One connection, on a thread of its own."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no news, and the default would print its address."""


class _Handler(BaseHTTPRequestHandler):
    timeout = _CONNECTION_SECONDS

    def do_GET(self) -> None:
        """The usual way back: the answer stands in the address."""
        self._judge(self.path.partition("?")[2])

    def do_POST(self) -> None:
        """``response_mode=form_post``, which AD FS needs for some claims: the answer stands in the body."""
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or len(length) > 5 or int(length) > LARGEST:
            self._say(HTTPStatus.NOT_FOUND, _NOTHING)
            return
        self._judge(self.rfile.read(int(length)).decode("ascii", "replace"))

    def _judge(self, text: str) -> None:
        ear = cast("_Server", self.server).ear
        path = self.path.partition("?")[0]
        fields = _fields(text) if len(text) <= LARGEST else {}
        if not ear.hear(self.headers.get("Host", ""), path, fields):
            self._say(HTTPStatus.NOT_FOUND, _NOTHING)
        elif "code" in fields:
            self._say(HTTPStatus.OK, _DONE)
        else:
            self._say(HTTPStatus.OK, _NOT_DONE)

    def _say(self, status: HTTPStatus, words: tuple[str, str]) -> None:
        title, text = words
        page = _PAGE.format(title=title, text=text, style=_STYLE).encode()
        self.send_response(status)
        for name, value in _HEADERS:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Another method, or no HTTP at all: the same page, and no word about what listens here."""
        self.close_connection = True
        self._say(HTTPStatus.NOT_FOUND, _NOTHING)

    def version_string(self) -> str:
        """No name and no version."""
        return "-"

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: an address holds a code."""


def _fields(text: str) -> dict[str, str]:
    """The fields that were given once; a field that comes twice counts as none."""
    try:
        found = parse_qs(text, keep_blank_values=True, max_num_fields=20)
    except ValueError:
        return {}
    return {name: values[0] for name, values in found.items() if len(values) == 1}
