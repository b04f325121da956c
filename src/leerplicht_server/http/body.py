"""Reading a request body: size, compression and shape are checked before anything looks at it."""

from __future__ import annotations

from typing import Annotated, TypeVar

from fastapi import Depends, Request
from pydantic import JsonValue, ValidationError

from leerplicht_protocol.codec import MAX_BYTES, Gunzip, TooLargeError, WireError, canonical, read
from leerplicht_protocol.model import Model

from .answers import RefusalError, malformed
from .identity import check_body

_SMALL = 64 * 1024
_TOO_LARGE = RefusalError(413, "te_groot", "Het bericht is te groot. Verstuur het in kleinere delen.")

M = TypeVar("M", bound=Model)


async def body_of(request: Request) -> JsonValue:
    """The JSON in a request of somebody who signed in. Raises RefusalError."""
    return await _read(request, MAX_BYTES)


async def small_body_of(request: Request) -> JsonValue:
    """The JSON in a request of anybody: no more than signing in takes. Raises RefusalError."""
    return await _read(request, _SMALL)


Body = Annotated[JsonValue, Depends(body_of)]
SmallBody = Annotated[JsonValue, Depends(small_body_of)]


async def _read(request: Request, limit: int) -> JsonValue:
    raw = bytearray()
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > limit:
            raise _TOO_LARGE
    check_body(request, bytes(raw))
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding == "gzip":
        data = _gunzip(bytes(raw), limit)
    elif encoding in {"identity", ""}:
        data = bytes(raw)
    else:
        raise RefusalError(415, "codering", "Deze compressie wordt niet gelezen. Gebruik gzip of geen.")
    try:
        return read(data)
    except WireError:
        raise malformed("het is geen JSON zoals afgesproken, of te groot, te diep of dubbelzinnig") from None


def _gunzip(data: bytes, limit: int) -> bytes:
    stream = Gunzip(limit)
    try:
        out = stream.feed(data)
    except TooLargeError:
        raise _TOO_LARGE from None
    except WireError:
        raise malformed("de gzip-stroom is beschadigd") from None
    if not stream.complete:
        raise malformed("de gzip-stroom is niet compleet")
    return out


def parse(model: type[M], value: JsonValue) -> M:
    """The message in a JSON value. Raises RefusalError that names known fields only."""
    try:
        return model.model_validate_json(canonical(value), strict=True)
    except ValidationError as fault:
        known = set(model.model_fields)
        wrong = sorted({str(e["loc"][0]) for e in fault.errors() if e["loc"] and e["loc"][0] in known})
        raise malformed(", ".join(wrong) or model.__name__) from None
