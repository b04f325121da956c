"""The fingerprint of what a document says, independent of how it is printed.

SHA-256 over canonical JSON: NFC text, sorted keys, ISO dates, no floats, the type of every specification
by name. Two laptops with another zlib make other bytes for the same document; this hash stays the same.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum

Canonical = str | int | bool | None | list["Canonical"] | dict[str, "Canonical"]


def canonical(value: object) -> Canonical:
    """The value in the few kinds JSON knows. Raises ``TypeError`` for a kind that has no single spelling."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, Enum):
        return canonical(value.value)
    if isinstance(value, (str, int)):
        return unicodedata.normalize("NFC", value) if isinstance(value, str) else value
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, (Decimal, bytes)):
        return str(value) if isinstance(value, Decimal) else hashlib.sha256(value).hexdigest()
    return _compound(value)


def _compound(value: object) -> Canonical:
    if is_dataclass(value) and not isinstance(value, type):
        told = (f.name for f in fields(value) if f.compare)  # what does not count for equality does not here
        named: dict[str, Canonical] = {name: canonical(getattr(value, name)) for name in told}
        return {"soort": type(value).__name__, **named}
    if isinstance(value, dict):
        return {str(key): canonical(item) for key, item in value.items()}
    if isinstance(value, (tuple, list)):
        return [canonical(item) for item in value]
    raise TypeError(f"geen vaste schrijfwijze voor {type(value).__name__}")


def content_hash(*parts: object) -> str:
    """SHA-256 of the parts in hexadecimal, 64 characters."""
    text = json.dumps(
        [canonical(part) for part in parts], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    # A lone surrogate cannot be encoded; it still has to count, so it becomes its escape.
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()


def short_hash(full: str) -> str:
    """The first 16 digits in groups of four, as they stand in the footer."""
    return " ".join(full[i : i + 4] for i in range(0, 16, 4))


def hash_in_groups(full: str) -> str:
    """The whole hash in groups of eight, so that it can be compared and can break over lines."""
    return " ".join(full[i : i + 8] for i in range(0, len(full), 8))
