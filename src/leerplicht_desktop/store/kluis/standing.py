"""The sealed record beside the vault: how far it came, for who opens it later.

Two records of 96 bytes, written in turn over each other and in place: a torn one leaves the other, and a full
disk still has room.

    n (8)   moment (8)   head of the log of reading (32)   salt of the file (16)   HMAC-SHA256 (32)
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
from dataclasses import dataclass
from pathlib import Path

from .durable import write_new

FILE = "stand"
_SIZE = 96
_BODY = struct.Struct(">QQ32s16s")
_SALT = 16
_FLIPPED = 16
"""Two salts that were drawn differ in 64 of their 128 bits, give or take twenty."""


@dataclass(frozen=True, slots=True)
class Stand:
    """``n`` transactions had been written; ``moment`` in whole seconds since 1970."""

    n: int
    moment: int
    head: bytes
    salt: bytes


def salt_of(database: Path) -> bytes:
    """The first bytes of the file: SQLCipher draws them once, so they tell one vault from another."""
    with database.open("rb") as file:
        return file.read(_SALT).ljust(_SALT, b"\0")


def of_another(beside: Stand, database: Path) -> bool:
    """Whether the file is of another vault than the record; a salt with a few bits flipped is damage."""
    differ = int.from_bytes(beside.salt, "big") ^ int.from_bytes(salt_of(database), "big")
    return differ.bit_count() > _FLIPPED


class Standing:
    """The record of one open vault."""

    def __init__(self, path: Path, key: bytearray, salt: bytes) -> None:
        """Raises OSError when it cannot be written at all."""
        self._key = bytes(key)
        self._salt = salt
        if not path.is_file() or path.stat().st_size != 2 * _SIZE:
            write_new(path, bytes(2 * _SIZE))
        self._file = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))

    def put(self, n: int, moment: float, head: bytes) -> None:
        """Say how far the vault is. The system has it; ``force`` brings it to the disk."""
        body = _BODY.pack(n, int(moment), head, self._salt)
        os.lseek(self._file, n % 2 * _SIZE, os.SEEK_SET)
        os.write(self._file, body + _seal(self._key, body))

    def force(self) -> None:
        """To the disk."""
        os.fsync(self._file)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._file)


def read(path: Path, key: bytearray) -> Stand | None:
    """The newest record that this key vouches for; None when there is none."""
    try:
        raw = path.read_bytes()[: 2 * _SIZE]
    except OSError:
        return None
    found = [_opened(raw[at : at + _SIZE], bytes(key)) for at in (0, _SIZE)]
    return max((one for one in found if one is not None), key=lambda one: one.n, default=None)


def _opened(record: bytes, key: bytes) -> Stand | None:
    body, seal = record[: _BODY.size], record[_BODY.size :]
    if len(record) != _SIZE or not hmac.compare_digest(seal, _seal(key, body)):
        return None
    return Stand(*_BODY.unpack(body))


def _seal(key: bytes, body: bytes) -> bytes:
    return hmac.new(key, body, hashlib.sha256).digest()
