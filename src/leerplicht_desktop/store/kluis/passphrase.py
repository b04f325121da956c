"""From a passphrase to a key: Argon2id (RFC 9106), as slow as an officer will bear, never below the floor."""

from __future__ import annotations

import os
import time
import unicodedata
from dataclasses import dataclass, replace
from typing import cast

FLOOR_KIB = 64 * 1024
"""Least memory of one guess, in KiB."""
FLOOR_ROUNDS = 3
FLOOR_LANES = 4
CEILING_KIB = 1024 * 1024
"""Most memory a slot may ask for: a file that was tampered with must not stall the laptop."""
CEILING_ROUNDS = 64
CEILING_LANES = 64
FASTEST, TARGET, SLOWEST = 0.4, 0.6, 0.8
"""What one guess should take, in seconds."""
_STEP_KIB = 16 * 1024
KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory in KiB, rounds over it, lanes side by side."""

    kib: int = FLOOR_KIB
    rounds: int = FLOOR_ROUNDS
    lanes: int = FLOOR_LANES

    def __post_init__(self) -> None:
        """Refuse less than the floor and more than the ceiling: the numbers come from a file."""
        if not (
            FLOOR_KIB <= self.kib <= CEILING_KIB
            and FLOOR_ROUNDS <= self.rounds <= CEILING_ROUNDS
            and FLOOR_LANES <= self.lanes <= CEILING_LANES
        ):
            raise ValueError("cost outside the allowed range")


FLOOR = Cost()
"""The least that is accepted anywhere."""
ALONE = Cost(kib=256 * 1024)
"""The least where no keyring keeps a second secret."""


def stretch(wachtzin: str, salt: bytes, cost: Cost) -> bytearray:
    """The 32 bytes a passphrase gives. The caller overwrites them after use.

    The text is normalised (NFC), so that an accent typed on another keyboard gives the same key.
    """
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    out = bytearray(KEY_BYTES)
    secret = bytearray(unicodedata.normalize("NFC", wachtzin).encode())
    try:
        Argon2id(
            salt=salt, length=KEY_BYTES, iterations=cost.rounds, lanes=cost.lanes, memory_cost=cost.kib
        ).derive_into(cast(bytes, secret), out)  # takes any buffer; bytes could not be overwritten
    finally:
        wipe(secret)
    return out


def wipe(secret: bytearray) -> None:
    """Overwrite a key. Python may have copied it before; more than this is not promised."""
    secret[:] = bytes(len(secret))


def calibrate(least: Cost = FLOOR) -> Cost:
    """More memory until one guess takes 400 to 800 ms on this laptop, but never less than ``least``."""
    cost = least
    for _ in range(3):
        took = _measure(cost)
        if FASTEST <= took <= SLOWEST or (took > SLOWEST and cost == least):
            break
        wanted = round(cost.kib * TARGET / took / _STEP_KIB) * _STEP_KIB
        cost = replace(cost, kib=min(max(wanted, least.kib), CEILING_KIB))
    return cost


def dearer(cost: Cost, took: float, least: Cost = FLOOR) -> Cost | None:
    """What a guess should cost from now on, when ``cost``, which took so many seconds, is too cheap.

    A laptop that is busy seems slow, never quick: the estimate errs to leaving the cost as it is.
    """
    if cost.kib >= least.kib and (took >= FASTEST or cost.kib >= CEILING_KIB):
        return None
    measured = calibrate(least)
    return measured if measured.kib > cost.kib else None


def per_guess(seconds: float) -> float:
    """What so many seconds of the processors come to for a guess whose lanes run side by side."""
    return seconds / min(FLOOR_LANES, os.cpu_count() or 1)


def _measure(cost: Cost) -> float:
    """By the time of the processors: the clock on the wall lies when the laptop is busy."""
    started = time.process_time()
    stretch("een wachtzin om de tijd te meten", bytes(16), cost)
    return max(per_guess(time.process_time() - started), 0.001)
