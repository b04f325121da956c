"""The base of every model on the wire: frozen, and strict about what it was built from."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, StringConstraints

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


Id = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[A-Za-z0-9._:-]+$")]
"""Identifier of a record, a dossier, an operation or a device; made by whoever creates it."""

ShortText = Annotated[str, StringConstraints(max_length=400)]
"""One line of text."""

LongText = Annotated[str, StringConstraints(max_length=400_000)]
"""Free text; a note of forty pages is about 120,000 characters."""

Moment = Annotated[AwareDatetime, AfterValidator(_utc)]
"""A moment with its time zone, kept in UTC."""
