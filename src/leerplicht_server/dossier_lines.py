"""How a moment, a text and a yes or no stand in what the administrator reads."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

_HERE = ZoneInfo("Europe/Amsterdam")

YES_NO = {True: "ja", False: "nee", None: "onbekend"}

Lines = Iterator[str]


def moment(text: object) -> str:
    """An ISO 8601 moment as day, month, year and time in the Netherlands."""
    return f"{datetime.fromisoformat(str(text)).astimezone(_HERE):%d-%m-%Y %H:%M:%S}"


def told(label: str, text: object) -> Lines:
    """A text below its label, each further line indented; nothing for an empty one."""
    lines = str(text).splitlines()
    if lines:
        yield f"    {label}: {lines[0]}"
        yield from (f"      {line}" for line in lines[1:])


def today() -> date:
    """The day it is in the Netherlands."""
    return datetime.now(_HERE).date()
