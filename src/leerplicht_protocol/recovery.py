"""Recovery of a vault whose passphrase or keyring is gone: what travels between laptop and municipality.

Each pair of custodians holds the key of the vault in two layers (custody.py). A laptop asks with a key made
for this one request; what two custodians opened comes back sealed to that key. Nobody need be signed in:
who asks cannot, and what he gets is of use only to who holds the key of the request.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from .model import Count, Id, Model, Moment, ShortText

ASK = "/v1/recovery"
ANSWER = "/v1/recovery/answer"

MOST_CUSTODIANS = 5
"""Ten pairs, which fit in the file of the slots."""


_P = 2**255 - 19
_SMALL_ORDER = frozenset(
    {
        0,
        1,
        325606250916557431795983626356110631294008115727848805560023387167927233504,
        39382357235489614581723060781553021112529911719440698176882885853963445705823,
        _P - 1,
        _P,
        _P + 1,
    }
)
"""Points of small order: nothing can be sealed to them (RFC 7748, 6.1)."""


def _usable(key: str) -> str:
    """A key that something can be sealed to; the highest bit does not count. Raises ValueError."""
    if int.from_bytes(bytes.fromhex(key), "little") % 2**255 in _SMALL_ORDER:
        raise ValueError("a point of small order")
    return key


PublicKey = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$"), AfterValidator(_usable)]
"""A key of X25519, 32 bytes."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.-]{0,39}$")]
"""What the municipality calls a custodian; of a function, not of a person."""

Blob = Annotated[str, StringConstraints(min_length=1, max_length=1_000, pattern=r"^([0-9a-f]{2})+$")]
"""Sealed bytes."""

Handle = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""Random, made by the laptop: by this it asks after its request."""


class Custodian(Model):
    """One of those of whom two together can open a vault."""

    id: Name
    key: PublicKey


class SealedPair(Model):
    """The key of the vault for ``first`` and then ``second``."""

    first: Name
    second: Name
    blob: Blob


class RecoverySlot(Model):
    """The slot of the municipality as it stands beside the vault; ``number`` rises when it is made anew."""

    municipality: ShortText
    vault: Id
    device: Id
    number: Count
    pairs: Annotated[tuple[SealedPair, ...], Field(min_length=1, max_length=10)]


class RecoveryAsk(Model):
    """POST /v1/recovery: open this slot for who holds ``key``."""

    handle: Handle
    key: PublicKey
    slot: RecoverySlot


class RecoveryState(StrEnum):
    """How far the municipality is."""

    ASKED = "asked"
    HALF = "half"
    """The first custodian opened his layer."""
    OPENED = "opened"
    GONE = "gone"
    """Unknown, too old or turned down."""


class RecoveryQuestion(Model):
    """POST /v1/recovery/answer: how does my request stand?"""

    handle: Handle


class RecoveryAnswer(Model):
    """How it stands; ``sealed`` once it is opened, ``until`` when that ends."""

    state: RecoveryState
    sealed: Annotated[str, StringConstraints(max_length=1_000, pattern=r"^([0-9a-f]{2})*$")] = ""
    until: Moment | None = None
