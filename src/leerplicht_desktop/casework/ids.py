"""Names for new records, made on the laptop: time-ordered, unique without asking anybody."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime


def nieuw_id(nu: datetime) -> str:
    """A UUID version 7 (RFC 9562): 48 bits of milliseconds, then 74 random bits."""
    millis = int(nu.timestamp() * 1000) & ((1 << 48) - 1)
    waarde = millis << 80 | secrets.randbits(80)
    waarde = (waarde & ~(0xF << 76)) | (0x7 << 76)
    waarde = (waarde & ~(0x3 << 62)) | (0x2 << 62)
    tekst = f"{waarde:032x}"
    return f"{tekst[:8]}-{tekst[8:12]}-{tekst[12:16]}-{tekst[16:20]}-{tekst[20:]}"


def gemaakt_op(id_: str) -> datetime:
    """When such a name was made, to the millisecond."""
    return datetime.fromtimestamp(int(id_[:8] + id_[9:13], 16) / 1000, UTC)
