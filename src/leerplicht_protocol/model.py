"""The base of every model on the wire: frozen, and strict about what it was built from."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from .plain_text import plain

PROTOCOL = 1
"""Version of the wire format. Server and laptop support this one and the one before it."""


class Model(BaseModel):
    """Frozen; unknown fields are ignored here and preserved by whoever stores the raw JSON (I14)."""

    model_config = ConfigDict(frozen=True, extra="ignore", ser_json_inf_nan="null", allow_inf_nan=False)


def _utc(value: datetime) -> datetime:
    try:
        return value.astimezone(UTC)
    except OverflowError:
        raise ValueError("outside the calendar") from None


def _plausible(value: datetime) -> datetime:
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        raise ValueError("outside the years of this work")
    return value


def _plain(text: str) -> str:
    if not (text.isascii() and text.isprintable()) and plain(text) != text:
        raise ValueError("a sign that steers")
    return text


def _without_end_sign(text: str) -> str:
    if "\0" in text:
        raise ValueError("a NUL")
    return text


WHOLE_MIN, WHOLE_MAX = -(2**63), 2**63 - 1
"""What a database and a laptop can both keep of a whole number: 64 bits."""

Whole = Annotated[int, Field(ge=WHOLE_MIN, le=WHOLE_MAX)]
"""A whole number that both sides can keep."""

Count = Annotated[int, Field(ge=0, le=WHOLE_MAX)]
"""How many, or the how-manieth: a revision, a place in the feed."""

Seconds = Annotated[int, Field(ge=0, le=86_400)]
"""A while to wait, at most a day."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2099

Id = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[A-Za-z0-9._:-]+$")]
"""Identifier of a record, a dossier, an operation or a device; made by whoever creates it."""

ShortText = Annotated[str, StringConstraints(max_length=400), AfterValidator(_plain)]
"""A name, a title, one line: without what shows as nothing or turns what follows around."""

Seen = Annotated[str, StringConstraints(max_length=200, pattern=r"^[A-Za-z0-9._-]*$")]
"""The mark of the newest commit of the server that a laptop saw, as the server gave it; empty for none."""

LongText = Annotated[str, StringConstraints(max_length=400_000), AfterValidator(_without_end_sign)]
"""Free text; a note of forty pages is about 120,000 characters."""

Claimed = Annotated[AwareDatetime, AfterValidator(_utc)]
"""What a clock says, however wrong: a laptop with an empty battery lives in 1970 and must still be heard."""

Moment = Annotated[AwareDatetime, AfterValidator(_utc), AfterValidator(_plausible)]
"""A moment with its time zone, kept in UTC, in a year that this work can have to do with."""

Day = Annotated[date, Field(ge=date(_FIRST_YEAR, 1, 1), le=date(_LAST_YEAR, 12, 31))]
"""A day in a year that this work can have to do with."""
