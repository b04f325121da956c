"""Reading an answer: at most so many bytes, after decompression, within so much time."""

from __future__ import annotations

import time
from collections.abc import Iterable

from leerplicht_protocol.codec import MAX_BYTES, Gunzip, TooLargeError, WireError

from .refusals import CUT_OFF, NOT_UNDERSTOOD, TooLarge, no_connection, refusal


def read_body(chunks: Iterable[bytes], coding: str, deadline: float) -> bytes:
    """The whole body. ``deadline`` is a moment of ``time.monotonic``, in seconds.

    Raises GeenVerbinding when it stops half-way or takes too long, TeGroot over the limit, and ServerWeigert
    when it is not gzip although it says so, or in a coding that was not asked for.
    """
    if coding not in {"", "identity", "gzip"}:
        raise refusal(NOT_UNDERSTOOD)
    stream = Gunzip(MAX_BYTES) if coding == "gzip" else None
    body = bytearray()
    for chunk in chunks:
        if time.monotonic() > deadline:
            raise no_connection(CUT_OFF)
        body += chunk if stream is None else _unpack(stream, chunk)
        if len(body) > MAX_BYTES:
            raise TooLarge
    if stream is not None and not stream.complete:
        raise no_connection(CUT_OFF)
    return bytes(body)


def _unpack(stream: Gunzip, chunk: bytes) -> bytes:
    try:
        return stream.feed(chunk)
    except TooLargeError:
        raise TooLarge from None
    except WireError:
        raise refusal(NOT_UNDERSTOOD) from None
