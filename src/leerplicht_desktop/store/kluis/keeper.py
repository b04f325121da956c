"""Who turns a passphrase into the key of the vault: the slot file, the keyring, and what a guess costs.

A change, also one to a dearer slot, is always: a new secret in the keyring under the next number, read back;
the slots made with it; the old secret away. Every older copy of the slots is dead from then on.
"""

from __future__ import annotations

import os
import time
import uuid
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from leerplicht_desktop.casework.problems import (
    AndereSleutelbos,
    KluisProblem,
    SleutelbosOpSlot,
    SleutelbosWeg,
    SleutelsOuder,
)

from . import keyslots
from .keyring_items import Keyring
from .keyslots import Keyslots, PassphraseError, Slot
from .passphrase import ALONE, FLOOR, KEY_BYTES, Cost, calibrate, dearer, per_guess, wipe


@dataclass(frozen=True, slots=True, repr=False)
class Unwrapped:
    """What a passphrase gave: the key, the one that is to follow it, and what the guess cost in seconds."""

    key: bytearray
    next: bytearray | None
    took: float

    def wipe(self) -> None:
        """Overwrite both."""
        wipe(self.key)
        if self.next is not None:
            wipe(self.next)


@dataclass(frozen=True, slots=True, repr=False)
class Lock:
    """The slots with the secret that belongs to them: what a passphrase is tried on."""

    slots: Keyslots
    secret: bytes | None
    gone: bool = False
    """The secret of the slot of before is away, which only a new key under way allows."""
    next_secret: bytes | None = None

    def unwrap(self, wachtzin: str) -> Unwrapped:
        """Raises PassphraseError. A new passphrase counts before the one it replaces."""
        began = time.process_time()
        next_ = None
        try:
            key, next_ = self.slots.unwrap_next(wachtzin, self.next_secret)
        except PassphraseError:
            if self.gone:
                raise
            key = self.slots.unwrap(wachtzin, self.secret)
        return Unwrapped(key, next_, per_guess(time.process_time() - began))


class KeyKeeper:
    """The slots in ``folder``. A ``cost`` that is given stays what it is; None measures the laptop."""

    def __init__(self, folder: Path, keyring: Keyring, cost: Cost | None) -> None:
        self._folder = folder
        self._keyring = keyring
        self._cost = cost

    def alone(self) -> bool:
        """Whether the passphrase is or would be the only lock of the vault."""
        with suppress(KluisProblem):
            return not self._keyring.usable
        return True

    def begin(self, key: bytearray, wachtzin: str) -> None:
        """Slots for a new vault, in a folder without any. Raises SleutelbosOpSlot; then nothing was made."""
        vault = str(uuid.uuid4())
        secret = self._new_secret(vault, 1)
        cost = self._cost or calibrate(FLOOR if secret else ALONE)
        try:
            keyslots.save(self._folder, keyslots.fresh(vault, key, wachtzin, cost, secret))
        except BaseException:
            self._keyring.drop(vault, 1)
            raise

    def discard(self) -> None:
        """Take away what ``begin`` made, when no database followed."""
        with suppress(KluisProblem):
            self._keyring.drop(keyslots.load(self._folder).vault, 1)
        keyslots.discard(self._folder)

    def look(self) -> Lock:
        """Slots and secret, before anything is tried.

        Raises SleutelsOntbreken, SleutelbosOpSlot, SleutelbosWeg, AndereSleutelbos, SleutelsOuder.
        """
        slots = keyslots.load(self._folder)
        if slots.next is not None:
            return self._look_twice(slots, slots.next.passphrase)
        return Lock(slots, self._secret_of(slots, slots.passphrase))

    def _look_twice(self, slots: Keyslots, next_: Slot) -> Lock:
        following = self._secret_of(slots, next_)
        try:
            return Lock(slots, self._secret_of(slots, slots.passphrase), False, following)
        except (SleutelbosWeg, AndereSleutelbos, SleutelsOuder):
            return Lock(slots, None, True, following)

    def _secret_of(self, slots: Keyslots, slot: Slot) -> bytes | None:
        if slot.mark is None:
            return None
        secret = self._keyring.get(slots.vault, slot.number)
        if secret is None:
            later = (self._keyring.get(slots.vault, slot.number + further) for further in (1, 2))
            raise SleutelsOuder if any(later) else SleutelbosWeg
        if keyslots.mark_of(secret, slots.vault) != slot.mark:
            raise AndereSleutelbos
        return secret

    def change(self, key: bytearray, wachtzin: str, cost: Cost | None = None) -> None:
        """Wrap the key anew. Raises SleutelbosOpSlot and what the disk raises; then the old slots hold."""
        slots = keyslots.load(self._folder)
        before = slots.passphrase
        secret = self._new_secret(slots.vault, before.number + 1)
        cost = self._cost or cost or before.cost
        if secret is None and self._cost is None:
            cost = replace(cost, kib=max(cost.kib, ALONE.kib))
        try:
            keyslots.save(self._folder, slots.rewrapped(key, wachtzin, cost, secret))
        except OSError:
            if keyslots.load(self._folder).passphrase.number == before.number:
                self._keyring.drop(slots.vault, before.number + 1)
            raise
        if before.mark is not None:
            self._keyring.drop(slots.vault, before.number)

    def begin_next(self, old: bytearray, wachtzin: str) -> bytearray:
        """A new key under way, for who knows this passphrase. Raises SleutelbosOpSlot and of the disk."""
        slots = keyslots.load(self._folder)
        number, new = slots.passphrase.number + 1, bytearray(os.urandom(KEY_BYTES))
        secret = self._new_secret(slots.vault, number)
        cost = self._cost or slots.passphrase.cost
        if secret is None and self._cost is None:
            cost = replace(cost, kib=max(cost.kib, ALONE.kib))
        keyslots.save(self._folder, slots.begun(old, new, wachtzin, cost, secret))
        return new

    def conclude(self) -> None:
        """The database is under the new key: the slots are of that alone."""
        slots = keyslots.load(self._folder)
        keyslots.save(self._folder, slots.done())
        if slots.passphrase.mark is not None:
            self._keyring.drop(slots.vault, slots.passphrase.number)

    def settle(self, key: bytearray, wachtzin: str, took: float) -> None:
        """After an unlock: take away what a kill left, and wrap anew what is weaker than it may be.

        A full disk or a keyring that does not answer leaves it for the next time.
        """
        keyslots.restore(self._folder)
        with suppress(OSError, KluisProblem):
            slots = keyslots.load(self._folder)
            slot = slots.passphrase
            keyslots.mirror(self._folder)
            if slots.next is not None:
                return  # somebody typed the passphrase of before; the new one ends what was begun
            wanted = self._dearer(slot.cost, took)
            if slots.old or wanted is not None or (slot.mark is None and self._keyring.usable):
                self.change(key, wachtzin, wanted)
            elif slot.mark is not None:
                for left in (slot.number - 1, slot.number + 1):
                    if left:  # below the first stands what the witness keeps
                        self._keyring.drop(slots.vault, left)

    def reduced(self) -> bool:
        """Whether only the passphrase guards this vault."""
        return keyslots.load(self._folder).passphrase.mark is None

    def _dearer(self, cost: Cost, took: float) -> Cost | None:
        if self._cost is not None:
            return None
        least = ALONE if self.alone() else FLOOR
        return dearer(cost, took, least)

    def _new_secret(self, vault: str, number: int) -> bytes | None:
        if not self._keyring.usable:
            return None
        secret = os.urandom(KEY_BYTES)
        self._keyring.put(vault, number, secret)
        if self._keyring.get(vault, number) != secret:
            self._keyring.drop(vault, number)
            raise SleutelbosOpSlot
        return secret
