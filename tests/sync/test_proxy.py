"""The proxy of the machine's policy stands in between, and what it refuses is said in words."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from leerplicht_desktop.casework.problems import GeenVerbinding, ServerWeigert
from leerplicht_desktop.sync.wire import Destination, Wire

from .certs import authority, server_identity, tls_server
from .fake_server import Gemeente
from .laptop import iemand

HELLO = Gemeente().groet().model_dump_json().encode()


@contextmanager
def _proxy(answer: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """A proxy for one connection: with a 200 it joins both ends, any other ``answer`` is its last word."""
    asked: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as door:

        def serve() -> None:
            near, _ = door.accept()
            with near:
                asked.append(near.recv(4_096))
                near.sendall(answer)
                if b" 200 " not in answer:
                    return
                port = int(asked[0].split()[1].rsplit(b":", 1)[1])
                with socket.create_connection(("127.0.0.1", port)) as far:
                    back = threading.Thread(target=_pour, args=(far, near))
                    back.start()
                    _pour(near, far)
                    back.join()

        thread = threading.Thread(target=serve)
        thread.start()
        yield door.getsockname()[1], asked
        thread.join(timeout=10)


def _pour(source: socket.socket, target: socket.socket) -> None:
    try:
        while piece := source.recv(65_536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return


def _hello(port: int, proxy: int, ca: Path) -> str:
    wire = Wire(Destination(f"https://localhost:{port}", "", str(ca), f"http://127.0.0.1:{proxy}"), iemand())
    try:
        return wire.hello().epoch
    finally:
        wire.close()


def test_the_server_is_reached_through_the_proxy_and_its_key_is_still_checked(tmp_path: Path) -> None:
    ca = authority("Gemeente CA")
    ca.write(tmp_path / "ca.pem")
    identity = server_identity(ca).write(tmp_path / "server.pem")
    with tls_server(identity, HELLO) as server, _proxy(b"HTTP/1.1 200 OK\r\n\r\n") as (proxy, asked):
        assert _hello(server.port, proxy, tmp_path / "ca.pem") == Gemeente().groet().epoch
        assert asked[0].startswith(f"CONNECT localhost:{server.port} ".encode())


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n", "wachtwoord"),
        (b"HTTP/1.1 403 Forbidden\r\n\r\n", "laat de verbinding met de server niet toe"),
    ],
)
def test_a_proxy_that_refuses_is_named(tmp_path: Path, answer: bytes, said: str) -> None:
    authority("Gemeente CA").write(tmp_path / "ca.pem")
    with _proxy(answer) as (proxy, _), pytest.raises(ServerWeigert) as told:
        _hello(443, proxy, tmp_path / "ca.pem")
    assert said in told.value.bericht
    assert "Er is niets verstuurd." in told.value.remedie


def test_a_proxy_that_is_away_is_no_connection(tmp_path: Path) -> None:
    authority("Gemeente CA").write(tmp_path / "ca.pem")
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = door.getsockname()[1]
    with pytest.raises(GeenVerbinding):
        _hello(443, port, tmp_path / "ca.pem")
