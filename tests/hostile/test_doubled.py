"""A header that says one thing and stands twice: refused, so that no two readers can read another one."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import httpx
import pytest

from leerplicht_protocol.messages import Problem
from leerplicht_protocol.proof import HEADER, Prover, Target, address_of, new_key
from leerplicht_protocol.session import SIGN_IN
from leerplicht_server.database import Database
from tests.server.office import ANNA
from tests.server.web import Signed, client, sign_in


@pytest.fixture
def anna(database: Database) -> Iterator[Signed]:
    with client(database) as http:
        yield sign_in(http, ANNA)


def _sent(anna: Signed, *more: tuple[str, str]) -> httpx.Response:
    """A good request of Anna, with these headers besides."""
    fresh = anna.http.get("/v1/hello").headers["DPoP-Nonce"]
    target = Target("GET", address_of(str(anna.http.base_url), "/v1/digest"))
    proof = Prover(anna.key).proof(target, nonce=fresh, token=anna.token)
    headers = [(HEADER, proof), ("Authorization", f"{HEADER} {anna.token}"), *more]
    return anna.http.get("/v1/digest", headers=headers)


def test_a_good_request_is_one(anna: Signed) -> None:
    assert _sent(anna).status_code == 200
    assert _sent(anna, ("Accept", "text/plain"), ("Accept", "application/json")).status_code == 200

    assert _sent(anna, ("Cookie", "a=1"), ("Cookie", "b=2")).status_code == 200


@pytest.mark.parametrize("same", [True, False])
@pytest.mark.parametrize(
    "name",
    ["DPoP", "Authorization", "Content-Encoding", "Content-Type", "Origin", "X-Forwarded-Proto"],
)
def test_a_doubled_header_is_refused(anna: Signed, name: str, same: bool) -> None:
    value = f"{HEADER} {anna.token}" if name == "Authorization" else "gzip"
    once = () if name in {"DPoP", "Authorization"} else ((name, value),)
    answer = _sent(anna, *once, (name, value if same else f"{value}x"))
    assert answer.status_code == 400
    assert Problem.model_validate_json(answer.content).code == "koppen"


def _raw(anna: Signed, *lines: str) -> int:
    """The status of a request as it is written here."""
    parts = urlsplit(str(anna.http.base_url))
    with socket.create_connection((parts.hostname, parts.port), timeout=10) as line:
        text = "\r\n".join((f"POST {SIGN_IN} HTTP/1.1", *lines, "Connection: close", "", ""))
        line.sendall(text.encode())
        return int(line.recv(4_096).split()[1])


def test_host_and_length_are_held_to_one_before_anything_is_read(anna: Signed) -> None:
    host = f"Host: {urlsplit(str(anna.http.base_url)).netloc}"
    assert _raw(anna, host, "Content-Length: 0") == 401
    assert _raw(anna, host, host, "Content-Length: 0") == 400
    assert _raw(anna, host, "Host: elders.example", "Content-Length: 0") == 400
    assert _raw(anna, host, "Content-Length: 0", "Content-Length: 1") == 400
    assert _raw(anna, host, "Transfer-Encoding: chunked", "Transfer-Encoding: chunked") >= 400
    # The same length twice says one thing: RFC 9110 (8.6) lets a reader take it as one.
    assert _raw(anna, host, "Content-Length: 0", "Content-Length: 0") in {400, 401}


def test_a_stranger_cannot_prove_two_keys(anna: Signed) -> None:
    target = Target("POST", address_of(str(anna.http.base_url), SIGN_IN))
    proofs = [(HEADER, Prover(new_key()).proof(target)) for _ in range(2)]
    assert anna.http.post(SIGN_IN, headers=proofs).status_code == 400
