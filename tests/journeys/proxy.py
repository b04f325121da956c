"""The network between laptop and municipality: it can be cut, and it can lose an answer."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

_HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "date", "server"}


class Network:
    """``lose_next`` answers to a push are lost after the server did its work; ``pushes`` counts them all."""

    def __init__(self, server: str) -> None:
        self.server = server
        self.cut = False
        self.lose_next = 0
        self.pushes = 0
        self.lost = 0


class _Proxy(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, network: Network) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.network = network


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Proxy

    def _pass_on(self) -> None:
        network = self.server.network
        push = self.path.startswith("/v1/ops")
        network.pushes += push
        try:
            status, headers, answer = self._ask(network)
        except OSError:
            self.close_connection = True
            return
        if push and network.lose_next:
            network.lose_next -= 1
            network.lost += 1
            self.close_connection = True
            return
        self._give(status, headers, answer)

    def _ask(self, network: Network) -> tuple[int, list[tuple[str, str]], bytes]:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length) if length else None
        if network.cut:
            raise ConnectionError
        place = urlsplit(network.server)
        asked = http.client.HTTPConnection(place.hostname or "", place.port, timeout=20)
        try:
            headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
            asked.request(self.command, self.path, body, headers)
            given = asked.getresponse()
            return given.status, given.getheaders(), given.read()
        finally:
            asked.close()

    def _give(self, status: int, headers: list[tuple[str, str]], answer: bytes) -> None:
        self.send_response(status)
        for name, value in headers:
            if name.lower() not in _HOP:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_GET = do_POST = do_HEAD = _pass_on  # noqa: N815 - the names http.server calls

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def network(server: str) -> Iterator[tuple[Network, str]]:
    """A network in front of ``server``, and the address a laptop uses."""
    made = Network(server)
    proxy = _Proxy(made)
    thread = threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield made, f"http://127.0.0.1:{proxy.server_port}"
    finally:
        proxy.shutdown()
        proxy.server_close()
        thread.join()
