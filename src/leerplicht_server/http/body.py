"""Reading a request body: size, compression and shape are checked before anything looks at it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from pydantic import JsonValue, ValidationError

from leerplicht_protocol.codec import (
    MAX_BYTES,
    Gunzip,
    TooLargeError,
    WireError,
    canonical,
    read,
    read_leniently,
)
from leerplicht_protocol.model import Model

from .answers import RefusalError, malformed
from .identity import check_body

_SMALL = 64 * 1024
_TOO_LARGE = RefusalError(413, "te_groot", "Het bericht is te groot. Verstuur het in kleinere delen.")

M = TypeVar("M", bound=Model)


async def ops_body_of(request: Request) -> JsonValue:
    """The JSON of a push by somebody who signed in. What is wrong with one operation (a key that stands
    twice, a number that nobody can keep) is left to that operation. Raises RefusalError.
    """
    return await _read(request, MAX_BYTES, read_leniently)


async def small_body_of(request: Request) -> JsonValue:
    """The JSON in a request of anybody: no more than signing in takes. Raises RefusalError."""
    return await _read(request, _SMALL)


OpsBody = Annotated[JsonValue, Depends(ops_body_of)]
SmallBody = Annotated[JsonValue, Depends(small_body_of)]


async def _read(request: Request, limit: int, reader: Callable[[bytes], JsonValue] = read) -> JsonValue:
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
        return reader(data)
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


def _written(value: JsonValue) -> bytes:
    try:
        return canonical(value)
    except ValueError:  # a number or a character that cannot be written again
        raise malformed("er staat een getal of teken in dat niet kan") from None


def parse(model: type[M], value: JsonValue) -> M:
    """The message in a JSON value. Raises RefusalError that names known fields only."""
    try:
        return model.model_validate_json(_written(value), strict=True)
    except ValidationError as fault:
        known = set(model.model_fields)
        wrong = sorted({str(e["loc"][0]) for e in fault.errors() if e["loc"] and e["loc"][0] in known})
        raise malformed(", ".join(wrong) or model.__name__) from None
