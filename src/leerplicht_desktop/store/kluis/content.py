"""The bytes of documents and attachments, in parts, so that no single row of the file is large."""

from __future__ import annotations

import base64
import hashlib
from typing import Literal

from leerplicht_desktop.casework.problems import InhoudBeschadigd

from .connection import Access

CHUNK = 256 * 1024
"""Bytes in one part."""

FIELD = {"stuk": "pdf", "bijlage": "inhoud"}
"""In which field of the wire the content of each kind travels, as base64."""

Table = Literal["inhoud_deel", "spiegel_deel"]
_INSERT: dict[Table, str] = {
    "inhoud_deel": "INSERT INTO inhoud_deel (entity, id, plaats, bytes) VALUES (?, ?, ?, ?)",
    "spiegel_deel": "INSERT INTO spiegel_deel (entity, id, plaats, bytes) VALUES (?, ?, ?, ?)",
}
_SELECT: dict[Table, str] = {
    "inhoud_deel": "SELECT bytes FROM inhoud_deel WHERE entity = ? AND id = ? ORDER BY plaats",
    "spiegel_deel": "SELECT bytes FROM spiegel_deel WHERE entity = ? AND id = ? ORDER BY plaats",
}
_SIZE = "SELECT coalesce(sum(length(bytes)), 0) FROM inhoud_deel WHERE entity = ? AND id = ?"


def keep(access: Access, table: Table, entity: str, id_: str, data: bytes) -> None:
    """Add the parts of one content."""
    access.run_many(
        _INSERT[table],
        [
            (entity, id_, place, data[begin : begin + CHUNK])
            for place, begin in enumerate(range(0, len(data), CHUNK))
        ],
    )


def content(access: Access, entity: str, id_: str) -> bytes:
    """The content, of this laptop or else as pulled. Raises KeyError when there is none."""
    for table in _SELECT:
        parts = access.rows(_SELECT[table], (entity, id_))
        if parts:
            return b"".join(part["bytes"] for part in parts)
    raise KeyError(id_)


def intact(data: bytes, sha256: str) -> bytes:
    """The same bytes, when they have this hash in hexadecimal. Raises InhoudBeschadigd."""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise InhoudBeschadigd
    return data


def own(access: Access, entity: str, id_: str) -> bool:
    """Whether this laptop made it."""
    return bool(access.rows("SELECT 1 FROM inhoud_deel WHERE entity = ? AND id = ? LIMIT 1", (entity, id_)))


def later(access: Access, entity: str, id_: str) -> int:
    """How many bytes of base64 a body in the outbox still misses."""
    if entity not in FIELD:
        return 0
    return 4 * -(-int(access.value(_SIZE, (entity, id_))) // 3)


def encoded(access: Access, entity: str, id_: str) -> str:
    """The content as it travels."""
    return base64.b64encode(content(access, entity, id_)).decode("ascii")
