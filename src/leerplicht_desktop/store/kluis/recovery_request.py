"""A request for recovery under way: ``herstel.json``, until the vault opens again.

The key of the request is wrapped under the new passphrase, chosen before anything is asked: what the
custodians opened is of no use to who finds the laptop meanwhile, and a kill at any moment loses nothing.
"""

from __future__ import annotations

import base64
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leerplicht_desktop.casework.ports.herstel import GeenHerstel

from .durable import write_whole
from .keyslots import PassphraseError, derive
from .passphrase import Cost, stretch, wipe
from .recovery_slot import Recovery

if TYPE_CHECKING:
    from leerplicht_protocol.recovery import RecoveryAsk, RecoverySlot

FILE = "herstel.json"
_KIND = "leerplicht-desktop herstelverzoek"
_MOST_BYTES = 32 * 1024
_PURPOSE = "herstelverzoek"


@dataclass(frozen=True, slots=True, repr=False)
class Request:
    """What was asked, and the wrapped key of it."""

    ask: RecoveryAsk
    server: str
    pin: str
    ca_file: str
    salt: bytes
    cost: Cost
    nonce: bytes
    wrapped: bytes

    @property
    def slot(self) -> RecoverySlot:
        """The slot that is to be opened."""
        return self.ask.slot

    def key(self, wachtzin: str) -> bytes:
        """The private half. Raises PassphraseError."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        kek = _kek(wachtzin, self.salt, self.cost)
        try:
            return AESGCM(kek).decrypt(self.nonce, self.wrapped, self.ask.key.encode())
        except InvalidTag:
            raise PassphraseError from None
        finally:
            wipe(kek)


def make(recovery: Recovery, wachtzin: str, cost: Cost) -> Request:
    """A request for the slot, for who knows this passphrase."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from leerplicht_protocol.custody import PrivateKey
    from leerplicht_protocol.recovery import RecoveryAsk

    own, salt, nonce = PrivateKey(), os.urandom(16), os.urandom(12)
    kek = _kek(wachtzin, salt, cost)
    try:
        wrapped = AESGCM(kek).encrypt(nonce, own.raw, own.public.encode())
    finally:
        wipe(kek)
    ask = RecoveryAsk(handle=secrets.token_hex(32), key=own.public, slot=recovery.slot)
    where = (recovery.server, recovery.pin, recovery.ca_file)
    return Request(ask, *where, salt, cost, nonce, wrapped)


def save(folder: Path, request: Request) -> None:
    """Keep it; the one of before is forgotten."""
    content = {
        "soort": _KIND,
        "vraag": request.ask.model_dump(mode="json"),
        "waar": [request.server, request.pin, request.ca_file],
        "kost": [request.cost.kib, request.cost.rounds, request.cost.lanes],
        "sleutel": [base64.b64encode(one).decode() for one in (request.salt, request.nonce, request.wrapped)],
    }
    write_whole(folder / FILE, json.dumps(content, ensure_ascii=False, indent=1).encode())


def load(folder: Path) -> Request:
    """The request under way. Raises GeenHerstel when there is none, or none that is whole."""
    try:
        return _parse(_read(folder / FILE))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise GeenHerstel from None


def forget(folder: Path) -> None:
    """It is not needed any more."""
    (folder / FILE).unlink(missing_ok=True)


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise ValueError("not a file")
    with path.open("rb") as file:
        content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise ValueError("too large")
    return content


def _parse(content: bytes) -> Request:
    from leerplicht_protocol.recovery import RecoveryAsk

    found: dict[str, Any] = json.loads(content)
    if found["soort"] != _KIND:
        raise ValueError("another kind")
    salt, nonce, wrapped = (base64.b64decode(one, validate=True) for one in found["sleutel"])
    server, pin, ca_file = (str(one) for one in found["waar"])
    kib, rounds, lanes = (int(one) for one in found["kost"])
    ask = RecoveryAsk.model_validate(found["vraag"])
    return Request(ask, server, pin, ca_file, salt, Cost(kib, rounds, lanes), nonce, wrapped)


def _kek(wachtzin: str, salt: bytes, cost: Cost) -> bytearray:
    stretched = stretch(wachtzin, salt, cost)
    try:
        return derive(stretched, _PURPOSE)
    finally:
        wipe(stretched)
