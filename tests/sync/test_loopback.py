"""The listener of a sign-in: what counts as the answer, what does not, and when the port is free again."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import httpx
import pytest

from leerplicht_desktop.casework.problems import PoortBezet
from leerplicht_desktop.sync.loopback import LARGEST, Ear


@pytest.fixture
def ear() -> Iterator[Ear]:
    made = Ear(seconds=30)
    yield made
    made.close()


def _get(ear: Ear, query: str, path: str = "/terug", host: str = "") -> httpx.Response:
    headers = {"Host": host or f"127.0.0.1:{ear.port}"}
    return httpx.get(f"http://127.0.0.1:{ear.port}{path}?{query}", headers=headers, trust_env=False)


def _closed(port: int) -> bool:
    with socket.socket() as door:
        return door.connect_ex(("127.0.0.1", port)) != 0


def test_the_answer_is_kept_and_the_port_is_free_again(ear: Ear) -> None:
    page = _get(ear, f"state={ear.state}&code=abc&iss=https%3A%2F%2Finloggen.example")
    assert page.status_code == 200
    assert "Je kunt dit venster sluiten" in page.text
    assert ear.answer == {"state": ear.state, "code": "abc", "iss": "https://inloggen.example"}
    ear.close()
    assert _closed(ear.port)


def test_the_answer_of_a_form_counts_too(ear: Ear) -> None:
    page = httpx.post(ear.redirect, data={"state": ear.state, "code": "abc"}, trust_env=False)
    assert page.status_code == 200
    assert ear.answer == {"state": ear.state, "code": "abc"}


def test_a_no_of_the_provider_is_an_answer_with_another_page(ear: Ear) -> None:
    page = _get(ear, f"state={ear.state}&error=access_denied")
    assert "niet aangemeld" in page.text
    assert ear.answer is not None


@pytest.mark.parametrize(
    ("query", "path", "host"),
    [
        ("code=abc", "/terug", ""),
        ("state=&code=abc", "/terug", ""),
        ("state=geraden&code=abc", "/terug", ""),
        ("state={state}&state={state}&code=abc", "/terug", ""),
        ("state={state}x&code=abc", "/terug", ""),
        ("state={state}&code=abc", "/", ""),
        ("state={state}&code=abc", "/terug/", ""),
        ("state={state}&code=abc", "/Terug", ""),
        ("state={state}&code=abc", "/terug", "localhost"),
        ("state={state}&code=abc", "/terug", "aanval.example"),
        ("state={state}&code=" + "a" * LARGEST, "/terug", ""),
        ("state={state}&" + "&".join(f"v{n}=" for n in range(30)), "/terug", ""),
    ],
)
def test_anything_else_gets_a_page_and_has_no_effect(ear: Ear, query: str, path: str, host: str) -> None:
    page = _get(ear, query.replace("{state}", ear.state), path, host)
    assert page.status_code == 404
    assert ear.answer is None
    assert ear.state not in page.text
    assert _get(ear, f"state={ear.state}&code=de-ware").status_code == 200


@pytest.mark.parametrize("method", ["HEAD", "PUT", "OPTIONS", "DELETE", "TRACE", "PROPFIND"])
def test_another_method_has_no_effect(ear: Ear, method: str) -> None:
    query = f"{ear.redirect}?state={ear.state}&code=abc"
    assert httpx.request(method, query, trust_env=False).status_code == 404
    assert ear.answer is None


@pytest.mark.parametrize("length", ["8001", "-1", "", "een", "99999999999999999999", "²"])
def test_a_body_that_is_too_long_or_of_no_length_is_not_read(ear: Ear, length: str) -> None:
    with socket.create_connection(("127.0.0.1", ear.port), timeout=5) as line:
        head = f"POST /terug HTTP/1.1\r\nHost: 127.0.0.1:{ear.port}\r\nContent-Length: {length}\r\n\r\n"
        line.sendall(head.encode() + f"state={ear.state}&code=a".encode())
        assert b" 404 " in line.recv(1_000)
    assert ear.answer is None


def test_a_second_answer_changes_nothing() -> None:
    ear = Ear(seconds=30)
    assert ear.hear(f"127.0.0.1:{ear.port}", "/terug", {"state": ear.state, "code": "een"})
    assert not ear.hear(f"127.0.0.1:{ear.port}", "/terug", {"state": ear.state, "code": "twee"})
    assert ear.answer is not None
    assert ear.answer["code"] == "een"
    ear.close()


def test_the_page_can_do_nothing_and_tells_nobody(ear: Ear) -> None:
    page = _get(ear, f"state={ear.state}&code=abc")
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    assert page.headers["Server"] == "-"


def test_time_is_up_by_itself() -> None:
    ear = Ear(seconds=0.3)
    end = time.monotonic() + 10
    while not _closed(ear.port):
        assert time.monotonic() < end, "it listens for ever"
        time.sleep(0.05)
    assert ear.answer is None
    assert ear.remaining == 0


def test_idle_connections_do_not_keep_the_answer_out(ear: Ear) -> None:
    """A browser opens connections ahead; a program of another kind may open many."""
    idle = [socket.create_connection(("127.0.0.1", ear.port)) for _ in range(5)]
    assert _get(ear, f"state={ear.state}&code=abc").status_code == 200
    for line in idle:
        line.close()


def test_a_taken_port_is_passed_over_and_when_all_are_taken_it_says_so() -> None:
    first = Ear(seconds=30)
    second = Ear((first.port, 0), seconds=30)
    assert second.port != first.port
    with pytest.raises(PoortBezet, match="ander programma"):
        Ear((first.port, second.port), seconds=30)
    first.close()
    again = Ear((first.port,), seconds=30)  # no minute of waiting after a sign-in
    assert again.port == first.port
    for one in (second, again):
        one.close()


def test_it_listens_on_this_machine_alone(ear: Ear) -> None:
    assert ear.redirect == f"http://127.0.0.1:{ear.port}/terug"
    with socket.socket() as other:  # free at another address of the same machine: it did not bind them all
        other.bind(("127.0.0.2", ear.port))
