"""A proof fits one request, one token, one body and one key; anything else proves nothing."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jws
from joserfc.jwk import ECKey, OctKey

from leerplicht_protocol import proof
from leerplicht_protocol.proof import ProofError, Prover, Target, address_of, digest, new_key, read_proof

TARGET = Target("POST", "https://leerplicht.example.nl/v1/ops")
TOKEN = "een-token"


@pytest.fixture(scope="module")
def prover() -> Prover:
    return Prover(new_key())


def public(key: ECKey) -> dict[str, Any]:
    return dict(key.as_dict(private=False))


def forged(
    key: ECKey, header: dict[str, Any] | None = None, payload: bytes | None = None, **claims: Any
) -> str:
    """A proof in which anything may be wrong, signed by ``key`` all the same."""
    head = {"typ": "dpop+jwt", "alg": "ES256", "jwk": public(key), **(header or {})}
    good = {"jti": "12345678", "htm": TARGET.method, "htu": TARGET.address, "iat": 1}
    content = payload if payload is not None else json.dumps({**good, **claims}).encode()
    return jws.serialize_compact(head, content, key, algorithms=["ES256"])


def test_a_proof_says_whose_it_is_and_what_it_covers(prover: Prover) -> None:
    text = prover.proof(TARGET, nonce="n", token=TOKEN, body=b"{}")
    found = read_proof(text, TARGET, token=TOKEN, thumbprint=prover.thumbprint)
    assert (found.thumbprint, found.nonce) == (prover.thumbprint, "n")
    assert found.covers(b"{}")
    assert not found.covers(b"{ }")
    assert not found.covers(b"")
    assert len(text) < 700


def test_a_proof_without_a_body_covers_none(prover: Prover) -> None:
    found = read_proof(prover.proof(TARGET), TARGET)
    assert found.covers(b"")
    assert not found.covers(b"{}")


def test_two_proofs_of_one_request_differ(prover: Prover) -> None:
    first, second = (read_proof(prover.proof(TARGET), TARGET) for _ in range(2))
    assert first.jti != second.jti


@pytest.mark.parametrize(
    ("asked", "token", "thumbprint"),
    [
        (Target("GET", TARGET.address), TOKEN, ""),
        (Target("POST", "https://leerplicht.example.nl/v1/devices"), TOKEN, ""),
        (Target("POST", "https://elders.example.nl/v1/ops"), TOKEN, ""),
        (TARGET, "ander", ""),
        (TARGET, "", ""),
        (TARGET, TOKEN, "van-een-ander"),
    ],
)
def test_a_proof_fits_one_request_token_and_key(
    prover: Prover, asked: Target, token: str, thumbprint: str
) -> None:
    text = prover.proof(TARGET, token=TOKEN)
    with pytest.raises(ProofError):
        read_proof(text, asked, token=token, thumbprint=thumbprint)


def test_a_proof_without_a_token_is_not_one_beside_a_token(prover: Prover) -> None:
    with pytest.raises(ProofError):
        read_proof(prover.proof(TARGET), TARGET, token=TOKEN)


KEY = ECKey.generate_key("P-256")
OTHER = ECKey.generate_key("P-256")
P384 = ECKey.generate_key("P-384")


@pytest.mark.parametrize(
    "text",
    [
        forged(KEY, {"typ": "JWT"}),
        forged(KEY, {"kid": "1"}),
        forged(KEY, {"jwk": dict(KEY.as_dict(private=True))}),
        forged(KEY, {"jwk": public(OTHER)}),
        forged(KEY, {"jwk": public(P384)}),
        forged(KEY, {"jwk": {**public(KEY), "x": "AAAA"}}),
        forged(KEY, {"jwk": {**public(KEY), "kid": "1"}}),
        forged(KEY, jti="kort"),
        forged(KEY, jti="x" * 65),
        forged(KEY, jti=7),
        forged(KEY, iat="1"),
        forged(KEY, iat=None),
        forged(KEY, nonce=7),
        forged(KEY, body=["x"]),
        forged(KEY, payload=b"[1]"),
        forged(KEY, payload=b"geen json"),
        forged(KEY, payload=b"[" * 1_200),
        forged(KEY, vulling="x" * 3_000),
        "",
        "a.b.c",
        "een twee",
        "é.é.é",
    ],
)
def test_what_is_no_proof_is_refused(text: str) -> None:
    with pytest.raises(ProofError):
        read_proof(text, TARGET)


def test_the_forger_of_these_tests_can_make_a_good_one() -> None:
    assert read_proof(forged(KEY), TARGET).thumbprint == KEY.thumbprint()


def _unsigned(header: dict[str, Any]) -> str:
    claims = {"jti": "12345678", "htm": TARGET.method, "htu": TARGET.address, "iat": 1}
    parts = (base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=") for part in (header, claims))
    return (b".".join(parts) + b".").decode()


def test_no_signature_and_a_shared_secret_are_refused() -> None:
    jwk = public(KEY)
    secret = OctKey.import_key(json.dumps(jwk))
    head = {"typ": "dpop+jwt", "alg": "HS256", "jwk": jwk}
    shared = jws.serialize_compact(head, b"{}", secret, algorithms=["HS256"])
    unsigned = [_unsigned({**head, **change}) for change in ({"alg": "none"}, {"alg": "ES256"}, {"jwk": "x"})]
    for text in (*unsigned, _unsigned({**head, "alg": "ES256", "jwk": {**jwk, "x": 7}}), shared):
        with pytest.raises(ProofError):
            read_proof(text, TARGET)


@given(st.data())
def test_a_changed_character_makes_it_worthless(data: st.DataObject) -> None:
    text = forged(KEY)
    place = data.draw(st.integers(0, len(text) - 3))  # the last two characters hold bits that say nothing
    letter = data.draw(st.sampled_from("Ab3-_.=!é"))
    changed = text[:place] + letter + text[place + 1 :]
    if changed != text:
        with pytest.raises(ProofError):
            read_proof(changed, TARGET)


@pytest.mark.parametrize(
    "key", ["", "{}", "[]", "geen json", json.dumps(public(KEY)), json.dumps({"kty": "oct"})]
)
def test_only_a_private_key_signs(key: str) -> None:
    with pytest.raises(ValueError, match="not the key of a laptop"):
        Prover(key)


def test_a_key_of_another_curve_does_not_sign() -> None:
    with pytest.raises(ValueError, match="not the key of a laptop"):
        Prover(json.dumps(dict(P384.as_dict(private=True))))


@pytest.mark.parametrize(
    ("server", "expected"),
    [
        ("https://Leerplicht.Example.NL", "https://leerplicht.example.nl/v1/ops"),
        ("HTTPS://leerplicht.example.nl:443/", "https://leerplicht.example.nl/v1/ops"),
        ("https://leerplicht.example.nl:8443", "https://leerplicht.example.nl:8443/v1/ops"),
        ("https://example.nl/leerplicht/", "https://example.nl/leerplicht/v1/ops"),
        ("http://127.0.0.1:80", "http://127.0.0.1/v1/ops"),
        ("http://[::1]:8000", "http://[::1]:8000/v1/ops"),
    ],
)
def test_both_sides_write_an_address_in_one_way(server: str, expected: str) -> None:
    assert address_of(server, "/v1/ops") == expected


@pytest.mark.parametrize(
    "server", ["", "leerplicht.example.nl", "ftp://example.nl", "https://", "https://x:99999"]
)
def test_what_is_no_address_of_a_server_is_refused(server: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 -- the standard library words some of them
        address_of(server, "/v1/ops")


def test_a_digest_is_that_of_the_standard() -> None:
    assert digest(b"") == "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"
    assert "=" not in digest(b"x")
    assert proof.MAX_PROOF == 2_048
