"""Whether a request comes from the key it says, now and once: nonces without a table, and a short memory."""

from __future__ import annotations

import hashlib
import hmac
import threading
from collections.abc import Callable, Collection

from leerplicht_protocol.proof import Proof, ProofError, Target, address_of, digest, read_proof
from leerplicht_protocol.session import Refused

from .faults import SignInError

_NONCE_SECONDS = 60
_MOST_SEEN = 100_000


class Nonces:
    """The keyed hash of the minute: the same for every process with the secret, good one to two minutes."""

    def __init__(self, key: bytes, clock: Callable[[], float]) -> None:
        self._key = key
        self._clock = clock

    def now(self) -> str:
        """The nonce for the next proof."""
        return self._of(self.minute)

    @property
    def minute(self) -> int:
        """The number of this minute."""
        return int(self._clock()) // _NONCE_SECONDS

    def is_fresh(self, nonce: str) -> bool:
        """Whether it was given in this minute or the one before."""
        given = nonce.encode()
        return any(hmac.compare_digest(given, self._of(m).encode()) for m in (self.minute, self.minute - 1))

    def _of(self, minute: int) -> str:
        mac = hmac.new(self._key, str(minute).encode(), hashlib.sha256).digest()
        return digest(mac)


class Seen:
    """Proofs of live sessions seen by this process, for as long as their nonce lives.

    Strangers put nothing in: they could push others out, and what they may ask is single-use by its rows.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._minute = -1
        self._current: set[str] = set()
        self._previous: set[str] = set()

    def is_first(self, mark: str, minute: int) -> bool:
        """Remember ``mark``; False when it was here before, or when there were more than a memory holds."""
        with self._lock:
            if minute != self._minute:
                self._previous = self._current if minute == self._minute + 1 else set()
                self._current, self._minute = set(), minute
            if mark in self._current or mark in self._previous or len(self._current) >= _MOST_SEEN:
                return False
            self._current.add(mark)
            return True


class Proofs:
    """Judges the proof of a request against the addresses that were set, never against its Host."""

    def __init__(self, addresses: Collection[str], nonces: Nonces) -> None:
        self._addresses = tuple(addresses)
        self._nonces = nonces
        self._seen = Seen()

    def judge(self, text: str, method: str, path: str, *, token: str = "", thumbprint: str = "") -> Proof:
        """The proof, when it is of this request. ``token`` and ``thumbprint`` are of the session, if any.

        Raises SignInError; with the code NONCE the same request may come again with another nonce.
        """
        proof = self._read(text, method, path, token, thumbprint)
        if not self._nonces.is_fresh(proof.nonce):
            raise SignInError(Refused.NONCE, "nonce")
        mark = f"{proof.thumbprint}{proof.jti}"
        if thumbprint and not self._seen.is_first(mark, self._nonces.minute):
            raise SignInError(Refused.SIGN_IN, "proof seen before")
        return proof

    def _read(self, text: str, method: str, path: str, token: str, thumbprint: str) -> Proof:
        fault = "no address"
        for address in self._addresses:
            try:
                target = Target(method, address_of(address, path))
                return read_proof(text, target, token=token, thumbprint=thumbprint)
            except ProofError as found:
                fault = str(found.args[0])
                if fault != "another request":
                    break
        raise SignInError(Refused.SIGN_IN, f"proof: {fault}")
