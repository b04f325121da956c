"""Values as they stand in the file: moments as ISO 8601 with their offset, lists and groups as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from leerplicht_desktop.casework.ports.werk import Json
from leerplicht_desktop.domain.nederlandsetijd import in_nederland


def to_json(value: Json) -> str:
    """JSON text; letters stay letters."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Any:
    """The value of a JSON text that this program wrote."""
    return json.loads(text)


def texts(text: str) -> tuple[str, ...]:
    """A JSON list of texts."""
    return tuple(json.loads(text))


def moment(text: str | None) -> datetime | None:
    """A moment, or None."""
    return datetime.fromisoformat(text) if text else None


def needed_moment(text: str) -> datetime:
    """A moment that is always there."""
    return datetime.fromisoformat(text)


def local(text: str) -> datetime:
    """A moment of the wire, in the zone of this laptop."""
    return in_nederland(datetime.fromisoformat(text))


def day(text: str | None) -> date | None:
    """A day, or None."""
    return date.fromisoformat(text) if text else None


def needed_day(text: str) -> date:
    """A day that is always there."""
    return date.fromisoformat(text)


def clock_time(text: str | None) -> time | None:
    """A time of day, or None."""
    return time.fromisoformat(text) if text else None


def iso(value: datetime | date | time | None) -> str | None:
    """The text of a moment, day or time of day."""
    return value.isoformat() if value is not None else None


def text_of(fields: Mapping[str, Any], name: str) -> str:
    """A text of a mirror record; empty when it is absent or null."""
    found = fields.get(name)
    return "" if found is None else str(found)
