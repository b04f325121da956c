"""What one record may hold and weigh, as the other side will write it: asked by who sends and by who takes.

The limits lie well below the 32 MB that a reader takes at once, so that no record is accepted by the one and
refused by the other. A record over a limit is refused when it is pushed, and set aside when it is pulled; it
stops nothing else. The answers are words for programs; each has its sentence on the laptop.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Mapping
from typing import Literal

from pydantic import JsonValue

from .codec import canonical
from .model import Model
from .plain_text import plain

FIELD_BYTES = 2_500_000
"""Most bytes of one field as it is written: the longest text, all of it escaped."""

RECORD_BYTES = 4 * 1024 * 1024
"""Most bytes of a record as it is written, its attachment apart."""

RECORD_VALUES = 50_000
"""Most values in a record: a hearing of five thousand lines holds fifteen thousand."""

UNKNOWN_BYTES = 8 * 1024
"""Most bytes of what a newer program added and this one does not know, all of it together."""

CONTENT: Mapping[str, str] = {"stuk": "pdf", "bijlage": "inhoud"}
"""The one field of a kind that may be large: its attachment, in base64."""

HEAVY, UNKNOWN, WRONG_BYTES = "te_groot", "onbekend", "bytes"

_PDF_WITHIN = 1_024
_JPEG, _PNG = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_WRAPPERS = (
    _JPEG,
    _PNG,
    b"PK",
    b"\xd0\xcf\x11\xe0",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x1f\x8b",
    b"MSCF",
    b"MZ",
    b"{\\rtf",
)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")

Kind = Literal["image/jpeg", "image/png", "application/pdf", ""]


def kind_of(data: bytes) -> Kind:
    """What an attachment is by its bytes, of the closed list that is shown; empty when it is none of them.

    A scanner may put printer language before a PDF; what wraps other files or is markup is no PDF.
    """
    if data.startswith(_JPEG):
        return "image/jpeg"
    if data.startswith(_PNG):
        return "image/png"
    place = data[: _PDF_WITHIN + 5].find(b"%PDF-")
    wrapped = data.startswith(_WRAPPERS) or _MARKUP.match(data) is not None
    return "application/pdf" if place == 0 or (place > 0 and not wrapped) else ""


def objection(entity: str, fields: Mapping[str, JsonValue], model: Model | None) -> str:
    """What is against a record, whatever its fields say; empty when nothing is.

    ``model`` is what was read of the fields, None for a kind that this program does not know.
    """
    if heavy(entity, fields):
        return HEAVY
    if model is None:
        return ""
    if _unknown(dict(fields), model.model_dump(mode="json", exclude_unset=True)) > UNKNOWN_BYTES:
        return UNKNOWN
    return "" if _is_what_it_says(entity, fields) else WRONG_BYTES


def heavy(entity: str, fields: Mapping[str, JsonValue]) -> bool:
    """Whether a record is larger than it may be, its attachment apart: that has a limit in its own model."""
    light = {name: value for name, value in fields.items() if name != CONTENT.get(entity)}
    sizes = [len(canonical(name)) + len(canonical(value)) + 2 for name, value in light.items()]
    if sum(sizes) > RECORD_BYTES or max(sizes, default=0) > FIELD_BYTES:
        return True
    return _values(light) > RECORD_VALUES


def _values(value: JsonValue | Mapping[str, JsonValue]) -> int:
    count, waiting = 0, [value]
    while waiting and count <= RECORD_VALUES:
        one = waiting.pop()
        count += 1
        waiting.extend(_children(one))
    return count + len(waiting)


def _children(value: JsonValue | Mapping[str, JsonValue]) -> Iterable[JsonValue]:
    if isinstance(value, Mapping):
        return value.values()
    return value if isinstance(value, list) else ()


def _unknown(raw: JsonValue, known: JsonValue) -> int:
    """Bytes in ``raw`` that were not read from it, at any depth; too many when the name of a field steers."""
    if isinstance(raw, dict) and isinstance(known, dict):
        return sum(
            _unknown(value, known[name]) if name in known else _weight(name, value)
            for name, value in raw.items()
        )
    if isinstance(raw, list) and isinstance(known, list):
        return sum(map(_unknown, raw, known))
    return 0


def _weight(name: str, value: JsonValue) -> int:
    if _steers({name: value}):  # whoever reads the names of fields would see what is not there
        return UNKNOWN_BYTES + 1
    return len(canonical(name)) + len(canonical(value)) + 2


def _steers(value: JsonValue) -> bool:
    """Whether the name of a field somewhere in it holds a sign that shows as nothing or turns text around."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict) and any(plain(name) != name for name in one):
            return True
        waiting.extend(_children(one))
    return False


def _is_what_it_says(entity: str, fields: Mapping[str, JsonValue]) -> bool:
    content = fields.get(CONTENT[entity]) if entity in CONTENT else None
    if not isinstance(content, str):
        return True
    start = base64.b64decode(content[: 4 * (_PDF_WITHIN // 3 + 4)])
    return kind_of(start) == (fields.get("mime") if entity == "bijlage" else "application/pdf")
