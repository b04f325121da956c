"""Values as they stand on the wire."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import overload

from leerplicht_desktop.casework.ports.werk import Json


@overload
def wereldtijd(moment: datetime) -> str: ...
@overload
def wereldtijd(moment: datetime | None) -> str | None: ...
def wereldtijd(moment: datetime | None) -> str | None:
    """A moment in UTC, ISO 8601 with a Z; nothing where there is none."""
    return None if moment is None else moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def gevuld(**velden: Json) -> dict[str, Json]:
    """The fields that say something."""
    return {naam: waarde for naam, waarde in velden.items() if waarde is not None}
