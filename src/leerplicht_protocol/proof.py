"""Proofs that a request comes from the key of one laptop (DPoP, RFC 9449), made here and read here.

Two things are ours, and within the RFC. Freshness comes from the server's nonce alone (section 4.3, item 11,
and section 8), so no clock of a laptop matters. And the proof of a request with a body carries ``body``, the
SHA-256 of that body as it was sent: ``htm`` and ``htu`` do not cover what is sent.

Keys are ES256 (P-256): a TPM, CNG or a Secure Enclave can hold one. All cryptography is joserfc's.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urlsplit

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey

HEADER = "DPoP"
"""The header of a request that carries the proof, and the scheme of ``Authorization`` beside it."""

NONCE_HEADER = "DPoP-Nonce"
"""The header of every answer that carries the nonce for the next proof."""

MAX_PROOF = 2_048
"""Longest proof that is read, in characters."""

_ALGORITHM = "ES256"
_TYPE = "dpop+jwt"
_PUBLIC = frozenset({"kty", "crv", "x", "y"})
_DEFAULT_PORTS = {"https": 443, "http": 80}


class ProofError(Exception):
    """It proves nothing. ``args[0]`` is a word for the log, never for who asked."""


@dataclass(frozen=True, slots=True)
class Target:
    """The request that a proof is for: method, and address without query."""

    method: str
    address: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What a good proof says. ``nonce`` and ``jti`` are still to be judged by who handed the nonce out."""

    thumbprint: str
    jti: str
    nonce: str
    body: str

    def covers(self, body: bytes) -> bool:
        """Whether ``body``, as it was sent, is the one that was signed for."""
        return hmac.compare_digest(self.body, digest(body) if body else "")


def digest(content: bytes) -> str:
    """SHA-256 in base64url without padding: of a body, and of a token (``ath``)."""
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def address_of(server: str, path: str) -> str:
    """``htu``: the server's address in its plainest form, and the path without query. Raises ValueError."""
    parts = urlsplit(server)
    scheme, host = parts.scheme.lower(), (parts.hostname or "").lower()
    if scheme not in _DEFAULT_PORTS or not host:
        raise ValueError("not the address of a server")
    return f"{scheme}://{_host(host)}{_port(parts, scheme)}{parts.path.rstrip('/')}{path}"


def _host(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _port(parts: SplitResult, scheme: str) -> str:
    port = parts.port
    return "" if port is None or port == _DEFAULT_PORTS[scheme] else f":{port}"


class Prover:
    """Signs requests with the key of one laptop."""

    def __init__(self, key: str) -> None:
        """``key`` is what :func:`new_key` made. Raises ValueError when it is not."""
        try:
            self._key = ECKey.import_key(json.loads(key))
            private = self._key.is_private and self._key.curve_name == "P-256"
        except (JoseError, ValueError, TypeError, KeyError, AttributeError):
            private = False
        if not private:
            raise ValueError("not the key of a laptop")
        public = {name: value for name, value in self._key.as_dict(private=False).items() if name in _PUBLIC}
        self._header = {"typ": _TYPE, "alg": _ALGORITHM, "jwk": public}

    @property
    def thumbprint(self) -> str:
        """The name of the public key (RFC 7638)."""
        return self._key.thumbprint()

    def proof(self, target: Target, *, nonce: str = "", token: str = "", body: bytes = b"") -> str:
        """The proof of one request; ``token`` is the access token beside it, ``body`` the bytes as sent."""
        claims: dict[str, Any] = {
            "jti": secrets.token_urlsafe(12),
            "htm": target.method,
            "htu": target.address,
            "iat": int(time.time()),
        }
        if nonce:
            claims["nonce"] = nonce
        if token:
            claims["ath"] = digest(token.encode())
        if body:
            claims["body"] = digest(body)
        return jwt.encode(self._header, claims, self._key, algorithms=[_ALGORITHM])


def new_key() -> str:
    """A new key for a laptop, as JSON: the private JWK. It belongs in the vault."""
    return json.dumps(ECKey.generate_key("P-256").as_dict(private=True), sort_keys=True)


def read_proof(text: str, target: Target, *, token: str = "", thumbprint: str = "") -> Proof:
    """The proof in ``text``, when it is one of this request. Raises ProofError; cheap questions come first.

    ``token`` is the access token beside it and ``thumbprint`` the key that token is bound to; both empty
    where there is no token yet.
    """
    key = _key_of(text)
    found = key.thumbprint()
    if thumbprint and not hmac.compare_digest(found, thumbprint):
        raise ProofError("another key")
    claims = _claims(text, key)
    if claims.get("htm") != target.method or claims.get("htu") != target.address:
        raise ProofError("another request")
    if claims.get("ath", "") != (digest(token.encode()) if token else ""):
        raise ProofError("another token")
    jti = claims.get("jti")
    if not isinstance(jti, str) or not 8 <= len(jti) <= 64 or not isinstance(claims.get("iat"), int):
        raise ProofError("claims")
    return Proof(found, jti, _text(claims, "nonce"), _text(claims, "body"))


def _key_of(text: str) -> ECKey:
    if not text or len(text) > MAX_PROOF:
        raise ProofError("no proof, or too long")
    try:
        header = jws.extract_compact(text.encode()).headers()
        good = header.keys() == {"typ", "alg", "jwk"} and header["jwk"].keys() == _PUBLIC
        if not good or (header["typ"], header["alg"]) != (_TYPE, _ALGORITHM):
            raise ProofError("header")
        if (header["jwk"]["kty"], header["jwk"]["crv"]) != ("EC", "P-256"):
            raise ProofError("kind of key")
        return ECKey.import_key(header["jwk"])
    except (JoseError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ProofError("shape") from None


def _claims(text: str, key: ECKey) -> dict[str, Any]:
    try:
        return jwt.decode(text, key, algorithms=[_ALGORITHM]).claims
    except (JoseError, ValueError, TypeError, RecursionError):
        raise ProofError("signature") from None


def _text(claims: dict[str, Any], name: str) -> str:
    value = claims.get(name, "")
    if not isinstance(value, str):
        raise ProofError("claims")
    return value
