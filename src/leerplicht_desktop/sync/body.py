"""Reading an answer: at most so many bytes, after decompression, within so much time."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable

from leerplicht_protocol.codec import MAX_BYTES

from .refusals import CUT_OFF, NOT_UNDERSTOOD, TooLarge, no_connection, refusal

_GZIP = 31  # zlib's window bits for gzip, and nothing else


def read_body(chunks: Iterable[bytes], coding: str, deadline: float) -> bytes:
    """The whole body. ``deadline`` is a moment of ``time.monotonic``, in seconds.

    Raises GeenVerbinding when it stops half-way or takes too long, TeGroot over the limit, and ServerWeigert
    when it is not gzip although it says so, or in a coding that was not asked for.
    """
    if coding not in {"", "identity", "gzip"}:
        raise refusal(NOT_UNDERSTOOD)
    stream = zlib.decompressobj(_GZIP) if coding == "gzip" else None
    body = bytearray()
    for chunk in chunks:
        if time.monotonic() > deadline:
            raise no_connection(CUT_OFF)
        body += chunk if stream is None else _unpack(stream, chunk, MAX_BYTES + 1 - len(body))
        if len(body) > MAX_BYTES:
            raise TooLarge
    if stream is not None and not stream.eof:
        raise no_connection(CUT_OFF)
    return bytes(body)


def _unpack(stream: zlib._Decompress, chunk: bytes, at_most: int) -> bytes:
    try:
        return stream.decompress(chunk, at_most)
    except zlib.error:
        raise refusal(NOT_UNDERSTOOD) from None
