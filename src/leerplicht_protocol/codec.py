"""JSON as it travels: canonical bytes, a digest, and limits on what is read."""

from __future__ import annotations

import hashlib
import json
import math
import zlib
from collections.abc import Iterable

from pydantic import JsonValue

from .model import WHOLE_MAX, WHOLE_MIN
from .scan import objection

MAX_BYTES = 32 * 1024 * 1024
"""Largest body either side reads, in bytes after decompression."""

_DIGITS = len(str(WHOLE_MIN))
_GZIP = 31  # zlib's window bits for gzip, and nothing else


class WireError(ValueError):
    """A body that is not what the protocol allows. Never holds the body itself."""


class TooLargeError(WireError):
    """More bytes than the reader takes."""


class Gunzip:
    """Unpacks a gzip stream piece by piece, and never more than ``limit`` bytes of it."""

    def __init__(self, limit: int = MAX_BYTES) -> None:
        self._stream = zlib.decompressobj(_GZIP)
        self._left = limit

    def feed(self, piece: bytes) -> bytes:
        """What a piece holds. Raises TooLargeError over the limit, WireError when it is not gzip or goes on
        after its end.
        """
        try:
            out = self._stream.decompress(piece, self._left + 1)
        except zlib.error:
            raise WireError("a damaged gzip stream") from None
        if len(out) > self._left:
            raise TooLargeError("more bytes than the limit after decompression")
        if self._stream.unused_data:
            raise WireError("bytes after the end of the gzip stream")
        self._left -= len(out)
        return out

    @property
    def complete(self) -> bool:
        """Whether the stream came to its end."""
        return self._stream.eof


def canonical(value: JsonValue) -> bytes:
    """UTF-8 JSON with sorted keys and no white space; the same value always gives the same bytes."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


def fingerprint(value: JsonValue) -> str:
    """SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def revision_hash(revisions: Iterable[tuple[str, int]]) -> str:
    """Hash over (id, revision) pairs of one kind, in any order: the sanity check of a pull."""
    digest = hashlib.sha256()
    for record, rev in sorted(revisions):
        digest.update(f"{record}:{rev}\n".encode())
    return digest.hexdigest()


def read(body: bytes) -> JsonValue:
    """The JSON value in ``body``. Raises WireError on size, number of values, depth, duplicate keys or broken
    text, on a whole number outside 64 bits, and on what could not be written again: NaN, a number without
    end, half a character.
    """
    value = _parsed(body, strict=True)
    if b"\\u" in body:
        _check_characters(value)
    return value


def read_leniently(body: bytes) -> JsonValue:
    """As ``read``, for a list of things that do not depend on each other: what ``read`` would refuse in one
    of them becomes a value that no model takes, so that the others can still be read.
    """
    return _parsed(body, strict=False)


def _parsed(body: bytes, *, strict: bool) -> JsonValue:
    if len(body) > MAX_BYTES:
        raise TooLargeError(f"body of {len(body)} bytes is over the limit")
    if against := objection(body):
        raise TooLargeError(against)
    try:
        value: JsonValue = json.loads(
            body.decode(),
            parse_constant=_refuse if strict else _no_number,
            parse_float=_finite if strict else float,
            parse_int=_whole if strict else _whole_or_none,
            object_pairs_hook=_unique if strict else _marked,
        )
    except WireError:
        raise
    except (ValueError, RecursionError) as fault:
        raise WireError(f"not JSON: {type(fault).__name__}") from None
    return value


def _no_number(_: str) -> float:
    return math.nan


def _whole_or_none(text: str) -> int | float:
    number = int(text) if len(text) <= _DIGITS else WHOLE_MAX + 1
    return number if WHOLE_MIN <= number <= WHOLE_MAX else math.nan


def _marked(pairs: list[tuple[str, JsonValue]]) -> JsonValue:
    out = dict(pairs)
    return out if len(out) == len(pairs) else {**out, "": math.nan}


def _whole(text: str) -> int:
    number = int(text) if len(text) <= _DIGITS else WHOLE_MAX + 1
    if not WHOLE_MIN <= number <= WHOLE_MAX:
        raise WireError("a whole number outside 64 bits")
    return number


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise WireError("a number without end")
    return number


def _check_characters(value: JsonValue) -> None:
    try:
        canonical(value)
    except UnicodeEncodeError:
        raise WireError("half a character") from None


def _refuse(name: str) -> JsonValue:
    raise WireError(f"{name} is not a number on this wire")


def _unique(pairs: list[tuple[str, JsonValue]]) -> JsonValue:
    out = dict(pairs)
    if len(out) != len(pairs):
        raise WireError("a key stands twice")
    return out
