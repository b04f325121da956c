"""The server's own secret, from a file beside the database and never in it, and what is made with it.

A dump of the database alone shows no refresh token of a provider, and makes no handle or nonce.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Callable
from pathlib import Path

from joserfc import jwe, jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from leerplicht_protocol.session import Refused
from leerplicht_server.errors import ServerError

from .faults import SignInError

HANDLE_SECONDS = 900
_BYTES = 32


def read_key(path: Path | None) -> bytes:
    """The secret in a file, made when it is not there; without a file, one for this process alone.

    Raises ServerError when the file cannot be read or made, or is not one of ours.
    """
    if path is None:
        return secrets.token_bytes(_BYTES)
    try:
        _make(path)
        text = path.read_text(encoding="ascii").strip()
        key = bytes.fromhex(text)
    except (OSError, ValueError):
        key = b""
    if len(key) != _BYTES:
        raise ServerError(
            f"Het sleutelbestand {path} is niet te lezen of te maken, of bevat iets anders. Wijs met "
            "sleutelbestand een plek aan waar alleen de server bij kan, of zet zijn reservekopie terug."
        )
    return key


def _make(path: Path) -> None:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(_BYTES) + "\n")


class ServerKey:
    """Signs handles, seals refresh tokens and makes nonces: each with a key of its own from one secret."""

    def __init__(self, secret: bytes, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._sign = OctKey.import_key(_derived(secret, "handle"))
        self._seal = OctKey.import_key(_derived(secret, "seal"))
        self.nonce_key = _derived(secret, "nonce")
        self.page_key = _derived(secret, "page")

    def handle(self, nonce: str, thumbprint: str) -> str:
        """What a sign-in needs later, signed and given along, so that the server keeps nothing."""
        claims = {"n": nonce, "k": thumbprint, "exp": int(self._clock()) + HANDLE_SECONDS}
        return jwt.encode({"alg": "HS256"}, claims, self._sign)

    def nonce_of(self, handle: str, thumbprint: str) -> str:
        """The nonce in a handle that was given to this key and is not too old. Raises SignInError."""
        try:
            claims = jwt.decode(handle, self._sign, algorithms=["HS256"]).claims
        except (JoseError, ValueError, TypeError, RecursionError):
            raise SignInError(Refused.SIGN_IN_UNKNOWN, "handle") from None
        if claims["exp"] < self._clock():
            raise SignInError(Refused.SIGN_IN_EXPIRED, "handle")
        if claims["k"] != thumbprint:
            raise SignInError(Refused.OTHER_KEY, "handle of another key")
        return str(claims["n"])

    def sealed(self, session: str, refresh: str) -> str:
        """A refresh token as it is kept, tied to its session; empty stays empty."""
        if not refresh:
            return ""
        content = json.dumps({"session": session, "refresh": refresh}).encode()
        return jwe.encrypt_compact({"alg": "dir", "enc": "A256GCM"}, content, self._seal)

    def opened(self, session: str, sealed: str) -> str:
        """The refresh token of this session; empty when it was sealed with another key or for another."""
        if not sealed:
            return ""
        try:
            content = jwe.decrypt_compact(sealed, self._seal).plaintext
            value = json.loads(content or b"{}")
        except (JoseError, ValueError, TypeError):
            return ""
        return str(value["refresh"]) if value.get("session") == session else ""


def _derived(secret: bytes, purpose: str) -> bytes:
    return hmac.new(secret, f"leerplicht {purpose}".encode(), hashlib.sha256).digest()
