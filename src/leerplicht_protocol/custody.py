"""The key of a vault in two layers of HPKE (RFC 9180) for each pair of custodians.

    blob of (a, b) = HPKE to a of HPKE to b of the key

Nothing is split and nothing is put together: a opens the outer layer, b the inner one and seals what he
finds, in the same process, to the key of the request. ``info`` of each layer names municipality, vault,
laptop, number of the slot, pair and layer, so that a blob opens nowhere but in its place.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)

from .recovery import Custodian, RecoverySlot, SealedPair

SUITE = "X25519, HKDF-SHA256, AES-256-GCM"
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_LABEL = "leerplicht-desktop/2/herstel"
_DIGITS = 12


class CustodyError(Exception):
    """This key does not open this. ``args[0]`` is a word for who tries."""


class PrivateKey:
    """A key of X25519 of a custodian or of one request. Never shows itself."""

    def __init__(self, raw: bytes | None = None) -> None:
        self._key = X25519PrivateKey.generate() if raw is None else X25519PrivateKey.from_private_bytes(raw)

    @classmethod
    def from_pem(cls, pem: bytes, password: str) -> PrivateKey:
        """The key in a file of a custodian. Raises CustodyError."""
        try:
            found = load_pem_private_key(pem, password.encode())
        except (ValueError, TypeError):
            raise CustodyError("password") from None
        if not isinstance(found, X25519PrivateKey):
            raise CustodyError("kind")
        return cls(found.private_bytes_raw())

    def pem(self, password: str) -> bytes:
        """PKCS#8 under a password."""
        return self._key.private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password.encode())
        )

    @property
    def raw(self) -> bytes:
        """The 32 bytes of it."""
        return self._key.private_bytes_raw()

    @property
    def public(self) -> str:
        """The public half in hexadecimal."""
        return self._key.public_key().public_bytes_raw().hex()

    def opened(self, blob: bytes, info: bytes) -> bytes:
        """What was sealed to this key. Raises CustodyError."""
        try:
            return bytes(_SUITE.decrypt(blob, self._key, info))
        except (InvalidTag, ValueError):
            raise CustodyError("other") from None


def seal_slot(payload: bytes, slot: RecoverySlot, custodians: Sequence[Custodian]) -> RecoverySlot:
    """The slot with a blob for each pair; ``slot`` names where it stands, its pairs do not count."""
    pairs = []
    for first, second in itertools.combinations(sorted(custodians, key=lambda one: one.id), 2):
        pair = (first.id, second.id)
        inner = _sealed(payload, second.key, _info(slot, *pair, "binnen"))
        outer = _sealed(inner, first.key, _info(slot, *pair, "buiten"))
        pairs.append(SealedPair(first=first.id, second=second.id, blob=outer.hex()))
    return slot.model_copy(update={"pairs": tuple(pairs)})


def open_outer(slot: RecoverySlot, pair: SealedPair, key: PrivateKey) -> bytes:
    """The first custodian: what is left is for the second alone. Raises CustodyError."""
    return key.opened(bytes.fromhex(pair.blob), _info(slot, pair.first, pair.second, "buiten"))


def open_inner_to(slot: RecoverySlot, pair: SealedPair, half: bytes, key: PrivateKey, request: str) -> bytes:
    """The second custodian: opens, and seals at once to the key of the request. Raises CustodyError."""
    payload = key.opened(half, _info(slot, pair.first, pair.second, "binnen"))
    return _sealed(payload, request, _answer(slot, request))


def open_answer(slot: RecoverySlot, sealed: bytes, key: PrivateKey) -> bytes:
    """The laptop: the key of its vault. Raises CustodyError."""
    return key.opened(sealed, _answer(slot, key.public))


def code_of(request: str) -> str:
    """Twelve digits of a request's public key, for the officer to read out on the telephone."""
    digest = hashlib.sha256(b"verzoek" + bytes.fromhex(request)).digest()
    return f"{int.from_bytes(digest[:8], 'big') % 10**_DIGITS:0{_DIGITS}d}"


def spaced(code: str) -> str:
    """A code as people read it: groups of three."""
    return " ".join(code[at : at + 3] for at in range(0, len(code), 3))


def fingerprint(custodians: Sequence[Custodian]) -> str:
    """Which custodians these are, in five groups of four: to compare, and to pin in a policy."""
    lines = "\n".join(f"{one.id} {one.key}" for one in sorted(custodians, key=lambda one: one.id))
    digest = hashlib.sha256(lines.encode()).hexdigest()[:20]
    return "-".join(digest[at : at + 4] for at in range(0, 20, 4))


def _sealed(payload: bytes, public: str, info: bytes) -> bytes:
    try:
        return bytes(_SUITE.encrypt(payload, X25519PublicKey.from_public_bytes(bytes.fromhex(public)), info))
    except ValueError:
        raise CustodyError("key") from None


def _info(slot: RecoverySlot, *place: str) -> bytes:
    where = [_LABEL, slot.municipality, slot.vault, slot.device, slot.number, *place]
    return json.dumps(where, ensure_ascii=False, separators=(",", ":")).encode()


def _answer(slot: RecoverySlot, request: str) -> bytes:
    return _info(slot, "antwoord", request)
