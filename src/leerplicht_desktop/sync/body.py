"""Reading an answer: at most so many bytes, after decompression, within so much time."""

from __future__ import annotations

import time
import zlib
from collections.abc import Iterable

from leerplicht_protocol.codec import MAX_BYTES

from .refusals import AFGEBROKEN, ONBEGREPEN, TeGroot, geen_verbinding, weigering

_GZIP = 31  # zlib's window bits for gzip, and nothing else


def lees_body(stukken: Iterable[bytes], codering: str, uiterlijk: float) -> bytes:
    """The whole body. ``uiterlijk`` is a moment of ``time.monotonic``, in seconds.

    Raises GeenVerbinding when it stops half-way or takes too long, TeGroot over the limit, and ServerWeigert
    when it is not gzip although it says so, or in a coding that was not asked for.
    """
    if codering not in {"", "identity", "gzip"}:
        raise weigering(ONBEGREPEN)
    stroom = zlib.decompressobj(_GZIP) if codering == "gzip" else None
    body = bytearray()
    for stuk in stukken:
        if time.monotonic() > uiterlijk:
            raise geen_verbinding(AFGEBROKEN)
        body += stuk if stroom is None else _pak_uit(stroom, stuk, MAX_BYTES + 1 - len(body))
        if len(body) > MAX_BYTES:
            raise TeGroot
    if stroom is not None and not stroom.eof:
        raise geen_verbinding(AFGEBROKEN)
    return bytes(body)


def _pak_uit(stroom: zlib._Decompress, stuk: bytes, hoogstens: int) -> bytes:
    try:
        return stroom.decompress(stuk, hoogstens)
    except zlib.error:
        raise weigering(ONBEGREPEN) from None
